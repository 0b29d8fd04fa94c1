// SPDX-License-Identifier: Apache-2.0
// The first exercise of the library, led from its own text.
#include "guide/sayings.h"
#include "score/understand.h"
#include "scores.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace supple::guide {
namespace {

using namespace testing;

class ReleaseYourLowBack : public ::testing::Test {
protected:
  void SetUp() override {
    std::ifstream in(std::string{SUPPLE_ROOT} + "/library/exercises/release-your-low-back.md");
    std::ostringstream text;
    text << in.rdbuf();
    const auto lexicon = reader::english();
    const auto rules = score::standard_rules();
    ASSERT_TRUE(lexicon && rules);
    understood_ = score::understand(text.str(), *lexicon, *rules, 30);
    ASSERT_TRUE(understood_.playable());
  }

  [[nodiscard]] Session planned(const Settings& settings = {}) const { return plan(*understood_.score, settings); }

  score::Understood understood_;
};

TEST_F(ReleaseYourLowBack, LastsAboutFiveMinutes) {
  EXPECT_GT(planned().duration_s, 4.5 * 60);
  EXPECT_LT(planned().duration_s, 6 * 60);
}

TEST_F(ReleaseYourLowBack, EndsSittingOnTheHeelsAfterEqualSides) {
  const Session session = planned();
  EXPECT_EQ(session.phases.back().posture, vocabulary::Posture::heel_sit);
  const auto breaths = [&](Side side) {
    return std::ranges::count_if(session.phases, [&](const Phase& p) { return p.paced && p.side == side; });
  };
  EXPECT_GT(breaths(Side::left), 0);
  EXPECT_EQ(breaths(Side::left), breaths(Side::right));
}

TEST_F(ReleaseYourLowBack, SaysEveryShortFormOfItsRoundsAtTheUsualPace) {
  const auto cues = planned().cues;
  for (const score::Section& section : understood_.score->sections) {
    if (section.kind != reader::SectionKind::rounds) continue;
    for (const score::Beat& beat : section.beats) {
      const std::string said = as_sentence(beat.short_form);
      EXPECT_TRUE(std::ranges::any_of(cues, [&](const Cue& cue) { return cue.text == said; })) << said;
    }
  }
}

} // namespace
} // namespace supple::guide
