// SPDX-License-Identifier: Apache-2.0
// From a text to a session: reading an article, understanding an exercise file, planning it. What stands after "beside"
// in a name is another benchmark of the same program, which scripts/benchmarks.sh sets it against.
#include "guide/plan.h"
#include "reader/words.h"
#include "score/understand.h"
#include "text/table.h"
#include "texts.h"

#include <benchmark/benchmark.h>

namespace {

using namespace supple;

/// What no reading can do without: the text once through, parted into its words.
void part_into_words(benchmark::State& state, const char* path) {
  const std::string text = bench::file(path);
  for (auto _ : state)
    benchmark::DoNotOptimize(reader::words_of(text));
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

void load_the_lexicon(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(reader::english());
}

void parse_the_lexicon(benchmark::State& state) {
  const std::string lexicon = bench::file(bench::lexicon);
  for (auto _ : state)
    benchmark::DoNotOptimize(text::read_table(lexicon));
}

BENCHMARK_CAPTURE(part_into_words, article, bench::article)->Name("parting the article into words");
BENCHMARK(read_the_article)->Name("reading the article beside parting the article into words");
BENCHMARK_CAPTURE(part_into_words, exercise, bench::exercise)->Name("parting the exercise into words");
BENCHMARK(understand_the_exercise)
    ->Name("reading the exercise strictly, and the rules beside parting the exercise into words");
BENCHMARK(plan_the_exercise)->Name("planning the exercise beside parting the exercise into words");
BENCHMARK(parse_the_lexicon)->Name("parsing the lexicon as TOML");
BENCHMARK(load_the_lexicon)->Name("loading the lexicon beside parsing the lexicon as TOML");

} // namespace
