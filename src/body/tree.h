// SPDX-License-Identifier: Apache-2.0
// The bones as a tree from the pelvis outward, and the places where a body touches its surroundings.
#pragma once

#include "geometry/rotation.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace supple::body {

/// A bone with the joint that carries it: the pelvis moves freely, elbows and knees are hinges, all others are balls.
/// Axes as in geometry::Frame; of the limbs as she stands with her arms hanging and her palms forward.
enum class Link : std::uint8_t {
  pelvis,
  L5,
  L4,
  L3,
  L2,
  L1,
  T12,
  T11,
  T10,
  T9,
  T8,
  T7,
  T6,
  T5,
  T4,
  T3,
  T2,
  T1,
  C7,
  C6,
  C5,
  C4,
  C3,
  C2,
  C1,
  head,
  girdle_left,
  girdle_right,
  upper_arm_left,
  upper_arm_right,
  forearm_left,
  forearm_right,
  hand_left,
  hand_right,
  thigh_left,
  thigh_right,
  shank_left,
  shank_right,
  foot_left,
  foot_right,
};
inline constexpr int link_count = 40;

[[nodiscard]] constexpr std::size_t index(Link link) {
  return static_cast<std::size_t>(link);
}

/// The link on her other side; itself for the trunk's.
[[nodiscard]] constexpr Link mirrored(Link link) {
  const int i = static_cast<int>(link);
  return i < static_cast<int>(Link::girdle_left) ? link : static_cast<Link>(i ^ 1);
}

/// Her left link of a pair, or the right one: `on(Link::thigh_left, right)`.
[[nodiscard]] constexpr Link on(Link left_link, int side) {
  return static_cast<Link>(static_cast<int>(left_link) + side);
}

inline constexpr int left = 0, right = 1;

[[nodiscard]] constexpr Link parent(Link link) {
  switch (link) {
  case Link::girdle_left:
  case Link::girdle_right:
    return Link::T2;
  case Link::thigh_left:
  case Link::thigh_right:
    return Link::pelvis;
  default:
    break;
  }
  const int i = static_cast<int>(link);
  return i > static_cast<int>(Link::girdle_right) ? static_cast<Link>(i - 2) : static_cast<Link>(i - 1);
}

/// The same by index.
inline constexpr auto parents = [] {
  std::array<std::uint8_t, link_count> table{};
  for (int i = 1; i < link_count; ++i)
    table[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(parent(static_cast<Link>(i)));
  return table;
}();

[[nodiscard]] constexpr bool is_hinge(Link link) {
  return link == Link::forearm_left || link == Link::forearm_right || link == Link::shank_left ||
         link == Link::shank_right;
}

/// `is_hinge` by index.
inline constexpr auto hinges = [] {
  std::array<bool, link_count> table{};
  for (int i = 0; i < link_count; ++i)
    table[static_cast<std::size_t>(i)] = is_hinge(static_cast<Link>(i));
  return table;
}();

/// The last link that both are carried by.
[[nodiscard]] constexpr Link common(Link a, Link b) {
  while (a != b) {
    if (a > b)
      a = parent(a);
    else
      b = parent(b);
  }
  return a;
}

/// What may rest on the mat, a wall, a chair or a ball. The limbs' contacts are joint centres (the wrist lies 29 mm
/// over the palm), the trunk's are on the skin.
enum class Contact : std::uint8_t {
  wrist_left,
  wrist_right,
  fingertip_left,
  fingertip_right,
  elbow_left,
  elbow_right,
  knee_left,
  knee_right,
  ankle_left,
  ankle_right,
  toe_left,
  toe_right,
  outer_hip_left,
  outer_hip_right,
  outer_shoulder_left,
  outer_shoulder_right,
  seat,
  back_sacrum,
  back_T5,
  head_back,
  forehead,
  pubis,
  breastbone,
};
inline constexpr int contact_count = 23;

[[nodiscard]] constexpr std::size_t index(Contact contact) {
  return static_cast<std::size_t>(contact);
}

[[nodiscard]] constexpr Contact on(Contact left_contact, int side) {
  return static_cast<Contact>(static_cast<int>(left_contact) + side);
}

[[nodiscard]] constexpr Contact mirrored(Contact contact) {
  const int i = static_cast<int>(contact);
  return contact >= Contact::seat ? contact : static_cast<Contact>(i ^ 1);
}

[[nodiscard]] constexpr Link link_of(Contact contact) {
  constexpr std::array<Link, contact_count> links{
      Link::hand_left,     Link::hand_right, Link::hand_left,   Link::hand_right, Link::forearm_left,
      Link::forearm_right, Link::shank_left, Link::shank_right, Link::foot_left,  Link::foot_right,
      Link::foot_left,     Link::foot_right, Link::pelvis,      Link::pelvis,     Link::girdle_left,
      Link::girdle_right,  Link::pelvis,     Link::pelvis,      Link::T5,         Link::head,
      Link::head,          Link::pelvis,     Link::T7};
  return links[index(contact)];
}

/// Where every link is: its joint's centre, and its axes.
struct Bones {
  std::array<geometry::Vec3, link_count> place;
  std::array<geometry::Rotation, link_count> turned;
};

} // namespace supple::body
