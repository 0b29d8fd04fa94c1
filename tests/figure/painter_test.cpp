// SPDX-License-Identifier: Apache-2.0
#include "figure/painter.h"

#include "figure/view.h"

#include "allocations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace supple::figure {
namespace {

using vocabulary::Move;
using vocabulary::Posture;

constexpr Look page_look = on_page(day_look, false, false);

body::Pose posed(const body::Skeleton& skeleton, Posture posture, double round = 0) {
  const std::vector<vocabulary::MoveAmount> moves{{Move::spine_round, round}};
  return body::pose(skeleton, body::intent_of(skeleton.person, posture,
                                              round > 0 ? std::span{moves} : std::span<const vocabulary::MoveAmount>{},
                                              vocabulary::Side::left, vocabulary::Sense::up)
                                  .intent);
}

Eye seen(const body::Pose& pose, Posture posture, int width, int height) {
  const Standpoint standpoint = standpoint_of(posture);
  return eye_of(standpoint, framing_of(pose.points, standpoint), width, height);
}

// FNV-1a, 64 bits.
std::string hash_of(const Picture& picture) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (std::size_t i = 0; i < 4 * picture.pixels.size(); ++i)
    hash = (hash ^ picture.rgba()[i]) * 0x100000001b3U;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

struct Golden {
  Posture posture;
  double week;
  bool night;
  const char* hash;
};

TEST(Painter, PaintsTheGoldenBytes) {
  constexpr Golden goldens[] = {{Posture::all_fours, 30, false, "b654ebbb04ee818c"},
                                {Posture::heel_sit, 38, true, "566c424bf16cbd79"},
                                {Posture::childs_pose, 12, false, "10daaf33e7f7b7f2"}};
  for (const Golden& golden : goldens) {
    const body::Skeleton skeleton = body::skeleton_of({.week = golden.week});
    Painter painter(skeleton);
    const body::Pose pose = posed(skeleton, golden.posture);
    const Picture& picture =
        painter.paint(pose, {}, seen(pose, golden.posture, 160, 100), golden.night ? night_look : day_look, 160, 100);
    EXPECT_EQ(hash_of(picture), golden.hash) << vocabulary::name(golden.posture);
  }
}

TEST(Painter, LeavesNothingOfThePictureBefore) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  Painter once(skeleton), twice(skeleton);
  const body::Pose first = posed(skeleton, Posture::standing), second = posed(skeleton, Posture::childs_pose);
  const Eye eye = seen(first, Posture::childs_pose, 200, 140);
  const Picture& fresh = once.paint(second, {}, eye, day_look, 200, 140);
  (void)twice.paint(first, {}, eye, day_look, 200, 140);
  EXPECT_EQ(fresh.pixels, twice.paint(second, {}, eye, day_look, 200, 140).pixels);
}

TEST(Painter, LeavesThePageOpenWhereSheIsNot) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  Painter painter(skeleton);
  const body::Pose pose = posed(skeleton, Posture::all_fours);
  const Picture& picture = painter.paint(pose, {}, seen(pose, Posture::all_fours, 200, 140), page_look, 200, 140);
  EXPECT_EQ(picture.pixels.front(), 0U);
  const auto solid = std::ranges::count_if(picture.pixels, [](Pixel pixel) { return pixel >> 24U > 250; });
  EXPECT_GT(solid, std::ssize(picture.pixels) / 20); // she fills a twentieth at the least
}

constexpr Things at_wall{.wall = true};

// From either side of it, by day and by night, in a room and on a page: whatever is seen of her without it is seen with
// it, through glass that takes a quarter at the most.
TEST(Painter, TheWallHidesNothing) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  const std::vector<vocabulary::MoveAmount> moves{{Move::hands_place, 0.8, vocabulary::Spot::wall}};
  const body::Pose pose = body::pose(skeleton, body::intent_of(skeleton.person, Posture::forward_fold, moves,
                                                               vocabulary::Side::none, vocabulary::Sense::up)
                                                   .intent);
  Painter with(skeleton), without(skeleton);
  for (const Look& look : {day_look, night_look, on_page(day_look, false, true), on_page(night_look, true, true)})
    for (const double ahead : {-60.0, -16.0, 34.0, 90.0}) {
      const Standpoint standpoint{.ahead = ahead, .above = 9};
      const Eye eye = eye_of(standpoint, framing_of(pose.points, standpoint), 200, 140);
      const Picture& seen = with.paint(pose, at_wall, eye, look, 200, 140);
      const Picture& bare = without.paint(pose, {}, eye, look, 200, 140);
      int there = 0;
      for (std::size_t i = 0; i < seen.pixels.size(); ++i) {
        there += seen.pixels[i] != bare.pixels[i] ? 1 : 0;
        EXPECT_GE(seen.pixels[i] >> 24U, bare.pixels[i] >> 24U);
        if (bare.pixels[i] >> 24U < 255) continue;
        for (const unsigned shift : {0U, 8U, 16U}) {
          const auto light = [&](const Picture& picture) {
            const double byte = static_cast<double>(picture.pixels[i] >> shift & 255U) / 255;
            return byte * byte;
          };
          // What is left of the light of what is behind.
          ASSERT_GE(light(seen), light(bare) * (1 - 0.46) - 0.01) << ahead;
          ASSERT_LE(light(seen), light(bare) + 0.46) << ahead;
        }
      }
      EXPECT_GT(there, 300) << ahead;
    }
}

TEST(Painter, LeavesNothingOfTheWallBefore) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  Painter once(skeleton), twice(skeleton);
  const body::Pose first = posed(skeleton, Posture::standing), second = posed(skeleton, Posture::forward_fold);
  for (const double ahead : {-16.0, 34.0}) {
    const Standpoint standpoint{.ahead = ahead, .above = 9};
    const Eye eye = eye_of(standpoint, framing_of(first.points, standpoint), 200, 140);
    (void)once.paint(second, at_wall, eye, day_look, 200, 140);
    (void)twice.paint(first, at_wall, eye, day_look, 200, 140);
    EXPECT_EQ(once.paint(second, at_wall, eye, day_look, 200, 140).pixels,
              twice.paint(second, at_wall, eye, day_look, 200, 140).pixels);
    EXPECT_EQ(once.paint(first, {}, eye, day_look, 200, 140).pixels,
              twice.paint(first, {}, eye, day_look, 200, 140).pixels);
  }
}

double light_of(const Picture& picture) {
  double sum = 0; // of what is yellower than anything else in the picture
  for (const Pixel pixel : picture.pixels)
    sum += std::max(0, static_cast<int>(pixel & 255U) - static_cast<int>(pixel >> 16U & 255U) - 20);
  return sum;
}

TEST(Painter, ShinesMoreWhereTheSpineMoves) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 20});
  Painter painter(skeleton);
  const body::Pose still = posed(skeleton, Posture::all_fours), round = posed(skeleton, Posture::all_fours, 1);
  const Eye eye = seen(still, Posture::all_fours, 320, 200);
  constexpr Look look = on_page(night_look, true, false);
  const double before = light_of(painter.paint(still, {}, eye, look, 320, 200));
  EXPECT_GT(light_of(painter.paint(round, {}, eye, look, 320, 200)), 1.3 * before);
}

TEST(Painter, AllocatesNothingOnceWarm) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  Painter painter(skeleton);
  const body::Pose pose = posed(skeleton, Posture::all_fours), other = posed(skeleton, Posture::all_fours, 1);
  const Eye eye = seen(pose, Posture::all_fours, 200, 140);
  (void)painter.paint(other, {}, eye, day_look, 200, 140);
  (void)painter.paint(pose, {}, eye, day_look, 200, 140);
  const auto before = allocations();
  (void)painter.paint(pose, {}, eye, day_look, 200, 140);
  EXPECT_EQ(allocations(), before);
  (void)painter.paint(pose, at_wall, eye, day_look, 200, 140);
  const auto then = allocations();
  (void)painter.paint(other, at_wall, eye, day_look, 200, 140);
  EXPECT_EQ(allocations(), then);
}

} // namespace
} // namespace supple::figure
