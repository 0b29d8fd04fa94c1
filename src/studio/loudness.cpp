// SPDX-License-Identifier: Apache-2.0
#include "studio/loudness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace supple::studio {

namespace {

/// A filter of the second order: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''.
struct Biquad {
  double b0, b1, b2, a1, a2;
  double s1 = 0, s2 = 0;

  double operator()(double x) {
    const double y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    return y;
  }
};

// The two filters of the standard are given for 48 kHz; these are the analogue ones that they come from (De Man,
// "Evaluation of implementations of the EBU R128 loudness measurement", 2018), for any rate.
Biquad head_shelf(int rate_hz) {
  const double k = std::tan(std::numbers::pi * 1681.974450955533 / rate_hz), q = 0.7071752369554196;
  const double high = std::pow(10, 3.999843853973347 / 20), band = std::pow(high, 0.4996667741545416);
  const double a0 = 1 + k / q + k * k;
  return {(high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0,
          2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
}

Biquad low_cut(int rate_hz) {
  const double k = std::tan(std::numbers::pi * 38.13547087602444 / rate_hz), q = 0.5003270373238773;
  const double a0 = 1 + k / q + k * k;
  return {1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
}

double lufs(double mean_square) {
  constexpr double full_scale = -0.691; // of the standard: a sine of 997 Hz at full scale is -3.01 LUFS
  return mean_square > 0 ? full_scale + 10 * std::log10(mean_square) : -std::numeric_limits<double>::infinity();
}

/// Mean squares of the blocks of 400 ms that begin every 100 ms; of a shorter sound, one block.
std::vector<double> blocks_of(const Wave& wave) {
  Biquad shelf = head_shelf(wave.rate_hz), cut = low_cut(wave.rate_hz);
  std::vector<double> sum_of_squares{0};
  for (const float sample : wave.samples) {
    const double y = cut(shelf(sample));
    sum_of_squares.push_back(sum_of_squares.back() + y * y);
  }
  const std::size_t step = static_cast<std::size_t>(wave.rate_hz) / 10;
  const std::size_t length = std::min(4 * step, wave.samples.size());
  std::vector<double> blocks;
  for (std::size_t first = 0; length > 0 && first + length <= wave.samples.size(); first += step)
    blocks.push_back((sum_of_squares[first + length] - sum_of_squares[first]) / static_cast<double>(length));
  return blocks;
}

/// The mean of those blocks that are louder than `gate_lufs`.
double mean_above(const std::vector<double>& blocks, double gate_lufs) {
  double sum = 0;
  int count = 0;
  for (const double block : blocks)
    if (lufs(block) > gate_lufs) {
      sum += block;
      ++count;
    }
  return count == 0 ? 0 : sum / count;
}

} // namespace

double loudness_lufs(const Wave& wave) {
  constexpr double silence_lufs = -70, pause_lu = -10; // the two gates of the standard
  const std::vector<double> blocks = blocks_of(wave);
  return lufs(mean_above(blocks, std::max(silence_lufs, lufs(mean_above(blocks, silence_lufs)) + pause_lu)));
}

double peak_dbfs(const Wave& wave) {
  float peak = 0;
  for (const float sample : wave.samples)
    peak = std::max(peak, std::fabs(sample));
  return 20 * std::log10(static_cast<double>(peak));
}

} // namespace supple::studio
