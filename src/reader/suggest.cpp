// SPDX-License-Identifier: Apache-2.0
#include "reader/suggest.h"

#include "reader/entries.h"
#include "reader/sentence.h"
#include "text/nearest.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace supple::reader {

namespace {

// The first wording of a concept.
std::string wording_of_concept(int meaning, const Lexicon::Entries& entries) {
  const auto found = std::ranges::find(entries.terms.list, meaning, &Phrase::meaning);
  std::string words = found == entries.terms.list.end() ? std::string{} : found->written;
  std::erase(words, '=');
  return words.substr(0, words.find('|'));
}

// A frame of the lexicon as a person would say it: the first of each choice, "your" before a part of the body.
std::string spelled(const Frame& frame, const Lexicon::Entries& entries) {
  std::string words;
  for (const std::vector<int>& slot : frame.slots) {
    const bool is_part = entries.concepts[static_cast<std::size_t>(slot.front())].kind == Kind::part;
    words += (words.empty() ? "" : " ") + std::string{is_part && !words.empty() ? "your " : ""} +
             wording_of_concept(slot.front(), entries);
  }
  return words;
}

// Every word that names an act, a part of the body or a way, or that a frame names, as it is written.
std::vector<std::string_view> words_of(const Lexicon::Entries& entries) {
  std::vector<std::string_view> words;
  for (const Phrase& phrase : entries.terms.list)
    for (std::size_t at = 0; at < phrase.written.size();) {
      const std::size_t end = std::min(phrase.written.find_first_of(" |", at), phrase.written.size());
      const std::string_view word = std::string_view{phrase.written}.substr(at, end - at);
      if (!word.empty() && word != "..") words.push_back(word.starts_with('=') ? word.substr(1) : word);
      at = end + 1;
    }
  return words;
}

// The words with those that are not known put right; empty where none could be.
std::string put_right(std::string_view words, const Found& found, const Lexicon::Entries& entries) {
  constexpr std::size_t shortest = 4, most = 2; // letters; and how many of them may differ
  const std::vector<std::string_view> known = words_of(entries);
  std::string right{words};
  bool is_changed = false;
  for (int i = word_count(found) - 1; i >= 0; --i) {
    const Word& word = word_at(found, i);
    if (!is_strange(found, i) || word.plain.size() < shortest) continue;
    const std::string_view near = text::nearest_name(known, word.plain, most);
    if (near.empty()) continue;
    right.replace(word.begin, word.end - word.begin, near);
    is_changed = true;
  }
  return is_changed ? right : std::string{};
}

bool is_understood(const std::string& words, const Lexicon& lexicon) {
  const SentenceReading said = read_sentence(words, {}, lexicon);
  const auto is_unread = [](const Aside& aside) { return aside.mood == Mood::unread && !aside.tells; };
  return !said.parts.empty() && std::ranges::none_of(said.asides, is_unread);
}

// The frame that the largest share of stands in the words; null where none has any.
const Frame* nearest_frame(const Found& found, const Lexicon::Entries& entries) {
  const Frame* best = nullptr;
  double best_share = 0;
  for (const Frame& frame : entries.frames) {
    const auto count = std::ranges::count_if(frame.slots, [&](const std::vector<int>& slot) {
      return std::ranges::any_of(found.terms,
                                 [&](const Term& term) { return std::ranges::find(slot, term.meaning) != slot.end(); });
    });
    const double share = static_cast<double>(count) / static_cast<double>(frame.slots.size());
    if (share > best_share) {
      best = &frame;
      best_share = share;
    }
  }
  return best;
}

} // namespace

std::string nearest_understood(std::string_view words, const Lexicon& lexicon) {
  const Lexicon::Entries& entries = lexicon.entries();
  const Found found = look_up(words, entries);
  const std::string right = put_right(words, found, entries);
  if (!right.empty() && is_understood(right, lexicon)) return right.substr(0, right.find_last_not_of(" .!,;") + 1);
  const Frame* frame = nearest_frame(right.empty() ? found : look_up(right, entries), entries);
  return frame == nullptr ? std::string{} : spelled(*frame, entries);
}

namespace {

bool says_only(const std::string& words, vocabulary::Move move, const Lexicon& lexicon) {
  const SentenceReading said = read_sentence(words, {}, lexicon);
  return said.parts.size() == 1 && said.parts.front().moves == std::vector{move};
}

} // namespace

std::vector<Wording> wordings(const Lexicon& lexicon, int most) {
  std::array<int, vocabulary::move_count> known{};
  std::vector<Wording> list;
  for (const Frame& frame : lexicon.entries().frames) {
    int& count = known.at(static_cast<std::size_t>(frame.move));
    if (count == most) continue;
    std::string words = spelled(frame, lexicon.entries());
    if (!words.contains(' ') || !says_only(words, frame.move, lexicon)) continue;
    if (std::ranges::find(list, words, &Wording::words) != list.end()) continue;
    list.push_back({frame.move, std::move(words)});
    ++count;
  }
  return list;
}

std::string wording_of(vocabulary::Move move, const Lexicon& lexicon) {
  const Lexicon::Entries& entries = lexicon.entries();
  const auto found = std::ranges::find(entries.frames, move, &Frame::move);
  return found == entries.frames.end() ? std::string{} : spelled(*found, entries);
}

} // namespace supple::reader
