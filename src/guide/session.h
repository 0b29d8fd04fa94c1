// SPDX-License-Identifier: Apache-2.0
// A session in time: what is done, said, sounded and shown when. The browser, the terminal and the film follow the very
// same one. Times are seconds from its beginning.
#pragma once

#include "score/score.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace supple::guide {

/// Seconds that the voice needs for a text, by clip name (clip_name below). Missing ones are estimated at 110 words a
/// minute.
using ClipLengths = std::map<std::string, double, std::less<>>;

enum class Wrists { palms, fists, forearms };

/// What she told before the session.
struct Settings {
  int week = 24;          ///< of pregnancy, 4 to 42
  double pace_bpm = 6;    ///< breaths a minute, 4 to 12
  double opening_bpm = 8; ///< the pace of the first minute of paced breathing, unless hers is higher
  Wrists wrists = Wrists::palms;
  bool knees_padded = false; ///< the mat folded double
  ClipLengths clips;
};

enum class SectionKind { ready, teaching, rounds, sides, once, finish };

struct SessionSection {
  SectionKind kind = SectionKind::rounds;
  std::string title; ///< "Get ready", "Teaching round", "Centre", "Left side", "Right side", "Finish"
  int breaths = 0;   ///< full breaths in it, for the marks of progress
  double start_s = 0, end_s = 0;
};

/// One breath, or one stretch of time without a paced breath. Phases follow one another without a gap.
struct Phase {
  double start_s = 0, end_s = 0;
  int section = 0; ///< index in Session::sections
  int round = 0;   ///< 1, 2, … within the section; 0 where nothing is repeated
  vocabulary::Breath breath = vocabulary::Breath::free;
  vocabulary::Side side = vocabulary::Side::none; ///< never `each`: the side of the moment
  vocabulary::Sense sense = vocabulary::Sense::unsaid;
  vocabulary::Posture posture = vocabulary::Posture::all_fours; ///< the posture that the moves are done in
  std::vector<vocabulary::MoveAmount> standing;                 ///< instructions without a breath: they stay
  std::vector<vocabulary::MoveAmount> moves;                    ///< of this breath, on top of the posture
  bool paced = false;                                           ///< whether the pace of her breath sets its length
};

enum class CueKind { setup, teach, with_me, breath, short_form, side, finish, care };

struct Cue {
  double start_s = 0, end_s = 0;
  std::string text;
  CueKind kind = CueKind::teach;
  int phase = 0; ///< the phase that it is spoken in
};

/// At most two lines, parted by a newline (Netflix Timed Text Style Guide; BBC Subtitle Guidelines).
struct Caption {
  double start_s = 0, end_s = 0;
  std::string text;
};

enum class ToneKind { inhale, exhale, side_switch, end };

struct Tone {
  double start_s = 0, end_s = 0;
  ToneKind kind = ToneKind::inhale;
};

struct Session {
  std::string title;
  double duration_s = 0;
  std::vector<SessionSection> sections;
  std::vector<Phase> phases;
  std::vector<Cue> cues;
  std::vector<Caption> captions;
  std::vector<Tone> tones;
};

/// As they are spelt in JSON: `teaching`, `short_form`, `side_switch`, …
[[nodiscard]] std::string_view name(SectionKind kind);
[[nodiscard]] std::string_view name(CueKind kind);
[[nodiscard]] std::string_view name(ToneKind kind);

/// The file name, without its ending, of the clip that says `text`: 16 hexadecimal digits of FNV-1a.
[[nodiscard]] std::string clip_name(std::string_view text);

/// Seconds that the voice needs for `text`.
[[nodiscard]] double spoken_s(std::string_view text, const ClipLengths& clips);

} // namespace supple::guide
