// SPDX-License-Identifier: Apache-2.0
#include "studio/workshop.h"

#include "studio/process.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/core.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <tuple>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_waiting = 4, most_ready = 4;
constexpr auto longest_silence = std::chrono::minutes(10); // of the program; a new voice may take some
constexpr std::size_t longest_address = 500;

std::string_view name(Product product) {
  return product == Product::film ? "film" : "card";
}

std::string_view ending(Product product) {
  return product == Product::film ? ".mp4" : ".pdf";
}

/// Letters, digits and hyphens, and the language of a translation ("open-book.es"): no way to another folder, and no
/// option.
bool is_name(std::string_view text) {
  if (text.size() > 3 && text[text.size() - 3] == '.') {
    const std::string_view code = text.substr(text.size() - 2);
    if (std::ranges::any_of(code, [](char c) { return c < 'a' || c > 'z'; })) return false;
    text.remove_suffix(3);
  }
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 100 && text.front() != '-' && std::ranges::all_of(text, plain);
}

bool is_address(std::string_view text) {
  const auto printable = [](char c) { return c > ' ' && c <= '~' && c != '\'' && c != '"' && c != '\\'; };
  return text.size() <= longest_address && std::ranges::all_of(text, printable) &&
         (text.empty() || text.starts_with("http://") || text.starts_with("https://"));
}

/// "42 130": percent and seconds left.
std::optional<std::pair<int, int>> progress_of(std::string_view line) {
  int percent = 0, left_s = 0;
  const char *const begin = line.data(), *const end = begin + line.size();
  const auto first = std::from_chars(begin, end, percent);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, left_s);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  return std::pair(std::clamp(percent, 0, 100), std::max(left_s, 0));
}

/// A workout stands in a folder of its own.
fs::path file_of(const std::string& exercise, const fs::path& library) {
  const std::string file = exercise + ".md";
  std::error_code none;
  return fs::exists(library / "workouts" / file, none) ? library / "workouts" / file : library / file;
}

} // namespace

std::optional<Order> order_of(std::string_view json) {
  const auto root = nlohmann::json::parse(json, nullptr, false);
  if (!root.is_object()) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = root.find(key);
    return found != root.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
  };
  const auto product = text("product"), exercise = text("exercise");
  const auto week = root.find("week");
  if (!product || !exercise || !is_name(*exercise) || week == root.end() || !week->is_number_integer())
    return std::nullopt;
  Order order{.exercise = *exercise, .address = text("address").value_or("")};
  const auto asked_week = week->get<std::int64_t>();
  if (asked_week < 4 || asked_week > 42 || !is_address(order.address)) return std::nullopt;
  order.week = static_cast<int>(asked_week);
  if (*product == "card") {
    order.product = Product::card;
    return order;
  }
  order.size = text("size").value_or(order.size);
  const auto night = root.find("night");
  order.night = night != root.end() && night->is_boolean() && night->get<bool>();
  constexpr std::string_view sizes[] = {"1080p", "720p", "square", "portrait"};
  if (*product != "film" || std::ranges::find(sizes, order.size) == std::end(sizes)) return std::nullopt;
  return order;
}

Workshop::Workshop(std::vector<std::string> program, fs::path library, std::vector<std::string> film_options)
    : program_(std::move(program)), library_(std::move(library)), film_options_(std::move(film_options)) {
  thread_ = std::jthread([this](const std::stop_token& stop) { make_all(stop); });
}

Workshop::~Workshop() {
  thread_.request_stop();
  const std::lock_guard lock(mutex_);
  for (const Job& job : jobs_)
    job.stop.request_stop();
}

std::optional<int> Workshop::take(const Order& order) {
  const std::lock_guard lock(mutex_);
  const auto waiting = std::ranges::count(jobs_, State::waiting, &Job::state);
  if (static_cast<std::size_t>(waiting) >= most_waiting) return std::nullopt;
  Job& job = jobs_.emplace_back();
  job.number = ++last_number_;
  job.order = order;
  changed_.notify_all();
  return last_number_;
}

void Workshop::cancel(int number) {
  const std::lock_guard lock(mutex_);
  const Job* const job = find(number);
  if (job == nullptr) return;
  job->stop.request_stop();
  if (job->state == State::making) return; // its folder is still written to
  std::error_code ignored;
  fs::remove_all(folder_of(number), ignored);
  std::erase_if(jobs_, [&](const Job& each) { return each.number == number; });
}

std::string Workshop::list() const {
  static constexpr std::string_view states[] = {"waiting", "making", "ready", "failed"};
  Json list = Json::array();
  const std::lock_guard lock(mutex_);
  for (const Job& job : jobs_) {
    if (job.stop.stop_requested()) continue;
    Json entry{{"number", job.number},
               {"product", name(job.order.product)},
               {"exercise", job.order.exercise},
               {"state", states[static_cast<std::size_t>(job.state)]},
               {"percent", job.percent}};
    if (job.left_s >= 0) entry["left_s"] = job.left_s;
    if (job.state == State::ready) entry["file"] = fmt::format("{}{}", job.number, ending(job.order.product));
    if (job.state == State::failed) entry["reason"] = job.reason;
    list.push_back(std::move(entry));
  }
  return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<File> Workshop::open(std::string_view file) const {
  int number = 0;
  const auto read = std::from_chars(file.data(), file.data() + file.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto job = std::ranges::find(jobs_, number, &Job::number);
  if (job == jobs_.end() || job->state != State::ready ||
      fmt::format("{}{}", number, ending(job->order.product)) != file)
    return std::nullopt;
  return Site(folder_of(number)).open(fmt::format("{}{}", job->order.exercise, ending(job->order.product)));
}

void Workshop::make_all(const std::stop_token& stop) {
  for (;;) {
    std::unique_lock lock(mutex_);
    const auto waiting = [&] { return std::ranges::find(jobs_, State::waiting, &Job::state); };
    if (!changed_.wait(lock, stop, [&] { return waiting() != jobs_.end(); })) return;
    Job& job = *waiting();
    job.state = State::making;
    const int number = job.number;
    const Order order = job.order;
    const std::stop_token job_stop = job.stop.get_token();
    lock.unlock();
    std::string trouble = make(number, order, job_stop);
    lock.lock();
    if (stop.stop_requested()) return;
    Job& made = *find(number); // nobody else takes away what is being made
    if (made.stop.stop_requested()) {
      std::error_code ignored;
      fs::remove_all(folder_of(number), ignored);
      std::erase_if(jobs_, [&](const Job& each) { return each.number == number; });
      continue;
    }
    made.state = trouble.empty() ? State::ready : State::failed;
    made.reason = std::move(trouble);
    forget_old();
  }
}

std::string Workshop::make(int number, const Order& order, const std::stop_token& stop) {
  const fs::path folder = folder_of(number);
  std::error_code error;
  if (!scratch_.path().empty()) fs::create_directory(folder, error);
  if (scratch_.path().empty() || error) return "there is no room for temporary files; instead: free some space in /tmp";
  const fs::path out = folder / fmt::format("{}{}", order.exercise, ending(order.product));
  std::vector<std::string> command = program_;
  const auto append = [&](const std::vector<std::string>& words) {
    std::ranges::copy(words, std::back_inserter(command));
  };
  append({std::string(name(order.product)), fs::absolute(file_of(order.exercise, library_)).string(), "-o",
          out.string(), "--week", std::to_string(order.week)});
  if (order.product == Product::film) {
    append({"--size", order.size, "--theme", order.night ? "night" : "day", "--progress"});
    append(film_options_);
  } else if (!order.address.empty()) {
    append({"--address", order.address});
  }
  auto process = Process::start(command, folder, Errors::heard);
  if (!process)
    return fmt::format("{} cannot be run ({}); instead: install Supple anew", command.front(), process.error());
  std::string last;
  while (const auto line = process->line({std::chrono::steady_clock::now() + longest_silence, stop})) {
    progress(number, *line);
    if (!line->empty() && !progress_of(*line)) last = *line;
  }
  if (stop.stop_requested()) return "it was cancelled";
  if (process->ended() && process->wait() == 0 && fs::exists(out, error)) return {};
  return last.empty() ? "it ended early; instead: look at the terminal that serves" : last;
}

void Workshop::progress(int number, std::string_view line) {
  const auto told = progress_of(line);
  if (!told) return;
  const std::lock_guard lock(mutex_);
  if (Job* const job = find(number)) std::tie(job->percent, job->left_s) = *told;
}

/// Only the last ones that are done are kept.
void Workshop::forget_old() {
  const auto done = [](const Job& job) { return job.state == State::ready || job.state == State::failed; };
  while (static_cast<std::size_t>(std::ranges::count_if(jobs_, done)) > most_ready) {
    const auto oldest = std::ranges::find_if(jobs_, done);
    std::error_code ignored;
    std::filesystem::remove_all(folder_of(oldest->number), ignored);
    jobs_.erase(oldest);
  }
}

Workshop::Job* Workshop::find(int number) {
  const auto found = std::ranges::find(jobs_, number, &Job::number);
  return found == jobs_.end() ? nullptr : &*found;
}

fs::path Workshop::folder_of(int number) const {
  return scratch_.path() / std::to_string(number);
}

} // namespace supple::studio
