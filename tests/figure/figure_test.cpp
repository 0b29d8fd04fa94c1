// SPDX-License-Identifier: Apache-2.0
#include "figure/figure.h"

#include "body/skeleton.h"

#include "allocations.h"
#include "outlines.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace supple::figure {
namespace {

using body::Channel;
using body::Intent;

struct Known {
  const char* name;
  Intent intent;
};

Intent made_of(std::initializer_list<std::pair<Channel, double>> values) {
  Intent intent;
  for (const auto& [channel, value] : values)
    intent[channel] = value;
  return intent;
}

std::vector<Known> known_poses() {
  return {
      {"neutral", {}},
      {"breathed in", made_of({{Channel::breath, 1}})},
      {"rounded", made_of({{Channel::round, 1}, {Channel::tilt, 0.5}, {Channel::head, 1}})},
      {"between", made_of({{Channel::travel, 0.5}})},
      {"child's pose",
       made_of({{Channel::travel, 1}, {Channel::low, 1}, {Channel::knees_wide, 1}, {Channel::lengthen, 0.5}})},
      {"left side up",
       made_of({{Channel::round, 0.6}, {Channel::side_up, 1}, {Channel::look, 1}, {Channel::head, 0.6}})},
      {"right side up",
       made_of({{Channel::round, 0.6}, {Channel::side_up, -1}, {Channel::look, -1}, {Channel::head, 0.6}})},
      {"sitting", made_of({{Channel::travel, 1}, {Channel::upright, 1}, {Channel::chest, 1}})},
  };
}

constexpr double weeks[] = {12, 24, 38};
constexpr double elevations[] = {0, 0.3, 0.7, 1};

Drawing drawn(const Intent& intent, double week, double elevation) {
  const body::Skeleton skeleton = body::skeleton_of({.week = week});
  Drawing drawing;
  draw(skeleton, body::pose(skeleton, intent), {elevation}, drawing);
  return drawing;
}

template <class Check>
void for_all(Check check) {
  for (const Known& known : known_poses())
    for (const double week : weeks)
      for (const double elevation : elevations) {
        SCOPED_TRACE(std::string(known.name) + ", week " + std::to_string(static_cast<int>(week)) + ", elevation " +
                     std::to_string(elevation));
        check(drawn(known.intent, week, elevation), elevation);
      }
}

TEST(Figure, TheBodyIsOneClosedOutlineOfAWomansSize) {
  for_all([](const Drawing& drawing, double) {
    ASSERT_EQ(outer(drawing, Layer::body).size(), 1U);
    EXPECT_GT(area(drawing, Layer::body), 0.2);
    EXPECT_LT(area(drawing, Layer::body), 0.6);
  });
}

TEST(Figure, EveryOutlineIsClosed) {
  for_all([](const Drawing& drawing, double) {
    for (const Outline& outline : drawing.outlines)
      EXPECT_LT(widest_gap(outline.dots), 0.036);
  });
}

TEST(Figure, EveryVertebraAndTheSacrumLieInTheBody) {
  for_all([](const Drawing& drawing, double) {
    const Outline& body = *outer(drawing, Layer::body).at(0);
    ASSERT_EQ(drawing.vertebrae.size(), 24U);
    for (const Vertebra& v : drawing.vertebrae) {
      EXPECT_TRUE(contains(body.dots, v.centre)) << v.centre.x << ' ' << v.centre.y;
      EXPECT_GT(v.length, 0.004F);
      EXPECT_GT(v.width, 0.008F);
      EXPECT_LT(v.width, 0.06F);
    }
    for (const Dot dot : drawing.sacrum)
      EXPECT_TRUE(contains(body.dots, dot)) << dot.x << ' ' << dot.y;
    ASSERT_EQ(drawing.spine.size(), drawing.sacrum.size() + 24);
  });
}

TEST(Figure, LayersComeInTheirPlaces) {
  for_all([](const Drawing& drawing, double elevation) {
    EXPECT_EQ(outer(drawing, Layer::far_limbs).empty(), elevation == 1);
    EXPECT_EQ(outer(drawing, Layer::near_arm).empty(), elevation == 1);
    EXPECT_GE(outer(drawing, Layer::face).size(), 1U);
    EXPECT_GE(outer(drawing, Layer::hair).size(), 1U);
    EXPECT_TRUE(outer(drawing, Layer::ghost).empty());
  });
}

TEST(Figure, SheStandsOnTheMat) {
  for (const Known& known : known_poses()) {
    const Drawing drawing = drawn(known.intent, 24, 0);
    const Extent e = extent(outer(drawing, Layer::body).at(0)->dots);
    EXPECT_GT(e.low, -0.012) << known.name;
    EXPECT_LT(e.low, 0.012) << known.name;
  }
}

TEST(Figure, TheBellyGrowsWithTheWeeks) {
  for (const Known& known : known_poses()) {
    if (std::strcmp(known.name, "child's pose") == 0) continue; // there it hides between the thighs
    double before = 0;
    for (const double week : weeks) {
      const double now = area(drawn(known.intent, week, 0), Layer::body);
      EXPECT_GT(now, before + 0.002) << known.name << ", week " << week;
      before = now;
    }
  }
}

TEST(Figure, TheBellyDoesNotVanishWhenSheRounds) {
  const auto belly = [](const Intent& intent) {
    return area(drawn(intent, 38, 0), Layer::body) - area(drawn(intent, 12, 0), Layer::body);
  };
  EXPECT_GT(belly(made_of({{Channel::round, 1}})), 0.6 * belly({}));
}

TEST(Figure, BreathSwellsHerALittle) {
  const double empty = area(drawn({}, 24, 0), Layer::body);
  const double full = area(drawn(made_of({{Channel::breath, 1}}), 24, 0), Layer::body);
  EXPECT_GT(full, empty + 0.001);
  EXPECT_LT(full, empty * 1.04);
}

TEST(Figure, FromAboveBothSidesAreAlike) {
  const Drawing drawing = drawn({}, 24, 1);
  const std::vector<Dot>& body = outer(drawing, Layer::body).at(0)->dots;
  std::vector<Dot> right;
  double right_area = 0, all = area(body);
  for (std::size_t i = 0; i < body.size(); ++i) { // the part right of the midline, as trapezia
    const Dot a = body[i], b = body[(i + 1) % body.size()];
    right_area += (std::max(0.0F, a.x) + std::max(0.0F, b.x)) * (b.y - a.y) / 2;
  }
  EXPECT_NEAR(right_area, all / 2, 0.01 * all);
  for (const Vertebra& v : drawing.vertebrae)
    EXPECT_NEAR(v.centre.x, 0, 1e-4);
}

TEST(Figure, LeftSideUpIsTheMirrorOfRightSideUpFromAbove) {
  const Intent up = made_of({{Channel::side_up, 1}, {Channel::round, 0.5}});
  const Intent other = made_of({{Channel::side_up, -1}, {Channel::round, 0.5}});
  const Drawing left = drawn(up, 24, 1), right = drawn(other, 24, 1);
  EXPECT_NEAR(area(left, Layer::body), area(right, Layer::body), 0.01 * area(left, Layer::body));
  for (std::size_t i = 0; i < 24; ++i) {
    EXPECT_NEAR(left.vertebrae[i].centre.x, -right.vertebrae[i].centre.x, 1e-4);
    EXPECT_NEAR(left.vertebrae[i].centre.y, right.vertebrae[i].centre.y, 1e-4);
  }
}

TEST(Figure, TheVertebraeThatMoveMostShineMost) {
  const Drawing neutral = drawn({}, 24, 0), rounded = drawn(made_of({{Channel::round, 1}}), 24, 0);
  double dim = 0, bright = 0;
  for (std::size_t i = 0; i < 24; ++i) {
    dim += double{neutral.vertebrae[i].light};
    bright += double{rounded.vertebrae[i].light};
    EXPECT_GE(rounded.vertebrae[i].light, 0);
    EXPECT_LE(rounded.vertebrae[i].light, 1);
  }
  EXPECT_GT(bright, 2 * dim + 1);
}

TEST(Figure, TheGhostIsAllOfHerInOneOutline) {
  const body::Skeleton skeleton = body::skeleton_of({});
  Drawing drawing;
  draw(skeleton, body::pose(skeleton, {}), {0}, drawing);
  draw_ghost(skeleton, body::pose(skeleton, made_of({{Channel::travel, 0.5}})), {0}, drawing);
  EXPECT_EQ(outer(drawing, Layer::ghost).size(), 1U);
  EXPECT_EQ(outer(drawing, Layer::body).size(), 1U);
  EXPECT_GT(area(drawing, Layer::ghost), area(drawing, Layer::body));
}

bool same(const Drawing& a, const Drawing& b) {
  const auto bits = [](const std::vector<Dot>& x, const std::vector<Dot>& y) {
    return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size() * sizeof(Dot)) == 0;
  };
  if (a.outlines.size() != b.outlines.size()) return false;
  for (std::size_t i = 0; i < a.outlines.size(); ++i)
    if (a.outlines[i].layer != b.outlines[i].layer || !bits(a.outlines[i].dots, b.outlines[i].dots)) return false;
  return bits(a.spine, b.spine) && bits(a.sacrum, b.sacrum);
}

TEST(Figure, ADrawingDoesNotDependOnWhatWasDrawnBefore) {
  const body::Skeleton skeleton = body::skeleton_of({});
  Drawing used;
  for (const Known& known : known_poses())
    for (const double elevation : elevations) {
      draw(skeleton, body::pose(skeleton, known.intent), {elevation}, used);
      EXPECT_TRUE(same(used, drawn(known.intent, 24, elevation))) << known.name << ' ' << elevation;
    }
}

TEST(Figure, DrawingAllocatesNothingOnceWarm) {
  const body::Skeleton skeleton = body::skeleton_of({});
  std::vector<body::Pose> poses;
  for (const Known& known : known_poses())
    poses.push_back(body::pose(skeleton, known.intent));
  Drawing drawing;
  const auto all = [&] {
    for (const body::Pose& pose : poses)
      for (const double elevation : elevations) {
        draw(skeleton, pose, {elevation}, drawing);
        draw_ghost(skeleton, poses[0], {elevation}, drawing);
      }
  };
  all();
  const long before = allocations();
  all();
  EXPECT_EQ(allocations(), before);
}

} // namespace
} // namespace supple::figure
