// SPDX-License-Identifier: Apache-2.0
#include "motion/nodes.h"

namespace supple::motion {

namespace {

using body::Link;
using geometry::Rotation;
using geometry::Vec3;

constexpr std::array<std::string_view, body::link_count> names{"pelvis",
                                                               "L5",
                                                               "L4",
                                                               "L3",
                                                               "L2",
                                                               "L1",
                                                               "T12",
                                                               "T11",
                                                               "T10",
                                                               "T9",
                                                               "T8",
                                                               "T7",
                                                               "T6",
                                                               "T5",
                                                               "T4",
                                                               "T3",
                                                               "T2",
                                                               "T1",
                                                               "C7",
                                                               "C6",
                                                               "C5",
                                                               "C4",
                                                               "C3",
                                                               "C2",
                                                               "C1",
                                                               "head",
                                                               "girdle_left",
                                                               "girdle_right",
                                                               "upper_arm_left",
                                                               "upper_arm_right",
                                                               "forearm_left",
                                                               "forearm_right",
                                                               "hand_left",
                                                               "hand_right",
                                                               "thigh_left",
                                                               "thigh_right",
                                                               "shank_left",
                                                               "shank_right",
                                                               "foot_left",
                                                               "foot_right"};

// A joint's rotation in the file is what turns its bone from the rest pose, seen from the bone that carries it.
Rotation from_upright(const Rotation& turned) {
  return y_up(geometry::renormalised(turned * inverse(body::upright)));
}

Rotation local(const body::Bones& bones, std::size_t link) {
  const Rotation own = from_upright(bones.turned[link]);
  if (link == 0) return own;
  return geometry::renormalised(inverse(from_upright(bones.turned[body::parents[link]])) * own);
}

Vec3 end_of(const body::Skeleton& skeleton, Link link) {
  return link == Link::head ? Vec3{0.175 * skeleton.scale, 0, 0} : Vec3{};
}

void add_digits(const body::Skeleton& skeleton, int side, std::vector<Node>& nodes) {
  const auto sided = [side](Vec3 v) { return Vec3{v.x, v.y, side == body::left ? v.z : -v.z}; };
  for (int i = 0; i < body::digit_count; ++i) {
    const auto digit = static_cast<body::Digit>(i);
    const Link carrier = on(digit < body::Digit::big_toe ? Link::hand_left : Link::foot_left, side);
    const body::DigitBone bone = bone_of(skeleton, digit);
    Node node;
    node.name = std::string{body::name(digit)} + (side == body::left ? "_left" : "_right");
    node.parent = static_cast<int>(is_tip(digit) ? nodes.size() - 1 : index(carrier));
    node.offset = y_up(body::upright * sided(bone.joint));
    node.end = y_up(body::upright * sided(bone.end));
    nodes.push_back(std::move(node));
  }
}

} // namespace

std::string_view name(Link link) {
  return names.at(index(link));
}

Vec3 y_up(Vec3 v) {
  return {v.y, v.z, v.x};
}

Rotation y_up(const Rotation& r) {
  return {r.w, r.y, r.z, r.x};
}

Frame frame_of(const body::Skeleton& skeleton, const body::Intent& intent) {
  Frame frame;
  frame.bones = body::pose(skeleton, intent).links;
  for (const int side : {body::left, body::right})
    frame.digits[static_cast<std::size_t>(side)] = digits_of(skeleton, intent, frame.bones, side);
  return frame;
}

std::vector<Node> nodes_of(const body::Skeleton& skeleton) {
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < body::link_count; ++i) {
    Node node;
    node.name = names[i];
    node.parent = i == 0 ? -1 : static_cast<int>(body::parents[i]);
    if (i > 0) node.offset = y_up(body::upright * skeleton.offset[i]);
    node.end = y_up(body::upright * end_of(skeleton, static_cast<Link>(i)));
    nodes.push_back(std::move(node));
  }
  for (const int side : {body::left, body::right})
    add_digits(skeleton, side, nodes);
  return nodes;
}

Rotation turn_of(const Frame& frame, std::size_t node) {
  if (node < body::link_count) return local(frame.bones, node);
  const std::size_t digit = node - body::link_count;
  const Rotation& own = frame.digits[digit / body::digit_count][digit % body::digit_count];
  return y_up(geometry::renormalised(body::upright * own * inverse(body::upright)));
}

std::vector<std::size_t> children_of(const std::vector<Node>& nodes, std::size_t parent) {
  std::vector<std::size_t> children;
  for (std::size_t i = parent + 1; i < nodes.size(); ++i)
    if (nodes[i].parent == static_cast<int>(parent)) children.push_back(i);
  return children;
}

} // namespace supple::motion
