// SPDX-License-Identifier: Apache-2.0
#include "score/refusal.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace supple::score {

namespace {

using reader::Word;

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_gerund(std::string_view word) {
  return word.size() > 4 && word.ends_with("ing");
}

bool is_or(std::string_view word) {
  return word == "or" || word == "nor";
}

// Where the sentence turns to something else.
bool turns(std::string_view word) {
  constexpr std::array<std::string_view, 10> turns{"but",   "then", "instead", "while", "when",
                                                   "until", "till", "once",    "after", "before"};
  return is_one_of(turns, word);
}

bool begins_condition(std::string_view word) {
  constexpr std::array<std::string_view, 5> conditions{"if", "unless", "when", "whenever", "once"};
  return is_one_of(conditions, word);
}

// After one of these a "do not" says to do it: "do not forget to", "not only".
bool reverses(std::string_view word) {
  constexpr std::array<std::string_view, 10> reversing{"forget", "hesitate", "neglect", "fail", "afraid",
                                                       "shy",    "worry",    "mind",    "just", "only"};
  return is_one_of(reversing, word);
}

// What a negation can govern: any verb ("do not hold"), or one as a noun ("without holding", "no need to hold").
enum class Negation { none, verb, noun };

Negation negation_at(std::span<const Word> words, std::size_t i) {
  constexpr std::array<std::string_view, 9> of_nouns{"without", "avoid",   "avoids", "avoiding", "no",
                                                     "from",    "instead", "rather", "stop"};
  constexpr std::array<std::string_view, 13> be{"is",     "are",    "am",  "was",   "were",   "be",    "it's",
                                                "that's", "you're", "i'm", "isn't", "aren't", "wasn't"};
  constexpr std::array<std::string_view, 2> asking{"why", "if"};
  const std::string_view word = words[i].plain;
  const std::string_view before = i > 0 ? std::string_view{words[i - 1].plain} : std::string_view{};
  const std::string_view after = i + 1 < words.size() ? std::string_view{words[i + 1].plain} : std::string_view{};
  if (word == "instead" && after != "of") return Negation::none;
  if (word == "rather" && after != "than") return Negation::none;
  if (is_one_of(of_nouns, word)) return Negation::noun;
  if (word == "not" && is_one_of(asking, before)) return Negation::none; // "why not hold", "if not, hold"
  const bool is_not = word == "not" || word == "cannot" || word == "never" || word == "neither" || word == "nor";
  if (!is_not && !word.ends_with("n't")) return Negation::none;
  return is_one_of(be, word == "not" ? before : word) ? Negation::noun : Negation::verb;
}

// "Three or four", "or more": this "or" parts no verbs.
bool is_of_amounts(std::span<const Word> words, std::size_t at) {
  constexpr std::array<std::string_view, 15> amounts{"two", "three", "four", "five", "six",   "seven",  "eight", "nine",
                                                     "ten", "so",    "more", "less", "fewer", "longer", "until"};
  if (at + 1 >= words.size()) return true;
  const std::string_view next = words[at + 1].plain;
  return is_one_of(amounts, next) || (next.front() >= '0' && next.front() <= '9');
}

// Goes through the sentence up to some words and knows whether a negation reaches them.
class Reach {
public:
  explicit Reach(std::span<const Word> words) : words_(words) {}

  void pass(std::size_t i) {
    pass_mark(i);
    const std::string_view word = words_[i].plain;
    const bool begins_clause = i == 0 || words_[i].after_mark || words_[i - 1].plain == "and";
    if (begins_clause && begins_condition(word)) in_condition_ = true;
    const Negation negation = negation_at(words_, i);
    if (negation != Negation::none)
      negate(negation, word == "nor");
    else if (reverses(word) || turns(word) || (word == "and" && !is_whole_sentence_ && !joins_gerunds(i)))
      end();
    else if (is_or(word) && !is_of_amounts(words_, i))
      in_list_ = false;
    else
      ++governed_;
    if (word == "and") in_list_ = false;
  }

  [[nodiscard]] bool reaches(std::size_t first, std::size_t last) {
    pass_mark(first);
    const bool after_to = first > 0 && words_[first - 1].plain == "to";
    if (negation_ == Negation::none) return false;
    if (negation_ == Negation::noun && !after_to && !is_gerund(words_[first].plain)) return false;
    if (in_condition_ && governed_ > 0 && !after_to) return false;
    return !in_list_ || is_whole_sentence_ || closes_list(last);
  }

private:
  void end() { negation_ = Negation::none; }

  // A second negation in the reach of a first takes it back: "do not move without".
  void negate(Negation negation, bool is_nor) {
    const bool takes_back = negation_ != Negation::none && !in_list_ && !is_nor;
    negation_ = takes_back ? Negation::none : negation;
    in_list_ = false;
    in_aside_ = false;
    governed_ = 0;
  }

  void pass_mark(std::size_t i) {
    if (!words_[i].after_mark || is_whole_sentence_) return;
    if (std::exchange(in_condition_, false)) return end();
    if (negation_ == Negation::none) return;
    const bool governs_nothing_yet = governed_ == 0;
    if (words_[i].after_stop && is_or(words_[i].plain)) return;
    if (words_[i].after_stop) { // "Don't: push, hold your breath."
      is_whole_sentence_ = governs_nothing_yet;
      if (!governs_nothing_yet) end();
    } else if (governs_nothing_yet || in_aside_) { // "do not, at any time, hold your breath"
      in_aside_ = !in_aside_;
      governed_ = 0;
    } else if (words_[i].plain != "and") {
      in_list_ = true;
    } else if (!in_list_) {
      end();
    }
  }

  [[nodiscard]] bool joins_gerunds(std::size_t i) const {
    return i + 1 < words_.size() && is_gerund(words_[i + 1].plain);
  }

  // Whether a list that goes on with the words before `last` ends in "or": "do not bounce, hold your breath or push".
  [[nodiscard]] bool closes_list(std::size_t last) const {
    bool after_comma = false;
    for (std::size_t i = last; i < words_.size(); ++i) {
      const std::string_view word = words_[i].plain;
      if (words_[i].after_stop || word == "and" || turns(word)) return false;
      after_comma = after_comma || words_[i].after_mark;
      if (is_or(word) && !is_of_amounts(words_, i)) return i == last || after_comma;
    }
    return false;
  }

  std::span<const Word> words_;
  Negation negation_ = Negation::none;
  int governed_ = 0;          ///< words since the negation
  bool in_list_ = false;      ///< after a comma, and no "or" yet
  bool in_aside_ = false;     ///< between two commas that part the negation from its verb
  bool in_condition_ = false; ///< "if …", up to its comma
  bool is_whole_sentence_ = false;
};

} // namespace

bool is_refused(std::span<const Word> sentence, std::size_t first, std::size_t last) {
  // A sentence without an end is not gone through again for each of its words.
  constexpr std::size_t longest = 60;
  const std::size_t begin = first - std::min(first, longest);
  sentence = sentence.subspan(begin, std::min(sentence.size(), last + longest) - begin);
  first -= begin;
  last -= begin;
  Reach reach{sentence};
  for (std::size_t i = 0; i < first; ++i)
    reach.pass(i);
  return reach.reaches(first, last);
}

} // namespace supple::score
