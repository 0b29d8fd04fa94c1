// SPDX-License-Identifier: Apache-2.0
#include "body/contacts.h"

#include "body/guards.h"
#include "body/stance.h"
#include "body/symmetric_matrix.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Rotation;
using geometry::Vec3;

// A contact that is held exactly still gives way by this much for a unit of force, so that contacts which say the same
// twice (a knee and an ankle on one shank) do no harm: a tenth of a nanometre in practice.
constexpr double firm = 1e-9;
// What is about to let go never pulls at what is held exactly.
constexpr double less_firm = 1e-5;
// How much a contact gives way that is held by half, against a joint's `give` times its lever squared.
constexpr double loose = 0.5;
// And one that is not held along this axis.
constexpr double free = 1e6;
// How readily the pelvis moves as a whole.
constexpr double pelvis_give = 0.1;
constexpr int most_steps = 24, gentle_after = 10;
constexpr double largest_turn = 0.6; // radians in one step
constexpr double restored_m = 1e-7;
// Radians or metres: a step below it ends the search, since the next one would be a thirtieth of it.
constexpr double settled = 1e-4;

constexpr auto common_links = [] {
  std::array<std::array<std::uint8_t, link_count>, link_count> table{};
  for (int a = 0; a < link_count; ++a)
    for (int b = 0; b < link_count; ++b)
      table[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] =
          static_cast<std::uint8_t>(common(static_cast<Link>(a), static_cast<Link>(b)));
  return table;
}();

constexpr auto hinges = [] {
  std::array<bool, link_count> table{};
  for (int i = 0; i < link_count; ++i)
    table[static_cast<std::size_t>(i)] = is_hinge(static_cast<Link>(i));
  return table;
}();

Vec3 want_of(const Intent& intent, std::size_t link) {
  const std::size_t at = Intent::joints_at + 3 * (link - 1);
  return {intent.value[at], intent.value[at + 1], intent.value[at + 2]};
}

struct Row {
  std::size_t link;
  Vec3 place, needed;
  double firmness;
  Vec3 gives;           // how much it gives way along each axis
  Vec3 touch;           // its place in the axes of its link
  bool held = false;    // exactly
  bool lets_go = false; // what was raised, and need not be
};

// Sums over the joints from the pelvis up to a link: of their give, of give times place, of give times place times
// place.
struct Chain {
  double give = 0;
  Vec3 first;
  double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;

  void add(double g, Vec3 p) {
    give += g;
    const Vec3 gp = p * g;
    first = first + gp;
    xx += gp.x * p.x, yy += gp.y * p.y, zz += gp.z * p.z;
    xy += gp.x * p.y, xz += gp.x * p.z, yz += gp.y * p.z;
  }
};

constexpr std::size_t most_contacts = 26, most_rows = 3 * most_contacts;

// One pose being bent into its contacts. With d the turn of every joint in world axes and d0 the turn that leads back
// to what is wanted, each step is
//     minimise sum |d - d0|^2 / give   subject to   J d = e - gives y
// solved as (J G J^T + gives) y = e - J d0, d = d0 + G J^T y, where J is never stored: J d is a sweep outward as of
// velocities, J^T y a sweep inward as of forces, and J G J^T is a closed form of sums along the tree.
class Search {
public:
  Search(const Skeleton& skeleton, const Intent& intent, Bones& bones)
      : s_(skeleton), intent_(intent), bones_(bones), even_(is_even(intent)) {
    for (std::size_t i = 1; i < link_count; ++i)
      hinges[i] ? void(flexion_[i] = want_of(intent, i).z)
                : void(joint_[i] = wanted_[i] = geometry::rotation_by(want_of(intent, i)));
    const auto& v = intent.value;
    wanted_[0] = geometry::rotation_by({v[3], v[4], v[5]}) * pelvis_rest;
    bones_.turned[0] = wanted_[0];
    wanted_place_ = bones_.place[0] = {v[0], v[1], v[2]};
    for (std::size_t c = 0; c < contact_count; ++c) {
      const auto contact = static_cast<Contact>(c);
      const double held = firmness(intent, contact);
      if (held <= 0) continue;
      const double gives = is_held(intent, contact) ? firm : less_firm + loose * (1 - held) / held;
      rows_[count_++] = {index(link_of(contact)), {},          needed_place(intent, contact), held,
                         {gives, gives, gives},   s_.touch[c], is_held(intent, contact)};
    }
  }

  Held run() {
    Held held;
    spread();
    const std::array<Vec3, link_count> wanted = bones_.place;
    // What is held in part is drawn that part of the way from where it is wanted to its place.
    for (std::size_t i = 0; i < count_; ++i)
      if (rows_[i].firmness < 1) rows_[i].needed = geometry::mix(rows_[i].place, rows_[i].needed, rows_[i].firmness);
    settle(held);
    contacts_ = count_;
    // What is raised may press something else down.
    for (int round = 0; round < 4 && raise_what_sinks(); ++round)
      settle(held);
    restore(held);
    held.residual_m = residual();
    for (std::size_t i = 0; i < link_count; ++i)
      held.short_of_m = std::max(held.short_of_m, length(bones_.place[i] - wanted[i]));
    return held;
  }

private:
  void settle(Held& held) {
    for (int i = 0; i < most_steps; ++i) {
      ++held.steps;
      // What swings to and fro comes to rest in smaller steps.
      if (step(i < gentle_after ? 1 : 0.6) < settled) break;
    }
  }

  [[nodiscard]] double residual() const {
    double worst = 0;
    for (std::size_t i = 0; i < contacts_; ++i)
      if (rows_[i].held) worst = std::max(worst, length(rows_[i].needed - rows_[i].place));
    return worst;
  }

  // The shortest way to the contacts, whatever is wanted: where the search has not settled, what touches comes first.
  void restore(Held& held) {
    pulled_back_ = false;
    for (int i = 0; i < most_steps / 2 && residual() > restored_m; ++i) {
      ++held.steps;
      step(1);
    }
  }

  // A row for what has come too near the mat, held in height alone, the firmer the nearer it is; whether there is any
  // that was not as firm before.
  bool raise_what_sinks() {
    bool raised = false;
    for (std::size_t g = 0; g < guards.size(); ++g)
      for (const int side : {left, right}) {
        const bool paired = guards[g].link >= Link::girdle_left;
        if (paired || side == left)
          raised = raise(guards[g], side, raised_[2 * g + static_cast<std::size_t>(side)]) || raised;
      }
    return raised;
  }

  struct Raised {
    std::size_t row = most_contacts; // none
    double gap = guard_margin_m;
  };

  bool raise(const Guard& guard, int side, Raised& known) {
    const bool paired = guard.link >= Link::girdle_left;
    const std::size_t link = index(paired ? on(guard.link, side) : guard.link);
    const Vec3 of_left = guard.touch == no_contact ? guard.place * s_.scale : s_.touch[index(guard.touch)];
    const Vec3 touch{of_left.x, of_left.y, side == left ? of_left.z : -of_left.z};
    const Vec3 place = bones_.place[link] + bones_.turned[link] * touch;
    const double flesh = guard.flesh_m * s_.scale + guard_margin_m, gap = place.z - flesh;
    if (gap >= known.gap - 1e-6 || count_ == most_contacts) return false;
    const double near = std::min((guard_margin_m - gap) / (2 * guard_margin_m), 1.0);
    const double kept = near * near * near * (10 + near * (-15 + 6 * near));
    if (kept <= 0) return false;
    if (known.row == most_contacts) known.row = count_++;
    known.gap = gap;
    const Vec3 needed{place.x, place.y, flesh + kept_above(gap)};
    rows_[known.row] = {link, place, needed, kept, {free, free, less_firm + loose * (1 - kept) / kept}, touch, false};
    return true;
  }

  // Forward kinematics from the joints, and where the contacts are.
  void spread() {
    for (std::size_t i = 1; i < link_count; ++i) {
      const std::size_t from = parents[i];
      bones_.place[i] = bones_.place[from] + bones_.turned[from] * s_.offset[i];
      base_[i] = bones_.turned[from] * s_.rest[i];
      bones_.turned[i] = base_[i] * (hinges[i] ? geometry::rotation_by({0, 0, flexion_[i]}) : joint_[i]);
    }
    for (std::size_t i = 0; i < count_; ++i)
      rows_[i].place = bones_.place[rows_[i].link] + bones_.turned[rows_[i].link] * rows_[i].touch;
  }

  // The turns that lead back to what is wanted, and how much each would move the contacts.
  void look_back() {
    if (!pulled_back_) {
      back_ = {};
      way_ = {};
      for (std::size_t i = 0; i < count_; ++i)
        put_rest(i, {});
      return;
    }
    back_[0] = geometry::vector_of(wanted_[0] * inverse(bones_.turned[0]));
    way_ = wanted_place_ - bones_.place[0];
    std::array<Vec3, link_count> spin, speed;
    spin[0] = back_[0];
    speed[0] = way_;
    for (std::size_t i = 1; i < link_count; ++i) {
      const std::size_t from = parents[i];
      if (hinges[i])
        back_[i] = axis(i) * (want_of(intent_, i).z - flexion_[i]);
      else
        back_[i] = base_[i] * geometry::vector_of(wanted_[i] * inverse(joint_[i]));
      speed[i] = speed[from] + cross(spin[from], bones_.place[i] - bones_.place[from]);
      spin[i] = spin[from] + back_[i];
    }
    for (std::size_t i = 0; i < count_; ++i) {
      const Row& row = rows_[i];
      const Vec3 moved = speed[row.link] + cross(spin[row.link], row.place - bones_.place[row.link]);
      put_rest(i, moved);
    }
  }

  // What a contact still has to go when it has moved so.
  void put_rest(std::size_t i, Vec3 moved) {
    const Vec3 rest = rows_[i].needed - rows_[i].place - moved;
    y_[3 * i] = rest.x, y_[3 * i + 1] = rest.y, y_[3 * i + 2] = rest.z;
  }

  [[nodiscard]] Vec3 axis(std::size_t hinge) const { return bones_.turned[hinge] * Vec3{0, 0, 1}; }

  void sum_chains() {
    chains_[0] = {};
    chains_[0].add(s_.give[0], bones_.place[0]);
    for (std::size_t i = 1; i < link_count; ++i) {
      chains_[i] = chains_[parents[i]];
      if (!hinges[i]) chains_[i].add(s_.give[i], bones_.place[i]);
    }
  }

  // The block of J G J^T for two contacts: for every ball that carries both, with a and b the ways to them from it,
  // give ((a b) I - b a^T); for a hinge with axis u, give (u x a)(u x b)^T; for the pelvis' place, its give.
  void fill(std::size_t i, std::size_t k) {
    const Row &one = rows_[i], &other = rows_[k];
    const std::size_t link = common_links[one.link][other.link];
    const Chain& c = chains_[link];
    const Vec3 &a = one.place, &b = other.place, &f = c.first;
    const double both = c.give * dot(a, b) - dot(a + b, f) + c.xx + c.yy + c.zz + pelvis_give;
    const Vec3 gb = b * c.give - f;
    std::array<double, 9> block{both - (gb.x * a.x - b.x * f.x + c.xx), -(gb.x * a.y - b.x * f.y + c.xy),
                                -(gb.x * a.z - b.x * f.z + c.xz),       -(gb.y * a.x - b.y * f.x + c.xy),
                                both - (gb.y * a.y - b.y * f.y + c.yy), -(gb.y * a.z - b.y * f.z + c.yz),
                                -(gb.z * a.x - b.z * f.x + c.xz),       -(gb.z * a.y - b.z * f.y + c.yz),
                                both - (gb.z * a.z - b.z * f.z + c.zz)};
    for (std::size_t j = link; j > index(Link::girdle_right); j = parents[j]) {
      if (!hinges[j]) continue;
      const Vec3 u = axis(j);
      const Vec3 ua = cross(u, a - bones_.place[j]) * s_.give[j], ub = cross(u, b - bones_.place[j]);
      block[0] += ua.x * ub.x, block[1] += ua.x * ub.y, block[2] += ua.x * ub.z;
      block[3] += ua.y * ub.x, block[4] += ua.y * ub.y, block[5] += ua.y * ub.z;
      block[6] += ua.z * ub.x, block[7] += ua.z * ub.y, block[8] += ua.z * ub.z;
    }
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t col = 0; col < (i == k ? r + 1 : 3); ++col)
        matrix_.at(3 * i + r, 3 * k + col) = block[3 * r + col];
    if (i == k) {
      matrix_.at(3 * i, 3 * i) += one.gives.x;
      matrix_.at(3 * i + 1, 3 * i + 1) += one.gives.y;
      matrix_.at(3 * i + 2, 3 * i + 2) += one.lets_go ? free : one.gives.z;
    }
  }

  // What the contacts' forces turn: d = d0 + G J^T y, swept inward.
  void pull() {
    std::array<Vec3, link_count> force{}, moment{};
    for (std::size_t i = 0; i < count_; ++i) {
      const Vec3 y{y_[3 * i], y_[3 * i + 1], y_[3 * i + 2]};
      force[rows_[i].link] = force[rows_[i].link] + y;
      moment[rows_[i].link] = moment[rows_[i].link] + cross(rows_[i].place, y);
    }
    for (std::size_t i = link_count; i-- > 0;) {
      Vec3 turn = (moment[i] - cross(bones_.place[i], force[i])) * s_.give[i];
      if (hinges[i]) {
        const Vec3 u = axis(i);
        turn = u * dot(u, turn);
      }
      back_[i] = back_[i] + turn;
      if (i == 0) break;
      force[parents[i]] = force[parents[i]] + force[i];
      moment[parents[i]] = moment[parents[i]] + moment[i];
    }
    way_ = way_ + force[0] * pelvis_give;
    if (even_) keep_even();
  }

  // What is wanted alike on both sides is bent alike: else a head that is pressed against the mat gives way to one
  // side, out of the last bit of a rounding.
  void keep_even() {
    way_.y = 0;
    for (std::size_t i = 0; i < link_count; ++i) {
      const std::size_t other = index(mirrored(static_cast<Link>(i)));
      if (other < i) continue;
      const Vec3 half = (back_[i] + Vec3{-back_[other].x, back_[other].y, -back_[other].z}) * 0.5;
      back_[i] = half;
      back_[other] = {-half.x, half.y, -half.z};
    }
  }

  // Turns the joints by d, a part of it where it is large; how large it was.
  double turn(double eagerness) {
    double largest = length(way_);
    for (std::size_t i = 0; i < link_count; ++i)
      largest = std::max(largest, length(back_[i]));
    const double part = eagerness * (largest > largest_turn ? largest_turn / largest : 1);
    bones_.place[0] = bones_.place[0] + way_ * part;
    bones_.turned[0] = geometry::renormalised(geometry::rotation_by(back_[0] * part) * bones_.turned[0]);
    for (std::size_t i = 1; i < link_count; ++i) {
      if (hinges[i])
        flexion_[i] += dot(axis(i), back_[i]) * part;
      else
        joint_[i] = geometry::renormalised(geometry::rotation_by(inverse(base_[i]) * (back_[i] * part)) * joint_[i]);
    }
    return largest;
  }

  void solve() {
    matrix_.resize(3 * count_);
    for (std::size_t i = 0; i < count_; ++i)
      for (std::size_t k = 0; k <= i; ++k)
        fill(i, k);
    matrix_.solve(y_);
  }

  // The mat pushes and never pulls: what was raised and would be drawn down, since something beside it is raised too,
  // is let go. The strongest first, and with them what pulls nearly as strongly, so that both sides let go alike.
  bool let_go_of_what_pulls() {
    constexpr double none = -1e-9;
    const auto pull = [&](std::size_t i) { return rows_[i].lets_go ? 0 : y_[3 * i + 2]; };
    double strongest = none;
    for (std::size_t i = contacts_; i < count_; ++i)
      strongest = std::min(strongest, pull(i));
    if (strongest == none) return false;
    for (std::size_t i = contacts_; i < count_; ++i)
      if (pull(i) <= strongest / 2) rows_[i].lets_go = true;
    return true;
  }

  double step(double eagerness) {
    look_back();
    sum_chains();
    if (pulled_back_)
      for (std::size_t i = contacts_; i < count_; ++i)
        rows_[i].lets_go = false;
    const std::array<double, most_rows> rest = y_;
    for (solve(); pulled_back_ && let_go_of_what_pulls(); solve())
      y_ = rest;
    pull();
    const double largest = turn(eagerness);
    spread();
    return largest;
  }

  const Skeleton& s_;
  const Intent& intent_;
  Bones& bones_;
  const bool even_; // her two sides are wanted alike
  std::array<Rotation, link_count> joint_, wanted_, base_;
  std::array<double, link_count> flexion_{};
  std::array<Vec3, link_count> back_;
  Vec3 way_, wanted_place_;
  std::array<Row, most_contacts> rows_;
  std::size_t count_ = 0, contacts_ = most_contacts; // after the contacts come the guards that are raised
  bool pulled_back_ = true;                          // toward what is wanted
  std::array<Raised, 2 * guards.size()> raised_{};
  std::array<Chain, link_count> chains_;
  SymmetricMatrix<most_rows> matrix_;
  std::array<double, most_rows> y_;
};

} // namespace

double firmness(const Intent& intent, Contact contact) {
  // It lets go early and takes hold late: in between the limb goes where it is wanted.
  constexpr double begins = 0.65;
  const double t =
      std::clamp((intent.value[Intent::contacts_at + 4 * index(contact)] - begins) / (1 - begins), 0.0, 1.0);
  return t * t * t * (10 + t * (-15 + 6 * t));
}

bool is_held(const Intent& intent, Contact contact) {
  return intent.value[Intent::contacts_at + 4 * index(contact)] >= 1;
}

Vec3 needed_place(const Intent& intent, Contact contact) {
  const std::size_t at = Intent::contacts_at + 4 * index(contact) + 1;
  return {intent.value[at], intent.value[at + 1], intent.value[at + 2]};
}

Held hold_contacts(const Skeleton& skeleton, const Intent& intent, Bones& bones) {
  return Search(skeleton, intent, bones).run();
}

} // namespace supple::body
