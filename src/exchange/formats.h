// SPDX-License-Identifier: Apache-2.0
// An exercise for other programs.
#pragma once

#include "score/score.h"

#include <string>
#include <string_view>

namespace supple::exchange {

/// What docs/schemas/exercise.schema.json describes: the sections with their steps, what the body does in the names of
/// the vocabulary, and the text itself.
[[nodiscard]] std::string json_of(const score::Score& score, std::string_view source);

/// An ActivityDefinition of FHIR R4 (hl7.org/fhir/R4/activitydefinition.html): what is done, for how long, told as
/// text. It promises no outcome and names no condition. `name`: of the file, without its ending; `duration_s`: of the
/// session.
[[nodiscard]] std::string activity_definition(const score::Score& score, std::string_view name, double duration_s);

} // namespace supple::exchange
