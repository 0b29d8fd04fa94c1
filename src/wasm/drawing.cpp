// SPDX-License-Identifier: Apache-2.0
#include "wasm/drawing.h"

#include "motion/camera.h"

#include <algorithm>

namespace supple::wasm {

namespace {

void append(std::vector<float>& floats, const std::vector<figure::Dot>& dots) {
  floats.push_back(static_cast<float>(dots.size()));
  for (const figure::Dot dot : dots)
    floats.insert(floats.end(), {dot.x, dot.y});
}

void append(std::vector<float>& floats, const std::vector<figure::Outline>& outlines) {
  for (const figure::Outline& outline : outlines) {
    floats.push_back(static_cast<float>(outline.layer));
    append(floats, outline.dots);
  }
}

// The layout of core.h.
void lay_out(const figure::Drawing& drawing, const std::vector<figure::Outline>& ghost, double elevation, double breath,
             std::vector<float>& floats) {
  floats.clear();
  floats.insert(floats.end(), {0.0F, static_cast<float>(elevation), static_cast<float>(breath),
                               static_cast<float>(drawing.outlines.size() + ghost.size())});
  append(floats, drawing.outlines);
  append(floats, ghost);
  floats.push_back(static_cast<float>(drawing.vertebrae.size()));
  for (const figure::Vertebra& v : drawing.vertebrae)
    floats.insert(floats.end(), {v.centre.x, v.centre.y, v.angle, v.length, v.width, v.light});
  append(floats, drawing.sacrum);
  append(floats, drawing.spine);
  floats[0] = static_cast<float>(floats.size());
}

// Between two advances a session that is led goes on by itself.
double position_at(const guide::Live& live, double clock_s) {
  const bool leading = live.state == guide::State::leading;
  return live.position_s + (leading ? std::max(0.0, clock_s - live.clock_s) : 0.0);
}

// The phase whose beginning is shown: one of a breath that she is led through, seen from the side.
int haunted_phase(const guide::Live& live, double elevation) {
  const bool led = live.state == guide::State::leading || live.state == guide::State::paused;
  if (!led || elevation > 0 || live.session.phases.empty()) return -1;
  const int phase = guide::moment(live).phase;
  const bool breathes = live.session.phases[static_cast<std::size_t>(phase)].breath != vocabulary::Breath::free;
  return breathes ? phase : -1;
}

void haunt(Ghost& ghost, const Open& open, int phase) {
  if (ghost.phase == phase) return;
  ghost.phase = phase;
  ghost.drawing.work.take_back(ghost.drawing);
  if (phase < 0) return;
  const body::Pose before = body::pose(open.skeleton, open.motion.motion.targets[static_cast<std::size_t>(phase)]);
  figure::draw_ghost(open.skeleton, before, {}, ghost.drawing);
}

} // namespace

void draw_at(Core& core, double clock_s) {
  if (clock_s < 0 || !core.open) {
    const body::Pose pose = body::pose(core.still.skeleton, core.still.intent);
    figure::draw(core.still.skeleton, pose, {}, core.drawing);
    lay_out(core.drawing, {}, 0, pose.breath, core.floats);
    return;
  }
  const Open& open = *core.open;
  const motion::Flow flow = motion::flow_at(open.motion, open.live, clock_s);
  const body::Pose pose = body::pose(open.skeleton, flow.intent);
  const figure::Camera camera{motion::camera_elevation(open.live.session, position_at(open.live, clock_s))};
  figure::draw(open.skeleton, pose, camera, core.drawing);
  haunt(core.ghost, open, haunted_phase(open.live, camera.elevation));
  lay_out(core.drawing, core.ghost.drawing.outlines, camera.elevation, pose.breath, core.floats);
}

} // namespace supple::wasm
