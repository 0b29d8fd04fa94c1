// SPDX-License-Identifier: Apache-2.0
// What the headers of a request mean for the answer (RFC 9110).
#pragma once

#include <string_view>

namespace supple::studio {

[[nodiscard]] std::string_view without_spaces_around(std::string_view text);

/// The same word, small or capital letters.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);

enum class Encoding { identity, gzip, br };
[[nodiscard]] std::string_view name(Encoding encoding);

/// The encoding that an Accept-Encoding header likes best of those that we have; of equals, the one that makes smaller.
[[nodiscard]] Encoding best_encoding(std::string_view accept_encoding);

/// Whether an If-None-Match header names the entity tag (or is `*`), so that nothing new has to be sent.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

/// Whether a Host header means this machine. A page of somebody else whose name was made to point here (DNS rebinding)
/// sends another one.
[[nodiscard]] bool is_this_machine(std::string_view host);

} // namespace supple::studio
