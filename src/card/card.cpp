// SPDX-License-Identifier: Apache-2.0
#include "card/card.h"

#include "film/words.h"

#include <algorithm>

namespace supple::card {

namespace {

using guide::Cue;
using guide::CueKind;
using guide::Phase;
using guide::SectionKind;
using guide::Session;

const Phase& phase_of(const Session& session, std::size_t index) {
  return session.phases[std::min(index, session.phases.size() - 1)];
}

/// A sentence that is said in her own time, about what to do; not in the pace of a round.
bool tells_what_to_do(const Session& session, const Cue& cue) {
  const bool kind = cue.kind == CueKind::setup || cue.kind == CueKind::teach || cue.kind == CueKind::side ||
                    cue.kind == CueKind::finish;
  return kind && !phase_of(session, static_cast<std::size_t>(cue.phase)).paced;
}

/// Where the sentence is done: in the breath after it, or in its own time.
const Phase& done_in(const Session& session, const Cue& cue) {
  const auto own = static_cast<std::size_t>(cue.phase);
  const Phase& next = phase_of(session, own + 1);
  return next.paced && cue.kind != CueKind::setup ? next : phase_of(session, own);
}

bool moves_alike(const Phase& a, const Phase& b) {
  const auto same = [](const auto& x, const auto& y) {
    return std::ranges::equal(x, y,
                              [](const auto& p, const auto& q) { return p.move == q.move && p.amount == q.amount; });
  };
  return a.posture == b.posture && a.side == b.side && same(a.standing, b.standing) && same(a.moves, b.moves);
}

/// "Centre × 10"; the teaching is of the rounds after it.
std::string section_of(const Session& session, std::size_t index) {
  if (session.sections[index].kind == SectionKind::teaching && index + 1 < session.sections.size()) ++index;
  const guide::SessionSection& section = session.sections[index];
  const bool repeated = section.kind == SectionKind::rounds || section.kind == SectionKind::sides;
  return repeated && section.breaths > 1 ? section.title + " × " + std::to_string(section.breaths) : section.title;
}

/// The step that the next page begins with, if this one begins with `first` and `pages` are left for the rest.
std::size_t turn_of(const std::vector<Step>& steps, std::size_t first, std::size_t pages, std::size_t most) {
  constexpr std::size_t within_a_section = 4; // as bad as a page that is so many steps too long or too short
  const std::size_t left = steps.size() - first, even = first + (left + pages - 1) / pages;
  const std::size_t least = steps.size() - std::min(left - 1, (pages - 1) * most);
  std::size_t best = even, best_cost = steps.size();
  for (std::size_t at = std::max(least, first + 1); at <= first + most && at < steps.size(); ++at) {
    const std::size_t cost =
        std::max(at, even) - std::min(at, even) + (steps[at].section.empty() ? within_a_section : 0);
    if (cost < best_cost) best = at, best_cost = cost;
  }
  return best;
}

} // namespace

std::vector<std::span<const Step>> pages_of(const Card& card, std::size_t most) {
  std::size_t pages = std::max<std::size_t>(1, (card.steps.size() + most - 1) / most);
  std::vector<std::span<const Step>> out;
  std::size_t first = 0;
  for (; pages > 1; --pages) {
    const std::size_t next = turn_of(card.steps, first, pages, most);
    out.emplace_back(card.steps.begin() + static_cast<std::ptrdiff_t>(first), next - first);
    first = next;
  }
  out.emplace_back(card.steps.begin() + static_cast<std::ptrdiff_t>(first), card.steps.size() - first);
  return out;
}

Card card_of(const score::Score& score, const Session& session) {
  Card card{score.title, film::for_whom(score), score.language, score.tags, {}, score.care, {}};
  for (const reader::ComfortOption& option : score.comfort)
    card.comfort.push_back(option.spoken);
  if (session.phases.empty()) return card;
  const Phase* before = &session.phases.front(); // at rest
  std::string section;
  for (const Cue& cue : session.cues) {
    if (!tells_what_to_do(session, cue)) continue;
    const Phase& phase = done_in(session, cue);
    if (moves_alike(phase, *before)) continue;
    before = &phase;
    const std::string now = section_of(session, static_cast<std::size_t>(phase.section));
    card.steps.push_back({now == section ? "" : now, cue.text, phase.breath, phase.end_s});
    section = now;
  }
  return card;
}

} // namespace supple::card
