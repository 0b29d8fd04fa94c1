// SPDX-License-Identifier: Apache-2.0
#include "workout/compose.h"

#include "guide/fitting.h"
#include "guide/plan.h"
#include "workout/join.h"
#include "workout/lengths.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace supple::workout {

namespace {

using score::Score;

constexpr double second_per_minute = 60;

/// What is led, before it is joined.
struct Parts {
  std::vector<Score> scores;
  std::vector<Rounds> rounds;
};

/// Its blocks together as long as told.
void last(Parts& parts, std::size_t exercise, double seconds, const guide::Settings& settings) {
  std::vector<Rounds> own;
  for (Rounds rounds : parts.rounds)
    if (rounds.exercise == exercise) {
      rounds.count = rounds.fewest;
      own.push_back(std::move(rounds));
    }
  set_counts(own, parts.scores);
  share_out(own, seconds - blocks_s(parts.scores[exercise], settings));
  auto from = own.begin();
  for (Rounds& rounds : parts.rounds)
    if (rounds.exercise == exercise) rounds = *from++;
}

/// Stretches or cuts all of them until the whole lasts as long as asked; what an estimate misses is made good.
Score fitted_to(double asked_s, const Workout& workout, Parts& parts, const guide::Settings& settings) {
  constexpr int most_tries = 4;
  const guide::Sayings sayings = guide::standard_sayings();
  const auto joined = [&] {
    set_counts(parts.rounds, parts.scores);
    return join(workout, parts.scores, sayings);
  };
  if (asked_s <= 0) return joined();
  share_out(parts.rounds, 0);
  double budget_s = asked_s - guide::plan(joined(), settings).duration_s;
  Score best;
  double least = -1;
  for (int i = 0; i < most_tries; ++i) {
    share_out(parts.rounds, budget_s);
    Score whole = joined();
    const double missing_s = asked_s - guide::plan(whole, settings).duration_s;
    budget_s += missing_s;
    if (least >= 0 && std::abs(missing_s) >= least) continue;
    least = std::abs(missing_s);
    best = std::move(whole);
  }
  return best;
}

std::string clock_of(double seconds) {
  const int whole = static_cast<int>(seconds + 0.5);
  const int rest = whole % 60;
  return std::to_string(whole / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

class Reader {
public:
  Reader(std::string_view source, std::span<const File> library, const reader::Lexicon& lexicon,
         const score::Rules& rules, const guide::Settings& settings)
      : source_(source), library_(library), lexicon_(lexicon), rules_(rules), settings_(settings) {}

  Understood understood() {
    out_.workout = out_.exercise_file = true;
    auto workout = read_workout(source_);
    if (!workout) {
      out_.findings = std::move(workout.error());
      return std::move(out_);
    }
    out_.reading.title = workout->title;
    std::vector<std::string_view> names;
    for (const File& file : library_)
      names.emplace_back(file.name);
    out_.findings = unknown_exercises(*workout, names);
    if (out_.findings.empty()) lead(*workout);
    return std::move(out_);
  }

private:
  void lead(const Workout& workout) {
    std::vector<score::Understood> exercises;
    for (const Item& item : workout.items) {
      const auto file = std::ranges::find(library_, item.exercise.name, &File::name);
      exercises.push_back(score::understand(file->text, lexicon_, rules_, settings_.week));
      if (!exercises.back().score)
        find("item.broken", text::Severity::error, item.exercise.place, "this exercise cannot be read",
             "supple check " + item.exercise.name + ".md says why");
    }
    if (!out_.findings.empty()) return;
    Composed composed = compose(workout, exercises, settings_);
    out_.led = std::move(composed.led);
    out_.left_out = std::move(composed.left_out);
    out_.asked_s = second_per_minute * workout.minutes;
    out_.score = std::move(composed.score);
    check(workout, composed.duration_s);
  }

  void find(std::string_view name, text::Severity severity, text::Place place, std::string message,
            std::string remedy) {
    out_.findings.push_back({std::string{name}, severity, place, std::move(message), std::move(remedy)});
  }

  void check(const Workout& workout, double duration_s) {
    if (!is_for_her(workout))
      find("weeks.outside", text::Severity::error, {1, 1, 0}, "this workout is not for this week",
           "one whose weeks include it");
    if (out_.led.empty())
      return find("workout.nothing", text::Severity::error, {1, 1, 0}, "every exercise of it is left out today",
                  "another workout");
    if (out_.asked_s > 0 && std::abs(duration_s - out_.asked_s) > length_tolerance_s)
      find("workout.length", text::Severity::warning, place_of_minutes(),
           "these exercises last " + clock_of(duration_s) + (duration_s > out_.asked_s ? " at least" : " at most"),
           duration_s > out_.asked_s ? "more minutes, or fewer exercises" : "fewer minutes, or more exercises");
  }

  [[nodiscard]] bool is_for_her(const Workout& workout) const {
    if (settings_.weeks_after_birth)
      return workout.postnatal_week && *settings_.weeks_after_birth >= *workout.postnatal_week;
    return settings_.week >= workout.first_week && settings_.week <= workout.last_week;
  }

  [[nodiscard]] text::Place place_of_minutes() const {
    const auto lines = reader::lines_of(source_);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i].starts_with("minutes:")) return {static_cast<int>(i) + 1, 1, text::characters(lines[i])};
    return {};
  }

  std::string_view source_;
  std::span<const File> library_;
  const reader::Lexicon& lexicon_;
  const score::Rules& rules_;
  const guide::Settings& settings_;
  Understood out_;
};

} // namespace

Composed compose(const Workout& workout, std::span<const score::Understood> exercises,
                 const guide::Settings& settings) {
  const guide::Sayings sayings = guide::standard_sayings();
  Composed composed;
  Parts parts;
  std::vector<const Item*> items;
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    const Item& item = workout.items[i];
    const std::string title = exercises[i].score ? exercises[i].score->title : item.exercise.title;
    if (const auto why = why_not(exercises[i], settings)) {
      composed.left_out.push_back({item.exercise.name, title, *why});
      continue;
    }
    parts.scores.push_back(guide::fitted(*exercises[i].score, settings, sayings));
    composed.led.push_back({item.exercise.name, title, ends_of(parts.scores.back())});
    items.push_back(&item);
  }
  parts.rounds = rounds_of(parts.scores);
  if (workout.minutes > 0 || std::ranges::any_of(items, [](const Item* item) { return item->minutes > 0; }))
    measure(parts.rounds, parts.scores, settings);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]->rounds > 0) repeat(parts.rounds, i, items[i]->rounds);
    if (items[i]->minutes > 0) last(parts, i, second_per_minute * items[i]->minutes, settings);
  }
  keep_as_written(parts.rounds);
  if (parts.scores.empty()) return composed;
  composed.score = fitted_to(second_per_minute * workout.minutes, workout, parts, settings);
  composed.duration_s = guide::plan(composed.score, settings).duration_s;
  return composed;
}

Understood understand(std::string_view source, std::span<const File> library, const reader::Lexicon& lexicon,
                      const score::Rules& rules, const guide::Settings& settings) {
  if (is_workout_file(source)) return Reader{source, library, lexicon, rules, settings}.understood();
  Understood out;
  static_cast<score::Understood&>(out) = score::understand(source, lexicon, rules, settings.week);
  return out;
}

std::vector<std::string> cue_texts(const Workout& workout, std::span<const File> library,
                                   const reader::Lexicon& lexicon, const score::Rules& rules) {
  const guide::Sayings sayings = guide::standard_sayings();
  std::vector<Score> exercises;
  for (const Item& item : workout.items) {
    const auto file = std::ranges::find(library, item.exercise.name, &File::name);
    if (file == library.end()) continue;
    auto exercise = score::understand(file->text, lexicon, rules);
    if (exercise.score) exercises.push_back(std::move(*exercise.score));
  }
  std::vector<std::string> texts;
  const auto add = [&](const Score& score) {
    for (std::string& text : guide::cue_texts(score))
      if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
  };
  // Whatever is left out, one of them is the first, and each other comes after one of those before it.
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    add(exercises[i]);
    for (std::size_t before = 0; before < i; ++before)
      add(join(workout, std::vector{exercises[before], exercises[i]}, sayings));
  }
  return texts;
}

} // namespace supple::workout
