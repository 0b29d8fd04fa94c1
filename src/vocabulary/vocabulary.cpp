// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/vocabulary.h"

#include <algorithm>
#include <array>

namespace supple::vocabulary {

namespace {

constexpr std::array<std::string_view, 3> breath_names{"free", "inhale", "exhale"};
constexpr std::array<std::string_view, 4> side_names{"none", "left", "right", "each"};
constexpr std::array<std::string_view, 3> sense_names{"", "toward", "up"};
constexpr std::array<std::string_view, spot_count> spot_names{"",     "wall", "thighs", "belly",
                                                              "hips", "ribs", "chest",  "chair"};
constexpr std::array<std::string_view, spot_count> spot_meanings{"",
                                                                 "the hands rest on a wall",
                                                                 "the hands rest on the thighs",
                                                                 "the hands rest on the belly",
                                                                 "the hands rest on the hips",
                                                                 "the hands rest on the ribs",
                                                                 "the hands rest on the chest",
                                                                 "the hands rest on a chair"};

constexpr std::array<std::string_view, posture_count> posture_names{
    "all-fours", "forearms-and-knees", "puppy", "childs-pose", "between", "heel-sit",
    "kneeling",  "half-kneeling",      "lunge", "seated",      "chair",   "ball",
    "standing",  "forward-fold",       "squat", "side-lying",  "supine",  "prone",
    "plank",     "down-dog",           "bridge"};

constexpr std::array<std::string_view, caution_count> caution_names{"knees",    "wrists", "pain",   "dizzy", "belly",
                                                                    "back",     "neck",   "pelvis", "slow",  "breath",
                                                                    "provider", "supine", "prop"};

constexpr std::array<std::string_view, move_count> move_names{
    "spine.round",      "spine.arch",      "spine.neutral", "spine.side",    "spine.turn",
    "spine.roll",       "spine.long",      "pelvis.tuck",   "pelvis.tip",    "pelvis.back",
    "pelvis.forward",   "pelvis.side",     "pelvis.turn",   "pelvis.circle", "pelvis.lift",
    "pelvis.lower",     "pelvis.widen",    "head.drop",     "head.lift",     "head.neutral",
    "head.turn",        "head.rest",       "arms.reach",    "arm.reach",     "arm.thread",
    "arms.lower",       "arms.bend",       "chest.open",    "chest.lower",   "shoulders.relax",
    "shoulders.roll",   "face.relax",      "eyes.close",    "glutes.engage", "core.engage",
    "core.release",     "floor.engage",    "floor.release", "knees.widen",   "knees.close",
    "leg.reach",        "leg.lift",        "leg.lower",     "knee.bend",     "knees.bend",
    "legs.straighten",  "leg.cross",       "feet.walk",     "hands.place",   "hands.walk",
    "return",           "breathe",         "stay",          "go.all-fours",  "go.forearms-and-knees",
    "go.puppy",         "go.childs-pose",  "go.between",    "go.heel-sit",   "go.kneeling",
    "go.half-kneeling", "go.lunge",        "go.seated",     "go.chair",      "go.ball",
    "go.standing",      "go.forward-fold", "go.squat",      "go.side-lying", "go.supine",
    "go.prone",         "go.plank",        "go.down-dog",   "go.bridge"};

constexpr std::array<std::string_view, move_count> move_meanings{"the whole spine rounds",
                                                                 "the whole spine arches",
                                                                 "the back comes to its neutral curve",
                                                                 "the spine bends to the side",
                                                                 "the spine turns",
                                                                 "the spine rolls bone by bone",
                                                                 "the spine grows long",
                                                                 "the tailbone tucks under",
                                                                 "the pelvis tips forward",
                                                                 "the hips travel back",
                                                                 "the hips come forward",
                                                                 "the hips move to the side",
                                                                 "the pelvis rolls to one hip",
                                                                 "the hips circle",
                                                                 "the hips lift",
                                                                 "the hips come down",
                                                                 "the sit bones widen",
                                                                 "the head hangs",
                                                                 "the head lifts",
                                                                 "the head is in line, eyes to the mat",
                                                                 "the head turns to look",
                                                                 "the forehead rests",
                                                                 "both arms reach long",
                                                                 "one arm reaches",
                                                                 "one arm slides under the body",
                                                                 "the arms come down",
                                                                 "the elbows bend",
                                                                 "the chest opens",
                                                                 "the chest sinks",
                                                                 "the shoulders soften",
                                                                 "the shoulders roll",
                                                                 "the face softens",
                                                                 "the eyes close",
                                                                 "the buttocks squeeze",
                                                                 "the deep belly draws in",
                                                                 "the belly softens",
                                                                 "the pelvic floor lifts",
                                                                 "the pelvic floor lets go",
                                                                 "the knees go wider",
                                                                 "the knees come together",
                                                                 "one leg reaches",
                                                                 "one leg lifts",
                                                                 "the leg comes down",
                                                                 "one knee bends",
                                                                 "the knees bend",
                                                                 "the legs straighten",
                                                                 "one ankle crosses over",
                                                                 "the feet step",
                                                                 "the hands rest in their place",
                                                                 "the hands walk",
                                                                 "back to where the round began",
                                                                 "only breathing",
                                                                 "stay there",
                                                                 "onto hands and knees",
                                                                 "onto forearms and knees",
                                                                 "into puppy",
                                                                 "into child’s pose",
                                                                 "hips part way back",
                                                                 "sitting on the heels",
                                                                 "up to kneeling",
                                                                 "one foot forward, kneeling",
                                                                 "into a lunge",
                                                                 "up to sitting",
                                                                 "onto a chair",
                                                                 "onto a ball",
                                                                 "up to standing",
                                                                 "folding forward",
                                                                 "into a squat",
                                                                 "lying on the side",
                                                                 "lying on the back",
                                                                 "lying on the belly",
                                                                 "into a plank",
                                                                 "into downward dog",
                                                                 "into a bridge"};

template <class Value, std::size_t count>
std::optional<Value> named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (name.empty() || found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

} // namespace

std::string_view name(Breath breath) {
  return breath_names.at(static_cast<std::size_t>(breath));
}

std::string_view name(Side side) {
  return side_names.at(static_cast<std::size_t>(side));
}

std::string_view name(Sense sense) {
  return sense_names.at(static_cast<std::size_t>(sense));
}

std::string_view name(Spot spot) {
  return spot_names.at(static_cast<std::size_t>(spot));
}

std::string_view name(Posture posture) {
  return posture_names.at(static_cast<std::size_t>(posture));
}

std::string_view name(Caution caution) {
  return caution_names.at(static_cast<std::size_t>(caution));
}

std::string_view name(Move move) {
  return move_names.at(static_cast<std::size_t>(move));
}

std::string_view meaning(Move move) {
  return move_meanings.at(static_cast<std::size_t>(move));
}

std::string_view meaning(const MoveAmount& move) {
  return move.spot == Spot::unsaid ? meaning(move.move) : spot_meanings.at(static_cast<std::size_t>(move.spot));
}

std::optional<Breath> breath_named(std::string_view name) {
  return named<Breath>(breath_names, name);
}

std::optional<Side> side_named(std::string_view name) {
  return named<Side>(side_names, name);
}

std::optional<Spot> spot_named(std::string_view name) {
  return named<Spot>(spot_names, name);
}

std::optional<Posture> posture_named(std::string_view name) {
  return named<Posture>(posture_names, name);
}

std::optional<Caution> caution_named(std::string_view name) {
  return named<Caution>(caution_names, name);
}

std::optional<Move> move_named(std::string_view name) {
  return named<Move>(move_names, name);
}

bool is_sided(Move move) {
  switch (move) {
  case Move::spine_side:
  case Move::spine_turn:
  case Move::pelvis_side:
  case Move::pelvis_turn:
  case Move::head_turn:
  case Move::arm_reach:
  case Move::arm_thread:
  case Move::leg_reach:
  case Move::leg_lift:
  case Move::leg_lower:
  case Move::knee_bend:
  case Move::leg_cross:
    return true;
  default:
    return false;
  }
}

} // namespace supple::vocabulary
