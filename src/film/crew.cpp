// SPDX-License-Identifier: Apache-2.0
#include "film/crew.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace supple::film {

namespace {

class Crew {
public:
  Crew(std::size_t count, int hands, const std::function<Maker()>& maker)
      : count_(count), makers_(static_cast<std::size_t>(hands)), ready_(2 * makers_.size()) {
    for (Maker& own : makers_)
      threads_.emplace_back([this, &maker, &own] { work(maker, own); });
  }

  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  ~Crew() {
    const std::lock_guard lock(mutex_);
    over_ = true;
    changed_.notify_all();
  }

  /// The next frame; it is kept until `give_back`.
  const Frame& next() {
    std::unique_lock lock(mutex_);
    const Frame*& frame = ready_[taken_ % ready_.size()];
    changed_.wait(lock, [&] { return frame != nullptr || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    return *frame;
  }

  void give_back() {
    const std::lock_guard lock(mutex_);
    ready_[taken_ % ready_.size()] = nullptr;
    ++taken_;
    changed_.notify_all();
  }

private:
  void work(const std::function<Maker()>& maker, Maker& make) {
    try {
      make = maker();
      // The next frame lies where the last but one does: how many must have been taken before it is made.
      std::size_t last_but_one = 0, last = 0;
      for (std::unique_lock lock(mutex_);;) {
        changed_.wait(lock, [&] { return over_ || begun_ >= count_ || taken_ >= last_but_one; });
        if (over_ || begun_ >= count_) return;
        const std::size_t number = begun_++;
        lock.unlock();
        const Frame& frame = make(number);
        lock.lock();
        ready_[number % ready_.size()] = &frame;
        last_but_one = std::exchange(last, number + 1);
        changed_.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
    }
  }

  std::size_t count_;
  std::vector<Maker> makers_; ///< one a hand; frames lie with them
  std::mutex mutex_;          ///< of all below
  std::condition_variable changed_;
  std::vector<const Frame*> ready_; ///< each where its number leads; two a hand
  std::size_t begun_ = 0, taken_ = 0;
  bool over_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_; ///< last, so that they end first
};

} // namespace

int hands_here() {
  return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
}

void make_in_order(std::size_t count, int hands, const std::function<Maker()>& maker,
                   const std::function<bool(const Frame&)>& take) {
  Crew crew(count, hands, maker);
  for (std::size_t i = 0; i < count; ++i) {
    if (!take(crew.next())) return;
    crew.give_back();
  }
}

} // namespace supple::film
