// SPDX-License-Identifier: Apache-2.0
#include "guide/plan.h"

#include "guide/session_json.h"
#include "scores.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace supple::guide {
namespace {

using namespace testing;
using vocabulary::Posture;

std::vector<std::string> texts_of(const std::vector<Cue>& cues) {
  std::vector<std::string> texts;
  for (const Cue& cue : cues)
    texts.push_back(cue.text);
  return texts;
}

double length(const Phase& phase) {
  return phase.end_s - phase.start_s;
}

std::vector<Breath> breaths_of(const std::vector<Phase>& phases) {
  std::vector<Breath> breaths;
  for (const Phase& phase : phases)
    if (phase.paced) breaths.push_back(phase.breath);
  return breaths;
}

bool tells(const Session& session, std::string_view text) {
  return std::ranges::any_of(session.cues, [&](const Cue& cue) { return cue.text == text; });
}

std::vector<Move> moves_of(const Phase& phase) {
  std::vector<Move> moves;
  for (const auto& m : phase.moves)
    moves.push_back(m.move);
  return moves;
}

TEST(Plan, LeadsThroughTheWholeExerciseInItsOrder) {
  const Session session = plan(low_back(), {});
  std::vector<std::string> titles;
  for (const SessionSection& s : session.sections)
    titles.push_back(s.title);
  EXPECT_EQ(titles,
            (std::vector<std::string>{"Get ready", "Teaching round", "Centre", "Left side", "Right side", "Finish"}));
  EXPECT_GT(session.duration_s, 3 * 60);
  EXPECT_LT(session.duration_s, 6 * 60);
}

TEST(Plan, BeginsAtEightBreathsAMinuteAndGoesOnAtHerPace) {
  const Session session = plan(low_back(), {});
  const auto rounds = phases_in(session, SectionKind::rounds);
  EXPECT_NEAR(length(rounds[0]), 3, 1e-9);
  EXPECT_NEAR(length(rounds[1]), 4.5, 1e-9);
  const auto right = phases_in(session, SectionKind::sides);
  EXPECT_NEAR(length(right.back()), 4, 1e-9);
  EXPECT_NEAR(length(right[right.size() - 2]), 6, 1e-9);
}

TEST(Plan, BeginsAtHerOwnPaceWhereItIsQuicker) {
  Settings settings;
  settings.pace_bpm = 10;
  const Session session = plan(low_back(), settings);
  EXPECT_NEAR(length(phases_in(session, SectionKind::rounds)[0]), 2.4, 1e-9);
}

TEST(Plan, HoldsThePaceWithinFourAndTwelve) {
  Settings wild;
  wild.pace_bpm = 100;
  Settings fastest;
  fastest.pace_bpm = 12;
  EXPECT_DOUBLE_EQ(plan(low_back(), wild).duration_s, plan(low_back(), fastest).duration_s);
}

TEST(Plan, TeachesWithWholeSentencesThenWithMe) {
  const Session session = plan(low_back(), {});
  const auto teaching = phases_in(session, SectionKind::teaching);
  ASSERT_EQ(teaching.size(), 4U);
  EXPECT_FALSE(teaching[0].paced);
  EXPECT_TRUE(teaching[1].paced);
  EXPECT_EQ(teaching[1].breath, Breath::inhale);
  EXPECT_EQ(moves_of(teaching[2]), moves_of(teaching[1])) << "she stays while she hears what is next";
  auto cues = texts_of(cues_in(session, SectionKind::teaching));
  ASSERT_GE(cues.size(), 4U);
  cues.resize(4);
  EXPECT_EQ(cues, (std::vector<std::string>{
                      "Inhale: let your hips travel half way back to your heels.", "Now with me: breathe in.",
                      "Exhale: zip up gently, round your spine and come forward again. Let your head hang.",
                      "Now with me: breathe out."}));
}

TEST(Plan, SaysShortFormsThenBreathWordsThenNothing) {
  const auto cues = cues_in(plan(low_back(), {}), SectionKind::rounds);
  std::vector<CueKind> kinds;
  for (const Cue& cue : cues)
    kinds.push_back(cue.kind);
  // The cue of the first breath lies in the teaching round.
  EXPECT_EQ(kinds, (std::vector<CueKind>{CueKind::short_form, CueKind::short_form, CueKind::short_form, CueKind::breath,
                                         CueKind::breath, CueKind::breath, CueKind::breath}));
  EXPECT_EQ(cues[0].text, "Round, come forward.");
}

TEST(Plan, LeavesALeadBetweenACueAndItsBreath) {
  const Session session = plan(low_back(), {});
  const auto rounds = phases_in(session, SectionKind::rounds);
  const auto cues = cues_in(session, SectionKind::rounds);
  EXPECT_NEAR(rounds[0].end_s - cues[0].end_s, 0.8, 1e-9) << "a new movement";
  EXPECT_NEAR(rounds[1].end_s - cues[1].end_s, 0.3, 1e-9) << "a familiar one";
}

TEST(Plan, SaysTheBreathWhereTheShortFormDoesNotFit) {
  score::Score score = low_back();
  score.sections[1].beats[1].short_form = "round your whole spine and come all the way forward";
  const auto cues = cues_in(plan(score, {}), SectionKind::rounds);
  EXPECT_EQ(cues[0].text, "Breathe out.");
}

TEST(Plan, TakesTheLengthOfTheClipsForTheLengthOfTheCues) {
  Settings settings;
  settings.clips[clip_name("Round, come forward.")] = 2.9; // longer than a breath in of 3 s with its lead allows
  const auto cues = cues_in(plan(low_back(), settings), SectionKind::rounds);
  EXPECT_EQ(cues[0].text, "Breathe out.");
  settings.clips[clip_name("Round, come forward.")] = 1;
  EXPECT_EQ(cues_in(plan(low_back(), settings), SectionKind::rounds)[0].text, "Round, come forward.");
}

TEST(Plan, SpeaksOfASideAsHerOwnAndBeginsWithIt) {
  const Session session = plan(low_back(), {});
  EXPECT_TRUE(tells(session, "Left side, exhale: round and press your left side up to the sky. Look under your left "
                             "armpit."));
  EXPECT_TRUE(tells(session, "Right side, round and press up."));
  for (const Cue& cue : session.cues)
    EXPECT_TRUE(cue.kind != CueKind::side || cue.text.starts_with("Left side") || cue.text.starts_with("Right side"));
}

TEST(Plan, SoundsTheSwitchBeforeTheVoiceNamesTheSide) {
  const Session session = plan(low_back(), {});
  std::vector<Tone> switches;
  std::ranges::copy_if(session.tones, std::back_inserter(switches),
                       [](const Tone& tone) { return tone.kind == ToneKind::side_switch; });
  ASSERT_EQ(switches.size(), 2U);
  const std::vector<std::string> sides{"Left side", "Right side"};
  for (std::size_t i = 0; i < switches.size(); ++i) {
    const auto next = std::ranges::find_if(session.cues, [&](const Cue& c) { return c.start_s >= switches[i].end_s; });
    ASSERT_NE(next, session.cues.end());
    EXPECT_TRUE(next->text.starts_with(sides[i])) << next->text;
    EXPECT_LT(next->start_s - switches[i].end_s, 0.2);
  }
}

TEST(Plan, SoundsEverySwitchWhereTheSidesAlternate) {
  score::Score score = low_back();
  score.sections[2].alternate = true;
  const Session session = plan(score, {});
  EXPECT_EQ(std::ranges::count(session.tones, ToneKind::side_switch, &Tone::kind), 4);
  for (const Tone& tone : session.tones) {
    if (tone.kind != ToneKind::side_switch) continue;
    const auto next = std::ranges::find_if(session.cues, [&](const Cue& c) { return c.start_s >= tone.end_s; });
    EXPECT_NEAR(next->start_s - tone.end_s, 0.1, 1e-9) << next->text;
  }
}

TEST(Plan, DoesLeftLeftRightRight) {
  std::string order;
  for (const Phase& phase : phases_in(plan(low_back(), {}), SectionKind::sides))
    if (phase.breath == Breath::exhale) order += phase.side == Side::left ? 'l' : 'r';
  EXPECT_EQ(order, "llrr");
}

TEST(Plan, AlternatesWhereTheTextSaysSo) {
  score::Score score = low_back();
  score.sections[2].alternate = true;
  std::string order;
  for (const Phase& phase : phases_in(plan(score, {}), SectionKind::sides))
    if (phase.breath == Breath::exhale) order += phase.side == Side::left ? 'l' : 'r';
  EXPECT_EQ(order, "lrlr");
}

TEST(Plan, AddsTheBreathThatARoundLacks) {
  const auto score = score_with(section(reader::SectionKind::rounds, "Centre", 3,
                                        {beat(Breath::exhale, {Move::spine_round}, "Exhale: round.", "round")}));
  const Session session = plan(score, {});
  const auto rounds = phases_in(session, SectionKind::rounds);
  using enum Breath;
  EXPECT_EQ(breaths_of(rounds), (std::vector{exhale, inhale, exhale, inhale, exhale, inhale}));
  EXPECT_TRUE(rounds[1].moves.empty());
}

TEST(Plan, ReturnsWithTheAddedBreathToWhereTheRoundBegan) {
  const auto score = score_with(
      section(reader::SectionKind::rounds, "Rock", 2,
              {beat(Breath::exhale, {vocabulary::go(Posture::childs_pose)}, "Exhale: into child's pose.", "sink")}));
  for (const Phase& phase : phases_in(plan(score, {}), SectionKind::rounds))
    EXPECT_EQ(phase.posture, phase.breath == Breath::exhale ? Posture::childs_pose : Posture::all_fours);
}

TEST(Plan, GivesABreathOfHerOwnBetweenTwoThatAreTheSame) {
  score::Score score = score_with(
      section(reader::SectionKind::finish, "Finish", 1, {beat(Breath::exhale, {Move::spine_round}, "", "round")}));
  score.sections.push_back(score.sections.front());
  const auto phases = phases_in(plan(score, {}), SectionKind::finish);
  ASSERT_GE(phases.size(), 3U);
  EXPECT_TRUE(phases[0].paced && !phases[1].paced && phases[2].paced);
  EXPECT_NEAR(length(phases[1]), 6, 1e-9);
}

TEST(Plan, KeepsTheMovesThroughAHold) {
  score::Beat hold = beat(Breath::free, {Move::stay}, "Stay for three breaths.", "stay");
  hold.hold.breaths = 3;
  const auto score = score_with(
      section(reader::SectionKind::once, "Fold", 1,
              {beat(Breath::exhale, {Move::spine_round, Move::head_drop}, "Exhale: round.", "round"), hold}));
  const auto phases = phases_in(plan(score, {}), SectionKind::once);
  using enum Breath;
  EXPECT_EQ(breaths_of(phases), (std::vector{exhale, inhale, exhale, inhale, exhale, inhale, exhale}));
  EXPECT_EQ(moves_of(phases.back()), (std::vector{Move::spine_round, Move::head_drop}));
}

TEST(Plan, KeepsATimedStepAsLongAsTheTextSays) {
  score::Beat timed = beat(Breath::free, {Move::pelvis_circle}, "Circle your hips for twenty seconds.", "circle");
  timed.seconds = 20;
  const auto phases =
      phases_in(plan(score_with(section(reader::SectionKind::once, "Circles", 1, {timed})), {}), SectionKind::once);
  ASSERT_EQ(phases.size(), 2U);
  EXPECT_NEAR(length(phases[1]), 20, 1e-9);
}

TEST(Plan, GivesTimeToDoWhatIsSaidWithoutABreath) {
  const auto score = score_with(section(reader::SectionKind::rounds, "Cat", 2,
                                        {beat(Breath::free, {Move::spine_round}, "Round.", "round"),
                                         beat(Breath::free, {Move::spine_neutral}, "Come back to flat.", "flat")}));
  const auto rounds = phases_in(plan(score, {}), SectionKind::rounds);
  ASSERT_EQ(rounds.size(), 4U);
  for (const Phase& phase : rounds) {
    EXPECT_FALSE(phase.paced);
    EXPECT_GE(length(phase), 6);
    EXPECT_EQ(phase.standing.size(), 1U) << "flat takes the place of round";
  }
}

TEST(Plan, LetsInstructionsWithoutABreathStandThroughTheRounds) {
  const auto score = score_with(section(reader::SectionKind::rounds, "Centre", 2,
                                        {beat(Breath::free, {Move::knees_widen}, "Take your knees wide.", "wide"),
                                         beat(Breath::inhale, {Move::pelvis_back}, "Inhale: back.", "back"),
                                         beat(Breath::exhale, {Move::pelvis_forward}, "Exhale: forward.", "forward")}));
  const auto rounds = phases_in(plan(score, {}), SectionKind::rounds);
  ASSERT_EQ(rounds.size(), 4U);
  for (const Phase& phase : rounds)
    EXPECT_EQ(phase.standing.front().move, Move::knees_widen);
}

TEST(Plan, LetsWhatStandsToOneSideNotStandToTheOther) {
  const auto score =
      score_with(section(reader::SectionKind::once, "Turn", 1,
                         {beat(Breath::free, {Move::spine_turn}, "Turn to the left.", "turn", Side::left),
                          beat(Breath::free, {Move::arms_reach}, "Turn back and reach long.", "reach")}));
  const auto phases = phases_in(plan(score, {}), SectionKind::once);
  ASSERT_EQ(phases.size(), 2U);
  EXPECT_EQ(phases[0].side, Side::left);
  EXPECT_EQ(phases[0].standing.front().move, Move::spine_turn);
  EXPECT_EQ(phases[1].side, Side::none);
  ASSERT_EQ(phases[1].standing.size(), 1U);
  EXPECT_EQ(phases[1].standing.front().move, Move::arms_reach);
}

TEST(Plan, AddsTheWayToRestThatTheTextLacks) {
  const auto score = score_with(section(reader::SectionKind::rounds, "Centre", 2,
                                        {beat(Breath::inhale, {Move::pelvis_back}, "Inhale: back.", "back"),
                                         beat(Breath::exhale, {Move::spine_round}, "Exhale: round.", "round")}));
  const Session session = plan(score, {});
  EXPECT_EQ(session.sections.back().kind, SectionKind::finish);
  EXPECT_EQ(session.phases.back().posture, Posture::heel_sit);
  EXPECT_TRUE(tells(session, "Slowly come to sit on your heels."));
  EXPECT_TRUE(tells(session, "Come onto your hands and knees, hands under your shoulders."));
}

TEST(Plan, SaysTheCareOnceAndTheComfortThatSheChose) {
  Settings settings;
  settings.knees_padded = true;
  const Session session = plan(low_back(), settings);
  EXPECT_TRUE(tells(session, "Fold your mat double under your knees."));
  EXPECT_FALSE(tells(session, "Make soft fists, or rest on your forearms."));
  EXPECT_EQ(std::ranges::count(session.cues, "If anything hurts, stop.", &Cue::text), 1);
}

TEST(Plan, EndsWithTheToneOfABreathOutTwiceAsLong) {
  const Session session = plan(low_back(), {});
  EXPECT_EQ(session.tones.back().kind, ToneKind::end);
  EXPECT_NEAR(session.tones.back().end_s - session.tones.back().start_s, 12, 1e-9);
  EXPECT_DOUBLE_EQ(session.tones.back().end_s, session.duration_s);
}

TEST(Plan, OfAScoreWithoutAnythingIsGettingReadyAndRest) {
  score::Score empty;
  const Session session = plan(empty, {});
  EXPECT_EQ(session.sections.front().kind, SectionKind::ready);
  EXPECT_EQ(session.sections.back().kind, SectionKind::finish);
}

TEST(Plan, OfATextWithoutMeasureStillEnds) {
  score::Score score = low_back();
  score.sections[1].count = 1000000000;
  score.sections[2].beats[0].hold.breaths = 1000000000;
  EXPECT_LE(plan(score, {}).phases.size(), 20000U);
}

TEST(CueTexts, HoldEverythingThatIsSaidAtAnyPaceNoneTwice) {
  const auto texts = cue_texts(low_back());
  Settings settings;
  settings.knees_padded = true;
  settings.wrists = Wrists::forearms;
  for (settings.pace_bpm = 4; settings.pace_bpm <= 12; settings.pace_bpm += 0.5)
    for (const Cue& cue : plan(low_back(), settings).cues)
      EXPECT_EQ(std::ranges::count(texts, cue.text), 1) << cue.text;
  EXPECT_EQ(std::ranges::count(texts, "Stopped. Rest any way you like; there is no hurry."), 1);
}

TEST(ClipName, IsTheFnv1aOfTheText) {
  EXPECT_EQ(clip_name(""), "cbf29ce484222325");
  EXPECT_EQ(clip_name("a"), "af63dc4c8601ec8c"); // Fowler, Noll and Vo's own test vector
}

TEST(SessionJson, HoldsWhatItsContractNames) {
  const auto json = to_json(plan(low_back(), {}));
  EXPECT_GT(json["duration_s"].get<double>(), 0);
  for (const auto* key : {"start_s", "end_s", "section", "round", "breath", "side", "moves"})
    EXPECT_TRUE(json["phases"][5].contains(key)) << key;
  for (const auto* key : {"start_s", "end_s", "text", "kind", "phase"})
    EXPECT_TRUE(json["cues"][0].contains(key)) << key;
  for (const auto* key : {"start_s", "end_s", "text"})
    EXPECT_TRUE(json["captions"][0].contains(key)) << key;
}

} // namespace
} // namespace supple::guide
