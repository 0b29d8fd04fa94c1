// SPDX-License-Identifier: Apache-2.0
// Typing slips: a word that the lexicon does not have, but for two letters that changed places, or one too few or too
// many in a long word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace supple::reader {

class Slips {
public:
  /// Makes a stem of the lexicon known.
  void learn(std::string_view stem);

  [[nodiscard]] bool knows(const std::string& stem) const { return known_.contains(stem); }

  /// The stem that was meant, or an empty string where the word is known or none is near. A short word is never
  /// corrected, nor is a long one where two stems are as near.
  [[nodiscard]] std::string meant(std::string_view stem) const;

private:
  [[nodiscard]] std::optional<std::string> with_one_more(std::string_view stem) const;

  std::unordered_set<std::string> known_;
  std::vector<std::vector<std::string>> long_; ///< the long stems, by their length
};

} // namespace supple::reader
