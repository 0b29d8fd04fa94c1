// SPDX-License-Identifier: Apache-2.0
// Any bytes as an article: read leniently, held to the rules, planned where it may be played.
#include "texts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  supple::fuzz::follow(supple::fuzz::bytes(data, size), 24);
  return 0;
}
