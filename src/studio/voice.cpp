// SPDX-License-Identifier: Apache-2.0
#include "studio/voice.h"

#include "guide/session.h"
#include "studio/process.h"
#include "studio/scratch.h"

#include <algorithm>
#include <fmt/core.h>
#include <fstream>
#include <iterator>
#include <optional>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

// slt reads 190 words a minute by itself. So slow, and with pauses so much longer, she speaks 110 over the cues of a
// session (guide/numbers.h), and the words are less drawn out than if they alone were slowed to that.
constexpr double festival_speed = 0.62;
constexpr double festival_longer_pauses = 0.6;
constexpr std::size_t largest_sound = std::size_t{64} << 20U; // bytes, half an hour

std::optional<std::string> contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Patience for_seconds(double seconds, const std::stop_token& stop) {
  return {steady_clock::now() + std::chrono::milliseconds(static_cast<long>(seconds * 1000)), stop};
}

/// FNV-1a, so that a name becomes part of the name of a folder.
std::string hash_of(std::string_view text) {
  return guide::clip_name(text);
}

class Festival final : public Voice {
public:
  Festival(std::vector<std::string> command, double patience_s)
      : command_(std::move(command)), patience_s_(patience_s) {}

  [[nodiscard]] std::string name() const override { return "slt"; }

  [[nodiscard]] std::string settings(std::string_view /*text*/) const override {
    return fmt::format("festival-slt-hts-speed-{}-pauses-{}", festival_speed, festival_longer_pauses);
  }

  [[nodiscard]] std::expected<Wave, Unsaid> say(std::string_view text, const std::stop_token& stop) override {
    const std::string words = speakable(text);
    if (words.empty()) return std::unexpected(Unsaid{false, "it has no words"});
    for (;;) {
      if (!process_)
        if (const std::string trouble = start(stop); !trouble.empty()) return std::unexpected(Unsaid{true, trouble});
      if (auto wave = spoken(words, stop)) return with_longer_pauses(*wave, festival_longer_pauses);
      process_.reset();
      if (stop.stop_requested()) return std::unexpected(Unsaid{true, "it was stopped"});
      if (restarted_)
        return std::unexpected(Unsaid{true, fmt::format("{} has stopped answering twice; instead: try it by hand, or "
                                                        "choose another voice with --voice",
                                                        command_.front())});
      restarted_ = true;
    }
  }

private:
  /// Empty if it is running.
  std::string start(const std::stop_token& stop) {
    if (scratch_.path().empty()) return "there is no room for temporary files; instead: free some space in /tmp";
    auto process = Process::start(command_, scratch_.path());
    if (!process)
      return fmt::format("{} cannot be run ({}); instead: apt-get install festival festvox-us-slt-hts",
                         command_.front(), process.error());
    process_ = std::move(*process);
    const std::string hello =
        fmt::format("(if (member 'cmu_us_slt_arctic_hts (voice.list))\n"
                    "    (begin (voice_cmu_us_slt_arctic_hts)\n"
                    "           (set! hts_engine_params (cons (list \"-r\" {}) hts_engine_params))\n"
                    "           (format t \"ready\\n\"))\n"
                    "    (format t \"voiceless\\n\"))\n"
                    "(fflush nil)\n",
                    festival_speed);
    const Patience patience = for_seconds(patience_s_, stop);
    const auto answer = process_->write(hello, patience) ? process_->line(patience) : std::nullopt;
    if (answer == "ready") return {};
    const bool died = !answer && steady_clock::now() < patience.until;
    process_.reset();
    // Ctrl-C may reach what is just being started, before it has a process group of its own and before it reaches us.
    if (died && !std::exchange(restarted_, true)) return start(stop);
    if (answer == "voiceless")
      return "festival has not the voice cmu_us_slt_arctic_hts; instead: apt-get install festvox-us-slt-hts";
    return fmt::format("{} does not answer; instead: apt-get install festival festvox-us-slt-hts", command_.front());
  }

  /// None where festival died, hangs, or left no sound.
  std::optional<Wave> spoken(const std::string& words, const std::stop_token& stop) {
    const fs::path file = scratch_.path() / "said.wav";
    std::error_code ignored;
    fs::remove(file, ignored);
    // `words` holds no quote and no backslash (speakable).
    const std::string job = fmt::format("(utt.save.wave (SynthText \"{}\") \"said.wav\" 'riff)\n"
                                        "(format t \"said\\n\")\n(fflush nil)\n",
                                        words);
    const Patience patience = for_seconds(patience_s_ * (1 + static_cast<double>(words.size()) / 1000), stop);
    if (!process_->write(job, patience) || process_->line(patience) != "said") return std::nullopt;
    const auto bytes = contents(file);
    if (!bytes) return std::nullopt;
    return wave_of(*bytes);
  }

  std::vector<std::string> command_;
  double patience_s_;
  Scratch scratch_;
  std::optional<Process> process_;
  bool restarted_ = false;
};

class Program final : public Voice {
public:
  Program(std::string_view command, double patience_s, std::string_view remedy)
      : written_(command), remedy_(remedy), patience_s_(patience_s) {
    while (!command.empty()) {
      const std::size_t end = std::min(command.find(' '), command.size());
      if (end > 0) command_.emplace_back(command.substr(0, end));
      command.remove_prefix(std::min(end + 1, command.size()));
    }
  }

  [[nodiscard]] std::string name() const override {
    return command_.empty() ? "" : fs::path(command_.front()).filename().string();
  }

  [[nodiscard]] std::string settings(std::string_view /*text*/) const override {
    return fmt::format("program-{}", hash_of(written_));
  }

  [[nodiscard]] std::expected<Wave, Unsaid> say(std::string_view text, const std::stop_token& stop) override {
    std::string line{text};
    std::ranges::replace_if(line, [](unsigned char c) { return c < ' '; }, ' ');
    if (command_.empty()) return std::unexpected(Unsaid{true, "no program is named; instead: name one with --voice"});
    auto process = Process::start(command_, fs::current_path());
    if (!process)
      return std::unexpected(
          Unsaid{true, fmt::format("{} cannot be run ({}); instead: {}", command_.front(), process.error(), remedy_)});
    const Patience patience = for_seconds(patience_s_, stop);
    std::optional<std::string> bytes;
    if (process->write(line + "\n", patience)) {
      process->close_input();
      bytes = process->rest(largest_sound, patience);
    }
    if (bytes)
      if (auto wave = wave_of(*bytes)) return *std::move(wave);
    return std::unexpected(
        Unsaid{true, fmt::format("{} gives no 16-bit WAV on its standard output; instead: try it by hand: echo hello | "
                                 "{} > hello.wav",
                                 command_.front(), written_)});
  }

private:
  std::string written_, remedy_;
  std::vector<std::string> command_;
  double patience_s_;
};

class Recordings final : public Voice {
public:
  Recordings(fs::path folder, std::unique_ptr<Voice> otherwise)
      : folder_(std::move(folder)), otherwise_(std::move(otherwise)) {}

  [[nodiscard]] std::string name() const override {
    const std::string mine = fs::absolute(folder_).lexically_normal().filename().string();
    return otherwise_ ? fmt::format("{}, {}", mine, otherwise_->name()) : mine;
  }

  [[nodiscard]] std::string settings(std::string_view text) const override {
    std::error_code none;
    const fs::path file = file_of(text);
    const auto size = fs::file_size(file, none);
    if (none) return otherwise_ ? otherwise_->settings(text) : "recordings";
    const auto when = fs::last_write_time(file, none).time_since_epoch().count();
    return fmt::format("recorded-{}", hash_of(fmt::format("{} {} {}", fs::absolute(file).string(), size, when)));
  }

  [[nodiscard]] std::expected<Wave, Unsaid> say(std::string_view text, const std::stop_token& stop) override {
    const auto bytes = contents(file_of(text));
    if (!bytes) {
      if (!otherwise_) return std::unexpected(Unsaid{false, lost_ ? "" : "it is not recorded"});
      auto said = otherwise_->say(text, stop);
      if (said || !said.error().for_good) return said;
      otherwise_.reset(); // the recordings remain; why the others are not said is told once
      lost_ = true;
      return std::unexpected(Unsaid{false, said.error().reason});
    }
    if (auto wave = wave_of(*bytes)) return *std::move(wave);
    return std::unexpected(Unsaid{false, file_of(text).string() + " is no 16-bit WAV"});
  }

private:
  [[nodiscard]] fs::path file_of(std::string_view text) const { return folder_ / (guide::clip_name(text) + ".wav"); }

  fs::path folder_;
  std::unique_ptr<Voice> otherwise_;
  bool lost_ = false; ///< the other voice can say nothing, for good
};

class TwoVoices final : public Voice {
public:
  TwoVoices(std::set<std::string, std::less<>> texts, std::unique_ptr<Voice> voice, std::unique_ptr<Voice> otherwise)
      : texts_(std::move(texts)), voice_(std::move(voice)), otherwise_(std::move(otherwise)),
        name_(fmt::format("{}, {}", otherwise_->name(), voice_->name())) {}

  [[nodiscard]] std::string name() const override { return name_; }

  [[nodiscard]] std::string settings(std::string_view text) const override {
    const auto& whose = texts_.contains(text) ? voice_ : otherwise_;
    return whose ? whose->settings(text) : "none";
  }

  [[nodiscard]] std::expected<Wave, Unsaid> say(std::string_view text, const std::stop_token& stop) override {
    std::unique_ptr<Voice>& whose = texts_.contains(text) ? voice_ : otherwise_;
    if (!whose) return std::unexpected(Unsaid{!voice_ && !otherwise_, {}});
    auto said = whose->say(text, stop);
    if (said || !said.error().for_good) return said;
    whose.reset();
    return std::unexpected(Unsaid{!voice_ && !otherwise_, said.error().reason});
  }

private:
  std::set<std::string, std::less<>> texts_;
  std::unique_ptr<Voice> voice_, otherwise_; ///< null: says nothing more
  std::string name_;
};

} // namespace

std::unique_ptr<Voice> with_own_voice(std::set<std::string, std::less<>> texts, std::unique_ptr<Voice> voice,
                                      std::unique_ptr<Voice> otherwise) {
  return std::make_unique<TwoVoices>(std::move(texts), std::move(voice), std::move(otherwise));
}

std::unique_ptr<Voice> festival(std::vector<std::string> command, double patience_s) {
  return std::make_unique<Festival>(std::move(command), patience_s);
}

std::unique_ptr<Voice> program(std::string_view command, double patience_s, std::string_view remedy) {
  return std::make_unique<Program>(command, patience_s, remedy);
}

std::unique_ptr<Voice> recordings(fs::path folder, std::unique_ptr<Voice> otherwise) {
  return std::make_unique<Recordings>(std::move(folder), std::move(otherwise));
}

} // namespace supple::studio
