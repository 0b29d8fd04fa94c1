// SPDX-License-Identifier: Apache-2.0
#include "motion/pace.h"

#include "body/contacts.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace supple::motion {

namespace {

// No joint shall turn at 90 degrees a second; between two samples it may be a little faster than they say.
constexpr double fastest = geometry::radians(76), least_s = 0.6;

// Her weight is not thrown: the hips speed up along the mat by no more than 0.9 m/s2 (ours), or she would need more
// under her than her feet.
double unhurried_s(const Travel& travel) {
  constexpr double peak = 5.7735, most_m_s2 = 0.9; // of the course's acceleration, in lengths of the way
  const double x = travel.to.value[0] - travel.from.value[0], y = travel.to.value[1] - travel.from.value[1];
  return std::max(least_s, std::sqrt(peak / most_m_s2 * std::sqrt(x * x + y * y)));
}

// Whether a contact comes to be held or lets go: it draws the joints farther than they are wanted, and all at once.
bool takes_hold_or_lets_go(const Travel& travel) {
  for (std::size_t c = 0; c < body::contact_count; ++c) {
    const std::size_t at = body::Intent::contacts_at + 4 * c;
    if (travel.from.value[at] != travel.to.value[at] || travel.step.value[at] != 0) return true;
  }
  return false;
}

// The part of the time that the limb with the least has.
double shortest_part(const Travel& travel) {
  double shortest = 1;
  for (const Travel::Part& limb : travel.limbs)
    shortest = std::min(shortest, limb.to - limb.from);
  return shortest;
}

} // namespace

double ample_s(const Travel& travel) {
  if (travel.from.value == travel.to.value && !travel.circle) return 0;
  if (takes_hold_or_lets_go(travel)) return std::numeric_limits<double>::infinity();
  double farthest = travel.circle ? 1.0 : 0.0;
  for (std::size_t i = body::Intent::joints_at; i < body::Intent::contacts_at; i += 3) {
    const auto way = [&](std::size_t k) {
      return std::fabs(travel.to.value[i + k] - travel.from.value[i + k]) + std::fabs(travel.step.value[i + k]) +
             std::fabs(travel.early.value[i + k]);
    };
    farthest = std::max(farthest, way(0) + way(1) + way(2));
  }
  double bent = 0;
  for (const Travel::Part& limb : travel.limbs)
    bent = std::max(bent, limb.elbow);
  return std::max(unhurried_s(travel), 2 * (15.0 / 8) * (farthest + bent) / (fastest * shortest_part(travel)));
}

double shortest_s(const body::Skeleton& skeleton, const Travel& travel, double most_s) {
  constexpr double most_m_s2 = 9.5; // of a foot that steps (ours)
  const int samples = static_cast<int>(64 / shortest_part(travel));
  Travel in_one_second = travel;
  in_one_second.start_s = 0, in_one_second.end_s = 1;
  body::Bones before, now;
  hold_contacts(skeleton, travel.from, before);
  std::array<geometry::Vec3, 2> speed; // of the feet
  double largest = 0, hardest = 0;
  for (int i = 1; i <= samples && largest * samples <= fastest * most_s; ++i) {
    hold_contacts(skeleton, flow_at(in_one_second, i / static_cast<double>(samples)).intent, now);
    for (std::size_t k = 1; k < body::link_count; ++k) {
      const std::size_t from = body::parents[k];
      const geometry::Rotation turn =
          inverse(inverse(before.turned[from]) * before.turned[k]) * (inverse(now.turned[from]) * now.turned[k]);
      largest = std::max(largest, length(geometry::vector_of(turn)));
    }
    for (const int side : {body::left, body::right}) {
      const std::size_t foot = index(on(body::Link::foot_left, side));
      const geometry::Vec3 way = now.place[foot] - before.place[foot];
      geometry::Vec3& was = speed[static_cast<std::size_t>(side)];
      hardest = std::max(hardest, length(way - was));
      was = way;
    }
    before = now;
  }
  return std::max({unhurried_s(travel), largest * samples / fastest, std::sqrt(hardest / most_m_s2) * samples});
}

} // namespace supple::motion
