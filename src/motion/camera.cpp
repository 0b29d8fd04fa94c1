// SPDX-License-Identifier: Apache-2.0
#include "motion/camera.h"

#include <algorithm>
#include <cstddef>

namespace supple::motion {

namespace {

using guide::Phase;
using vocabulary::Posture;

// Seen from above, an upright body hides all that moves.
bool lies_open_to_the_sky(Posture posture) {
  switch (posture) {
  case Posture::all_fours:
  case Posture::forearms_and_knees:
  case Posture::puppy:
  case Posture::childs_pose:
  case Posture::between:
    return true;
  default:
    return false;
  }
}

bool works_a_side(const Phase& phase) {
  return phase.side != vocabulary::Side::none && lies_open_to_the_sky(phase.posture);
}

bool works_a_side_on(const guide::Session& session, std::size_t phase, int step) {
  const int section = session.phases[phase].section;
  const auto count = static_cast<std::ptrdiff_t>(session.phases.size());
  for (auto i = static_cast<std::ptrdiff_t>(phase); i >= 0 && i < count; i += step) {
    const Phase& other = session.phases[static_cast<std::size_t>(i)];
    if (other.section != section) return false;
    if (works_a_side(other)) return true;
  }
  return false;
}

// A breath between two breaths of a side belongs to them: the camera does not swing to and fro.
bool from_above(const guide::Session& session, std::size_t phase) {
  const bool before = works_a_side_on(session, phase, -1), after = works_a_side_on(session, phase, 1);
  const guide::SectionKind kind = session.sections[static_cast<std::size_t>(session.phases[phase].section)].kind;
  return kind == guide::SectionKind::sides ? before || after : before && after;
}

// The phase in which the camera glides to the view that phase `first` begins.
std::size_t gliding_phase(const guide::Session& session, std::size_t first) {
  const auto exhales = [&](std::size_t i) {
    return i < session.phases.size() && session.phases[i].breath == vocabulary::Breath::exhale;
  };
  const bool waits =
      !exhales(first) && exhales(first + 1) && from_above(session, first + 1) == from_above(session, first);
  return waits ? first + 1 : first;
}

} // namespace

double camera_elevation(const guide::Session& session, double position_s) {
  if (session.phases.empty()) return 0;
  const auto next = std::upper_bound(session.phases.begin() + 1, session.phases.end(), position_s,
                                     [](double at_s, const Phase& phase) { return at_s < phase.start_s; });
  const auto now = static_cast<std::size_t>(next - session.phases.begin()) - 1;
  const bool above = from_above(session, now);

  std::size_t first = now;
  while (first > 0 && from_above(session, first - 1) == above)
    --first;
  const double target = above ? 1 : 0;
  if (first == 0) return target;

  const Phase& glide = session.phases[gliding_phase(session, first)];
  const double lasts_s = std::min(glide_s, glide.end_s - glide.start_s);
  const double t = lasts_s > 0 ? std::clamp((position_s - glide.start_s) / lasts_s, 0.0, 1.0) : 1;
  // Flash and Hogan 1985: the movement of least jerk between two places at rest.
  const double moved = t * t * t * (10 + t * (-15 + 6 * t));
  return above ? moved : 1 - moved;
}

} // namespace supple::motion
