// SPDX-License-Identifier: Apache-2.0
#include "reader/cue.h"

#include "reader/exercise.h"
#include "reader/side_words.h"
#include "reader/step_parts.h"
#include "reader/suggest.h"
#include "reader/words.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Side;

using Texts = std::vector<std::string>;

// Words longer than these are no cue that a voice could say.
constexpr std::size_t longest_cue = 1000;

// How much of a step the words must say.
enum class Need : std::uint8_t {
  all,   ///< also how far, and which way a side goes
  moves, ///< breath, side, moves and hold
};

bool is_within(const std::vector<Move>& some, const std::vector<Move>& all) {
  return std::ranges::all_of(some, [&](Move move) { return holds(all, move); });
}

vocabulary::MoveAmount told_in(const Step& step, Move move) {
  const auto told = std::ranges::find(step.amounts, move, &vocabulary::MoveAmount::move);
  return told == step.amounts.end() ? vocabulary::MoveAmount{move, vocabulary::default_amount} : *told;
}

bool is_step(const Step& got, const Step& wanted, Need need) {
  if (got.breath != wanted.breath || got.side != wanted.side) return false;
  if (!is_within(got.moves, wanted.moves) || !is_within(wanted.moves, got.moves)) return false;
  if (got.hold.value_or(Hold{}) != wanted.hold.value_or(Hold{})) return false;
  if (need == Need::moves) return true;
  return got.sense == wanted.sense && got.counts == wanted.counts &&
         std::ranges::all_of(wanted.moves, [&](Move move) { return told_in(got, move) == told_in(wanted, move); });
}

// The steps of a line when it stands in an exercise file, where she is in the posture; none where it has an error.
std::optional<std::vector<Step>> steps_in(const std::string& line, std::optional<vocabulary::Posture> posture,
                                          const Lexicon& lexicon) {
  std::string file = "---\ntitle: A\n---\n## Start\n";
  if (posture) file += "[" + std::string{vocabulary::name(vocabulary::go(*posture))} + "]\n";
  const auto exercise = read_exercise(file + line + "\n", lexicon);
  if (!exercise || exercise->sections.front().sentences.size() != (posture ? 2 : 1)) return std::nullopt;
  return exercise->sections.front().sentences.back().steps;
}

std::string amount_name(double amount);

// " half", " wall".
std::string told_name(const vocabulary::MoveAmount& told) {
  const bool placed = told.spot != vocabulary::Spot::unsaid;
  return placed ? " " + std::string{vocabulary::name(told.spot)} : amount_name(told.amount);
}

std::string amount_name(double amount) {
  if (amount == vocabulary::default_amount) return "";
  if (amount == 0.25) return " a little";
  if (amount == 0.5) return " half";
  if (amount == 1) return " fully";
  const int hundredths = static_cast<int>(amount * 100 + 0.5);
  std::string number = " 0." + std::to_string(hundredths / 10);
  if (hundredths % 10 != 0) number += static_cast<char>('0' + hundredths % 10);
  return number;
}

// "[spine.round half, head.drop]", without the moves that `said` says.
std::string direction_of(const Step& wanted, const Step& said) {
  std::string names;
  for (const Move move : wanted.moves)
    if (!holds(said.moves, move) || told_in(said, move) != told_in(wanted, move))
      names += (names.empty() ? "" : ", ") + std::string{vocabulary::name(move)} + told_name(told_in(wanted, move));
  return names.empty() ? names : "[" + names + "]";
}

// Tries to put one step.
class Putter {
public:
  Putter(const Step& wanted, const CuePlace& place, const Lexicon& lexicon)
      : wanted_(wanted), place_(place), lexicon_(lexicon) {}

  // The first of the texts that says the step, with a stage direction for what it does not say. `alone`: the words
  // must say a move of the step themselves.
  [[nodiscard]] std::optional<std::string> first_of(const Texts& texts, Need need, bool alone) const {
    for (const std::string& text : texts)
      for (const std::string& sided : with_side(text))
        for (const std::string& line : with_breath(sided))
          if (auto put = directed(line, need, alone)) return put;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> first_of(const Texts& texts, bool alone) const {
    auto put = first_of(texts, Need::all, alone);
    return put ? put : first_of(texts, Need::moves, alone);
  }

private:
  [[nodiscard]] Texts with_side(const std::string& text) const {
    if (wanted_.side == Side::each) return with_either_side(text, place_.first_side, side_tail());
    if (wanted_.side == Side::none) return {text};
    return {text, with_tail(text, ", to the " + std::string{vocabulary::name(wanted_.side)})};
  }

  // What is said of the side where the sentence does not say it.
  [[nodiscard]] std::string_view side_tail() const {
    if (holds(wanted_.moves, Move::return_)) return " from the {side}";
    return std::ranges::any_of(wanted_.moves, vocabulary::is_sided) ? ", to the {side}" : ", {side} side";
  }

  [[nodiscard]] Texts with_breath(const std::string& text) const {
    if (wanted_.breath == Breath::free) return {text};
    return {text, (wanted_.breath == Breath::inhale ? "Inhale: " : "Exhale: ") + begun_small(text)};
  }

  [[nodiscard]] std::optional<std::string> directed(const std::string& line, Need need, bool alone) const {
    const auto said = steps_in(line, place_.posture, lexicon_);
    if (said && said->size() > 1) return std::nullopt;
    const Step first = said && !said->empty() ? said->front() : Step{};
    if (!is_within(first.moves, wanted_.moves) || (alone && first.moves.empty())) return std::nullopt;
    const std::string direction = direction_of(wanted_, first);
    std::string put = direction.empty() ? line : line + " " + direction;
    const auto read = steps_in(put, place_.posture, lexicon_);
    if (!read || read->size() != 1 || !is_step(read->front(), wanted_, need)) return std::nullopt;
    return put;
  }

  const Step& wanted_;
  CuePlace place_;
  const Lexicon& lexicon_;
};

// Several sentences as one, because the sentences of a line are steps of their own.
std::string joined_by(std::string_view text, std::string_view mark) {
  std::string whole;
  for (const Span span : sentences_of(text)) {
    std::string sentence{text.substr(span.begin, span.end - span.begin)};
    if (!whole.empty()) {
      while (!whole.empty() && std::string_view{".!?"}.contains(whole.back()))
        whole.pop_back();
      whole += mark;
      sentence = begun_small(sentence);
    }
    whole += sentence;
  }
  return whole;
}

Texts whole_texts(const std::string& words) {
  Texts texts{words};
  if (sentences_of(words).size() < 2) return texts;
  for (const std::string_view mark : {"; ", ", and ", ", "})
    texts.push_back(joined_by(words, mark));
  return texts;
}

// The places at which words may be cut.
std::vector<Span> pieces_of(std::string_view words) {
  constexpr std::array<std::string_view, 12> cuts{". ",  "! ",  "? ",    ", ",      "; ",   ": ",
                                                  " – ", " — ", " and ", " while ", " as ", " until "};
  constexpr std::size_t most_pieces = 12;
  std::vector<Span> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < words.size() && pieces.size() + 1 < most_pieces; ++at)
    for (const std::string_view cut : cuts)
      if (at > begin && words.substr(at).starts_with(cut)) {
        pieces.push_back({begin, at});
        begin = at + (cut.front() == ' ' && cut[1] >= 'a' && cut[1] <= 'z' ? 1 : cut.size());
        break;
      }
  pieces.push_back({begin, words.size()});
  return pieces;
}

// "before you stand up": half a sentence that tells nobody to do it.
bool depends(std::string_view words) {
  constexpr std::array<std::string_view, 7> links{"before ", "until ", "because ", "where ",
                                                  "which ",  "that ",  "than "};
  const std::string small = begun_small(trimmed(words));
  return std::ranges::any_of(links, [&](std::string_view link) { return small.starts_with(link); });
}

// Parts of the words, the longest first.
Texts shorter_texts(const std::string& words) {
  const std::vector<Span> pieces = pieces_of(words);
  Texts texts;
  for (std::size_t count = pieces.size() - 1; count > 0; --count)
    for (std::size_t first = 0; first + count <= pieces.size(); ++first) {
      const std::size_t begin = pieces[first].begin, end = pieces[first + count - 1].end;
      const std::string_view part = std::string_view{words}.substr(begin, end - begin);
      if (depends(part)) continue;
      for (std::string& text : whole_texts(as_sentence(part)))
        texts.push_back(std::move(text));
    }
  return texts;
}

std::string stay_words(const Hold& hold) {
  if (hold.breaths > 0)
    return "stay for " + std::to_string(hold.breaths) + (hold.breaths == 1 ? " breath" : " breaths");
  if (hold.seconds > 0) return "stay for " + std::to_string(hold.seconds) + " seconds";
  return "stay here";
}

std::string our_words(Move move, const Step& step, const Lexicon& lexicon) {
  if (move == Move::stay) return stay_words(step.hold.value_or(Hold{}));
  if (!vocabulary::posture_of(move)) return wording_of(move, lexicon);
  const std::string_view way = vocabulary::meaning(move);
  const bool goes = way.starts_with("onto ") || way.starts_with("into ") || way.starts_with("up to ");
  return (goes ? "come " : "come to ") + std::string{way};
}

// The lexicon's words for all moves of the step, for the first two, for each.
Texts our_texts(const Step& step, const Lexicon& lexicon) {
  Texts each;
  for (const Move move : step.moves) {
    std::string words = our_words(move, step, lexicon);
    if (!words.empty()) each.push_back(std::move(words));
  }
  Texts texts;
  for (const std::size_t most : {each.size(), std::size_t{2}}) {
    std::string whole;
    for (std::size_t i = 0; i < std::min(most, each.size()); ++i)
      whole += (i == 0 ? "" : ", ") + each[i];
    if (!whole.empty()) texts.push_back(as_sentence(whole));
  }
  for (const std::string& words : each)
    texts.push_back(as_sentence(words));
  return texts;
}

} // namespace

std::string plain_words(std::string_view text) {
  std::string words;
  bool of_number = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool before_number = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (c == '(' && before_number) {
      while (!words.empty() && words.back() == ' ')
        words.pop_back();
      words += words.empty() ? "" : ", ";
      of_number = true;
    } else if (c == ')' && of_number) {
      of_number = false;
    } else if (c == '\n' || c == '\t' || c == '\r') {
      words += ' ';
    } else if (!std::string_view{"*[]{}<>_#\""}.contains(c)) {
      words += c;
    }
  }
  return without_list_mark(words);
}

Cue cue_of(const Step& step, const CuePlace& place, const Lexicon& lexicon) {
  const Putter putter{step, place, lexicon};
  const std::string words = as_sentence(plain_words(step.text));
  if (!words.empty() && words.size() <= longest_cue) {
    if (const auto line = putter.first_of(whole_texts(words), false)) return {*line};
    if (const auto line = putter.first_of(shorter_texts(words), true)) return {*line, false};
  }
  if (const auto line = putter.first_of(our_texts(step, lexicon), true)) return {*line, false};
  if (const auto line = putter.first_of(our_texts(step, lexicon), false)) return {*line, false};
  if (step.breath == Breath::free && step.side == Side::none && !step.hold) return {direction_of(step, {}), false};
  if (words.empty() || words.size() > longest_cue) return {direction_of(step, {}), false, false};
  Step sideless = step;
  sideless.side = Side::none;
  const auto line = Putter{sideless, {{}, place.posture}, lexicon}.first_of(whole_texts(words), false);
  return {line.value_or(words), true, false};
}

Cue cue_of_start(vocabulary::Posture posture, std::string_view words, const Lexicon& lexicon) {
  Step step;
  step.moves = {vocabulary::go(posture)};
  const Putter putter{step, {}, lexicon};
  const std::string own = as_sentence(plain_words(words));
  if (!words.empty() && own.size() <= longest_cue) {
    if (const auto line = putter.first_of(whole_texts(own), true)) return {*line};
    if (const auto line = putter.first_of(shorter_texts(own), true)) return {*line, false};
  }
  const auto line = putter.first_of(our_texts(step, lexicon), false);
  return {line.value_or(direction_of(step, {})), false};
}

} // namespace supple::reader
