// SPDX-License-Identifier: Apache-2.0
// A session in time: what is done, said, sounded and shown when. The browser, the terminal and the film follow the very
// same one. Times are seconds from its beginning.
#pragma once

#include "guide/screening.h"
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
  int week = 24;                        ///< of pregnancy, 4 to 42
  std::optional<int> weeks_after_birth; ///< none: before it
  double pace_bpm = 6;                  ///< breaths a minute, 4 to 12
  double opening_bpm = 8;               ///< the pace of the first minute of paced breathing, unless hers is higher
  Wrists wrists = Wrists::palms;
  bool knees_padded = false; ///< the mat folded double
  bool pelvis = false;       ///< her pelvis or pubic bone hurts: no side alone, knees no wider than the hips
  bool head_up = false;      ///< her head stays above her hips (eyes, reflux, dizziness, blood pressure)
  bool belly = false;        ///< her belly wants room
  bool offers = false;       ///< the comfort that she has not chosen is offered, where somebody can take it
  bool pacer = true;         ///< tones and words lead her breath; else she keeps her own
  Admission admission = Admission::open; ///< anything else, and the session has stopped before it began
  ClipLengths clips;
};

/// `transition`: from one exercise of a workout to the next.
enum class SectionKind { ready, teaching, rounds, sides, once, finish, transition };

struct SessionSection {
  SectionKind kind = SectionKind::rounds;
  std::string title; ///< "Get ready", "Teaching round", "Centre", "Left side", "Right side", "Finish", of a
                     ///< transition what comes
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
  text::Place place = {}; ///< of the sentence that is done in it; length 0: of none
};

enum class CueKind { setup, teach, with_me, breath, short_form, side, finish, care, offer };

/// Whether a cue is for the breath that comes after it.
[[nodiscard]] constexpr bool is_ahead(CueKind kind) {
  return kind >= CueKind::with_me && kind <= CueKind::side;
}

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
  bool ahead = false; ///< of a cue for the breath that comes next
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
