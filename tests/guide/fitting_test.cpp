// SPDX-License-Identifier: Apache-2.0
#include "guide/fitting.h"

#include "guide/plan.h"
#include "scores.h"

#include <gtest/gtest.h>

namespace supple::guide {
namespace {

using namespace testing;

bool moves_anywhere(const Session& session, Move move) {
  return std::ranges::any_of(session.phases, [&](const Phase& phase) {
    const auto is = [&](const vocabulary::MoveAmount& m) { return m.move == move; };
    return std::ranges::any_of(phase.moves, is) || std::ranges::any_of(phase.standing, is);
  });
}

bool says(const Session& session, std::string_view words) {
  return std::ranges::any_of(session.cues, [&](const Cue& cue) { return cue.text.find(words) != std::string::npos; });
}

TEST(Fitting, ASorePelvisTurnsTheSidesOffAndIsToldFirst) {
  EXPECT_FALSE(phases_in(plan(low_back(), {}), SectionKind::sides).empty());
  Settings settings;
  settings.pelvis = true;
  const Session session = plan(low_back(), settings);
  EXPECT_TRUE(phases_in(session, SectionKind::sides).empty());
  EXPECT_FALSE(says(session, "side"));
  EXPECT_TRUE(says(session, "no wider than your hips"));
}

TEST(Fitting, ASorePelvisLeavesOutASideThatIsNamedToo) {
  score::Score score = low_back();
  score::Section one = score.sections[1];
  one.beats = {beat(Breath::exhale, {Move::spine_turn}, "Exhale: turn your chest to the left.", "turn your chest")};
  one.beats.front().side = Side::left;
  score.sections.insert(score.sections.begin() + 2, one);
  Settings settings;
  EXPECT_TRUE(moves_anywhere(plan(score, settings), Move::spine_turn));
  settings.pelvis = true;
  EXPECT_FALSE(moves_anywhere(plan(score, settings), Move::spine_turn));
  EXPECT_FALSE(says(plan(score, settings), "left"));
}

TEST(Fitting, AHeadThatIsKeptUpNeitherHangsNorIsToldTo) {
  ASSERT_TRUE(moves_anywhere(plan(low_back(), {}), Move::head_drop));
  Settings settings;
  settings.head_up = true;
  const Session session = plan(low_back(), settings);
  EXPECT_FALSE(moves_anywhere(session, Move::head_drop));
  EXPECT_FALSE(says(session, "head hang"));
  EXPECT_TRUE(says(session, "higher than your hips"));
}

TEST(Fitting, HerOwnBreathIsNeitherSoundedNorCalled) {
  Settings settings;
  settings.pacer = false;
  const Session session = plan(low_back(), settings);
  const auto paces = [](const Tone& tone) { return tone.kind == ToneKind::inhale || tone.kind == ToneKind::exhale; };
  EXPECT_TRUE(std::ranges::none_of(session.tones, paces));
  EXPECT_FALSE(says(session, "Now with me"));
  EXPECT_TRUE(says(session, "Keep your own breath"));
  EXPECT_EQ(session.phases.size(), plan(low_back(), {}).phases.size() + 1) << "what she hears of it, and no more";
}

std::vector<std::string> texts_of(const std::vector<Cue>& cues, CueKind kind) {
  std::vector<std::string> texts;
  for (const Cue& cue : cues)
    if (cue.kind == kind) texts.push_back(cue.text);
  return texts;
}

TEST(Fitting, ComfortIsOfferedWhenHerWeightIsThereAndNotBefore) {
  score::Score score = low_back();
  score.sections.front().beats = {
      beat(Breath::free, {vocabulary::go(vocabulary::Posture::all_fours)}, "Come onto your hands and knees.", ""),
      beat(Breath::free, {vocabulary::go(vocabulary::Posture::between)}, "Take your hips back.", "")};
  Settings settings;
  settings.offers = true;
  const Session session = plan(score, settings);
  std::vector<std::string> said;
  for (const Cue& cue : cues_in(session, SectionKind::ready))
    said.push_back(cue.text);
  const auto place = [&](std::string_view text) { return std::ranges::find(said, text) - said.begin(); };
  const auto knees = place("Knees? Fold your mat double under your knees.");
  EXPECT_EQ(knees, place("Come onto your hands and knees.") + 1);
  EXPECT_EQ(place("Wrists? Make soft fists, or rest on your forearms."), knees + 1);
  EXPECT_EQ(place("Take your hips back."), knees + 2);
}

TEST(Fitting, WhatSheHasTakenIsToldFirstAndOfferedNoMore) {
  Settings settings;
  settings.offers = settings.knees_padded = true;
  const Session session = plan(low_back(), settings);
  EXPECT_EQ(texts_of(session.cues, CueKind::offer),
            std::vector<std::string>{"Wrists? Make soft fists, or rest on your forearms."});
  EXPECT_TRUE(says(session, "Fold your mat double under your knees."));
}

TEST(Fitting, NothingIsOfferedForAPartThatBearsNothingAndWhereNobodyCanTakeIt) {
  EXPECT_TRUE(texts_of(plan(low_back(), {}).cues, CueKind::offer).empty());
  score::Score score = low_back();
  score.start = vocabulary::Posture::chair;
  Settings settings;
  settings.offers = true;
  EXPECT_TRUE(texts_of(plan(score, settings).cues, CueKind::offer).empty());
}

TEST(Fitting, TheVoiceRecordsWhatEachComfortSays) {
  const std::vector<std::string> texts = cue_texts(low_back());
  for (const bool pelvis : {false, true})
    for (const bool head_up : {false, true})
      for (const bool pacer : {false, true}) {
        Settings settings;
        settings.pelvis = pelvis;
        settings.head_up = head_up;
        settings.pacer = pacer;
        settings.offers = head_up;
        for (const Cue& cue : plan(low_back(), settings).cues)
          EXPECT_NE(std::ranges::find(texts, cue.text), texts.end()) << cue.text;
      }
}

} // namespace
} // namespace supple::guide
