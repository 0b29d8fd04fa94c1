// SPDX-License-Identifier: Apache-2.0
// Typing slips: a word that the lexicon does not have, but for two letters that changed places, or one too few or too
// many in a long word.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, std::string> without_one_; ///< a long stem without one letter → the stem; "": several
};

} // namespace supple::reader
