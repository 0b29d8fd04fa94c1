// SPDX-License-Identifier: Apache-2.0
#include "body/loads.h"

#include "body/contacts.h"
#include "body/least_squares.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace supple::body {

namespace {

using geometry::Rotation;
using geometry::Vec3;

Vec3 times(const Inertia& i, Vec3 v) {
  return {i.xx * v.x + i.xy * v.y + i.xz * v.z, i.xy * v.x + i.yy * v.y + i.yz * v.z,
          i.xz * v.x + i.yz * v.y + i.zz * v.z};
}

// What bears where a contact rests, cm2 (ours).
double area_cm2(Contact contact) {
  switch (contact) {
  case Contact::fingertip_left:
  case Contact::fingertip_right:
  case Contact::forehead:
    return 20;
  case Contact::toe_left:
  case Contact::toe_right:
  case Contact::head_back:
    return 30;
  case Contact::outer_hip_left:
  case Contact::outer_hip_right:
  case Contact::outer_shoulder_left:
  case Contact::outer_shoulder_right:
  case Contact::breastbone:
    return 150;
  case Contact::seat:
  case Contact::back_sacrum:
  case Contact::back_T5:
  case Contact::pubis:
    return 300;
  default: // palm, elbow, knee, heel or instep
    return 60;
  }
}

// What she can do at a joint, Nm: of the order of women's strength (ours).
double strength_Nm(Link link) {
  if (link < Link::C7) return 120;
  if (link <= Link::head) return 20;
  switch (link) {
  case Link::thigh_left:
  case Link::thigh_right:
    return 120;
  case Link::shank_left:
  case Link::shank_right:
    return 100;
  case Link::foot_left:
  case Link::foot_right:
  case Link::girdle_left:
  case Link::girdle_right:
    return 60;
  case Link::hand_left:
  case Link::hand_right:
    return 10;
  default: // shoulder, elbow
    return 40;
  }
}

// What a newton on a square metre of skin or flesh costs against one newton metre where she is as strong as at the
// knee, m4: as on 100 cm2 with a lever of 0.12 m. Ours; each calf then carries 28 % of her weight sitting on the heels
// and 34 in child's pose, where Zelle et al. 2007 measured more than 30 on one leg of people who knelt and squatted as
// deep as they could.
constexpr double cost_of_pressing_m4 = 0.01 * 0.12 * 0.12;
constexpr double costs_as_at_the_knee_Nm = 100;
// What she is short of balance by, a newton or newton metre, costs so many times as much; and is then asked for again,
// so that none of it is left where pushing can do it (the method of multipliers; at once it would cost precision).
constexpr double cost_of_falling = 1e4;
constexpr int asked = 4;
// What holds her along the mat or a wall, against what holds her up (ours; skin and cloth on a mat).
constexpr double friction = 0.6;

// From 0 to 1 with two smooth derivatives.
double grown(double u) {
  const double t = std::clamp(u, 0.0, 1.0);
  return t * t * t * (10 + t * (6 * t - 15));
}

// What lies on the mat bears, held or not: drawn along it, or just let go of, until it has risen this far (ours).
constexpr double limb_rises_m = 0.04, skin_rises_m = 0.02;

// From 0 to 1: what is on its way to where it will be held, or away from there, bears the less.
double bears(const Skeleton& skeleton, const Intent& intent, Contact contact, double height) {
  const bool limb = contact < Contact::outer_hip_left;
  const std::array lies{skeleton.wrist, skeleton.fingertip, skeleton.elbow,
                        skeleton.knee,  skeleton.ankle,     skeleton.toe};
  const double risen = height - (limb ? lies[index(contact) / 2].z : 0);
  return std::max(firmness(intent, contact),
                  grown(1 - risen / ((limb ? limb_rises_m : skin_rises_m) * skeleton.scale)));
}

// How far the heel of the hand lies ahead of the wrist's centre (ours), and that of the foot behind the ankle's.
constexpr double palm_m = 0.03, heel_m = 0.04;

// One newton on a link, and its reverse on the mat or on another link.
struct Push {
  std::size_t link, other; // `outside`: the mat or a wall
  Vec3 place, way;
};

constexpr std::size_t outside = link_count;

void take(const Bones& bones, const Push& push, double much, Efforts& e) {
  const Vec3 force = push.way * much;
  const auto off = [&](std::size_t i, double sign) {
    e.force[i] = e.force[i] - force * sign;
    e.moment[i] = e.moment[i] - cross(push.place - bones.place[i], force) * sign;
  };
  const bool within = push.other != outside;
  const std::size_t end = within ? index(common(static_cast<Link>(push.link), static_cast<Link>(push.other))) : 0;
  for (std::size_t i = push.link; i != end; i = parents[i])
    off(i, 1);
  if (!within) off(0, 1);
  for (std::size_t i = within ? push.other : end; i != end; i = parents[i])
    off(i, -1);
}

// What is to be small: first what is missing for balance, then the moments at the joints.
constexpr std::size_t balance_rows = 6;
using Strain = std::array<double, balance_rows + std::size_t{3} * (link_count - 1)>;

Strain strain_of(const Efforts& e) {
  Strain strain;
  const auto put = [&](std::size_t row, Vec3 v) { strain[row] = v.x, strain[row + 1] = v.y, strain[row + 2] = v.z; };
  put(0, e.force[0] * std::sqrt(cost_of_falling));
  put(3, e.moment[0] * std::sqrt(cost_of_falling));
  for (std::size_t i = 1; i < link_count; ++i)
    put(balance_rows + 3 * (i - 1), e.moment[i] * (costs_as_at_the_knee_Nm / strength_Nm(static_cast<Link>(i))));
  return strain;
}

// All ways in which she can be pushed, and of them the one that costs her least: with p the pushes and a the areas,
//     minimise |strain(p)|^2 + cost_of_pressing sum p^2 / a   subject to   p >= 0.
class Support {
public:
  Support(const Skeleton& skeleton, const Intent& intent, const Bones& bones) : bones_(bones) {
    for (std::size_t c = 0; c < contact_count; ++c)
      rest(skeleton, intent, static_cast<Contact>(c));
    for (std::size_t f = 0; f < flesh.size(); ++f)
      for (const int side : {left, right})
        lay(skeleton, flesh[f], side, 2 * f + static_cast<std::size_t>(side));
  }

  void carry(Loads& loads) const {
    const std::vector<double> much = least(loads.efforts);
    for (std::size_t i = 0; i < pushes_.size(); ++i) {
      take(bones_, pushes_[i], much[i], loads.efforts);
      Vec3& sum = patch_[i] < contact_count ? loads.support[patch_[i]] : loads.presses[patch_[i] - contact_count];
      sum = sum + pushes_[i].way * much[i];
    }
  }

private:
  // The mat pushes up, and sideways by no more than friction: along the edges of a pyramid.
  void rest(const Skeleton& skeleton, const Intent& intent, Contact contact) {
    const std::size_t c = index(contact);
    const double much = bears(skeleton, intent, contact, place_of(skeleton, bones_, contact).z);
    if (much < 1e-9) return;
    cost_[c] = cost_of_pressing_m4 / (1e-4 * area_cm2(contact) * much);
    const Vec3 place = bears_at(skeleton, bones_, contact);
    const bool wall = at_wall(skeleton, intent, contact);
    const Vec3 out = wall ? Vec3{-1, 0, 0} : Vec3{0, 0, 1}, along = wall ? Vec3{0, 0, 1} : Vec3{1, 0, 0};
    for (const Vec3 edge : {along, along * -1, Vec3{0, 1, 0}, Vec3{0, -1, 0}})
      add(c, {index(link_of(contact)), outside, place, out + edge * friction});
  }

  // A hand that stands upright rests on the wall before her.
  static bool at_wall(const Skeleton& skeleton, const Intent& intent, Contact contact) {
    if (contact > Contact::fingertip_right) return false;
    const int side = static_cast<int>(contact) % 2;
    return needed_place(intent, on(Contact::fingertip_left, side)).z -
               needed_place(intent, on(Contact::wrist_left, side)).z >
           skeleton.hand / 2;
  }

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
    cost_[contact_count + p] = cost_of_pressing_m4 / (1e-4 * pair.area_cm2 * together);
    add(contact_count + p, {index(link), index(other), here, way * (1 / apart)});
  }

  void add(std::size_t patch, const Push& push) {
    patch_.push_back(patch);
    pushes_.push_back(push);
  }

  [[nodiscard]] std::vector<double> least(const Efforts& efforts) const {
    const std::size_t n = pushes_.size();
    std::vector<Strain> eased(n);
    for (std::size_t i = 0; i < n; ++i) {
      Efforts e{};
      take(bones_, pushes_[i], -1, e);
      eased[i] = strain_of(e);
    }
    const auto product = [](const Strain& a, const Strain& b) {
      return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    };
    LeastSquares problem(n);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        const double on_skin = patch_[i] == patch_[j] ? cost_[patch_[i]] * dot(pushes_[i].way, pushes_[j].way) : 0;
        problem.at(i, j) = product(eased[i], eased[j]) + on_skin + (i == j ? even : 0);
      }
    const Strain without = strain_of(efforts);
    Strain to_ease = without;
    std::vector<double> much(n);
    for (int time = 0; time < asked; ++time) {
      for (std::size_t i = 0; i < n; ++i)
        problem.wanted[i] = product(eased[i], to_ease);
      much = not_below_zero(problem);
      for (std::size_t row = 0; row < balance_rows; ++row) {
        to_ease[row] += without[row];
        for (std::size_t i = 0; i < n; ++i)
          to_ease[row] -= eased[i][row] * much[i];
      }
    }
    return much;
  }

  static constexpr double even = 1e-4; // four edges make up one force in many ways: all alike, then

  const Bones& bones_;
  std::vector<Push> pushes_;
  std::vector<std::size_t> patch_; // of each push its contact, or its pair of flesh after all contacts
  std::array<double, contact_count + press_count> cost_{};
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

Vec3 bears_at(const Skeleton& skeleton, const Bones& bones, Contact contact) {
  const Vec3 centre = place_of(skeleton, bones, contact);
  const Rotation& turned = bones.turned[index(link_of(contact))];
  if (contact <= Contact::wrist_right) return centre - turned * Vec3{palm_m * skeleton.scale, 0, 0};
  if (contact != Contact::ankle_left && contact != Contact::ankle_right) return centre;
  const double on_the_sole = std::max(0.0, (turned * Vec3{1, 0, 0}).z);
  return centre - turned * Vec3{0, heel_m * skeleton.scale * on_the_sole, 0};
}

Loads loads_of(const Skeleton& skeleton, const Segments& segments, const Intent& intent, const Bones& bones,
               const Movement& movement) {
  Loads loads;
  loads.efforts = efforts_of(skeleton, segments, bones, movement);
  Support(skeleton, intent, bones).carry(loads);
  const Efforts& e = loads.efforts;
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
