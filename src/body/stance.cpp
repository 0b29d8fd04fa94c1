// SPDX-License-Identifier: Apache-2.0
#include "body/stance.h"

#include "body/belly.h"
#include "body/contacts.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Frame;
using geometry::radians;
using geometry::Rotation;
using geometry::Vec3;

// How a region's movement is shared out over its levels, from the lowest up: of the low back Christophy et al. 2012, of
// the thorax and the neck in proportion to the representative ranges of White & Panjabi 1990. The regions' totals are
// those of living people (docs/body.md); where the sums of the levels' ranges differ, the totals win.
struct Shares {
  std::array<double, 12> flex, bend, turn;
};

constexpr std::size_t lumbar_levels = 5, thoracic_levels = 12, neck_levels = 8; // the last of the neck is the head's
constexpr Shares lumbar_shares{{0.125, 0.185, 0.204, 0.231, 0.255},
                               {0.1356, 0.1811, 0.2453, 0.2501, 0.1880},
                               {0.2078, 0.2208, 0.2208, 0.1818, 0.1688}};
constexpr Shares thoracic_degrees{
    {12, 12, 9, 6, 6, 6, 5, 4, 4, 4, 4, 4}, {8, 9, 7, 6, 6, 6, 6, 6, 6, 5, 6, 5}, {2, 2, 2, 4, 6, 7, 7, 8, 8, 8, 8, 9}};
constexpr Shares neck_degrees{{9, 17, 20, 20, 15, 10, 20, 25}, {4, 7, 8, 11, 11, 10, 5, 5}, {2, 6, 7, 7, 7, 3, 40, 5}};

constexpr std::array<double, 12> parts_of_one(std::array<double, 12> of, std::size_t count) {
  double whole = 0;
  for (std::size_t i = 0; i < count; ++i)
    whole += of[i];
  for (std::size_t i = 0; i < count; ++i)
    of[i] /= whole;
  return of;
}

constexpr Shares parts_of_one(const Shares& s, std::size_t count) {
  return {parts_of_one(s.flex, count), parts_of_one(s.bend, count), parts_of_one(s.turn, count)};
}

constexpr Shares thoracic_shares = parts_of_one(thoracic_degrees, thoracic_levels);
constexpr Shares neck_shares = parts_of_one(neck_degrees, neck_levels);
constexpr double soft_elbow = 0.985; // of the arm's length: elbows do not lock

Vec3 sided(Vec3 of_left, int side) {
  return {of_left.x, side == left ? of_left.y : -of_left.y, of_left.z};
}

// The part of `a` at right angles to the unit vector `along`, of length 1; `instead` where nothing is left.
Vec3 across(Vec3 a, Vec3 along, Vec3 instead) {
  const Vec3 rest = a - along * dot(a, along);
  const double size = length(rest);
  if (size > 1e-3) return rest * (1 / size);
  return unit(instead - along * dot(instead, along));
}

Frame with_axes(Vec3 headward, Vec3 frontward) {
  return {{}, headward, frontward, cross(headward, frontward)};
}

// Lays the joints of one stance, link by link from the pelvis outward.
class Layer {
public:
  Layer(const Skeleton& skeleton, const Stance& stance) : s_(skeleton), stance_(stance) {}

  Intent lay() {
    pelvis();
    spine();
    lay_bones(s_, intent_, bones_);
    for (const int side : {left, right}) {
      leg(side);
      arm(side); // which may lie on the thigh
    }
    for (std::size_t c = index(Contact::outer_hip_left); c < contact_count; ++c)
      if (stance_.rests[c]) {
        Vec3 place = place_of(s_, bones_, static_cast<Contact>(c));
        place.z = stance_.floor;
        hold(static_cast<Contact>(c), place);
      }
    intent_.value[Intent::breath_at] = stance_.breath;
    return intent_;
  }

  // Of one side alone, on bones that lie already.
  Intent lay_limbs(const Intent& intent, const Bones& bones, int side) {
    intent_ = intent;
    bones_ = bones;
    leg(side);
    arm(side);
    return intent_;
  }

private:
  void put(std::size_t at, Vec3 v) {
    intent_.value[at] = v.x, intent_.value[at + 1] = v.y, intent_.value[at + 2] = v.z;
  }

  void want(Link link, Vec3 vector) { put(Intent::want_at(link), vector); }

  void hold(Contact contact, Vec3 place) {
    intent_.value[Intent::contacts_at + 4 * index(contact)] = 1;
    put(Intent::contacts_at + 4 * index(contact) + 1, place);
  }

  // The want of a joint whose bone shall lie so in the world, and the bone laid so.
  void set(Link link, const Rotation& turned) {
    const std::size_t i = index(link), from = index(parent(link));
    bones_.place[i] = bones_.place[from] + bones_.turned[from] * s_.offset[i];
    bones_.turned[i] = turned;
    want(link, want_of(s_, bones_, link));
  }

  void pelvis() {
    const Rotation heading = geometry::rotation_by({0, 0, radians(stance_.heading)});
    const Rotation pitch = geometry::rotation_by({0, radians(45 - stance_.pelvis), 0}) * pelvis_rest;
    const Rotation own = geometry::rotation_by({radians(stance_.pelvis_turn), -radians(stance_.pelvis_bend), 0});
    put(0, stance_.hips);
    put(3, nearest_vector_of(heading * pitch * own * inverse(pelvis_rest), {0, radians(45 - stance_.pelvis), 0}));
  }

  // A turn by more than half a circle has another vector the other way round: what lies between that and a smaller turn
  // would be the whole way round. A bridge that tucks comes there.
  static Vec3 nearest_vector_of(const Rotation& turn, Vec3 to) {
    const Vec3 v = geometry::vector_of(turn);
    const double angle = length(v);
    if (angle < 1) return v;
    const Vec3 other = v * (1 - 2 * geometry::pi / angle);
    return length(other - to) < length(v - to) ? other : v;
  }

  void spine() {
    share_out(stance_.lumbar, lumbar_shares, 0, lumbar_levels);
    share_out(stance_.thoracic, thoracic_shares, lumbar_levels, thoracic_levels);
    share_out(stance_.neck, neck_shares, lumbar_levels + thoracic_levels, neck_levels);
    intent_.value[Intent::want_at(Link::head) + 2] += radians(stance_.head);
    const double reach = length(s_.offset[index(Link::upper_arm_left)]);
    for (const int side : {left, right}) {
      const double out = side == left ? 1 : -1;
      want(on(Link::girdle_left, side),
           {-out * stance_.shoulder_forward_m * s_.scale / reach, out * stance_.shoulder_up_m * s_.scale / reach, 0});
    }
  }

  void share_out(const Bend& whole, const Shares& shares, std::size_t first, std::size_t levels) {
    for (std::size_t i = 0; i < levels; ++i)
      want(static_cast<Link>(first + i + 1),
           {radians(whole.turn * shares.turn[i]), -radians(whole.bend * shares.bend[i]),
            radians(whole.flex * shares.flex[i])});
  }

  // A direction or place given from the chest (headward, frontward, outward) in the world's axes.
  [[nodiscard]] Vec3 from_chest(Vec3 v, int side) const {
    return bones_.turned[index(Link::T2)] * Vec3{v.x, v.y, side == left ? v.z : -v.z};
  }

  // The same from the thigh: toward the knee, upward off it, and outward.
  [[nodiscard]] Vec3 from_thigh(Vec3 v, int side) const {
    const Vec3 along = bones_.turned[index(on(Link::thigh_left, side))] * Vec3{-1, 0, 0};
    const Vec3 up = across({0, 0, 1}, along, {-1, 0, 0}), leftward = cross(up, along);
    return along * v.x + up * v.y + leftward * (side == left ? v.z : -v.z);
  }

  // The same from a bone; from L3 as the belly lies before it.
  [[nodiscard]] Vec3 from_bone(Link bone, Vec3 v, int side) const {
    const Vec3 own{v.x, v.y, side == left ? v.z : -v.z};
    const Rotation& turned = bones_.turned[index(bone)];
    if (bone != Link::L3) return turned * own;
    const Rotation unbent =
        bones_.turned[0] * s_.rest[index(Link::L5)] * s_.rest[index(Link::L4)] * s_.rest[index(Link::L3)];
    return geometry::mix(turned * own, unbent * own, belly_turns_with_pelvis);
  }

  [[nodiscard]] Vec3 in_world(const ArmHeld& held, Vec3 v, int side) const {
    switch (held.in) {
    case ArmHeld::In::chest:
      return from_chest(v, side);
    case ArmHeld::In::thigh:
      return from_thigh(v, side);
    case ArmHeld::In::bone:
      return from_bone(bone_of(held, side), v, side);
    default:
      return sided(v, side);
    }
  }

  [[nodiscard]] static Link bone_of(const ArmHeld& held, int side) {
    return held.bone < Link::girdle_left ? held.bone : on(held.bone, side);
  }

  // How far a low back that rounds pushes the belly ahead.
  [[nodiscard]] double pushed_ahead() const {
    const double rounded = std::clamp(stance_.lumbar.flex / belly_fully_rounded_deg, 0.0, 1.0);
    return belly_pushed_ahead(belly_at(belly_week(s_.person))) * rounded * s_.person.stature_m;
  }

  [[nodiscard]] Vec3 wrist_of(const ArmHeld& held, int side) const {
    if (held.in == ArmHeld::In::bone) {
      const Link bone = bone_of(held, side);
      const Vec3 ahead{0, bone == Link::L3 ? pushed_ahead() : 0, 0};
      return bones_.place[index(bone)] + from_bone(bone, held.wrist + ahead, side);
    }
    const Vec3 way = in_world(held, held.wrist, side);
    if (held.in == ArmHeld::In::world) return way;
    if (held.in == ArmHeld::In::thigh) return bones_.place[index(on(Link::thigh_left, side))] + way * s_.thigh;
    return bones_.place[index(on(Link::upper_arm_left, side))] + way * (s_.upper_arm + s_.forearm);
  }

  // The shoulder blade follows the hand where it is too far for the arm.
  void follow(int side, Vec3 wrist) {
    const Link girdle = on(Link::girdle_left, side);
    const std::size_t i = index(girdle), arm = index(on(Link::upper_arm_left, side));
    const Vec3 centre = bones_.place[i], shoulder = bones_.place[arm] - centre, way = wrist - centre;
    const double r = length(shoulder), d = length(way), reach = soft_elbow * (s_.upper_arm + s_.forearm);
    if (length(way - shoulder) <= reach) return;
    constexpr double most = 0.7;
    const double between = geometry::acos(dot(shoulder, way) / (r * d));
    const double needed = geometry::acos((r * r + d * d - reach * reach) / (2 * r * d));
    const Vec3 axis = cross(shoulder, way);
    const double size = length(axis);
    if (size < 1e-9) return;
    set(girdle, geometry::rotation_by(axis * (std::min(between - needed, most) / size)) * bones_.turned[i]);
    bones_.place[arm] = centre + bones_.turned[i] * s_.offset[arm];
  }

  struct Two {
    Vec3 along, out; ///< of the first bone; and the way its joint to the second points, at right angles to it
    Vec3 middle, end;
  };

  // Two bones from `from` to `to`, bent so that their middle joint points `way`.
  static Two two_bones(Vec3 from, Vec3 to, double first, double second, Vec3 way, double longest) {
    const Vec3 line = to - from;
    const double whole = length(line);
    const Vec3 along = line * (1 / whole);
    const double reach = std::clamp(whole, std::fabs(first - second) * 1.02, longest * (first + second));
    const double a = (first * first - second * second + reach * reach) / (2 * reach);
    const double out = std::sqrt(std::max(0.0, first * first - a * a));
    const Vec3 bulge = across(way, along, {0.3, 0.2, 1});
    const Vec3 middle = from + along * a + bulge * out;
    const Vec3 bone = unit(middle - from);
    return {bone, across(bulge, bone, along), middle, from + along * reach};
  }

  void arm(int side) {
    const ArmHeld& held = stance_.arm[static_cast<std::size_t>(side)];
    const std::size_t upper = index(on(Link::upper_arm_left, side));
    const Vec3 wrist = wrist_of(held, side);
    follow(side, wrist);
    const Vec3 shoulder = bones_.place[upper];
    const Two bones =
        two_bones(shoulder, wrist, s_.upper_arm, s_.forearm, in_world(held, held.elbow_way, side), soft_elbow);
    // The forearm bends away from where the elbow points.
    const Frame upper_arm = with_axes(-bones.along, -bones.out);
    set(on(Link::upper_arm_left, side), geometry::rotation_of(upper_arm));
    const Vec3 down = unit(bones.end - bones.middle);
    const Frame forearm = with_axes(-down, cross(upper_arm.leftward, -down));
    set(on(Link::forearm_left, side), geometry::rotation_of(forearm));
    const Vec3 fingers = length(held.fingers) > 0 ? unit(in_world(held, held.fingers, side)) : down;
    const Vec3 palm = across(in_world(held, held.palm, side), fingers, forearm.frontward);
    set(on(Link::hand_left, side), geometry::rotation_of(with_axes(-fingers, palm)));
    hold_arm(side, held, wrist);
  }

  void hold_arm(int side, const ArmHeld& held, Vec3 wrist) {
    if (held.wrist_rests) hold(on(Contact::wrist_left, side), wrist);
    if (held.fingertip_rests) {
      const Vec3 fingers = unit(sided(held.fingers, side));
      hold(on(Contact::fingertip_left, side), wrist + fingers * s_.hand);
    }
    if (held.elbow_rests) hold(on(Contact::elbow_left, side), sided(held.elbow, side));
  }

  void leg(int side) {
    const LegHeld& held = stance_.leg[static_cast<std::size_t>(side)];
    if (held.how == LegHeld::How::free) {
      free_leg(side, held);
      return;
    }
    const Vec3 hip = bones_.place[0] + bones_.turned[0] * s_.offset[index(on(Link::thigh_left, side))];
    const Vec3 ankle = sided(held.ankle, side);
    Vec3 knee = sided(held.knee, side), end = ankle;
    if (held.how == LegHeld::How::foot) {
      const Two bones = two_bones(hip, ankle, s_.thigh, s_.shank, sided(held.knee_way, side), 0.998);
      knee = bones.middle;
      end = bones.end;
    }
    lay_leg(side, hip, knee, end, sided(held.knee_way, side));
    const Vec3 toeward = unit(sided(held.toe, side) - ankle);
    foot(side, toeward, sided(held.instep, side));
    if (held.knee_rests) hold(on(Contact::knee_left, side), sided(held.knee, side));
    if (held.ankle_rests) hold(on(Contact::ankle_left, side), ankle);
    if (held.toe_rests)
      hold(on(Contact::toe_left, side),
           held.ankle_rests ? ankle + toeward * length(s_.touch[index(Contact::toe_left)]) : sided(held.toe, side));
  }

  void lay_leg(int side, Vec3 hip, Vec3 knee, Vec3 ankle, Vec3 knee_way) {
    const Vec3 thigh = unit(knee - hip), shank = unit(ankle - knee);
    // The knee points away from where the shank goes.
    const Vec3 front = across(-shank, thigh, knee_way);
    const Frame upper = with_axes(-thigh, front);
    set(on(Link::thigh_left, side), geometry::rotation_of(upper));
    const double flexion = geometry::atan2(dot(shank, -front), dot(shank, thigh));
    const Rotation turned = bones_.turned[index(on(Link::thigh_left, side))] * geometry::rotation_by({0, 0, flexion});
    set(on(Link::shank_left, side), turned);
  }

  // The toes lie under the sole's line by this angle.
  void foot(int side, Vec3 toeward, Vec3 instep) {
    const Vec3& touch = s_.touch[index(Contact::toe_left)];
    const double size = length(touch), s = -touch.x / size, c = touch.y / size;
    const Vec3 out = unit(cross(instep, toeward));
    const Vec3 up = cross(toeward, out);
    set(on(Link::foot_left, side), geometry::rotation_of(with_axes(up * c - toeward * s, toeward * c + up * s)));
  }

  void free_leg(int side, const LegHeld& held) {
    const double out = side == left ? 1 : -1;
    const Rotation hip = bones_.turned[0] * geometry::rotation_by({0, 0, -radians(held.flexion)}) *
                         geometry::rotation_by({0, out * radians(held.abduction), 0}) *
                         geometry::rotation_by({out * radians(held.rotation), 0, 0});
    set(on(Link::thigh_left, side), hip);
    set(on(Link::shank_left, side), hip * geometry::rotation_by({0, 0, radians(held.knee_flexion)}));
    set(on(Link::foot_left, side),
        bones_.turned[index(on(Link::shank_left, side))] * geometry::rotation_by({0, 0, radians(held.pointed)}));
  }

  const Skeleton& s_;
  const Stance& stance_;
  Intent intent_;
  Bones bones_;
};

} // namespace

Intent intent_of(const Skeleton& skeleton, const Stance& stance) {
  return Layer(skeleton, stance).lay();
}

Intent with_limbs(const Skeleton& skeleton, const Intent& intent, const Bones& bones, const Stance& stance, int side) {
  return Layer(skeleton, stance).lay_limbs(intent, bones, side);
}

} // namespace supple::body
