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

// The layout of core.h.
void lay_out(const figure::Drawing& drawing, double elevation, double breath, std::vector<float>& floats) {
  floats.clear();
  floats.insert(floats.end(), {0.0F, static_cast<float>(elevation), static_cast<float>(breath),
                               static_cast<float>(drawing.outlines.size())});
  for (const figure::Outline& outline : drawing.outlines) {
    floats.push_back(static_cast<float>(outline.layer));
    append(floats, outline.dots);
  }
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

} // namespace

void draw_at(Core& core, double clock_s) {
  if (clock_s < 0 || !core.open) {
    const body::Pose pose = body::pose(core.still.skeleton, core.still.intent);
    figure::draw(core.still.skeleton, pose, {}, core.drawing);
    lay_out(core.drawing, 0, pose.breath, core.floats);
    return;
  }
  const Open& open = *core.open;
  const motion::Flow flow = motion::flow_at(open.motion, open.live, clock_s);
  const body::Pose pose = body::pose(open.skeleton, flow.intent);
  const figure::Camera camera{motion::camera_elevation(open.live.session, position_at(open.live, clock_s))};
  figure::draw(open.skeleton, pose, camera, core.drawing);
  lay_out(core.drawing, camera.elevation, pose.breath, core.floats);
}

} // namespace supple::wasm
