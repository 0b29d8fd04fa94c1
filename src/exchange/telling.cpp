// SPDX-License-Identifier: Apache-2.0
#include "exchange/telling.h"

#include "reader/side_gap.h"

#include <fmt/core.h>

namespace supple::exchange {

namespace {

using reader::SectionKind;

std::string on_the_left(const std::string& sentence, const std::string& left) {
  std::string out;
  std::size_t at = 0;
  for (auto gap = reader::side_gap(sentence); gap; gap = reader::side_gap(sentence, at)) {
    out += sentence.substr(at, gap->span.begin - at);
    out += gap->left.empty() && gap->right.empty() ? left : std::string{gap->left};
    at = gap->span.end;
  }
  return out += sentence.substr(at);
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

std::vector<ToldSection> told(const score::Score& score, const SideWords& words) {
  std::vector<ToldSection> sections;
  for (const score::Section& section : score.sections) {
    ToldSection one{section.count > 1 ? fmt::format("{} × {}", section.title, section.count) : section.title, {}};
    for (const score::Beat& beat : section.beats)
      one.steps.push_back(on_the_left(beat.sentence, words.left));
    if (one.steps.empty()) continue;
    if (section.kind == SectionKind::sides) one.steps.push_back(section.alternate ? words.change : words.other);
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
