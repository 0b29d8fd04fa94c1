// SPDX-License-Identifier: Apache-2.0
#include "reader/clause_starts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

namespace {

// "as wide as your mat".
bool is_quality(const Found& found, int i) {
  return (is(found, i, Glue::state) || is(found, i, Glue::adjective)) && !is_part(found, i) &&
         !is(found, i, Glue::determiner);
}

// Whether a name phrase may stand here: "the", "your left", a part.
bool is_of_name(const Found& found, int i) {
  return is(found, i, Glue::determiner) || is(found, i, Glue::adjective) || is_part(found, i) ||
         plain_is(found, i, "of");
}

bool joins_names(const Found& found, int i, int head, bool lists) {
  int next = i + 1;
  const int count = static_cast<int>(found.words.size());
  while (next < count && (is(found, next, Glue::adverb) || plain_is(found, next, "to")) && !is_verb(found, next))
    ++next;
  if (next >= count) return true;
  if (plain_is(found, i, "and") && (plain_is(found, i + 1, "then") || plain_is(found, i + 1, "now"))) return false;
  if (std::ranges::any_of(found.negations, [&](const Match& match) { return match.first() == next; })) return false;
  if (is_verb(found, next) || found.of_breath[static_cast<std::size_t>(next)] || is(found, next, Glue::permitting) ||
      links(found, next) || is(found, next, Glue::going) || is(found, next, Glue::sensing) ||
      is(found, next, Glue::speaker) || is(found, next, Glue::offering) || is(found, next, Glue::pronoun))
    return false;
  int after = next;
  while (after < count && !word_at(found, after).after_mark && is_of_name(found, after) && !is_verb(found, after))
    ++after;
  if (head >= 0 && is(found, head, Glue::permitting) && after > next)
    return true; // "let your chest and your head sink"
  // "and your head hangs": a name with a verb or a state of its own
  return after >= count || !(is_verb(found, after) || is(found, after, Glue::auxiliary) ||
                             (is_way(found, after) && !lists) || is(found, after, Glue::permitting));
}

// Where a verb without a mark before it begins a clause of its own, as people speak: "round your back let your head
// hang". Answers where, or -1.
int unmarked_start(const Found& found, int first, int verb, int head) {
  if (head < 0 || is(found, head, Glue::permitting) || is(found, head, Glue::sensing)) return -1;
  if (verb == head + 1) return -1;
  if (is(found, verb - 1, Glue::permitting) || plain_is(found, verb - 1, "to") ||
      is(found, verb - 1, Glue::auxiliary) || is(found, verb - 1, Glue::adverb))
    return -1;
  int name = verb;
  while (name > head + 1 && is_of_name(found, name - 1) && !is_verb(found, name - 1))
    --name;
  if (name == verb) return is_third_person(found, verb) ? -1 : verb;
  if (name == head + 1) return is_third_person(found, verb) ? -1 : verb;
  static_cast<void>(first);
  return name;
}

// "When you've had enough drop back", "once you're ready lift": an order without a mark before it.
bool is_ready(const Found& found, int i) {
  constexpr std::array<std::string_view, 8> ends{"enough",      "ready",   "done",  "finished",
                                                 "comfortable", "settled", "there", "empty"};
  return i >= 0 && std::ranges::find(ends, word_at(found, i).plain) != ends.end();
}

bool has_been(const Found& found, int first, int last) {
  for (int i = first; i < last; ++i)
    if (is(found, i, Glue::afterwards)) return true;
  return false;
}

} // namespace

// "If you like" compares nothing; "arch like a cat" says which way the back goes.
bool is_no_comparison(const Found& found, int i) {
  constexpr int near = 4;
  constexpr std::array<std::string_view, 3> poses{"cat", "cats", "cow"};
  if (!plain_is(found, i, "like")) return false;
  if (is(found, i - 1, Glue::determiner) || is(found, i - 1, Glue::speaker) || plain_is(found, i - 1, "would"))
    return true;
  for (int k = i + 1; k <= i + near && k < word_count(found) && !word_at(found, k).after_mark; ++k)
    if (std::ranges::find(poses, word_at(found, k).plain) != poses.end()) return !word_at(found, i).after_mark;
  return false;
}

std::vector<int> clause_starts(const Found& found) {
  const int count = static_cast<int>(found.words.size());
  std::vector<int> starts{found.after_label};
  int head = -1;
  const auto begin = [&](int i) {
    if (i > starts.back()) starts.push_back(i);
    head = -1;
  };
  for (int i = found.after_label; i < count; ++i) {
    const bool inside_breath = found.of_breath[static_cast<std::size_t>(i)];
    const bool lists_adjectives = is(found, i - 1, Glue::adjective) && is(found, i, Glue::adjective) &&
                                  !word_at(found, i).after_stop && !is_verb(found, i - 1);
    if (word_at(found, i).after_mark && !lists_adjectives) begin(i);
    if (i > starts.back() && !links(found, i - 1) && links(found, i) && !inside_breath && !is_inside_term(found, i) &&
        !is_no_comparison(found, i)) {
      const bool joins =
          is(found, i, Glue::joining) &&
          joins_names(found, i, head, is_part(found, i - 1) && head >= 0 && !is(found, head, Glue::auxiliary));
      const bool compares = plain_is(found, i, "as") && !plain_is(found, i + 1, "if") &&
                            !plain_is(found, i + 1, "though") && (is_quality(found, i + 1) || is_quality(found, i - 1));
      const bool together =
          compares || (plain_is(found, i, "as") && (plain_is(found, i + 1, "far") || plain_is(found, i + 1, "much")));
      const bool again =
          plain_is(found, i, "once") && (plain_is(found, i + 1, "more") || plain_is(found, i + 1, "again"));
      const bool is_means = plain_is(found, i, "with") && head >= 0 && !has_part(found, starts.back(), i) &&
                            is(found, head, Glue::going) == false;
      if (!joins && !together && !is_means && !again && !names_this(found, i)) begin(i);
    }
    const bool aims = plain_is(found, i, "to") && head >= 0 && i + 1 < count && is_verb(found, i + 1) &&
                      !is(found, head, Glue::permitting) && !is(found, head, Glue::sensing) &&
                      !is(found, i, Glue::auxiliary) && !is(found, i, Glue::offering);
    if (aims && !inside_breath) begin(i);
    if (!inside_breath && head < 0 && is_verb(found, i) && is_ready(found, i - 1) && has_been(found, starts.back(), i))
      begin(i);
    if (inside_breath || !is_verb(found, i)) {
      if (head < 0 && (is(found, i, Glue::permitting) || is(found, i, Glue::sensing)) && !inside_breath) head = i;
      continue;
    }
    if (head >= 0 && is_gerund(found, i) && i > head + 1 && !is(found, head, Glue::permitting) &&
        !is(found, head, Glue::sensing) && !plain_is(found, i - 1, "by")) {
      begin(i);
    } else if (head >= 0) {
      const int start = unmarked_start(found, starts.back(), i, head);
      if (start > starts.back()) begin(start);
    }
    if (head < 0 || is(found, head, Glue::permitting)) head = i;
  }
  return starts;
}

} // namespace supple::reader
