// SPDX-License-Identifier: Apache-2.0
#include "mujoco_body.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace supple::bench {

namespace {

using body::Link;
using geometry::Rotation;
using geometry::Vec3;

std::string numbers(std::initializer_list<double> values) {
  std::string out;
  for (const double value : values) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%s%.17g", out.empty() ? "" : " ", value);
    out += text.data();
  }
  return out;
}

void add_body(const body::Skeleton& s, const body::Segments& segments, std::size_t link, std::string& xml) {
  const Vec3 at = link == 0 ? Vec3{} : s.offset[link];
  const Rotation rest = link == 0 ? Rotation{} : s.rest[link];
  xml += "<body pos='" + numbers({at.x, at.y, at.z}) + "' quat='" + numbers({rest.w, rest.x, rest.y, rest.z}) + "'>";
  if (link == 0)
    xml += "<freejoint/>";
  else if (is_hinge(static_cast<Link>(link)))
    xml += "<joint type='hinge' axis='0 0 1'/>";
  else
    xml += "<joint type='ball'/>";
  const body::Segment& g = segments[link];
  const body::Inertia& i = g.inertia;
  xml += "<inertial pos='" + numbers({g.centre.x, g.centre.y, g.centre.z}) + "' mass='" + numbers({g.mass_kg}) +
         "' fullinertia='" + numbers({i.xx, i.yy, i.zz, i.xy, i.xz, i.yz}) + "'/>";
  for (std::size_t child = link + 1; child < body::link_count; ++child)
    if (index(parent(static_cast<Link>(child))) == link) add_body(s, segments, child, xml);
  xml += "</body>";
}

// MuJoCo numbers bodies depth first; ours must come out in our order to be compared by index.
std::size_t depth_first(std::size_t link, std::array<std::size_t, body::link_count>& order, std::size_t next) {
  order[next++] = link;
  for (std::size_t child = link + 1; child < body::link_count; ++child)
    if (index(parent(static_cast<Link>(child))) == link) next = depth_first(child, order, next);
  return next;
}

} // namespace

Rotation joint_of(const body::Skeleton& skeleton, const body::Bones& bones, std::size_t link) {
  if (link == 0) return bones.turned[0];
  return inverse(bones.turned[index(parent(static_cast<Link>(link)))] * skeleton.rest[link]) * bones.turned[link];
}

MujocoBody::MujocoBody(const body::Skeleton& skeleton, const body::Segments& segments) {
  std::string xml = "<mujoco><compiler angle='radian' balanceinertia='false'/><option gravity='0 0 " +
                    numbers({-body::gravity}) + "'/><worldbody>";
  add_body(skeleton, segments, 0, xml);
  xml += "</worldbody></mujoco>";
  mjVFS files;
  mj_defaultVFS(&files);
  mj_makeEmptyFileVFS(&files, "body.xml", static_cast<int>(xml.size()) + 1);
  std::memcpy(files.filedata[files.nfile - 1], xml.c_str(), xml.size() + 1);
  std::array<char, 1000> error{};
  model_.reset(mj_loadXML("body.xml", &files, error.data(), static_cast<int>(error.size())));
  mj_deleteVFS(&files);
  if (!model_) {
    std::fprintf(stderr, "%s\n", error.data());
    std::abort();
  }
  data_.reset(mj_makeData(model_.get()));
  std::array<std::size_t, body::link_count> order{};
  depth_first(0, order, 0);
  for (std::size_t i = 0; i < order.size(); ++i)
    number_[order[i]] = static_cast<int>(i);
}

void MujocoBody::set(const body::Skeleton& skeleton, const body::Bones& bones, const body::Movement& m) const {
  mjData* d = data_.get();
  for (std::size_t i = 0; i < body::link_count; ++i) {
    mjtNum* q = d->qpos + position_at(i);
    mjtNum *v = d->qvel + velocity_at(i), *a = d->qacc + velocity_at(i);
    const Rotation r = joint_of(skeleton, bones, i);
    Vec3 turning = m.turning[i], change = m.turning_change[i];
    if (i == 0) {
      const Vec3 p = bones.place[0];
      for (const auto& [to, from] : {std::pair{q, p}, std::pair{v, m.velocity}, std::pair{a, m.acceleration}})
        to[0] = from.x, to[1] = from.y, to[2] = from.z;
      q += 3, v += 3, a += 3;
      turning = inverse(r) * turning;
      change = inverse(r) * change;
    }
    if (is_hinge(static_cast<Link>(i))) {
      q[0] = geometry::vector_of(r).z;
      v[0] = turning.z;
      a[0] = change.z;
      continue;
    }
    q[0] = r.w, q[1] = r.x, q[2] = r.y, q[3] = r.z;
    v[0] = turning.x, v[1] = turning.y, v[2] = turning.z;
    a[0] = change.x, a[1] = change.y, a[2] = change.z;
  }
}

} // namespace supple::bench
