// SPDX-License-Identifier: Apache-2.0
// The curve of the back as it is seen from the side: on the skin, as it was read off photographs of people
// (docs/body.md).
#include "body/skeleton.h"
#include "figure/eye.h"
#include "figure/likeness.h"
#include "figure/raster.h"
#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Move;
using vocabulary::Posture;

// She from her right side and a little behind, as she was photographed, from so far away that nothing seems nearer.
figure::Eye eye() {
  constexpr float pixels_a_metre = 1000, away_m = 500;
  const auto [sin, cos] = geometry::sin_cos(geometry::radians(8));
  figure::Eye eye;
  eye.right = figure::place({cos, sin, 0});
  eye.up = {0, 0, 1};
  eye.near = figure::place({sin, -cos, 0});
  eye.from = eye.near * away_m + figure::Place{0, 0, 0.5F};
  eye.focal = pixels_a_metre * away_m;
  eye.middle_x = 1200;
  eye.middle_y = 800;
  return eye;
}

// Made once: it takes a while.
const figure::Likeness& likeness() {
  static const figure::Likeness made = figure::likeness_of(skeleton_of({}));
  return made;
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
    figure::Posed posed;
    figure::pose_surface(likeness(), pose_, posed);
    std::vector<figure::Corner> corners;
    for (const figure::Place p : posed.places) {
      const figure::Eye::Seen seen = eye()(p);
      corners.push_back({seen.x, seen.y, 1 / seen.depth});
    }
    samples_.take(corners, likeness().surface.corners, 2400, 1600);
    samples_.lay(0, 1600);
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
  // Where she ends in the picture.
  [[nodiscard]] Vec3 skin_behind(const geometry::Frame& bone) const {
    constexpr double step_m = 0.0005;
    Vec3 at = bone.origin;
    const auto covered = [&] {
      const figure::Eye::Seen seen = eye()(figure::place(at));
      return samples_.at(static_cast<int>(seen.x), static_cast<int>(seen.y)) > 0;
    };
    while (covered())
      at = at - bone.frontward * step_m;
    return at;
  }

  static double slope(Vec3 from, Vec3 to) { return geometry::degrees(geometry::atan2(to.z - from.z, to.x - from.x)); }

  Pose pose_;
  figure::Samples samples_;
};

// Between the photographs, and the few millimetres that a skin which follows the bones lies off the flesh.
void expect_curve(Posture posture, const std::vector<Move>& moves, double from, double to) {
  constexpr double skin = 5;
  const double curve = Back{posture, moves}.curve();
  EXPECT_GE(curve, from - skin);
  EXPECT_LE(curve, to + skin);
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
