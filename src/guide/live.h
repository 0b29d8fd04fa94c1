// SPDX-License-Identifier: Apache-2.0
// The live guide: a session that is being led. It has no clock, no sound and no screen: it is told the time and what
// she does, and answers with what to do. Given the same score, settings and events at the same times it always answers
// the same.
#pragma once

#include "guide/plan.h"

namespace supple::guide {

/// ready → leading ⇄ paused → finished; stopped from every one of them, and nothing leads out of stopped.
enum class State { ready, leading, paused, finished, stopped };

enum class Event { start, pause, resume, slower, faster, skip, stop };

enum class ActionKind {
  speak,   ///< the voice says `text` (clip `clip_name(text)`), from `at_s` on
  tone,    ///< a tone of `tone` for `duration_s`, from `at_s` on
  caption, ///< `text` is shown from `at_s` on; empty: nothing is shown
  phase,   ///< phase `phase` begins
  state,   ///< the state is now `state`
  silence, ///< everything that sounds or is about to sound is silenced at once, within 100 ms
};

struct Action {
  ActionKind kind = ActionKind::state;
  double at_s = 0;       ///< the caller's clock
  double duration_s = 0; ///< of `speak` and `tone`
  std::string text;
  bool ahead = false; ///< of `caption`: it is of the breath that comes next
  CueKind cue = CueKind::teach;
  ToneKind tone = ToneKind::inhale;
  int phase = 0;
  State state = State::ready;
};

using Actions = std::vector<Action>;

/// A session being led. Make one with `begin`; change it only through `handle` and `advance`.
struct Live {
  score::Score score;
  Settings settings;
  Sayings sayings; ///< in the language of the score
  Session session; ///< the plan at the present pace
  State state = State::ready;
  double clock_s = 0;    ///< the caller's clock at the last event or advance
  double position_s = 0; ///< the place in the session at `clock_s`
  double told_s = 0;     ///< the place up to which sounds have been told, at or ahead of `position_s`
  std::size_t next_cue = 0, next_tone = 0, next_caption = 0, next_phase = 0; ///< the first ones not yet told
  bool captioned = false;                                                    ///< a caption is shown
  double rest_offer_at_s = -1; ///< when, after a stop, rest is offered; negative: not
  int seams = 0;               ///< counts the instants where the motion was bent by an event (motion/live_motion.h)
};

/// Whoever was not admitted (Settings::admission) is at `stopped` from the beginning.
[[nodiscard]] Live begin(const score::Score& score, const Settings& settings, Sayings sayings = standard_sayings());

/// Before its start: it will begin with the round of the sentence that stands at this line, or else at the first one
/// below it; from its beginning where there is none.
void begin_at_line(Live& live, int line);

/// How far ahead of time sounds are told, so that the caller can schedule them on its audio clock, seconds.
inline constexpr double lookahead_s = 0.2;

/// Something happened at `clock_s`, which must not lie before the last one (an earlier one counts as the last). An
/// event that has no meaning in the present state does nothing. `pause` keeps the place; `resume` goes on there, or at
/// the beginning of the cue that was cut, so that it is heard whole. `slower` and `faster` change the pace by half a
/// breath a minute and keep the phase and how far it has come; speech outside of paced breaths is not cut by them.
/// `skip` goes to the beginning of the next section, from the last one to the end. `stop` is silence at once; a little
/// later rest is offered, once, and nothing is asked of her.
[[nodiscard]] Actions handle(Live& live, Event event, double clock_s);

/// Time has passed: everything that is due until `clock_s` (sounds: until `clock_s + lookahead_s`).
[[nodiscard]] Actions advance(Live& live, double clock_s);

/// What a screen shows now.
struct Moment {
  State state = State::ready;
  double position_s = 0; ///< in the session at the present pace
  int phase = 0, section = 0, round = 0;
  double phase_fraction = 0;                ///< 0 to 1
  int breaths_done = 0, breaths_in_all = 0; ///< full breaths, for the marks of progress
  double left_s = 0;
  double pace_bpm = 6;
  bool slowest = false, fastest = false;
};

[[nodiscard]] Moment moment(const Live& live);

} // namespace supple::guide
