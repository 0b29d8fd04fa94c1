// SPDX-License-Identifier: Apache-2.0
// The room `exchange`: texts on their way to other people and programs, and from them. A snapshot link carries the
// whole text of an exercise in the address: deflated (zlib, RFC 1950, whose checksum tells a link that was cut off or
// changed) and in the letters of base64url (RFC 4648) without padding. The page opens it through the reader only.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace supple::exchange {

/// What stands in the address before the letters of the text.
inline constexpr std::string_view snapshot_route = "#/text/";

/// No text is longer, in bytes, and no link has more letters.
inline constexpr std::size_t longest_snapshot_text = 100'000, longest_snapshot_letters = 40'000;

/// `#/text/…` for a text of UTF-8; empty where it is too long for a link.
[[nodiscard]] std::string snapshot_of(std::string_view text);

/// Whether something that was given as a file or a text is a snapshot link.
[[nodiscard]] bool is_snapshot(std::string_view link);

/// The text of a link, whatever stands before `#/text/`; or one sentence that says what is wrong with it. The text may
/// be anything: it is to be read like any other text of a stranger.
[[nodiscard]] std::expected<std::string, std::string> text_of_snapshot(std::string_view link);

} // namespace supple::exchange
