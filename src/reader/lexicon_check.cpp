// SPDX-License-Identifier: Apache-2.0
#include "reader/lexicon_check.h"

#include "reader/entries.h"
#include "reader/found.h"
#include "reader/reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace supple::reader {

namespace {

using Entries = Lexicon::Entries;
using Findings = std::vector<LexiconFinding>;

// Lists in which a wording means one thing; a word of the grammar or of a concept may be several.
constexpr std::array unambiguous{&Entries::breaths,  &Entries::sides,    &Entries::amounts,
                                 &Entries::postures, &Entries::cautions, &Entries::labels};

// A finding, and where it belongs in the order of the files.
struct Placed {
  Origin origin;
  text::Diagnostic found;
};

std::string in_quotes(std::string_view words) {
  return '"' + std::string{words} + '"';
}

std::string where(const Entries& entries, const Origin& origin) {
  return entries.layers[static_cast<std::size_t>(origin.layer)] + ':' + std::to_string(origin.place.line);
}

Placed finding(std::string name, text::Severity severity, const Origin& origin, std::string message,
               std::string remedy) {
  return {origin, {std::move(name), severity, origin.place, std::move(message), std::move(remedy)}};
}

Findings in_order(const Entries& entries, std::vector<Placed> placed) {
  std::ranges::sort(placed, {}, [](const Placed& one) {
    return std::tuple{one.origin.layer, one.origin.place.line, one.origin.place.column};
  });
  Findings findings;
  findings.reserve(placed.size());
  for (Placed& one : placed)
    findings.push_back({entries.layers[static_cast<std::size_t>(one.origin.layer)], std::move(one.found)});
  return findings;
}

bool is_before(const Origin& a, const Origin& b) {
  const auto key = [](const Origin& one) { return std::tuple{one.layer, one.place.line, one.place.column}; };
  return key(a) < key(b);
}

// What a phrase stands for, as the file calls it: `[acts] lift`, `[[posture]] puppy`.
std::string name_of(const Entries& entries, const Phrases Entries::* list, int meaning) {
  using vocabulary::name;
  if (list == &Entries::terms) {
    const Concept& said = entries.concepts[static_cast<std::size_t>(meaning)];
    return '[' + std::string{concept_tables[static_cast<std::size_t>(said.kind)]} + "] " + said.name;
  }
  if (list == &Entries::postures) return "[[posture]] " + std::string{name(static_cast<vocabulary::Posture>(meaning))};
  if (list == &Entries::cautions) return "[[caution]] " + std::string{name(static_cast<vocabulary::Caution>(meaning))};
  if (list == &Entries::amounts) return "[amounts] of " + std::to_string(meaning) + " hundredths";
  const auto found =
      std::ranges::find_if(lists(), [&](const List& one) { return one.into == list && one.meaning == meaning; });
  return '[' + std::string{found->table} + "] " + std::string{found->key};
}

// The words that only a frame names are no entries of their own.
bool is_entry(const Entries& entries, const Phrases Entries::* list, const Phrase& phrase) {
  return list != &Entries::terms || entries.concepts[static_cast<std::size_t>(phrase.meaning)].kind != Kind::word;
}

// Two phrases with the same wording match the same words, in whatever order their alternatives are written.
using SaidWords = std::vector<std::pair<int, std::set<std::string>>>;

SaidWords wording_of(const Phrase& phrase) {
  SaidWords wording;
  for (const Slot& slot : phrase.slots)
    wording.emplace_back(wording.empty() ? 0 : slot.gap, std::set(slot.stems.begin(), slot.stems.end()));
  return wording;
}

// A frame is read in any order of its slots. One that is meant in some postures may say otherwise than one for all.
using Slots = std::pair<std::uint32_t, std::multiset<std::set<int>>>;

Slots slots_of(const Frame& frame) {
  Slots slots{frame.postures, {}};
  for (const std::vector<int>& slot : frame.slots)
    slots.second.emplace(slot.begin(), slot.end());
  return slots;
}

template <class Entry>
Placed duplicate(const Entries& entries, const Entry& entry, const std::string& name, const Entry& first) {
  const std::string as = entry.written == first.written ? "" : "as " + in_quotes(first.written) + ' ';
  return finding("lexicon.duplicate", text::Severity::error, entry.origin,
                 in_quotes(entry.written) + " stands twice in " + name + ", first " + as + "at " +
                     where(entries, first.origin),
                 "take it out here");
}

void compare_phrases(const Entries& entries, const Phrases Entries::* list, std::vector<Placed>& placed) {
  const bool is_one_thing = std::ranges::find(unambiguous, list) != unambiguous.end();
  std::map<SaidWords, std::vector<const Phrase*>> seen;
  for (const Phrase& phrase : (entries.*list).list) {
    if (!is_entry(entries, list, phrase)) continue;
    std::vector<const Phrase*>& same = seen[wording_of(phrase)];
    const auto twice = std::ranges::find(same, phrase.meaning, &Phrase::meaning);
    const std::string name = name_of(entries, list, phrase.meaning);
    if (twice != same.end()) {
      placed.push_back(duplicate(entries, phrase, name, **twice));
      continue;
    }
    if (is_one_thing && !same.empty())
      placed.push_back(finding("lexicon.conflict", text::Severity::error, phrase.origin,
                               in_quotes(phrase.written) + " stands in " + name + " and in " +
                                   name_of(entries, list, same.front()->meaning) + ", at " +
                                   where(entries, same.front()->origin),
                               "keep it where it is meant"));
    same.push_back(&phrase);
  }
}

void compare_frames(const Entries& entries, std::vector<Placed>& placed) {
  std::vector<const Frame*> frames;
  frames.reserve(entries.frames.size());
  for (const Frame& frame : entries.frames)
    frames.push_back(&frame);
  std::ranges::sort(frames, [](const Frame* a, const Frame* b) { return is_before(a->origin, b->origin); });
  std::map<Slots, std::vector<const Frame*>> seen;
  for (const Frame* frame : frames) {
    std::vector<const Frame*>& same = seen[slots_of(*frame)];
    const std::string name = "[[move]] " + std::string{vocabulary::name(frame->move)};
    const auto twice = std::ranges::find(same, frame->move, &Frame::move);
    const auto other = std::ranges::find(same, false, &Frame::also);
    if (twice != same.end()) {
      placed.push_back(duplicate(entries, *frame, name, **twice));
      continue;
    }
    if (!frame->also && other != same.end())
      placed.push_back(finding("lexicon.conflict", text::Severity::error, frame->origin,
                               in_quotes(frame->written) + " stands in " + name + " and in [[move]] " +
                                   std::string{vocabulary::name((*other)->move)} + ", at " +
                                   where(entries, (*other)->origin),
                               "keep it where it is meant, or write one with + where both moves are"));
    same.push_back(frame);
  }
}

// In how many texts an entry was found.
class UseTally {
public:
  void begin_text() { ++text_; }

  void count(const void* entry) {
    Count& count = counts_[entry];
    if (std::exchange(count.last_text, text_) != text_) ++count.texts;
  }

  [[nodiscard]] int texts(const void* entry) const {
    const auto found = counts_.find(entry);
    return found == counts_.end() ? 0 : found->second.texts;
  }

private:
  struct Count {
    int texts = 0, last_text = 0;
  };

  std::map<const void*, Count> counts_;
  int text_ = 0;
};

using FrameNames = std::map<std::pair<vocabulary::Move, std::string_view>, const Frame*>;

void count_phrases(const Phrases& phrases, const std::vector<Word>& words, UseTally& tally) {
  for (const Match& match : candidates(phrases, words))
    tally.count(&phrases.list[static_cast<std::size_t>(match.phrase)]);
}

// Titles and headings stand in no sentence, but labels are found there.
void count_labels(std::string_view article, const Entries& entries, UseTally& tally) {
  for (std::size_t at = 0; at < article.size();) {
    const std::size_t end = std::min(article.find('\n', at), article.size());
    const std::string_view line = article.substr(at, end - at);
    count_phrases(entries.labels, words_of(line.substr(0, line.find(':'))), tally);
    at = end + 1;
  }
}

void count_entries(std::string_view article, const Lexicon& lexicon, const FrameNames& frames, UseTally& tally) {
  const Entries& entries = lexicon.entries();
  for (const Explained& explained : explain_article(article, lexicon)) {
    const std::vector<Word> words = look_up(explained.sentence, entries).words;
    for (const auto list : phrase_lists)
      if (list != &Entries::labels) count_phrases(entries.*list, words, tally);
    for (const Why& why : explained.clauses)
      for (const Why::Read& read : why.moves) {
        const auto frame = frames.find({read.move, read.frame});
        if (frame != frames.end()) tally.count(frame->second);
      }
  }
  count_labels(article, entries, tally);
}

} // namespace

Findings contradictions_of(const Lexicon& lexicon) {
  const Entries& entries = lexicon.entries();
  std::vector<Placed> placed;
  for (const auto list : phrase_lists)
    compare_phrases(entries, list, placed);
  compare_frames(entries, placed);
  return in_order(entries, std::move(placed));
}

Usage usage_of(const Lexicon& lexicon, std::span<const std::string> articles) {
  const Entries& entries = lexicon.entries();
  FrameNames frames;
  for (const Frame& frame : entries.frames)
    frames.emplace(std::pair{frame.move, std::string_view{frame.written}}, &frame);
  UseTally tally;
  for (const std::string& article : articles) {
    tally.begin_text();
    count_entries(article, lexicon, frames, tally);
  }
  Usage usage;
  std::vector<Placed> unused;
  const auto weigh = [&](const auto& entry, const std::string& name) {
    const int texts = tally.texts(&entry);
    ++usage.entries;
    if (texts == 1) ++usage.by_one_text;
    if (texts == 0)
      unused.push_back(finding("lexicon.unused", text::Severity::note, entry.origin,
                               "no text uses " + in_quotes(entry.written) + " of " + name, {}));
  };
  for (const auto list : phrase_lists)
    for (const Phrase& phrase : (entries.*list).list)
      if (is_entry(entries, list, phrase)) weigh(phrase, name_of(entries, list, phrase.meaning));
  for (const Frame& frame : entries.frames)
    weigh(frame, "[[move]] " + std::string{vocabulary::name(frame.move)});
  usage.unused = in_order(entries, std::move(unused));
  return usage;
}

} // namespace supple::reader
