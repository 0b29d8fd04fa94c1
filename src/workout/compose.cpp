// SPDX-License-Identifier: Apache-2.0
#include "workout/compose.h"

#include "guide/fitting.h"
#include "guide/plan.h"
#include "workout/alignment.h"
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
void last(Parts& parts, std::size_t exercise, double seconds, const guide::Settings& settings,
          const guide::Sayings& sayings) {
  std::vector<Rounds> own;
  for (Rounds rounds : parts.rounds)
    if (rounds.exercise == exercise) {
      rounds.count = rounds.fewest;
      own.push_back(std::move(rounds));
    }
  set_counts(own, parts.scores);
  share_out(own, seconds - blocks_s(parts.scores[exercise], settings, sayings));
  auto from = own.begin();
  for (Rounds& rounds : parts.rounds)
    if (rounds.exercise == exercise) rounds = *from++;
}

/// Stretches or cuts all of them until the whole lasts as long as asked; what an estimate misses is made good.
Score fitted_to(double asked_s, const Workout& workout, Parts& parts, const guide::Settings& settings,
                const guide::Sayings& sayings) {
  constexpr int most_tries = 4;
  const auto joined = [&] {
    set_counts(parts.rounds, parts.scores);
    return join(workout, parts.scores, sayings);
  };
  if (asked_s <= 0) return joined();
  share_out(parts.rounds, 0);
  double budget_s = asked_s - guide::plan(joined(), settings, sayings).duration_s;
  Score best;
  double least = -1;
  for (int i = 0; i < most_tries; ++i) {
    share_out(parts.rounds, budget_s);
    Score whole = joined();
    const double missing_s = asked_s - guide::plan(whole, settings, sayings).duration_s;
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

/// How a translation is read.
struct Words {
  const Translation& translation;
  decltype(score::understand_aligned)* exercise; ///< what it makes of each exercise
  decltype(misalignments)* misaligned;           ///< null: it is known to have none
};

class Reader {
public:
  Reader(std::string_view source, std::span<const File> library, const reader::Lexicon& lexicon,
         const score::Rules& rules, const guide::Settings& settings, const Words* words)
      : source_(source), library_(library), lexicon_(lexicon), rules_(rules), settings_(settings), words_(words) {}

  Understood understood() {
    out_.workout = out_.exercise_file = true;
    auto workout = words_ == nullptr ? read_workout(source_) : read_translated(words_->translation);
    if (workout)
      lead(*workout);
    else
      out_.findings = std::move(workout.error());
    return std::move(out_);
  }

private:
  std::expected<Workout, text::Diagnostics> read_translated(const Translation& translation) {
    auto original = read_workout(translation.original);
    if (!original)
      return std::unexpected(text::Diagnostics{score::unread_original("workout", original.error().front())});
    const reader::Language& language = translation.tongue.language;
    auto words = read_workout_words(source_, language.names());
    if (!words) return words;
    if (words_->misaligned != nullptr)
      if (auto found = words_->misaligned(*original, *words, language.code(), language.names()); !found.empty())
        return std::unexpected(std::move(found));
    auto workout = in_words_of(*std::move(original), *std::move(words), language.code());
    if (!workout)
      return std::unexpected(text::Diagnostics{
          {"translation.item", text::Severity::error, {}, "it has other exercises than its original", "as many"}});
    return *std::move(workout);
  }

  void lead(const Workout& workout) {
    out_.reading.title = workout.title;
    std::vector<std::string_view> names;
    for (const File& file : library_)
      names.emplace_back(file.name);
    out_.findings = unknown_exercises(workout, names);
    if (!out_.findings.empty()) return;
    std::vector<score::Understood> exercises;
    exercises.reserve(workout.items.size());
    for (const Item& item : workout.items)
      exercises.push_back(understood(item.exercise));
    if (!out_.findings.empty()) return;
    Composed composed = words_ == nullptr ? compose(workout, exercises, settings_, guide::standard_sayings())
                                          : compose(workout, exercises, settings_, words_->translation.tongue.sayings);
    out_.led = std::move(composed.led);
    out_.left_out = std::move(composed.left_out);
    out_.asked_s = second_per_minute * workout.minutes;
    out_.score = std::move(composed.score);
    check(workout, composed.duration_s);
  }

  score::Understood understood(const Link& link) {
    const File& file = *std::ranges::find(library_, link.name, &File::name);
    if (words_ != nullptr && file.translation.empty()) {
      find("item.untranslated", text::Severity::error, link.place, "this exercise has no translation",
           file_of(link) + " beside it");
      return {};
    }
    score::Understood exercise =
        words_ == nullptr ? score::understand(file.text, lexicon_, rules_, settings_.week)
                          : words_->exercise(file.translation, file.text, words_->translation.tongue.language, lexicon_,
                                             rules_, settings_.week);
    if (!exercise.score)
      find("item.broken", text::Severity::error, link.place, "this exercise cannot be read",
           "supple check " + file_of(link) + " says why");
    return exercise;
  }

  [[nodiscard]] std::string file_of(const Link& link) const {
    std::string file = link.name;
    if (words_ != nullptr) (file += '.') += words_->translation.tongue.language.code();
    return file + ".md";
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
  const Words* words_; ///< null: it is in English
  Understood out_;
};

} // namespace

Composed compose(const Workout& workout, std::span<const score::Understood> exercises, const guide::Settings& settings,
                 const guide::Sayings& sayings) {
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
    measure(parts.rounds, parts.scores, settings, sayings);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]->rounds > 0) repeat(parts.rounds, i, items[i]->rounds);
    if (items[i]->minutes > 0) last(parts, i, second_per_minute * items[i]->minutes, settings, sayings);
  }
  keep_as_written(parts.rounds);
  if (parts.scores.empty()) return composed;
  composed.score = fitted_to(second_per_minute * workout.minutes, workout, parts, settings, sayings);
  composed.duration_s = guide::plan(composed.score, settings, sayings).duration_s;
  return composed;
}

namespace {

/// What is left out of a workout is not led alone either.
Understood alone(score::Understood understood, const guide::Settings& settings) {
  Understood out;
  static_cast<score::Understood&>(out) = std::move(understood);
  if (out.playable() && strains_pelvis(*out.score, settings))
    out.findings.push_back({"comfort.pelvis", text::Severity::error, out.score->start_place,
                            std::string{words_of(Why::pelvis)}, "another exercise for today"});
  return out;
}

} // namespace

Understood understand(std::string_view source, std::span<const File> library, const reader::Lexicon& lexicon,
                      const score::Rules& rules, const guide::Settings& settings) {
  if (is_workout_file(source)) return Reader{source, library, lexicon, rules, settings, nullptr}.understood();
  return alone(score::understand(source, lexicon, rules, settings.week), settings);
}

namespace {

Understood understand_words(const Words& words, std::span<const File> library, const reader::Lexicon& lexicon,
                            const score::Rules& rules, const guide::Settings& settings) {
  const auto& [source, original, tongue] = words.translation;
  if (is_workout_file(original)) return Reader{source, library, lexicon, rules, settings, &words}.understood();
  return alone(words.exercise(source, original, tongue.language, lexicon, rules, settings.week), settings);
}

} // namespace

Understood understand_translation(const Translation& translation, std::span<const File> library,
                                  const reader::Lexicon& lexicon, const score::Rules& rules,
                                  const guide::Settings& settings) {
  return understand_words({translation, score::understand_translation, misalignments}, library, lexicon, rules,
                          settings);
}

Understood understand_aligned(const Translation& translation, std::span<const File> library,
                              const reader::Lexicon& lexicon, const score::Rules& rules,
                              const guide::Settings& settings) {
  return understand_words({translation, score::understand_aligned, nullptr}, library, lexicon, rules, settings);
}

std::vector<std::string> cue_texts(const Workout& workout, std::span<const File> library,
                                   const reader::Lexicon& lexicon, const score::Rules& rules,
                                   const guide::Tongue* tongue) {
  const guide::Sayings sayings = tongue == nullptr ? guide::standard_sayings() : tongue->sayings;
  std::vector<Score> exercises;
  for (const Item& item : workout.items) {
    const auto file = std::ranges::find(library, item.exercise.name, &File::name);
    if (file == library.end()) continue;
    auto exercise = tongue == nullptr
                        ? score::understand(file->text, lexicon, rules)
                        : score::understand_aligned(file->translation, file->text, tongue->language, lexicon, rules);
    if (exercise.score) exercises.push_back(std::move(*exercise.score));
  }
  std::vector<std::string> texts;
  const auto add = [&](const Score& score) {
    for (std::string& text : guide::cue_texts(score, sayings))
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
