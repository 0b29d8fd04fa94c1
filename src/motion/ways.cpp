// SPDX-License-Identifier: Apache-2.0
#include "motion/ways.h"

#include <algorithm>
#include <array>
#include <utility>

namespace supple::motion {

namespace {

using vocabulary::Posture;

// One leads to the other at once, both ways. Onto her back and up from it she rolls over her side, as is taught in
// pregnancy.
constexpr std::array neighbours{
    std::pair{Posture::all_fours, Posture::forearms_and_knees},
    std::pair{Posture::all_fours, Posture::puppy},
    std::pair{Posture::all_fours, Posture::between},
    std::pair{Posture::all_fours, Posture::childs_pose},
    std::pair{Posture::all_fours, Posture::heel_sit},
    std::pair{Posture::all_fours, Posture::kneeling},
    std::pair{Posture::all_fours, Posture::plank},
    std::pair{Posture::all_fours, Posture::down_dog},
    std::pair{Posture::forearms_and_knees, Posture::between},
    std::pair{Posture::puppy, Posture::childs_pose},
    std::pair{Posture::puppy, Posture::between},
    std::pair{Posture::childs_pose, Posture::between},
    std::pair{Posture::childs_pose, Posture::heel_sit},
    std::pair{Posture::between, Posture::heel_sit},
    std::pair{Posture::heel_sit, Posture::kneeling},
    std::pair{Posture::all_fours, Posture::seated},
    std::pair{Posture::kneeling, Posture::half_kneeling},
    std::pair{Posture::half_kneeling, Posture::lunge},
    std::pair{Posture::half_kneeling, Posture::standing},
    std::pair{Posture::standing, Posture::forward_fold},
    std::pair{Posture::standing, Posture::squat},
    std::pair{Posture::standing, Posture::chair},
    std::pair{Posture::standing, Posture::ball},
    std::pair{Posture::forward_fold, Posture::squat},
    std::pair{Posture::forward_fold, Posture::down_dog},
    std::pair{Posture::plank, Posture::down_dog},
    std::pair{Posture::plank, Posture::prone},
    std::pair{Posture::seated, Posture::side_lying},
    std::pair{Posture::supine, Posture::side_lying},
    std::pair{Posture::supine, Posture::bridge},
};

constexpr std::size_t count = vocabulary::posture_count;

std::size_t index(Posture posture) {
  return static_cast<std::size_t>(posture);
}

bool between(Posture from, Posture to, Posture one, Posture other) {
  return (from == one && to == other) || (from == other && to == one);
}

} // namespace

std::vector<Posture> way_between(Posture from, Posture to) {
  std::array<Posture, count> came_from{};
  std::array<bool, count> seen{};
  std::vector<Posture> reached{from};
  seen[index(from)] = true;
  for (std::size_t i = 0; i < reached.size() && !seen[index(to)]; ++i)
    for (const auto& [one, other] : neighbours) {
      const Posture here = reached[i];
      if (here != one && here != other) continue;
      const Posture next = here == one ? other : one;
      if (seen[index(next)]) continue;
      seen[index(next)] = true;
      came_from[index(next)] = here;
      reached.push_back(next);
    }
  std::vector<Posture> way;
  for (Posture at = to; at != from; at = came_from[index(at)])
    if (at != to) way.push_back(at);
  std::ranges::reverse(way);
  return way;
}

bool is_seat(Posture posture) {
  return posture == Posture::chair || posture == Posture::ball;
}

bool rolls_over(Posture from, Posture to) {
  return between(from, to, Posture::supine, Posture::side_lying);
}

bool steps_out(Posture from, Posture to) {
  return between(from, to, Posture::standing, Posture::half_kneeling);
}

bool goes_on_one_knee(Posture from, Posture to) {
  return between(from, to, Posture::kneeling, Posture::half_kneeling);
}

bool walks_on_hands(Posture from, Posture to) {
  return between(from, to, Posture::forward_fold, Posture::down_dog);
}

} // namespace supple::motion
