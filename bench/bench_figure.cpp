// SPDX-License-Identifier: Apache-2.0
// A frame: the body posed, and the pose drawn, from the side and while the camera glides to the view from above. What
// stands after "beside" in a name is another benchmark of the same program, which scripts/benchmarks.sh sets it
// against.
#include "body/skeleton.h"
#include "figure/figure.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace supple;

constexpr int frames = 240;

/// A slow wave through the range of the exercise, so that no frame is like the one before.
body::Intent intent_of(int number) {
  const double t = number % frames / static_cast<double>(frames);
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
    benchmark::DoNotOptimize(body::pose(skeleton, intent_of(number++)));
}

void draw_a_frame(benchmark::State& state, double elevation) {
  const body::Skeleton skeleton = body::skeleton_of(body::Person{});
  const figure::Camera camera{elevation};
  std::vector<body::Pose> poses;
  for (int i = 0; i < frames; ++i)
    poses.push_back(body::pose(skeleton, intent_of(i)));
  figure::Drawing drawing;
  std::size_t number = 0;
  for (auto _ : state) {
    figure::draw(skeleton, poses[number++ % poses.size()], camera, drawing);
    benchmark::DoNotOptimize(drawing.outlines.data());
  }
}

BENCHMARK_CAPTURE(draw_a_frame, side, 0.0)->Name("drawing a frame from the side");
BENCHMARK(pose_a_frame)->Name("posing it beside drawing a frame from the side");
BENCHMARK_CAPTURE(draw_a_frame, gliding, 0.5)
    ->Name("drawing it while the camera glides beside drawing a frame from the side");
BENCHMARK_CAPTURE(draw_a_frame, above, 1.0)->Name("drawing it from above beside drawing a frame from the side");

} // namespace
