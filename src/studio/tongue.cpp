// SPDX-License-Identifier: Apache-2.0
#include "studio/tongue.h"

#include <fmt/core.h>
#include <map>
#include <stdexcept>

namespace supple::studio {

std::string_view embedded_file(std::string_view path);

namespace {

namespace fs = std::filesystem;

/// As espeak-ng counts words; the sentences of the library come to 112 of them a minute, as cues are spoken.
constexpr int espeak_speed = 105;

// The files are held to be good by tests/studio.
Tongue tongue_of(const std::string& code) {
  auto language = reader::read_language(code, embedded_file(fmt::format("lexicon/{}.toml", code)));
  auto sayings = guide::read_sayings(embedded_file(fmt::format("lexicon/guide.{}.toml", code)));
  if (!language) throw std::runtime_error(text::headline(language.error().front(), code));
  if (!sayings) throw std::runtime_error(text::headline(sayings.error().front(), code));
  return {*std::move(language), *std::move(sayings)};
}

bool is_code(std::string_view text) {
  return text.size() == 2 && text[0] >= 'a' && text[0] <= 'z' && text[1] >= 'a' && text[1] <= 'z';
}

} // namespace

const Tongue* tongue_named(std::string_view code) {
  static const std::map<std::string, Tongue, std::less<>> tongues{{"es", tongue_of("es")}};
  const auto found = tongues.find(code);
  return found == tongues.end() ? nullptr : &found->second;
}

std::unique_ptr<Voice> voice_of(const Tongue* tongue) {
  if (tongue == nullptr) return festival();
  return program(fmt::format("espeak-ng --stdout -v {} -s {}", tongue->language.code(), espeak_speed), 60,
                 "apt-get install espeak-ng");
}

std::expected<std::optional<Translation>, std::string> translation_at(const fs::path& file) {
  if (file.extension() != ".md" || file.stem().extension().empty()) return std::nullopt;
  const std::string code = file.stem().extension().string().substr(1);
  if (!is_code(code)) return std::nullopt;
  const fs::path original = file.parent_path() / file.stem().stem().concat(".md");
  const Tongue* const tongue = tongue_named(code);
  if (tongue != nullptr) return Translation{tongue, original};
  std::error_code none;
  if (!fs::exists(original, none)) return std::nullopt; // a name with a dot in it
  return std::unexpected(fmt::format("{} is a translation into a language that is not there yet; instead: {}.es.md",
                                     file.string(), file.stem().stem().string()));
}

} // namespace supple::studio
