// SPDX-License-Identifier: Apache-2.0
#include "studio/answer.h"

#include "studio/header.h"
#include "studio/media.h"
#include "studio/range.h"

#include <ctime>
#include <fmt/core.h>

namespace supple::studio {

namespace {

using http::field;
using http::status;

// Larger texts are sent as they are: compressing them would keep everybody waiting.
constexpr std::uint64_t largest_to_compress = std::uint64_t{4} << 20U;
constexpr std::uint64_t smallest_to_compress = 256; // a packet is a packet

constexpr std::string_view for_good = "public, max-age=31536000, immutable";
constexpr std::string_view ask_again = "no-cache"; // keep it, but ask by its tag whether it is still so

struct Header {
  std::string_view name, value;
};

// The page loads nothing from anywhere else, runs no script that is not a file of its own, and stands in no frame. The
// first is what the page says of itself too (web/index.html).
constexpr Header security[] = {
    {"Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
                                "img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
                                "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

std::string date_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[40];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

Answer with_status(status s) {
  Answer out;
  out.head.version(11);
  out.head.result(s);
  out.head.set(field::date, date_now());
  for (const Header& header : security)
    out.head.set(header.name, header.value);
  return out;
}

std::uint64_t size_of(const Source& source) {
  if (const auto* file = std::get_if<File>(&source)) return file->size;
  return std::get<0>(source)->size();
}

// FNV-1a of a text, or what the file system says of a file.
std::string tag_of(const Source& source) {
  if (const auto* file = std::get_if<File>(&source)) return file->tag;
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : *std::get<0>(source))
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return fmt::format("{:016x}", hash);
}

/// The whole of a source, or null where it cannot be read to its end.
std::shared_ptr<const std::string> text_of(const Source& source) {
  const auto* file = std::get_if<File>(&source);
  if (file == nullptr) return std::get<0>(source);
  std::string bytes(file->size, '\0');
  if (file->read(bytes, 0) != bytes.size()) return nullptr;
  return std::make_shared<const std::string>(std::move(bytes));
}

/// The text of a content in an encoding, from memory if it was asked for before; null where it is better sent plain.
CompressedTexts::Text encoded(const Content& content, const std::string& tag, Encoding encoding,
                              CompressedTexts& compressed_texts) {
  const std::string key = fmt::format("{} {} {}", name(encoding), tag, content.name);
  CompressedTexts::Text text = compressed_texts.find(key);
  if (!text) {
    const auto plain = text_of(content.source);
    if (!plain) return nullptr;
    text = std::make_shared<const std::string>(compressed(*plain, encoding).value_or(""));
    compressed_texts.keep(key, text);
  }
  return text->empty() ? nullptr : text;
}

void set_length(Answer& out, std::uint64_t length) {
  out.length = length;
  out.head.set(field::content_length, fmt::format("{}", length));
}

/// Leaves of the whole what the request has asked for.
void cut_to_range(Answer& out, const Request& request, const std::string& tag, std::uint64_t size) {
  const auto if_range = request.find(field::if_range);
  if (if_range != request.end() && if_range->value() != tag) return;
  const RangeAnswer range = range_of(request[field::range], size);
  if (range.kind == RangeAnswer::Kind::nothing) {
    out = sentence(status::range_not_satisfiable, "The file ends before that.");
    out.head.set(field::content_range, fmt::format("bytes */{}", size));
  } else if (range.kind == RangeAnswer::Kind::part) {
    const auto [first, length] = range.slice;
    out.head.result(status::partial_content);
    out.head.set(field::content_range, fmt::format("bytes {}-{}/{}", first, first + length - 1, size));
    out.offset = first;
    set_length(out, length);
  }
}

bool wants_range(const Request& request) {
  return request.method() == http::verb::get && request.count(field::range) > 0;
}

} // namespace

Answer sentence(status s, std::string_view text) {
  Answer out = with_status(s);
  auto body = std::make_shared<const std::string>(fmt::format("{}\n", text));
  out.head.set(field::content_type, "text/plain; charset=utf-8");
  out.head.set(field::cache_control, "no-store");
  set_length(out, body->size());
  out.source = std::move(body);
  return out;
}

Answer json_answer(std::string_view text, status s) {
  Answer out = sentence(s, text);
  out.head.set(field::content_type, "application/json");
  return out;
}

std::optional<Answer> refusal(const Request& request, bool has_body) {
  Answer out;
  if (request.method() != http::verb::get && request.method() != http::verb::head) {
    out = sentence(status::method_not_allowed, "Only GET and HEAD are answered here.");
    out.head.set(field::allow, "GET, HEAD");
  } else if (request.count(field::host) != 1) {
    out = sentence(status::bad_request, "The request must name its host once.");
  } else if (!is_this_machine(request[field::host])) {
    out = sentence(status::misdirected_request, "This is http://127.0.0.1 and answers to no other name.");
  } else if (request.target().size() > longest_target) {
    out = sentence(status::uri_too_long, "The address is too long.");
  } else if (has_body) {
    out = sentence(status::payload_too_large, "A request may have no body here.");
  } else {
    return std::nullopt;
  }
  out.close = has_body;
  return out;
}

Answer answer(const Request& request, Content content, CompressedTexts& compressed_texts) {
  const Media media = media_of(content.name);
  const std::uint64_t size = size_of(content.source);
  std::string tag = tag_of(content.source);
  const bool ranged = wants_range(request); // of the plain bytes: a part of a compressed text is of no use
  const bool may_compress = media.compressible && size >= smallest_to_compress && size <= largest_to_compress;

  CompressedTexts::Text text;
  Encoding encoding = Encoding::identity;
  if (may_compress && !ranged) encoding = best_encoding(request[field::accept_encoding]);
  if (encoding != Encoding::identity) text = encoded(content, tag, encoding, compressed_texts);
  if (text) tag += fmt::format("-{}", name(encoding));
  tag = fmt::format("\"{}\"", tag);

  const bool known = names_tag(request[field::if_none_match], tag);
  Answer out = with_status(known ? status::not_modified : status::ok);
  out.head.set(field::etag, tag);
  out.head.set(field::cache_control, never_changes(content.name) ? for_good : ask_again);
  if (may_compress) out.head.set(field::vary, "Accept-Encoding");
  if (known) return out;
  out.head.set(field::content_type, media.type);
  out.head.set(field::accept_ranges, "bytes");
  if (text) out.head.set(field::content_encoding, name(encoding));
  set_length(out, text ? text->size() : size);
  if (text) {
    out.source = std::move(text);
  } else {
    out.source = std::move(content.source);
  }
  if (ranged) cut_to_range(out, request, tag, size);
  return out;
}

} // namespace supple::studio
