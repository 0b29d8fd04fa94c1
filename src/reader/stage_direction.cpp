// SPDX-License-Identifier: Apache-2.0
#include "reader/stage_direction.h"

#include "reader/words.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace supple::reader {

namespace {

std::optional<double> amount_named(std::string_view word) {
  if (word.empty()) return vocabulary::default_amount;
  if (word == "a little") return 0.25;
  if (word == "half") return 0.5;
  if (word == "fully") return 1.0;
  const std::string number{word};
  char* end = nullptr;
  const double value = std::strtod(number.c_str(), &end);
  if (end != number.c_str() + number.size() || !(value >= 0 && value <= 1)) return std::nullopt;
  return value;
}

} // namespace

std::expected<std::vector<vocabulary::MoveAmount>, std::string> stage_direction(std::string_view text) {
  std::vector<vocabulary::MoveAmount> moves;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    const std::string_view one = trimmed(text.substr(from, comma - from));
    from = comma + 1;
    const std::size_t blank = std::min(one.find(' '), one.size());
    const auto move = vocabulary::move_named(one.substr(0, blank));
    if (!move) return std::unexpected("\"" + std::string{one.substr(0, blank)} + "\" is no move");
    if (const auto spot = vocabulary::spot_named(trimmed(one.substr(blank)));
        spot && *move == vocabulary::Move::hands_place) {
      moves.push_back({*move, vocabulary::default_amount, *spot});
      continue;
    }
    const auto amount = amount_named(trimmed(one.substr(blank)));
    if (!amount) return std::unexpected("\"" + std::string{trimmed(one.substr(blank))} + "\" is no amount");
    moves.push_back({*move, *amount});
  }
  return moves;
}

} // namespace supple::reader
