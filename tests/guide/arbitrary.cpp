// SPDX-License-Identifier: Apache-2.0
#include "arbitrary.h"

#include <array>

namespace supple::guide::testing {

namespace {

namespace gen = rc::gen;

int any(int from, int to) {
  return *gen::inRange(from, to + 1);
}

bool one_in(int count) {
  return any(1, count) == 1;
}

template <class Value>
Value one_of(const std::vector<Value>& values) {
  return *gen::elementOf(values);
}

std::string any_words(int most) {
  static const std::vector<std::string> words{
      "round", "your",   "spine",  "and", "come", "forward,", "slowly;", "let",       "the head hang.",    "Öffne",
      "a",     "{side}", "armpit", "I",   "to",   "lengthen", "gently.", "breathing", std::string(60, 'w')};
  std::string text;
  for (int i = any(0, most); i > 0; --i)
    text += (text.empty() ? "" : " ") + one_of(words);
  return text;
}

std::string any_side_free_words(int most) {
  std::string text = any_words(most);
  for (std::size_t at = text.find("{side}"); at != std::string::npos; at = text.find("{side}"))
    text.replace(at, 6, "that");
  return text;
}

score::Beat any_beat(bool sides) {
  score::Beat b;
  b.breath = one_of(std::vector{Breath::free, Breath::inhale, Breath::exhale});
  if (sides) b.side = one_of(std::vector{Side::none, Side::each});
  for (int i = any(0, 3); i > 0; --i)
    b.moves.push_back({static_cast<Move>(any(0, vocabulary::move_count - 1)), any(0, 4) / 4.0});
  if (one_in(6)) b.hold.breaths = any(1, 5);
  if (one_in(8)) b.hold.seconds = any(1, 40);
  if (one_in(8)) b.seconds = any(1, 40);
  b.sentence = sides ? any_words(40) : any_side_free_words(40);
  b.short_form = sides ? any_words(8) : any_side_free_words(8);
  return b;
}

score::Section any_section() {
  using enum reader::SectionKind;
  score::Section s;
  s.kind = one_of(std::vector{start, rounds, rounds, sides, sides, once, finish});
  s.title = "Section";
  s.count = any(1, 7);
  s.alternate = one_in(3);
  const bool with_sides = s.kind == sides || one_in(5);
  for (int i = any(0, 4); i > 0; --i)
    s.beats.push_back(any_beat(with_sides));
  return s;
}

} // namespace

score::Score any_score() {
  score::Score score;
  score.title = "Any";
  score.start = static_cast<vocabulary::Posture>(any(0, vocabulary::posture_count - 1));
  score.rest = static_cast<vocabulary::Posture>(any(0, vocabulary::posture_count - 1));
  for (int i = any(0, 5); i > 0; --i)
    score.sections.push_back(any_section());
  score.comfort = {{"knees", any_side_free_words(12), {}}, {"wrists", any_side_free_words(12), {}}};
  for (int i = any(0, 2); i > 0; --i)
    score.care.push_back(any_side_free_words(20));
  return score;
}

Settings any_settings(const score::Score& score) {
  Settings settings;
  settings.week = any(4, 42);
  settings.pace_bpm = any(40, 120) / 10.0;
  settings.wrists = one_of(std::vector{Wrists::palms, Wrists::fists, Wrists::forearms});
  settings.knees_padded = one_in(2);
  settings.offers = one_in(2);
  for (const std::string& text : cue_texts(score))
    if (one_in(2)) settings.clips[clip_name(text)] = any(1, 200) / 10.0;
  return settings;
}

EventLog any_log() {
  using enum Event;
  EventLog log{{0, start}};
  double clock_s = 0;
  for (int i = any(0, 12); i > 0; --i) {
    clock_s += any(0, 2000) / 100.0;
    log.push_back(
        {clock_s, one_of(std::vector{start, pause, resume, resume, slower, faster, slower, faster, skip, stop})});
  }
  return log;
}

} // namespace supple::guide::testing
