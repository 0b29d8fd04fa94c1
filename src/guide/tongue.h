// SPDX-License-Identifier: Apache-2.0
// A language besides English, as sessions are led in it.
#pragma once

#include "guide/sayings.h"
#include "reader/language.h"

namespace supple::guide {

struct Tongue {
  reader::Language language; ///< what translations are held to (lexicon/es.toml)
  Sayings sayings;           ///< what the guide says in it (lexicon/guide.es.toml)
};

} // namespace supple::guide
