// SPDX-License-Identifier: Apache-2.0
#include "workout/fresh.h"

#include "guide/fitting.h"
#include "guide/sayings.h"
#include "text/nearest.h"
#include "workout/lengths.h"
#include "workout/order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace supple::workout {

namespace {

// Ours: what it takes to come from one exercise to the next, and how many positions one workout should have.
constexpr double transition_s = 35;
constexpr std::size_t most_positions = 2;
// Where the first exercises of an order last too long or too short for a few minutes, others are drawn.
constexpr int most_turns = 8;

/// The same numbers everywhere (splitmix64, Steele, Lea and Flood 2014).
class Chance {
public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t count) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ z >> 30U) * 0xbf58476d1ce4e5b9U;
    z = (z ^ z >> 27U) * 0x94d049bb133111ebU;
    return static_cast<std::size_t>((z ^ z >> 31U) % count);
  }

  template <class Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i)
      std::swap(items[i - 1], items[below(i)]);
  }

private:
  std::uint64_t state_;
};

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool suits(const score::Score& score, const std::string& focus) {
  return lower(score.title).contains(focus) ||
         std::ranges::any_of(score.tags, [&](const std::string& tag) { return lower(tag).contains(focus); });
}

struct Candidate {
  std::string name;
  score::Understood understood;
  Ends ends;
  double seconds = 0; ///< as its author wrote it
};

text::Diagnostic none(std::string name, std::string message, std::string remedy) {
  return {std::move(name), text::Severity::error, {}, std::move(message), std::move(remedy)};
}

class Composer {
public:
  Composer(const Wish& wish, std::span<const File> library, const reader::Lexicon& lexicon, const score::Rules& rules,
           const guide::Settings& settings)
      : wish_(wish), focus_(lower(wish.focus)), settings_(settings), chance_(wish.seed) {
    for (const File& file : library)
      take(file, score::understand(file.text, lexicon, rules, settings.week));
  }

  std::expected<Fresh, text::Diagnostic> fresh() {
    if (!focus_.empty() && !known_) return std::unexpected(unknown_focus());
    if (suited_.empty())
      return std::unexpected(none("library.nothing", "no exercise of this library is for her today", "another focus"));
    for (int i = 0; i < most_turns; ++i) {
      const std::vector<const Candidate*> chosen = in_turn();
      for (const std::size_t count : counts(chosen)) {
        out_.workout = workout_of({chosen.data(), count});
        if (lasts_as_asked()) return std::move(out_);
      }
    }
    return std::unexpected(none(
        "minutes.unreached", "no exercises of this library last " + std::to_string(wish_.minutes) + " minutes for her",
        "more minutes, fewer minutes, or another focus"));
  }

private:
  void take(const File& file, score::Understood understood) {
    if (!understood.score) return;
    const score::Score& score = *understood.score;
    for (const std::string& tag : score.tags)
      tags_.push_back(tag);
    const bool suited = suits(score, focus_);
    known_ = known_ || suited;
    if (const auto why = why_not(understood, settings_)) {
      if (suited) out_.left_out.push_back({file.name, score.title, *why});
      return;
    }
    const score::Score fitted = guide::fitted(score, settings_, sayings_);
    const double seconds = blocks_s(fitted, settings_, sayings_) + transition_s;
    (suited ? suited_ : others_).push_back({file.name, std::move(understood), ends_of(fitted), seconds});
  }

  [[nodiscard]] text::Diagnostic unknown_focus() const {
    const std::vector<std::string_view> names{tags_.begin(), tags_.end()};
    const std::string_view near = text::nearest_name(names, wish_.focus, std::max<std::size_t>(2, focus_.size() / 3));
    return none("focus.unknown", "no exercise of this library has the tag \"" + wish_.focus + "\"",
                near.empty() ? "a tag of the exercises" : "did you mean \"" + std::string{near} + "\"?");
  }

  /// The order in which exercises are taken: those of the focus first; in a third position only when nothing else is
  /// left.
  std::vector<const Candidate*> in_turn() {
    chance_.shuffle(suited_);
    chance_.shuffle(others_);
    std::vector<const Candidate*> first, later;
    std::vector<Position> positions;
    for (const std::vector<Candidate>* group : {&suited_, &others_})
      for (const Candidate& candidate : *group) {
        const Position position = candidate.ends.begin;
        const bool there = std::ranges::find(positions, position) != positions.end();
        if (!there && positions.size() < most_positions) positions.push_back(position);
        (there || positions.back() == position ? first : later).push_back(&candidate);
      }
    std::ranges::copy(later, std::back_inserter(first));
    first.resize(std::min(first.size(), most_ordered - 1));
    return first;
  }

  /// How many of them may be taken, those that come nearest to the length first.
  [[nodiscard]] std::vector<std::size_t> counts(const std::vector<const Candidate*>& chosen) const {
    std::vector<std::pair<double, std::size_t>> away;
    double seconds = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      seconds += chosen[i]->seconds;
      away.emplace_back(std::abs(seconds - asked_s()), i + 1);
    }
    std::ranges::sort(away);
    std::vector<std::size_t> counts;
    counts.reserve(away.size());
    for (const auto& [distance, count] : away)
      counts.push_back(count);
    return counts;
  }

  Workout workout_of(std::span<const Candidate* const> chosen) {
    std::vector<Ends> ends;
    ends.reserve(chosen.size());
    for (const Candidate* candidate : chosen)
      ends.push_back(candidate->ends);
    Workout workout;
    workout.title = std::to_string(wish_.minutes) + (wish_.minutes == 1 ? " minute" : " minutes");
    if (!wish_.focus.empty()) {
      workout.title += ": " + focus_;
      workout.tags = {focus_};
    }
    workout.about =
        "A fresh one for week " + std::to_string(settings_.week) + ", of seed " + std::to_string(wish_.seed) + ".";
    workout.minutes = wish_.minutes;
    workout.postnatal_week = 0;
    exercises_.clear();
    for (const std::size_t i : fewest_changes(ends))
      add(workout, *chosen[i]);
    return workout;
  }

  void add(Workout& workout, const Candidate& candidate) {
    const score::Score& score = *candidate.understood.score;
    workout.first_week = std::max(workout.first_week, score.first_week);
    workout.last_week = std::min(workout.last_week, score.last_week);
    if (!score.postnatal_week)
      workout.postnatal_week.reset();
    else if (workout.postnatal_week)
      workout.postnatal_week = std::max(*workout.postnatal_week, *score.postnatal_week);
    workout.items.push_back({{score.title, wish_.folder + '/' + candidate.name + ".md", candidate.name, {}}, 0, 0});
    exercises_.push_back(candidate.understood);
  }

  [[nodiscard]] double asked_s() const { return 60.0 * wish_.minutes; }

  [[nodiscard]] bool lasts_as_asked() const {
    return std::abs(compose(out_.workout, exercises_, settings_, sayings_).duration_s - asked_s()) <=
           length_tolerance_s;
  }

  const Wish& wish_;
  std::string focus_;
  const guide::Settings& settings_;
  const guide::Sayings sayings_ = guide::standard_sayings();
  Chance chance_;
  std::vector<std::string> tags_;
  std::vector<Candidate> suited_, others_;
  std::vector<score::Understood> exercises_; ///< of the workout, in its order
  bool known_ = false;                       ///< whether any exercise suits the focus
  Fresh out_;
};

} // namespace

std::expected<Fresh, text::Diagnostic> fresh(const Wish& wish, std::span<const File> library,
                                             const reader::Lexicon& lexicon, const score::Rules& rules,
                                             const guide::Settings& settings) {
  return Composer{wish, library, lexicon, rules, settings}.fresh();
}

} // namespace supple::workout
