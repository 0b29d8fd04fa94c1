// SPDX-License-Identifier: Apache-2.0
#include "sounds.h"

#include <cmath>
#include <numbers>

namespace supple::studio::testing {

Wave sine(double hz, double amplitude, double seconds, int rate_hz) {
  Wave wave{rate_hz, {}};
  const auto count = static_cast<std::size_t>(seconds * rate_hz);
  for (std::size_t i = 0; i < count; ++i)
    wave.samples.push_back(
        static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / rate_hz)));
  return wave;
}

Wave silence(double seconds, int rate_hz) {
  return sine(0, 0, seconds, rate_hz);
}

Wave operator+(Wave a, const Wave& b) {
  a.samples.insert(a.samples.end(), b.samples.begin(), b.samples.end());
  return a;
}

} // namespace supple::studio::testing
