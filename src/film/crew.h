// SPDX-License-Identifier: Apache-2.0
// Frames made side by side on all cores and taken in their order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace supple::film {

using Frame = std::vector<std::uint8_t>;

/// Makes the frame of this number, which stays as it is while the next one is made. Every hand has a maker of its own,
/// made in the hand's thread.
using Maker = std::function<const Frame&(std::size_t number)>;

/// One for each core of this machine, eight at most.
[[nodiscard]] int hands_here();

/// Makes `count` frames by `hands` threads, each with what `maker` gives, and tells `take` them in their order in the
/// caller's thread, until it answers false. Never more than twice as many frames as hands are kept. What a maker throws
/// is thrown here.
void make_in_order(std::size_t count, int hands, const std::function<Maker()>& maker,
                   const std::function<bool(const Frame& frame)>& take);

} // namespace supple::film
