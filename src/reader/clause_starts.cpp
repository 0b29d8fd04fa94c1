// SPDX-License-Identifier: Apache-2.0
#include "reader/clause_starts.h"

#include "reader/clause_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

namespace {

class Starts {
public:
  explicit Starts(const Found& found) : found_(found), starts_{found.after_label} {}

  std::vector<int> find() {
    for (int i = found_.after_label; i < word_count(found_); ++i) {
      if (word_at(found_, i).after_mark && !lists_adjectives(i)) begin(i);
      if (is_of_breath(found_, i)) continue; // the name of a breath is one word, whatever it is made of
      if (i > starts_.back() && (begins_by_link(i) || hesitates(i))) begin(i);
      if (is_aim(i) || is_order_when_ready(i) || is_remark(i) || is_main_clause(i)) begin(i);
      if (is_of_posture(i)) continue;
      if (is_verb(found_, i))
        meet_verb(i);
      else if (head_ < 0 && takes_a_verb(i))
        head_ = i;
    }
    return std::move(starts_);
  }

private:
  void begin(int i) {
    if (i > starts_.back()) starts_.push_back(i);
    head_ = -1;
  }

  // "hang in a forward fold", "into extended puppy", "up to standing": the name of a posture and no verb.
  [[nodiscard]] bool is_of_posture(int i) const {
    return std::ranges::any_of(found_.postures, [&](const Match& match) {
      if (i < match.first() || i > match.last()) return false;
      return i > match.first() || is(found_, i - 1, Glue::preposition) || plain_is(found_, i - 1, "a");
    });
  }

  // "So it can't roll off um hands on your knees": as people speak, where they begin anew.
  [[nodiscard]] bool hesitates(int i) const {
    constexpr std::array<std::string_view, 6> words{"um", "uh", "erm", "okay", "ok", "alright"};
    return std::ranges::any_of(words, [&](std::string_view word) { return plain_is(found_, i, word); });
  }

  // "let", "begin to", "feel": the next verb belongs to it.
  [[nodiscard]] bool takes_a_verb(int i) const {
    return is(found_, i, Glue::permitting) || is(found_, i, Glue::sensing);
  }

  void meet_verb(int i) {
    if (head_ >= 0) {
      const int start = is_second_gerund(i) ? i : unmarked_start(i);
      if (start > starts_.back()) begin(start);
    }
    if (head_ < 0 || is(found_, head_, Glue::permitting)) head_ = i;
  }

  // "sweep your arm up turning your chest"
  [[nodiscard]] bool is_second_gerund(int i) const {
    if (is(found_, i - 1, Glue::auxiliary)) return false; // "nobody is holding their breath"
    return is_gerund(found_, i) && i > head_ + 1 && !takes_a_verb(head_) && !plain_is(found_, i - 1, "by");
  }

  // "a big, lazy circle"
  [[nodiscard]] bool lists_adjectives(int i) const {
    return is(found_, i - 1, Glue::adjective) && is(found_, i, Glue::adjective) &&
           (is(found_, i - 2, Glue::determiner) || is(found_, i - 2, Glue::adjective)) &&
           !word_at(found_, i).after_stop && !is_verb(found_, i - 1);
  }

  [[nodiscard]] bool begins_by_link(int i) const {
    if (!links(found_, i) || links(found_, i - 1) || is_inside_term(found_, i) || names_this(found_, i)) return false;
    if (plain_is(found_, i, "then") && i == starts_.back() + 2 && is_let_do(found_, starts_.back()))
      return false; // "let her then draw in the air"
    if (plain_is(found_, i, "then") && i == starts_.back() + 1 && is_subject(starts_.back())) return false;
    if (compares_nothing(i) || compares(i) || is_once_more(i) || is_means(i) || joins_qualities(i)) return false;
    return !(is(found_, i, Glue::joining) && joins_names(i));
  }

  // "She then slides back", "you then lower it"
  [[nodiscard]] bool is_subject(int i) const {
    return is(found_, i, Glue::speaker) || is(found_, i, Glue::pronoun) || plain_is(found_, i, "you");
  }

  // "If you like" compares nothing; "arch like a cat" says which way the back goes.
  [[nodiscard]] bool compares_nothing(int i) const {
    constexpr int near = 4;
    constexpr std::array<std::string_view, 3> poses{"cat", "cats", "cow"};
    if (!plain_is(found_, i, "like")) return false;
    if (plain_is(found_, i + 1, "that") || plain_is(found_, i + 1, "this") || plain_is(found_, i + 1, "so"))
      return i + 2 >= word_count(found_) || !is_part(found_, i + 2); // "lie like that for a minute"
    if (is(found_, i - 1, Glue::determiner) || is(found_, i - 1, Glue::speaker) || plain_is(found_, i - 1, "would"))
      return true;
    for (int k = i + 1; k <= i + near && k < word_count(found_) && !word_at(found_, k).after_mark; ++k)
      if (std::ranges::find(poses, word_at(found_, k).plain) != poses.end()) return !word_at(found_, i).after_mark;
    return false;
  }

  [[nodiscard]] bool is_quality(int i) const {
    return (is(found_, i, Glue::state) || is(found_, i, Glue::adjective)) && !is_part(found_, i) &&
           !is(found_, i, Glue::determiner);
  }

  // "nice and wide", "long and soft"
  [[nodiscard]] bool joins_qualities(int i) const {
    return plain_is(found_, i, "and") && is_quality(i - 1) && is_quality(i + 1) && !is_verb(found_, i + 1) &&
           !is(found_, i + 1, Glue::going);
  }

  // "as wide as your mat", "as far as"
  [[nodiscard]] bool compares(int i) const {
    if (!plain_is(found_, i, "as")) return false;
    if (plain_is(found_, i + 1, "far") || plain_is(found_, i + 1, "much")) return true;
    if (plain_is(found_, i + 1, "if") || plain_is(found_, i + 1, "though")) return false;
    return is_quality(i + 1) || is_quality(i - 1);
  }

  [[nodiscard]] bool is_once_more(int i) const {
    return plain_is(found_, i, "once") && (plain_is(found_, i + 1, "more") || plain_is(found_, i + 1, "again"));
  }

  // "draw a circle with your hips": what the verb before is done with.
  [[nodiscard]] bool is_means(int i) const {
    return plain_is(found_, i, "with") && head_ >= 0 && !has_part(found_, starts_.back(), i) &&
           !is(found_, head_, Glue::going);
  }

  // "round your spine to come up": an aim is a clause of its own.
  [[nodiscard]] bool is_aim(int i) const {
    return plain_is(found_, i, "to") && head_ >= 0 && is_verb(found_, i + 1) && !is_of_posture(i + 1) &&
           !takes_a_verb(head_) && !is(found_, i, Glue::auxiliary) && !is(found_, i, Glue::offering);
  }

  // "When you've had enough drop back", "once you're ready lift": an order without a mark before it.
  [[nodiscard]] bool is_order_when_ready(int i) const {
    if (head_ >= 0 || !is_verb(found_, i) || !is(found_, i - 1, Glue::ready)) return false;
    for (int k = starts_.back(); k < i; ++k)
      if (is(found_, k, Glue::afterwards)) return true;
    return false;
  }

  // "When I get to the bench I put both hands on it": after what is told of when or if, a subject with a verb of its
  // own.
  [[nodiscard]] bool is_main_clause(int i) const {
    if (!is_subject(i) || head_ < 0 || i <= head_ + 1 || links(found_, i - 1) || is(found_, i - 1, Glue::preposition) ||
        is(found_, head_, Glue::sensing))
      return false;
    int first = starts_.back();
    while (is(found_, first, Glue::joining))
      ++first;
    int verb = i + 1;
    while (is(found_, verb, Glue::adverb))
      ++verb;
    return (is(found_, first, Glue::afterwards) || plain_is(found_, first, "if")) && is_verb(found_, verb);
  }

  // "Drop your shoulders they're up by your ears": what is said of it, as people speak.
  [[nodiscard]] bool is_remark(int i) const {
    constexpr std::array<std::string_view, 5> remarks{"they're", "it's", "we're", "i'm", "there's"};
    return head_ >= 0 && i > head_ + 1 && !links(found_, i - 1) && !word_at(found_, i).after_mark &&
           std::ranges::find(remarks, word_at(found_, i).plain) != remarks.end();
  }

  // Whether a name phrase may stand here: "the", "your left", a part.
  [[nodiscard]] bool is_of_name(int i) const {
    return is(found_, i, Glue::determiner) || is(found_, i, Glue::adjective) || is_part(found_, i) ||
           plain_is(found_, i, "of");
  }

  // What can only begin a clause: a verb, a breath, "let", "you can", "do not".
  [[nodiscard]] bool opens_clause(int i) const {
    const auto negates = [&](const Match& match) { return match.first() == i; };
    return is_verb(found_, i) || is_of_breath(found_, i) || takes_a_verb(i) || links(found_, i) ||
           is(found_, i, Glue::going) || is(found_, i, Glue::speaker) || is(found_, i, Glue::offering) ||
           is(found_, i, Glue::pronoun) || std::ranges::any_of(found_.negations, negates);
  }

  // "and on your next exhale"
  [[nodiscard]] bool names_breath(int i) const {
    if (!is(found_, i, Glue::preposition)) return false;
    ++i;
    while (is(found_, i, Glue::determiner) || is(found_, i, Glue::adjective) || is(found_, i, Glue::adverb))
      ++i;
    return is_of_breath(found_, i);
  }

  // "and grab the edge": a word that is not known, and then a name.
  [[nodiscard]] bool is_unknown_verb(int i) const {
    return head_ >= 0 && is_strange(found_, i) && is(found_, i + 1, Glue::determiner);
  }

  // "towards or onto", "your hips and your knees": nothing new begins at such an "and".
  [[nodiscard]] bool joins_names(int i) const {
    if (plain_is(found_, i, "and") && (plain_is(found_, i + 1, "then") || plain_is(found_, i + 1, "now"))) return false;
    const int count = word_count(found_);
    int next = i + 1;
    while (next < count && (is(found_, next, Glue::adverb) || plain_is(found_, next, "to")) && !is_verb(found_, next))
      ++next;
    if (next >= count) return true;
    if (plain_is(found_, next, "close") && is(found_, next + 1, Glue::determiner))
      return false; // "and close your eyes"
    if (opens_clause(next) || is_unknown_verb(next) || names_breath(next)) return false;
    int after = next;
    while (after < count && !word_at(found_, after).after_mark && is_of_name(after) && !is_verb(found_, after))
      ++after;
    if (after >= count) return true;
    if (head_ >= 0 && is(found_, head_, Glue::permitting) && after > next) return true; // "let chest and head sink"
    // "and your head hangs": a name with a verb or a state of its own; in "the hip and the shoulder toward each other"
    // what follows is said of both.
    const bool lists = is_part(found_, i - 1) && head_ >= 0 && !is(found_, head_, Glue::auxiliary);
    return !is_verb(found_, after) && !is(found_, after, Glue::auxiliary) && !is(found_, after, Glue::permitting) &&
           (lists || !is_way(found_, after));
  }

  // "Your arms round his neck"
  [[nodiscard]] bool is_round_someone(int i) const {
    constexpr std::array<std::string_view, 6> others{"his", "her", "their", "its", "a", "it"};
    return plain_is(found_, i, "round") && is_part(found_, i - 1) &&
           std::ranges::any_of(others, [&](std::string_view other) { return plain_is(found_, i + 1, other); });
  }

  // Where a verb without a mark before it begins a clause of its own, as people speak: "round your back let your head
  // hang", "hips travel back your arms reach". -1 where it does not.
  [[nodiscard]] int unmarked_start(int verb) const {
    if (takes_a_verb(head_) || verb == head_ + 1) return -1;
    const int before = verb - 1;
    if (is_round_someone(verb)) return -1;
    if (plain_is(found_, before, "way")) return -1; // "all the way round"
    if (plain_is(found_, before, "to") || is(found_, before, Glue::permitting) || is(found_, before, Glue::auxiliary) ||
        is(found_, before, Glue::adverb))
      return -1;
    int name = verb;
    while (name > head_ + 1 && is_of_name(name - 1) && !is_verb(found_, name - 1))
      --name;
    const bool is_object_of_head = name == verb || name == head_ + 1;
    if (is_object_of_head) return is_third_person(found_, verb) ? -1 : verb;
    return name;
  }

  const Found& found_;
  std::vector<int> starts_;
  int head_ = -1; ///< the verb of the clause that is being read; -1: none yet
};

} // namespace

std::vector<int> clause_starts(const Found& found) {
  return Starts{found}.find();
}

} // namespace supple::reader
