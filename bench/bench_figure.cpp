// SPDX-License-Identifier: Apache-2.0
// A frame: the body posed, and the surface painted by our rasteriser. What stands after "beside" in a name is another
// benchmark of the same program, which scripts/benchmarks.sh sets it against.
#include "body/skeleton.h"
#include "figure/painter.h"
#include "figure/view.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace supple;

constexpr int frames = 240;

/// A slow wave through the range of the exercise, so that no frame is like the one before.
body::Intent intent_of(int number) {
  const double t = number % frames / static_cast<double>(frames);
  body::Channels asked;
  asked[body::Channel::travel] = 0.5 * t;
  asked[body::Channel::round] = 1 - t;
  asked[body::Channel::head] = t;
  asked[body::Channel::side_up] = 0.8 * t;
  return body::intent_of({}, vocabulary::Posture::all_fours, asked);
}

void pose_a_frame(benchmark::State& state) {
  const body::Skeleton skeleton = body::skeleton_of(body::Person{});
  std::vector<body::Intent> intents;
  for (int i = 0; i < frames; ++i)
    intents.push_back(intent_of(i));
  std::size_t number = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(body::pose(skeleton, intents[number++ % intents.size()]));
}

void paint_a_frame(benchmark::State& state, int width, int height) {
  const body::Skeleton skeleton = body::skeleton_of(body::Person{});
  std::vector<body::Pose> poses;
  for (int i = 0; i < frames; ++i)
    poses.push_back(body::pose(skeleton, intent_of(i)));
  const figure::Standpoint standpoint = figure::standpoint_of(vocabulary::Posture::all_fours);
  std::vector<geometry::Vec3> points; // the picture holds all that she does, as that of a session
  for (const body::Pose& pose : poses)
    points.insert(points.end(), pose.points.begin(), pose.points.end());
  const figure::Eye eye = figure::eye_of(standpoint, figure::framing_of(points, standpoint), width, height);
  figure::Painter painter(skeleton, figure::detail_for(width, height));
  const auto paint = [&](std::size_t number) {
    return painter.paint(poses[number % poses.size()], {}, eye, figure::day_look, width, height).pixels.data();
  };
  std::size_t number = 0;
  benchmark::DoNotOptimize(paint(number)); // the backdrop of a view is worked out once
  for (auto _ : state)
    benchmark::DoNotOptimize(paint(++number));
}

void make_a_likeness(benchmark::State& state) {
  const body::Skeleton skeleton = body::skeleton_of(body::Person{});
  for (auto _ : state)
    benchmark::DoNotOptimize(figure::likeness_of(skeleton).surface.places.data());
}

BENCHMARK_CAPTURE(paint_a_frame, large, 1920, 1080)
    ->Name("painting a frame of 1920x1080")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paint_a_frame, small, 720, 720)->Name("painting one of 720x720")->Unit(benchmark::kMillisecond);
BENCHMARK(make_a_likeness)->Name("making the surface of a person")->Unit(benchmark::kMillisecond);
BENCHMARK(pose_a_frame)->Name("posing it beside painting one of 720x720")->Unit(benchmark::kMillisecond);

} // namespace
