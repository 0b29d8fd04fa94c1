// SPDX-License-Identifier: Apache-2.0
#include "exchange/telling.h"

#include <fmt/core.h>

namespace supple::exchange {

namespace {

using reader::SectionKind;

std::string on_the_left(std::string sentence) {
  constexpr std::string_view gap = "{side}";
  for (std::size_t at = sentence.find(gap); at != sentence.npos; at = sentence.find(gap, at))
    sentence.replace(at, gap.size(), "left");
  return sentence;
}

std::string for_whom(const score::Score& score) {
  std::string text = fmt::format("For weeks {} to {} of pregnancy", score.first_week, score.last_week);
  if (score.postnatal_week) text += fmt::format(", and from {} weeks after the birth", *score.postnatal_week);
  return text + ".";
}

void add(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  text += fmt::format("\n{}\n", heading);
  for (const std::string& line : lines)
    text += line + "\n";
}

} // namespace

std::string_view name(SectionKind kind) {
  switch (kind) {
  case SectionKind::comfort:
    return "comfort";
  case SectionKind::start:
    return "start";
  case SectionKind::rounds:
    return "rounds";
  case SectionKind::sides:
    return "sides";
  case SectionKind::once:
    return "once";
  case SectionKind::finish:
    return "finish";
  case SectionKind::care:
    return "care";
  }
  return "once";
}

std::vector<ToldSection> told(const score::Score& score) {
  std::vector<ToldSection> sections;
  for (const score::Section& section : score.sections) {
    ToldSection one{section.count > 1 ? fmt::format("{} × {}", section.title, section.count) : section.title, {}};
    for (const score::Beat& beat : section.beats)
      one.steps.push_back(on_the_left(beat.sentence));
    if (one.steps.empty()) continue;
    if (section.kind == SectionKind::sides)
      one.steps.emplace_back(section.alternate ? "Change sides after every round."
                                               : "Then do the same on the other side.");
    sections.push_back(std::move(one));
  }
  return sections;
}

std::string plain_text(const score::Score& score) {
  std::string text = fmt::format("{}\n\n{}\n", score.title, for_whom(score));
  std::vector<std::string> comfort;
  comfort.reserve(score.comfort.size());
  for (const reader::ComfortOption& option : score.comfort)
    comfort.push_back(option.spoken);
  for (const ToldSection& section : told(score))
    add(text, section.heading, section.steps);
  add(text, "Make it comfortable", comfort);
  add(text, "Take care", score.care);
  return text;
}

} // namespace supple::exchange
