// SPDX-License-Identifier: Apache-2.0
// Several exercises are one session: begun once, ended once, as long as asked, and only what is for her.
#include "workout/compose.h"

#include "guide/bearing.h"
#include "guide/plan.h"
#include "library.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supple::workout {
namespace {

using namespace testing;
using vocabulary::Posture;
using vocabulary::Side;

guide::Session session_of(const std::string& file, const guide::Settings& settings = {}) {
  const Understood read = understood(file, settings);
  EXPECT_TRUE(read.playable());
  return guide::plan(*read.score, settings);
}

int said(const guide::Session& session, std::string_view text) {
  return static_cast<int>(std::ranges::count(session.cues, text, &guide::Cue::text));
}

int in_rounds(const guide::Session& session, const std::string& title) {
  int rounds = 0;
  for (const guide::Phase& phase : session.phases)
    if (session.sections[static_cast<std::size_t>(phase.section)].title == title)
      rounds = std::max(rounds, phase.round);
  return rounds;
}

TEST(AWorkout, BeginsOnceAndEndsOnceAtRest) {
  const guide::Session session = session_of(workout_of(0, {"rock-back", "wag-your-tail", "childs-pose-with-room"}));
  EXPECT_EQ(said(session, "You will hear everything; you can look at your mat."), 1);
  EXPECT_EQ(said(session, "Rest here as long as you like."), 1);
  EXPECT_EQ(said(session, "If anything hurts, stop."), 1);
  EXPECT_TRUE(guide::is_rest(session.phases.front().posture));
  EXPECT_TRUE(guide::is_rest(session.phases.back().posture));
  const auto finishes = std::ranges::count(session.sections, guide::SectionKind::finish, &guide::SessionSection::kind);
  EXPECT_EQ(finishes, 1);
}

TEST(AWorkout, TellsEveryTransitionAndGivesItATitle) {
  const guide::Session session = session_of(workout_of(0, {"rock-back", "wag-your-tail", "lean-like-a-willow"}));
  std::vector<std::string> titles;
  for (const guide::SessionSection& section : session.sections)
    if (section.kind == guide::SectionKind::transition) titles.push_back(section.title);
  EXPECT_EQ(titles, (std::vector<std::string>{"Wag your tail", "Lean like a willow"}));
  EXPECT_EQ(said(session, "Next: Wag your tail."), 1);
  EXPECT_EQ(said(session, "Next: Lean like a willow."), 1);
  const auto shown = [&](std::string_view text) {
    return std::ranges::any_of(session.captions, [&](const auto& c) { return c.text.starts_with(text); });
  };
  EXPECT_TRUE(shown("Next: Wag your tail."));
}

TEST(AWorkout, ComesToTheCentreWhereThePositionStaysAndFinishesWhereItChanges) {
  const guide::Session session = session_of(workout_of(0, {"rock-back", "wag-your-tail", "lean-like-a-willow"}));
  EXPECT_EQ(said(session, "Breathe out, and come back to the centre."), 1);
  EXPECT_EQ(said(session, "Inhale: sit back on your heels."), 0) << "the finish of an exercise that leads on in place";
  EXPECT_EQ(said(session, "Inhale: sit back on your heels and grow tall."), 1);
  std::vector<Posture> way;
  for (const guide::Phase& phase : session.phases)
    if (way.empty() || way.back() != phase.posture) way.push_back(phase.posture);
  EXPECT_EQ(way, (std::vector{Posture::heel_sit, Posture::all_fours, Posture::heel_sit, Posture::seated}));
}

TEST(AWorkout, LeadsUpFromTheFloorAndDownToItOverTheKnees) {
  const guide::Session session =
      session_of(workout_of(0, {"breathe-with-your-deep-core", "rock-back", "breathe-with-your-deep-core"}));
  EXPECT_EQ(said(session, "Come down to your knees slowly. Hold on to a chair if you like."), 1);
  EXPECT_EQ(said(session, "Come up slowly, and take a breath on your knees. Hold on to a chair if you like."), 1);
  EXPECT_EQ(session.phases.front().posture, Posture::chair);
  EXPECT_EQ(session.phases.back().posture, Posture::chair);
}

TEST(AWorkout, OffersTheSameComfortOnceAndForTheWeightThatIsThere) {
  guide::Settings settings;
  settings.offers = true;
  const guide::Session session =
      session_of(workout_of(0, {"lean-like-a-willow", "rock-back", "wag-your-tail"}), settings);
  EXPECT_EQ(said(session, "Knees? Fold your mat double and kneel on the fold."), 1);
  EXPECT_EQ(said(session, "Wrists? Make soft fists, or rest on your forearms."), 1);
  const auto offers = std::ranges::count(session.cues, guide::CueKind::offer, &guide::Cue::kind);
  EXPECT_EQ(offers, 2);
}

TEST(AWorkout, DoesWhatItsTeacherAsked) {
  const guide::Session as_written = session_of(workout_of(0, {"rock-back"}));
  EXPECT_EQ(in_rounds(as_written, "Centre"), 8);
  EXPECT_EQ(in_rounds(session_of(workout_of(0, {"rock-back × 12"})), "Centre"), 12);
  const guide::Session half = session_of(workout_of(0, {"release-your-low-back × 5"}));
  EXPECT_EQ(in_rounds(half, "Centre"), 5);
  EXPECT_EQ(in_rounds(half, "Left side"), 2) << "the others in proportion: 3 of 10 is 2 of 5, to the nearest";
  const guide::Session timed = session_of(workout_of(0, {"rock-back, 4 minutes"}));
  double blocks_s = 0;
  for (const guide::SessionSection& section : timed.sections)
    if (section.kind == guide::SectionKind::teaching || section.kind == guide::SectionKind::rounds)
      blocks_s += section.end_s - section.start_s;
  EXPECT_NEAR(blocks_s, 4 * 60, 30);
}

TEST(AWorkout, KeepsBothSidesEqualWhereTheyStandInBlocksOfTheirOwn) {
  for (const int minutes : {5, 8, 11}) {
    const guide::Session session = session_of(workout_of(minutes, {"open-book"}));
    EXPECT_NEAR(session.duration_s, 60 * minutes, length_tolerance_s);
    EXPECT_EQ(breaths_of(session, Side::left), breaths_of(session, Side::right));
  }
}

TEST(AWorkout, SaysHowLongItsExercisesLastWhereTheyCannotLastAsLong) {
  const Understood long_one = understood(workout_of(30, {"rock-back"}));
  ASSERT_EQ(long_one.findings.size(), 1U);
  EXPECT_EQ(long_one.findings[0].name, "workout.length");
  EXPECT_EQ(long_one.findings[0].place.line, 3);
  EXPECT_TRUE(long_one.findings[0].message.ends_with("at most"));
  EXPECT_TRUE(understood(workout_of(1, {"rock-back"})).findings.at(0).message.ends_with("at least"));
}

TEST(AWorkout, SaysWhichOrderHasFewerChangesOfPosition) {
  const Understood read = understood(workout_of(0, {"rock-back", "lean-like-a-willow", "wag-your-tail"}));
  const text::Diagnostics notes = order_notes(read.led);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].name, "workout.order");
  EXPECT_EQ(notes[0].severity, text::Severity::note);
  EXPECT_EQ(notes[0].remedy, "the order rock-back, wag-your-tail, lean-like-a-willow");
  EXPECT_EQ(read.led[1].name, "lean-like-a-willow") << "the teacher's order stands";
}

TEST(AWorkout, RefusesExercisesThatAreUnknownOrBroken) {
  const std::vector<File> shelf{{"broken", "---\ntitle: B\n---\n## Rounds × 0\nExhale: round your spine.\n"}};
  const auto findings = [&](const std::string& name) {
    return understand(workout_of(0, {name}), shelf, lexicon(), rules(), {}).findings;
  };
  EXPECT_EQ(findings("brocken").at(0).name, "item.unknown");
  EXPECT_EQ(findings("broken").at(0).name, "item.broken");
  EXPECT_EQ(findings("broken").at(0).place.line, 5);
}

/// Why an exercise is left out; none where it is led.
std::optional<Why> left_out(const std::string& name, const guide::Settings& settings) {
  const Understood read = understood(workout_of(0, {name, "breathe-with-your-deep-core"}), settings);
  EXPECT_TRUE(read.playable());
  EXPECT_EQ(read.left_out.size() + read.led.size(), 2U);
  return read.left_out.empty() ? std::nullopt : std::optional{read.left_out.front().why};
}

TEST(AWorkout, LeavesOutWhatIsNotForHerAndSaysWhy) {
  guide::Settings pelvis, head_up, fists, born;
  pelvis.pelvis = true;
  head_up.head_up = true;
  fists.wrists = guide::Wrists::fists;
  born.weeks_after_birth = 8;
  EXPECT_EQ(left_out("wag-your-tail", {}), std::nullopt);
  EXPECT_EQ(left_out("wag-your-tail", pelvis), Why::pelvis);
  EXPECT_EQ(left_out("open-book", pelvis), Why::pelvis);
  EXPECT_EQ(left_out("down-to-the-floor-and-up", pelvis), Why::pelvis) << "one foot in front of the other";
  EXPECT_EQ(left_out("release-your-low-back", pelvis), std::nullopt) << "its sides are left out, and it is led";
  EXPECT_EQ(left_out("down-to-the-floor-and-up", fists), Why::wrists);
  EXPECT_EQ(left_out("rock-back", fists), std::nullopt);
  EXPECT_EQ(left_out("melt-your-heart", head_up), std::nullopt) << "it has a way to keep her head up";
  EXPECT_EQ(left_out("rock-back", born), std::nullopt);
}

TEST(AnExercise, IsLedAloneWithASorePelvisWhereAWorkoutLeadsItToo) {
  guide::Settings sore;
  sore.pelvis = true;
  int refused = 0;
  for (const File& file : library()) {
    SCOPED_TRACE(file.name);
    const bool out = left_out(file.name, sore) == Why::pelvis;
    const Understood english = understood(file.text, sore);
    const Understood words =
        understand_translation({file.translation, file.text, spanish()}, {}, lexicon(), rules(), sore);
    for (const Understood* alone : {&english, &words}) {
      EXPECT_EQ(alone->playable(), !out);
      EXPECT_EQ(std::ranges::count(alone->findings, "comfort.pelvis", &text::Diagnostic::name), out ? 1 : 0);
    }
    EXPECT_TRUE(understood(file.text).playable());
    refused += out ? 1 : 0;
  }
  EXPECT_GE(refused, 4);
}

TEST(AWorkout, LeavesOutWhatBreaksARuleInHerWeek) {
  const auto exercise = [](std::string_view front, std::string_view start) {
    return File{"it", "---\ntitle: It\n" + std::string(front) + "---\n## Start\n" + std::string(start) +
                          "\n## Rounds × 4\nInhale: reach your arms up.\nExhale: lower your arms.\n"};
  };
  const auto why = [&](const File& file, const guide::Settings& settings) -> std::optional<Why> {
    const std::vector<File> shelf{file, library().front()};
    const std::string workout = workout_of(0, {"it", library().front().name});
    const Understood read = understand(workout, shelf, lexicon(), rules(), settings);
    return read.left_out.empty() ? std::nullopt : std::optional{read.left_out.front().why};
  };
  guide::Settings early, late, head_up, born;
  early.week = 12;
  late.week = 30;
  head_up.head_up = true;
  born.weeks_after_birth = 7;
  const File supine = exercise("weeks: 4-42\n", "Lie down on your back.");
  EXPECT_EQ(why(supine, early), std::nullopt);
  EXPECT_EQ(why(supine, late), Why::rule);
  const File first = exercise("weeks: 4-15\n", "Sit on a chair.");
  EXPECT_EQ(why(first, early), std::nullopt);
  EXPECT_EQ(why(first, late), Why::week);
  EXPECT_EQ(why(first, born), Why::after_birth);
  EXPECT_EQ(why(exercise("postnatal: 8+\n", "Sit on a chair."), born), Why::after_birth);
  EXPECT_EQ(why(exercise("", "Stand up and fold forward."), head_up), Why::head);
}

TEST(AWorkout, OfWhichNothingIsLeftIsNotPlayed) {
  guide::Settings settings;
  settings.pelvis = true;
  const Understood read = understood(workout_of(5, {"wag-your-tail"}), settings);
  EXPECT_FALSE(read.playable());
  EXPECT_EQ(read.findings.at(0).name, "workout.nothing");
}

class WorkoutOfTheLibrary : public ::testing::TestWithParam<std::string> {};

TEST_P(WorkoutOfTheLibrary, IsReadWithoutAFindingAndLastsAsLongAsItSays) {
  const std::string file = text_of("library/workouts/" + GetParam() + ".md");
  for (const double pace : {4.5, 6.0, 9.0}) {
    guide::Settings settings;
    settings.pace_bpm = pace;
    const Understood read = understood(file, settings);
    EXPECT_TRUE(read.findings.empty());
    EXPECT_TRUE(order_notes(read.led).empty());
    EXPECT_TRUE(read.left_out.empty());
    ASSERT_TRUE(read.playable());
    EXPECT_NEAR(guide::plan(*read.score, settings).duration_s, read.asked_s, length_tolerance_s) << pace;
  }
}

INSTANTIATE_TEST_SUITE_P(Each, WorkoutOfTheLibrary,
                         ::testing::Values("five-minutes-for-the-low-back", "twenty-minutes-of-prenatal-mobility",
                                           "evening-wind-down", "at-the-desk"));

} // namespace
} // namespace supple::workout
