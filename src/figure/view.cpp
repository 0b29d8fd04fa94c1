// SPDX-License-Identifier: Apache-2.0
#include "figure/view.h"

#include "body/skeleton.h"
#include "figure/wall.h"
#include "motion/camera.h"

#include <algorithm>
#include <cmath>

namespace supple::figure {

namespace {

using vocabulary::Posture;

constexpr double longest_glide_s = 8;
constexpr Standpoint from_above{.ahead = -90, .above = 58};

double between(double a, double b, double t) {
  return a + (b - a) * t;
}

View between(const View& a, const View& b, double t) {
  return {{.ahead = between(a.standpoint.ahead, b.standpoint.ahead, t),
           .above = between(a.standpoint.above, b.standpoint.above, t)},
          {mix(a.framing.middle, b.framing.middle, t), between(a.framing.half_width, b.framing.half_width, t),
           between(a.framing.half_height, b.framing.half_height, t)},
          t < 1 ? joined(a.things, b.things) : b.things};
}

// What she sits on, or holds, is not there where she does not.
bool go_together(const Things& a, const Things& b) {
  return a.chair_under == b.chair_under && a.ball == b.ball && a.back_before_feet == b.back_before_feet &&
         a.back_before_knees == b.back_before_knees;
}

// From where a phase is seen once the eye has come to rest.
Standpoint standpoint_in(const guide::Session& session, const guide::Phase& phase, Posture posture,
                         vocabulary::Spot hands) {
  return motion::camera_elevation(session, phase.end_s - 1e-6) > 0.5 ? from_above : standpoint_of(posture, hands);
}

std::vector<geometry::Vec3> points_of(const Things& things, const body::Skeleton& skeleton) {
  std::vector<geometry::Vec3> points;
  for (const Place p : shape_of(things, skeleton).surface.places)
    points.push_back({static_cast<double>(p.x), static_cast<double>(p.y), static_cast<double>(p.z)});
  if (things.wall)
    for (const geometry::Vec3 corner : corners_of(wall_of(skeleton)))
      points.push_back(corner);
  return points;
}

// Where she is, and what she uses, at a few moments of a stretch of the session.
std::vector<geometry::Vec3> points_between(const motion::Motion& motion, const body::Skeleton& skeleton,
                                           const Things& things, double start_s, double end_s) {
  constexpr double step_s = 1.5;
  const int looks = static_cast<int>(std::clamp(std::ceil((end_s - start_s) / step_s), 2.0, 400.0));
  std::vector<geometry::Vec3> points = points_of(things, skeleton);
  for (int i = 0; i <= looks; ++i) {
    const double at_s = start_s + (end_s - start_s) * i / looks;
    const body::Pose pose = body::pose(skeleton, motion::flow_at(motion, at_s).intent);
    points.insert(points.end(), pose.points.begin(), pose.points.end());
  }
  return points;
}

} // namespace

Standpoint standpoint_of(Posture posture, vocabulary::Spot hands) {
  // The wall is behind her hands, and hides nothing.
  if (hands == vocabulary::Spot::wall) return {.ahead = -16, .above = 9};
  switch (posture) {
  case Posture::heel_sit:
  case Posture::kneeling:
  case Posture::half_kneeling:
  case Posture::lunge:
  case Posture::seated:
  case Posture::chair:
  case Posture::ball:
  case Posture::standing:
  case Posture::squat:
    return {.ahead = 34, .above = 10};
  case Posture::side_lying:
  case Posture::supine:
  case Posture::prone:
  case Posture::bridge:
    return {.ahead = 12, .above = 22};
  default:
    return {.ahead = 14, .above = 12};
  }
}

View view_of(const body::Skeleton& skeleton, const body::Pose& pose, Posture posture, vocabulary::Spot hands) {
  const Standpoint standpoint = standpoint_of(posture, hands);
  const Things things = things_for(skeleton.person, posture, hands);
  std::vector<geometry::Vec3> points = points_of(things, skeleton);
  points.insert(points.end(), pose.points.begin(), pose.points.end());
  return {standpoint, framing_of(points, standpoint), things};
}

std::vector<Shot> shots_of(const guide::Session& session, const motion::Motion& motion,
                           const body::Skeleton& skeleton) {
  std::vector<Shot> shots;
  const auto same = [](const Standpoint& a, const Standpoint& b) { return a.ahead == b.ahead && a.above == b.above; };
  const guide::Phase* before = nullptr;
  for (const guide::Phase& phase : session.phases) {
    const Posture posture = body::taken(skeleton.person, phase.posture);
    const vocabulary::Spot hands = body::hands_on(posture, motion::all_moves(phase));
    const Things things = things_for(skeleton.person, posture, hands);
    const Standpoint standpoint = standpoint_in(session, phase, posture, hands);
    if (shots.empty() || !same(shots.back().view.standpoint, standpoint) ||
        !go_together(shots.back().view.things, things)) {
      // Where she comes into another posture, or leaves the wall, the eye follows her there.
      const bool follows =
          before != nullptr && (before->posture != phase.posture || shots.back().view.things.wall != things.wall);
      const double glide_s = std::min(follows ? longest_glide_s : motion::glide_s, phase.end_s - phase.start_s);
      shots.push_back({phase.start_s, glide_s, {standpoint, {}, things}});
    } else
      shots.back().view.things = joined(shots.back().view.things, things);
    before = &phase;
  }
  for (std::size_t i = 0; i < shots.size(); ++i) {
    const double end_s = i + 1 < shots.size() ? shots[i + 1].start_s : session.duration_s;
    Shot& shot = shots[i];
    const double start_s = std::min(shot.start_s + (i > 0 ? shot.glide_s : 0), end_s);
    shot.view.framing =
        framing_of(points_between(motion, skeleton, shot.view.things, start_s, end_s), shot.view.standpoint);
  }
  return shots;
}

View view_at(const std::vector<Shot>& shots, double position_s) {
  if (shots.empty()) return {};
  const auto next = std::upper_bound(shots.begin() + 1, shots.end(), position_s,
                                     [](double at_s, const Shot& shot) { return at_s < shot.start_s; });
  const auto now = next - 1;
  if (now == shots.begin() || now->glide_s <= 0) return now->view;
  const double t = std::clamp((position_s - now->start_s) / now->glide_s, 0.0, 1.0);
  // Flash and Hogan 1985: the movement of least jerk between two places at rest.
  return between((now - 1)->view, now->view, t * t * t * (10 + t * (-15 + 6 * t)));
}

View as_in_a_mirror(View view) {
  view.standpoint.ahead = std::fabs(view.standpoint.ahead);
  return view;
}

} // namespace supple::figure
