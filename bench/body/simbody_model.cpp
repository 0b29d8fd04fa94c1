// SPDX-License-Identifier: Apache-2.0
#include "simbody_model.h"

#include "body/contacts.h"
#include "body/loads.h"
#include "mujoco_body.h"

namespace supple::bench {

namespace {

std::array<double, 3> plain(geometry::Vec3 v) {
  return {v.x, v.y, v.z};
}

std::array<double, 4> plain(const geometry::Rotation& r) {
  return {r.w, r.x, r.y, r.z};
}

} // namespace

std::unique_ptr<SimbodyBody> simbody_of(const body::Skeleton& skeleton, const body::Segments& segments,
                                        const body::Intent* held) {
  std::vector<SimbodyLink> links;
  for (std::size_t i = 0; i < body::link_count; ++i) {
    const auto link = static_cast<body::Link>(i);
    const body::Segment& g = segments[i];
    SimbodyLink out;
    out.mass_kg = g.mass_kg;
    out.centre = plain(g.centre);
    out.inertia = {g.inertia.xx, g.inertia.yy, g.inertia.zz, g.inertia.xy, g.inertia.xz, g.inertia.yz};
    if (i > 0) {
      out.parent = static_cast<int>(index(parent(link)));
      out.hinge = is_hinge(link);
      out.offset = plain(skeleton.offset[i]);
      out.rest = plain(skeleton.rest[i]);
    }
    links.push_back(out);
  }
  std::vector<SimbodyContact> contacts;
  for (std::size_t c = 0; held != nullptr && c < body::contact_count; ++c) {
    const auto contact = static_cast<body::Contact>(c);
    if (!body::is_held(*held, contact)) continue;
    contacts.push_back({static_cast<int>(index(link_of(contact))), plain(skeleton.touch[c]),
                        plain(body::needed_place(*held, contact))});
  }
  return std::make_unique<SimbodyBody>(links, contacts, body::gravity);
}

std::vector<double> coordinates_of(SimbodyBody& simbody, const body::Skeleton& skeleton, const body::Bones& bones) {
  std::vector<std::array<double, 4>> turned;
  for (std::size_t i = 0; i < body::link_count; ++i)
    turned.push_back(plain(joint_of(skeleton, bones, i)));
  return simbody.coordinates(plain(bones.place[0]), turned);
}

} // namespace supple::bench
