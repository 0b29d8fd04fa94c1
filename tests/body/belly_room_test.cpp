// SPDX-License-Identifier: Apache-2.0
// A grown belly has room between the thighs.
#include "body/belly.h"
#include "body/moves.h"
#include "body/skeleton.h"
#include "figure/proportions.h"
#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Posture;

// The belly of the figure as a stiff ellipsoid.
class StiffBelly {
public:
  StiffBelly(const Skeleton& skeleton, const Pose& pose) {
    const double stature = skeleton.person.stature_m;
    const Belly belly = belly_at(belly_week(skeleton.person));
    const geometry::Frame &low = pose[Bone::L3], &pelvis = pose[Bone::pelvis], &waist = pose[Bone::L1];
    up_ = unit(low.headward * 0.55 + pelvis.headward * 0.45);
    const Vec3 left = low.leftward + pelvis.leftward;
    left_ = unit(left - up_ * dot(left, up_));
    front_ = cross(left_, up_);
    const double lean =
        geometry::degrees(geometry::atan2(dot(waist.headward, pelvis.frontward), dot(waist.headward, pelvis.headward)));
    const double rounded = std::clamp((lean + 25) / 50, 0.0, 1.0) * belly.frontward / 0.067;
    const double hangs = std::max(0.0, -front_.z);
    const double down =
        (figure::belly_rounded_down * rounded + figure::belly_hangs * belly.frontward / 0.063) * hangs * stature;
    centre_ = low.origin + up_ * (belly.up * stature) +
              front_ * ((belly.front + figure::belly_rounded_forward * rounded) * stature) - Vec3{0, 0, down};
    radii_ = Vec3{belly.headward, belly.frontward, belly.outward} * stature;
  }

  // How far the place is outside, metres, to the first order.
  [[nodiscard]] double outside(Vec3 place) const {
    const Vec3 way = place - centre_, own{dot(way, up_), dot(way, front_), dot(way, left_)};
    const Vec3 part{own.x / radii_.x, own.y / radii_.y, own.z / radii_.z};
    const double far = length(part);
    return far * (far - 1) / length(Vec3{part.x / radii_.x, part.y / radii_.y, part.z / radii_.z});
  }

private:
  Vec3 up_, left_, front_, centre_, radii_;
};

// How far thigh and belly are within one another, metres; below 0 apart.
double crossing(const Skeleton& skeleton, const Pose& pose) {
  const StiffBelly belly(skeleton, pose);
  constexpr std::size_t steps = 40;
  double deepest = -1;
  for (const int side : {left, right}) {
    const std::size_t thigh = index(on(Link::thigh_left, side));
    const Vec3 hip = pose.links.place[thigh], knee = pose.links.place[index(on(Link::shank_left, side))];
    for (std::size_t i = 0; i <= steps; ++i) {
      const double t = static_cast<double>(i) / steps;
      const std::size_t part = std::min<std::size_t>(i * 4 / steps, 3);
      const double within = t * 4 - static_cast<double>(part);
      const auto at = [&](const std::array<double, 5>& of) {
        return std::lerp(of[part], of[part + 1], within) * skeleton.thigh;
      };
      const Vec3 middle = geometry::mix(hip, knee, t) + pose.links.turned[thigh] * Vec3{0, at(figure::thigh.bulge), 0};
      deepest = std::max(deepest, at(figure::thigh.radius) - belly.outside(middle));
    }
  }
  return deepest;
}

double crossing(Posture posture, double week) {
  const Person person{.week = week};
  const Skeleton skeleton = skeleton_of(person);
  return crossing(skeleton, pose(skeleton, intent_of(person, posture, at_rest(posture))));
}

TEST(BellyRoom, ThighsAndBellyHardlyCrossInChildsPoseLateInPregnancy) {
  for (const double week : {38.0, 40.0, 42.0})
    EXPECT_LT(crossing(Posture::childs_pose, week), 0.005) << week;
}

TEST(BellyRoom, GrowsWithTheBelly) {
  double before = crossing(Posture::childs_pose, 28);
  for (const double week : {32.0, 36.0, 40.0}) {
    const double now = crossing(Posture::childs_pose, week);
    EXPECT_LT(now, before) << week;
    before = now;
  }
}

TEST(BellyRoom, KneesThatShallStayCloseStayClose) {
  const Person close{.week = 40, .knees_close = true};
  const Pose p = pose(skeleton_of(close), intent_of(close, Posture::childs_pose, at_rest(Posture::childs_pose)));
  EXPECT_LE(p[Point::knee_left].y, skeleton_of(close).hip_half + 1e-6);
}

TEST(BellyRoom, TheHeadStaysOffTheMatWithKneesWide) {
  for (const double week : {30.0, 36.0, 40.0, 42.0}) {
    const Person person{.week = week};
    const Pose p = pose(skeleton_of(person), intent_of(person, Posture::childs_pose, at_rest(Posture::childs_pose)));
    EXPECT_GT(p[Point::forehead].z, 0) << week;
    EXPECT_LT(p[Point::forehead].z, 0.08) << week; // a folded blanket
    EXPECT_LT(p.residual_m, 1e-6);
  }
}

} // namespace
} // namespace supple::body
