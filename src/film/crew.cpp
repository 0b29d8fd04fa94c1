// SPDX-License-Identifier: Apache-2.0
#include "film/crew.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace supple::film {

namespace {

class Crew {
public:
  Crew(std::size_t count, int hands, const std::function<Maker()>& maker)
      : count_(count), slots_(static_cast<std::size_t>(2 * hands)) {
    for (int i = 0; i < hands; ++i)
      threads_.emplace_back([this, &maker] { work(maker); });
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
    Slot& slot = slots_[taken_ % slots_.size()];
    changed_.wait(lock, [&] { return slot.ready || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    return slot.frame;
  }

  void give_back() {
    const std::lock_guard lock(mutex_);
    slots_[taken_ % slots_.size()].ready = false;
    ++taken_;
    changed_.notify_all();
  }

private:
  struct Slot {
    Frame frame;
    bool ready = false;
  };

  void work(const std::function<Maker()>& maker) {
    try {
      const Maker make = maker();
      for (std::unique_lock lock(mutex_);;) {
        changed_.wait(lock, [&] { return over_ || begun_ >= count_ || begun_ < taken_ + slots_.size(); });
        if (over_ || begun_ >= count_) return;
        const std::size_t number = begun_++;
        Slot& slot = slots_[number % slots_.size()];
        lock.unlock();
        make(number, slot.frame);
        lock.lock();
        slot.ready = true;
        changed_.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
    }
  }

  std::size_t count_;
  std::mutex mutex_; ///< of all below
  std::condition_variable changed_;
  std::vector<Slot> slots_;
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
