// SPDX-License-Identifier: Apache-2.0
#include "figure/things.h"

#include "body/skeleton.h"
#include "figure/eye.h"
#include "geometry/trigonometry.h"

#include <algorithm>

namespace supple::figure {

namespace {

using vocabulary::Posture;

// Metres for her whose measures are those of the table; they grow with her, as her seat does
// (body/postures_sitting.cpp).
constexpr float seat_high = 0.405F, seat_thick = 0.035F, seat_long = 0.40F, seat_wide = 0.42F, leg_thick = 0.035F;
constexpr float back_low = 0.58F;
constexpr float ball_radius = 0.25F;                     // she sinks into it by 5 cm
constexpr double fold_behind = 0.34, fold_before = 0.13; // of her knees

// Lays the faces of boxes and balls.
class Maker {
public:
  Maker(float scale, Surface& surface) : scale_(scale), surface_(surface) {}

  // Grows with her.
  void box(Place least, Place most) { plain_box(least * scale_, most * scale_); }

  // Every face is a grid.
  void plain_box(Place least, Place most) {
    const Place size = most - least, x{size.x, 0, 0}, y{0, size.y, 0}, z{0, 0, size.z};
    face(least + z, x, y);
    face(least, y, x);
    face(least, x, z);
    face(least + y, z, x);
    face(least, z, y);
    face(least + x, y, z);
  }

  void ball(Place middle, float radius) {
    constexpr int around = 48, down = 24;
    const auto first = static_cast<std::uint32_t>(surface_.places.size());
    for (int j = 0; j <= down; ++j)
      for (int i = 0; i <= around; ++i) {
        const auto [east, north] = geometry::sin_cos(geometry::radians(360.0 * i / around));
        const auto [out, up] = geometry::sin_cos(geometry::radians(180.0 * j / down));
        const Place normal = place({out * north, out * east, up});
        surface_.places.push_back((middle + normal * radius) * scale_);
        surface_.normals.push_back(normal);
      }
    grid(first, around, down);
  }

private:
  void face(Place from, Place u, Place v) {
    constexpr float cell_m = 0.03F;
    const auto cells = [](Place way) { return std::max(1, static_cast<int>(length(way) / cell_m)); };
    const int wide = cells(u), high = cells(v);
    const auto first = static_cast<std::uint32_t>(surface_.places.size());
    const Place normal = unit(cross(u, v));
    for (int j = 0; j <= high; ++j)
      for (int i = 0; i <= wide; ++i) {
        surface_.places.push_back(from + u * (static_cast<float>(i) / static_cast<float>(wide)) +
                                  v * (1 - static_cast<float>(j) / static_cast<float>(high)));
        surface_.normals.push_back(normal);
      }
    grid(first, wide, high);
  }

  void grid(std::uint32_t first, int wide, int high) {
    const auto at = [&](int i, int j) { return first + static_cast<std::uint32_t>(j * (wide + 1) + i); };
    for (int j = 0; j < high; ++j)
      for (int i = 0; i < wide; ++i)
        surface_.corners.insert(surface_.corners.end(),
                                {at(i, j), at(i, j + 1), at(i + 1, j + 1), at(i, j), at(i + 1, j + 1), at(i + 1, j)});
  }

  float scale_;
  Surface& surface_;
};

// Its seat begins at `from` and goes on to `to`, where its back stands.
void chair(Maker& make, float from, float to, float back_high = 0.82F) {
  const float w = seat_wide / 2, inner = to < from ? to + leg_thick : to - leg_thick;
  const auto box = [&](float x0, float x1, float y0, float y1, float z0, float z1) {
    make.box({std::min(x0, x1), y0, z0}, {std::max(x0, x1), y1, z1});
  };
  box(from, to, -w, w, seat_high - seat_thick, seat_high);
  const float front = to < from ? from - leg_thick : from + leg_thick;
  for (const float y : {-w, w - leg_thick}) {
    box(from, front, y, y + leg_thick, 0, seat_high - seat_thick);
    box(inner, to, y, y + leg_thick, 0, seat_high - seat_thick);
    box(inner, to, y, y + leg_thick, seat_high, back_high);
  }
  box(inner, to, -w + leg_thick, w - leg_thick, back_low, back_high);
}

bool on_hands_or_forearms(Posture posture) {
  return posture == Posture::all_fours || posture == Posture::between || posture == Posture::childs_pose;
}

bool kneels(Posture posture) {
  switch (posture) {
  case Posture::all_fours:
  case Posture::forearms_and_knees:
  case Posture::puppy:
  case Posture::childs_pose:
  case Posture::between:
  case Posture::heel_sit:
  case Posture::kneeling:
  case Posture::half_kneeling:
    return true;
  default:
    return false;
  }
}

} // namespace

Things things_for(const body::Person& person, Posture posture, vocabulary::Spot hands) {
  const bool back = hands == vocabulary::Spot::chair;
  return {.chair_under = posture == Posture::chair,
          .chair_before = (person.hands_on_chair || person.head_up) && on_hands_or_forearms(posture),
          .ball = posture == Posture::ball,
          .mat_folded = person.knees_padded && kneels(posture),
          .wall = hands == vocabulary::Spot::wall,
          .back_before_feet = back && posture == Posture::standing,
          .back_before_knees = back && posture == Posture::kneeling};
}

ThingsShape shape_of(const Things& things, const body::Skeleton& skeleton) {
  ThingsShape shape;
  const auto scale = static_cast<float>(skeleton.scale);
  Maker make(scale, shape.surface);
  if (things.mat_folded)
    make.plain_box(place({skeleton.knee.x - fold_behind, -mat_half_width, 0}),
                   place({skeleton.knee.x + fold_before, mat_half_width, body::folded_mat_m}));
  shape.mat_points = shape.surface.places.size();
  if (things.chair_under) chair(make, 0.20F, 0.20F - seat_long);
  if (things.chair_before) {
    const float hands = static_cast<float>(skeleton.wrist.x) / scale;
    chair(make, hands - 0.02F, hands - 0.02F + seat_long);
  }
  for (const bool kneels : {false, true})
    if (kneels ? things.back_before_knees : things.back_before_feet) {
      const float back = static_cast<float>(chair_before(skeleton, kneels)) / scale - leg_thick / 2;
      chair(make, back + seat_long, back, static_cast<float>(body::chair_back_m));
    }
  if (things.ball) make.ball({0, 0, ball_radius}, ball_radius);
  return shape;
}

} // namespace supple::figure
