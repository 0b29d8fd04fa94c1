// SPDX-License-Identifier: Apache-2.0
#include "reader/frames.h"

#include "text/sorted.h"

#include <algorithm>
#include <tuple>

namespace supple::reader {

namespace {

struct Filled {
  int frame = 0;
  std::vector<int> terms; ///< of each slot
  int first = 0, last = 0;

  bool only_goals = false; ///< its parts of the body are only where another part goes
  bool with_head = false;

  [[nodiscard]] int span() const { return last - first; }
};

bool overlap(const Term& a, const Term& b) {
  return a.first <= b.last && b.first <= a.last;
}

const Term& at(std::span<const Term> terms, int i) {
  return terms[static_cast<std::size_t>(i)];
}

bool is_meant(const std::vector<int>& slot, const Term& term) {
  return std::ranges::find(slot, term.meaning) != slot.end();
}

// Fills the slots from `slot` on, each with the first term that fits and is not taken. Their order is free, but for
// what a preposition leads: "start to come up" is not "come up to the start".
bool fill(const Frame& frame, std::span<const Term> terms, std::size_t slot, const Lexicon::Entries& entries,
          Filled& filled) {
  if (slot == frame.slots.size()) return true;
  for (int i = 0; i < static_cast<int>(terms.size()); ++i) {
    const Term& term = at(terms, i);
    if (!is_meant(frame.slots[slot], term)) continue;
    if (slot > 0) {
      const Term& before = at(terms, filled.terms.back());
      if (entries.concepts[static_cast<std::size_t>(before.meaning)].leads && term.first < before.first) continue;
    }
    if (std::ranges::any_of(filled.terms, [&](int other) { return overlap(at(terms, other), term); })) continue;
    filled.terms.push_back(i);
    if (fill(frame, terms, slot + 1, entries, filled)) return true;
    filled.terms.pop_back();
  }
  return false;
}

bool has_part(const Filled& filled, std::span<const Term> terms) {
  return std::ranges::any_of(filled.terms, [&](int i) { return at(terms, i).kind == Kind::part; });
}

bool has_head(const Filled& filled, std::span<const Term> terms, int head) {
  return std::ranges::any_of(filled.terms,
                             [&](int i) { return at(terms, i).first <= head && head <= at(terms, i).last; });
}

// The frame is for some postures, and she is in one of them.
bool is_for(const Frame& frame, std::optional<vocabulary::Posture> posture) {
  return posture && (frame.postures & bit_of(*posture)) != 0;
}

bool is_meant_in(const Frame& frame, std::optional<vocabulary::Posture> posture) {
  return frame.postures == 0 || !posture || is_for(frame, posture);
}

// What the frames taken so far have used up.
struct Used {
  std::vector<bool> parts; ///< of each word: it is a part of the body and taken
  std::vector<bool> words; ///< it is taken

  [[nodiscard]] bool any(const std::vector<bool>& which, const Term& term) const {
    return std::any_of(which.begin() + term.first, which.begin() + term.last + 1, [](bool used) { return used; });
  }
};

// "Lower down" lowers the whole of her, "lower down onto your forearms" does not.
bool leads_elsewhere(const Filled& filled, std::span<const Term> terms, vocabulary::Move move) {
  return move == vocabulary::Move::pelvis_lower && !has_part(filled, terms) &&
         std::ranges::any_of(terms, [](const Term& term) { return term.kind == Kind::part && term.goal; });
}

// "Press up through your hands" puts them nowhere.
bool goes_through(const Filled& filled, std::span<const Term> terms, vocabulary::Move move) {
  return move == vocabulary::Move::hands_place && has_part(filled, terms) &&
         std::ranges::all_of(filled.terms,
                             [&](int i) { return at(terms, i).kind != Kind::part || at(terms, i).passed; });
}

bool is_named_so(const Term& term, std::string_view name, const Lexicon::Entries& entries) {
  return entries.concepts[static_cast<std::size_t>(term.meaning)].name == name;
}

// "Let your belly go soft under your hand": the hand is where it is already.
bool is_under_hand(const Filled& filled, std::span<const Term> terms, vocabulary::Move move,
                   const Lexicon::Entries& entries) {
  return move == vocabulary::Move::hands_place && !filled.only_goals && std::ranges::any_of(filled.terms, [&](int i) {
           const Term& term = at(terms, i);
           return term.goal && (is_named_so(term, "hand", entries) || is_named_so(term, "hands", entries));
         });
}

bool may_take(const Filled& filled, std::span<const Term> terms, int head, const Used& used, const Frame& frame,
              const Lexicon::Entries& entries) {
  if (frame.also) return true;
  if (leads_elsewhere(filled, terms, frame.move) || goes_through(filled, terms, frame.move) ||
      is_under_hand(filled, terms, frame.move, entries))
    return false;
  const auto is_way_or_goal = [&](int i) { return at(terms, i).kind == Kind::part || at(terms, i).kind == Kind::way; };
  if (filled.only_goals && std::ranges::all_of(filled.terms, is_way_or_goal)) return false; // "low down on your tummy"
  const auto moves_itself = [](const Term& term) { return term.kind == Kind::part && !term.goal && !term.passed; };
  if (filled.only_goals && std::ranges::any_of(terms, moves_itself))
    return false; // "let the belly rise under your hands"
  bool fresh = false;
  for (const int i : filled.terms) {
    const Term& term = at(terms, i);
    if (term.kind == Kind::part && used.any(used.parts, term)) return false;
    if (filled.only_goals && term.kind != Kind::part && used.any(used.words, term)) return false;
    fresh = fresh || !used.any(used.words, term);
  }
  if (!fresh) return false;
  if (has_part(filled, terms)) return true;
  // Without a part: the verb itself must say it, and must not have said something else.
  const auto is_noun = [&](int i) { return at(terms, i).kind == Kind::act && at(terms, i).named; };
  if (!has_head(filled, terms, head))
    return filled.terms.size() > 1 && head < 0 && std::ranges::none_of(filled.terms, is_noun);
  constexpr int near = 4;
  const auto is_own = [&](const Term& term) {
    return std::ranges::any_of(filled.terms, [&](int i) { return overlap(at(terms, i), term); });
  };
  const auto is_object = [&](const Term& term) {
    if (is_own(term) || term.kind != Kind::part || term.passed) return false;
    const bool is_subject = term.last < head && !term.goal; // "the shoulders come down"
    const bool is_far_thing =
        term.first > head + near && is_named_so(term, "prop", entries); // "stay as long as the kettle"
    return (filled.terms.size() == 1 && !is_far_thing) || is_subject ||
           (term.first > head && term.first <= head + near);
  };
  if (std::ranges::any_of(terms, is_object)) return false;
  return !used.words[static_cast<std::size_t>(head)];
}

} // namespace

std::vector<Meant> moves_meant(std::span<const Term> terms, int head, std::optional<vocabulary::Posture> posture,
                               const Lexicon::Entries& entries) {
  const auto frame_of = [&](const Filled& filled) -> const Frame& {
    return entries.frames[static_cast<std::size_t>(filled.frame)];
  };
  std::vector<Filled> all;
  std::vector<int> tried;
  for (const Term& term : terms)
    for (const int number : entries.frames_of[static_cast<std::size_t>(term.meaning)]) {
      if (std::ranges::find(tried, number) != tried.end()) continue;
      tried.push_back(number);
      Filled filled{number, {}};
      if (!is_meant_in(frame_of(filled), posture) || !fill(frame_of(filled), terms, 0, entries, filled)) continue;
      filled.first = std::ranges::min(filled.terms, {}, [&](int i) { return at(terms, i).first; });
      filled.first = at(terms, filled.first).first;
      filled.last = at(terms, std::ranges::max(filled.terms, {}, [&](int i) { return at(terms, i).last; })).last;
      filled.with_head = has_head(filled, terms, head);
      filled.only_goals = has_part(filled, terms) && std::ranges::none_of(filled.terms, [&](int i) {
                            return at(terms, i).kind == Kind::part && !at(terms, i).goal;
                          });
      all.push_back(std::move(filled));
    }
  const auto parts = [&](const Filled& filled) {
    return std::ranges::count_if(filled.terms, [&](int i) { return at(terms, i).kind == Kind::part; });
  };
  text::sort(all, [&](const Filled& a, const Filled& b) {
    const bool a_here = is_for(frame_of(a), posture), b_here = is_for(frame_of(b), posture);
    const bool a_last = frame_of(a).spare, b_last = frame_of(b).spare;
    return std::tuple{a_last, a.only_goals, b.terms.size(), b_here, parts(b), b.with_head, a.span(), a.frame} <
           std::tuple{b_last, b.only_goals, a.terms.size(), a_here, parts(a), a.with_head, b.span(), b.frame};
  });
  const auto count =
      terms.empty() ? std::size_t{0} : static_cast<std::size_t>(std::ranges::max(terms, {}, &Term::last).last) + 1;
  Used used{std::vector<bool>(count), std::vector<bool>(count)};
  std::vector<Meant> moves;
  for (const Filled& filled : all) {
    const Frame& frame = frame_of(filled);
    if (frame.spare ? !moves.empty() || !filled.with_head : !may_take(filled, terms, head, used, frame, entries))
      continue;
    Meant meant{frame_of(filled).move, filled.frame, filled.first, filled.last, {}};
    for (const int i : filled.terms)
      for (int word = at(terms, i).first; word <= at(terms, i).last; ++word) {
        used.words[static_cast<std::size_t>(word)] = true;
        if (at(terms, i).kind == Kind::part) used.parts[static_cast<std::size_t>(word)] = true;
        meant.words.push_back(word);
      }
    moves.push_back(std::move(meant));
  }
  text::sort(moves, {}, &Meant::first);
  return moves;
}

} // namespace supple::reader
