// SPDX-License-Identifier: Apache-2.0
// The curve of the back as it is seen from the side: on the skin, as it was read off photographs of people
// (docs/body.md).
#include "body/skeleton.h"
#include "figure/figure.h"
#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Move;
using vocabulary::Posture;

// How far along `way` from `place` the line from `a` to `b` is met.
std::optional<double> meeting(Vec3 place, Vec3 way, figure::Dot a, figure::Dot b) {
  const double along_x = b.x - a.x, along_z = b.y - a.y;
  const double across = along_x * way.z - along_z * way.x;
  if (across == 0) return std::nullopt;
  const double to_x = a.x - place.x, to_z = a.y - place.z;
  const double far = (along_x * to_z - along_z * to_x) / across;
  const double share = (way.x * to_z - way.z * to_x) / across;
  return far > 0 && share >= 0 && share <= 1 ? std::optional{far} : std::nullopt;
}

class Back {
public:
  Back(Posture posture, const std::vector<Move>& moves) {
    std::vector<vocabulary::MoveAmount> amounts;
    for (const Move move : moves)
      amounts.push_back({move, vocabulary::default_amount});
    const Person person;
    pose_ = pose(skeleton_of(person),
                 intent_of(person, posture, amounts, vocabulary::Side::none, vocabulary::Sense::unsaid).intent);
    figure::draw(person, pose_, figure::Camera{}, drawing_);
  }

  /// Degrees that the back turns between the sacrum and T4 to T6, + round.
  [[nodiscard]] double curve() const {
    constexpr double sacrum_m = 0.04;
    const geometry::Frame& sacrum = pose_[Bone::sacrum];
    geometry::Frame below = sacrum;
    below.origin = geometry::at(sacrum, -sacrum_m, 0, 0);
    return slope(skin_behind(below), skin_behind(sacrum)) -
           slope(skin_behind(pose_[Bone::T6]), skin_behind(pose_[Bone::T4]));
  }

private:
  [[nodiscard]] Vec3 skin_behind(const geometry::Frame& bone) const {
    const Vec3 way = -bone.frontward;
    double nearest = 1;
    for (const figure::Outline& outline : drawing_.outlines) {
      if (outline.layer != figure::Layer::body) continue;
      for (std::size_t i = 0; i < outline.dots.size(); ++i) {
        const auto far = meeting(bone.origin, way, outline.dots[i], outline.dots[(i + 1) % outline.dots.size()]);
        nearest = std::min(nearest, far.value_or(nearest));
      }
    }
    return bone.origin + way * nearest;
  }

  static double slope(Vec3 from, Vec3 to) { return geometry::degrees(geometry::atan2(to.z - from.z, to.x - from.x)); }

  Pose pose_;
  figure::Drawing drawing_;
};

void expect_curve(Posture posture, const std::vector<Move>& moves, double from, double to) {
  const double curve = Back{posture, moves}.curve();
  EXPECT_GE(curve, from);
  EXPECT_LE(curve, to);
}

TEST(BackCurve, IsALightHollowOnHandsAndKnees) {
  expect_curve(Posture::all_fours, {}, -26, -23);
}

TEST(BackCurve, RoundsAsPeopleDo) {
  expect_curve(Posture::all_fours, {Move::spine_round, Move::head_drop}, 34, 41);
}

TEST(BackCurve, IsRoundInChildsPose) {
  expect_curve(Posture::childs_pose, {}, 29, 38);
}

} // namespace
} // namespace supple::body
