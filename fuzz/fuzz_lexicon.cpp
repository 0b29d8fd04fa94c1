// SPDX-License-Identifier: Apache-2.0
// Any bytes as a lexicon file of a teacher's own: refused at a place, or checked for contradictions and read with.
#include "texts.h"

#include "reader/lexicon_check.h"
#include "reader/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace supple;
  const auto lexicon = reader::read_lexicon(fuzz::bytes(data, size));
  if (!lexicon) {
    for (const text::Diagnostic& finding : lexicon.error())
      if (finding.message.empty() || finding.place.line < 1) std::abort();
    return 0;
  }
  static_cast<void>(reader::contradictions_of(*lexicon));
  static_cast<void>(reader::read_article("TITLE: A\nExhale and round your spine, then melt your puppy.", *lexicon));
  return 0;
}
