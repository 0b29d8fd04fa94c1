// SPDX-License-Identifier: Apache-2.0
// What is done on a posture, as changes of how she is held.
#include "body/moves.h"
#include "body/belly.h"
#include "body/contacts.h"
#include "body/families.h"
#include "body/limbs.h"
#include "body/postures.h"
#include "body/ranges.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Vec3;
using vocabulary::Posture;
using namespace family;

class Doer {
public:
  Doer(const Skeleton& skeleton, Posture posture, const Channels& asked)
      : s_(skeleton), k_(skeleton.scale), posture_(posture), asked_(asked),
        stance_(posture_stance(skeleton, posture, asked)), untucked_(stance_.pelvis) {}

  Stance done() {
    move();
    stay_within_ranges();
    stretch_hips_within_range();
    if (posture_ == Posture::side_lying) lie_on_hip_and_shoulder();
    if (much(Channel::head_rest) > 0) rest_forehead(much(Channel::head_rest) * (1 - head_sinks_alone()));
    stance_.breath = asked_[Channel::breath];
    return stance_;
  }

private:
  [[nodiscard]] double much(Channel c) const { return asked_[c]; }

  [[nodiscard]] Vec3 m(double x, double y, double z) const { return Vec3{x, y, z} * k_; }

  [[nodiscard]] bool at_wall() const { return much(Channel::hands_wall) > 0; }

  void move() {
    if (!in(travelling | bit(Posture::heel_sit), posture_)) round_and_reach();
    turn_and_bend();
    move_pelvis();
    stance_.neck.flex += 25 * much(Channel::head_rest) * head_sinks_alone();
    move_limbs(s_, posture_, asked_, stance_);
  }

  [[nodiscard]] Bends bends_with(const Channels& asked) const {
    Doer other(s_, posture_, asked);
    other.move();
    return bends_of(other.stance_);
  }

  // All that is done together bends no region of the spine farther than living people do, or than one part of it does
  // alone; and from the week on at which it shall not be hollow, the low back no farther that way than at rest.
  void stay_within_ranges() {
    const bool hollows = belly_week(s_.person) < no_hollow_from_week;
    Ranges ranges;
    if (!hollows) ranges.least[lumbar_flexion] = 0;
    if (ranges.hold(bends_of(stance_))) return;
    Channels rest = at_rest(posture_);
    rest[Channel::hands_wall] = asked_[Channel::hands_wall];
    ranges.widen(bends_with(rest));
    const double hollow_at_rest = ranges.least[lumbar_flexion];
    for (std::size_t c = 0; c < channel_count; ++c) {
      if (asked_.value[c] == rest.value[c]) continue;
      Channels alone = rest;
      alone.value[c] = asked_.value[c];
      ranges.widen(bends_with(alone));
    }
    if (!hollows) ranges.least[lumbar_flexion] = hollow_at_rest;
    bring_within(ranges, stance_);
  }

  // Over a planted knee (where one foot is ahead the right) the hip stretches only so far, and then the pelvis tucks no
  // farther than the posture has it.
  void stretch_hips_within_range() {
    const LegHeld& planted = stance_.leg[right];
    if (planted.how != LegHeld::How::kneeling) return;
    const Vec3 thigh = planted.knee - stance_.hips;
    const double hangs = 90 + geometry::degrees(geometry::atan2(thigh.x, -thigh.z));
    stance_.pelvis = std::min(stance_.pelvis, std::max(hangs + most_hip_extension, untucked_));
  }

  // What postures on hands and knees have from bearing.h.
  void round_and_reach() {
    const double round = much(Channel::round), tilt = much(Channel::tilt);
    const bool hollow = round < 0;
    // What is round already has less left.
    const unsigned folded_down = bit(Posture::forward_fold) | bit(Posture::squat);
    const unsigned round_already = folded_down | bit(Posture::supine);
    const double left_over = in(round_already, posture_) && !at_wall() ? 0.25 : posture_ == Posture::seated ? 0.9 : 1;
    // Between hip and shoulder, which rest, there is less room to curl up.
    const double curls = posture_ == Posture::side_lying ? 0.45 : 1;
    const unsigned little_tilted = folded_down | bit(Posture::prone) | bit(Posture::bridge);
    stance_.lumbar.flex += (hollow ? 16 : 40 * left_over * curls) * round +
                           (in(little_tilted, posture_) ? 7 : 14) * tilt - 4 * much(Channel::lengthen);
    stance_.thoracic.flex +=
        (hollow ? 10 : 22 * curls) * round - 8 * much(Channel::chest) - 5 * much(Channel::lengthen);
    // The pelvis tucks under where it is free to.
    const bool lies_prone = posture_ == Posture::prone;
    const bool arms_ahead = posture_ == Posture::puppy || (at_wall() && posture_ == Posture::forward_fold);
    const double with_round = lies_prone ? 0 : arms_ahead && !hollow ? 36 : 14;
    stance_.pelvis += with_round * round + (lies_prone || in(folded, posture_) ? 5 : 12) * tilt;
    // From the wall her hands keep her away: the hips come forward in the fold, and go back where she stands.
    if (at_wall() && !hollow) stance_.hips.x += (posture_ == Posture::standing ? -0.08 : 0.05) * k_ * round;
    const double head = much(Channel::head);
    const bool lifted_already = posture_ == Posture::squat; // who looks ahead from a trunk that leans
    // Where the head lies it rolls a little on its back.
    const double lifts = in(on_her_back, posture_) ? 20 : lifted_already ? 30 : 45;
    stance_.neck.flex += (head < 0 ? lifts : 30) * head + (in(trunk_upright, posture_) ? 10 * std::max(round, 0.0) : 0);
    stance_.head += (in(on_her_back, posture_) ? std::max(head, 0.0) : head) * 12;
    if (head > 0) stance_.rests[index(Contact::head_back)] = false;
    stance_.shoulder_forward_m += 0.02 * round - 0.022 * much(Channel::chest);
    stance_.neck.turn += (in(on_her_back, posture_) ? 30 : 55) * much(Channel::look);
    press_side_up();
  }

  // The trunk tilts until both are on the mat, however it is bent between them, and what tucks the pelvis turns it on
  // the mat; the legs stay as they lie.
  void lie_on_hip_and_shoulder() {
    constexpr double level = 180;
    const double tucked = stance_.pelvis - level;
    stance_.heading += tucked;
    stance_.pelvis = level;
    Bones bones;
    lay_bones(s_, intent_of(s_, stance_), bones);
    const Vec3 hip = place_of(s_, bones, Contact::outer_hip_left);
    const Vec3 way = hip - place_of(s_, bones, Contact::outer_shoulder_left);
    const double tilt = geometry::degrees(geometry::atan2(way.z, std::sqrt(way.x * way.x + way.y * way.y)));
    stance_.pelvis -= tilt;
    stance_.hips.z -= hip.z;
    for (const int side : {left, right}) {
      LegHeld& leg = stance_.leg[static_cast<std::size_t>(side)];
      const auto flexion = geometry::sin_cos(geometry::radians(leg.flexion));
      const double upward = side == left ? tilt : -tilt;
      leg.flexion -= tucked;
      leg.abduction -= upward * flexion.cos;
      leg.rotation += upward * flexion.sin;
    }
  }

  // Where she faces the mat or hangs, that side of the ribs rises as the trunk turns, and she looks under that armpit;
  // else it rises as she bends to the other side, and she looks up past it.
  void press_side_up() {
    const double side = much(Channel::side_up);
    const bool turns = in(on_her_hands | bit(Posture::forward_fold), posture_);
    stance_.lumbar.bend -= (turns ? 4 : 13) * side;
    stance_.thoracic.bend -= (turns ? 5 : 14) * side;
    stance_.neck.bend += (turns ? 42 : -12) * side;
    stance_.neck.turn += (posture_ == Posture::prone || !turns ? 14 : 24) * side;
    if (!turns) {
      if (in(trunk_upright, posture_)) hang_beside_the_hip(side);
      return;
    }
    stance_.lumbar.turn += 4 * side;
    stance_.thoracic.turn += 21 * side;
  }

  // The arm whose shoulder comes over the hip hangs beside it.
  void hang_beside_the_hip(double side) {
    ArmHeld& arm = stance_.arm[side > 0 ? left : right];
    if (arm.in == ArmHeld::In::reach) arm.wrist.y += 0.18 * std::fabs(side);
  }

  void turn_and_bend() {
    const double turn = much(Channel::turn);
    if (posture_ == Posture::heel_sit) press_side_up();
    stance_.lumbar.turn += 4 * turn;
    stance_.thoracic.turn += (in(on_her_back, posture_) ? 12 : 24) * turn; // where the shoulders lie
    if (!in(bit(Posture::prone), posture_)) stance_.neck.turn += 26 * turn;
    stance_.shoulder_up_m += 0.035 * much(Channel::shoulders_up);
    stance_.shoulder_forward_m += 0.03 * much(Channel::shoulders_forward);
    const double low = much(Channel::low);
    // The forehead stays where it lies, and the neck gives way; a belly that lies on the mat stays as high.
    const bool head_lies = posture_ == Posture::childs_pose;
    stance_.pelvis -= (head_lies ? 6 - 4.5 * belly_room(s_.person) : 9) * low + 3 * much(Channel::sit_bones);
    stance_.thoracic.flex -= 8 * low;
    stance_.neck.flex += (head_lies ? -20 : 6) * low;
  }

  void move_pelvis() {
    const double sway = much(Channel::sway), roll = much(Channel::hip_roll);
    if (in(sitting, posture_)) {
      stance_.pelvis_bend += 7 * sway;
      stance_.lumbar.bend -= 9 * sway;
    } else {
      stance_.hips.y += 0.06 * k_ * sway;
      if (posture_ == Posture::squat) sway_hands(0.06 * k_ * sway);
      stance_.lumbar.bend -= 5 * sway;
    }
    stance_.pelvis_turn += (in(on_her_back, posture_) ? 9 : 12) * roll;
    if (posture_ == Posture::supine && roll != 0) {
      // Over one side of the seat.
      stance_.hips.z += 0.02 * k_ * std::fabs(roll);
      stance_.rests[index(Contact::back_sacrum)] = false;
    }
    stance_.lumbar.turn -= 4 * roll;
    stance_.thoracic.turn -= 5 * roll;
    lift_pelvis(much(Channel::lift));
    const double shift = much(Channel::shift);
    if (in(bit(Posture::standing) | bit(Posture::squat) | long_on_hands | bit(Posture::forward_fold), posture_))
      stance_.hips.x += 0.05 * k_ * shift;
    if (in(sitting | bit(Posture::heel_sit), posture_)) {
      const double room = shift > 0 ? belly_room(s_.person) : 0;
      stance_.pelvis -= (16 - 5 * room) * shift;
    }
  }

  void bridge_up(double lift) {
    stance_.hips = stance_.hips + m(-0.10, 0, 0.192) * lift;
    stance_.pelvis += bridged_pelvis * lift;
    stance_.lumbar.flex += bridged_low_back * lift;
    stance_.thoracic.flex += bridged_thorax * lift;
    stance_.neck.flex += bridged_neck * lift;
  }

  // Hands that rest on nothing go with the trunk.
  void carry_hands(Vec3 way) {
    for (ArmHeld& arm : stance_.arm)
      if (arm.in == ArmHeld::In::world && !arm.wrist_rests) arm.wrist = arm.wrist + way;
  }

  // Before the chest, which goes with the hips.
  void sway_hands(double leftward) { stance_.arm[left].wrist.y += leftward, stance_.arm[right].wrist.y -= leftward; }

  void lift_pelvis(double lift) {
    if (lift == 0) return;
    if (posture_ == Posture::supine) {
      bridge_up(lift);
      stance_.rests[index(Contact::back_sacrum)] = false;
    } else if (posture_ == Posture::bridge) {
      lift < 0 ? bridge_up(lift) : bridge_up(lift / 8);
    } else if (in(on_a_seat, posture_)) {
      const Vec3 rise = m(0.14, 0, 0.12) * std::max(lift, 0.0);
      stance_.hips = stance_.hips + rise;
      carry_hands(rise * 0.6); // which lie on the thighs
      stance_.pelvis -= 28 * lift;
      stance_.rests[index(Contact::seat)] = false;
    } else if (in(bit(Posture::squat), posture_)) {
      const Vec3 rise = m(0.08, 0, 0.25) * lift;
      stance_.hips = stance_.hips + rise;
      carry_hands(rise);
    } else if (in(bit(Posture::standing), posture_)) {
      stance_.hips = stance_.hips + m(0.12, 0, 0.16) * std::min(lift, 0.0);
      stance_.pelvis += 22 * lift;
    } else if (in(long_on_hands, posture_)) {
      stance_.hips = stance_.hips + m(-0.03, 0, 0.10) * lift;
      stance_.pelvis -= 10 * lift;
    }
  }

  // Where the knees stay close beside a belly that has grown, there is no room to fold that far: the head sinks alone.
  [[nodiscard]] double head_sinks_alone() const {
    return s_.person.knees_close && in(on_knees_and_hands, posture_) ? belly_room(s_.person) : 0;
  }

  // The trunk sinks about the hips until the forehead comes to the mat, or the neck bends where she lies; all the way
  // there it rests.
  void rest_forehead(double much) {
    Bones bones;
    lay_bones(s_, intent_of(s_, stance_), bones);
    const bool lies = posture_ == Posture::prone;
    const Vec3 pivot = lies ? bones.place[index(Link::C7)] : stance_.hips;
    const Vec3 forehead = place_of(s_, bones, Contact::forehead) - pivot;
    const double reach = std::sqrt(forehead.x * forehead.x + forehead.z * forehead.z);
    const double wanted = geometry::acos(pivot.z / reach) - geometry::pi / 2;
    const double turn = much * geometry::degrees(wanted - geometry::atan2(forehead.z, forehead.x));
    if (!lies) stance_.pelvis += turn;
    const double most = Ranges{}.most[neck_flexion] - stance_.head, neck = stance_.neck.flex - turn;
    if (lies) stance_.neck.flex = std::min(neck, most);
    stance_.rests[index(Contact::forehead)] = much >= 1 && (!lies || neck <= most);
  }

  const Skeleton& s_;
  double k_;
  Posture posture_;
  Channels asked_;
  Stance stance_;
  double untucked_; // her pelvis in the posture
};

} // namespace

Stance stance_of(const Skeleton& skeleton, Posture posture, const Channels& channels) {
  return Doer(skeleton, posture, channels).done();
}

} // namespace supple::body
