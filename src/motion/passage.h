// SPDX-License-Identifier: Apache-2.0
// From one posture to another, travel by travel: by the postures between, and from each to its neighbour as people go.
// Something carries her all the way: a foot steps when her weight is over the other, and what she rests on next bears
// before what she rested on lets go.
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"
#include "motion/steps.h"

#include <array>
#include <optional>
#include <span>

namespace supple::motion {

/// The part of a travel by which the head waits for the pelvis where nothing is said of an order: the natural one.
inline constexpr double natural_order = 0.12;

/// The travel of these, or of the plan before, that goes the same way: rounds repeat themselves, and what was found of
/// a way is not looked for again. Null where there is none.
[[nodiscard]] const Travel* known_way(const Travel& travel, std::span<const Travel> gone, const Motion& before,
                                      bool is_exact);

class Passage {
public:
  /// Travels are added to `motion`, without their times; `before` as in motion_of.
  Passage(const body::Person& person, Motion& motion, const Motion& before);

  [[nodiscard]] const body::Skeleton& skeleton() const { return skeleton_; }

  /// From here on she goes.
  void begin(const body::Intent& intent, Whereabouts here);

  /// Out of the travel that she is on: between two postures she ends it or goes back, whichever is the shorter way to
  /// what comes, and at the wall she ends it. If she has stopped on a walk, she walks on to where she shall stand.
  void leave(const Travel& travel, Whereabouts there, const body::Intent& wanted);

  /// To what is wanted, in the posture that is named with it.
  void go_to(Whereabouts there, const body::Intent& wanted);

private:
  using Intent = body::Intent;
  using Posture = vocabulary::Posture;
  using Side = vocabulary::Side;
  enum class Hands { free, before_wall, on_wall };
  enum class Limbs { keep_apart, go_round };

  // passage.cpp: from posture to posture
  void change_feet(Posture to, const Intent& there);
  void go_on_the_way(Posture to, bool to_wall);
  void go_on(Posture to, const Intent& there);
  void go_gliding(Posture to, const Intent& there);
  void arrive(Whereabouts there);
  void go(const Intent& to, double farthest_slide_m = knees_slide_m, Limbs limbs = Limbs::keep_apart,
          const std::optional<Intent>& half_way = {});
  static void go_by(const Intent& half_way, Travel& travel);
  void follow(std::size_t contact, Travel& travel);
  [[nodiscard]] bool feet_are_far(const Intent& there) const;
  [[nodiscard]] bool changes_sides(Posture to, const Intent& there) const;
  [[nodiscard]] bool hand_changes(const Intent& there, int side) const;
  [[nodiscard]] static Posture chest_up(Posture posture);
  [[nodiscard]] bool goes_between(Posture to, Posture one, Posture other) const;
  [[nodiscard]] Intent resting(Posture posture, Hands hands) const;
  [[nodiscard]] Intent resting_with(Posture posture, body::Channel done, double much, Side lead = Side::left) const;
  [[nodiscard]] static Side ahead_in(const Intent& seen);

  // passage_on_feet.cpp: standing, walking, down onto one knee
  void walk(const Intent& to, const std::optional<Intent>& arms = {});
  void step(int foot, const Intent& to, const std::optional<Intent>& arms = {});
  void stand_up();
  void sit_down(Posture seat, const Intent& there);
  void step_out(Posture to, const Intent& there);
  void go_on_one_knee(Posture to, const Intent& there);
  void walk_on_hands(Posture to, const Intent& there);
  [[nodiscard]] Intent leaning_forward(Posture seat) const;
  [[nodiscard]] Intent standing_where(const Intent& there) const;

  // passage_on_the_mat.cpp: sitting, and lying on the back and the sides
  void uncross(Posture to, const Intent& there);
  void over_a_foot(int below, bool is_ahead, bool sits_down);
  void one_leg_first(int side, double later, bool with_hands);
  void roll_over(Posture to, const Intent& there);
  [[nodiscard]] bool turns_over(const Intent& there) const;

  const body::Person& person_;
  body::Skeleton skeleton_;
  Motion& motion_;
  const Motion& before_;
  Intent now_;
  std::array<bool, body::contact_count> held_before_{};
  Whereabouts here_;
  Side ahead_ = Side::left; // whose foot is ahead where one is
};

} // namespace supple::motion
