// SPDX-License-Identifier: Apache-2.0
// The numbers of breath, cues and captions, each with where it comes from. Seconds unless the name says otherwise.
#pragma once

namespace supple::guide {

// Breath. Slow breathing between 4 and 12 a minute; pauses between the two halves add nothing (Laborde 2021), so there
// are none. That the way out is the longer one at every pace, and the share of it, are ours.
inline constexpr double slowest_bpm = 4;
inline constexpr double fastest_bpm = 12;
inline constexpr double pace_step_bpm = 0.5;
inline constexpr double inhale_share = 0.4;
inline constexpr double opening_s = 60; ///< of paced breathing, at the opening pace

// Cues (ours, after the rate of calm speech, 100 to 120 words a minute).
inline constexpr double words_per_minute = 110;
inline constexpr double lead_s = 0.3;               ///< between a cue and the breath that it is for
inline constexpr double fresh_lead_s = 0.8;         ///< the same, where the movement is new
inline constexpr double largest_spoken_share = 0.6; ///< of any two neighbouring breath phases
inline constexpr int short_form_rounds = 2;         ///< then breath words
inline constexpr int spoken_rounds = 4;             ///< then silence and the tones

// Time without a paced breath (ours).
inline constexpr double before_speech_s = 0.4;
inline constexpr double between_cues_s = 0.6;
inline constexpr double after_speech_s = 0.8;
inline constexpr double shortest_free_s = 6;     ///< of a movement or a change that is not paced: one breath of her own
inline constexpr double doing_s = 4;             ///< after the sentence, to do what it says
inline constexpr double changing_posture_s = 12; ///< the same, where it takes another posture

// Bounds, so that a text without measure still ends in a session: what goes beyond is left out.
inline constexpr int most_rounds = 100; ///< of one section, or on each side
inline constexpr int most_hold_breaths = 100;
inline constexpr int longest_timed_s = 3600;
inline constexpr unsigned most_phases = 20000;

// Tones.
inline constexpr double side_switch_s = 0.6;
inline constexpr double after_side_switch_s = 0.1;
inline constexpr double end_tone_share = 2; ///< of a breath out

// Captions (Netflix Timed Text Style Guide; BBC Subtitle Guidelines).
inline constexpr int caption_lines = 2;
inline constexpr int caption_line_characters = 37; ///< 42 at most, which is never needed
inline constexpr double caption_characters_per_s = 17;
inline constexpr double caption_aimed_characters_per_s = 13;
inline constexpr double caption_shortest_s = 1;
inline constexpr double caption_longest_s = 7;
inline constexpr double caption_gap_s = 0.084; ///< 0.083, and room for rounding to thousandths
inline constexpr double caption_rounding_s = 0.001;

// Stop.
inline constexpr double silence_before_rest_offer_s = 1.5;

} // namespace supple::guide
