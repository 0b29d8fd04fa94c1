// SPDX-License-Identifier: Apache-2.0
// What the editor asks of the library folder, and only a page of this server may change:
//   GET  desk/files.json              → {"names":["…"]}
//   GET  desk/files/<name>.json       → {"text":"…","tag":"…"}|null
//   GET  desk/recordings.json         → {"clips":["…"]}
//   GET  desk/recordings/<clip>.wav   → the recording
//   POST desk/write.json   {"name","text","expect":tag|null} → {"tag"}
//   POST desk/rename.json  {"name","to","expect":tag}        → {"tag"}
//   POST desk/remove.json  {"name","expect":tag}             → {}
//   POST desk/voice.json   {"text"}   → {}: its cues are said soon (clips.h)
//   POST desk/draft.json   {"article"} → {"draft":{"title","markdown"}|null}
//   POST desk/unrecord.json {"clip"}  → {}
//   POST desk/recordings/<clip>.wav   the sound itself, audio/wav → {}
// 400: no such form, or no name of a file; 409 {"file":{"text","tag"}|null}: the file is another one than was expected;
// 507: no room; 500: the folder cannot be written to.
#pragma once

#include "studio/answer.h"
#include "studio/clips.h"
#include "studio/desk.h"

#include <optional>
#include <string_view>

namespace supple::studio {

/// Whether a request changes something in the folder: then its body is read, and `desk_change` has the answer.
[[nodiscard]] bool is_desk_change(const Request& request);

/// Why it is not looked at: it does not come from a page of this server, or is of another type.
[[nodiscard]] std::optional<Answer> desk_refusal(const Request& request);

/// `clips`: of the voice, null for none.
[[nodiscard]] Answer desk_change(std::string_view file, std::string_view body, Desk& desk, Clips* clips);

/// The answer to GET or HEAD for this file; none where it is not the folder's.
[[nodiscard]] std::optional<Answer> desk_answer(const Request& request, std::string_view file, const Desk& desk,
                                                CompressedTexts& compressed_texts);

} // namespace supple::studio
