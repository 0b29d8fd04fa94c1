// SPDX-License-Identifier: Apache-2.0
// Whether a translation stands sentence by sentence for its original. The browser does not carry this: what it is given
// was checked before.
#pragma once

#include "reader/translation.h"

namespace supple::reader {

/// Where the two do not agree: sections and their counts, comfort, sentences, breaths, sides, times.
[[nodiscard]] text::Diagnostics misalignments(Exercise original, Exercise words, const Language& language);

} // namespace supple::reader
