// SPDX-License-Identifier: Apache-2.0
#include "motion/motion.h"

#include "body/moves.h"
#include "motion/pace.h"
#include "motion/passage.h"
#include "motion/places.h"
#include "motion/refused.h"

#include <algorithm>
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

// As natural_order, where she is asked to go bone by bone.
constexpr double bone_by_bone = 0.55;

// The place of a contact that is not held.
bool is_unseen(const body::Intent& intent, std::size_t i) {
  if (i < body::Intent::contacts_at || i == body::Intent::breath_at) return false;
  const std::size_t contact = contact_at((i - body::Intent::contacts_at) / 4);
  return i != contact && intent.value[contact] <= 0;
}

class Planner {
public:
  Planner(const body::Person& person, Motion& motion, const Motion& before)
      : person_(person), motion_(motion), before_(before), passage_(person, motion, before) {}

  void add(const guide::Phase& phase) {
    const Target target = target_of(phase);
    if (motion_.travels.empty()) passage_.begin(target.wanted.intent, target.there);
    const std::size_t first = motion_.travels.size();
    motion_.phase_starts.push_back(first);
    go_to(target);
    time(first, phase.start_s, phase.end_s);
  }

  /// The first phase after a departure, or what is left of it.
  void add(const guide::Phase& phase, const Departure& departure) {
    const Target target = target_of(phase);
    passage_.begin(departure.intent, departure.travel.leaves);
    motion_.phase_starts.push_back(0);
    passage_.leave(departure.travel, target.there, target.wanted.intent);
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
    const std::vector<vocabulary::MoveAmount> moves = done_there(person_, phase, left_.value_or(phase.posture));
    left_ = phase.posture;
    const Posture posture = body::taken(person_, phase.posture);
    Target target{{posture, body::is_at_wall(posture, moves)},
                  body::intent_of(person_, phase.posture, moves, phase.side, phase.sense)};
    add_new(motion_.refused, std::move(target.wanted.refused));
    target.wanted.intent.value[body::Intent::breath_at] = breath_after(phase.breath);
    return target;
  }

  void go_to(const Target& target) {
    passage_.go_to(target.there, target.wanted.intent);
    Travel& last = motion_.travels.back();
    last.one_by_one = target.wanted.bone_by_bone ? bone_by_bone : natural_order;
    last.from_the_head = target.wanted.bone_by_bone && target.wanted.from_the_head;
    last.circle = target.wanted.circle;
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

  // What is slow by far is not looked at closely.
  double needed(std::size_t i, double has_s) {
    Travel& travel = motion_.travels[i];
    if (const double ample = ample_s(travel); ample <= has_s) return ample;
    const Travel* const known = known_way(travel, std::span<const Travel>(motion_.travels).first(i), before_, true);
    travel.is_exact = true;
    return known != nullptr ? known->needed_s : shortest_s(passage_.skeleton(), travel);
  }

  const body::Person& person_;
  Motion& motion_;
  const Motion& before_;
  Passage passage_;
  std::optional<Posture> left_; // of the phase before
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
