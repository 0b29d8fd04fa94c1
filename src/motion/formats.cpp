// SPDX-License-Identifier: Apache-2.0
#include "motion/formats.h"

#include "geometry/trigonometry.h"
#include "motion/nodes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>

namespace supple::motion {

namespace {

using geometry::Rotation;
using geometry::Vec3;

class Text {
public:
  void add(std::string_view words) { text_ += words; }

  void add(Vec3 v, int digits) {
    for (const double x : {v.x, v.y, v.z}) {
      std::array<char, 40> number{};
      const int size = std::snprintf(number.data(), number.size(), " %.*f", digits, x);
      text_.append(number.data(), static_cast<std::size_t>(size));
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

private:
  std::string text_;
};

constexpr double cm = 100;

void add_joint(const std::vector<Node>& nodes, std::size_t at, const std::string& indent, Text& out,
               std::vector<std::size_t>& order) {
  order.push_back(at);
  const Node& node = nodes[at];
  out.add(indent + (at == 0 ? "ROOT " : "JOINT ") + node.name + "\n" + indent + "{\n");
  out.add(indent + "  OFFSET");
  out.add(node.offset * cm, 6);
  out.add("\n" + indent +
          (at == 0 ? "  CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation\n"
                   : "  CHANNELS 3 Zrotation Xrotation Yrotation\n"));
  const std::vector<std::size_t> children = children_of(nodes, at);
  for (const std::size_t child : children)
    add_joint(nodes, child, indent + "  ", out, order);
  if (children.empty()) {
    out.add(indent + "  End Site\n" + indent + "  {\n" + indent + "    OFFSET");
    out.add(node.end * cm, 6);
    out.add("\n" + indent + "  }\n");
  }
  out.add(indent + "}\n");
}

// R = Rz Rx Ry, degrees.
Vec3 angles_zxy(const Rotation& r) {
  const geometry::Frame m = geometry::frame_of({}, r); // columns
  const double sx = m.frontward.z;                     // row z, column y
  const double x = geometry::atan2(sx, std::sqrt(std::max(0.0, 1 - sx * sx)));
  const double z = geometry::atan2(-m.frontward.x, m.frontward.y);
  const double y = geometry::atan2(-m.headward.z, m.leftward.z);
  return {geometry::degrees(x), geometry::degrees(y), geometry::degrees(z)};
}

std::string base64(const std::string& bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k <= bytes.size() ? digits[three >> (18 - 6 * k) & 63U] : '=';
  }
  return out;
}

using Json = nlohmann::ordered_json;

// The buffer of a glTF file and the accessors into it.
class Buffer {
public:
  int add(const std::vector<float>& floats, const char* type, int parts, bool bounds = false) {
    Json accessor = begin(5126, type, floats.size() / static_cast<std::size_t>(parts));
    if (bounds) {
      std::vector<float> least(static_cast<std::size_t>(parts), std::numeric_limits<float>::max()),
          most(static_cast<std::size_t>(parts), std::numeric_limits<float>::lowest());
      for (std::size_t i = 0; i < floats.size(); ++i) {
        const std::size_t k = i % static_cast<std::size_t>(parts);
        least[k] = std::min(least[k], floats[i]);
        most[k] = std::max(most[k], floats[i]);
      }
      accessor["min"] = least;
      accessor["max"] = most;
    }
    return end(std::move(accessor), floats.data(), floats.size() * sizeof(float));
  }

  int add_indices(const std::vector<std::uint16_t>& values, const char* type, int parts) {
    return end(begin(5123, type, values.size() / static_cast<std::size_t>(parts)), values.data(),
               values.size() * sizeof(std::uint16_t));
  }

  void write(Json& file) const {
    file["accessors"] = accessors_;
    file["bufferViews"] = views_;
    file["buffers"] = {
        {{"byteLength", bytes_.size()}, {"uri", "data:application/octet-stream;base64," + base64(bytes_)}}};
  }

private:
  [[nodiscard]] Json begin(int component, const char* type, std::size_t count) const {
    return {{"bufferView", views_.size()}, {"componentType", component}, {"count", count}, {"type", type}};
  }

  int end(Json accessor, const void* data, std::size_t size) {
    views_.push_back({{"buffer", 0}, {"byteOffset", bytes_.size()}, {"byteLength", size}});
    bytes_.append(static_cast<const char*>(data), size);
    bytes_.resize((bytes_.size() + 3) / 4 * 4);
    accessors_.push_back(std::move(accessor));
    return static_cast<int>(accessors_.size()) - 1;
  }

  std::string bytes_;
  Json views_ = Json::array(), accessors_ = Json::array();
};

void append(std::vector<float>& floats, Vec3 v) {
  for (const double x : {v.x, v.y, v.z})
    floats.push_back(static_cast<float>(x));
}

// A stick from each joint to the next: four sides, moved with its joint alone.
Json sticks(const std::vector<Node>& nodes, const std::vector<Vec3>& places, Buffer& buffer) {
  std::vector<float> positions, weights;
  std::vector<std::uint16_t> joints, faces;
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    std::vector<Vec3> ends;
    for (const std::size_t child : children_of(nodes, node))
      ends.push_back(places[child]);
    if (ends.empty()) ends.push_back(places[node] + nodes[node].end);
    for (const Vec3 end : ends) {
      const Vec3 along = geometry::unit(end - places[node]);
      const Vec3 other = std::fabs(along.y) < 0.9 ? Vec3{0, 1, 0} : Vec3{1, 0, 0};
      const Vec3 a = geometry::unit(cross(along, other)) * 0.008, b = cross(along, a);
      const auto first = static_cast<std::uint16_t>(positions.size() / 3);
      for (const Vec3 corner : {places[node] + a, places[node] + b, places[node] - a, places[node] - b, end}) {
        append(positions, corner);
        joints.insert(joints.end(), {static_cast<std::uint16_t>(node), 0, 0, 0});
        weights.insert(weights.end(), {1, 0, 0, 0});
      }
      for (const int side : {0, 1, 2, 3})
        for (const int corner : {side, (side + 1) % 4, 4})
          faces.push_back(static_cast<std::uint16_t>(first + corner));
    }
  }
  const int position = buffer.add(positions, "VEC3", 3, true), joint = buffer.add_indices(joints, "VEC4", 4),
            weight = buffer.add(weights, "VEC4", 4), face = buffer.add_indices(faces, "SCALAR", 1);
  return {
      {"primitives",
       {{{"attributes", {{"POSITION", position}, {"JOINTS_0", joint}, {"WEIGHTS_0", weight}}}, {"indices", face}}}}};
}

// In the axes of the file.
std::vector<float> y_up_all(const std::vector<float>& of_room) {
  std::vector<float> out;
  out.reserve(of_room.size());
  for (std::size_t i = 0; i + 2 < of_room.size(); i += 3)
    out.insert(out.end(), {of_room[i + 1], of_room[i + 2], of_room[i]});
  return out;
}

Json surface(const Skin& skin, Buffer& buffer) {
  const int position = buffer.add(y_up_all(skin.places), "VEC3", 3, true),
            normal = buffer.add(y_up_all(skin.normals), "VEC3", 3),
            joint = buffer.add_indices(skin.followers, "VEC4", 4), weight = buffer.add(skin.weights, "VEC4", 4),
            face = buffer.add_indices(skin.corners, "SCALAR", 1);
  return {{"primitives",
           {{{"attributes", {{"POSITION", position}, {"NORMAL", normal}, {"JOINTS_0", joint}, {"WEIGHTS_0", weight}}},
             {"indices", face},
             {"material", 0}}}}};
}

// From the rest of the surface to each joint's own axes; what is no link is moved from rest itself.
std::vector<float> inverse_binds(const Skin& skin) {
  std::vector<float> out;
  for (std::size_t link = 0; link < body::link_count; ++link) {
    const Rotation back = inverse(y_up(geometry::renormalised(skin.rest.turned[link] * inverse(body::upright))));
    for (const Vec3 axis : {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}) {
      append(out, back * axis);
      out.push_back(0);
    }
    append(out, -(back * y_up(skin.rest.place[link])));
    out.push_back(1);
  }
  for (std::size_t i = 0; i < skin.others.size(); ++i)
    out.insert(out.end(), {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});
  return out;
}

// Each the shorter way round from the one before.
std::vector<float> turns_of(const std::vector<Rotation>& rotations) {
  std::vector<float> out;
  Rotation before;
  for (Rotation r : rotations) {
    if (r.w * before.w + r.x * before.x + r.y * before.y + r.z * before.z < 0) r = {-r.w, -r.x, -r.y, -r.z};
    before = r;
    append(out, {r.x, r.y, r.z});
    out.push_back(static_cast<float>(r.w));
  }
  return out;
}

Json animation(const Recording& recording, std::size_t nodes, const Skin* skin, Buffer& buffer) {
  std::vector<float> times, places;
  for (std::size_t i = 0; i < recording.frames.size(); ++i) {
    times.push_back(static_cast<float>(static_cast<double>(i) * recording.frame_s));
    append(places, y_up(recording.frames[i].bones.place[0]));
  }
  const int time = buffer.add(times, "SCALAR", 1, true);
  Json samplers = Json::array(), channels = Json::array();
  const auto add = [&](std::size_t node, const char* path, int output) {
    channels.push_back({{"sampler", samplers.size()}, {"target", {{"node", node}, {"path", path}}}});
    samplers.push_back({{"input", time}, {"output", output}});
  };
  add(0, "translation", buffer.add(places, "VEC3", 3));
  for (std::size_t node = 0; node < nodes; ++node) {
    std::vector<Rotation> turned;
    turned.reserve(recording.frames.size());
    for (const Frame& frame : recording.frames)
      turned.push_back(turn_of(frame, node));
    add(node, "rotation", buffer.add(turns_of(turned), "VEC4", 4));
  }
  for (std::size_t i = 0; skin != nullptr && i < skin->others.size(); ++i) {
    std::vector<Rotation> turned;
    std::vector<float> shifts;
    for (const Rotation& r : skin->others[i].turned)
      turned.push_back(y_up(r));
    for (const Vec3 shift : skin->others[i].shifted)
      append(shifts, y_up(shift));
    add(nodes + i, "rotation", buffer.add(turns_of(turned), "VEC4", 4));
    add(nodes + i, "translation", buffer.add(shifts, "VEC3", 3));
  }
  return {{"name", "session"}, {"samplers", samplers}, {"channels", channels}};
}

} // namespace

std::string bvh(const body::Skeleton& skeleton, const Recording& recording) {
  Text out;
  std::vector<std::size_t> order;
  out.add("HIERARCHY\n");
  add_joint(nodes_of(skeleton), 0, "", out, order);
  std::array<char, 80> head{};
  std::snprintf(head.data(), head.size(), "MOTION\nFrames: %zu\nFrame Time: %.9f\n", recording.frames.size(),
                recording.frame_s);
  out.add(head.data());
  for (const Frame& frame : recording.frames) {
    out.add(y_up(frame.bones.place[0]) * cm, 5);
    for (const std::size_t node : order) {
      const Vec3 angles = angles_zxy(turn_of(frame, node));
      out.add({angles.z, angles.x, angles.y}, 5);
    }
    out.add("\n");
  }
  return out.take();
}

namespace {

// The joints as the file has them at first: she stands, and what is no joint is where it rests.
Json written(const std::vector<Node>& of_skeleton, const Skin* skin) {
  Json nodes = Json::array();
  for (std::size_t i = 0; i < of_skeleton.size(); ++i) {
    const Vec3 o = of_skeleton[i].offset;
    Json node{{"name", of_skeleton[i].name}, {"translation", {o.x, o.y, o.z}}};
    const std::vector<std::size_t> children = children_of(of_skeleton, i);
    if (!children.empty()) node["children"] = children;
    nodes.push_back(std::move(node));
  }
  for (std::size_t i = 0; skin != nullptr && i < skin->others.size(); ++i)
    nodes.push_back({{"name", skin->others[i].name}});
  nodes.push_back({{"name", skin != nullptr ? "body" : "sticks"}, {"mesh", 0}, {"skin", 0}});
  return nodes;
}

std::vector<Vec3> standing_places(const std::vector<Node>& nodes) {
  std::vector<Vec3> places;
  places.reserve(nodes.size());
  for (const Node& node : nodes)
    places.push_back(node.parent < 0 ? node.offset : places[static_cast<std::size_t>(node.parent)] + node.offset);
  return places;
}

std::vector<float> inverse_binds(const std::vector<Vec3>& places) {
  std::vector<float> out;
  for (const Vec3 place : places) {
    out.insert(out.end(), {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});
    append(out, -place);
    out.push_back(1);
  }
  return out;
}

// The surface follows the links and the others; sticks follow every joint.
Json followed(std::size_t nodes, const Skin* skin) {
  Json joints = Json::array();
  for (std::size_t i = 0; i < (skin != nullptr ? std::size_t{body::link_count} : nodes); ++i)
    joints.push_back(i);
  for (std::size_t i = 0; skin != nullptr && i < skin->others.size(); ++i)
    joints.push_back(nodes + i);
  return joints;
}

} // namespace

std::string gltf(const body::Skeleton& skeleton, const Recording& recording, const Skin* skin) {
  Buffer buffer;
  const std::vector<Node> of_skeleton = nodes_of(skeleton);
  const std::size_t count = of_skeleton.size();
  Json nodes = written(of_skeleton, skin), roots = Json::array({0});
  for (std::size_t i = count; i < nodes.size(); ++i)
    roots.push_back(i);
  Json file{{"asset", {{"version", "2.0"}, {"generator", "supple"}}}, {"scene", 0}};
  file["scenes"] = {{{"nodes", std::move(roots)}}};
  file["nodes"] = std::move(nodes);
  const std::vector<Vec3> places = standing_places(of_skeleton);
  file["meshes"] = {skin != nullptr ? surface(*skin, buffer) : sticks(of_skeleton, places, buffer)};
  if (skin != nullptr)
    file["materials"] = {
        {{"name", "body"},
         {"pbrMetallicRoughness",
          {{"baseColorFactor", {0.115, 0.242, 0.283, 1}}, {"metallicFactor", 0}, {"roughnessFactor", 0.9}}}}};
  const std::vector<float> binds = skin != nullptr ? inverse_binds(*skin) : inverse_binds(places);
  file["skins"] = {{{"joints", followed(count, skin)}, {"inverseBindMatrices", buffer.add(binds, "MAT4", 16)}}};
  if (!recording.frames.empty()) file["animations"] = {animation(recording, count, skin, buffer)};
  buffer.write(file);
  return file.dump();
}

} // namespace supple::motion
