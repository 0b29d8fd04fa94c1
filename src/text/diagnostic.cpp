// SPDX-License-Identifier: Apache-2.0
#include "text/diagnostic_json.h"

#include <algorithm>

namespace supple::text {

namespace {

/// What is shown of a line, and where the words are in it, characters.
struct Excerpt {
  std::string line;
  std::size_t left = 0, width = 1;
};

// The characters `from` up to `to` of valid UTF-8.
std::string_view between(std::string_view utf8, int from, int to) {
  int at = -1;
  std::size_t begin = utf8.size(), end = utf8.size();
  for (std::size_t i = 0; i < utf8.size() && end == utf8.size(); ++i) {
    if (characters(utf8.substr(i, 1)) == 0) continue;
    ++at;
    if (at == from) begin = i;
    if (at == to) end = i;
  }
  return utf8.substr(begin, end - begin);
}

// A long line is cut to a window around the words, and the words where they do not fit into it.
Excerpt excerpt_of(std::string_view line, Place words) {
  constexpr int widest = 100, before_words = 30;
  constexpr std::string_view cut = "\xE2\x80\xA6";
  const int all = characters(line);
  const int left = std::clamp(words.column - 1, 0, all);
  const int from = all <= widest ? 0 : std::clamp(left - before_words, 0, all - widest);
  const int to = std::min(all, from + widest);
  const bool cut_left = from > 0;
  Excerpt seen;
  if (cut_left) seen.line += cut;
  seen.line += between(line, from, to);
  if (to < all) seen.line += cut;
  seen.left = static_cast<std::size_t>(left - from + (cut_left ? 1 : 0));
  seen.width = static_cast<std::size_t>(std::clamp(words.length, 1, std::max(1, to - left)));
  return seen;
}

} // namespace

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
  const Excerpt seen = excerpt_of(line_of(source, diagnostic.place.line), diagnostic.place);
  std::string out = headline(diagnostic, file) + '\n';
  if (seen.line.empty()) return out;
  out += "  " + number + " | " + seen.line + '\n';
  out += "  " + std::string(number.size(), ' ') + " | " + std::string(seen.left, ' ') + std::string(seen.width, '^') +
         '\n';
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
