// SPDX-License-Identifier: Apache-2.0
// Texts made smaller for the wire, once.
#pragma once

#include "studio/header.h"

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace supple::studio {

/// None where it would not become smaller.
[[nodiscard]] std::optional<std::string> compressed(std::string_view bytes, Encoding encoding);

/// Compressed texts by a name of theirs. Holds at most `most_bytes`: what was not asked for the longest is let go.
class CompressedTexts {
public:
  using Text = std::shared_ptr<const std::string>;

  explicit CompressedTexts(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Null where nothing is known of it; an empty text where it is known that it does not become smaller.
  [[nodiscard]] Text find(const std::string& key);
  void keep(const std::string& key, Text text);

  [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
  struct Kept {
    std::string key;
    Text text;
  };

  std::size_t most_bytes_, bytes_ = 0;
  std::list<Kept> by_use_; ///< the last used first
  std::map<std::string, std::list<Kept>::iterator, std::less<>> by_key_;
};

} // namespace supple::studio
