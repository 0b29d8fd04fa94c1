// SPDX-License-Identifier: Apache-2.0
#include "guide/replay.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <utility>

namespace supple::guide {

namespace {

constexpr std::array<std::string_view, 7> event_names{"start", "pause", "resume", "slower", "faster", "skip", "stop"};

/// No log is longer than a day.
constexpr double latest_s = 86400;

class Hash {
public:
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i, number >>= 8U)
      add_byte(static_cast<unsigned char>(number & 0xFFU));
  }

  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }

  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    for (const char c : text)
      add_byte(static_cast<unsigned char>(c));
  }

  [[nodiscard]] std::uint64_t value() const { return value_; }

private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  std::uint64_t value_ = 0xcbf29ce484222325U;
};

void add(Hash& hash, const Action& action) {
  hash.add(static_cast<std::uint64_t>(action.kind));
  hash.add(action.at_s);
  hash.add(action.duration_s);
  hash.add(std::string_view{action.text});
  hash.add(static_cast<std::uint64_t>(action.cue));
  hash.add(static_cast<std::uint64_t>(action.tone));
  hash.add(static_cast<std::uint64_t>(action.phase));
  hash.add(static_cast<std::uint64_t>(action.state));
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::string_view take_word(std::string_view& line) {
  while (!line.empty() && is_blank(line.front()))
    line.remove_prefix(1);
  std::size_t length = 0;
  while (length < line.size() && !is_blank(line[length]))
    ++length;
  const std::string_view word = line.substr(0, length);
  line.remove_prefix(length);
  return word;
}

// Digits and at most one point: the same number on every machine, without a library that the browser lacks.
std::optional<double> seconds_of(std::string_view word) {
  const std::size_t point = word.find('.');
  double number = 0, unit = 1;
  bool any = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == point) continue;
    if (word[i] < '0' || word[i] > '9') return std::nullopt;
    number = number * 10 + (word[i] - '0');
    if (i > point) unit *= 10;
    any = true;
  }
  const double seconds = number / unit;
  if (!any || !std::isfinite(seconds) || seconds > latest_s) return std::nullopt;
  return seconds;
}

text::Diagnostic wrong(int line, std::string_view text, std::string message, std::string remedy) {
  return {
      "events.form", text::Severity::error, {line, 1, text::characters(text)}, std::move(message), std::move(remedy)};
}

std::expected<LoggedEvent, text::Diagnostic> read_event(std::string_view line, int number, double after_s) {
  std::string_view rest = line;
  const std::optional<double> clock_s = seconds_of(take_word(rest));
  const auto event = std::ranges::find(event_names, take_word(rest));
  if (!clock_s || event == event_names.end() || !take_word(rest).empty())
    return std::unexpected(wrong(number, line, "not an event",
                                 "write the seconds and start, pause, resume, slower, faster, skip or stop, as in "
                                 "\"12.5 pause\""));
  if (*clock_s < after_s)
    return std::unexpected(
        wrong(number, line, "earlier than the event before it", "write the events in the order of time"));
  return LoggedEvent{*clock_s, static_cast<Event>(event - event_names.begin())};
}

bool goes_on(const Live& live) {
  return live.state == State::leading || live.rest_offer_at_s >= 0;
}

} // namespace

std::string_view name(Event event) {
  return event_names[static_cast<std::size_t>(event)];
}

std::expected<EventLog, text::Diagnostics> read_event_log(std::string_view text) {
  EventLog log;
  text::Diagnostics findings;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view words = line.substr(0, std::min(line.find('#'), line.size()));
    std::string_view first = words;
    if (take_word(first).empty()) continue;
    auto event = read_event(words, number, log.empty() ? 0 : log.back().clock_s);
    if (event) {
      log.push_back(*event);
    } else {
      findings.push_back(std::move(event.error()));
    }
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return log;
}

void replay(Live& live, std::span<const LoggedEvent> log,
            const std::function<void(const Live&, const Actions&)>& told) {
  const auto tell = [&](const Actions& actions) {
    if (!actions.empty()) told(live, actions);
  };
  // Counted, not added up, so that the ticks lie at the same places in every session.
  for (std::uint64_t tick = 0; !log.empty() || goes_on(live); ++tick) {
    const double clock_s = static_cast<double>(tick) * replay_tick_s;
    for (; !log.empty() && log.front().clock_s <= clock_s; log = log.subspan(1))
      tell(handle(live, log.front().event, log.front().clock_s));
    tell(advance(live, clock_s));
  }
}

std::uint64_t replay_hash(const score::Score& score, const Settings& settings, std::span<const LoggedEvent> log,
                          Sayings sayings) {
  Hash hash;
  Live live = begin(score, settings, std::move(sayings));
  replay(live, log, [&](const Live&, const Actions& actions) {
    for (const Action& action : actions)
      add(hash, action);
  });
  hash.add(live.position_s);
  return hash.value();
}

} // namespace supple::guide
