// SPDX-License-Identifier: Apache-2.0
#include "cli/posture_svg.h"

#include "body/skeleton.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace supple::cli {

namespace {

using body::Bone;
using body::Point;
using geometry::Vec3;

struct Ball {
  Vec3 centre;
  double radius;
};

// A piece of her with round ends.
struct Piece {
  Ball from, to;
  int shade = 0; ///< 0 trunk, 1 her left limbs, 2 her right ones, 3 the belly, 4 the spine
};

class Pieces {
public:
  Pieces(const body::Person& person, const body::Pose& pose) : h_(person.stature_m), pose_(pose) {
    trunk(person.week);
    for (const int side : {0, 1})
      limbs(side);
  }

  [[nodiscard]] const std::vector<Piece>& all() const { return all_; }

private:
  void add(Vec3 from, double radius, Vec3 to, double other, int shade) {
    all_.push_back({{from, radius * h_}, {to, other * h_}, shade});
  }

  void trunk(double week) {
    const geometry::Frame& pelvis = pose_[Bone::pelvis];
    for (const double side : {-1.0, 1.0}) {
      add(geometry::at(pelvis, 0, -0.01 * h_, side * .045 * h_), .052,
          geometry::at(pelvis, .05 * h_, 0, side * .03 * h_), .050, 0);
      add(geometry::at(pose_[Bone::L3], 0, .012 * h_, side * .03 * h_), .042,
          geometry::at(pose_[Bone::T10], 0, .02 * h_, side * .035 * h_), .045, 0);
      add(geometry::at(pose_[Bone::T10], 0, .02 * h_, side * .035 * h_), .045,
          geometry::at(pose_[Bone::T5], 0, .02 * h_, side * .035 * h_), .044, 0);
      add(geometry::at(pelvis, .05 * h_, 0, side * .03 * h_), .050,
          geometry::at(pose_[Bone::L3], 0, .012 * h_, side * .03 * h_), .042, 0);
      const Point shoulder = side > 0 ? Point::shoulder_left : Point::shoulder_right;
      add(geometry::at(pose_[Bone::T5], 0, .02 * h_, side * .035 * h_), .044, pose_[shoulder], .030, 0);
      add(pose_[Bone::T1].origin, .032, pose_[shoulder], .030, 0);
    }
    add(pose_[Bone::C7].origin, .030, pose_[Bone::C2].origin, .027, 0);
    const geometry::Frame& head = pose_[Bone::head];
    add(geometry::at(head, .05 * h_, 0, 0), .048, geometry::at(head, .02 * h_, .03 * h_, 0), .034, 0);
    add(geometry::at(head, .02 * h_, .06 * h_, 0), .008, geometry::at(head, .02 * h_, .062 * h_, 0), .008, 0);
    const double grown = std::clamp((week - 6) / 32, 0.0, 1.0);
    add(geometry::at(pose_[Bone::L3], 0, (.03 + .045 * grown) * h_, 0), .050 + .036 * grown,
        geometry::at(pose_[Bone::L1], 0, (.03 + .035 * grown) * h_, 0), .050 + .024 * grown, 3);
    for (std::size_t i = body::first_vertebra; i + 1 < body::bone_count; ++i)
      add(pose_.bones[i - (i == body::first_vertebra ? 1 : 0)].origin, .006, pose_.bones[i].origin, .006, 4);
  }

  void limbs(int side) {
    const auto at = [&](Point of_left) { return pose_[static_cast<Point>(static_cast<int>(of_left) + side)]; };
    const int shade = 1 + side;
    add(at(Point::hip_left), .045, at(Point::knee_left), .028, shade);
    add(at(Point::knee_left), .028, at(Point::ankle_left), .018, shade);
    add(at(Point::ankle_left), .020, at(Point::toe_left), .010, shade);
    add(at(Point::shoulder_left), .028, at(Point::elbow_left), .021, shade);
    add(at(Point::elbow_left), .021, at(Point::wrist_left), .014, shade);
    add(at(Point::wrist_left), .016, at(Point::fingertip_left), .008, shade);
  }

  double h_;
  const body::Pose& pose_;
  std::vector<Piece> all_;
};

constexpr std::array<const char*, 5> fills{"#7fa0a8", "#b08f7a", "#5f7f92", "#8fb0b6", "#f2b84b"};

// The hull of two discs: the two arcs and the lines that touch both.
std::string hull(double ax, double ay, double ar, double bx, double by, double br, const char* fill) {
  const double dx = bx - ax, dy = by - ay, d = std::sqrt(dx * dx + dy * dy);
  std::string discs = fmt::format("<circle cx='{:.1f}' cy='{:.1f}' r='{:.1f}' fill='{}'/><circle cx='{:.1f}' "
                                  "cy='{:.1f}' r='{:.1f}' fill='{}'/>",
                                  ax, ay, ar, fill, bx, by, br, fill);
  if (d <= std::fabs(ar - br)) return discs;
  const double c = (ar - br) / d, s = std::sqrt(1 - c * c), ux = dx / d, uy = dy / d;
  const auto corner = [&](double x, double y, double r, double sign) {
    return fmt::format("{:.1f},{:.1f} ", x + r * (c * ux - sign * s * uy), y + r * (c * uy + sign * s * ux));
  };
  return discs + "<polygon points='" + corner(ax, ay, ar, 1) + corner(bx, by, br, 1) + corner(bx, by, br, -1) +
         corner(ax, ay, ar, -1) + "' fill='" + fill + "'/>";
}

} // namespace

std::string posture_svg(const body::Person& person, const body::Pose& pose, Looking looking, Prop prop,
                        double pixels_a_metre) {
  // Right, up and toward the eye, in the picture.
  const Vec3 right = looking == Looking::from_the_front ? Vec3{0, 1, 0} : Vec3{1, 0, 0};
  const Vec3 up = looking == Looking::from_above ? Vec3{0, 1, 0} : Vec3{0, 0, 1};
  const Vec3 near = cross(right, up);
  std::vector<Piece> pieces = Pieces(person, pose).all();
  const auto depth = [&](const Piece& piece) {
    return dot(piece.from.centre + piece.to.centre, near) / 2 + (piece.shade == 4 ? 1 : 0);
  };
  std::ranges::sort(pieces, [&](const Piece& a, const Piece& b) { return depth(a) < depth(b); });
  std::string out;
  const auto x = [&](Vec3 p) { return dot(p, right) * pixels_a_metre; };
  const auto y = [&](Vec3 p) { return -dot(p, up) * pixels_a_metre; };
  if (looking != Looking::from_above)
    out += fmt::format("<rect x='{:.0f}' y='0' width='{:.0f}' height='4' fill='#c9a493'/>", -1.2 * pixels_a_metre,
                       2.4 * pixels_a_metre);
  if (prop == Prop::wall && looking != Looking::from_the_front) {
    constexpr double high_m = 1.9, half_wide_m = 0.5;
    const double left = body::wall_ahead_m * body::skeleton_of(person).scale * pixels_a_metre;
    const auto [top, bottom] =
        looking == Looking::from_above ? std::pair{-half_wide_m, half_wide_m} : std::pair{-high_m, 0.0};
    out += fmt::format("<rect x='{:.1f}' y='{:.1f}' width='6' height='{:.1f}' fill='#d9c3b0'/>", left,
                       top * pixels_a_metre, (bottom - top) * pixels_a_metre);
  }
  if ((prop == Prop::chair || prop == Prop::ball) && looking != Looking::from_above) {
    const Vec3 top = pose[Point::seat];
    const double height = top.z * pixels_a_metre;
    out += prop == Prop::ball
               ? fmt::format("<circle cx='{:.1f}' cy='{:.1f}' r='{:.1f}' fill='#d9c3b0'/>", x(top), -height / 2,
                             height / 2)
               : fmt::format("<rect x='{:.1f}' y='{:.1f}' width='{:.1f}' height='{:.1f}' fill='#d9c3b0'/>",
                             x(top) - 0.2 * pixels_a_metre, -height, 0.4 * pixels_a_metre, height);
  }
  for (const Piece& piece : pieces)
    out += hull(x(piece.from.centre), y(piece.from.centre), piece.from.radius * pixels_a_metre, x(piece.to.centre),
                y(piece.to.centre), piece.to.radius * pixels_a_metre, fills.at(static_cast<std::size_t>(piece.shade)));
  return out;
}

} // namespace supple::cli
