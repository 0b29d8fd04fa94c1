// SPDX-License-Identifier: Apache-2.0
#include "studio/library.h"

#include "guide/plan.h"
#include "score/understand.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;

bool is_translation(const fs::path& file) {
  const auto translation = translation_at(file);
  return !translation || translation->has_value();
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view first) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".md" && at->is_regular_file(error)) files.push_back(at->path());
  std::ranges::sort(files, {}, [&](const fs::path& file) {
    return std::tuple(is_translation(file), file.stem().stem() != first, file);
  });
  return files;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return text::clean_utf8(std::string(std::istreambuf_iterator<char>(in), {}));
}

class Collector {
public:
  Collector(const reader::Lexicon& lexicon, const score::Rules& rules) : lexicon_(lexicon), rules_(rules) {}

  void add(const fs::path& file) {
    std::string source = text_of(file);
    const auto translation = translation_at(file);
    if (!reader::is_exercise_file(source) || !translation) return;
    if (*translation) return add_translation(std::move(source), **translation);
    if (workout::is_workout_file(source)) {
      if (auto workout = workout::read_workout(source)) workouts_.push_back({nullptr, *std::move(workout)});
      return;
    }
    const score::Understood understood = score::understand(source, lexicon_, rules_);
    if (understood.score) add(guide::cue_texts(*understood.score), nullptr);
    exercises_[nullptr].push_back({file.stem().string(), std::move(source)});
  }

  CueTexts take() {
    for (const auto& [tongue, workout] : workouts_)
      add(workout::cue_texts(workout, exercises_[tongue], lexicon_, rules_, tongue), tongue);
    return std::move(texts_);
  }

private:
  void add_translation(std::string source, const Translation& translation) {
    const Tongue& tongue = *translation.tongue;
    std::string original = text_of(translation.original);
    if (workout::is_workout_file(original)) return add_workout(source, original, tongue);
    const score::Understood understood =
        score::understand_translation(source, original, tongue.language, lexicon_, rules_);
    if (!understood.score) return;
    add(guide::cue_texts(*understood.score, tongue.sayings), &tongue);
    exercises_[&tongue].push_back({translation.original.stem().string(), std::move(original), std::move(source)});
  }

  void add_workout(std::string_view source, std::string_view original, const Tongue& tongue) {
    auto english = workout::read_workout(original);
    auto words = workout::read_workout_words(source, tongue.language.names());
    if (!english || !words) return;
    auto workout = workout::in_words_of(*std::move(english), *std::move(words), tongue.language.code());
    if (workout) workouts_.emplace_back(&tongue, *std::move(workout));
  }

  void add(std::vector<std::string> texts, const Tongue* tongue) {
    for (std::string& text : texts) {
      if (!known_.insert(text).second) continue;
      if (tongue != nullptr) texts_.translated[tongue].insert(text);
      texts_.all.push_back(std::move(text));
    }
  }

  const reader::Lexicon& lexicon_;
  const score::Rules& rules_;
  std::set<std::string, std::less<>> known_;
  std::map<const Tongue*, std::vector<workout::File>> exercises_; ///< in each language; null: English
  std::vector<std::pair<const Tongue*, workout::Workout>> workouts_;
  CueTexts texts_;
};

/// The *.md files of a folder itself, by name.
std::vector<fs::path> beside(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".md" && !is_translation(at->path()) && at->is_regular_file(error))
      files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

/// A folder of exercises. In the built page (web/vite.config.ts) they stand one above it, over the workouts.
fs::path standing(const fs::path& folder) {
  std::error_code none;
  if (folder.empty()) return ".";
  return fs::is_directory(folder, none) || folder.filename() != "exercises" ? folder : folder.parent_path();
}

} // namespace

std::vector<workout::File> exercises_in(const fs::path& folder) {
  std::vector<workout::File> exercises;
  for (const fs::path& file : beside(folder)) {
    std::string text = text_of(file);
    if (reader::is_exercise_file(text) && !workout::is_workout_file(text))
      exercises.push_back({file.stem().string(), std::move(text)});
  }
  return exercises;
}

std::vector<workout::File> exercises_for(const workout::Workout& workout, const fs::path& folder,
                                         const Tongue* tongue) {
  std::vector<workout::File> exercises;
  std::set<fs::path> folders;
  for (const workout::Item& item : workout.items)
    folders.insert((folder / item.exercise.path).lexically_normal().parent_path());
  for (const fs::path& each : folders)
    for (const fs::path& file : beside(standing(each))) {
      const std::string name = file.stem().string();
      const bool linked = std::ranges::any_of(workout.items, [&](const auto& i) { return i.exercise.name == name; });
      exercises.push_back({name, linked ? text_of(file) : std::string{}});
      if (linked && tongue != nullptr)
        exercises.back().translation = text_of(fs::path{file}.replace_extension(tongue->language.code()) += ".md");
    }
  return exercises;
}

CueTexts cue_texts_in(const fs::path& folder, std::string_view first) {
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  if (!lexicon || !rules) return {};
  Collector collector{*lexicon, *rules};
  for (const fs::path& file : files_in(folder, first))
    collector.add(file);
  return collector.take();
}

std::unique_ptr<Voice> voice_for(const CueTexts& texts, std::unique_ptr<Voice> english) {
  for (const auto& [tongue, translated] : texts.translated)
    english = with_own_voice(translated, voice_of(tongue), std::move(english));
  return english;
}

std::vector<std::string> cue_texts_of(std::string_view exercise) {
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  if (!lexicon || !rules) return {};
  const score::Understood understood = score::understand(text::clean_utf8(exercise), *lexicon, *rules);
  return understood.playable() ? guide::cue_texts(*understood.score) : std::vector<std::string>{};
}

} // namespace supple::studio
