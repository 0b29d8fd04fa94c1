// SPDX-License-Identifier: Apache-2.0
// What a text asks for that she does not do.
#pragma once

#include "body/pose.h"
#include "guide/session.h"
#include "text/place.h"

#include <vector>

namespace supple::motion {

/// What is done in the phase when she is there. Hands that walk home as she comes up to her heels do so on the way:
/// what makes sense in the posture that she leaves and not in the one that she comes to is left out.
[[nodiscard]] std::vector<vocabulary::MoveAmount> done_there(const body::Person& person, const guide::Phase& phase,
                                                             vocabulary::Posture left);

/// The moves of a session that make no sense in the posture that this person is then in: a warning `posture.move` for
/// each, at the first words that ask for it. What is not done in her week the rules tell (score/rules.h).
[[nodiscard]] text::Diagnostics refused_in(const guide::Session& session, const body::Person& person);

} // namespace supple::motion
