// SPDX-License-Identifier: Apache-2.0
// What holds of every session of every score with every setting (numbers: guide/numbers.h and the sources named there).
#include "arbitrary.h"

#include "guide/bearing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supple::guide {
namespace {

using namespace testing;

constexpr double rounding_s = 1e-6;

struct Case {
  score::Score score = any_score();
  Settings settings = any_settings(score);
  Session session = plan(score, settings);
};

double length(const Phase& phase) {
  return phase.end_s - phase.start_s;
}

const Phase& phase_of(const Session& session, const Cue& cue) {
  return session.phases.at(static_cast<std::size_t>(cue.phase));
}

int characters(std::string_view text) {
  return text::characters(text);
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

RC_GTEST_PROP(EverySession, EndsCentredAndAtRest, ()) {
  const Case c;
  const Phase& last = c.session.phases.back();
  RC_ASSERT(is_rest(last.posture));
  RC_ASSERT(last.side == Side::none);
  RC_ASSERT(last.moves.empty());
  RC_ASSERT(last.standing.empty());
  RC_ASSERT(c.session.sections.back().kind == SectionKind::finish);
}

RC_GTEST_PROP(EverySession, GivesBothSidesTheSameBreaths, ()) {
  const Case c;
  int left = 0, right = 0;
  for (const Phase& phase : c.session.phases) {
    RC_ASSERT(phase.side != Side::each);
    if (phase.paced && phase.side == Side::left) ++left;
    if (phase.paced && phase.side == Side::right) ++right;
  }
  RC_ASSERT(left == right);
}

RC_GTEST_PROP(EverySession, HasPhasesWithoutAGap, ()) {
  const Case c;
  double end_s = 0;
  int section = 0;
  for (const Phase& phase : c.session.phases) {
    RC_ASSERT(phase.start_s == end_s);
    RC_ASSERT(phase.end_s > phase.start_s);
    RC_ASSERT(phase.section == section || phase.section == section + 1);
    section = phase.section;
    end_s = phase.end_s;
  }
  RC_ASSERT(end_s == c.session.duration_s);
  RC_ASSERT(section + 1 == static_cast<int>(c.session.sections.size()));
}

RC_GTEST_PROP(EverySession, BreathesInAndOutByTurnsAndOutTheLonger, ()) {
  const Case c;
  bool second_half = false;
  for (std::size_t i = 0; i < c.session.phases.size(); ++i) {
    const Phase& phase = c.session.phases[i];
    const bool goes_on = phase.paced && i > 0 && c.session.phases[i - 1].paced;
    second_half = goes_on && !second_half;
    if (!phase.paced) continue;
    RC_ASSERT(phase.breath != Breath::free);
    const double breath_s = length(phase) / (phase.breath == Breath::inhale ? 0.4 : 0.6);
    RC_ASSERT(breath_s >= 5 - rounding_s);
    RC_ASSERT(breath_s <= 15 + rounding_s);
    if (!goes_on) continue;
    const Phase& before = c.session.phases[i - 1];
    RC_ASSERT(before.breath != phase.breath);
    if (second_half) RC_ASSERT((length(phase) > length(before)) == (phase.breath == Breath::exhale));
  }
}

RC_GTEST_PROP(EverySession, BeginsAtTheOpeningPaceAndComesToHers, ()) {
  const Case c;
  double paced_s = 0;
  for (const Phase& phase : c.session.phases) {
    if (!phase.paced) continue;
    const double bpm = 60 / length(phase) * (phase.breath == Breath::inhale ? 0.4 : 0.6);
    const double opening_bpm = std::max(8.0, c.settings.pace_bpm);
    // The second half of a breath keeps the pace of the first.
    if (paced_s < 60 - rounding_s) RC_ASSERT(std::abs(bpm - opening_bpm) < rounding_s);
    if (paced_s > 60 + 15) RC_ASSERT(std::abs(bpm - c.settings.pace_bpm) < rounding_s);
    paced_s += length(phase);
  }
}

RC_GTEST_PROP(EverySession, SpeaksWithinItsPhasesOneCueAfterTheOther, ()) {
  const Case c;
  double end_s = 0;
  std::vector<int> cues(c.session.phases.size());
  for (const Cue& cue : c.session.cues) {
    const Phase& phase = phase_of(c.session, cue);
    RC_ASSERT(cue.start_s >= phase.start_s - rounding_s);
    RC_ASSERT(cue.end_s <= phase.end_s + rounding_s);
    RC_ASSERT(cue.start_s >= end_s);
    RC_ASSERT(!phase.paced || ++cues[static_cast<std::size_t>(cue.phase)] == 1);
    end_s = cue.end_s;
  }
}

RC_GTEST_PROP(EverySession, SpeaksShortlyBeforeABreathAndIsMostlySilent, ()) {
  const Case c;
  std::vector<double> spoken(c.session.phases.size());
  for (const Cue& cue : c.session.cues) {
    const Phase& phase = phase_of(c.session, cue);
    spoken[static_cast<std::size_t>(cue.phase)] += cue.end_s - cue.start_s;
    RC_ASSERT(!phase.paced || phase.end_s - cue.end_s >= 0.3 - rounding_s);
  }
  for (std::size_t i = 1; i < spoken.size(); ++i) {
    const Phase &before = c.session.phases[i - 1], &now = c.session.phases[i];
    if (!before.paced || !now.paced) continue;
    RC_ASSERT(spoken[i - 1] + spoken[i] <= 0.6 * (length(before) + length(now)) + rounding_s);
  }
}

RC_GTEST_PROP(EverySession, SaysOnlyBreathsAndSidesFromTheThirdRoundOn, ()) {
  const Case c;
  for (const Cue& cue : c.session.cues) {
    // A cue belongs to the phase after the one that it lies in.
    const std::size_t next = std::min(static_cast<std::size_t>(cue.phase) + 1, c.session.phases.size() - 1);
    if (!phase_of(c.session, cue).paced || c.session.phases[next].round < 3) continue;
    RC_ASSERT(cue.kind == CueKind::breath || cue.kind == CueKind::side);
  }
}

RC_GTEST_PROP(EverySession, BeginsTheCuesOfASideWithTheSide, ()) {
  const Case c;
  for (const Cue& cue : c.session.cues) {
    if (cue.kind != CueKind::side) continue;
    RC_ASSERT(cue.text.starts_with("Left side") || cue.text.starts_with("Right side"));
  }
}

RC_GTEST_PROP(EverySession, ShowsAllThatItSaysToReadAtEase, ()) {
  const Case c;
  const auto& captions = c.session.captions;
  for (std::size_t i = 0; i < captions.size(); ++i) {
    const Caption& caption = captions[i];
    const double shown_s = caption.end_s - caption.start_s;
    RC_ASSERT(shown_s >= 1 - rounding_s);
    RC_ASSERT(shown_s <= 7 + rounding_s);
    RC_ASSERT(characters(caption.text) <= 17 * shown_s + rounding_s);
    RC_ASSERT(caption.end_s <= c.session.duration_s + rounding_s);
    if (i > 0) RC_ASSERT(caption.start_s - captions[i - 1].end_s >= 0.083 - rounding_s);
    const std::size_t line_end = std::min(caption.text.find('\n'), caption.text.size());
    RC_ASSERT(characters(caption.text.substr(0, line_end)) <= 42);
    const std::string second = line_end < caption.text.size() ? caption.text.substr(line_end + 1) : "";
    RC_ASSERT(characters(second) <= 42);
    RC_ASSERT(second.find('\n') == std::string::npos);
  }
}

RC_GTEST_PROP(EverySession, CaptionsEveryCueFromItsBeginningToItsEnd, ()) {
  const Case c;
  auto caption = c.session.captions.begin();
  for (const Cue& cue : c.session.cues) {
    RC_ASSERT(caption != c.session.captions.end());
    RC_ASSERT(std::abs(caption->start_s - cue.start_s) <= 0.2);
    const std::string said = without_spaces(cue.text);
    std::string shown;
    while (shown.size() < said.size() && caption != c.session.captions.end())
      shown += without_spaces((caption++)->text);
    RC_ASSERT(shown == said);
  }
  RC_ASSERT(caption == c.session.captions.end());
}

RC_GTEST_PROP(EverySession, SoundsEveryPacedBreathAndTheEnd, ()) {
  const Case c;
  std::vector<Tone> breaths;
  for (const Tone& tone : c.session.tones)
    if (tone.kind == ToneKind::inhale || tone.kind == ToneKind::exhale) breaths.push_back(tone);
  std::size_t next = 0;
  for (const Phase& phase : c.session.phases) {
    if (!phase.paced) continue;
    RC_ASSERT(next < breaths.size());
    RC_ASSERT(breaths[next].start_s == phase.start_s);
    RC_ASSERT(breaths[next].end_s == phase.end_s);
    RC_ASSERT((breaths[next++].kind == ToneKind::inhale) == (phase.breath == Breath::inhale));
  }
  RC_ASSERT(next == breaths.size());
  const Tone& last = c.session.tones.back();
  RC_ASSERT(last.kind == ToneKind::end);
  RC_ASSERT(std::abs(last.end_s - last.start_s - 2 * 0.6 * 60 / c.settings.pace_bpm) < rounding_s);
}

RC_GTEST_PROP(EverySession, KeepsItsStructureAtEveryPaceAndWithEveryVoice, ()) {
  const Case c;
  Settings others = any_settings(c.score);
  others.wrists = c.settings.wrists;
  others.knees_padded = c.settings.knees_padded;
  others.offers = c.settings.offers;
  const Session other = plan(c.score, others);
  RC_ASSERT(other.phases.size() == c.session.phases.size());
  for (std::size_t i = 0; i < other.phases.size(); ++i) {
    const Phase &a = c.session.phases[i], &b = other.phases[i];
    RC_ASSERT(a.section == b.section && a.round == b.round && a.breath == b.breath && a.side == b.side);
    RC_ASSERT(a.posture == b.posture && a.moves == b.moves && a.standing == b.standing && a.paced == b.paced);
  }
}

RC_GTEST_PROP(EverySession, SaysNothingThatTheVoiceWasNotAskedFor, ()) {
  const Case c;
  const auto texts = cue_texts(c.score);
  for (const Cue& cue : c.session.cues)
    RC_ASSERT(std::ranges::count(texts, cue.text) == 1);
}

} // namespace
} // namespace supple::guide
