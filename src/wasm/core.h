// SPDX-License-Identifier: Apache-2.0
// The room `wasm`: the core for the browser, as a plain C interface. What happens seldom (reading, planning, events)
// goes through one door in JSON; what happens every frame (the picture) is an array of pixels.
//
// A request is a JSON object with "do"; the answer is a JSON object, with "error": "one sentence" where it cannot be
// done.
//
//   {"do":"language","code":"es","lexicon":"…","guide":"…"} → {}
//      The language that translations are in: lexicon/es.toml and lexicon/guide.es.toml, in the browser as
//      cmake/pack_table.py makes them. From then on "read", "open" and "replay" also take "translation":T, the
//      translation of the text.
//   {"do":"bring","exercises":[{"name","text"}…]} → {"exercises":how many}: those that a workout may link to; for a
//      workout that is translated each with "translation":T too.
//   {"do":"read","text":T,"week":24} or {…,"settings":{…}}
//      → {"title":…, "exercise":bool, "reading":{docs/vocabulary.md}, "start_line":3|null,
//      "findings":[{"name","severity","line","column",
//         "length","message","remedy"}], "playable":bool, "filled":["rounds|sides|holds|finish"], "care":["…"],
//         "comfort":[{"part","text"}],
//         "first_week":4,"last_week":42,"postnatal_week":null|6,"tags":[…],"refused":["…"],"duration_s":…,
//         "exercises":[{"name","title"}],"left_out":[{"name","title","why":"week|after_birth|rule|pelvis|wrists|head"}]}
//      of a workout: what is led, and what is left out of it for these settings.
//      `playable`: no error for her week and at least one step. `refused`: what makes no sense where it is asked for.
//   {"do":"open","text":T,"settings":{"week":24,"pace_bpm":6,"wrists":"palms|fists|forearms","knees_padded":bool},
//    "clips":{"<clip name>":seconds,…}}
//      → {"session":{the form of `supple plan --json`}, "texts":[{"text","clip"}…], "refused":["…"], "moment":{…}}
//      The session that is open is replaced. `texts`: everything that it may say.
//      settings also: "opening_bpm", and flags "pelvis", "head_up", "belly", "own_breath" (no pacer),
//      "weeks_after_birth". With "visit":{…} a session opens only for whom guide/screening.h admits.
//      With "line":N it begins with the round of the sentence of that line (guide/live.h).
//   {"do":"edit","text":T} → {"title","exercise","reading","sentences":[…],"findings":[… with "instead"],"filled",
//      "playable","breaths","duration_s"}
//      A text that is being written, as far as it can be read, whatever is wrong in it; the rules of every week that it
//      is for. `sentences`: the form of `supple read --why --json`. `instead`: what may take the place of the words.
//   {"do":"show","line":12,"column":3} → {"shown":bool,"line","refused":["…"]}
//      The figure that stands still does that sentence of the text that was edited last (supple_pose).
//   {"do":"said","line":12} → {"said":[{"text","clip"}]}: what the voice says of that line.
//   {"do":"wordings"} → {"wordings":[{"move","words"}]}: words of the lexicon for its moves.
//   {"do":"suggest","words":W} → {"words":"what may have been meant"}, empty where nothing is near.
//   {"do":"event","event":"start|pause|resume|slower|faster|skip|stop","clock_s":t} → {"actions":[…],"moment":{…}}
//   {"do":"advance","clock_s":t}                                                   → {"actions":[…],"moment":{…}}
//      actions:
//      {"kind":"speak|tone|caption|phase|state|silence","at_s","duration_s","text","clip","cue","tone","phase",
//      "state"}, each with the members that its kind has (guide/live.h). moment:
//      {"state","position_s","phase","section",
//      "section_title","round","breath":"inhale|exhale|free","side","phase_fraction","phase_duration_s","breaths_done",
//      "breaths_in_all","left_s","pace_bpm","slowest","fastest"}
//   {"do":"screening","visit":{"day","after_birth","week","screened":{"day","after_birth","week","answers":{id:bool}},
//    "stopped_since","talked","stops":[day,…],"stop_sign_day","today":{id:bool}}}
//      → {"admission":"screening|not_now|talk_first|pause|today|not_today|open","due":bool,
//         "questions":[{"id","yes":"stop|not_now|talk_first"}]}: those that are asked at this stage.
//   {"do":"clip","text":T} → {"clip":"the file name, without its ending, of the clip that says it"}
//   {"do":"still","posture":"all-fours","moves":["spine.round"],"side":"none","week":24}  → {"refused":[…]}
//      poses a figure that stands still, for supple_pose with clock_s < 0.
//   {"do":"replay","text":T,"settings":{…},"log":"1 start\n12.5 pause\n…"} → {"hash":"16 hexadecimal digits"}
//      The hash of all that a session led by this log answers (guide/replay.h).
#pragma once

#include <cstdint>

extern "C" {

struct supple_core;

/// A core with the lexicon and the rules that the program carries.
supple_core* supple_create();
void supple_destroy(supple_core* core);

/// Room for a request of `size` bytes (at most 32 MB; null beyond). Valid until the next call.
char* supple_request(supple_core* core, std::uint32_t size);

/// Answers the request of `size` bytes that was written there; the answer is valid until the next call.
const char* supple_answer(supple_core* core, std::uint32_t size);
std::uint32_t supple_answer_size(const supple_core* core);

/// Poses her at `clock_s` (the clock of the events; negative: the figure that stands still, which does a sentence from
/// -1, its beginning, to -2, its end, where one was shown). Returns how full of breath
/// she is, 0 to 1.
float supple_pose(supple_core* core, double clock_s);

/// The picture of the last pose, `width` times `height` pixels (at most 4096 each; null beyond) row by row from the
/// top, each red, green, blue and alpha, a byte each; alpha is not multiplied in, and 0 where the page is seen. `look`
/// adds up: 1 by night, 2 with the mat, 4 as in a mirror (the page turns the picture left to right). `ahead` and
/// `above`: degrees that she is turned by hand. Valid until the next call.
const std::uint32_t* supple_paint(supple_core* core, std::uint32_t width, std::uint32_t height, std::uint32_t look,
                                  double ahead, double above);

/// For a painter with a graphics card, the surfaces of her who was posed last (figure/given.h): a number that changes
/// when they are others, then addresses and counts of numbers: points, corners, points of the spine, corners of the
/// spine; then how many of the last belong to a vertebra, and the number of patches. In the browser only, where an
/// address has 32 bits. Valid until she is another person, or uses something else.
const std::uint32_t* supple_surfaces(supple_core* core);

/// What it needs for the picture that supple_paint would make: [0] number of floats in all, the eye 15 and how far the
/// middle of her is from it, the look 37, her stature, her breath, the motion; then the light (figure/given.h),
/// where there is new one. `lighting`: 0 for none, 1 for all of it, 2 for one more part of the work on it, which is
/// given with the last of them. Valid until the next call.
const float* supple_give(supple_core* core, std::uint32_t width, std::uint32_t height, std::uint32_t look, double ahead,
                         double above, std::uint32_t lighting);
}
