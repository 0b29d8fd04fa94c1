// SPDX-License-Identifier: Apache-2.0
// The room `wasm`: the core for the browser, as a plain C interface. What happens seldom (reading, planning, events)
// goes through one door in JSON; what happens every frame (the drawing) is an array of floats.
//
// A request is a JSON object with "do"; the answer is a JSON object, with "error": "one sentence" where it cannot be
// done.
//
//   {"do":"read","text":T,"week":24}
//      → {"title":…, "exercise":bool, "reading":{docs/vocabulary.md}, "start_line":3|null,
//      "findings":[{"name","severity","line","column",
//         "length","message","remedy"}], "playable":bool, "filled":["…"], "care":["…"], "comfort":[{"part","text"}],
//         "first_week":4,"last_week":42,"postnatal_week":null|6,"tags":[…],"refused":["…"],"duration_s":…}
//      `playable`: no error for her week and at least one step. `refused`: what the figure cannot show yet.
//   {"do":"open","text":T,"settings":{"week":24,"pace_bpm":6,"wrists":"palms|fists|forearms","knees_padded":bool},
//    "clips":{"<clip name>":seconds,…}}
//      → {"session":{the form of `supple plan --json`}, "texts":[{"text","clip"}…], "refused":["…"], "moment":{…}}
//      The session that is open is replaced. `texts`: everything that it may say.
//   {"do":"event","event":"start|pause|resume|slower|faster|skip|stop","clock_s":t} → {"actions":[…],"moment":{…}}
//   {"do":"advance","clock_s":t}                                                   → {"actions":[…],"moment":{…}}
//      actions:
//      {"kind":"speak|tone|caption|phase|state|silence","at_s","duration_s","text","clip","cue","tone","phase",
//      "state"}, each with the members that its kind has (guide/live.h). moment:
//      {"state","position_s","phase","section",
//      "section_title","round","breath":"inhale|exhale|free","side","phase_fraction","phase_duration_s","breaths_done",
//      "breaths_in_all","left_s","pace_bpm","slowest","fastest"}
//   {"do":"still","posture":"all-fours","moves":["spine.round"],"side":"none","week":24}  → {"refused":[…]}
//      poses a figure that stands still, for supple_draw with clock_s < 0.
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

/// The drawing at `clock_s` (the clock of the events; negative: the figure that stands still), as floats:
///   [0] number of floats in all, [1] elevation of the camera 0..1, [2] breath 0..1,
///   [3] number of outlines, then for each: layer (figure::Layer), number of dots, x, y, x, y, …
///   number of vertebrae (24), then for each: x, y, angle, length, width, light
///   number of dots of the sacrum, x, y, …
///   number of dots of the line of the spine, x, y, …
/// Metres, x to the right, y up (figure/figure.h). Valid until the next call.
const float* supple_draw(supple_core* core, double clock_s);
}
