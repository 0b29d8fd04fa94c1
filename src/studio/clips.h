// SPDX-License-Identifier: Apache-2.0
// The clips of the voice: every cue said once, made even, and kept.
#pragma once

#include "studio/site.h"
#include "studio/voice.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace supple::studio {

enum class ClipState {
  unknown, ///< no cue has this name, or it will never be said
  coming,  ///< it is being made, or waits for its turn
  ready,
};

/// Makes the clips of some texts one after another in a thread of its own, and keeps them in a folder, where they are
/// found the next time. What goes wrong is told in one line, and the rest goes on as well as it can.
class Clips {
public:
  using Tell = std::function<void(const std::string& line)>;

  /// `folder`: where clips are kept, in a folder for each setting of the voice. `texts`: what is needed first, first.
  /// `tell` is called from the thread.
  Clips(std::unique_ptr<Voice> voice, const std::filesystem::path& folder, const std::vector<std::string>& texts,
        Tell tell);

  /// The names of clips are those of guide::clip_name.
  [[nodiscard]] ClipState state(std::string_view name) const;

  /// It is needed now: it is made next.
  void hurry(std::string_view name);

  /// These texts may be needed soon: those that are not known yet are said before all others, in this order.
  void want(const std::vector<std::string>& texts);

  /// The voice says this clip otherwise now, as where it was recorded: it is made anew, if it is known.
  void again(std::string_view name);

  /// The WAV file of a clip that is ready.
  [[nodiscard]] std::optional<File> open(std::string_view name) const;

  /// `{"voice": name, "clips": {name: seconds, …}, "coming": [name, …]}`: those that are ready, and those that will be.
  [[nodiscard]] std::shared_ptr<const std::string> index() const;

  /// The same of the clips of these names only.
  [[nodiscard]] std::string index_of(const std::set<std::string, std::less<>>& names) const;

  /// Waits until every text is said or given up; `progress` is told how many of how many.
  void finish(const std::function<void(std::size_t done, std::size_t of)>& progress);

private:
  struct Clip {
    std::string text;
    std::filesystem::path folder; ///< of the settings that it is made with
    ClipState state = ClipState::coming;
    double seconds = 0;
  };

  void make_all(const std::stop_token& stop);
  void find_kept(const std::stop_token& stop);
  [[nodiscard]] bool find_kept(const std::string& name);
  /// Waits until something is wanted; false at the end.
  [[nodiscard]] bool wait(const std::stop_token& stop);
  void take_wanted();
  [[nodiscard]] std::filesystem::path folder_for(std::string_view text) const;
  /// False if nothing more can be made.
  bool make(const std::string& name, const std::stop_token& stop);
  void settle(const std::string& name, ClipState state, double seconds = 0);
  void give_up();
  [[nodiscard]] std::string next();

  std::unique_ptr<Voice> voice_;
  std::string voice_name_;
  std::filesystem::path folder_;
  Tell tell_;
  std::string last_told_;

  mutable std::mutex mutex_; ///< of all below
  std::condition_variable_any changed_;
  std::map<std::string, Clip, std::less<>> clips_;
  std::deque<std::string> waiting_; ///< names
  std::vector<std::string> wanted_; ///< texts
  std::size_t settled_ = 0;

  std::jthread thread_; ///< last, so that it ends first
};

/// Writes all clips that are ready into `folder`, and `index` as their index.json, for a site on another host. Or one
/// line that says why not.
[[nodiscard]] std::string write_clips(const Clips& clips, const std::filesystem::path& folder,
                                      const std::string& index);

} // namespace supple::studio
