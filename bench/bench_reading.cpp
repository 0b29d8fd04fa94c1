// SPDX-License-Identifier: Apache-2.0
// From a text to a session: reading an article, understanding an exercise file, planning it.
#include "guide/plan.h"
#include "score/understand.h"
#include "texts.h"

#include <benchmark/benchmark.h>

namespace {

using namespace supple;

void load_the_lexicon(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(reader::english());
}

void read_the_article(benchmark::State& state) {
  const std::string article = bench::file(bench::article);
  const auto lexicon = reader::english();
  for (auto _ : state)
    benchmark::DoNotOptimize(reader::read_article(article, *lexicon));
}

void understand_the_exercise(benchmark::State& state) {
  const std::string exercise = bench::file(bench::exercise);
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  for (auto _ : state)
    benchmark::DoNotOptimize(score::understand(exercise, *lexicon, *rules));
}

void plan_the_exercise(benchmark::State& state) {
  const auto understood = score::understand(bench::file(bench::exercise), *reader::english(), *score::standard_rules());
  for (auto _ : state)
    benchmark::DoNotOptimize(guide::plan(*understood.score, guide::Settings{}));
}

BENCHMARK(load_the_lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK(read_the_article)->Unit(benchmark::kMillisecond);
BENCHMARK(understand_the_exercise)->Unit(benchmark::kMillisecond);
BENCHMARK(plan_the_exercise)->Unit(benchmark::kMillisecond);

} // namespace
