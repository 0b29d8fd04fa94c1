// SPDX-License-Identifier: Apache-2.0
#include "film/programme.h"

#include "film/words.h"

#include <algorithm>

namespace supple::film {

namespace {

constexpr double shortest_card_s = 4; // to read a title and two lines
constexpr double longest_cards_s = 24;
constexpr double closing_card_s = 7;

/// When the body first does something.
double first_movement_s(const guide::Session& session) {
  for (const guide::Phase& phase : session.phases)
    if (phase.paced || phase.posture != session.phases.front().posture || !phase.moves.empty()) return phase.start_s;
  return session.duration_s;
}

template <class Item>
void cut(std::vector<Item>& items, double end_s) {
  std::erase_if(items, [&](const Item& item) { return item.start_s >= end_s; });
  for (Item& item : items)
    item.end_s = std::min(item.end_s, end_s);
}

void cut(guide::Session& session, double end_s) {
  if (session.duration_s <= end_s) return;
  session.duration_s = end_s;
  cut(session.sections, end_s);
  cut(session.phases, end_s);
  cut(session.cues, end_s);
  cut(session.captions, end_s);
  cut(session.tones, end_s);
}

} // namespace

Programme programme_of(const score::Score& score, guide::Session session, std::optional<double> length_s) {
  Programme programme{.session = std::move(session),
                      .title = score.title,
                      .for_whom = for_whom(score),
                      .language = score.language,
                      .tags = score.tags,
                      .comfort = {},
                      .care = score.care};
  for (const reader::ComfortOption& option : score.comfort)
    programme.comfort.push_back(option.spoken);
  const guide::Session& whole = programme.session;
  programme.figure_s = std::clamp(first_movement_s(whole), shortest_card_s, longest_cards_s);
  programme.comfort_s = programme.figure_s;
  if (programme.figure_s >= 2 * shortest_card_s && !(programme.comfort.empty() && programme.care.empty()))
    programme.comfort_s = std::clamp(whole.phases.front().end_s, shortest_card_s, programme.figure_s - shortest_card_s);
  programme.closing_s = whole.duration_s;
  programme.duration_s = whole.duration_s + closing_card_s;
  if (length_s && *length_s < programme.duration_s) {
    programme.duration_s = *length_s;
    cut(programme.session, *length_s);
  }
  return programme;
}

double poster_s(const guide::Session& session) {
  std::vector<double> ends;
  for (const guide::Phase& phase : session.phases)
    if (phase.paced && phase.side == vocabulary::Side::none && phase.breath == vocabulary::Breath::exhale)
      ends.push_back(phase.end_s);
  return ends.empty() ? session.duration_s / 2 : ends[ends.size() / 2];
}

} // namespace supple::film
