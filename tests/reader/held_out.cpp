// SPDX-License-Identifier: Apache-2.0
// Reads each article of a folder as if nobody had learnt from it nor from those that came with it: with the lexicon
// less every word and every frame that served, when they were taught, just these. Prints one line of JSON for each.
//
//   held_out TAUGHT.toml LEXICON.toml FOLDER AT_ONCE
//
// TAUGHT is the lexicon as it was when somebody had last learnt from the articles; what LEXICON has beyond it came from
// elsewhere and is kept.
#include "reader/entries.h"
#include "reader/found.h"
#include "reader/reader.h"
#include "reader/reading_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace supple::reader;
using Atoms = std::set<std::string>;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file{path};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// One word of one place of one entry: what is taken away. An entry all of whose words at one place are gone is gone.
std::string atom(std::string_view kind, std::string_view of, std::string_view written, std::size_t slot,
                 std::string_view word) {
  std::string all{kind};
  for (const std::string_view part : {of, written, std::string_view{std::to_string(slot)}, word})
    (all += '/') += part;
  return all;
}

std::string name_of(const Lexicon::Entries& entries, std::size_t list, const Phrase& phrase) {
  if (phrase_lists.at(list) == &Lexicon::Entries::terms)
    return entries.concepts[static_cast<std::size_t>(phrase.meaning)].name;
  return std::to_string(phrase.meaning);
}

bool is_of_frame(const Lexicon::Entries& entries, std::size_t list, const Phrase& phrase) {
  return phrase_lists.at(list) == &Lexicon::Entries::terms &&
         entries.concepts[static_cast<std::size_t>(phrase.meaning)].kind == Kind::word;
}

bool is_meant(std::string_view stem, const Word& word) {
  return stem.starts_with('=') ? stem.substr(1) == word.plain : stem == word.stem;
}

void note_phrases(const Lexicon::Entries& entries, const std::vector<Word>& words, Atoms& atoms) {
  for (std::size_t list = 0; list < phrase_lists.size(); ++list) {
    const Phrases& phrases = entries.*phrase_lists.at(list);
    for (const Match& match : candidates(phrases, words)) {
      const Phrase& phrase = phrases.list[static_cast<std::size_t>(match.phrase)];
      if (is_of_frame(entries, list, phrase)) continue;
      for (std::size_t s = 0; s < phrase.slots.size() && s < match.words.size(); ++s)
        for (const std::string& stem : phrase.slots[s].stems)
          if (is_meant(stem, words[static_cast<std::size_t>(match.words[s])]))
            atoms.insert(atom(std::to_string(list), name_of(entries, list, phrase), phrase.written, s, stem));
    }
  }
}

void note_frame(const Lexicon::Entries& entries, const Frame& frame, const std::vector<Word>& words, Span span,
                Atoms& atoms) {
  const std::string_view move = supple::vocabulary::name(frame.move);
  atoms.insert(atom("frame", move, frame.written, 0, ""));
  for (std::size_t s = 0; s < frame.slots.size(); ++s)
    for (const int meaning : frame.slots[s]) {
      const Concept& said = entries.concepts[static_cast<std::size_t>(meaning)];
      const auto says = [&](const Word& word) {
        return word.begin >= span.begin && word.end <= span.end && is_meant(said.name, word);
      };
      if (said.kind == Kind::word && std::ranges::any_of(words, says))
        atoms.insert(atom("frame", move, frame.written, s, said.name));
    }
}

Atoms atoms_of(const std::string& article, const Lexicon& lexicon) {
  const Lexicon::Entries& entries = lexicon.entries();
  Atoms atoms;
  for (const Explained& explained : explain_article(article, lexicon)) {
    const std::vector<Word> words = look_up(explained.sentence, entries).words;
    note_phrases(entries, words, atoms);
    for (const Why& why : explained.clauses)
      for (const Why::Read& read : why.moves)
        for (const Frame& frame : entries.frames)
          if (frame.move == read.move && frame.written == read.frame)
            note_frame(entries, frame, words, read.words, atoms);
  }
  return atoms;
}

// The entry with the words that are taken away made into ones that nobody says.
class Eraser {
public:
  explicit Eraser(const std::string& toml) {
    std::istringstream lines{toml};
    for (std::string line; std::getline(lines, line);)
      lines_.push_back(line);
  }

  // `gone`: which of its alternatives, of each place.
  void erase(const Origin& origin, const std::string& written, const std::vector<std::vector<bool>>& gone) {
    std::string& line = lines_.at(static_cast<std::size_t>(origin.place.line) - 1);
    const std::size_t at = line.find('"' + written + '"');
    if (at == std::string::npos) return;
    std::string instead;
    std::size_t slot = 0, other = 0;
    const auto next_word = [&](std::size_t from) { return written.find_first_of(" |", from); };
    for (std::size_t from = 0; from <= written.size();) {
      const std::size_t end = std::min(next_word(from), written.size());
      std::string word = written.substr(from, end - from);
      const bool is_postures =
          word.starts_with('[') || (from > 0 && written.starts_with('[') && from < written.find(']'));
      if (!word.empty() && word != ".." && !is_postures) {
        if (slot < gone.size() && other < gone[slot].size() && gone[slot][other]) {
          const std::string sign = word.starts_with('?') || word.starts_with('+') ? word.substr(0, 1) : "";
          word = sign + "zqzqzqzqzqzqzq" + std::to_string(count_++);
        }
        ++other;
      }
      instead += word;
      if (end < written.size()) instead += written[end];
      if ((end == written.size() || written[end] == ' ') && word != ".." && !is_postures) {
        ++slot;
        other = 0;
      }
      from = end + 1;
    }
    line.replace(at + 1, written.size(), instead);
  }

  [[nodiscard]] std::string toml() const {
    std::string all;
    for (const std::string& line : lines_)
      (all += line) += '\n';
    return all;
  }

private:
  std::vector<std::string> lines_;
  int count_ = 0;
};

using Gone = std::vector<std::vector<bool>>;

bool any(const Gone& gone) {
  return std::ranges::any_of(gone, [](const auto& slot) { return std::ranges::find(slot, true) != slot.end(); });
}

std::string without(const Atoms& atoms, const Lexicon::Entries& entries, const std::string& toml) {
  Eraser eraser{toml};
  for (std::size_t list = 0; list < phrase_lists.size(); ++list)
    for (const Phrase& phrase : (entries.*phrase_lists.at(list)).list) {
      if (is_of_frame(entries, list, phrase)) continue;
      Gone gone;
      for (std::size_t s = 0; s < phrase.slots.size(); ++s) {
        gone.emplace_back();
        for (const std::string& stem : phrase.slots[s].stems)
          gone.back().push_back(
              atoms.contains(atom(std::to_string(list), name_of(entries, list, phrase), phrase.written, s, stem)));
      }
      if (any(gone)) eraser.erase(phrase.origin, phrase.written, gone);
    }
  for (const Frame& frame : entries.frames) {
    const std::string_view move = supple::vocabulary::name(frame.move);
    const bool all = atoms.contains(atom("frame", move, frame.written, 0, ""));
    Gone gone;
    for (std::size_t s = 0; s < frame.slots.size(); ++s) {
      gone.emplace_back();
      for (const int meaning : frame.slots[s]) {
        const Concept& said = entries.concepts[static_cast<std::size_t>(meaning)];
        gone.back().push_back((all && s == 0) || (said.kind == Kind::word &&
                                                  atoms.contains(atom("frame", move, frame.written, s, said.name))));
      }
    }
    if (any(gone)) eraser.erase(frame.origin, frame.written, gone);
  }
  return eraser.toml();
}

} // namespace

int main(int count, char** arguments) {
  if (count != 5) return 2;
  const std::string taught_toml = read_file(arguments[1]), toml = read_file(arguments[2]);
  const std::size_t at_once = std::max(std::strtoul(arguments[4], nullptr, 10), 1UL);
  const auto taught = read_lexicon(taught_toml), lexicon = read_lexicon(toml);
  if (!taught || !lexicon) return 1;
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator{arguments[3]})
    if (entry.path().extension() == ".txt") paths.insert(entry.path());
  const std::vector<std::filesystem::path> articles(paths.begin(), paths.end());
  std::map<std::string, std::set<std::size_t>> used; // in which groups each word is
  for (std::size_t i = 0; i < articles.size(); ++i)
    for (const std::string& one : atoms_of(read_file(articles[i]), *taught))
      used[one].insert(i / at_once);
  for (std::size_t group = 0; group * at_once < articles.size(); ++group) {
    Atoms own;
    for (const auto& [one, groups] : used)
      if (groups == std::set{group}) own.insert(one);
    const auto less = read_lexicon(without(own, lexicon->entries(), toml));
    if (!less) {
      std::fprintf(stderr, "group %zu: %s\n", group, less.error().front().message.c_str());
      return 1;
    }
    for (std::size_t i = group * at_once; i < std::min((group + 1) * at_once, articles.size()); ++i) {
      nlohmann::ordered_json line;
      line["article"] = articles[i].string();
      line["reading"] = to_json(read_article(read_file(articles[i]), *less));
      std::printf("%s\n", line.dump().c_str());
    }
  }
  return 0;
}
