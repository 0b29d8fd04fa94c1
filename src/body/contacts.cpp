// SPDX-License-Identifier: Apache-2.0
#include "body/contacts.h"

#include "body/compliance.h"
#include "body/guards.h"
#include "body/stance.h"

#include <algorithm>
#include <cmath>
#include <span>

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
constexpr int most_steps = 24, gentle_after = 10;
constexpr double largest_turn = 0.6; // radians in one step
constexpr double restored_m = 1e-7;
// Radians or metres: a step below it ends the search, since the next one would be a thirtieth of it.
constexpr double settled = 1e-4;

// One pose being bent into its contacts. With d the turn of every joint in world axes and d0 the turn that leads back
// to what is wanted, each step is
//     minimise sum |d - d0|^2 / give   subject to   J d = e - gives y
// solved as (J G J^T + gives) y = e - J d0, d = d0 + G J^T y, where J is never stored: J d is a sweep outward as of
// velocities, J^T y a sweep inward as of forces, and the matrix is that of compliance.h. What is worked out for every
// bone by itself has a loop of its own: it is quicker so.
class Search {
public:
  Search(const Skeleton& skeleton, const Intent& intent, Bones& bones)
      : s_(skeleton), bones_(bones), wanted_(joints_of(skeleton, intent)), even_(is_even(intent)),
        compliance_(skeleton) {
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
    lay_bones(s_, wanted_, bones_);
    const std::array<Vec3, link_count> wanted = bones_.place;
    place_rows();
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
    double squared = 0;
    for (std::size_t i = 0; i < link_count; ++i) {
      const Vec3 way = bones_.place[i] - wanted[i];
      squared = std::max(squared, dot(way, way));
    }
    held.short_of_m = std::sqrt(squared);
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
    rows_[known.row] = {link,  place, needed, kept, {free_to_go, free_to_go, less_firm + loose * (1 - kept) / kept},
                        touch, false};
    return true;
  }

  void place_rows() {
    for (std::size_t i = 0; i < count_; ++i)
      rows_[i].place = bones_.place[rows_[i].link] + bones_.turned[rows_[i].link] * rows_[i].touch;
  }

  // d0: the turns that lead back to what is wanted.
  void look_back() {
    if (as_wanted_ || !pulled_back_) {
      turn_ = {};
      way_ = {};
      return;
    }
    turn_[0] = geometry::vector_of(wanted_.turned[0] * inverse(bones_.turned[0]));
    way_ = wanted_.place - bones_.place[0];
    std::array<Rotation, link_count> back;
    for (std::size_t i = 1; i < link_count; ++i)
      back[i] = bones_.turned[parents[i]] * wanted_.turned[i] * inverse(bones_.turned[i]);
    for (std::size_t i = 1; i < link_count; ++i)
      turn_[i] = geometry::vector_of(back[i]);
  }

  // e - J d0: what the contacts would still have to go.
  void look_at_rest() {
    if (as_wanted_ || !pulled_back_) {
      for (std::size_t i = 0; i < count_; ++i)
        put_rest(i, {});
      return;
    }
    std::array<Vec3, link_count> spin, speed;
    spin[0] = turn_[0];
    speed[0] = way_;
    for (std::size_t i = 1; i < link_count; ++i) {
      const std::size_t from = parents[i];
      speed[i] = speed[from] + cross(spin[from], bones_.place[i] - bones_.place[from]);
      spin[i] = spin[from] + turn_[i];
    }
    for (std::size_t i = 0; i < count_; ++i) {
      const Row& row = rows_[i];
      put_rest(i, speed[row.link] + cross(spin[row.link], row.place - bones_.place[row.link]));
    }
  }

  // What a contact still has to go when it has moved so.
  void put_rest(std::size_t i, Vec3 moved) {
    const Vec3 rest = rows_[i].needed - rows_[i].place - moved;
    y_[3 * i] = rest.x, y_[3 * i + 1] = rest.y, y_[3 * i + 2] = rest.z;
  }

  // What the contacts' forces turn: d = d0 + G J^T y, swept inward.
  void pull() {
    std::array<Vec3, link_count> force{}, moment{};
    for (std::size_t i = 0; i < count_; ++i) {
      const Vec3 y{y_[3 * i], y_[3 * i + 1], y_[3 * i + 2]};
      force[rows_[i].link] = force[rows_[i].link] + y;
      moment[rows_[i].link] = moment[rows_[i].link] + cross(rows_[i].place, y);
    }
    for (std::size_t i = link_count - 1; i > 0; --i) {
      const std::size_t from = parents[i];
      force[from] = force[from] + force[i];
      moment[from] = moment[from] + moment[i];
    }
    for (std::size_t i = 0; i < link_count; ++i) {
      Vec3 turn = (moment[i] - cross(bones_.place[i], force[i])) * s_.give[i];
      if (hinges[i]) {
        const Vec3 axis = bones_.turned[i] * Vec3{0, 0, 1};
        turn = axis * dot(axis, turn);
      }
      turn_[i] = turn_[i] + turn;
    }
    way_ = way_ + force[0] * pelvis_give;
  }

  void solve() { compliance_.solve(bones_, std::span(rows_).first(count_), y_); }

  // What is wanted alike on both sides is bent alike: else a head that is pressed against the mat gives way to one
  // side, out of the last bit of a rounding.
  void keep_even() {
    way_.y = 0;
    for (std::size_t i = 0; i < link_count; ++i) {
      const std::size_t other = index(mirrored(static_cast<Link>(i)));
      if (other < i) continue;
      const Vec3 half = (turn_[i] + Vec3{-turn_[other].x, turn_[other].y, -turn_[other].z}) * 0.5;
      turn_[i] = half;
      turn_[other] = {-half.x, half.y, -half.z};
    }
  }

  // Turns the joints by d, a part of it where it is large; how large it was.
  double turn(double eagerness) {
    double squared = dot(way_, way_);
    for (const Vec3& by : turn_)
      squared = std::max(squared, dot(by, by));
    const double largest = std::sqrt(squared);
    const double part = eagerness * (largest > largest_turn ? largest_turn / largest : 1);
    std::array<Rotation, link_count> moved; // of each bone in the world
    for (std::size_t i = 0; i < link_count; ++i)
      moved[i] = geometry::rotation_by(turn_[i] * part);
    bones_.place[0] = bones_.place[0] + way_ * part;
    bones_.turned[0] = moved[0] * bones_.turned[0];
    for (std::size_t i = 1; i < link_count; ++i) {
      const std::size_t from = parents[i];
      moved[i] = moved[from] * moved[i];
      bones_.turned[i] = moved[i] * bones_.turned[i];
      bones_.place[i] = bones_.place[from] + bones_.turned[from] * s_.offset[i];
    }
    place_rows();
    as_wanted_ = false;
    return largest;
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
    look_at_rest();
    if (pulled_back_)
      for (std::size_t i = contacts_; i < count_; ++i)
        rows_[i].lets_go = false;
    const OfContacts rest = y_;
    for (solve(); pulled_back_ && let_go_of_what_pulls(); solve())
      y_ = rest;
    pull();
    if (even_) keep_even();
    return turn(eagerness);
  }

  const Skeleton& s_;
  Bones& bones_;
  const Joints wanted_;
  const bool even_; // her two sides are wanted alike
  bool as_wanted_ = true;
  bool pulled_back_ = true; // toward what is wanted
  std::array<Vec3, link_count> turn_;
  Vec3 way_;
  std::array<Row, most_contacts> rows_;
  std::size_t count_ = 0, contacts_ = most_contacts; // after the contacts come the guards that are raised
  std::array<Raised, 2 * guards.size()> raised_{};
  Compliance compliance_;
  OfContacts y_;
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
