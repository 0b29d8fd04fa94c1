// SPDX-License-Identifier: Apache-2.0
#include "motion/motion.h"

#include "body/contacts.h"
#include "body/moves.h"
#include "geometry/trigonometry.h"
#include "motion/apart.h"
#include "motion/footing.h"
#include "motion/pace.h"
#include "motion/steps.h"
#include "motion/ways.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace supple::motion {

namespace {

using vocabulary::Breath;

// The breath fills ribs and belly; where none is told it rests half way.
double breath_after(Breath breath) {
  switch (breath) {
  case Breath::inhale:
    return 1;
  case Breath::exhale:
    return 0;
  case Breath::free:
    return 0.5;
  }
  return 0.5;
}

void add_new(std::vector<std::string>& list, std::vector<std::string> more) {
  for (std::string& words : more)
    if (std::ranges::find(list, words) == list.end()) list.push_back(std::move(words));
}

// The part of a travel by which the head waits for the pelvis where nothing is said of an order: the natural one.
constexpr double natural_order = 0.12, bone_by_bone = 0.55;
constexpr double feet_slide_m = 0.03; // a foot that comes to stand elsewhere steps there, unless it is as near as this
constexpr double feet_part_m = 0.25;  // where both part or come together, standing on them
constexpr double glides_m = 0.7;      // feet and shins over the mat where she sits or leans on her hands

geometry::Vec3 place_at(const body::Intent& intent, std::size_t contact) {
  return {intent.value[contact + 1], intent.value[contact + 2], intent.value[contact + 3]};
}

void put_place(geometry::Vec3 place, std::size_t contact, body::Intent& intent) {
  intent.value[contact + 1] = place.x, intent.value[contact + 2] = place.y, intent.value[contact + 3] = place.z;
}

constexpr std::size_t contact_at(std::size_t contact) {
  return body::Intent::contacts_at + 4 * contact;
}

// The place of a contact that is not held.
bool is_unseen(const body::Intent& intent, std::size_t i) {
  if (i < body::Intent::contacts_at || i == body::Intent::breath_at) return false;
  const std::size_t contact = contact_at((i - body::Intent::contacts_at) / 4);
  return i != contact && intent.value[contact] <= 0;
}

bool go_the_same_way(const Travel& a, const Travel& b) {
  return a.from.value == b.from.value && a.to.value == b.to.value && a.step.value == b.step.value &&
         a.one_by_one == b.one_by_one && a.circle.has_value() == b.circle.has_value();
}

class Planner {
public:
  Planner(const body::Person& person, Motion& motion, const Motion& before)
      : person_(person), skeleton_(body::skeleton_of(person)), motion_(motion), before_(before) {}

  void add(const guide::Phase& phase) {
    const Target target = target_of(phase);
    if (motion_.travels.empty()) begin(target.wanted.intent, target.there);
    const std::size_t first = motion_.travels.size();
    motion_.phase_starts.push_back(first);
    go_to(target);
    time(first, phase.start_s, phase.end_s);
  }

  /// The first phase after a departure, or what is left of it.
  void add(const guide::Phase& phase, const Departure& departure) {
    const Target target = target_of(phase);
    begin(departure.intent, departure.travel.leaves);
    motion_.phase_starts.push_back(0);
    leave(departure.travel, target);
    go_to(target);
    time(0, departure.position_s, phase.end_s, true);
  }

private:
  using Posture = vocabulary::Posture;

  struct Target {
    Whereabouts there;
    body::Wanted wanted;
  };

  Target target_of(const guide::Phase& phase) {
    const std::vector<vocabulary::MoveAmount> moves = all_moves(phase);
    const Posture posture = body::taken(person_, phase.posture);
    Target target{{posture, body::is_at_wall(posture, moves)},
                  body::intent_of(person_, phase.posture, moves, phase.side, phase.sense)};
    add_new(motion_.refused, std::move(target.wanted.refused));
    target.wanted.intent.value[body::Intent::breath_at] = breath_after(phase.breath);
    return target;
  }

  void go_to(const Target& target) {
    const auto& [posture, to_wall] = target.there;
    const bool was_at_wall = here_.at_wall;
    change_feet(posture, target.wanted.intent);
    go_on_the_way(posture, to_wall);
    const bool walks =
        to_wall ? here_.at_wall && here_.posture != posture : was_at_wall && posture == Posture::standing;
    walks ? walk(target.wanted.intent, to_wall ? target.wanted.intent : body::Intent{now_})
          : go_on(posture, target.wanted.intent);
    Travel& last = motion_.travels.back();
    last.one_by_one = target.wanted.bone_by_bone ? bone_by_bone : natural_order;
    last.from_the_head = target.wanted.bone_by_bone && target.wanted.from_the_head;
    last.circle = target.wanted.circle;
    arrive(target.there);
  }

  // Where one foot is ahead and then the other, the one comes back to kneeling and then the other goes ahead.
  void change_feet(Posture to, const body::Intent& there) {
    const auto is_ahead = [](Posture posture) {
      return posture == Posture::half_kneeling || posture == Posture::lunge;
    };
    const bool was_ahead = is_ahead(here_.posture);
    ahead_ = ahead_in(was_ahead ? now_ : there);
    if (!was_ahead || !is_ahead(to) || ahead_ == ahead_in(there)) return;
    if (here_.posture == Posture::lunge) go_on(Posture::half_kneeling, resting(Posture::half_kneeling, Hands::free));
    go_on(Posture::kneeling, resting(Posture::kneeling, Hands::free));
    ahead_ = ahead_in(there);
    if (to == Posture::lunge) go_on(Posture::half_kneeling, resting(Posture::half_kneeling, Hands::free));
  }

  [[nodiscard]] static vocabulary::Side ahead_in(const body::Intent& seen) {
    constexpr std::size_t left_x = contact_at(index(body::Contact::ankle_left)) + 1, right_x = left_x + 4;
    return seen.value[left_x] < seen.value[right_x] ? vocabulary::Side::right : vocabulary::Side::left;
  }

  void arrive(Whereabouts there) {
    here_ = there;
    if (!motion_.travels.empty()) motion_.travels.back().reaches = there;
  }

  // Out of the travel that she is on: between two postures she ends it or goes back, whichever is the shorter way to
  // what comes, and at the wall she ends it. If she has stopped on a walk, she walks on to where she shall stand.
  void leave(const Travel& travel, const Target& target) {
    const Whereabouts &from = travel.leaves, &to = travel.reaches, &there = target.there;
    here_ = there == to ? to : from;
    const bool between = from != to;
    if (between && ((there != from && there != to) || feet_are_far(target.wanted.intent))) {
      const auto left_to_go = [&](const Whereabouts& w) { return way_between(w.posture, there.posture).size(); };
      const bool ends = from.at_wall != to.at_wall || left_to_go(to) <= left_to_go(from);
      go(ends ? travel.to : travel.from);
      arrive(ends ? to : from);
    }
    if (here_ != Whereabouts{Posture::standing, false} || there.at_wall || is_seat(there.posture)) return;
    const body::Intent standing = there.posture == Posture::standing ? standing_where(target.wanted.intent)
                                                                     : resting(Posture::standing, Hands::free);
    if (feet_are_far(standing)) walk(standing);
  }

  // Whether both feet stand, and shall stand elsewhere.
  [[nodiscard]] bool feet_are_far(const body::Intent& there) const {
    return std::ranges::all_of(std::array{body::Contact::ankle_left, body::Contact::ankle_right}, [&](auto ankle) {
      const std::size_t at = contact_at(index(ankle));
      return now_.value[at] > 0 && there.value[at] > 0 &&
             length(place_at(now_, at) - place_at(there, at)) > knees_slide_m;
    });
  }

  // To where the last part of the way begins: by the postures in between; up to the wall and away from it walking, with
  // the hands before her chest, so that no finger goes through it.
  void go_on_the_way(Posture to, bool to_wall) {
    if (here_.at_wall && to_wall) return;
    if (here_.at_wall) {
      if (here_.posture != Posture::standing) walk(resting(Posture::standing, Hands::on_wall));
      go(resting(Posture::standing, Hands::before_wall));
      arrive({Posture::standing, false});
      if (to != Posture::standing) walk(resting(Posture::standing, Hands::free), body::Intent{now_});
    }
    const Posture door = to_wall ? Posture::standing : to;
    for (const Posture between : way_between(here_.posture, door))
      go_on(between, resting(between, Hands::free));
    if (!to_wall) return;
    const body::Intent before = resting(door, Hands::before_wall);
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

  // From a seat, over her feet.
  void stand_up() {
    const body::Intent leaning = leaning_forward(here_.posture);
    go(leaning, feet_part_m);
    go(standing_where(leaning));
    arrive({Posture::standing, false});
  }

  // On a seat, the feet drawn in and the trunk over the thighs, so that her weight comes over her feet; the hands
  // ahead.
  [[nodiscard]] body::Intent leaning_forward(Posture seat) const {
    constexpr double drawn_in_m = 0.16;
    body::Channels channels = body::at_rest(seat);
    channels[body::Channel::shift] = 1.2, channels[body::Channel::arms_reach] = 0.5;
    body::Intent leaning = body::intent_of(person_, seat, channels);
    leaning.value[body::Intent::breath_at] = 0.5;
    for (const body::Contact contact :
         {body::Contact::ankle_left, body::Contact::ankle_right, body::Contact::toe_left, body::Contact::toe_right})
      leaning.value[contact_at(index(contact)) + 1] -= drawn_in_m * skeleton_.scale;
    return settled(skeleton_, leaning);
  }

  // To a neighbour: she stands up from a seat and walks away from it, and walks to it before she sits.
  void go_on(Posture to, const body::Intent& there) {
    if (is_seat(here_.posture) && to == Posture::standing) {
      stand_up();
      walk(there);
    } else {
      if (here_.posture == Posture::standing && is_seat(to)) {
        const body::Intent leaning = leaning_forward(to);
        walk(standing_where(leaning));
        go(leaning, feet_part_m);
      }
      const bool lay_on_her_side = here_.posture == Posture::side_lying, turns = turns_over(there);
      if (rolls_over(here_.posture, to) || turns) {
        go(resting_with(Posture::supine, body::Channel::arms_reach, 1));
        if (lay_on_her_side) keep_chest_down(motion_.travels.back());
      }
      if (steps_out(here_.posture, to))
        step_out(to, there);
      else if (goes_on_one_knee(here_.posture, to))
        go_on_one_knee(to, there);
      else if (here_.posture != to && (here_.posture == Posture::seated || to == Posture::seated))
        uncross(to, there);
      else if (walks_on_hands(here_.posture, to))
        walk_on_hands(to, there);
      else
        go_gliding(to, there);
      if (turns || (to == Posture::side_lying && rolls_over(here_.posture, to))) keep_chest_down(motion_.travels.back());
    }
    arrive({to, here_.at_wall});
  }

  // From one side to the other she rolls over her back.
  [[nodiscard]] bool turns_over(const body::Intent& there) const {
    constexpr std::size_t on_left = contact_at(index(body::Contact::outer_hip_left)), on_right = on_left + 4;
    return (now_.value[on_left] > 0 && there.value[on_right] > 0) || (now_.value[on_right] > 0 && there.value[on_left] > 0);
  }

  // Half way between her back and her side the chest would be held off the mat: it sinks there.
  static void keep_chest_down(Travel& rolling) {
    constexpr double sinks = geometry::radians(-9);
    const auto turned = [](const body::Intent& intent) {
      return geometry::Vec3{intent.value[3], intent.value[4], intent.value[5]};
    };
    const geometry::Vec3 middle = (turned(rolling.from) + turned(rolling.to)) * 0.5,
                         sunk = geometry::vector_of(geometry::rotation_by({0, sinks, 0}) * geometry::rotation_by(middle));
    rolling.step.value[3] += sunk.x - middle.x;
    rolling.step.value[4] += sunk.y - middle.y;
    rolling.step.value[5] += sunk.z - middle.z;
  }

  // Her feet glide apart where she stands, and in and out of downward dog; from hands and knees the toes tuck first.
  // Between hands and knees and kneeling the hips are back, so that her weight is not ahead of the knees where no hand
  // bears.
  void go_gliding(Posture to, const body::Intent& there) {
    const auto between = [&](Posture one, Posture other) {
      return (here_.posture == one && to == other) || (here_.posture == other && to == one);
    };
    const bool stands = here_.posture == Posture::standing || to == Posture::standing,
               dog = here_.posture != to && (here_.posture == Posture::down_dog || to == Posture::down_dog);
    const double far_m = stands ? feet_part_m : dog ? glides_m : knees_slide_m;
    if (between(Posture::all_fours, Posture::down_dog))
      go(resting_with(Posture::all_fours, body::Channel::toes_tucked, 1), far_m);
    if (between(Posture::all_fours, Posture::kneeling)) go(resting(Posture::between, Hands::free));
    go(there, far_m);
  }

  // Between both knees and one: her weight is over the knee behind, and the other foot goes around it.
  void go_on_one_knee(Posture to, const body::Intent& there) {
    const vocabulary::Side ahead = ahead_in(to == Posture::half_kneeling ? there : now_);
    constexpr double sways = 1.8;
    const body::Intent beside = resting_with(Posture::half_kneeling, body::Channel::lift, 2, ahead);
    const bool goes_ahead = to == Posture::half_kneeling;
    const body::Intent over_the_knee =
        resting_with(Posture::kneeling, body::Channel::sway, ahead == vocabulary::Side::left ? -sways : sways);
    if (goes_ahead) go(over_the_knee);
    go(beside, goes_ahead ? knees_slide_m : glides_m);
    if (!goes_ahead) go(over_the_knee);
    go(there, goes_ahead ? glides_m : knees_slide_m);
  }

  // Between folding forward and downward dog: her hands are on the mat before her feet glide, and until they are back.
  void walk_on_hands(Posture to, const body::Intent& there) {
    constexpr Travel::Part first{0, 0.75}, last{0.25, 1};
    const bool goes_back = to == Posture::down_dog;
    go(there, glides_m);
    const Travel::Part &arms = goes_back ? first : last, &legs = goes_back ? last : first;
    motion_.travels.back().limbs = {arms, arms, legs, legs};
  }

  // Out of sitting cross-legged and into it. To her side over a foot that stands, so that the other shin is free; to
  // hands and knees over her shins: on her hands, then one shin after the other glides back, first the one behind.
  void uncross(Posture to, const body::Intent& there) {
    using body::Channel, body::Contact, vocabulary::Side;
    const bool sits_down = to == Posture::seated;
    const bool lies = (sits_down ? here_.posture : to) == Posture::side_lying;
    const bool left_shin_ahead = ahead_in(sits_down ? there : now_) == Side::left;
    if (lies) {
      const body::Intent& lying = sits_down ? now_ : there;
      const bool on_left = lying.value[contact_at(index(Contact::outer_hip_left))] > 0;
      over_a_foot(on_left ? body::left : body::right, on_left == left_shin_ahead, sits_down);
    } else {
      const Side behind = left_shin_ahead ? Side::right : Side::left;
      const auto over = [&](double much) { go(resting_with(Posture::seated, Channel::lift, much, behind), glides_m); };
      over(sits_down ? 2 : 1);
      over(sits_down ? 1 : 2);
      one_leg_first(left_shin_ahead == sits_down ? body::left : body::right, 0.1, false);
    }
    go(there, glides_m);
  }

  // Between sitting cross-legged and lying on a side: the upper foot stands. Where the shin that comes to lie below is
  // ahead of the other, its foot stands before that, and they change places one after the other.
  void over_a_foot(int below, bool is_ahead, bool sits_down) {
    const auto stand = [&](int side) {
      using enum vocabulary::Side;
      const auto foot = static_cast<body::Channel>(static_cast<int>(body::Channel::knee_bend_left) + side);
      go(resting_with(Posture::seated, foot, 1, side == body::left ? right : left), glides_m);
    };
    const int above = 1 - below;
    if (is_ahead) stand(sits_down ? above : below);
    stand(is_ahead && sits_down ? below : above);
    if (is_ahead) one_leg_first(sits_down ? below : above, 0.4, true);
  }

  // On the last travel the other leg begins later; a hand goes with the thigh that it lies on, a little above it.
  void one_leg_first(int side, double later, bool with_hands) {
    constexpr double elbow = 0.3;
    std::array<Travel::Part, 4>& limbs = motion_.travels.back().limbs;
    const auto first = static_cast<std::size_t>(side), other = 1 - first;
    limbs = {};
    limbs[2 + first].to = 1 - later, limbs[2 + other].from = later;
    if (with_hands) limbs[first] = {0, 1 - later, elbow}, limbs[other] = {later, 1, elbow};
  }

  // Nothing done but this.
  [[nodiscard]] body::Intent resting_with(Posture posture, body::Channel done, double much,
                                          vocabulary::Side lead = vocabulary::Side::left) const {
    body::Channels channels = body::at_rest(posture);
    channels[done] = much;
    body::Intent there = body::intent_of(person_, posture, channels, lead);
    there.value[body::Intent::breath_at] = 0.5;
    return there;
  }

  // Standing where her feet are in another posture.
  [[nodiscard]] body::Intent standing_where(const body::Intent& there) const {
    return standing_on(skeleton_, feet_of(there));
  }

  enum class Hands { free, before_wall, on_wall };

  [[nodiscard]] body::Intent resting(Posture posture, Hands hands) const {
    return resting_with(posture, body::Channel::hands_wall, static_cast<double>(hands) / 2,
                        posture == Posture::half_kneeling ? ahead_ : vocabulary::Side::left);
  }

  // The left foot goes first, and her weight is over the one that stands, her arms out or as in `arms`; but where hands
  // bear her along the wall, which have come half of their way then.
  void walk(const body::Intent& to, const std::optional<body::Intent>& arms = {}) {
    body::Intent between = to;
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
  void step(int foot, const body::Intent& to, const std::optional<body::Intent>& arms = {}) {
    Feet feet = feet_of(now_);
    const auto stand = [&] {
      const body::Intent standing = standing_on(skeleton_, feet, 1 - foot);
      go(arms ? with_arms_of(*arms, standing) : standing, feet_slide_m);
    };
    stand();
    feet[static_cast<std::size_t>(foot)] = feet_of(to)[static_cast<std::size_t>(foot)];
    stand();
  }

  // Between standing and one knee, over a stance with one foot ahead and the other behind on its ball.
  void step_out(Posture to, const body::Intent& there) {
    const bool kneels = to == Posture::half_kneeling;
    const vocabulary::Side ahead = ahead_in(kneels ? there : now_);
    const int front = ahead == vocabulary::Side::left ? body::left : body::right;
    const body::Intent standing = resting(Posture::standing, Hands::free);
    Feet apart = feet_of(standing);
    apart[static_cast<std::size_t>(front)] = feet_of(kneels ? there : now_)[static_cast<std::size_t>(front)];
    const auto rises = [&](double much) {
      return resting_with(Posture::half_kneeling, body::Channel::lift, much, ahead);
    };
    if (kneels) {
      go(standing_on(skeleton_, feet_of(now_), 1 - front));
      go(standing_on(skeleton_, apart, 1 - front));
      go(standing_on(skeleton_, apart, front));
      go(rises(1));
      go(rises(0.5), glides_m);
    } else {
      go(rises(0.5));
      go(rises(1), glides_m);
      go(standing_on(skeleton_, apart, front));
      step(front, there);
    }
    go(there);
  }

  void begin(const body::Intent& intent, Whereabouts here) {
    now_ = intent;
    here_ = here;
    for (std::size_t c = 0; c < body::contact_count; ++c)
      held_before_[c] = intent.value[contact_at(c)] > 0;
  }

  // Her speed before the departure is let go on top of it; by how much longer it takes.
  static double give_time_to_mend(Travel& travel) {
    constexpr double slower = 1.25;
    const double before_s = travel.needed_s;
    travel.needed_s = std::max(slower * before_s, mending_s);
    return travel.needed_s - before_s;
  }

  // Each part of the way takes its share of the phase by the time that it needs. Where the phase is too short for her
  // joints, she arrives later and the next phase begins there.
  void time(std::size_t first, double start_s, double end_s, bool departs = false) {
    double at_s = first == 0 ? start_s : motion_.travels[first - 1].end_s, needed_s = 0;
    const double has_s = std::max(end_s - at_s, 0.0);
    const auto count = static_cast<double>(motion_.travels.size() - first);
    for (std::size_t i = first; i < motion_.travels.size(); ++i)
      needed_s += motion_.travels[i].needed_s = needed(i, departs ? 0 : has_s / count);
    if (departs) needed_s += give_time_to_mend(motion_.travels[first]);
    for (std::size_t i = first; i < motion_.travels.size(); ++i) {
      Travel& travel = motion_.travels[i];
      const double share = needed_s > 0 ? travel.needed_s / needed_s : 1 / count;
      travel.start_s = at_s;
      travel.end_s = at_s += std::max(travel.needed_s, share * has_s);
    }
    if (needed_s <= has_s) motion_.travels.back().end_s = std::max(end_s, motion_.travels.back().start_s);
  }

  // Rounds repeat themselves, and much of a plan stood in the one before: what was found of a way is not looked for
  // again. Null where nothing was; only the first `count` ways of this plan are looked at.
  [[nodiscard]] const Travel* known_way(const Travel& travel, std::size_t count, bool exact) const {
    for (const std::span<const Travel> travels :
         {std::span<const Travel>(motion_.travels).first(count), std::span(before_.travels)}) {
      const auto found = std::ranges::find_if(
          travels, [&](const Travel& each) { return (each.is_exact || !exact) && go_the_same_way(each, travel); });
      if (found != travels.end()) return &*found;
    }
    return nullptr;
  }

  // What is slow by far is not looked at closely.
  double needed(std::size_t i, double has_s) {
    Travel& travel = motion_.travels[i];
    if (const double ample = ample_s(travel); ample <= has_s) return ample;
    const Travel* const known = known_way(travel, i, true);
    travel.is_exact = true;
    return known != nullptr ? known->needed_s : shortest_s(skeleton_, travel);
  }

  void go(const body::Intent& to, double farthest_slide_m = knees_slide_m) {
    Travel travel;
    travel.leaves = travel.reaches = here_;
    travel.from = now_, travel.to = to;
    travel.one_by_one = natural_order;
    for (std::size_t c = 0; c < body::contact_count; ++c)
      follow(c, travel);
    step_or_slide(travel, farthest_slide_m);
    lift_limbs(skeleton_, travel);
    if (const Travel* const known = known_way(travel, motion_.travels.size(), false); known != nullptr)
      travel.limbs = known->limbs;
    else
      keep_apart(skeleton_, travel);
    now_ = travel.to;
    motion_.travels.push_back(travel);
  }

  // What is not held keeps the place where it was last held, before that the one where it will be.
  void follow(std::size_t c, Travel& travel) {
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

  const body::Person& person_;
  body::Skeleton skeleton_;
  Motion& motion_;
  const Motion& before_;
  body::Intent now_;
  std::array<bool, body::contact_count> held_before_{};
  Whereabouts here_;
  vocabulary::Side ahead_ = vocabulary::Side::left; // whose foot is ahead where one is
};

} // namespace

Motion motion_of(const guide::Session& session, const body::Person& person, const Motion& before) {
  Motion motion;
  Planner planner(person, motion, before);
  for (const guide::Phase& phase : session.phases)
    planner.add(phase);
  if (motion.travels.empty()) motion.travels.emplace_back();
  return motion;
}

namespace {

// Whether she has caught up with the plan where it comes to this phase. Where a contact was that is not held any more
// is not seen.
bool meets(const Motion& motion, const Motion& plan, std::size_t phase) {
  if (plan.phase_starts[phase] == 0) return false;
  const Travel &own = motion.travels.back(), &planned = plan.travels[plan.phase_starts[phase] - 1];
  if (own.end_s != planned.end_s || own.reaches != planned.reaches) return false;
  for (std::size_t i = 0; i < body::Intent::count; ++i)
    if (own.to.value[i] != planned.to.value[i] && !is_unseen(planned.to, i)) return false;
  return true;
}

} // namespace

Motion motion_from(const Departure& departure, const guide::Session& session, const body::Person& person,
                   const Motion& plan) {
  const auto next = std::ranges::find_if(session.phases,
                                         [&](const guide::Phase& phase) { return phase.end_s > departure.position_s; });
  auto phase = static_cast<std::size_t>(next - session.phases.begin());
  Motion motion;
  motion.refused = plan.refused;
  motion.phase_starts.assign(phase, 0);
  if (next == session.phases.end()) {
    Travel& stays = motion.travels.emplace_back();
    stays.start_s = stays.end_s = departure.position_s;
    stays.leaves = departure.travel.leaves, stays.reaches = departure.travel.reaches;
    stays.from = stays.to = departure.intent;
    return motion;
  }
  Planner planner(person, motion, plan);
  planner.add(*next, departure);
  for (++phase; phase < session.phases.size(); ++phase) {
    const std::size_t own = motion.travels.size();
    if (meets(motion, plan, phase)) {
      const std::size_t first = plan.phase_starts[phase];
      for (std::size_t p = phase; p < session.phases.size(); ++p)
        motion.phase_starts.push_back(plan.phase_starts[p] - first + own);
      motion.travels.insert(motion.travels.end(), plan.travels.begin() + static_cast<std::ptrdiff_t>(first),
                            plan.travels.end());
      return motion;
    }
    planner.add(session.phases[phase]);
  }
  return motion;
}

} // namespace supple::motion
