// SPDX-License-Identifier: Apache-2.0
// What the words of one clause say of it, whatever stands around it: the signs by which its mood is judged.
#pragma once

#include "reader/clause.h"

#include <vector>

namespace supple::reader {

/// "Lift your hips up high, down dog.", "knees off: forearm plank"
[[nodiscard]] bool is_name_of_posture(const Found& found, const Clause& clause);

/// The name of a breath stands in it.
[[nodiscard]] bool has_breath(const Found& found, const Clause& clause);

/// "The partner has his eyes shut": a part of somebody else.
[[nodiscard]] bool is_of_another(const Found& found, const Clause& clause);

/// "Lying down, sitting in the car and turning in bed were all free of pain": what is done, and nobody is told to.
[[nodiscard]] bool lists_doings(const Found& found, const Clause& clause);

/// "Turn your chair sideways", "roll the mat up"
[[nodiscard]] bool has_thing_for_object(const Found& found, const Meant& meant, const Clause& clause);

/// "Go back to your doctor": where it leads is nothing that she moves or moved.
[[nodiscard]] bool leads_to_a_thing(const Found& found, const Meant& meant, const Clause& clause);

/// "And turn slowly": one verb, and nothing beside it but how.
[[nodiscard]] bool says_nothing_else(const Found& found, const Meant& meant, const Clause& clause);

/// "Hold it up for ten seconds": it is up already.
[[nodiscard]] bool is_held_there(const Found& found, const Meant& meant, const Clause& clause);

/// "She kneels on the mat", "I sit up": who shows it, and the name of a posture as the verb.
[[nodiscard]] bool takes_posture(const Found& found, const Clause& clause);

/// "Keeping your back long, lower your head", "holding the rail with both hands, breathe out": a verb of telling her
/// to, or a breath, follows a mark.
[[nodiscard]] bool is_imperative_ahead(const Found& found, const Clause& clause);

/// "Slow as cows coming home"
[[nodiscard]] bool says_what_it_is_like(const Found& found, const Clause& clause);

/// "Let her close her eyes", "and let them sit up": the words from `first` on tell another to do it.
[[nodiscard]] bool is_let_do(const Found& found, int first);

/// "Knees out as wide as the mat would let me": what it is compared with says nothing of who does it.
[[nodiscard]] int comparison_in(const Found& found, const Clause& clause);

/// "So that the backrest is under your arm": where a thing is, tells nobody to move.
[[nodiscard]] bool says_where_a_thing_is(const Found& found, const Clause& clause);

/// "Then all of it floats back", "everything comes down": the whole of what was told before.
[[nodiscard]] bool is_all_of_it(const Found& found, const Clause& clause);

/// "The baby has more room to turn": what it could do, and nobody is told to.
[[nodiscard]] bool is_room_to_move(const Found& found, const Clause& clause);

/// "Participants who cannot kneel sit on a chair", "who does not like that takes a chair".
[[nodiscard]] bool speaks_of_some(const Found& found, const Clause& clause);

/// "This lets your pelvis tip", "that gives the baby room": what was told does it, nobody is told to.
[[nodiscard]] bool is_about_this(const Found& found, const Clause& clause);

/// "… and now": what was under a condition is over.
[[nodiscard]] bool turns(const Found& found, const Clause& clause);

/// "Moving your spine helps": a verb that somebody else does.
[[nodiscard]] bool has_third_person(const Found& found, const Clause& clause);

/// "I bent my elbows", "she rolled over".
[[nodiscard]] bool is_past(const Found& found, const Clause& clause);

/// "The knees stay together."
[[nodiscard]] bool is_staying(const Found& found, const Clause& clause);

/// "If", "and if", "or, if"; but not "as if".
[[nodiscard]] bool opens_condition(const Found& found, const Clause& clause);

/// "Wiggle your shoulders": a word that is not known, and then a part of her body.
[[nodiscard]] bool is_unknown_order(const Found& found, const Clause& clause, bool in_posture);

/// "Do not arch your back (and drop your head)", "the mistake is to arch (and let the head drop)": what is not to be
/// done may go on after "and".
[[nodiscard]] bool forbids_more(const Found& found, const Clause& clause);

/// "And drop your head", "and letting it hang"; but "and keep your neck long" is to be done.
[[nodiscard]] bool goes_on_forbidden(const Found& found, const Clause& clause);

/// "Heels stay down": a name without an article before the verb.
[[nodiscard]] bool has_plain_subject(const Found& found, const Clause& clause);

/// "Go and come back like this": as it was told before.
[[nodiscard]] bool is_like_this(const Found& found, const Clause& clause);

/// "Give the left hip the same lesson"
[[nodiscard]] bool says_same(const Found& found, const Clause& clause);

/// "Only as far as your neck finds comfortable"
[[nodiscard]] bool is_limit(const Found& found, const Clause& clause);

/// "The ball rolls", "a chair stands": a thing and no part of her does it.
[[nodiscard]] bool has_thing(const Found& found, int first, int end);

/// "I usually end up staying there": what is her habit, and not now.
[[nodiscard]] bool says_habit(const Found& found, const Clause& clause);

/// "For as long as it takes": nothing that was named.
[[nodiscard]] bool is_of_no_part(const Found& found, int pronoun);

/// "Then" stands after the word `from` and up to `to`, in a clause with a move.
[[nodiscard]] bool parted_by_then(const Found& found, const std::vector<Clause>& clauses, int from, int to);

/// "Let it go out on the way back": on what the breath is drawn.
[[nodiscard]] bool is_of_way(const Found& found, const Meant& meant, const Clause& clause);

/// "At the same time your right arm goes forward", "still breathing out, squeeze": it goes on with what came before.
[[nodiscard]] bool begins_at_same_time(const Found& found);

} // namespace supple::reader
