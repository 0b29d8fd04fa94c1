// SPDX-License-Identifier: Apache-2.0
// What a film shows when: the session, the cards before and after it, its chapters.
#pragma once

#include "guide/session.h"
#include "score/score.h"

#include <optional>
#include <string>
#include <vector>

namespace supple::film {

/// The session begins with the film, so that the times of both are the same. Over its beginning lie two cards: the
/// opening, and what makes it comfortable. The closing card comes after it.
struct Programme {
  guide::Session session;
  std::string title, for_whom;
  std::string language = "en"; ///< of its words
  std::vector<std::string> tags, comfort, care;
  double comfort_s = 0;  ///< when the opening card gives way to the set-up
  double figure_s = 0;   ///< and the set-up to the figure
  double closing_s = 0;  ///< when the figure gives way to the closing card
  double duration_s = 0; ///< of the film
};

/// `length_s`: no more of it than this from its beginning.
[[nodiscard]] Programme programme_of(const score::Score& score, guide::Session session, std::optional<double> length_s);

/// When a picture of the session shows most: the end of a breath out in the middle of it.
[[nodiscard]] double poster_s(const guide::Session& session);

} // namespace supple::film
