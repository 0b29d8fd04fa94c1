// SPDX-License-Identifier: Apache-2.0
#include "motion/steps.h"

#include "body/contacts.h"
#include "geometry/trigonometry.h"
#include "motion/pace.h"
#include "motion/places.h"

#include <algorithm>
#include <cmath>

namespace supple::motion {

namespace {

using body::Contact;
using body::Link;

// What a lift of 1 adds to the flexion of the limb's three joints, degrees.
using Bending = std::array<double, 3>;

struct Limb {
  std::array<Link, 3> joints;
  std::array<Contact, 3> contacts;
  std::array<double, 3> clear_m; // how high they are at least, for the table's stature
  std::array<Bending, 2> ways;   // of folding it to lift it: the whole limb, and its far end alone
  double worth_drawing; // it is drawn up instead where that takes less than this part of the hardship; 0: never
};

constexpr Limb leg{{Link::thigh_left, Link::shank_left, Link::foot_left},
                   {Contact::knee_left, Contact::ankle_left, Contact::toe_left},
                   {0.058, 0.044, 0.012},
                   {{{-40, 50, -22}, {0, 30, -10}}},
                   0.6};
constexpr Limb arm{{Link::upper_arm_left, Link::forearm_left, Link::hand_left},
                   {Contact::elbow_left, Contact::wrist_left, Contact::fingertip_left},
                   {0.036, 0.027, 0.005},
                   {{{-14, -45, 10}, {0, -20, 30}}},
                   0};

bool held(const Travel& travel, std::size_t at) {
  return travel.from.value[at] > 0 && travel.to.value[at] > 0;
}

// Whether nothing holds the limb all the way.
bool leaves_the_mat(const Limb& limb, int side, const Travel& travel) {
  return std::ranges::none_of(limb.contacts, [&](Contact of_left) {
    const std::size_t at = contact_at(index(on(of_left, side)));
    return held(travel, at) && travel.step.value[at] == 0;
  });
}

geometry::Vec3 way_of(const Travel& travel, std::size_t at) {
  return place_at(travel.to, at) - place_at(travel.from, at);
}

// Where she is stopped on the way, a contact may be about to let go.
bool held_firmly(const Travel& travel, std::size_t at) {
  return travel.from.value[at] >= 1 && travel.to.value[at] >= 1;
}

// The first contact that is held leads; the others, which cannot keep their distance from it unless they go the same
// way, let go.
void step_or_slide(const Limb& limb, int side, double farthest_m, Travel& travel) {
  constexpr double other_way_m = 1e-7;
  bool slides = false;
  geometry::Vec3 way;
  for (const Contact of_left : limb.contacts) {
    const std::size_t at = contact_at(index(on(of_left, side)));
    if (!held(travel, at)) continue;
    const geometry::Vec3 own = way_of(travel, at);
    const bool firm = held_firmly(travel, at);
    if (!slides && firm && length(own) < farthest_m) {
      slides = true;
      way = own;
    }
    if (!slides || !firm || length(own - way) > other_way_m)
      travel.step.value[at] = -std::min(travel.from.value[at], travel.to.value[at]);
  }
}

void bend(const Limb& limb, int side, std::size_t way, double lift, body::Intent& step) {
  for (std::size_t j = 0; j < limb.joints.size(); ++j) {
    step.value[body::Intent::want_at(on(limb.joints[j], side)) + 2] += lift * geometry::radians(limb.ways[way][j]);
  }
}

using Heights = std::array<double, 3>;

// Of the limb's places above what is clear, where nothing holds it.
Heights heights_of(const body::Skeleton& skeleton, const Limb& limb, int side, const body::Intent& intent) {
  body::Bones bones;
  lay_bones(skeleton, intent, bones);
  Heights heights;
  for (std::size_t c = 0; c < heights.size(); ++c)
    heights[c] = place_of(skeleton, bones, on(limb.contacts[c], side)).z - limb.clear_m[c] * skeleton.scale;
  return heights;
}

// Adds what brings the limb's end so much farther outward and higher half way, and out of the mat where it is in it.
void draw(const body::Skeleton& skeleton, const Limb& limb, int side, double out_m, double up_m, Travel& travel) {
  body::Intent half_way;
  for (std::size_t k = 0; k < body::Intent::count; ++k)
    half_way.value[k] = (travel.from.value[k] + travel.to.value[k]) / 2 + travel.step.value[k];
  body::Bones bones;
  lay_bones(skeleton, half_way, bones);
  geometry::Vec3 place = place_of(skeleton, bones, on(limb.contacts[1], side));
  place.y += (side == body::left ? out_m : -out_m) * skeleton.scale;
  place.z = std::max(place.z, limb.clear_m[1] * skeleton.scale) + up_m * skeleton.scale;
  const std::size_t at = contact_at(index(on(limb.contacts[1], side)));
  half_way.value[at] = 1;
  put_place(place, at, half_way);
  hold_contacts(skeleton, half_way, bones);
  for (const Link of_left : limb.joints) {
    const Link link = on(of_left, side);
    const std::size_t want = body::Intent::want_at(link);
    const geometry::Vec3 drawn = want_of(skeleton, bones, link);
    travel.step.value[want] += drawn.x - half_way.value[want];
    travel.step.value[want + 1] += drawn.y - half_way.value[want + 1];
    travel.step.value[want + 2] += drawn.z - half_way.value[want + 2];
  }
}

// One travel's ways of lifting a limb.
class Lifter {
public:
  Lifter(const body::Skeleton& skeleton, const Limb& limb, int side, Travel& travel)
      : skeleton_(skeleton), limb_(limb), side_(side), travel_(travel), before_(travel.step),
        from_(heights_of(skeleton, limb, side, travel.from)), to_(heights_of(skeleton, limb, side, travel.to)) {}

  void lift() {
    constexpr double hardly_m = 0.004;
    if (sunk_m() <= hardly_m) return;
    const Lifted bent = folded();
    travel_.step = bent.step;
    if (limb_.worth_drawing == 0) return;
    const Lifted drawn = drawn_up();
    travel_.step = hardship_s(drawn) < limb_.worth_drawing * hardship_s(bent) ? drawn.step : bent.step;
  }

private:
  struct Lifted {
    double sunk_m;
    body::Intent step;
  };

  // How far the limb's lowest place is wanted under what is clear, on the whole way, but for what is so at the ends; 0
  // where none is.
  [[nodiscard]] double sunk_m() const {
    constexpr int samples = 9;
    double worst = 0;
    for (int i = 1; i < samples; ++i) {
      const double t = i / static_cast<double>(samples);
      body::Intent intent;
      for (std::size_t k = 0; k < body::Intent::count; ++k)
        intent.value[k] = travel_.from.value[k] + (travel_.to.value[k] - travel_.from.value[k]) * t +
                          travel_.step.value[k] * 4 * t * (1 - t);
      const Heights heights = heights_of(skeleton_, limb_, side_, intent);
      for (std::size_t c = 0; c < heights.size(); ++c)
        worst = std::max(worst, std::min({0.0, from_[c] * (1 - t), to_[c] * t}) - heights[c]);
    }
    return worst;
  }

  Lifted straight() {
    travel_.step = before_;
    return {sunk_m(), before_};
  }

  // Tries another way, if the best one is not good enough, and keeps the better.
  void attempt(Lifted& best, auto&& add) {
    constexpr double well_m = 0.002;
    if (best.sunk_m <= well_m) return;
    travel_.step = before_;
    add();
    if (const double sunk = sunk_m(); sunk < best.sunk_m) best = {sunk, travel_.step};
  }

  // The end up, and outward where that is not enough.
  Lifted drawn_up() {
    Lifted best = straight();
    for (const double out_m : {0.0, 0.15, 0.30})
      for (const double up_m : {0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3})
        attempt(best, [&] { draw(skeleton_, limb_, side_, out_m, up_m, travel_); });
    return best;
  }

  // All joints bent by so much, or those at the end.
  Lifted folded() {
    constexpr double step = 0.4;
    constexpr int most_steps = 6;
    Lifted best = straight();
    for (int all = 0; all <= most_steps; ++all)
      for (int end = 0; end <= most_steps; ++end)
        attempt(best, [&] {
          bend(limb_, side_, 0, all * step, travel_.step);
          bend(limb_, side_, 1, end * step, travel_.step);
        });
    return best;
  }

  // What is wanted in the mat is pressed out of it, which takes longer.
  double hardship_s(const Lifted& lifted) {
    constexpr double of_a_metre_s = 10;
    travel_.step = lifted.step;
    return shortest_s(skeleton_, travel_) + of_a_metre_s * lifted.sunk_m;
  }

  const body::Skeleton& skeleton_;
  const Limb& limb_;
  int side_;
  Travel& travel_;
  const body::Intent before_;
  const Heights from_, to_;
};

} // namespace

void step_or_slide(Travel& travel, double farthest_slide_m) {
  // Hands glide over the mat: lifted, they would cross before the face.
  constexpr double hands_slide_m = 0.6;
  for (const int side : {body::left, body::right}) {
    step_or_slide(leg, side, farthest_slide_m, travel);
    step_or_slide(arm, side, hands_slide_m, travel);
  }
}

void lift_limbs(const body::Skeleton& skeleton, Travel& travel) {
  for (const Limb* limb : {&leg, &arm})
    for (const int side : {body::left, body::right})
      if (leaves_the_mat(*limb, side, travel)) Lifter(skeleton, *limb, side, travel).lift();
}

bool is_free(std::size_t limb, const Travel& travel) {
  return leaves_the_mat(limb < 2 ? arm : leg, static_cast<int>(limb % 2), travel);
}

} // namespace supple::motion
