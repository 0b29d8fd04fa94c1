// SPDX-License-Identifier: Apache-2.0
#include "body/contacts.h"

#include "body/compliance.h"
#include "body/guards.h"
#include "body/stance.h"

#include <algorithm>
#include <cmath>
#include <limits>
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
constexpr int most_steps = 24;
constexpr double largest_turn = 0.6; // radians in one step, or metres of the pelvis
constexpr double shorter = 0.7;      // the part of it that is left where it was too far
constexpr double quick = 0.3;        // the part of what was asked that is asked a step later, where the search is quick
constexpr double restored_m = 1e-7;
// How far the gap under a guard closes for a unit of force, as a contact gives way. With 0.02 to 0.05 what comes to
// rest in the library's exercises does so most smoothly: a harder mat stops it at once, a softer one late.
constexpr double softness = 0.03;
constexpr double hardly = 1e-6; // kept from the mat by less than this part, a guard is not looked at
// Radians or metres: a step below it ends the search, since the next one would be a thirtieth of it.
constexpr double settled = 1e-4;
constexpr double near = 0.1; // a step below it comes so near that what sinks into the mat can be told

// One pose being bent into its contacts. With d the turn of every joint in world axes and d0 the turn that leads back
// to what is wanted, each step is
//     minimise sum |d - d0|^2 / give   subject to   J d = e - gives y
// solved as (J G J^T + gives) y = e - J d0, d = d0 + G J^T y, where J is never stored: J d is a sweep outward as of
// velocities, J^T y a sweep inward as of forces, and the matrix is that of compliance.h. What is worked out for every
// bone by itself has a loop of its own: it is quicker so.
class Search {
public:
  Search(const Skeleton& skeleton, const Intent& intent, Bones& bones)
      : s_(skeleton), intent_(intent), bones_(bones), wanted_(joints_of(skeleton, intent)), even_(is_even(intent)),
        compliance_(skeleton) {
    for (std::size_t c = 0; c < contact_count; ++c) {
      const auto contact = static_cast<Contact>(c);
      const double held = firmness(intent, contact);
      if (held <= 0) continue;
      const double gives = is_held(intent, contact) ? firm : less_firm + loose * (1 - held) / held;
      rows_[count_++] = {index(link_of(contact)), {},          needed_place(intent, contact), held,
                         {gives, gives, gives},   s_.touch[c], is_held(intent, contact)};
    }
    contacts_ = count_;
  }

  Held run() {
    Held held;
    lay_bones(s_, wanted_, bones_);
    const std::array<Vec3, link_count> wanted = bones_.place;
    place_rows();
    // What is held in part is drawn that part of the way from where it is wanted to its place.
    for (std::size_t i = 0; i < count_; ++i)
      if (rows_[i].firmness < 1) rows_[i].needed = geometry::mix(rows_[i].place, rows_[i].needed, rows_[i].firmness);
    const double asked = settle(held, near);
    guarded_ = true;
    if (press_what_sinks() || asked >= settled) settle(held, settled);
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
  void begin() {
    reach_ = largest_turn;
    least_ = std::numeric_limits<double>::infinity();
    whole_ = 0;
  }

  // Until less than `enough` is asked; what is asked in the end.
  double settle(Held& held, double enough) {
    begin();
    double asked = enough;
    for (int i = 0; i < most_steps && asked >= enough; ++i) {
      ++held.steps;
      asked = step();
    }
    return asked;
  }

  [[nodiscard]] double residual() const {
    double worst = 0;
    for (std::size_t i = 0; i < contacts_; ++i)
      if (rows_[i].held) worst = std::max(worst, length(rows_[i].needed - rows_[i].place));
    return worst;
  }

  // The shortest way to the contacts, whatever is wanted: where the search has not settled, what touches comes first.
  void restore(Held& held) {
    begin();
    pulled_back_ = false;
    for (int i = 0; i < most_steps / 2 && residual() > restored_m; ++i) {
      ++held.steps;
      step();
    }
  }

  // A row, in height alone, for each guard that is near the mat or pressed by it; whether there is any. Its height h
  // above where it is kept and the force y on it obey
  //     h = kept_above(h - softness y)
  // so that the mat pushes the more the nearer it is, and never pulls; all of it is smooth, whatever else rests beside.
  // The row says the same of small changes about where she is.
  bool press_what_sinks() {
    count_ = contacts_;
    for (std::size_t g = 0; g < guards.size(); ++g)
      for (const int side : {left, right})
        if (side == left || is_paired(guards[g])) press(2 * g + static_cast<std::size_t>(side), guards[g], side);
    return count_ > contacts_;
  }

  void press(std::size_t which, const Guard& guard, int side) {
    const std::size_t link = index(is_paired(guard) ? on(guard.link, side) : guard.link);
    const Vec3 of_left = guard.touch == no_contact ? guard.place * s_.scale : s_.touch[index(guard.touch)];
    const Vec3 touch{of_left.x, of_left.y, side == left ? of_left.z : -of_left.z};
    const Vec3 place = bones_.place[link] + bones_.turned[link] * touch;
    const double flesh = guard.flesh_m * s_.scale + guard_margin_m - lowered(guard, side);
    const double gap = place.z - flesh - softness * force_[which];
    const double free = freedom_at(gap), kept = 1 - free;
    if (kept < hardly || count_ == most_contacts) {
      force_[which] = 0;
      return;
    }
    const Vec3 needed{place.x, place.y, flesh + (kept_above(gap) - free * gap) / kept};
    pressed_[count_] = which;
    rows_[count_++] = {link,  place, needed, kept, {free_to_go, free_to_go, less_firm + softness * free / kept},
                       touch, false};
  }

  // What a contact holds lower than it would be kept is not raised from there.
  [[nodiscard]] double lowered(const Guard& guard, int side) const {
    if (guard.touch == no_contact) return 0;
    const Contact contact = is_paired(guard) ? on(guard.touch, side) : guard.touch;
    const double free_from = guard.flesh_m * s_.scale + 2 * guard_margin_m;
    return firmness(intent_, contact) * std::max(0.0, free_from - needed_place(intent_, contact).z);
  }

  void place_rows() {
    for (std::size_t i = 0; i < count_; ++i)
      rows_[i].place = bones_.place[rows_[i].link] + bones_.turned[rows_[i].link] * rows_[i].touch;
  }

  // d0: the turns that lead back to what is wanted.
  void look_back() {
    if (as_wanted_ || !pulled_back_) {
      turn_ = {};
      return;
    }
    turn_[0] = geometry::vector_of(wanted_.turned[0] * inverse(bones_.turned[0]));
    turn_[pelvis_way] = wanted_.place - bones_.place[0];
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
        // What gives way stays where it has come to rest while the others are brought to their places.
        put_rest(i, pulled_back_ || rows_[i].held ? Vec3{} : rows_[i].needed - rows_[i].place);
      return;
    }
    std::array<Vec3, link_count> spin, speed;
    spin[0] = turn_[0];
    speed[0] = turn_[pelvis_way];
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
    turn_[pelvis_way] = turn_[pelvis_way] + force[0] * pelvis_give;
  }

  void solve() { compliance_.solve(bones_, std::span(rows_).first(count_), y_); }

  // What is wanted alike on both sides is bent alike: else a head that is pressed against the mat gives way to one
  // side, out of the last bit of a rounding.
  void keep_even() {
    turn_[pelvis_way].y = 0;
    for (std::size_t i = 0; i < link_count; ++i) {
      const std::size_t other = index(mirrored(static_cast<Link>(i)));
      if (other < i) continue;
      const Vec3 half = (turn_[i] + Vec3{-turn_[other].x, turn_[other].y, -turn_[other].z}) * 0.5;
      turn_[i] = half;
      turn_[other] = {-half.x, half.y, -half.z};
    }
  }

  [[nodiscard]] double largest_asked() const {
    double squared = 0;
    for (const Vec3& by : turn_)
      squared = std::max(squared, dot(by, by));
    return std::sqrt(squared);
  }

  // Turns the joints by a part of d.
  void turn(double part) {
    std::array<Rotation, link_count> moved; // of each bone in the world
    for (std::size_t i = 0; i < link_count; ++i)
      moved[i] = geometry::rotation_by(turn_[i] * part);
    bones_.place[0] = bones_.place[0] + turn_[pelvis_way] * part;
    bones_.turned[0] = moved[0] * bones_.turned[0];
    for (std::size_t i = 1; i < link_count; ++i) {
      const std::size_t from = parents[i];
      moved[i] = moved[from] * moved[i];
      bones_.turned[i] = moved[i] * bones_.turned[i];
      bones_.place[i] = bones_.place[from] + bones_.turned[from] * s_.offset[i];
    }
    place_rows();
    as_wanted_ = false;
  }

  // Where contacts are far from what is wanted, what is asked shrinks slowly from step to step, or swings to and fro.
  // There the last two steps are mixed so that least would be asked after both (Anderson 1965, with one step kept).
  void mix_with_last() {
    double changed = 0, along = 0, now = 0, before = 0;
    for (std::size_t i = 0; i < turn_.size(); ++i) {
      const Vec3 change = turn_[i] - asked_[i];
      changed += dot(change, change);
      along += dot(change, turn_[i]);
      now += dot(turn_[i], turn_[i]);
      before += dot(asked_[i], asked_[i]);
    }
    const bool slow = whole_ > 2 && changed > 0 && now > quick * quick * before;
    const double part = slow ? std::clamp(along / changed, -2.0, 2.0) : 0;
    for (std::size_t i = 0; i < turn_.size(); ++i) {
      const Vec3 asked = turn_[i];
      turn_[i] = asked - (gone_[i] + asked - asked_[i]) * part;
      asked_[i] = asked;
    }
  }

  // Turns the joints as is asked, or a part of that; how much is asked of the joint of which most is.
  double step() {
    if (guarded_ && pulled_back_) press_what_sinks();
    look_back();
    look_at_rest();
    solve();
    pull();
    if (even_) keep_even();
    const double asked = largest_asked();
    // Where more is asked than before, the steps were too large: what was pressed flies up and falls back.
    if (asked > least_) reach_ *= shorter;
    least_ = std::min(least_, asked);
    const double part = asked > reach_ ? reach_ / asked : 1;
    whole_ = part < 1 ? 0 : whole_ + 1;
    if (whole_ > 0 && pulled_back_) mix_with_last();
    for (std::size_t i = contacts_; i < count_; ++i) {
      double& force = force_[pressed_[i]];
      force += part * (y_[3 * i + 2] - force);
    }
    turn(part);
    for (std::size_t i = 0; i < turn_.size(); ++i)
      gone_[i] = turn_[i] * part;
    return asked;
  }

  const Skeleton& s_;
  const Intent& intent_;
  Bones& bones_;
  const Joints wanted_;
  const bool even_; // her two sides are wanted alike
  bool as_wanted_ = true;
  bool pulled_back_ = true; // toward what is wanted
  // d of every joint and, after them, of the pelvis' place; what was asked a step ago; and how far was gone.
  static constexpr std::size_t pelvis_way = link_count;
  std::array<Vec3, link_count + 1> turn_, asked_{}, gone_{};
  double reach_ = 0; // of a step
  double least_ = 0; // that was asked so far
  int whole_ = 0;    // steps, the last ones, that went all that was asked
  std::array<Row, most_contacts> rows_;
  std::size_t count_ = 0, contacts_ = 0; // after the contacts come the guards
  bool guarded_ = false;
  std::array<double, 2 * guards.size()> force_{};  // of the mat on each guard, left then right
  std::array<std::size_t, most_contacts> pressed_; // the guard of a row
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
