// SPDX-License-Identifier: Apache-2.0
// A session as JSON, in the form of docs/schemas/plan.schema.json: the same for the command line and the browser.
#pragma once

#include "guide/session.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::guide {

/// Times are rounded to a thousandth of a second.
[[nodiscard]] nlohmann::ordered_json to_json(const Session& session);

} // namespace supple::guide
