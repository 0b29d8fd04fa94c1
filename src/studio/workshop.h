// SPDX-License-Identifier: Apache-2.0
// Films and cards made for the page: one at a time, by the program itself, started once more, so that a film that is
// cancelled or fails harms nobody.
#pragma once

#include "studio/scratch.h"
#include "studio/site.h"

#include <condition_variable>
#include <deque>
#include <expected>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace supple::studio {

enum class Product { film, card };

/// What the page asks for. Everything in it is checked: it becomes part of a command.
struct Order {
  Product product = Product::film;
  std::string exercise;      ///< its file in the library, without .md: "open-book", "open-book.es"
  int week = 24;             ///< 4 to 42
  bool night = false;        ///< a film
  std::string size = "720p"; ///< a film: 1080p, 720p, square or portrait
  std::string address;       ///< a card: where the page stands; may be empty
};

/// The order in a text of the form
/// {"product":"film","exercise":"…","week":24,"night":false,"size":"720p"} or
/// {"product":"card","exercise":"…","week":24,"address":"http://…"}; none where it is not of that form.
[[nodiscard]] std::optional<Order> order_of(std::string_view json);

class Workshop {
public:
  /// `program`: the command that makes (`supple`); `library`: the folder of the exercises; `film_options`: what is said
  /// to it of every film (whose voice).
  Workshop(std::vector<std::string> program, std::filesystem::path library, std::vector<std::string> film_options = {});
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop();

  /// Takes an order and gives its number; none where as many wait as may.
  [[nodiscard]] std::optional<int> take(const Order& order);

  /// Ends what is being made, takes away what waits or is ready. Nothing happens where there is no such number.
  void cancel(int number);

  /// `[{"number":1,"product":"film","exercise":"…","state":"waiting|making|ready|failed","percent":0,"left_s":0,
  /// "file":"1.mp4","reason":"…"}, …]`: those of now and the last ones that are ready.
  [[nodiscard]] std::string list() const;

  /// A file that is ready, by the name in the list.
  [[nodiscard]] std::optional<File> open(std::string_view file) const;

private:
  enum class State { waiting, making, ready, failed };

  struct Job {
    int number = 0;
    Order order;
    State state = State::waiting;
    int percent = 0, left_s = -1; ///< -1: not known yet
    std::string reason;
    std::stop_source stop;
  };

  void make_all(const std::stop_token& stop);
  [[nodiscard]] std::string make(int number, const Order& order, const std::stop_token& stop);
  void progress(int number, std::string_view line);
  void forget_old();
  [[nodiscard]] Job* find(int number);
  [[nodiscard]] std::filesystem::path folder_of(int number) const;

  std::vector<std::string> program_;
  std::filesystem::path library_;
  std::vector<std::string> film_options_;
  Scratch scratch_;

  mutable std::mutex mutex_; ///< of all below
  std::condition_variable_any changed_;
  std::deque<Job> jobs_; ///< in the order that they were taken
  int last_number_ = 0;

  std::jthread thread_; ///< last, so that it ends first
};

} // namespace supple::studio
