// SPDX-License-Identifier: Apache-2.0
// Sentences as they were read before, for a text that is read again and again while it is written.
#pragma once

#include "reader/sentence.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace supple::reader {

/// Serves one lexicon. Forgets everything when it holds some thousand sentences.
class Memory {
public:
  /// What `read_sentence` gives; only a sentence that was not read before, or after other ones, is read.
  [[nodiscard]] SentenceReading read(std::string_view sentence, const Before& before, const Lexicon& lexicon);

private:
  struct Known {
    Before before;
    SentenceReading reading;
  };

  std::unordered_map<std::string, std::vector<Known>> known_;
};

} // namespace supple::reader
