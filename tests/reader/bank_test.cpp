// SPDX-License-Identifier: Apache-2.0
// Holds the reader to its figures on single sentences in many wordings. `bank/*.tsv`: posture, breath, moves (those in
// brackets may be read or not), sentence. `bank/moods.tsv`: what a sentence is, its cautions, its moves, the sentence.
// The floors are what is read today; raise them with the reader.
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace supple::reader {
namespace {

using vocabulary::Posture;
using Moves = std::set<std::string>;

struct Row {
  std::array<std::string, 4> fields;

  [[nodiscard]] const std::string& sentence() const { return fields[3]; }
};

std::vector<Row> rows(const std::string& name) {
  std::ifstream in(SUPPLE_ROOT "/tests/reader/bank/" + name + ".tsv");
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    Row row;
    std::istringstream parts(line);
    for (std::string& field : row.fields)
      std::getline(parts, field, '\t');
    rows.push_back(std::move(row));
  }
  EXPECT_GT(rows.size(), 500U) << name;
  return rows;
}

const std::map<std::string, std::string> begin_in{
    {"all-fours", "on hands and knees"},
    {"forearms-and-knees", "on forearms and knees"},
    {"puppy", "in puppy pose"},
    {"childs-pose", "in child's pose"},
    {"between", "half way between all fours and the pose of a child"},
    {"heel-sit", "sitting on your heels"},
    {"kneeling", "kneeling"},
    {"half-kneeling", "in half kneeling"},
    {"lunge", "in a low lunge"},
    {"seated", "sitting on the floor"},
    {"chair", "sitting on a chair"},
    {"ball", "sitting on the ball"},
    {"standing", "standing"},
    {"forward-fold", "in a standing forward fold"},
    {"squat", "in a squat"},
    {"side-lying", "lying on your side"},
    {"supine", "lying on your back"},
    {"prone", "lying on your front"},
    {"plank", "in plank"},
    {"down-dog", "in downward dog"},
    {"bridge", "in a bridge"},
};

class Bank : public testing::Test {
protected:
  // The moves read from the sentence, told to one who is in the posture.
  [[nodiscard]] Moves moves_of(const std::string& posture, const std::string& sentence) const {
    const Reading reading = read_article("TITLE: A sentence\n\nHello there, dear reader.\n\nStart " +
                                             begin_in.at(posture) + ".\n\n" + sentence + "\n",
                                         lexicon_);
    Moves moves;
    for (const Step& step : reading.steps)
      for (const vocabulary::Move move : step.moves)
        moves.emplace(vocabulary::name(move));
    return moves;
  }

  // `precision`: at least so much of what is read is meant; `recall`: so much of what is meant is read.
  void hold(const std::string& name, double precision, double recall) const {
    double right = 0, too_much = 0, missed = 0;
    for (const Row& row : rows(name)) {
      const auto [must, may] = asked(row.fields[2]);
      const Moves read = moves_of(row.fields[0], row.sentence());
      for (const std::string& move : read) {
        if (must.contains(move))
          ++right;
        else if (!may.contains(move))
          ++too_much;
      }
      for (const std::string& move : must)
        missed += read.contains(move) ? 0 : 1;
    }
    EXPECT_GE(right / (right + too_much), precision) << name;
    EXPECT_GE(right / (right + missed), recall) << name;
  }

  [[nodiscard]] std::vector<std::string> stepped(const std::string& kind) const {
    std::vector<std::string> sentences;
    for (const Row& row : rows("moods"))
      if (row.fields[0] == kind && !moves_of("all-fours", row.sentence()).empty()) sentences.push_back(row.sentence());
    return sentences;
  }

private:
  // The moves that must be read, and those that may be.
  static std::pair<Moves, Moves> asked(const std::string& written) {
    Moves must, may;
    bool in_brackets = false;
    std::istringstream words(written);
    for (std::string word; words >> word;) {
      in_brackets = in_brackets || word.front() == '(';
      const bool closes = word.back() == ')';
      std::erase_if(word, [](char c) { return c == '(' || c == ')'; });
      if (word != "-" && !word.empty()) (in_brackets ? may : must).insert(word);
      if (closes) in_brackets = false;
    }
    return {must, may};
  }

  const Lexicon lexicon_ = *english();
};

TEST_F(Bank, OfTheSpineAndThePelvisIsRead) {
  hold("spine-pelvis", 0.83, 0.76);
}

TEST_F(Bank, OfTheUpperBodyIsRead) {
  hold("upper", 0.88, 0.75);
}

TEST_F(Bank, OfTheLowerBodyAndPosturesIsRead) {
  hold("lower", 0.81, 0.72);
}

TEST_F(Bank, OfWhatIsNoInstructionMovesNobody) {
  for (const auto& [kind, most] : {std::pair{"nothing", 11U}, std::pair{"avoid", 5U}, std::pair{"caution", 7U}}) {
    const std::vector<std::string> sentences = stepped(kind);
    EXPECT_LE(sentences.size(), most) << kind << ": " << testing::PrintToString(sentences);
  }
}

} // namespace
} // namespace supple::reader
