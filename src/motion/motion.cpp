// SPDX-License-Identifier: Apache-2.0
#include "motion/motion.h"

#include <algorithm>

namespace supple::motion {

namespace {

using body::Channel;
using vocabulary::Breath;

std::vector<vocabulary::MoveAmount> all_moves(const guide::Phase& phase) {
  std::vector<vocabulary::MoveAmount> moves = phase.standing;
  moves.insert(moves.end(), phase.moves.begin(), phase.moves.end());
  return moves;
}

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

} // namespace

body::Person person_of(const guide::Settings& settings) {
  body::Person person;
  person.week = settings.week;
  person.wrists = static_cast<body::Wrists>(settings.wrists);
  person.knees_padded = settings.knees_padded;
  return person;
}

Motion motion_of(const guide::Session& session, const body::Person& person) {
  Motion motion;
  for (const guide::Phase& phase : session.phases) {
    body::Wanted wanted = body::intent_of(person, phase.posture, all_moves(phase), phase.side, phase.sense);
    wanted.intent[Channel::breath] = breath_after(phase.breath);
    if (motion.targets.empty()) {
      motion.times_s.push_back(phase.start_s);
      motion.targets.push_back(wanted.intent);
    }
    motion.times_s.push_back(phase.end_s);
    motion.targets.push_back(wanted.intent);
    add_new(motion.refused, std::move(wanted.refused));
  }
  if (motion.targets.empty()) {
    motion.times_s.push_back(0);
    motion.targets.emplace_back();
  }
  return motion;
}

Flow flow_at(const Motion& motion, double position_s) {
  const auto next = std::upper_bound(motion.times_s.begin(), motion.times_s.end(), position_s);
  if (next == motion.times_s.begin()) return {motion.targets.front(), {}, {}};
  if (next == motion.times_s.end()) return {motion.targets.back(), {}, {}};
  const auto to = static_cast<std::size_t>(next - motion.times_s.begin());
  const double lasts_s = motion.times_s[to] - motion.times_s[to - 1];
  const double u = (position_s - motion.times_s[to - 1]) / lasts_s;
  // Flash and Hogan 1985: the movement of least jerk between two places at rest.
  const double place = u * u * u * (10 + u * (-15 + 6 * u));
  const double speed = 30 * u * u * (1 - u) * (1 - u) / lasts_s;
  const double acceleration = 60 * u * (1 - u) * (1 - 2 * u) / (lasts_s * lasts_s);
  Flow flow;
  for (std::size_t c = 0; c < body::channel_count; ++c) {
    const double from = motion.targets[to - 1].value[c];
    const double way = motion.targets[to].value[c] - from;
    flow.intent.value[c] = from + way * place;
    flow.speed.value[c] = way * speed;
    flow.acceleration.value[c] = way * acceleration;
  }
  return flow;
}

} // namespace supple::motion
