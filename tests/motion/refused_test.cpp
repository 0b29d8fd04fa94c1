// SPDX-License-Identifier: Apache-2.0
#include "motion/refused.h"

#include "guide/plan.h"
#include "motion/motion.h"
#include "score/understand.h"

#include <gtest/gtest.h>

#include <string>

namespace supple::motion {
namespace {

guide::Session session_of(const std::string& text) {
  const score::Understood understood = score::understand(text, *reader::english(), *score::standard_rules());
  EXPECT_TRUE(understood.score);
  return guide::plan(*understood.score, {});
}

TEST(Refused, IsToldOnceAtItsFirstWords) {
  const guide::Session session = session_of("TITLE: Odd\n"
                                            "Come onto your hands and knees.\n"
                                            "Exhale: round your spine. Inhale: lift your hips.\n");
  const text::Diagnostics findings = refused_in(session, {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().name, "posture.move");
  EXPECT_EQ(findings.front().severity, text::Severity::warning);
  EXPECT_EQ(findings.front().place.line, 3);
  EXPECT_NE(findings.front().message.find("all-fours: the hips lift"), std::string::npos) << findings.front().message;
  EXPECT_EQ(motion_of(session, {}).refused, (std::vector<std::string>{"the hips lift"}));
}

TEST(Refused, HandsThatWalkHomeOnTheWayUpAreNot) {
  const guide::Session session = session_of("TITLE: Home\n"
                                            "Come into child's pose. Exhale: let your chest sink. Inhale: breathe.\n"
                                            "Walk your hands home and come up to sit on your heels.\n");
  EXPECT_TRUE(refused_in(session, {}).empty());
  EXPECT_TRUE(motion_of(session, {}).refused.empty());
}

TEST(Refused, IsJudgedInThePostureThatSheTakesInHerWeek) {
  const guide::Session session = session_of("TITLE: On the belly\n"
                                            "Lie on your belly.\n"
                                            "Inhale: turn your chest to the left. Exhale: come back.\n");
  EXPECT_FALSE(refused_in(session, {.week = 12}).empty());
  EXPECT_TRUE(refused_in(session, {.week = 24}).empty());
}

TEST(Refused, StandsAtTheWordsOfTheStart) {
  const text::Diagnostics findings = refused_in(session_of("TITLE: Hands\n"
                                                           "Come onto your hands and knees.\n"
                                                           "Place your hands on your belly.\n"
                                                           "Exhale: round your spine. Inhale: lengthen.\n"),
                                                {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().place.line, 3);
}

} // namespace
} // namespace supple::motion
