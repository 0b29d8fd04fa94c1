// SPDX-License-Identifier: Apache-2.0
// What `supple guide` shows: at a terminal a few lines that renew themselves (the cue, the breath, where she is and how
// long it still takes), elsewhere one line for every cue.
#pragma once

#include "guide/live.h"

#include <string>

namespace supple::cli {

class GuideScreen {
public:
  explicit GuideScreen(bool terminal) : terminal_(terminal) {}

  void show(const guide::Live& live, const guide::Actions& actions);

private:
  void print_line(const guide::Action& action) const;
  void draw(const guide::Live& live);

  bool terminal_;
  int lines_ = 0; ///< drawn so far
  std::string caption_, drawn_;
};

} // namespace supple::cli
