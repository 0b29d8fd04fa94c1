// SPDX-License-Identifier: Apache-2.0
#include "body/stance.h"

namespace supple::body {

namespace {

using geometry::Vec3;

// A rotation vector in the axes of a bone (headward, frontward, leftward), seen in a mirror.
Vec3 mirrored_turn(const double* v) {
  return {-v[0], -v[1], v[2]};
}

void put(Vec3 v, double* to) {
  to[0] = v.x, to[1] = v.y, to[2] = v.z;
}

} // namespace

Intent mirrored(const Intent& intent) {
  Intent out;
  const double* const from = intent.value.data();
  double* const to = out.value.data();
  put({from[0], -from[1], from[2]}, to);
  put({-from[3], from[4], -from[5]}, to + 3);
  for (std::size_t i = 1; i < link_count; ++i)
    put(mirrored_turn(from + Intent::joints_at + 3 * (i - 1)),
        to + Intent::joints_at + 3 * (index(mirrored(static_cast<Link>(i))) - 1));
  for (std::size_t c = 0; c < contact_count; ++c) {
    const double* const contact = from + Intent::contacts_at + 4 * c;
    double* const other = to + Intent::contacts_at + 4 * index(mirrored(static_cast<Contact>(c)));
    other[0] = contact[0];
    put({contact[1], -contact[2], contact[3]}, other + 1);
  }
  to[Intent::breath_at] = from[Intent::breath_at];
  return out;
}

bool is_even(const Intent& intent) {
  return mirrored(intent).value == intent.value;
}

Channels mirrored(const Channels& channels) {
  Channels out = channels;
  for (const Channel c :
       {Channel::look, Channel::side_up, Channel::turn, Channel::sway, Channel::hip_roll, Channel::hands_walk})
    out[c] = -channels[c];
  for (auto c = static_cast<std::size_t>(Channel::arm_reach_left); c + 1 < channel_count; c += 2) {
    out.value[c] = channels.value[c + 1];
    out.value[c + 1] = channels.value[c];
  }
  return out;
}

Bones mirrored(const Bones& bones) {
  Bones out;
  for (std::size_t i = 0; i < link_count; ++i) {
    const std::size_t to = index(mirrored(static_cast<Link>(i)));
    const Vec3& p = bones.place[i];
    out.place[to] = {p.x, -p.y, p.z};
    // World axes mirror y, a bone's mirror its leftward z: M_world R M_bone, as a quaternion -j r k.
    const geometry::Rotation& r = bones.turned[i];
    out.turned[to] = {-r.x, -r.w, r.z, r.y};
  }
  return out;
}

} // namespace supple::body
