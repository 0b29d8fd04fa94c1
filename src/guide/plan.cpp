// SPDX-License-Identifier: Apache-2.0
#include "guide/plan.h"

#include "guide/captions.h"
#include "guide/numbers.h"
#include "guide/outline.h"

#include <algorithm>
#include <utility>

namespace supple::guide {

namespace {

using vocabulary::Breath;

/// Puts times to an outline, phase by phase.
class Timer {
public:
  Timer(Outline outline, const Settings& settings) : outline_(std::move(outline)), settings_(settings) {
    if (!settings_.pacer) leave_her_breath();
  }

  Session session(std::string title) {
    session_.title = std::move(title);
    for (std::size_t i = 0; i < outline_.slots.size(); ++i)
      time(i);
    session_.duration_s = now_s_;
    session_.captions = captions_of(session_.cues, session_.duration_s);
    session_.sections = std::move(outline_.sections);
    time_sections();
    return std::move(session_);
  }

private:
  // No word tells her when to breathe; the tones are left out in time_breath.
  void leave_her_breath() {
    const auto paces = [](const Saying& s) { return s.kind == CueKind::breath || s.kind == CueKind::with_me; };
    for (Slot& slot : outline_.slots) {
      std::erase_if(slot.prompts, paces);
      std::erase_if(slot.sayings, paces);
    }
  }

  void time(std::size_t index) {
    const Slot& slot = outline_.slots[index];
    phase_ = static_cast<int>(index);
    start_s_ = now_s_;
    switch (slot.length) {
    case Length::breath:
      time_breath(index);
      break;
    case Length::timed:
      now_s_ += slot.seconds;
      prompt_within(index);
      break;
    default:
      time_own_breath(index);
    }
    Phase phase = slot.phase;
    phase.start_s = start_s_;
    phase.end_s = now_s_;
    session_.phases.push_back(std::move(phase));
    spoken_before_s_ = slot.length == Length::breath ? spoken_s_ : 0;
    length_before_s_ = slot.length == Length::breath ? now_s_ - start_s_ : 0;
  }

  void time_breath(std::size_t index) {
    const Slot& slot = outline_.slots[index];
    const bool inhales = slot.phase.breath == Breath::inhale;
    begin_breath(index);
    now_s_ += 60 / breath_bpm_ * (inhales ? inhale_share : 1 - inhale_share);
    paced_s_ += now_s_ - start_s_;
    if (settings_.pacer) session_.tones.push_back({start_s_, now_s_, inhales ? ToneKind::inhale : ToneKind::exhale});
    prompt_within(index);
  }

  // Both halves of a breath keep one pace, so that the way out is the longer one through every change.
  void begin_breath(std::size_t index) {
    const bool goes_on = index > 0 && outline_.slots[index - 1].length == Length::breath;
    half_ = goes_on ? 1 - half_ : 0;
    if (half_ == 1) return;
    const double hers = std::clamp(settings_.pace_bpm, slowest_bpm, fastest_bpm);
    const double opening = std::clamp(settings_.opening_bpm, slowest_bpm, fastest_bpm);
    breath_bpm_ = paced_s_ < opening_s ? std::max(opening, hers) : hers;
  }

  // What is said before the next phase, if it fits: between the start of this one and the lead before its end.
  void prompt_within(std::size_t index) {
    spoken_s_ = 0;
    if (index + 1 == outline_.slots.size()) return;
    const Slot& next = outline_.slots[index + 1];
    const double lead = next.fresh ? fresh_lead_s : lead_s;
    for (const Saying& saying : next.prompts) {
      const double length = clip_s(saying.text);
      const double tone = saying.changes_side ? side_switch_s + after_side_switch_s : 0;
      const double at_s = now_s_ - std::max(length + lead, reading_s(saying.text));
      if (at_s - tone < start_s_ || speaks_too_much(index, length)) continue;
      if (saying.changes_side) add_side_switch(at_s - tone);
      session_.cues.push_back({at_s, at_s + length, saying.text, saying.kind, phase_});
      spoken_s_ = length;
      return;
    }
    const double tone_at_s = now_s_ - lead - side_switch_s;
    if (!next.prompts.empty() && next.prompts.front().changes_side && tone_at_s >= start_s_) add_side_switch(tone_at_s);
  }

  [[nodiscard]] bool speaks_too_much(std::size_t index, double length) const {
    if (outline_.slots[index].length != Length::breath) return false;
    return length_before_s_ > 0 &&
           spoken_before_s_ + length > largest_spoken_share * (length_before_s_ + now_s_ - start_s_);
  }

  // A phase without a paced breath is as long as what is said in it, with time to do it.
  void time_own_breath(std::size_t index) {
    const Slot& slot = outline_.slots[index];
    now_s_ += before_speech_s;
    for (const Saying& saying : slot.sayings)
      say(saying);
    if (slot.length == Length::closing) return end();
    if (slot.length == Length::doing) now_s_ = std::max(now_s_ + slot.seconds, start_s_ + shortest_free_s);
    const bool last = index + 1 == outline_.slots.size();
    if (!last && !outline_.slots[index + 1].prompts.empty()) say(outline_.slots[index + 1].prompts.front());
    now_s_ += after_speech_s - between_cues_s;
    if (slot.length == Length::speech) now_s_ = std::max(now_s_, start_s_ + slot.seconds);
    spoken_s_ = 0;
  }

  void say(const Saying& saying) {
    if (saying.changes_side) {
      add_side_switch(now_s_);
      now_s_ += side_switch_s + after_side_switch_s;
    }
    const double length = clip_s(saying.text);
    session_.cues.push_back({now_s_, now_s_ + length, saying.text, saying.kind, phase_});
    now_s_ += std::max(length, reading_s(saying.text)) + between_cues_s;
  }

  void end() {
    const double tone = end_tone_share * 60 / breath_bpm() * (1 - inhale_share);
    session_.tones.push_back({now_s_, now_s_ + tone, ToneKind::end});
    now_s_ += tone;
  }

  [[nodiscard]] double breath_bpm() const { return std::clamp(settings_.pace_bpm, slowest_bpm, fastest_bpm); }

  void add_side_switch(double at_s) { session_.tones.push_back({at_s, at_s + side_switch_s, ToneKind::side_switch}); }

  [[nodiscard]] double clip_s(const std::string& text) const { return spoken_s(text, settings_.clips); }

  void time_sections() {
    for (const Phase& phase : session_.phases) {
      SessionSection& section = session_.sections[static_cast<std::size_t>(phase.section)];
      if (section.end_s == 0) section.start_s = phase.start_s;
      section.end_s = phase.end_s;
    }
  }

  Outline outline_;
  const Settings& settings_;
  Session session_;
  int phase_ = 0;
  double start_s_ = 0, now_s_ = 0;                   ///< of the phase being timed, and where it has come to
  double paced_s_ = 0;                               ///< paced breathing so far
  double breath_bpm_ = 0;                            ///< of the present breath
  int half_ = 0;                                     ///< which half of it
  double spoken_s_ = 0;                              ///< in the present phase
  double spoken_before_s_ = 0, length_before_s_ = 0; ///< of the paced phase before; 0: it was not paced
};

} // namespace

Session plan(const score::Score& score, const Settings& settings, const Sayings& sayings) {
  return Timer{outline_of(score, settings, sayings), settings}.session(score.title);
}

std::vector<std::string> cue_texts(const score::Score& score, const Sayings& sayings) {
  Settings everything_told;
  everything_told.knees_padded = true;
  everything_told.wrists = Wrists::fists;
  Settings more_comfort = everything_told;
  more_comfort.head_up = more_comfort.belly = true;
  more_comfort.pacer = false;
  std::vector<std::string> texts;
  const auto add = [&](const std::string& text) {
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
  };
  const auto add_all = [&](const Settings& settings) {
    for (const Slot& slot : outline_of(score, settings, sayings).slots) {
      for (const Saying& prompt : slot.prompts)
        add(prompt.text);
      for (const Saying& saying : slot.sayings)
        add(saying.text);
    }
  };
  Settings everything_offered;
  everything_offered.offers = true;
  add_all(everything_offered);
  add_all(everything_told);
  add_all(more_comfort);
  more_comfort.pelvis = true; // which leaves the sides out
  add_all(more_comfort);
  add(sayings.stopped);
  add(sayings.offer.taken);
  return texts;
}

} // namespace supple::guide
