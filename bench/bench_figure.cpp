// SPDX-License-Identifier: Apache-2.0
// A frame: the body posed, and the pose drawn, from the side and while the camera glides to the view from above.
#include "body/pose.h"
#include "figure/figure.h"

#include <benchmark/benchmark.h>

namespace {

using namespace supple;

/// A slow wave through the range of the exercise, so that no frame is like the one before.
body::Intent frame(int number) {
  const double t = number % 240 / 240.0;
  body::Intent intent;
  intent[body::Channel::travel] = 0.5 * t;
  intent[body::Channel::round] = 1 - t;
  intent[body::Channel::head] = t;
  intent[body::Channel::side_up] = 0.8 * t;
  return intent;
}

void pose_a_frame(benchmark::State& state) {
  const body::Skeleton skeleton = body::skeleton_of(body::Person{});
  int number = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(body::pose(skeleton, frame(number++)));
}

void draw_a_frame(benchmark::State& state, double elevation) {
  const body::Skeleton skeleton = body::skeleton_of(body::Person{});
  const figure::Camera camera{elevation};
  figure::Drawing drawing;
  int number = 0;
  for (auto _ : state) {
    figure::draw(skeleton, body::pose(skeleton, frame(number++)), camera, drawing);
    benchmark::DoNotOptimize(drawing.outlines.data());
  }
}

BENCHMARK(pose_a_frame)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(draw_a_frame, from_the_side, 0.0)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(draw_a_frame, gliding, 0.5)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(draw_a_frame, from_above, 1.0)->Unit(benchmark::kMicrosecond);

} // namespace
