// SPDX-License-Identifier: Apache-2.0
// Twenty seconds of the film of the low-back exercise at 1080p30: making it beside encoding the same 600 frames, which
// lie in memory, by the same ffmpeg with x264 veryfast. Wall-clock time and the time of all cores, ffmpeg's with them;
// three runs of each in turns, the medians. Prints rows of the table of docs/benchmarks.md.
#include "film/encoder.h"
#include "film/frames.h"
#include "film/papers.h"
#include "guide/plan.h"
#include "score/understand.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <sys/resource.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace supple;

constexpr std::size_t frame_count = 600;
constexpr double first_s = 105; // in the rounds: the body moves all the time
constexpr int runs = 3;

struct Cost {
  double wall_s = 0, cores_s = 0;
};

double spent_s(int who) {
  rusage used{};
  getrusage(who, &used);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

Cost cost_of(const std::function<void()>& work) {
  const double before_s = spent_s(RUSAGE_SELF) + spent_s(RUSAGE_CHILDREN);
  const auto began = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
  return {wall.count(), spent_s(RUSAGE_SELF) + spent_s(RUSAGE_CHILDREN) - before_s};
}

double median(std::vector<Cost> costs, double Cost::* of) {
  std::ranges::sort(costs, {}, of);
  return costs[costs.size() / 2].*of;
}

void must(const std::string& trouble) {
  if (!trouble.empty()) throw std::runtime_error(trouble);
}

class Bench {
public:
  Bench() {
    std::ifstream in(std::string(SUPPLE_ROOT) + "/library/exercises/release-your-low-back.md");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const score::Score score = *score::understand(text, *reader::english(), *score::standard_rules()).score;
    programme_ = film::programme_of(score, guide::plan(score, settings_), {});
    fs::create_directories(folder_);
    std::ofstream(folder_ / "metadata") << film::metadata(programme_);
    const studio::Wave silence{film::sound_rate_hz, std::vector<float>(film::sound_rate_hz * frame_count / 30)};
    std::ofstream(folder_ / "sound.wav", std::ios::binary) << studio::bytes_of(silence);
    const film::Frames frames(programme_, settings_, options_);
    film::make_in_order(frame_count, film::hands_here(), frames.maker(first_frame()), [&](const film::Frame& frame) {
      kept_.push_back(frame);
      return true;
    });
  }

  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  ~Bench() { fs::remove_all(folder_); }

  Cost encoding() {
    return cost_of([&] {
      auto encoder = start();
      for (const film::Frame& frame : kept_)
        must(encoder.add(frame));
      must(encoder.finish());
    });
  }

  Cost making() {
    return cost_of([&] {
      const film::Frames frames(programme_, settings_, options_);
      auto encoder = start();
      film::make_in_order(frame_count, film::hands_here(), frames.maker(first_frame()), [&](const film::Frame& frame) {
        must(encoder.add(frame));
        return true;
      });
      must(encoder.finish());
    });
  }

private:
  [[nodiscard]] std::size_t first_frame() const { return static_cast<std::size_t>(first_s * options_.fps); }

  film::Encoder start() {
    auto encoder = film::Encoder::start({.width = options_.width,
                                         .height = options_.height,
                                         .fps = options_.fps,
                                         .sound = folder_ / "sound.wav",
                                         .captions = {},
                                         .metadata = folder_ / "metadata",
                                         .out = folder_ / "film.mp4"},
                                        "film.mp4");
    if (!encoder) throw std::runtime_error(encoder.error());
    return std::move(*encoder);
  }

  guide::Settings settings_;
  film::Options options_;
  film::Programme programme_;
  fs::path folder_ = fs::temp_directory_path() / fmt::format("supple-bench-{}", getpid());
  std::vector<film::Frame> kept_;
};

void row(std::string_view what, double seconds, double beside) {
  fmt::print("| {} | {:.1f} s | encoding its 600 frames | {:.2f} × |\n", what, seconds, seconds / beside);
}

} // namespace

int main() {
  try {
    Bench bench;
    std::vector<Cost> encoding, making;
    for (int i = 0; i < runs; ++i) {
      encoding.push_back(bench.encoding());
      making.push_back(bench.making());
    }
    const double encoding_wall_s = median(encoding, &Cost::wall_s), encoding_cores_s = median(encoding, &Cost::cores_s);
    fmt::print("| encoding 600 frames of a film at 1080p | {:.1f} s | | |\n", encoding_wall_s);
    fmt::print("| the same, time of all cores | {:.1f} s | | |\n", encoding_cores_s);
    row("making that part of the film", median(making, &Cost::wall_s), encoding_wall_s);
    row("the same, time of all cores", median(making, &Cost::cores_s), encoding_cores_s);
    fmt::print("| real time | {:.2f} × | | |\n", frame_count / 30.0 / median(making, &Cost::wall_s));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
