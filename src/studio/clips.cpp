// SPDX-License-Identifier: Apache-2.0
#include "studio/clips.h"

#include "guide/session.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;

// Another one whenever other clips are made of the same sound (wave.h), so that clips of before are not taken for them.
constexpr std::string_view making = "1";

std::string contents(const File& file) {
  std::string bytes(file.size, '\0');
  bytes.resize(file.read(bytes, 0));
  return bytes;
}

bool is_written(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

/// Writes a file so that it is there whole or not at all. Empty, or what went wrong.
std::string write_file(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return error.message();
  const fs::path unfinished = fmt::format("{}.{}", file.string(), getpid());
  const Descriptor out{::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
  if (!out.open()) return std::strerror(errno);
  if (!is_written(out.number(), bytes) || ::rename(unfinished.c_str(), file.c_str()) != 0) {
    const int why = errno;
    ::unlink(unfinished.c_str());
    return std::strerror(why);
  }
  return {};
}

} // namespace

Clips::Clips(std::unique_ptr<Voice> voice, const fs::path& folder, const std::vector<std::string>& texts, Tell tell)
    : voice_(std::move(voice)), voice_name_(voice_->name()), folder_(folder), tell_(std::move(tell)) {
  for (const std::string& text : texts) {
    const std::string name = guide::clip_name(text);
    if (clips_.try_emplace(name, Clip{text, folder_for(text)}).second) waiting_.push_back(name);
  }
  thread_ = std::jthread([this](const std::stop_token& stop) { make_all(stop); });
}

fs::path Clips::folder_for(std::string_view text) const {
  return folder_ / fmt::format("clips-{}-{}", making, voice_->settings(text));
}

ClipState Clips::state(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto found = clips_.find(name);
  return found == clips_.end() ? ClipState::unknown : found->second.state;
}

void Clips::hurry(std::string_view name) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(waiting_, name);
  if (found != waiting_.end()) std::rotate(waiting_.begin(), found, found + 1);
}

void Clips::want(const std::vector<std::string>& texts) {
  const std::lock_guard lock(mutex_);
  for (const std::string& text : texts)
    if (!clips_.contains(guide::clip_name(text))) wanted_.push_back(text);
  changed_.notify_all();
}

void Clips::again(std::string_view name) {
  const std::lock_guard lock(mutex_);
  const auto found = clips_.find(name);
  if (found != clips_.end()) wanted_.push_back(found->second.text);
  changed_.notify_all();
}

std::optional<File> Clips::open(std::string_view name) const {
  fs::path folder;
  {
    const std::lock_guard lock(mutex_);
    const auto found = clips_.find(name);
    if (found == clips_.end() || found->second.state != ClipState::ready) return std::nullopt;
    folder = found->second.folder;
  }
  return Site(folder).open(fmt::format("{}.wav", name));
}

std::shared_ptr<const std::string> Clips::index() const {
  nlohmann::ordered_json lengths = nlohmann::ordered_json::object(), coming = nlohmann::ordered_json::array();
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [name, clip] : clips_) {
      if (clip.state == ClipState::ready) lengths[name] = std::round(clip.seconds * 1000) / 1000;
      if (clip.state == ClipState::coming) coming.push_back(name);
    }
  }
  const nlohmann::ordered_json index{{"voice", voice_name_}, {"clips", lengths}, {"coming", coming}};
  return std::make_shared<const std::string>(
      index.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

std::string Clips::index_of(const std::set<std::string, std::less<>>& names) const {
  auto all = nlohmann::ordered_json::parse(*index(), nullptr, false);
  nlohmann::ordered_json lengths = nlohmann::ordered_json::object();
  for (const auto& [name, seconds] : all["clips"].items())
    if (names.contains(name)) lengths[name] = seconds;
  all["clips"] = lengths;
  return all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void Clips::finish(const std::function<void(std::size_t, std::size_t)>& progress) {
  std::unique_lock lock(mutex_);
  const std::size_t all = clips_.size();
  for (std::size_t told = 0; told < all;) {
    changed_.wait(lock, [&] { return settled_ > told; });
    told = settled_;
    lock.unlock();
    progress(told, all);
    lock.lock();
  }
}

void Clips::make_all(const std::stop_token& stop) {
  find_kept(stop);
  do {
    take_wanted();
    for (std::string name = next(); !name.empty() && !stop.stop_requested(); name = next()) {
      if (!find_kept(name) && !make(name, stop)) return give_up();
      take_wanted();
    }
  } while (wait(stop));
}

bool Clips::wait(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  return changed_.wait(lock, stop, [&] { return !wanted_.empty(); });
}

/// What is wanted comes before what waits already.
void Clips::take_wanted() {
  std::vector<std::string> texts;
  {
    const std::lock_guard lock(mutex_);
    texts.swap(wanted_);
  }
  for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
    const std::string name = guide::clip_name(*text);
    const fs::path folder = folder_for(*text); // asks the voice, which may only be done in this thread
    const std::lock_guard lock(mutex_);
    const auto [at, is_new] = clips_.try_emplace(name, Clip{*text, folder});
    Clip& clip = at->second;
    if (!is_new && clip.folder == folder) continue;
    if (clip.state != ClipState::coming) --settled_;
    clip.state = ClipState::coming;
    clip.folder = folder;
    std::erase(waiting_, name);
    waiting_.push_front(name);
  }
}

/// What was made before counts at once.
void Clips::find_kept(const std::stop_token& stop) {
  for (const auto& [name, clip] : clips_) { // the map itself, and the folders in it, change in this thread only
    if (stop.stop_requested()) return;
    [[maybe_unused]] const bool kept = find_kept(name);
  }
  const std::lock_guard lock(mutex_);
  std::erase_if(waiting_, [&](const std::string& name) { return clips_.at(name).state == ClipState::ready; });
}

bool Clips::find_kept(const std::string& name) {
  const auto file = Site(clips_.at(name).folder).open(name + ".wav");
  const std::string bytes = file ? contents(*file) : "";
  if (!is_intact(bytes)) return false;
  settle(name, ClipState::ready, wave_of(bytes)->seconds());
  return true;
}

bool Clips::make(const std::string& name, const std::stop_token& stop) {
  const Clip& clip = clips_.at(name);
  const auto tell = [&](const std::string& line) {
    if (line != last_told_ && !stop.stop_requested()) tell_(line);
    last_told_ = line;
  };
  const auto said = voice_->say(clip.text, stop);
  const Wave wave = said ? levelled(trimmed(*said)) : Wave{};
  if (wave.samples.empty()) {
    const Unsaid why = said ? Unsaid{false, "it is silent"} : said.error();
    if (!why.reason.empty())
      tell(why.for_good ? fmt::format("no voice: {}", why.reason)
                        : fmt::format("a cue stays without voice (“{}”): {}", clip.text, why.reason));
    settle(name, ClipState::unknown);
    return !why.for_good;
  }
  const fs::path file = clip.folder / (name + ".wav");
  if (const std::string trouble = write_file(file, bytes_of(wave)); !trouble.empty()) {
    tell(fmt::format(
        "no voice: {} cannot be written ({}); instead: make room there, or name another folder with --cache",
        file.string(), trouble));
    settle(name, ClipState::unknown);
    return false;
  }
  settle(name, ClipState::ready, wave.seconds());
  return true;
}

void Clips::settle(const std::string& name, ClipState state, double seconds) {
  const std::lock_guard lock(mutex_);
  Clip& clip = clips_.at(name);
  clip.state = state;
  clip.seconds = seconds;
  ++settled_;
  changed_.notify_all();
}

void Clips::give_up() {
  const std::lock_guard lock(mutex_);
  for (const std::string& name : waiting_)
    clips_.at(name).state = ClipState::unknown;
  settled_ += waiting_.size();
  waiting_.clear();
  changed_.notify_all();
}

std::string Clips::next() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return {};
  std::string name = waiting_.front();
  waiting_.pop_front();
  return name;
}

std::string write_clips(const Clips& clips, const fs::path& folder, const std::string& index) {
  const auto parsed = nlohmann::ordered_json::parse(*clips.index(), nullptr, false);
  for (const auto& [name, seconds] : parsed["clips"].items()) {
    const auto file = clips.open(name);
    const fs::path copy = folder / (name + ".wav");
    const std::string trouble = file ? write_file(copy, contents(*file)) : "it is gone from the cache";
    if (!trouble.empty())
      return fmt::format("{} cannot be written ({}); instead: make room there", copy.string(), trouble);
  }
  const fs::path file = folder / "index.json";
  const std::string trouble = write_file(file, index);
  return trouble.empty() ? ""
                         : fmt::format("{} cannot be written ({}); instead: make room there", file.string(), trouble);
}

} // namespace supple::studio
