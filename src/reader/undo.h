// SPDX-License-Identifier: Apache-2.0
// What is lowered, released or taken back without a name is what was lifted, engaged or done last.
#pragma once

#include "reader/step_parts.h"

#include <optional>
#include <vector>

namespace supple::reader {

/// "Exhale, lower", "let the knee come down": after a leg that was lifted it is the leg that comes down, and after a
/// knee that was opened it closes. `posture`: the one she is in.
void lower_what_was_lifted(Part& part, const std::vector<Step>& steps, std::optional<vocabulary::Posture> posture);

/// "Then release it": what was engaged last.
void release_engaged(Part& part, const std::vector<Step>& steps);

/// "Walk back to the middle" after her hands walked: no foot walks.
void walk_back_on_hands(Part& part, const std::vector<Step>& steps);

/// "Come back up" from knees that she bent just now, in standing: she straightens her legs.
void straighten_what_was_bent(Part& part, const std::vector<Step>& steps);

/// "Come forward onto your hands and knees": with her hips at her heels she was on them no more.
[[nodiscard]] bool hips_are_back(const std::vector<Step>& steps);

} // namespace supple::reader
