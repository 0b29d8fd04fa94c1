// SPDX-License-Identifier: Apache-2.0
#include "text/diagnostic_json.h"

#include <algorithm>

namespace supple::text {

std::string_view name(Severity severity) {
  switch (severity) {
  case Severity::error:
    return "error";
  case Severity::warning:
    return "warning";
  case Severity::note:
    return "note";
  }
  return "error";
}

bool has_error(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string headline(const Diagnostic& diagnostic, std::string_view file) {
  std::string line{file};
  line += ':' + std::to_string(diagnostic.place.line) + ':' + std::to_string(diagnostic.place.column) + ": ";
  line += name(diagnostic.severity);
  line += ": " + diagnostic.message;
  if (!diagnostic.remedy.empty()) line += "; instead: " + diagnostic.remedy;
  return line + " [" + diagnostic.name + ']';
}

std::string render(const Diagnostic& diagnostic, std::string_view file, std::string_view source) {
  const std::string number = std::to_string(diagnostic.place.line);
  const std::string_view line = line_of(source, diagnostic.place.line);
  std::string out = headline(diagnostic, file) + '\n';
  if (line.empty()) return out;
  const int left = std::min(diagnostic.place.column - 1, characters(line));
  const int width = std::clamp(diagnostic.place.length, 1, std::max(1, characters(line) - left));
  out += "  " + number + " | " + std::string{line} + '\n';
  out += "  " + std::string(number.size(), ' ') + " | " + std::string(static_cast<std::size_t>(left), ' ') +
         std::string(static_cast<std::size_t>(width), '^') + '\n';
  return out;
}

std::string_view line_of(std::string_view source, int number) {
  for (int n = 1;; ++n) {
    const std::size_t end = source.find('\n');
    if (n == number) return source.substr(0, end);
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
}

} // namespace supple::text
