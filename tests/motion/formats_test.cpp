// SPDX-License-Identifier: Apache-2.0
// What is written is read back by readers of their own, with a forward kinematics of their own, and must come out where
// the body was.
#include "motion/formats.h"
#include "motion/nodes.h"

#include "figure/skin.h"

#include "body/moves.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <sstream>

namespace supple::motion {
namespace {

using geometry::Vec3;
using vocabulary::Posture;
using Matrix = std::array<std::array<double, 3>, 3>;

Matrix times(const Matrix& a, const Matrix& b) {
  Matrix out{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t k = 0; k < 3; ++k)
        out[i][j] += a[i][k] * b[k][j];
  return out;
}

Vec3 times(const Matrix& m, Vec3 v) {
  return {m[0][0] * v.x + m[0][1] * v.y + m[0][2] * v.z, m[1][0] * v.x + m[1][1] * v.y + m[1][2] * v.z,
          m[2][0] * v.x + m[2][1] * v.y + m[2][2] * v.z};
}

Matrix about(char axis, double degrees) {
  const double a = degrees * 3.14159265358979323846 / 180, s = std::sin(a), c = std::cos(a);
  if (axis == 'X') return {{{1, 0, 0}, {0, c, -s}, {0, s, c}}};
  if (axis == 'Y') return {{{c, 0, s}, {0, 1, 0}, {-s, 0, c}}};
  return {{{c, -s, 0}, {s, c, 0}, {0, 0, 1}}};
}

Recording recorded(const body::Skeleton& skeleton) {
  Recording recording;
  for (const Posture posture : {Posture::all_fours, Posture::childs_pose, Posture::standing, Posture::down_dog,
                                Posture::side_lying, Posture::bridge, Posture::seated})
    recording.frames.push_back(frame_of(skeleton, body::intent_of(skeleton.person, posture, body::at_rest(posture))));
  return recording;
}

constexpr std::size_t node_count = body::link_count + 2 * body::digit_count;

// Where every joint of the files is: the body's, then fingers and toes of her left and of her right.
std::vector<Vec3> places_of(const body::Skeleton& skeleton, const Frame& frame) {
  std::vector<Vec3> places(frame.bones.place.begin(), frame.bones.place.end());
  for (const int side : {body::left, body::right}) {
    geometry::Rotation before;
    for (int i = 0; i < body::digit_count; ++i) {
      const auto digit = static_cast<body::Digit>(i);
      const auto carrier =
          index(on(digit < body::Digit::big_toe ? body::Link::hand_left : body::Link::foot_left, side));
      const Vec3 joint = bone_of(skeleton, digit).joint;
      const Vec3 sided{joint.x, joint.y, side == body::left ? joint.z : -joint.z};
      const geometry::Rotation carried = is_tip(digit) ? before : frame.bones.turned[carrier];
      const Vec3 from = is_tip(digit) ? places.back() : frame.bones.place[carrier];
      places.push_back(from + carried * sided);
      before = carried * frame.digits[static_cast<std::size_t>(side)][static_cast<std::size_t>(i)];
    }
  }
  return places;
}

struct Joint {
  std::string name;
  int parent = -1;
  Vec3 offset;
};

// The joints of a BVH text in their order, and its numbers.
struct Bvh {
  std::vector<Joint> joints;
  std::vector<std::vector<double>> frames;

  explicit Bvh(const std::string& text) {
    std::istringstream in(text);
    std::string word;
    std::vector<int> open;
    bool end_site = false;
    while (in >> word && word != "MOTION") {
      if (word == "ROOT" || word == "JOINT") {
        Joint joint;
        in >> joint.name;
        joint.parent = open.empty() ? -1 : open.back();
        joints.push_back(joint);
      } else if (word == "End") {
        end_site = true;
      } else if (word == "{") {
        open.push_back(end_site ? -2 : static_cast<int>(joints.size()) - 1);
        end_site = false;
      } else if (word == "}") {
        open.pop_back();
      } else if (word == "OFFSET" && open.back() >= 0) {
        Vec3& o = joints.back().offset;
        in >> o.x >> o.y >> o.z;
      }
    }
    std::string line;
    for (int i = 0; i < 3; ++i)
      std::getline(in, line); // the rest of MOTION, Frames, Frame Time
    while (std::getline(in, line)) {
      std::istringstream numbers(line);
      frames.emplace_back();
      for (double x; numbers >> x;)
        frames.back().push_back(x);
    }
  }

  [[nodiscard]] std::map<std::string, Vec3> places(std::size_t frame) const {
    const std::vector<double>& v = frames[frame];
    std::map<std::string, Vec3> places;
    std::vector<Matrix> turned(joints.size());
    std::vector<Vec3> at(joints.size());
    for (std::size_t j = 0; j < joints.size(); ++j) {
      const double* r = &v[3 + 3 * j];
      const Matrix own = times(times(about('Z', r[0]), about('X', r[1])), about('Y', r[2]));
      const bool root = joints[j].parent < 0;
      const auto p = static_cast<std::size_t>(root ? 0 : joints[j].parent);
      turned[j] = root ? own : times(turned[p], own);
      at[j] = root ? Vec3{v[0], v[1], v[2]} : at[p] + times(turned[p], joints[j].offset);
      places[joints[j].name] = at[j] * 0.01;
    }
    return places;
  }
};

// From the files' axes (y up, she faces z) to ours.
Vec3 ours(Vec3 v) {
  return {v.z, v.x, v.y};
}

TEST(Formats, BvhComesBackWhereTheBodyWas) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 12});
  const Recording recording = recorded(skeleton);
  const Bvh read(bvh(skeleton, recording));
  ASSERT_EQ(read.joints.size(), node_count);
  ASSERT_EQ(read.frames.size(), recording.frames.size());
  const std::vector<Node> nodes = nodes_of(skeleton);
  for (std::size_t f = 0; f < read.frames.size(); ++f) {
    const auto places = read.places(f);
    const std::vector<Vec3> were = places_of(skeleton, recording.frames[f]);
    for (std::size_t i = 0; i < node_count; ++i)
      EXPECT_LT(length(ours(places.at(nodes[i].name)) - were[i]), 2e-5) << nodes[i].name << " in frame " << f;
  }
}

std::string decoded(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t digit =
        std::string_view{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"}.find(c);
    if (digit == std::string_view::npos) break;
    held = held << 6U | static_cast<std::uint32_t>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> static_cast<unsigned>(bits) & 255U);
  }
  return bytes;
}

class Gltf {
public:
  explicit Gltf(const std::string& text) : file(nlohmann::json::parse(text)) {
    const std::string uri = file["buffers"][0]["uri"];
    bytes_ = decoded(std::string_view{uri}.substr(uri.find(',') + 1));
    EXPECT_EQ(bytes_.size(), file["buffers"][0]["byteLength"]);
  }

  [[nodiscard]] std::vector<float> floats(int accessor, std::size_t parts) const {
    const auto& a = file["accessors"][static_cast<std::size_t>(accessor)];
    const auto& view = file["bufferViews"][a["bufferView"].get<std::size_t>()];
    std::vector<float> out(a["count"].get<std::size_t>() * parts);
    EXPECT_EQ(out.size() * sizeof(float), view["byteLength"]);
    std::memcpy(out.data(), bytes_.data() + view["byteOffset"].get<std::size_t>(), out.size() * sizeof(float));
    return out;
  }

  [[nodiscard]] std::vector<std::uint16_t> shorts(int accessor, std::size_t parts) const {
    const auto& a = file["accessors"][static_cast<std::size_t>(accessor)];
    const auto& view = file["bufferViews"][a["bufferView"].get<std::size_t>()];
    std::vector<std::uint16_t> out(a["count"].get<std::size_t>() * parts);
    EXPECT_EQ(out.size() * sizeof(std::uint16_t), view["byteLength"]);
    std::memcpy(out.data(), bytes_.data() + view["byteOffset"].get<std::size_t>(), out.size() * sizeof(std::uint16_t));
    return out;
  }

  nlohmann::json file;

private:
  std::string bytes_;
};

Matrix of_quaternion(const float* q) {
  const double x = double{q[0]}, y = double{q[1]}, z = double{q[2]}, w = double{q[3]};
  return {{{1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
           {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
           {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}}};
}

TEST(Formats, GltfComesBackWhereTheBodyWas) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 12});
  const Recording recording = recorded(skeleton);
  const Gltf read(gltf(skeleton, recording));
  EXPECT_EQ(read.file["asset"]["version"], "2.0");
  EXPECT_EQ(read.file["skins"][0]["joints"].size(), node_count);
  std::map<std::pair<int, std::string>, std::vector<float>> tracks;
  const auto& animation = read.file["animations"][0];
  for (const auto& channel : animation["channels"]) {
    const auto& sampler = animation["samplers"][channel["sampler"].get<std::size_t>()];
    const std::string path = channel["target"]["path"];
    tracks[{channel["target"]["node"].get<int>(), path}] =
        read.floats(sampler["output"].get<int>(), path == "rotation" ? 4 : 3);
  }
  std::array<int, node_count> parents{};
  parents.fill(-1);
  for (int node = 0; node < static_cast<int>(node_count); ++node)
    for (const auto& child :
         read.file["nodes"][static_cast<std::size_t>(node)].value("children", nlohmann::json::array()))
      parents[child.get<std::size_t>()] = node;
  for (std::size_t f = 0; f < recording.frames.size(); ++f) {
    std::array<Matrix, node_count> turned{};
    std::array<Vec3, node_count> at;
    const std::vector<Vec3> were = places_of(skeleton, recording.frames[f]);
    for (std::size_t i = 0; i < node_count; ++i) {
      const int node = static_cast<int>(i);
      const Matrix own = of_quaternion(&tracks.at({node, "rotation"})[4 * f]);
      if (parents[i] < 0) {
        const float* p = &tracks.at({node, "translation"})[3 * f];
        turned[i] = own;
        at[i] = {double{p[0]}, double{p[1]}, double{p[2]}};
      } else {
        const auto p = static_cast<std::size_t>(parents[i]);
        const auto& t = read.file["nodes"][i]["translation"];
        turned[i] = times(turned[p], own);
        at[i] = at[p] + times(turned[p], Vec3{t[0], t[1], t[2]});
      }
      EXPECT_LT(length(ours(at[i]) - were[i]), 2e-6) << i << " in frame " << f;
    }
  }
}

// A program that opens the file: the surface of one frame, by linear blending as the standard asks (3.7.3.3).
class Opened {
public:
  explicit Opened(const Gltf& file) : file_(file) {
    for (const auto& channel : file.file["animations"][0]["channels"]) {
      const auto& sampler = file.file["animations"][0]["samplers"][channel["sampler"].get<std::size_t>()];
      const std::string path = channel["target"]["path"];
      tracks_[{channel["target"]["node"].get<std::size_t>(), path}] =
          file.floats(sampler["output"].get<int>(), path == "rotation" ? 4 : 3);
    }
    const auto& attributes = file.file["meshes"][0]["primitives"][0]["attributes"];
    places_ = file.floats(attributes["POSITION"], 3);
    weights_ = file.floats(attributes["WEIGHTS_0"], 4);
    followers_ = file.shorts(attributes["JOINTS_0"], 4);
    for (std::uint16_t& follower : followers_)
      follower = file.file["skins"][0]["joints"][follower];
    binds_ = file.floats(file.file["skins"][0]["inverseBindMatrices"], 16);
    for (std::size_t i = 0; i < file.file["skins"][0]["joints"].size(); ++i)
      bind_of_[file.file["skins"][0]["joints"][i].get<std::uint16_t>()] = i;
  }

  [[nodiscard]] std::vector<Vec3> surface(std::size_t frame) const {
    std::vector<Matrix> turned;
    std::vector<Vec3> at;
    place(frame, turned, at);
    std::vector<Vec3> out;
    for (std::size_t i = 0; i < places_.size() / 3; ++i) {
      const Vec3 rest{double{places_[3 * i]}, double{places_[3 * i + 1]}, double{places_[3 * i + 2]}};
      Vec3 sum;
      for (std::size_t k = 4 * i; k < 4 * i + 4; ++k) {
        const float* const bind = &binds_[16 * bind_of_.at(followers_[k])];
        const auto row = [&](std::size_t r) {
          return double{bind[r]} * rest.x + double{bind[4 + r]} * rest.y + double{bind[8 + r]} * rest.z +
                 double{bind[12 + r]};
        };
        const Vec3 moved = at[followers_[k]] + times(turned[followers_[k]], Vec3{row(0), row(1), row(2)});
        sum = sum + moved * double{weights_[k]};
      }
      out.push_back(ours(sum));
    }
    return out;
  }

private:
  // Where the joints are in the room of the file; parents come before their children.
  void place(std::size_t frame, std::vector<Matrix>& turned, std::vector<Vec3>& at) const {
    const auto& nodes = file_.file["nodes"];
    const std::size_t count = nodes.size() - 1; // the last is the mesh
    std::vector<int> parents(count, -1);
    for (std::size_t node = 0; node < count; ++node)
      for (const auto& child : nodes[node].value("children", nlohmann::json::array()))
        parents[child.get<std::size_t>()] = static_cast<int>(node);
    turned.resize(count);
    at.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      turned[i] = of_quaternion(&tracks_.at({i, "rotation"})[4 * frame]);
      const auto moves = tracks_.find({i, "translation"});
      if (moves != tracks_.end()) {
        const float* const t = &moves->second[3 * frame];
        at[i] = {double{t[0]}, double{t[1]}, double{t[2]}};
      } else {
        const auto& t = nodes[i]["translation"];
        at[i] = {t[0], t[1], t[2]};
      }
      if (parents[i] < 0) continue;
      const auto p = static_cast<std::size_t>(parents[i]);
      at[i] = at[p] + times(turned[p], at[i]);
      turned[i] = times(turned[p], turned[i]);
    }
  }

  const Gltf& file_;
  std::map<std::pair<std::size_t, std::string>, std::vector<float>> tracks_;
  std::vector<float> places_, weights_, binds_;
  std::vector<std::uint16_t> followers_;         ///< nodes
  std::map<std::uint16_t, std::size_t> bind_of_; ///< of a node, which matrix
};

TEST(Formats, GltfCarriesHerSurfaceToWhereItIs) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  const figure::Likeness likeness = figure::likeness_of(skeleton);
  std::vector<body::Pose> poses{likeness.form.rest};
  Recording recording{.frames = {{.bones = likeness.form.rest.links, .digits = {}}}};
  for (const double round : {0.0, 1.0}) {
    body::Channels asked;
    asked[body::Channel::round] = round;
    asked[body::Channel::travel] = 0.5 * round;
    const body::Intent intent = body::intent_of(skeleton.person, Posture::all_fours, asked);
    poses.push_back(body::pose(skeleton, intent));
    poses.back().breath = 0;
    recording.frames.push_back(frame_of(skeleton, intent));
  }
  const Skin skin = figure::skin_of(likeness, poses);
  const Gltf file(gltf(skeleton, recording, &skin));
  const Opened opened(file);
  // Dual quaternions keep the flesh at joints rounder than the linear blending of other programs does.
  constexpr double farthest_m[] = {1e-5, 0.045, 0.045}, mean_m[] = {1e-6, 0.003, 0.003};
  for (std::size_t frame = 0; frame < poses.size(); ++frame) {
    figure::Posed posed;
    figure::pose_surface(likeness, poses[frame], posed);
    const std::vector<Vec3> surface = opened.surface(frame);
    ASSERT_EQ(surface.size(), posed.places.size());
    double farthest = 0, sum = 0;
    for (std::size_t i = 0; i < surface.size(); ++i) {
      const double apart = static_cast<double>(figure::length(posed.places[i] - figure::place(surface[i])));
      farthest = std::max(farthest, apart);
      sum += apart;
    }
    EXPECT_LT(farthest, farthest_m[frame]) << frame;
    EXPECT_LT(sum / static_cast<double>(surface.size()), mean_m[frame]) << frame;
  }
}

} // namespace
} // namespace supple::motion
