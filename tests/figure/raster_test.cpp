// SPDX-License-Identifier: Apache-2.0
#include "figure/raster.h"

#include "../sanitized.h"
#include "figure/likeness.h"
#include "figure/view.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace supple::figure {
namespace {

using vocabulary::Posture;

// A sheet of triangles whose points lie anywhere, also outside the picture.
struct Sheet {
  std::vector<Corner> points;
  std::vector<std::uint32_t> corners;
};

Sheet sheet(std::mt19937& random, int cells, float from, float to) {
  std::uniform_real_distribution<float> shaken(-0.2F, 0.2F);
  Sheet s;
  const float cell = (to - from) / static_cast<float>(cells);
  for (int y = 0; y <= cells; ++y)
    for (int x = 0; x <= cells; ++x)
      s.points.push_back({from + (static_cast<float>(x) + shaken(random)) * cell,
                          from + (static_cast<float>(y) + shaken(random)) * cell, 1});
  const auto at = [&](int x, int y) { return static_cast<std::uint32_t>(y * (cells + 1) + x); };
  for (int y = 0; y < cells; ++y)
    for (int x = 0; x < cells; ++x)
      s.corners.insert(s.corners.end(),
                       {at(x, y), at(x, y + 1), at(x + 1, y + 1), at(x, y), at(x + 1, y + 1), at(x + 1, y)});
  return s;
}

Samples laid(std::span<const Corner> points, std::span<const std::uint32_t> corners, int width, int height) {
  Samples samples;
  samples.take(points, corners, width, height);
  samples.lay(0, height);
  return samples;
}

TEST(Raster, LaysASheetWithoutAGap) {
  std::mt19937 random(7);
  for (const int cells : {3, 11, 40}) {
    const Sheet s = sheet(random, cells, -60, 160);
    const Samples samples = laid(s.points, s.corners, 101, 97);
    for (int y = 0; y < 97; ++y)
      for (int x = 0; x < 101; ++x)
        ASSERT_GT(samples.at(x, y), 0) << x << ", " << y;
  }
}

TEST(Raster, LaysEachSampleOfASheetOnce) {
  std::mt19937 random(11);
  const Sheet s = sheet(random, 17, 4, 90);
  std::vector<int> times_laid(100 * 100);
  for (std::size_t i = 0; i < s.corners.size(); i += 3) {
    const Samples samples = laid(s.points, std::span(s.corners).subspan(i, 3), 100, 100);
    for (int y = 0; y < 100; ++y)
      for (int x = 0; x < 100; ++x)
        times_laid[static_cast<std::size_t>(100 * y + x)] += samples.at(x, y) > 0 ? 1 : 0;
  }
  for (const int times : times_laid)
    ASSERT_LE(times, 1);
}

TEST(Raster, KeepsWhatIsNearer) {
  const std::vector<Corner> points{{0, 0, 0.2F},  {0, 40, 0.2F},  {40, 0, 0.2F},
                                   {0, 0, 0.25F}, {0, 40, 0.25F}, {40, 0, 0.25F}};
  for (const std::vector<std::uint32_t>& corners :
       {std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}, std::vector<std::uint32_t>{3, 4, 5, 0, 1, 2}}) {
    const Samples samples = laid(points, corners, 40, 40);
    const std::int32_t nearest = samples.at(5, 5);
    EXPECT_EQ(Samples::triangle(nearest), corners[0] == 3 ? 0 : 1);
    EXPECT_NEAR(samples.near(nearest), 0.25F, 1e-4F);
  }
}

TEST(Raster, LaysInStripsWhatItLaysAtOnce) {
  std::mt19937 random(5);
  const Sheet s = sheet(random, 5, -30, 140);
  const Samples whole = laid(s.points, s.corners, 101, 97);
  for (const int strip : {2, 14, 34}) {
    Samples strips;
    strips.take(s.points, s.corners, 101, 97);
    for (int top = 0; top < 97; top += strip) {
      strips.lay(top, std::min(top + strip, 97));
      for (int y = top; y < std::min(top + strip, 97); ++y)
        for (int x = 0; x < 101; ++x)
          ASSERT_EQ(strips.at(x, y), whole.at(x, y)) << x << ", " << y << " in strips of " << strip;
    }
  }
}

std::vector<Corner> seen_from(const Eye& eye, const std::vector<Place>& places) {
  std::vector<Corner> corners;
  for (const Place p : places) {
    const Eye::Seen at = eye(p);
    corners.push_back({at.x, at.y, 1 / at.depth});
  }
  return corners;
}

// A graphics card that draws the farthest first shades each pixel of her so many times.
constexpr double most_layers = 2.5;

double area_of_fronts(std::span<const Corner> points, std::span<const std::uint32_t> corners) {
  double area = 0;
  for (std::size_t i = 0; i < corners.size(); i += 3) {
    const Corner &a = points[corners[i]], &b = points[corners[i + 1]], &c = points[corners[i + 2]];
    area += std::max(0.0F, ((b.y - a.y) * (c.x - a.x) - (b.x - a.x) * (c.y - a.y)) / 2);
  }
  return area;
}

// Through a closed surface every sample that sees its back sees its front as well: a crack would show the back alone.
void expect_no_crack(const Eye& eye, const std::vector<Place>& places, const std::vector<std::uint32_t>& corners) {
  std::vector<std::uint32_t> turned = corners;
  for (std::size_t i = 0; i < turned.size(); i += 3)
    std::swap(turned[i + 1], turned[i + 2]);
  const std::vector<Corner> points = seen_from(eye, places);
  const Samples fronts = laid(points, corners, 360, 240), backs = laid(points, turned, 360, 240);
  int cracks = 0, covered = 0, inside_out = 0;
  for (int y = 0; y < 240; ++y)
    for (int x = 0; x < 360; ++x) {
      const bool front = fronts.at(x, y) > 0, back = backs.at(x, y) > 0;
      cracks += front != back;
      covered += front;
      inside_out += front && back && fronts.near(fronts.at(x, y)) < backs.near(backs.at(x, y)) - 1e-3F;
    }
  EXPECT_LT(inside_out, covered / 250); // where flesh folds onto flesh, a few
  EXPECT_EQ(cracks, 0);
  const double layers = area_of_fronts(points, corners) / covered;
  EXPECT_GT(layers, 0.95);
  EXPECT_LT(layers, most_layers);
}

TEST(Raster, ShowsNoCrackInHerFromAnySide) {
  for (const double week : sanitized ? std::vector{38.0} : std::vector{12.0, 30.0, 38.0}) {
    const Likeness likeness = likeness_of(body::skeleton_of({.week = week}));
    for (int i = 0; i < vocabulary::posture_count; ++i) {
      const auto posture = static_cast<Posture>(i);
      const body::Pose pose = body::pose(
          likeness.skeleton,
          body::intent_of(likeness.skeleton.person, posture, {}, vocabulary::Side::left, vocabulary::Sense::up).intent);
      Posed posed;
      pose_surface(likeness, pose, posed);
      for (const Standpoint& standpoint : {Standpoint{0, 5}, Standpoint{70, 30}, Standpoint{150, 0},
                                           Standpoint{-100, 50}, Standpoint{20, 85}, Standpoint{-40, -60}}) {
        SCOPED_TRACE(std::string(vocabulary::name(posture)) + " in week " + std::to_string(static_cast<int>(week)) +
                     " from " + std::to_string(static_cast<int>(standpoint.ahead)));
        expect_no_crack(eye_of(standpoint, framing_of(pose.points, standpoint), 360, 240), posed.places,
                        likeness.surface.corners);
      }
    }
  }
}

} // namespace
} // namespace supple::figure
