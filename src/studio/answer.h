// SPDX-License-Identifier: Apache-2.0
// From a request to its answer, without any network: what is refused, what is sent whole, in part, compressed, or not
// again (RFC 9110).
#pragma once

#include "studio/compress.h"
#include "studio/site.h"

#include <boost/beast/http/message.hpp>
#include <memory>
#include <string>
#include <variant>

namespace supple::studio {

namespace http = boost::beast::http;

using Request = http::header<true, http::fields>;

/// Where bytes come from: a text, or a file of the site.
using Source = std::variant<std::shared_ptr<const std::string>, File>;

/// Something that was asked for and is there.
struct Content {
  std::string name; ///< of the file, which says what it is
  Source source;
};

struct Answer {
  http::header<false, http::fields> head;
  Source source;
  std::uint64_t offset = 0, length = 0; ///< of what is sent of the source
  bool close = false;                   ///< nothing more is read from this connection
};

/// Longer targets are refused.
inline constexpr std::size_t longest_target = 2048;

/// The answer to a request that is not looked at any further, none if it is well: a method other than GET and HEAD, a
/// name of this machine that is not its own, a body, a target that is too long. `has_body`: bytes follow the headers.
[[nodiscard]] std::optional<Answer> refusal(const Request& request, bool has_body);

/// The content, as this request wants it.
[[nodiscard]] Answer answer(const Request& request, Content content, CompressedTexts& compressed_texts);

/// A status and one sentence.
[[nodiscard]] Answer sentence(http::status status, std::string_view text);

/// A text that is JSON.
[[nodiscard]] Answer json_answer(std::string_view text, http::status status = http::status::ok);

} // namespace supple::studio
