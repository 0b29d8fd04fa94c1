// SPDX-License-Identifier: Apache-2.0
#include "body/loads.h"

#include "body/contacts.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Rotation;
using geometry::Vec3;

Vec3 times(const Inertia& i, Vec3 v) {
  return {i.xx * v.x + i.xy * v.y + i.xz * v.z, i.xy * v.x + i.yy * v.y + i.yz * v.z,
          i.xz * v.x + i.yz * v.y + i.zz * v.z};
}

// How readily a contact takes a part of her weight, up and along the mat: the palm more than the fingers, the knee more
// than the foot behind it (ours).
double bearing_of(Contact contact) {
  switch (contact) {
  case Contact::fingertip_left:
  case Contact::fingertip_right:
  case Contact::toe_left:
  case Contact::toe_right:
    return 0.25;
  case Contact::ankle_left:
  case Contact::ankle_right:
  case Contact::head_back:
  case Contact::forehead:
    return 0.4;
  default:
    return 1;
  }
}

constexpr double along_the_mat = 0.1;

// What a newton on a square metre of flesh costs against a newton metre at a joint, m4: as on 100 cm2 with a lever of
// 0.12 m. Ours; each calf then carries 28 % of her weight sitting on the heels and 40 in child's pose, where Zelle et
// al. 2007 measured more than 30 on one leg of people who knelt and squatted as deep as they could.
constexpr double cost_of_pressing_m4 = 0.01 * 0.12 * 0.12;

// From 0 to 1 with two smooth derivatives.
double grown(double u) {
  const double t = std::clamp(u, 0.0, 1.0);
  return t * t * t * (10 + t * (6 * t - 15));
}

using Wrench = std::array<double, 6>; // force, then moment about the world's origin

Wrench wrench(Vec3 place, Vec3 force) {
  const Vec3 m = cross(place, force);
  return {force.x, force.y, force.z, m.x, m.y, m.z};
}

// Solves a symmetric positive matrix; a little is added to its diagonal, since contacts in a line carry no moment about
// it.
Wrench solve(std::array<Wrench, 6> a, Wrench b) {
  for (std::size_t i = 0; i < 6; ++i) {
    a[i][i] += 1e-9;
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i][j];
      for (std::size_t k = 0; k < j; ++k)
        sum -= a[i][k] * a[j][k];
      a[i][j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[j][j];
    }
  }
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = 0; k < i; ++k)
      b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = 6; i-- > 0;) {
    for (std::size_t k = i + 1; k < 6; ++k)
      b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

// A foot that is drawn along the mat is not held there, and bears what it must until it has risen this far (ours).
constexpr double drawn_foot_rises_m = 0.03;

double drawn_along(const Skeleton& skeleton, Contact contact, double height) {
  if (contact < Contact::ankle_left || contact > Contact::toe_right) return 0;
  const double lying = contact < Contact::toe_left ? skeleton.ankle.z : skeleton.toe.z;
  return grown(1 - (height - lying) / (drawn_foot_rises_m * skeleton.scale));
}

class Support {
public:
  Support(const Skeleton& skeleton, const Intent& intent, const Bones& bones) {
    for (std::size_t c = 0; c < contact_count; ++c) {
      const auto contact = static_cast<Contact>(c);
      place_[c] = place_of(skeleton, bones, contact);
      const double firm = std::max(firmness(intent, contact), drawn_along(skeleton, contact, place_[c].z));
      bears_[c] = firm * bearing_of(contact);
      out_[c] = {0, 0, 1};
    }
    // A hand that stands upright rests on the wall before her.
    for (const int side : {left, right}) {
      const std::size_t wrist = index(on(Contact::wrist_left, side)), tip = index(on(Contact::fingertip_left, side));
      const double risen =
          needed_place(intent, static_cast<Contact>(tip)).z - needed_place(intent, static_cast<Contact>(wrist)).z;
      if (risen > skeleton.hand / 2) out_[wrist] = out_[tip] = {-1, 0, 0};
    }
  }

  // The most even forces that make up the wrench: those of least weighted squares. What would pull lets go.
  void carry(const Wrench& needed, std::array<Vec3, contact_count>& forces) {
    for (std::size_t round = 0; round < contact_count; ++round) {
      share(needed, forces);
      std::size_t pulls = 0;
      for (std::size_t c = 1; c < contact_count; ++c)
        if (dot(forces[c], out_[c]) < dot(forces[pulls], out_[pulls])) pulls = c;
      if (dot(forces[pulls], out_[pulls]) >= -1e-9) return;
      bears_[pulls] = 0;
    }
  }

private:
  void share(const Wrench& needed, std::array<Vec3, contact_count>& forces) const {
    std::array<Wrench, 6> whole{};
    for (std::size_t c = 0; c < contact_count; ++c)
      for (const auto& [way, weight] : ways(c)) {
        const Wrench g = wrench(place_[c], way);
        for (std::size_t i = 0; i < 6; ++i)
          for (std::size_t j = 0; j < 6; ++j)
            whole[i][j] += weight * g[i] * g[j];
      }
    const Wrench y = solve(whole, needed);
    for (std::size_t c = 0; c < contact_count; ++c) {
      forces[c] = {};
      for (const auto& [way, weight] : ways(c)) {
        const Wrench g = wrench(place_[c], way);
        double much = 0;
        for (std::size_t i = 0; i < 6; ++i)
          much += weight * g[i] * y[i];
        forces[c] = forces[c] + way * much;
      }
    }
  }

  struct Way {
    Vec3 way;
    double weight;
  };

  [[nodiscard]] std::array<Way, 3> ways(std::size_t c) const {
    const bool wall = out_[c].x < 0;
    const double along = bears_[c] * along_the_mat;
    return {{{{1, 0, 0}, wall ? bears_[c] : along}, {{0, 1, 0}, along}, {{0, 0, 1}, wall ? along : bears_[c]}}};
  }

  std::array<double, contact_count> bears_{};
  std::array<Vec3, contact_count> place_, out_; ///< `out_`: the way that what it rests on pushes
};

// What flesh carries from one part of her to another. To the mat it is nothing, so it comes after the contacts: of all
// ways to press it is the one of least squares, of the moments at the joints between and of the pressures.
class Pressing {
public:
  Pressing(const Skeleton& skeleton, const Bones& bones) : bones_(bones) {
    for (std::size_t f = 0; f < flesh.size(); ++f)
      for (const int side : {left, right})
        lay(skeleton, flesh[f], side, 2 * f + static_cast<std::size_t>(side));
  }

  void carry(Efforts& e, Presses& presses) const {
    const std::array<double, press_count> much = shared(e);
    for (std::size_t p = 0; p < press_count; ++p) {
      if (presses_[p].cost <= 0) continue;
      presses[p] = presses_[p].way * much[p];
      between(presses_[p], [&](std::size_t i, double sign) {
        e.force[i] = e.force[i] - presses[p] * sign;
        e.moment[i] = e.moment[i] - lever(presses_[p], i) * (sign * much[p]);
      });
    }
  }

private:
  struct Press {
    std::size_t link, other, common;
    Vec3 place, way; // of the first of the two, and the way that it is pushed
    double cost = 0; // m2; 0 where the two do not touch
  };

  void lay(const Skeleton& skeleton, const Flesh& pair, int side, std::size_t p) {
    const auto sided = [side](Link of_left) { return side == left ? of_left : mirrored(of_left); };
    const auto place = [&](Link link, Vec3 at) {
      return bones_.place[index(link)] +
             bones_.turned[index(link)] * (Vec3{at.x, at.y, side == left ? at.z : -at.z} * skeleton.scale);
    };
    const Link link = sided(pair.link), other = sided(pair.other);
    const Vec3 there = place(other, pair.place_on_other), across = bones_.turned[index(link)] * Vec3{0, 0, 1};
    Vec3 here = place(link, pair.place);
    const double wide = pair.wide_m * skeleton.scale;
    here = here + across * std::clamp(dot(there - here, across), -wide, wide);
    const Vec3 way = here - there;
    const double apart = length(way), together = grown((pair.touch_m - apart / skeleton.scale) / flesh_gives_m);
    if (together < 1e-9 || apart < 1e-6) return;
    presses_[p] = {index(link), index(other),      index(common(link, other)),
                   here,        way * (1 / apart), cost_of_pressing_m4 / (1e-4 * pair.area_cm2 * together)};
  }

  // The joints between the two, with 1 where the first of them lies beyond, -1 where the other does.
  static void between(const Press& press, const auto& visit) {
    for (std::size_t i = press.link; i != press.common; i = parents[i])
      visit(i, 1.0);
    for (std::size_t i = press.other; i != press.common; i = parents[i])
      visit(i, -1.0);
  }

  [[nodiscard]] Vec3 lever(const Press& press, std::size_t joint) const {
    return cross(press.place - bones_.place[joint], press.way);
  }

  // What is felt of a moment: across a hinge it is borne by the bones.
  [[nodiscard]] Vec3 felt(std::size_t joint, Vec3 moment) const {
    if (!is_hinge(static_cast<Link>(joint))) return moment;
    const Vec3 axis = bones_.turned[joint] * Vec3{0, 0, 1};
    return axis * dot(axis, moment);
  }

  // Newtons, by one press after the other until none changes.
  [[nodiscard]] std::array<double, press_count> shared(const Efforts& e) const {
    std::array<std::array<double, press_count>, press_count> whole{};
    std::array<double, press_count> needed{}, much{};
    for (std::size_t p = 0; p < press_count; ++p) {
      std::array<Vec3, link_count> levers{};
      between(presses_[p], [&](std::size_t i, double sign) { levers[i] = felt(i, lever(presses_[p], i)) * sign; });
      for (std::size_t i = 0; i < link_count; ++i)
        needed[p] += dot(levers[i], e.moment[i]);
      for (std::size_t q = 0; q < press_count; ++q)
        between(presses_[q],
                [&](std::size_t i, double sign) { whole[p][q] += dot(levers[i], lever(presses_[q], i)) * sign; });
      whole[p][p] += presses_[p].cost;
    }
    for (int round = 0; round < 1000; ++round) {
      double changed = 0;
      for (std::size_t p = 0; p < press_count; ++p) {
        if (presses_[p].cost <= 0) continue;
        double left_over = needed[p];
        for (std::size_t q = 0; q < press_count; ++q)
          left_over -= whole[p][q] * much[q];
        const double more = std::max(left_over / whole[p][p], -much[p]);
        much[p] += more;
        changed = std::max(changed, std::fabs(more));
      }
      if (changed < 1e-9) break;
    }
    return much;
  }

  const Bones& bones_;
  std::array<Press, press_count> presses_{};
};

} // namespace

Efforts efforts_of(const Skeleton&, const Segments& segments, const Bones& bones, const Movement& m) {
  Efforts e;
  std::array<Vec3, link_count> spin, spin_change, acceleration;
  spin[0] = m.turning[0];
  spin_change[0] = m.turning_change[0];
  acceleration[0] = m.acceleration + Vec3{0, 0, gravity}; // as if the room rose
  for (std::size_t i = 0; i < link_count; ++i) {
    const Rotation& r = bones.turned[i];
    if (i > 0) {
      const std::size_t from = parents[i];
      const Vec3 way = bones.place[i] - bones.place[from], turning = r * m.turning[i];
      spin[i] = spin[from] + turning;
      spin_change[i] = spin_change[from] + r * m.turning_change[i] + cross(spin[from], turning);
      acceleration[i] = acceleration[from] + cross(spin_change[from], way) + cross(spin[from], cross(spin[from], way));
    }
    const Segment& s = segments[i];
    const Vec3 arm = r * s.centre;
    const Rotation home = inverse(r);
    const Vec3 w = home * spin[i];
    e.force[i] = (acceleration[i] + cross(spin_change[i], arm) + cross(spin[i], cross(spin[i], arm))) * s.mass_kg;
    e.moment[i] =
        r * (times(s.inertia, home * spin_change[i]) + cross(w, times(s.inertia, w))) + cross(arm, e.force[i]);
  }
  for (std::size_t i = link_count - 1; i > 0; --i) {
    const std::size_t from = parents[i];
    e.force[from] = e.force[from] + e.force[i];
    e.moment[from] = e.moment[from] + e.moment[i] + cross(bones.place[i] - bones.place[from], e.force[i]);
  }
  return e;
}

Loads loads_of(const Skeleton& skeleton, const Segments& segments, const Intent& intent, const Bones& bones,
               const Movement& movement) {
  Loads loads;
  loads.efforts = efforts_of(skeleton, segments, bones, movement);
  Efforts& e = loads.efforts;
  Wrench needed = wrench(bones.place[0], e.force[0]);
  needed[3] += e.moment[0].x, needed[4] += e.moment[0].y, needed[5] += e.moment[0].z;
  Support(skeleton, intent, bones).carry(needed, loads.support);
  for (std::size_t c = 0; c < contact_count; ++c) {
    const Vec3 place = place_of(skeleton, bones, static_cast<Contact>(c)), force = loads.support[c];
    for (std::size_t i = index(link_of(static_cast<Contact>(c)));; i = parents[i]) {
      e.force[i] = e.force[i] - force;
      e.moment[i] = e.moment[i] - cross(place - bones.place[i], force);
      if (i == 0) break;
    }
  }
  Pressing(skeleton, bones).carry(e, loads.presses);
  loads.unbalanced_N = length(e.force[0]) + length(e.moment[0]);
  return loads;
}

Movement movement_of(const Skeleton& skeleton, const Bones& before, const Bones& now, const Bones& after,
                     double step_s) {
  Movement m;
  const double per = 1 / step_s;
  m.velocity = (after.place[0] - before.place[0]) * (per / 2);
  m.acceleration = (after.place[0] - now.place[0] * 2 + before.place[0]) * (per * per);
  for (std::size_t i = 0; i < link_count; ++i) {
    const auto joint = [&](const Bones& bones) {
      return i == 0 ? bones.turned[0] : inverse(bones.turned[parents[i]] * skeleton.rest[i]) * bones.turned[i];
    };
    const Rotation here = inverse(joint(now));
    const Vec3 ahead = geometry::vector_of(here * joint(after)), behind = geometry::vector_of(here * joint(before));
    m.turning[i] = (ahead - behind) * (per / 2);
    m.turning_change[i] = (ahead + behind) * (per * per);
  }
  m.turning[0] = now.turned[0] * m.turning[0];
  m.turning_change[0] = now.turned[0] * m.turning_change[0];
  return m;
}

double energy_of(const Skeleton&, const Segments& segments, const Bones& bones, const Movement& movement) {
  std::array<Vec3, link_count> spin, velocity;
  spin[0] = movement.turning[0];
  velocity[0] = movement.velocity;
  double energy = 0;
  for (std::size_t i = 0; i < link_count; ++i) {
    if (i > 0) {
      const std::size_t from = parents[i];
      spin[i] = spin[from] + bones.turned[i] * movement.turning[i];
      velocity[i] = velocity[from] + cross(spin[from], bones.place[i] - bones.place[from]);
    }
    const Segment& s = segments[i];
    const Vec3 arm = bones.turned[i] * s.centre, centre = velocity[i] + cross(spin[i], arm);
    const Vec3 w = inverse(bones.turned[i]) * spin[i];
    energy +=
        s.mass_kg * (dot(centre, centre) / 2 + gravity * (bones.place[i].z + arm.z)) + dot(w, times(s.inertia, w)) / 2;
  }
  return energy;
}

} // namespace supple::body
