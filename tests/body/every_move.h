// SPDX-License-Identifier: Apache-2.0
// All that can be done on a posture.
#pragma once

#include "vocabulary/vocabulary.h"

#include <string>
#include <vector>

namespace supple::body {

/// Hands placed on each spot that has a name.
inline std::vector<vocabulary::MoveAmount> every_spot() {
  std::vector<vocabulary::MoveAmount> all;
  for (int spot = 1; spot < vocabulary::spot_count; ++spot)
    all.push_back({vocabulary::Move::hands_place, vocabulary::default_amount, static_cast<vocabulary::Spot>(spot)});
  return all;
}

/// Every move by itself, and that.
inline std::vector<vocabulary::MoveAmount> every_move() {
  std::vector<vocabulary::MoveAmount> all;
  for (int move = 0; move < static_cast<int>(vocabulary::Move::go_first); ++move)
    all.push_back({static_cast<vocabulary::Move>(move)});
  for (const vocabulary::MoveAmount& placed : every_spot())
    all.push_back(placed);
  return all;
}

/// "hands.place belly".
inline std::string words_of(const vocabulary::MoveAmount& move) {
  const std::string name{vocabulary::name(move.move)};
  return move.spot == vocabulary::Spot::unsaid ? name : name + ' ' + std::string(vocabulary::name(move.spot));
}

} // namespace supple::body
