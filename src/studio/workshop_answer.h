// SPDX-License-Identifier: Apache-2.0
// What the page asks of the workshop, and only a page of this server:
//   GET  makes/orders.json  → the list of studio/workshop.h
//   GET  makes/<file>       → a film or a card that is ready
//   POST makes/order.json   an order (workshop.h) → {"number":1}; 503 where too many wait
//   POST makes/cancel.json  {"number":1} → the list
#pragma once

#include "studio/answer.h"
#include "studio/workshop.h"

#include <string_view>

namespace supple::studio {

/// Whether a request gives or cancels an order: then its body is read, and `order_answer` has the answer.
[[nodiscard]] bool is_order(const Request& request);

[[nodiscard]] Answer order_answer(std::string_view file, std::string_view body, Workshop& workshop);

/// The answer to GET or HEAD for this file; none where there is no such file of the workshop.
[[nodiscard]] std::optional<Answer> workshop_answer(const Request& request, std::string_view file, Workshop& workshop,
                                                    CompressedTexts& compressed_texts);

} // namespace supple::studio
