// SPDX-License-Identifier: Apache-2.0
// The words of movement and their meanings, read from lexicon/*.toml. A teacher extends these files; the grammar that
// joins the words to steps is code (reader.h).
#pragma once

#include "text/place.h"

#include <expected>
#include <memory>
#include <string_view>

namespace supple::reader {

/// What stands in the lexicon files, made ready for reading. Cheap to copy; never changes after loading.
class Lexicon {
public:
  struct Entries;

  explicit Lexicon(std::shared_ptr<const Entries> entries) : entries_(std::move(entries)) {}

  [[nodiscard]] const Entries& entries() const { return *entries_; }

private:
  std::shared_ptr<const Entries> entries_;
};

/// Reads one lexicon file. A wrong entry is refused with its place, what is wrong and what would be right.
[[nodiscard]] std::expected<Lexicon, text::Diagnostics> read_lexicon(std::string_view toml);

/// The English lexicon that the program carries (lexicon/en.toml).
[[nodiscard]] std::expected<Lexicon, text::Diagnostics> english();

} // namespace supple::reader
