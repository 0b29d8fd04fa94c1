// SPDX-License-Identifier: Apache-2.0
#include "motion/passage.h"

#include "body/families.h"
#include "body/moves.h"
#include "motion/apart.h"
#include "motion/places.h"
#include "motion/sitting.h"
#include "motion/steps.h"
#include "motion/ways.h"

#include <algorithm>
#include <array>

namespace supple::motion {

namespace {

// What the limbs do on the way follows from this.
bool go_the_same_way(const Travel& a, const Travel& b) {
  return a.from.value == b.from.value && a.to.value == b.to.value && a.farthest_slide_m == b.farthest_slide_m &&
         a.goes_round == b.goes_round && a.one_by_one == b.one_by_one && a.circle.has_value() == b.circle.has_value();
}

} // namespace

const Travel* known_way(const Travel& travel, std::span<const Travel> gone, const Motion& before, bool is_exact) {
  for (const std::span<const Travel> travels : {gone, std::span<const Travel>(before.travels)}) {
    const auto found = std::ranges::find_if(
        travels, [&](const Travel& each) { return (each.is_exact || !is_exact) && go_the_same_way(each, travel); });
    if (found != travels.end()) return &*found;
  }
  return nullptr;
}

Passage::Passage(const body::Person& person, Motion& motion, const Motion& before)
    : person_(person), skeleton_(body::skeleton_of(person)), motion_(motion), before_(before) {}

void Passage::begin(const Intent& intent, Whereabouts here) {
  now_ = intent;
  here_ = here;
  for (std::size_t c = 0; c < body::contact_count; ++c)
    held_before_[c] = intent.value[contact_at(c)] > 0;
}

void Passage::go_to(Whereabouts there, const Intent& wanted) {
  const auto& [posture, to_wall] = there;
  const bool was_at_wall = here_.at_wall;
  change_feet(posture, wanted);
  go_on_the_way(posture, to_wall);
  const bool walks = to_wall ? here_.at_wall && here_.posture != posture : was_at_wall && posture == Posture::standing;
  walks ? walk(wanted, to_wall ? wanted : Intent{now_}) : go_on(posture, wanted);
  arrive(there);
}

// Where one foot is ahead and then the other, the one comes back to kneeling and then the other goes ahead.
void Passage::change_feet(Posture to, const Intent& there) {
  const auto is_ahead = [](Posture posture) { return posture == Posture::half_kneeling || posture == Posture::lunge; };
  const bool was_ahead = is_ahead(here_.posture);
  ahead_ = ahead_in(was_ahead ? now_ : there);
  if (!was_ahead || !is_ahead(to) || ahead_ == ahead_in(there)) return;
  if (here_.posture == Posture::lunge) go_on(Posture::half_kneeling, resting(Posture::half_kneeling, Hands::free));
  go_on(Posture::kneeling, resting(Posture::kneeling, Hands::free));
  ahead_ = ahead_in(there);
  if (to == Posture::lunge) go_on(Posture::half_kneeling, resting(Posture::half_kneeling, Hands::free));
}

Passage::Side Passage::ahead_in(const Intent& seen) {
  constexpr std::size_t left_x = contact_at(index(body::Contact::ankle_left)) + 1, right_x = left_x + 4;
  return seen.value[left_x] < seen.value[right_x] ? vocabulary::Side::right : vocabulary::Side::left;
}

void Passage::arrive(Whereabouts there) {
  here_ = there;
  if (!motion_.travels.empty()) motion_.travels.back().reaches = there;
}

void Passage::leave(const Travel& travel, Whereabouts there, const Intent& wanted) {
  const Whereabouts &from = travel.leaves, &to = travel.reaches;
  here_ = there == to ? to : from;
  const bool between = from != to;
  if (between && ((there != from && there != to) || feet_are_far(wanted))) {
    const auto left_to_go = [&](const Whereabouts& w) { return way_between(w.posture, there.posture).size(); };
    const bool ends = from.at_wall != to.at_wall || left_to_go(to) <= left_to_go(from);
    go(ends ? travel.to : travel.from);
    arrive(ends ? to : from);
  }
  if (here_ != Whereabouts{Posture::standing, false} || there.at_wall || is_seat(there.posture)) return;
  const Intent standing =
      there.posture == Posture::standing ? standing_where(wanted) : resting(Posture::standing, Hands::free);
  if (feet_are_far(standing)) walk(standing);
}

// Whether both feet shall stand, and one of them elsewhere.
bool Passage::feet_are_far(const Intent& there) const {
  constexpr std::array ankles{body::Contact::ankle_left, body::Contact::ankle_right};
  const auto stands = [&](auto ankle) { return there.value[contact_at(index(ankle))] > 0; };
  const auto is_far = [&](auto ankle) {
    const std::size_t at = contact_at(index(ankle));
    return now_.value[at] <= 0 || length(place_at(now_, at) - place_at(there, at)) > knees_slide_m;
  };
  return std::ranges::all_of(ankles, stands) && std::ranges::any_of(ankles, is_far);
}

// To where the last part of the way begins: by the postures in between; up to the wall and away from it walking, with
// the hands before her chest, so that no finger goes through it.
void Passage::go_on_the_way(Posture to, bool to_wall) {
  if (here_.at_wall && to_wall) return;
  if (here_.at_wall) {
    if (here_.posture != Posture::standing) walk(resting(Posture::standing, Hands::on_wall));
    go(resting(Posture::standing, Hands::before_wall));
    arrive({Posture::standing, false});
    if (to != Posture::standing) walk(resting(Posture::standing, Hands::free), Intent{now_});
  }
  const Posture door = to_wall ? Posture::standing : to;
  for (const Posture between : way_between(here_.posture, door))
    go_on(between, resting(between, Hands::free));
  if (!to_wall) return;
  const Intent before = resting(door, Hands::before_wall);
  if (is_seat(here_.posture)) {
    stand_up();
    walk(standing_where(before));
    go(before);
  } else {
    if (here_.posture != door) go(resting(door, Hands::free));
    walk(before, before);
  }
  if (to != door) go(resting(door, Hands::on_wall));
  arrive({door, true});
}

// To a neighbour.
void Passage::go_on(Posture to, const Intent& there) {
  const Posture from = here_.posture;
  if (is_seat(from) && to == Posture::standing) {
    stand_up();
    walk(there);
  } else if (from == Posture::standing && is_seat(to)) {
    sit_down(to, there);
  } else if (rolls_over(from, to) || turns_over(there)) {
    roll_over(to, there);
  } else if (steps_out(from, to)) {
    step_out(to, there);
  } else if (goes_on_one_knee(from, to)) {
    go_on_one_knee(to, there);
  } else if (from != to && (from == Posture::seated || to == Posture::seated)) {
    uncross(to, there);
  } else if (to == Posture::seated) {
    go(there, knees_slide_m, Limbs::go_round);
  } else if (walks_on_hands(from, to)) {
    walk_on_hands(to, there);
  } else {
    go_gliding(to, there);
  }
  arrive({to, here_.at_wall});
}

bool Passage::goes_between(Posture to, Posture one, Posture other) const {
  return (here_.posture == one && to == other) || (here_.posture == other && to == one);
}

// Her feet glide apart where she stands, and in and out of downward dog; from hands and knees the toes tuck first.
// Between hands and knees and kneeling the hips are back, so that her weight is not ahead of the knees where no hand
// bears.
void Passage::go_gliding(Posture to, const Intent& there) {
  const auto is = [&](Posture posture) { return here_.posture == posture || to == posture; };
  const bool stands = is(Posture::standing) || is(Posture::forward_fold) || is(Posture::lunge),
             dog = here_.posture != to && is(Posture::down_dog);
  const double far_m = stands ? feet_part_m : dog ? glides_m : knees_slide_m;
  if (goes_between(to, Posture::all_fours, Posture::down_dog))
    go(resting_with(Posture::all_fours, body::Channel::toes_tucked, 1), far_m);
  if (goes_between(to, Posture::all_fours, Posture::kneeling)) go(resting(Posture::between, Hands::free));
  const std::array changes{hand_changes(there, body::left), hand_changes(there, body::right)};
  const Posture high = chest_up(to);
  if (changes_sides(to, there))
    go(resting(changes[0] ? high : to, Hands::free));
  else if (here_.posture == to && high != to && changes[0] != changes[1])
    return go(there, far_m, Limbs::keep_apart, resting(high, Hands::free));
  go(there, far_m);
}

// Where the chest is as it has to be for an arm to be threaded below it.
Passage::Posture Passage::chest_up(Posture posture) {
  return posture == Posture::puppy ? Posture::all_fours : posture == Posture::childs_pose ? Posture::between : posture;
}

// Whether it leaves the mat or comes down on it.
bool Passage::hand_changes(const Intent& there, int side) const {
  const std::size_t at = contact_at(index(on(body::Contact::wrist_left, side)));
  return (now_.value[at] > 0) != (there.value[at] > 0);
}

// From the one side to the other in the same posture: a hand or foot comes down before the other leaves the mat.
bool Passage::changes_sides(Posture to, const Intent& there) const {
  using enum body::Contact;
  if (here_.posture != to) return false;
  const auto holds = [](const Intent& intent, body::Contact contact) {
    return intent.value[contact_at(index(contact))] > 0;
  };
  const auto changes = [&](body::Contact of_left) {
    const auto leaves = [&](int side) { return holds(now_, on(of_left, side)) && !holds(there, on(of_left, side)); };
    const auto lands = [&](int side) { return !holds(now_, on(of_left, side)) && holds(there, on(of_left, side)); };
    return (leaves(body::left) && lands(body::right)) || (leaves(body::right) && lands(body::left));
  };
  return (body::in(body::family::on_her_hands, to) && changes(wrist_left)) || changes(knee_left) || changes(ankle_left);
}

// Nothing done but this.
Passage::Intent Passage::resting_with(Posture posture, body::Channel done, double much, Side lead) const {
  body::Channels channels = body::at_rest(posture);
  channels[done] = much;
  Intent there = body::intent_of(person_, posture, channels, lead);
  there.value[body::Intent::breath_at] = 0.5;
  return there;
}

Passage::Intent Passage::resting(Posture posture, Hands hands) const {
  return resting_with(posture, body::Channel::hands_wall, static_cast<double>(hands) / 2,
                      posture == Posture::half_kneeling ? ahead_ : vocabulary::Side::left);
}

// Half way all but the arms are as there.
void Passage::go_by(const Intent& half_way, Travel& travel) {
  constexpr std::size_t arms_at = Intent::want_at(body::Link::girdle_left),
                        legs_at = Intent::want_at(body::Link::thigh_left);
  for (std::size_t i = 0; i < Intent::contacts_at; ++i)
    if (i < arms_at || i >= legs_at)
      travel.step.value[i] = half_way.value[i] - (travel.from.value[i] + travel.to.value[i]) / 2;
}

void Passage::go(const Intent& to, double farthest_slide_m, Limbs limbs, const std::optional<Intent>& half_way) {
  Travel travel;
  travel.farthest_slide_m = farthest_slide_m, travel.goes_round = limbs == Limbs::go_round;
  travel.leaves = travel.reaches = here_;
  travel.from = now_, travel.to = to;
  travel.one_by_one = natural_order;
  for (std::size_t c = 0; c < body::contact_count; ++c)
    follow(c, travel);
  step_or_slide(travel, farthest_slide_m);
  if (const Travel* const known = known_way(travel, motion_.travels, before_, false); known != nullptr) {
    travel.limbs = known->limbs, travel.step = known->step, travel.early = known->early;
  } else {
    if (half_way) go_by(*half_way, travel);
    lift_limbs(skeleton_, travel);
    if (!travel.goes_round || !go_round(skeleton_, travel)) keep_apart(skeleton_, travel);
  }
  now_ = travel.to;
  motion_.travels.push_back(travel);
}

// What is not held keeps the place where it was last held, before that the one where it will be.
void Passage::follow(std::size_t c, Travel& travel) {
  const std::size_t at = contact_at(c);
  if (travel.to.value[at] == 0) {
    put_place(place_at(travel.from, at), at, travel.to);
    return;
  }
  const geometry::Vec3 place = place_at(travel.to, at);
  if (!held_before_[c]) {
    held_before_[c] = true;
    put_place(place, at, travel.from);
    for (Travel& before : motion_.travels) {
      put_place(place, at, before.from);
      put_place(place, at, before.to);
    }
  }
}

} // namespace supple::motion
