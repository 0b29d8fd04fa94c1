// SPDX-License-Identifier: Apache-2.0
// Her passage where she stands on her feet, or on one foot and a knee.
#include "body/moves.h"
#include "motion/footing.h"
#include "motion/passage.h"
#include "motion/places.h"
#include "motion/steps.h"

namespace supple::motion {

// Standing where her feet are in another posture.
Passage::Intent Passage::standing_where(const Intent& there) const {
  return standing_on(skeleton_, feet_of(there));
}

// The left foot goes first, and her weight is over the one that stands, her arms out or as in `arms`; but where hands
// bear her along the wall, which have come half of their way then.
void Passage::walk(const Intent& to, const std::optional<Intent>& arms) {
  Intent between = to;
  for (std::size_t i = 0; i < body::Intent::contacts_at; ++i)
    between.value[i] = (now_.value[i] + to.value[i]) / 2;
  bool on_hands = false;
  for (std::size_t c = 0; c < body::contact_count; ++c) {
    const auto contact = static_cast<body::Contact>(c);
    const std::size_t at = contact_at(c);
    if (contact == body::Contact::ankle_right || contact == body::Contact::toe_right) {
      put_place(place_at(now_, at), at, between);
    } else if (contact <= body::Contact::elbow_right && now_.value[at] > 0 && to.value[at] > 0) {
      put_place((place_at(now_, at) + place_at(to, at)) * 0.5, at, between);
      on_hands = true;
    }
  }
  if (on_hands) {
    go(settled(skeleton_, between), feet_slide_m);
  } else {
    step(body::left, to, arms);
    step(body::right, to, arms);
  }
  go(to, feet_slide_m);
}

// Her weight comes over the other foot, and this one goes to where it is in `to`.
void Passage::step(int foot, const Intent& to, const std::optional<Intent>& arms) {
  Feet feet = feet_of(now_);
  const auto stand = [&] {
    const Intent standing = standing_on(skeleton_, feet, 1 - foot);
    go(arms ? with_arms_of(*arms, standing) : standing, feet_slide_m);
  };
  stand();
  feet[static_cast<std::size_t>(foot)] = feet_of(to)[static_cast<std::size_t>(foot)];
  stand();
}

// From a seat, over her feet.
void Passage::stand_up() {
  const Intent leaning = leaning_forward(here_.posture);
  go(leaning, feet_part_m);
  go(standing_where(leaning));
  arrive({Posture::standing, false});
}

void Passage::sit_down(Posture seat, const Intent& there) {
  const Intent leaning = leaning_forward(seat);
  walk(standing_where(leaning));
  go(leaning, feet_part_m);
  go(there, feet_part_m);
}

// On a seat, the feet drawn in and the trunk over the thighs, so that her weight comes over her feet; the hands
// ahead.
Passage::Intent Passage::leaning_forward(Posture seat) const {
  constexpr double drawn_in_m = 0.16;
  body::Channels channels = body::at_rest(seat);
  channels[body::Channel::shift] = 1.2, channels[body::Channel::arms_reach] = 0.5;
  Intent leaning = body::intent_of(person_, seat, channels);
  leaning.value[body::Intent::breath_at] = 0.5;
  for (const body::Contact contact :
       {body::Contact::ankle_left, body::Contact::ankle_right, body::Contact::toe_left, body::Contact::toe_right})
    leaning.value[contact_at(index(contact)) + 1] -= drawn_in_m * skeleton_.scale;
  return settled(skeleton_, leaning);
}

// Between standing and one knee, over a stance with one foot ahead and the other behind on its ball.
void Passage::step_out(Posture to, const Intent& there) {
  const bool kneels = to == Posture::half_kneeling;
  const Side ahead = ahead_in(kneels ? there : now_);
  const int front = ahead == vocabulary::Side::left ? body::left : body::right;
  Feet apart = feet_of(kneels ? now_ : there);
  apart[static_cast<std::size_t>(front)] = feet_of(kneels ? there : now_)[static_cast<std::size_t>(front)];
  const auto rises = [&](double much) {
    return resting_with(Posture::half_kneeling, body::Channel::lift, much, ahead);
  };
  if (kneels) {
    go(standing_on(skeleton_, feet_of(now_), 1 - front));
    go(standing_on(skeleton_, apart, 1 - front));
    go(standing_on(skeleton_, apart, front));
    go(rises(1));
    arrive({Posture::half_kneeling, false});
    go(rises(0.5), glides_m);
  } else {
    go(rises(0.5));
    go(rises(1), glides_m);
    go(standing_on(skeleton_, apart, front));
    arrive({Posture::standing, false});
    step(front, there);
  }
  go(there);
}

// Between both knees and one: her weight is over the knee behind, and the other foot goes around it.
void Passage::go_on_one_knee(Posture to, const Intent& there) {
  const Side ahead = ahead_in(to == Posture::half_kneeling ? there : now_);
  constexpr double sways = 1.8;
  const Intent beside = resting_with(Posture::half_kneeling, body::Channel::lift, 2, ahead);
  const bool goes_ahead = to == Posture::half_kneeling;
  const Intent over_the_knee =
      resting_with(Posture::kneeling, body::Channel::sway, ahead == vocabulary::Side::left ? -sways : sways);
  if (goes_ahead) go(over_the_knee);
  go(beside, goes_ahead ? knees_slide_m : glides_m);
  if (!goes_ahead) go(over_the_knee);
  go(there, goes_ahead ? glides_m : knees_slide_m);
}

// Between folding forward and downward dog her feet glide, and her hands come down earlier and let go later than they.
void Passage::walk_on_hands(Posture to, const Intent& there) {
  constexpr Travel::Part first{0, 0.75}, last{0.25, 1};
  const bool goes_back = to == Posture::down_dog;
  go(there, glides_m);
  const Travel::Part &arms = goes_back ? first : last, &legs = goes_back ? last : first;
  motion_.travels.back().limbs = {arms, arms, legs, legs};
}

} // namespace supple::motion
