// SPDX-License-Identifier: Apache-2.0
// What a text tells again: said twice, it is one step.
#pragma once

#include "reader/step_parts.h"

#include <string_view>
#include <vector>

namespace supple::reader {

/// "Now the same to the left": nothing new is told. Coming back may be told again.
[[nodiscard]] bool is_said_again(const Part& part, const std::vector<Step>& steps);

/// "And we swap! Left hand down, right arm up": after the other side was named, what was told for the first one.
[[nodiscard]] bool is_of_second_side(const Part& part, const std::vector<Step>& steps);

/// "Sway from side to side. Wag your tail, pet": the same move, told at once in other words.
[[nodiscard]] bool is_told_twice(const Part& part, const std::vector<Step>& steps);

/// "And turn slowly, like an old door": how, of a move that was told before.
[[nodiscard]] bool only_says_how(const Part& part, const std::vector<Step>& steps);

/// "In on the way down, out on the way up": the breaths of the moves told last, if they have none yet.
[[nodiscard]] bool breathe_before(const std::vector<Part>& parts, std::vector<Step>& steps);

/// "All you do is sway. Hips to one side as you breathe out": named first, and told then with its breath.
[[nodiscard]] bool was_announced(const Part& part, const std::vector<Step>& steps);

/// "Roll your hip forward, and let it come back. In all of this the hip sets out as you breathe out and comes home as
/// you breathe in": the breaths of what goes there and back. What gave such a breath is no step.
void breathe_there_and_back(SentenceReading& said, std::string_view sentence, std::vector<Step>& steps);

/// "Breathe out each time you turn": the breath of a move that was told without one.
[[nodiscard]] bool gives_breath(const Part& part, std::vector<Step>& steps);

/// "Inhale, arch your back. Exhale, round it. Inhale, cow. Exhale, cat": one round, told a second time in fewer words.
void drop_rounds_told_again(std::vector<Step>& steps);

} // namespace supple::reader
