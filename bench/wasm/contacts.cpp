// SPDX-License-Identifier: Apache-2.0
#include "wave.h"

namespace {

const supple::bench::Wave& wave() {
  static const supple::bench::Wave made;
  return made;
}

} // namespace

/// The frames of the wave, each solved so many times; the sum of what is left, so that nothing is left out.
extern "C" [[clang::export_name("solve")]] double solve(int times) {
  double sum = 0;
  for (int n = 0; n < times; ++n)
    for (const supple::body::Intent& intent : wave().intents) {
      supple::body::Bones bones;
      sum += hold_contacts(wave().skeleton, intent, bones).residual_m;
    }
  return sum;
}
