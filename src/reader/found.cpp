// SPDX-License-Identifier: Apache-2.0
#include "reader/found.h"

#include "reader/short_forms.h"
#include "text/sorted.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace supple::reader {

namespace {

constexpr std::uint8_t verb_role = 1, part_role = 2, way_role = 4, term_role = 8, inner_role = 16;

bool has_role(const Found& found, int i, std::uint8_t role) {
  return i >= 0 && i < word_count(found) && (found.roles[static_cast<std::size_t>(i)] & role) != 0;
}

// A name stands here and no verb: "the round", "your left hand", "a gentle rock".
bool is_named(const Found& found, int i) {
  int before = i - 1;
  const auto describes = [&](int k) {
    return is(found, k, Glue::adjective) || is_gerund(found, k);
  }; // "a growing bump"
  while (before >= 0 && describes(before) && !word_at(found, before + 1).after_mark)
    --before;
  if (before < 0 || word_at(found, before + 1).after_mark) return false;
  const std::string& word = word_at(found, before).plain;
  if (word == "you" || word == "both" || word == "all") return false;
  if (word == "one" && is_third_person(found, i) && !is(found, before - 1, Glue::adjective))
    return false; // "one brings the seat back"
  return is(found, before, Glue::determiner) || word == "of" || is_number(word);
}

// The preposition that a name stands after: "towards your chest", "under the small of your back"; empty if there is
// none.
std::string_view preposition_before(const Found& found, int i) {
  int before = i - 1;
  const auto stands_before_name = [&](int k) {
    if (is(found, k, Glue::preposition) && is(found, k + 1, Glue::determiner)) return false; // "under your hand"
    return is(found, k, Glue::adjective) || is(found, k, Glue::determiner) || is_number(word_at(found, k).plain);
  };
  while (before >= 0 && stands_before_name(before) && !word_at(found, before + 1).after_mark)
    --before;
  if (before < 0 || word_at(found, before + 1).after_mark || !is(found, before, Glue::preposition)) return {};
  return word_at(found, before).plain;
}

// A longer name of a part hides what stands within it: "pelvic floor" is no floor.
void drop_hidden(std::vector<Term>& terms) {
  const auto hides = [](const Term& outer, const Term& inner) {
    const int longer = (outer.last - outer.first) - (inner.last - inner.first);
    if (longer <= 0 || inner.first < outer.first || inner.last > outer.last) return false;
    return outer.kind == Kind::part || outer.kind == Kind::idiom ||
           (outer.kind == Kind::way && inner.kind == Kind::part);
  };
  std::vector<Term> longer;
  std::ranges::copy_if(terms, std::back_inserter(longer), [](const Term& term) { return term.last > term.first; });
  std::erase_if(terms, [&](const Term& term) {
    return std::ranges::any_of(longer, [&](const Term& other) { return hides(other, term); });
  });
}

// "Exhale and lower back down" names no lower back.
bool is_lower_back_verb(const Found& found, int lower) {
  constexpr std::array<std::string_view, 7> afters{"down", "to", "onto", "into", "toward", "towards", "in"};
  if (!plain_is(found, lower, "lower") || !plain_is(found, lower + 1, "back") || lower + 2 >= word_count(found))
    return false;
  if (is(found, lower - 1, Glue::determiner)) return false;
  return std::ranges::find(afters, word_at(found, lower + 2).plain) != afters.end();
}

// "Bend the lower knee" lowers nothing, and "the front knee" goes nowhere: it is said which of two is meant.
bool says_which(const Found& found, int i, std::string_view which) {
  constexpr std::array<std::string_view, 9> parts{"knee", "leg", "arm", "hand", "foot", "hip", "thigh", "shin", "heel"};
  return plain_is(found, i, which) && is(found, i - 1, Glue::determiner) && i + 1 < word_count(found) &&
         std::ranges::find(parts, word_at(found, i + 1).plain) != parts.end();
}

// "Forwards and back", "to the left and back": there and home again.
bool is_there_and_back(const Found& found, int back) {
  constexpr std::array<std::string_view, 5> ways{"forward", "forwards", "out", "up", "sideways"};
  constexpr std::array<std::string_view, 4> sides{"left", "right", "side", "{side}"};
  if (!plain_is(found, back - 1, "and")) return false;
  const auto leads = [&](std::string_view way) { return plain_is(found, back - 2, way); };
  if (std::ranges::any_of(ways, leads)) return true;
  int to = back - 3;
  while (is(found, to, Glue::determiner) || is(found, to, Glue::adjective))
    --to;
  return std::ranges::any_of(sides, leads) && plain_is(found, to, "to");
}

// "your back" is a part of the body, "go back" a way.
bool is_back_of_body(const Found& found, const Term& term) {
  if (is_lower_back_verb(found, term.first - 1)) return false;
  if (term.named || term.first == 0 || word_at(found, term.first).after_mark) return true;
  return (plain_is(found, term.first - 1, "and") && !is_there_and_back(found, term.first)) ||
         (is(found, term.first - 1, Glue::adjective) && !plain_is(found, term.first - 1, "straight") &&
          !plain_is(found, term.first - 1, "right"));
}

void decide_parts_and_ways(std::vector<Term>& terms, const Found& found) {
  std::erase_if(terms, [&](const Term& term) {
    if (term.first != term.last || word_at(found, term.first).plain != "back") return false;
    return (term.kind == Kind::part) != is_back_of_body(found, term);
  });
  std::erase_if(terms, [&](const Term& term) { // "unwind to face the front"
    return plain_is(found, term.first, "face") && plain_is(found, term.first - 1, "to");
  });
}

// "A firm pillow", "a soft ball": what a thing is like is nothing that she does.
void drop_what_describes_things(std::vector<Term>& terms, const Found& found, const Lexicon::Entries& entries) {
  std::vector<bool> things(found.words.size() + 1, false);
  for (const Term& term : terms)
    if (entries.concepts[static_cast<std::size_t>(term.meaning)].name == "prop")
      things[static_cast<std::size_t>(term.first)] = true;
  for (const Match& match : found.postures)
    if (match.words.size() == 1) things[static_cast<std::size_t>(match.first())] = true;
  std::erase_if(terms, [&](const Term& term) {
    if (term.kind == Kind::part || term.first != term.last || word_at(found, term.first).after_mark ||
        is_gerund(found, term.first) || things[static_cast<std::size_t>(term.first)])
      return false;
    int before = term.first - 1, thing = term.first + 1;
    while (is(found, before, Glue::adjective) && !is(found, before, Glue::determiner))
      --before;
    while (is(found, thing, Glue::adjective) && !things[static_cast<std::size_t>(thing)])
      ++thing;
    return is(found, before, Glue::determiner) && things[static_cast<std::size_t>(thing)];
  });
}

// "On your next inhale press into your hand": what leads to the name of a breath says nothing of the hand.
bool leads_to_breath(const Found& found, int i) {
  if (!is(found, i, Glue::preposition)) return false;
  do
    ++i;
  while ((is(found, i, Glue::determiner) || is(found, i, Glue::adjective) || is(found, i, Glue::adverb)) &&
         !is_of_breath(found, i));
  return is_of_breath(found, i);
}

// "Let it lead you back", but not "you bring it back": who does it.
void drop_subjects(std::vector<Term>& terms, const Found& found) {
  const auto is_verb_at = [&](int i) {
    return std::ranges::any_of(terms, [&](const Term& term) { return term.kind == Kind::act && term.first == i; });
  };
  std::vector<int> subjects;
  for (const Term& term : terms)
    if (term.kind == Kind::word && plain_is(found, term.first, "you") && is_verb_at(term.first + 1) &&
        !plain_is(found, term.first + 1, "back"))
      subjects.push_back(term.first);
  std::erase_if(terms, [&](const Term& term) { return std::ranges::find(subjects, term.first) != subjects.end(); });
}

std::vector<Term> terms_of(const Found& found, const Lexicon::Entries& entries) {
  std::vector<Term> terms;
  for (const Match& match : candidates(entries.terms, found.words)) {
    const auto covers = [&](const Match& other) {
      return other.words.size() > 1 && match.last() >= other.first() && match.last() <= other.last();
    };
    if (std::ranges::any_of(match.words, [&](int i) { return found.of_breath[static_cast<std::size_t>(i)]; })) continue;
    const Kind kind = entries.concepts[static_cast<std::size_t>(match.meaning)].kind;
    if ((kind == Kind::part || kind == Kind::way) && std::ranges::any_of(found.postures, covers)) continue;
    if (std::ranges::any_of(match.words, [&](int i) { return leads_to_breath(found, i); })) continue;
    if (match.words.size() == 2 && is_lower_back_verb(found, match.first())) continue;
    if (kind == Kind::way && is_left_over(found, match.first())) continue;
    if ((kind == Kind::act || kind == Kind::word) && says_which(found, match.first(), "lower")) continue;
    if (kind == Kind::way && match.words.size() == 1 && says_which(found, match.first(), "front")) continue;
    const std::string_view preposition = preposition_before(found, match.first());
    terms.push_back({match.meaning, kind, match.first(), match.last(), !preposition.empty(),
                     preposition == "from" || preposition == "through", is_named(found, match.first())});
  }
  text::sort(terms, {}, [](const Term& term) { return std::pair{term.first, term.meaning}; });
  drop_hidden(terms);
  drop_what_describes_things(terms, found, entries);
  decide_parts_and_ways(terms, found);
  drop_subjects(terms, found);
  return terms;
}

// How many words of the beginning are written in capitals, "RED FLAGS Your belly drops": at least two, and no more than
// a heading has. 0 where the whole sentence shouts.
std::size_t words_in_capitals(std::string_view sentence, const std::vector<Word>& words) {
  constexpr std::size_t fewest = 2, most = 5;
  std::size_t count = 0;
  for (const Word& word : words) {
    const std::string_view written = sentence.substr(word.begin, word.end - word.begin);
    if (written != "I" && std::ranges::any_of(written, [](char c) { return c >= 'a' && c <= 'z'; })) break;
    ++count;
  }
  return count < fewest || count > most || count == words.size() ? 0 : count;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// "IN:", "Common mistakes:": the words before the first colon, if they are few.
void find_label(Found& found, std::string_view sentence, const Lexicon::Entries& entries) {
  constexpr int longest = 5;
  const std::size_t colon = std::min({sentence.find(": "), sentence.find(" - "), sentence.find(" = ")});
  // A dash, a triangle or an arrow may stand for the colon.
  const std::size_t mark = std::min({colon, sentence.find(" \xE2\x80\x93 "), sentence.find(" \xE2\x80\x94 "),
                                     sentence.find(" \xE2\x96\xB8"), sentence.find(" \xE2\x86\x92")});
  const std::size_t capitals = words_in_capitals(sentence, found.words);
  if (mark == std::string_view::npos && capitals == 0) return;
  std::vector<Word> words =
      mark == std::string_view::npos
          ? std::vector<Word>(found.words.begin(), found.words.begin() + static_cast<std::ptrdiff_t>(capitals))
          : words_written_out(sentence.substr(0, mark), entries);
  found.is_headed = mark == std::string_view::npos;
  const auto all = words.size();
  while (!words.empty() && is_number(words.front().plain))
    words.erase(words.begin());
  if (words.empty() || words.size() > longest) return;
  for (const Match& match : find_all(entries.labels, words)) {
    const bool is_last_part = found.is_headed && match.last() + 1 == static_cast<int>(words.size());
    if (!is_last_part && match.words.size() < words.size() &&
        !(match.first() == 0 && words.size() <= match.words.size() + 1))
      continue;
    found.label = static_cast<Label>(match.meaning);
    found.after_label = static_cast<int>(all);
    return;
  }
  const bool is_titled =
      found.is_headed && words.front().plain == "the" && is_capital(sentence[found.words[all].begin]);
  if (is_titled) found.after_label = static_cast<int>(all); // "THE WAY HOME Breathe out as you return"
}

// "[01:15] And in": how many words the time is at which it was said.
int words_of_time(std::string_view sentence) {
  std::size_t at = sentence.starts_with('[') || sentence.starts_with('(') ? 1 : 0;
  int words = 0;
  while (at < sentence.size() && sentence[at] >= '0' && sentence[at] <= '9') {
    ++words;
    while (at < sentence.size() && sentence[at] >= '0' && sentence[at] <= '9')
      ++at;
    if (at >= sentence.size() || sentence[at] != ':') break;
    ++at;
  }
  const bool is_parted = at < sentence.size() && std::string_view{"]) "}.contains(sentence[at]);
  return words > 1 && is_parted ? words : 0;
}

bool leaves_open(Glue glue) {
  return glue == Glue::condition || glue == Glue::offering || glue == Glue::purpose || glue == Glue::afterwards;
}

// A longer phrase hides a condition that stands within it: "see if you can" has none.
void note_glue(Found& found, const Lexicon::Entries& entries) {
  const std::vector<Match> matches = candidates(entries.glue, found.words);
  std::vector<std::size_t> longest(found.words.size(), 0);
  const auto length = [](const Match& match) { return match.words.size(); };
  for (const Match& match : matches)
    for (const int i : match.words)
      longest[static_cast<std::size_t>(i)] = std::max(longest[static_cast<std::size_t>(i)], length(match));
  for (const Match& match : matches)
    for (const int i : match.words)
      if (length(match) == longest[static_cast<std::size_t>(i)] || !leaves_open(static_cast<Glue>(match.meaning)))
        found.glue[static_cast<std::size_t>(i)] |= bit(static_cast<Glue>(match.meaning));
}

// "Turn your chest round", "roll it round": after a verb and what it is about it says where, as "around" does.
bool says_around(const Found& found, const Lexicon::Entries& entries, int i) {
  if (!plain_is(found, i, "round") || word_at(found, i).after_mark) return false;
  const auto stands_at = [&](Kind kind, int k) {
    return std::ranges::any_of(
        found.terms, [&](const Term& term) { return term.kind == kind && term.first <= k && k <= term.last; });
  };
  const bool is_after_name =
      stands_at(Kind::part, i - 1) || is(found, i - 1, Glue::pronoun) || plain_is(found, i - 1, "yourself");
  const bool has_own =
      is(found, i + 1, Glue::determiner) && stands_at(Kind::part, i + 2); // "drop your head round your back"
  if (!is_after_name || has_own) return false;
  for (int k = i - 1; k >= 0 && !word_at(found, k + 1).after_mark && !links(found, k); --k) {
    if (is(found, k, Glue::permitting)) return false; // "let your back round"
    const auto is_verb_here = [&](const Term& term) {
      return term.kind == Kind::act && term.first == k && !term.named &&
             entries.concepts[static_cast<std::size_t>(term.meaning)].name != "round";
    };
    if (std::ranges::any_of(found.terms, is_verb_here)) return true;
  }
  return false;
}

void drop_verbs_that_say_where(Found& found, const Lexicon::Entries& entries) {
  for (int i = 1; i < word_count(found); ++i)
    if (says_around(found, entries, i))
      std::erase_if(found.terms,
                    [&](const Term& term) { return term.kind == Kind::act && term.first == i && term.last == i; });
}

void note_roles(Found& found) {
  found.roles.assign(found.words.size(), 0);
  const auto note = [&](int first, int last, std::uint8_t role) {
    for (int i = first; i <= last; ++i)
      found.roles[static_cast<std::size_t>(i)] |= role;
  };
  for (const Term& term : found.terms) {
    note(term.first, term.last, term_role);
    note(term.first + 1, term.last, inner_role);
    if (term.kind == Kind::part) note(term.first, term.last, part_role);
    if (term.kind == Kind::way) note(term.first, term.last, way_role);
    if (term.kind == Kind::act && !term.named &&
        (!is(found, term.first, Glue::state) ||
         (plain_is(found, term.first, "close") && is(found, term.first + 1, Glue::determiner))))
      note(term.first, term.first, verb_role);
  }
  for (const Match& match : found.postures)
    note(match.first(), match.last(), term_role);
}

// "One makes the back round", "then one lets it sink": whoever does it.
void note_one(Found& found) {
  for (int i = 0; i + 1 < word_count(found); ++i) {
    const bool does = is_third_person(found, i + 1) &&
                      (is_verb(found, i + 1) || is(found, i + 1, Glue::permitting) || is(found, i + 1, Glue::going));
    if (!plain_is(found, i, "one") || !does || is_part(found, i + 1)) continue;
    auto& glue = found.glue[static_cast<std::size_t>(i)];
    glue = (glue & ~bit(Glue::determiner)) | bit(Glue::speaker);
  }
}

} // namespace

bool is(const Found& found, int i, Glue glue) {
  return i >= 0 && i < word_count(found) && (found.glue[static_cast<std::size_t>(i)] & bit(glue)) != 0;
}

bool plain_is(const Found& found, int i, std::string_view word) {
  return i >= 0 && i < word_count(found) && word_at(found, i).plain == word;
}

bool is_verb(const Found& found, int i) {
  return has_role(found, i, verb_role);
}

bool is_part(const Found& found, int i) {
  return has_role(found, i, part_role);
}

bool is_way(const Found& found, int i) {
  return has_role(found, i, way_role);
}

bool is_term(const Found& found, int i) {
  return has_role(found, i, term_role);
}

bool is_inside_term(const Found& found, int i) {
  return has_role(found, i, inner_role);
}

bool is_of_breath(const Found& found, int i) {
  return i >= 0 && i < word_count(found) && found.of_breath[static_cast<std::size_t>(i)];
}

bool is_sign(const Word& word) {
  return word.plain.size() == 1 || is_number(word.plain) || word.plain.starts_with("{") ||
         static_cast<unsigned char>(word.plain.front()) >= 0x80;
}

bool is_strange(const Found& found, int i) {
  return found.glue[static_cast<std::size_t>(i)] == 0 && !is_of_breath(found, i) && !is_term(found, i) &&
         !is_sign(word_at(found, i));
}

bool is_gerund(const Found& found, int i) {
  const Word& word = word_at(found, i);
  return word.plain.ends_with("ing") && word.stem != word.plain && word.plain.size() > 4;
}

bool is_third_person(const Found& found, int i) {
  const Word& word = word_at(found, i);
  return word.plain.ends_with("s") && word.stem != word.plain && !word.plain.ends_with("ss");
}

bool has_part(const Found& found, int first, int last) {
  for (int i = first; i < last; ++i)
    if (is_part(found, i)) return true;
  return false;
}

bool is_left_over(const Found& found, int i) {
  constexpr std::array<std::string_view, 9> befores{"are", "is", "was", "were", "you", "i", "have", "has", "been"};
  if (!plain_is(found, i, "left") || i == 0) return false;
  return std::ranges::find(befores, word_at(found, i - 1).plain) != befores.end();
}

bool links(const Found& found, int i) {
  return is(found, i, Glue::joining) || is(found, i, Glue::together) || is(found, i, Glue::ending) ||
         is(found, i, Glue::purpose) || is(found, i, Glue::condition) || is(found, i, Glue::afterwards);
}

bool names_this(const Found& found, int i) {
  if (!plain_is(found, i, "that")) return false;
  if (is_part(found, i + 1) || is(found, i + 1, Glue::adjective)) return true;
  if (plain_is(found, i - 1, "let") || plain_is(found, i - 1, "in")) return true; // "let that carry …", "in that order"
  const bool ends = i + 1 >= word_count(found) || word_at(found, i + 1).after_mark || links(found, i + 1);
  return ends && is(found, i - 1, Glue::preposition); // "come out of that and …"
}

// The word that a past tense is made of: "came" → "come", "rolled" → "roll", "dropped" → "drop", "carried" → "carry";
// empty where it is none that the lexicon knows.
std::string present_of(const std::string& word, const Lexicon::Entries& entries) {
  if (const auto found = entries.presents.find(word); found != entries.presents.end()) return found->second;
  constexpr std::size_t shortest = 5;
  if (word.size() < shortest || !word.ends_with("ed")) return {};
  const std::string with_e = word.substr(0, word.size() - 1), without = word.substr(0, word.size() - 2);
  std::string single = without;
  if (single.size() > 2 && single[single.size() - 1] == single[single.size() - 2]) single.pop_back();
  const std::string with_y = word.ends_with("ied") ? word.substr(0, word.size() - 3) + "y" : without;
  for (const std::string& base : {without, with_e, single, with_y})
    if (entries.slips.knows(stem_of(base))) return base;
  return {};
}

// "The leg is slowly lowered": a form of "be" stands before it.
bool is_passive(const std::vector<Word>& words, std::size_t i) {
  constexpr std::array<std::string_view, 4> forms{"is", "are", "be", "being"};
  constexpr std::size_t near = 2;
  for (std::size_t k = 1; k <= near && k <= i && !words[i - k + 1].after_mark; ++k)
    if (std::ranges::find(forms, words[i - k].plain) != forms.end()) return true;
  return false;
}

// "Hands on your knees": it is not she that kneels.
bool rests_there(const Found& found, const Match& posture) {
  constexpr std::array<std::string_view, 10> parts{"hands",    "hand",       "palms",   "palm",  "elbows",
                                                   "forearms", "fingertips", "fingers", "fists", "arms"};
  if (!plain_is(found, posture.first(), "on") && !plain_is(found, posture.first(), "to")) return false;
  return std::ranges::any_of(parts, [&](std::string_view part) { return plain_is(found, posture.first() - 1, part); });
}

// "Two breaths in there" are no breath in.
bool counts_breaths(const Found& found, const Match& breath) {
  return plain_is(found, breath.first(), "breaths") && plain_is(found, breath.last(), "in") &&
         (plain_is(found, breath.last() + 1, "there") || plain_is(found, breath.last() + 1, "here") ||
          is(found, breath.last() + 1, Glue::determiner));
}

Found look_up(std::string_view sentence, const Lexicon::Entries& entries, bool story) {
  Found found;
  found.words = words_written_out(sentence, entries);
  for (std::size_t i = 0; i < found.words.size(); ++i) {
    if (!story && !is_passive(found.words, i)) continue;
    std::string present = present_of(found.words[i].plain, entries);
    if (present.empty()) continue;
    found.words[i].stem = stem_of(present);
    found.words[i].plain = std::move(present);
  }
  for (Word& word : found.words)
    if (std::string meant = entries.slips.meant(word.stem); !meant.empty()) word.stem = std::move(meant);
  const std::size_t count = found.words.size();
  found.glue.assign(count, 0);
  found.of_breath.assign(count, false);
  const std::size_t end = sentence.find_last_not_of("!?\"') ");
  found.is_question = end != std::string_view::npos && sentence.substr(end).contains('?');
  found.after_label = words_of_time(sentence);
  find_label(found, sentence, entries);
  note_glue(found, entries);
  found.breaths = find_all(entries.breaths, found.words);
  std::erase_if(found.breaths, [&](const Match& match) { return counts_breaths(found, match); });
  for (const Match& match : found.breaths)
    for (int i = match.first(); i <= match.last(); ++i)
      found.of_breath[static_cast<std::size_t>(i)] = true;
  found.postures = find_all(entries.postures, found.words);
  std::erase_if(found.postures, [&](const Match& match) { return rests_there(found, match); });
  found.sides = find_all(entries.sides, found.words);
  found.amounts = find_all(entries.amounts, found.words);
  found.sequences = find_all(entries.sequences, found.words);
  std::erase_if(found.sequences, [&](const Match& match) { // "round as you breathe out and just let your head hang"
    return !found.breaths.empty() && plain_is(found, match.first(), "and");
  });
  found.negations = find_all(entries.negations, found.words);
  found.counts = counts_of(found.words);
  found.terms = terms_of(found, entries);
  std::erase_if(found.negations, [&](const Match& match) { // "she does nothing except grow"
    return std::ranges::any_of(found.terms, [&](const Term& term) {
      return term.kind == Kind::idiom && term.first <= match.first() && match.last() <= term.last;
    });
  });
  drop_verbs_that_say_where(found, entries);
  note_roles(found);
  note_one(found);
  return found;
}

} // namespace supple::reader
