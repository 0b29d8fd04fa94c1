// SPDX-License-Identifier: Apache-2.0
// A session led by a log of events instead of by her: the same log gives the same actions, to the bit, in the terminal,
// natively and in the browser.
#pragma once

#include "guide/live.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace supple::guide {

struct LoggedEvent {
  double clock_s = 0;
  Event event = Event::start;
};

using EventLog = std::vector<LoggedEvent>;

/// As it is written in a log: `start`, `pause`, `resume`, `slower`, `faster`, `skip`, `stop`.
[[nodiscard]] std::string_view name(Event event);

/// Reads a log: one event a line, the clock in seconds and its name (`12.5 pause`), in the order of time. Empty lines
/// and what follows `#` count for nothing.
[[nodiscard]] std::expected<EventLog, text::Diagnostics> read_event_log(std::string_view text);

/// How often the clock is told between two events.
inline constexpr double replay_tick_s = 0.05;

/// Leads the session through the log, tick by tick, until it has finished, has offered rest after a stop, or waits for
/// an event that never comes. Every time that something is to be done, `told` hears of it.
void replay(Live& live, std::span<const LoggedEvent> log, const std::function<void(const Live&, const Actions&)>& told);

/// 64 bits of FNV-1a over all that the replay answers.
[[nodiscard]] std::uint64_t replay_hash(const score::Score& score, const Settings& settings,
                                        std::span<const LoggedEvent> log, Sayings sayings = standard_sayings());

} // namespace supple::guide
