// SPDX-License-Identifier: Apache-2.0
#include "studio/compress.h"

#include <brotli/encode.h>
#include <utility>
#include <zlib.h>

namespace supple::studio {

namespace {

// Quick enough to be done while a page waits: some 20 ms for the core of the page.
constexpr int brotli_quality = 5;
constexpr int gzip_level = 6;
constexpr int gzip_window = MAX_WBITS + 16; // zlib: 16 more asks for the header of gzip

std::optional<std::string> brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  const bool well = BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, bytes.size(),
                                          reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
  if (!well) return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<std::string> gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    return std::nullopt;
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data())); // zlib does not write there
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool well = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (!well) return std::nullopt;
  return out;
}

} // namespace

std::optional<std::string> compressed(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::identity || bytes.empty()) return std::nullopt;
  auto out = encoding == Encoding::br ? brotli(bytes) : gzip(bytes);
  if (!out || out->size() >= bytes.size()) return std::nullopt;
  return out;
}

CompressedTexts::Text CompressedTexts::find(const std::string& key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  by_use_.splice(by_use_.begin(), by_use_, found->second);
  return found->second->text;
}

void CompressedTexts::keep(const std::string& key, Text text) {
  if (by_key_.contains(key) || text->size() + key.size() > most_bytes_) return;
  bytes_ += text->size() + key.size();
  by_use_.push_front({key, std::move(text)});
  by_key_[key] = by_use_.begin();
  while (bytes_ > most_bytes_) {
    bytes_ -= by_use_.back().text->size() + by_use_.back().key.size();
    by_key_.erase(by_use_.back().key);
    by_use_.pop_back();
  }
}

} // namespace supple::studio
