// SPDX-License-Identifier: Apache-2.0
// The words of movement and their meanings, read from lexicon/*.toml. A teacher extends these files; the grammar that
// joins the words to steps is code (reader.h).
#pragma once

#include "text/place.h"

#include <expected>
#include <memory>
#include <span>
#include <string>
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

/// A lexicon file, to be laid over others: it adds wordings to their concepts and lists, concepts of its own, and
/// frames, which may name the concepts of the layers beneath.
struct Layer {
  std::string name; ///< of the file, for findings
  std::string_view toml;
};

/// What is wrong in the first layer that is wrong.
struct LayerRefused {
  std::size_t layer = 0; ///< index into the layers
  text::Diagnostics findings;
};

/// Reads lexicon files, each laid over those before it. Of two moves with the same frame the one of the upper layer is
/// meant.
[[nodiscard]] std::expected<Lexicon, LayerRefused> read_lexicon(std::span<const Layer> layers);

/// Reads one lexicon file. A wrong entry is refused with its place, what is wrong and what would be right.
[[nodiscard]] std::expected<Lexicon, text::Diagnostics> read_lexicon(std::string_view toml);

/// The file of the English lexicon that the program carries (lexicon/en.toml).
[[nodiscard]] Layer english_layer();

/// It alone.
[[nodiscard]] std::expected<Lexicon, text::Diagnostics> english();

} // namespace supple::reader
