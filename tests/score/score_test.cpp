// SPDX-License-Identifier: Apache-2.0
#include "score/understand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

namespace supple::score {
namespace {

Understood understood(const std::string& text, std::optional<int> week = std::nullopt) {
  return understand(text, *reader::english(), *standard_rules(), week);
}

std::string exercise(const std::string& body, const std::string& weeks = "4-42") {
  return "---\ntitle: A\nweeks: " + weeks + "\n---\n" + body;
}

TEST(Rules, PointAtTheWordsThatBreakThem) {
  const Understood again = understood(
      exercise("## Rounds × 2\nExhale: round your spine. Do not hold your breath. Inhale and hold your breath.\n"));
  ASSERT_EQ(again.findings.size(), 1U);
  EXPECT_EQ(again.findings[0].place, (text::Place{6, 63, 16}));
  const Understood article = understood("TITLE: A\nCome onto hands and knees. Inhale and hold\nyour breath.\n");
  ASSERT_EQ(article.findings.size(), 1U);
  EXPECT_EQ(article.findings[0].place, (text::Place{2, 39, 16}));
}

TEST(Rules, PointAtTheWordsThatNameThePostureOfAnArticle) {
  const Understood text = understood("TITLE: A\nTime to rest. Now, lie on your back and open your chest.\n");
  ASSERT_EQ(text.findings.size(), 2U);
  EXPECT_EQ(text.findings[0].name, "position.supine");
  EXPECT_EQ(text.findings[0].place, (text::Place{2, 20, 16}));
}

TEST(Rules, PointAtTheSideThatGetsMore) {
  const auto sides = [](const std::string& left, const std::string& right) {
    return understood(exercise("## First × " + left + "\nExhale: press your left side up to the sky.\n## Second × " +
                               right + "\nExhale: press your right side up to the sky.\n"));
  };
  ASSERT_EQ(sides("3", "2").findings.size(), 1U);
  EXPECT_EQ(sides("3", "2").findings[0].place.line, 6);
  EXPECT_EQ(sides("2", "3").findings[0].place.line, 8);
}

TEST(Rules, AWrongRuleIsRefused) {
  EXPECT_EQ(
      read_rules(
          "[[rule]]\nname = \"moon.full\"\nseverity = \"error\"\nmessage = \"m\"\nremedy = \"r\"\nsource = \"s\"\n")
          .error()
          .size(),
      1U);
  EXPECT_FALSE(read_rules("[[rule]]\nname = 7\n"));
  EXPECT_FALSE(read_rules("["));
}

// The examples of docs/exercise-format.md by their headings.
std::map<std::string, std::string> documented_examples() {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/docs/exercise-format.md");
  std::map<std::string, std::string> examples;
  std::string line, heading;
  for (bool is_example = false; std::getline(in, line);) {
    if (line.starts_with("### ")) heading = line.substr(4);
    if (line.starts_with("```"))
      is_example = line == "```markdown";
    else if (is_example)
      examples[heading] += line + '\n';
  }
  return examples;
}

TEST(Format, HasAnExampleOfEachKindThatMayBePlayedInEveryWeek) {
  const auto examples = documented_examples();
  for (const char* kind :
       {"Low-back release", "Breathing with the deep core", "Rocking back", "Child's pose", "Thread the needle",
        "Tail wag", "Hip circles", "Puppy", "Seated side stretch", "Seated twist", "Open book, lying on the side",
        "Forward fold at a wall", "Down to the floor and up again", "On a chair"}) {
    ASSERT_TRUE(examples.contains(kind)) << kind;
    const Understood text = understood(examples.at(kind));
    EXPECT_TRUE(text.playable()) << kind;
    EXPECT_TRUE(text.findings.empty()) << kind << ": " << text.findings.front().message;
    EXPECT_GT(text.score->sections.size(), 2U) << kind;
  }
  EXPECT_EQ(examples.size(), 14U);
}

TEST(Format, TheExamplesMeanWhatTheirHeadingsSay) {
  const auto examples = documented_examples();
  const auto moves = [&](const std::string& kind, vocabulary::Move move) {
    const Score score = *understood(examples.at(kind)).score;
    return std::ranges::any_of(score.sections, [&](const Section& section) {
      return std::ranges::any_of(section.beats, [&](const Beat& beat) {
        return std::ranges::find(beat.moves, move, &vocabulary::MoveAmount::move) != beat.moves.end();
      });
    });
  };
  using vocabulary::Move;
  using vocabulary::Posture;
  EXPECT_TRUE(moves("Breathing with the deep core", Move::floor_engage));
  EXPECT_TRUE(moves("Rocking back", Move::pelvis_forward));
  EXPECT_TRUE(moves("Child's pose", vocabulary::go(Posture::childs_pose)));
  EXPECT_TRUE(moves("Thread the needle", Move::arm_thread));
  EXPECT_TRUE(moves("Tail wag", Move::pelvis_side));
  EXPECT_TRUE(moves("Hip circles", Move::pelvis_circle));
  EXPECT_TRUE(moves("Puppy", vocabulary::go(Posture::puppy)));
  EXPECT_TRUE(moves("Seated side stretch", Move::spine_side));
  EXPECT_TRUE(moves("Seated twist", Move::spine_turn));
  EXPECT_TRUE(moves("Open book, lying on the side", Move::spine_turn));
  EXPECT_TRUE(moves("Open book, lying on the side", vocabulary::go(Posture::side_lying)));
  EXPECT_TRUE(moves("Forward fold at a wall", vocabulary::go(Posture::forward_fold)));
  EXPECT_TRUE(moves("Down to the floor and up again", vocabulary::go(Posture::all_fours)));
  EXPECT_TRUE(moves("On a chair", vocabulary::go(Posture::chair)));
}

TEST(Score, JoinsTheSentencesOfOneBreath) {
  const Score score =
      *understood(exercise("## Rounds × 2\nInhale: travel back.\nExhale: **round your spine**. Let your head hang.\n"))
           .score;
  ASSERT_EQ(score.sections.size(), 1U);
  ASSERT_EQ(score.sections[0].beats.size(), 2U);
  EXPECT_EQ(score.sections[0].beats[1].sentence, "Exhale: round your spine. Let your head hang.");
  EXPECT_EQ(score.sections[0].beats[1].short_form, "round your spine");
  EXPECT_EQ(score.sections[0].beats[0].short_form, "travel back") << "the lexicon's words for its move";
}

TEST(Score, AShortFormOfOursFitsIntoTheBreathBeforeIt) {
  const Understood text = understood(exercise(
      "## Rounds × 2\nInhale: reach long through your fingers and open your chest.\nExhale: hug your baby and press "
      "your "
      "left side up to the sky.\nExhale: press your right side up to the sky and look under your right arm.\n"));
  ASSERT_TRUE(text.score);
  for (const Beat& beat : text.score->sections.at(0).beats) {
    EXPECT_FALSE(beat.short_form.empty());
    EXPECT_LE(std::ranges::count(beat.short_form, ' '), 4) << beat.short_form;
  }
}

TEST(Score, FillsWhatAnArticleLeavesOpenAndSaysSo) {
  const Score score =
      *understood("TITLE: A\nCome onto hands and knees.\nExhale and round your spine.\nInhale and lengthen.\n").score;
  EXPECT_EQ(score.start, vocabulary::Posture::all_fours);
  EXPECT_EQ(score.rest, vocabulary::Posture::heel_sit);
  ASSERT_EQ(score.sections.size(), 1U);
  EXPECT_EQ(score.sections[0].count, 6);
  EXPECT_EQ(score.filled, (std::vector<std::string>{"rounds", "finish"}));
}

// Bird dog: child's pose, and staying in it, is no part of what is done on either side.
TEST(Score, WhatAnArticleEndsWithIsDoneOnceAfterItsSides) {
  const Score score = *understood("TITLE: A\nCome onto hands and knees.\nExhale and reach your right leg back.\n"
                                  "Inhale and bring it back. Then do the other side.\n"
                                  "Afterwards come into child's pose. Stay there for three breaths.\n")
                           .score;
  ASSERT_EQ(score.sections.size(), 2U);
  EXPECT_EQ(score.sections[0].kind, reader::SectionKind::sides);
  EXPECT_EQ(score.sections[1].kind, reader::SectionKind::finish);
  EXPECT_EQ(score.sections[1].beats.size(), 2U);
}

std::vector<vocabulary::Move> moves_of(const Beat& beat) {
  std::vector<vocabulary::Move> moves;
  for (const vocabulary::MoveAmount& m : beat.moves)
    moves.push_back(m.move);
  return moves;
}

TEST(Score, ALimbOfAnArticleStaysWhereItIsWhileAnotherMoves) {
  using enum vocabulary::Move;
  const auto beats_of = [](const std::string& breaths) {
    return understood("TITLE: A\nCome onto hands and knees.\n" + breaths + " Change sides.\n")
        .score->sections.at(0)
        .beats;
  };
  const std::vector<Beat> dog =
      beats_of("Inhale and lift your right leg. Exhale and reach your left arm forward. Inhale and lower your leg.");
  ASSERT_EQ(dog.size(), 3U);
  EXPECT_EQ(moves_of(dog[1]), (std::vector{arm_reach, leg_lift}));
  EXPECT_EQ(moves_of(dog[2]), (std::vector{leg_lower, arm_reach}));
  EXPECT_TRUE(dog[1].moves[0].across && !dog[1].moves[1].across) << "the opposite arm";
  const std::vector<Beat> needle =
      beats_of("Inhale and reach your right arm up. Exhale and slide it under your body. Inhale and come back.");
  ASSERT_EQ(needle.size(), 3U);
  EXPECT_EQ(moves_of(needle[1]), std::vector{arm_thread});
  EXPECT_FALSE(needle[0].moves[0].across);
  const std::vector<Beat> same =
      beats_of("Inhale and lift your right leg. Exhale and reach your right arm forward. Inhale and come back.");
  ASSERT_EQ(same.size(), 3U);
  EXPECT_FALSE(same[1].moves[0].across);
  const std::vector<Beat> upright = beats_of("Inhale and lift your left leg, bright and light. Exhale and "
                                             "reach your left arm forward. Inhale and come back.");
  ASSERT_EQ(upright.size(), 3U);
  EXPECT_FALSE(upright[1].moves[0].across);
  const std::vector<Beat> lowered = beats_of("Inhale and lift your right leg. Hold for ten seconds. Lower your leg. "
                                             "Exhale and reach your left arm forward. Inhale and come back.");
  for (const Beat& beat : lowered)
    EXPECT_TRUE(beat.breath != vocabulary::Breath::exhale || moves_of(beat) == std::vector{arm_reach});
  EXPECT_EQ(moves_of(needle[2]), std::vector{return_});
  const std::vector<Beat> still = beats_of("Exhale and lift your right leg. Inhale and breathe into your back.");
  ASSERT_EQ(still.size(), 2U);
  EXPECT_EQ(moves_of(still[1]), std::vector{breathe});
}

} // namespace
} // namespace supple::score
