// SPDX-License-Identifier: Apache-2.0
#include "workout/lengths.h"

#include "guide/plan.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace supple::workout {

namespace {

using reader::SectionKind;
using score::Section;
using vocabulary::Side;

// Ours: enough to settle into a movement, and not so often that it tires. Never more than the guide leads.
constexpr int fewest_rounds = 3;
constexpr int most_times = 3;
constexpr int always_allowed = 6;

bool is_repeated(const Section& section) {
  return (section.kind == SectionKind::rounds || section.kind == SectionKind::sides) && !section.beats.empty();
}

/// By how many breaths a round of it works the left more than the right.
int leaning(const Section& section) {
  int leaning = 0;
  for (const score::Beat& beat : section.beats)
    leaning += beat.side == Side::left ? 1 : beat.side == Side::right ? -1 : 0;
  return leaning;
}

int most_of(int written) {
  return std::min(most_rounds, std::max(always_allowed, most_times * written));
}

Rounds rounds_of(std::size_t exercise, std::vector<std::size_t> blocks, const score::Score& score) {
  Rounds rounds;
  rounds.exercise = exercise;
  rounds.blocks = std::move(blocks);
  rounds.written = most_rounds;
  for (const std::size_t block : rounds.blocks)
    rounds.written = std::min(rounds.written, score.sections[block].count);
  bool sides = rounds.blocks.size() > 1;
  for (const std::size_t block : rounds.blocks) {
    rounds.beyond.push_back(score.sections[block].count - rounds.written);
    sides = sides || score.sections[block].kind == SectionKind::sides;
  }
  rounds.fewest = std::min(rounds.written, sides ? 1 : fewest_rounds);
  rounds.most = most_of(rounds.written);
  rounds.count = rounds.written;
  return rounds;
}

} // namespace

std::vector<Rounds> rounds_of(const std::vector<score::Score>& exercises) {
  std::vector<Rounds> all;
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    std::vector<std::size_t> leaning_blocks;
    int together = 0;
    for (std::size_t s = 0; s < exercises[i].sections.size(); ++s) {
      const Section& section = exercises[i].sections[s];
      if (!is_repeated(section)) continue;
      const int leans = section.kind == SectionKind::sides ? 0 : leaning(section);
      if (leans == 0) {
        all.push_back(rounds_of(i, {s}, exercises[i]));
      } else {
        leaning_blocks.push_back(s);
        together += leans;
      }
    }
    if (!leaning_blocks.empty() && together == 0) all.push_back(rounds_of(i, leaning_blocks, exercises[i]));
  }
  return all;
}

void repeat(std::vector<Rounds>& all, std::size_t exercise, int times) {
  int longest = 1;
  for (const Rounds& rounds : all)
    if (rounds.exercise == exercise) longest = std::max(longest, rounds.written);
  for (Rounds& rounds : all)
    if (rounds.exercise == exercise) rounds.count = std::max(1, (2 * rounds.written * times + longest) / (2 * longest));
}

void keep_as_written(std::vector<Rounds>& all) {
  for (Rounds& rounds : all) {
    rounds.written = rounds.count;
    rounds.fewest = std::min(rounds.fewest, rounds.written);
    rounds.most = std::max(rounds.most, most_of(rounds.written));
  }
}

void set_counts(const std::vector<Rounds>& all, std::vector<score::Score>& exercises) {
  for (const Rounds& rounds : all)
    for (std::size_t i = 0; i < rounds.blocks.size(); ++i)
      exercises[rounds.exercise].sections[rounds.blocks[i]].count =
          std::min(most_rounds, rounds.count + rounds.beyond[i]);
}

double blocks_s(score::Score exercise, const guide::Settings& settings, const guide::Sayings& sayings) {
  guide::Settings steady = settings;
  steady.opening_bpm = settings.pace_bpm;
  steady.offers = false;
  exercise.comfort.clear();
  std::erase_if(exercise.sections, [](const Section& section) {
    return section.kind == SectionKind::start || section.kind == SectionKind::finish;
  });
  const double with = guide::plan(exercise, steady, sayings).duration_s;
  exercise.sections.clear();
  return with - guide::plan(exercise, steady, sayings).duration_s;
}

void measure(std::vector<Rounds>& all, const std::vector<score::Score>& exercises, const guide::Settings& settings,
             const guide::Sayings& sayings) {
  // Between rounds that are taught and rounds that are silent, one is as long as another.
  constexpr int far = 10;
  for (Rounds& rounds : all) {
    score::Score once = exercises[rounds.exercise];
    std::vector<Section> blocks;
    blocks.reserve(rounds.blocks.size());
    for (const std::size_t block : rounds.blocks)
      blocks.push_back(once.sections[block]);
    once.sections = std::move(blocks);
    for (Section& block : once.sections)
      block.count = 1;
    score::Score often = once;
    for (Section& block : often.sections)
      block.count = 1 + far;
    rounds.round_s = (blocks_s(often, settings, sayings) - blocks_s(once, settings, sayings)) / far;
  }
}

void share_out(std::vector<Rounds>& all, double seconds) {
  std::vector<Rounds*> open;
  for (Rounds& rounds : all) {
    rounds.count = rounds.fewest;
    open.push_back(&rounds);
  }
  // Who has least of its share is next (Webster's method); whose round is too long for what is left is out.
  const auto filled = [](const Rounds* rounds) { return (rounds->count + 0.5) / rounds->written; };
  while (!open.empty()) {
    Rounds& next = **std::ranges::min_element(open, {}, filled);
    if (next.count >= next.most || next.round_s <= 0 || next.round_s >= 2 * seconds) {
      std::erase(open, &next);
      continue;
    }
    ++next.count;
    seconds -= next.round_s;
  }
}

} // namespace supple::workout
