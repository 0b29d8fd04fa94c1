// SPDX-License-Identifier: Apache-2.0
#include "wasm/showing.h"

#include <algorithm>
#include <array>

namespace supple::wasm {

namespace {

constexpr std::array<std::array<figure::Look, 2>, 2> looks{
    {{figure::on_page(figure::day_look, false, false), figure::on_page(figure::day_look, false, true)},
     {figure::on_page(figure::night_look, true, false), figure::on_page(figure::night_look, true, true)}}};

// Between two advances a session that is led goes on by itself.
double position_at(const guide::Live& live, double clock_s) {
  const bool leading = live.state == guide::State::leading;
  return live.position_s + (leading ? std::max(0.0, clock_s - live.clock_s) : 0.0);
}

figure::View view_for(const Seen& seen, const Wish& wish) {
  figure::View view = wish.mirrored ? figure::as_in_a_mirror(seen.view) : seen.view;
  view.standpoint.ahead += wish.ahead;
  view.standpoint.above = std::clamp(view.standpoint.above + wish.above, 0.0, 85.0);
  return view;
}

} // namespace

const Seen& pose_at(Core& core, double clock_s) {
  if (clock_s < 0 || !core.open) {
    if (const auto& way = core.still.way) {
      const double at_s = way->start_s + (way->end_s - way->start_s) * std::clamp(-1 - clock_s, 0.0, 1.0);
      const body::Pose pose = body::pose(core.still.skeleton, motion::flow_at(way->motion, at_s).intent);
      return core.seen.emplace(Seen{false, pose, figure::view_at(way->shots, at_s)});
    }
    const body::Pose pose = body::pose(core.still.skeleton, core.still.intent);
    return core.seen.emplace(
        Seen{false, pose, figure::view_of(core.still.skeleton, pose, core.still.posture, core.still.hands)});
  }
  const Open& open = *core.open;
  const body::Pose pose = body::pose(open.skeleton, motion::flow_at(open.motion, open.live, clock_s).intent);
  return core.seen.emplace(Seen{true, pose, figure::view_at(open.shots, position_at(open.live, clock_s))});
}

namespace {

const Seen& seen_in(Core& core) {
  return core.seen ? *core.seen : pose_at(core, -1);
}

const body::Skeleton& skeleton_in(const Core& core, const Seen& seen) {
  return seen.open && core.open ? core.open->skeleton : core.still.skeleton;
}

Giver& giver_in(Core& core, const Seen& seen) {
  return (seen.open ? core.given_open : core.given_still).of(skeleton_in(core, seen), figure::Detail::fine);
}

const figure::Look& look_for(const Wish& wish) {
  return looks[wish.night ? 1 : 0][wish.matted ? 1 : 0];
}

figure::Eye eye_for(const figure::View& view, const Wish& wish) {
  return figure::eye_of(view.standpoint, view.framing, wish.width, wish.height);
}

// Where it lies in the memory of the module, whose addresses have 32 bits.
std::uint32_t address(const void* at) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
}

} // namespace

const figure::Picture& picture_of(Core& core, const Wish& wish) {
  const Seen& seen = seen_in(core);
  figure::Painter& painter = (seen.open ? core.painted_open : core.painted_still)
                                 .of(skeleton_in(core, seen), figure::detail_for(wish.width, wish.height));
  const figure::View view = view_for(seen, wish);
  return painter.paint(seen.pose, view.things, eye_for(view, wish), look_for(wish), wish.width, wish.height);
}

void give_surfaces(Core& core) {
  const Seen& seen = seen_in(core);
  Giver& giver = giver_in(core, seen);
  const bool others = giver.use(seen.view.things) || core.gave != &giver;
  core.gave = &giver;
  const figure::GivenSurfaces& s = giver.surfaces();
  const auto count = [](const auto& values) { return static_cast<std::uint32_t>(values.size()); };
  core.surfaces = {core.surfaces[0] + (others ? 1U : 0U),
                   address(s.points.data()),
                   count(s.points),
                   address(s.corners.data()),
                   count(s.corners),
                   address(s.spine.data()),
                   count(s.spine),
                   address(s.spine_corners.data()),
                   count(s.spine_corners),
                   s.vertebra_corners,
                   s.patches};
}

void give(Core& core, const Wish& wish, Lighting lighting) {
  const Seen& seen = seen_in(core);
  Giver& giver = giver_in(core, seen);
  const figure::View view = view_for(seen, wish);
  const figure::Eye eye = eye_for(view, wish);
  std::vector<float>& out = core.given;
  out.clear();
  out.push_back(0);
  figure::give_eye(eye, out);
  out.push_back(dot(eye.from - figure::middle_of(seen.pose), eye.near));
  figure::give_look(look_for(wish), out);
  const figure::Wall wall = view.things.wall ? figure::wall_of(skeleton_in(core, seen)) : figure::Wall{};
  figure::give_wall(figure::pane_of(wall, eye), look_for(wish), out);
  giver.move(seen.pose, out);
  if (lighting == Lighting::whole) giver.light(seen.pose, out);
  if (lighting == Lighting::part) giver.light_a_part(seen.pose, out);
  out.front() = static_cast<float>(out.size());
}

} // namespace supple::wasm
