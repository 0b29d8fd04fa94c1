// SPDX-License-Identifier: Apache-2.0
// The room `vocabulary`: the names that all other rooms use for what a body does. They are the contract of a reading
// (docs/vocabulary.md): the reader finds them in words, the body can do each of them, and files and JSON spell them as
// given here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace supple::vocabulary {

enum class Breath : std::uint8_t { free, inhale, exhale };

enum class Side : std::uint8_t { none, left, right, each };

/// Of `spine.side`: which way the named side goes. `toward`: it shortens and the head goes to it; `up`: its ribs rise.
enum class Sense : std::uint8_t { unsaid, toward, up };

/// Where hands are placed. `chest` is the breastbone, `ribs` the lowest ones at her sides; `chair` the back of one that
/// stands before her, or the sides of the seat that she sits on.
enum class Spot : std::uint8_t { unsaid, wall, thighs, belly, hips, ribs, chest, chair };
inline constexpr int spot_count = 8;

enum class Posture : std::uint8_t {
  all_fours,
  forearms_and_knees,
  puppy,
  childs_pose,
  between,
  heel_sit,
  kneeling,
  half_kneeling,
  lunge,
  seated,
  chair,
  ball,
  standing,
  forward_fold,
  squat,
  side_lying,
  supine,
  prone,
  plank,
  down_dog,
  bridge,
};
inline constexpr int posture_count = 21;

enum class Caution : std::uint8_t {
  knees,
  wrists,
  pain,
  dizzy,
  belly,
  back,
  neck,
  pelvis,
  slow,
  breath,
  provider,
  supine,
  prop,
};
inline constexpr int caution_count = 13;

/// A move; `go_<posture>` are the last `posture_count` of them, in the order of Posture.
enum class Move : std::uint8_t {
  spine_round,
  spine_arch,
  spine_neutral,
  spine_side,
  spine_turn,
  spine_roll,
  spine_long,
  pelvis_tuck,
  pelvis_tip,
  pelvis_back,
  pelvis_forward,
  pelvis_side,
  pelvis_turn,
  pelvis_circle,
  pelvis_lift,
  pelvis_lower,
  pelvis_widen,
  head_drop,
  head_lift,
  head_neutral,
  head_turn,
  head_rest,
  arms_reach,
  arm_reach,
  arm_thread,
  arms_lower,
  arms_bend,
  chest_open,
  chest_lower,
  shoulders_relax,
  shoulders_roll,
  face_relax,
  eyes_close,
  glutes_engage,
  core_engage,
  core_release,
  floor_engage,
  floor_release,
  knees_widen,
  knees_close,
  leg_reach,
  leg_lift,
  leg_lower,
  knee_bend,
  knees_bend,
  legs_straighten,
  leg_cross,
  feet_walk,
  hands_place,
  hands_walk,
  return_,
  breathe,
  stay,
  go_first,
};
inline constexpr int move_count = static_cast<int>(Move::go_first) + posture_count;

/// The move that takes the posture, and the posture that a move takes.
[[nodiscard]] constexpr Move go(Posture posture) {
  return static_cast<Move>(static_cast<int>(Move::go_first) + static_cast<int>(posture));
}

[[nodiscard]] constexpr std::optional<Posture> posture_of(Move move) {
  if (move < Move::go_first) return std::nullopt;
  return static_cast<Posture>(static_cast<int>(move) - static_cast<int>(Move::go_first));
}

/// How far a move goes, 0 to 1 of her comfortable range; for the travel of the pelvis a place: 0 hips over knees,
/// 1 on the heels. Of `hands.place` also where.
struct MoveAmount {
  Move move = Move::stay;
  double amount = 0.8;
  Spot spot = Spot::unsaid;
  bool across = false; ///< by the opposite arm of the side that is named, on her hands or on her back
  friend bool operator==(const MoveAmount&, const MoveAmount&) = default;
};

/// What the body takes where the text does not say how far.
inline constexpr double default_amount = 0.8;

[[nodiscard]] std::string_view name(Breath breath);
[[nodiscard]] std::string_view name(Side side);
[[nodiscard]] std::string_view name(Sense sense);
[[nodiscard]] std::string_view name(Spot spot);
[[nodiscard]] std::string_view name(Posture posture);
[[nodiscard]] std::string_view name(Caution caution);
/// For example `spine.round` or `go.between`.
[[nodiscard]] std::string_view name(Move move);
/// What the body does, in a few words for a reader of the page: "the whole spine rounds".
[[nodiscard]] std::string_view meaning(Move move);
/// The same where hands are placed somewhere named: "the hands rest on the belly".
[[nodiscard]] std::string_view meaning(const MoveAmount& move);

[[nodiscard]] std::optional<Breath> breath_named(std::string_view name);
[[nodiscard]] std::optional<Side> side_named(std::string_view name);
[[nodiscard]] std::optional<Spot> spot_named(std::string_view name);
[[nodiscard]] std::optional<Posture> posture_named(std::string_view name);
[[nodiscard]] std::optional<Caution> caution_named(std::string_view name);
[[nodiscard]] std::optional<Move> move_named(std::string_view name);

/// Whether the move is done to a side (`spine.side`, `arm.reach`, …), so that the other side must follow.
[[nodiscard]] bool is_sided(Move move);

} // namespace supple::vocabulary
