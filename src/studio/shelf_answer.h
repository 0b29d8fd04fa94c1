// SPDX-License-Identifier: Apache-2.0
// What the page asks of the shelf of her diary, and only a page of this server:
//   GET  diary/entries.json     → {"<name>":"<text>",…}
//   POST diary/changes.json
//   {"clear":bool,"put":{"<name>":"<text>"},"remove":["<name>"],"expect":{"<name>":"<text>"|null}} POST
//   diary/destroy.json     {}
// A change is answered with 204 once it is on the disk; 409, 426, 507, 500 are the troubles of diary/shelf.h.
#pragma once

#include "diary/shelf.h"
#include "studio/answer.h"

#include <optional>
#include <string>
#include <string_view>

namespace supple::studio {

/// Whether a request is a change of the diary: then its body is read, and `change_answer` has the answer.
[[nodiscard]] bool is_change(const Request& request);

/// Why a change is not looked at: it does not come from a page of this server, or is of another type.
[[nodiscard]] std::optional<Answer> change_refusal(const Request& request, std::string_view type = "application/json");

/// The answer to a change; asks nothing of the shelf where the body is not of the form above.
[[nodiscard]] Answer change_answer(std::string_view file, std::string_view body, diary::Shelf& shelf);

/// The answer to GET or HEAD for this file; none where it is not the diary's.
[[nodiscard]] std::optional<Answer> shelf_answer(std::string_view file, diary::Shelf& shelf);

/// The changes that a body asks for; none where it is not of the form above.
[[nodiscard]] std::optional<diary::Changes> changes_of(std::string_view body);

} // namespace supple::studio
