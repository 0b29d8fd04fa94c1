// SPDX-License-Identifier: Apache-2.0
#include "guide/live.h"

#include "scores.h"

#include <gtest/gtest.h>

namespace supple::guide {
namespace {

using namespace testing;

/// Leads until `until_s` in ticks, and gathers what is told.
Actions advance_to(Live& live, double until_s, double tick_s = 0.05) {
  Actions all;
  while (live.clock_s + tick_s < until_s)
    std::ranges::copy(advance(live, live.clock_s + tick_s), std::back_inserter(all));
  std::ranges::copy(advance(live, until_s), std::back_inserter(all));
  return all;
}

Live started() {
  Live live = begin(low_back(), {});
  static_cast<void>(handle(live, Event::start, 0));
  return live;
}

int count(const Actions& actions, ActionKind kind) {
  return static_cast<int>(std::ranges::count(actions, kind, &Action::kind));
}

const Action* find(const Actions& actions, ActionKind kind) {
  const auto found = std::ranges::find(actions, kind, &Action::kind);
  return found == actions.end() ? nullptr : &*found;
}

/// The middle of the first cue of a kind.
double middle_of(const Live& live, CueKind kind) {
  const auto cue = std::ranges::find(live.session.cues, kind, &Cue::kind);
  return (cue->start_s + cue->end_s) / 2;
}

const Phase& phase_of(const Live& live) {
  return live.session.phases.at(static_cast<std::size_t>(moment(live).phase));
}

TEST(Live, TellsEverythingOfTheSessionInOrderAndOnce) {
  Live live = begin(low_back(), {});
  Actions all = handle(live, Event::start, 0);
  std::ranges::copy(advance_to(live, live.session.duration_s + 1), std::back_inserter(all));
  EXPECT_EQ(live.state, State::finished);
  EXPECT_EQ(count(all, ActionKind::speak), static_cast<int>(live.session.cues.size()));
  EXPECT_EQ(count(all, ActionKind::tone), static_cast<int>(live.session.tones.size()));
  EXPECT_EQ(count(all, ActionKind::phase), static_cast<int>(live.session.phases.size()));
  EXPECT_EQ(
      std::ranges::count_if(all, [](const Action& a) { return a.kind == ActionKind::caption && !a.text.empty(); }),
      static_cast<std::ptrdiff_t>(live.session.captions.size()));
  std::size_t cue = 0;
  for (const Action& a : all) {
    if (a.kind != ActionKind::speak) continue;
    EXPECT_NEAR(a.at_s, live.session.cues[cue++].start_s, 1e-6);
  }
  EXPECT_EQ(all.back().kind, ActionKind::state);
}

TEST(Live, TellsSoundsAheadOfTime) {
  Live live = started();
  const double first_s = live.session.cues.front().start_s;
  const Actions told = advance(live, first_s - 0.1);
  ASSERT_EQ(count(told, ActionKind::speak), 1);
  EXPECT_NEAR(find(told, ActionKind::speak)->at_s, first_s, 1e-9);
  EXPECT_EQ(count(told, ActionKind::caption), 0);
}

TEST(Live, StopIsSilenceAtOnceThenOffersRestAndNoMore) {
  Live live = started();
  advance_to(live, 30);
  const Actions stopped = handle(live, Event::stop, 30.02);
  ASSERT_FALSE(stopped.empty());
  EXPECT_EQ(stopped.front().kind, ActionKind::silence);
  EXPECT_DOUBLE_EQ(stopped.front().at_s, 30.02);
  EXPECT_EQ(live.state, State::stopped);
  EXPECT_TRUE(advance_to(live, 31.5).empty());
  const Actions offer = advance_to(live, 120);
  ASSERT_EQ(offer.size(), 2U);
  EXPECT_EQ(offer[0].kind, ActionKind::speak);
  EXPECT_EQ(offer[0].text, "Stopped. Rest any way you like; there is no hurry.");
  EXPECT_GE(offer[0].at_s, 31.52 - 1e-9);
  EXPECT_EQ(in_one_line(offer[1].text), offer[0].text);
  for (const Event event : {Event::start, Event::resume, Event::skip, Event::faster, Event::stop})
    EXPECT_TRUE(handle(live, event, 121).empty());
}

TEST(Live, GoesOnAfterAPauseWithTheCueThatWasCut) {
  Live live = started();
  const double cut_s = middle_of(live, CueKind::teach);
  advance_to(live, cut_s);
  const Actions paused = handle(live, Event::pause, cut_s);
  EXPECT_EQ(paused.front().kind, ActionKind::silence);
  EXPECT_TRUE(advance_to(live, cut_s + 600).empty());
  const int phase = moment(live).phase;
  const Actions resumed = handle(live, Event::resume, cut_s + 600);
  EXPECT_EQ(moment(live).phase, phase);
  ASSERT_NE(find(resumed, ActionKind::speak), nullptr);
  EXPECT_NEAR(find(resumed, ActionKind::speak)->at_s, cut_s + 600, 1e-9);
  EXPECT_EQ(find(resumed, ActionKind::speak)->cue, CueKind::teach);
}

TEST(Live, GoesOnAfterAPauseWithWhatIsLeftOfTheTone) {
  Live live = started();
  const Phase phase = phases_in(live.session, SectionKind::rounds).back();
  const double middle_s = (phase.start_s + phase.end_s) / 2;
  advance_to(live, middle_s);
  static_cast<void>(handle(live, Event::pause, middle_s));
  const Actions resumed = handle(live, Event::resume, middle_s + 5);
  ASSERT_NE(find(resumed, ActionKind::tone), nullptr);
  EXPECT_NEAR(find(resumed, ActionKind::tone)->duration_s, phase.end_s - middle_s, 1e-6);
  EXPECT_NEAR(moment(live).position_s, middle_s, 1e-6);
}

TEST(Live, KeepsThePlaceWhenThePaceChanges) {
  Live live = started();
  const Phase phase = phases_in(live.session, SectionKind::rounds).at(5);
  const double at_s = phase.start_s + 0.7 * (phase.end_s - phase.start_s);
  advance_to(live, at_s);
  const Moment before = moment(live);
  const Actions slower = handle(live, Event::slower, at_s);
  const Moment after = moment(live);
  EXPECT_EQ(after.phase, before.phase);
  EXPECT_NEAR(after.phase_fraction, before.phase_fraction, 1e-9);
  EXPECT_DOUBLE_EQ(after.pace_bpm, 5.5);
  EXPECT_GT(phase_of(live).end_s - phase_of(live).start_s, phase.end_s - phase.start_s) << "also in the first minute";
  EXPECT_EQ(slower.front().kind, ActionKind::silence);
  EXPECT_NE(find(slower, ActionKind::tone), nullptr);
}

TEST(Live, DoesNotCutASentenceWhenThePaceChanges) {
  Live live = started();
  const double at_s = middle_of(live, CueKind::finish);
  advance_to(live, at_s);
  const Actions slower = handle(live, Event::slower, at_s);
  EXPECT_EQ(count(slower, ActionKind::silence), 0);
  EXPECT_EQ(count(slower, ActionKind::speak), 0);
  EXPECT_EQ(count(advance_to(live, at_s + 0.5), ActionKind::speak), 0);
  const Actions rest = advance_to(live, at_s + 200);
  EXPECT_EQ(live.state, State::finished);
  EXPECT_GT(count(rest, ActionKind::speak), 1);
}

TEST(Live, TellsAToneAnewThatWasToldAheadAtThePaceBefore) {
  Live live = started();
  const Phase breath = phases_in(live.session, SectionKind::teaching).at(1);
  const double at_s = breath.start_s - 0.1;
  ASSERT_NE(find(advance_to(live, at_s), ActionKind::tone), nullptr);
  const Actions slower = handle(live, Event::slower, at_s);
  EXPECT_EQ(slower.front().kind, ActionKind::silence);
  ASSERT_NE(find(slower, ActionKind::tone), nullptr);
  EXPECT_GT(find(slower, ActionKind::tone)->duration_s, breath.end_s - breath.start_s);
}

TEST(Live, StaysWithinTheRangeOfPaces) {
  Live live = started();
  for (int i = 0; i < 40; ++i)
    static_cast<void>(handle(live, Event::slower, 1));
  EXPECT_TRUE(moment(live).slowest);
  EXPECT_TRUE(handle(live, Event::slower, 1).empty());
  for (int i = 0; i < 40; ++i)
    static_cast<void>(handle(live, Event::faster, 1));
  EXPECT_TRUE(moment(live).fastest);
}

TEST(Live, SkipsFromSectionToSectionAndThenFinishes) {
  Live live = started();
  std::vector<int> sections{0};
  while (live.state == State::leading) {
    const Actions skipped = handle(live, Event::skip, live.clock_s + 1);
    EXPECT_EQ(skipped.front().kind, ActionKind::silence);
    if (live.state == State::leading) sections.push_back(moment(live).section);
  }
  EXPECT_EQ(sections, (std::vector<int>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(live.state, State::finished);
}

TEST(Live, NamesTheRightSideAlsoAfterASkip) {
  Live live = started();
  for (int i = 0; i < 4; ++i)
    static_cast<void>(handle(live, Event::skip, 1));
  const Actions told = advance_to(live, 4);
  ASSERT_NE(find(told, ActionKind::speak), nullptr);
  EXPECT_TRUE(find(told, ActionKind::speak)->text.starts_with("Right side"));
}

TEST(Live, CountsTheBreathsOfTheWholeSession) {
  Live live = started();
  EXPECT_EQ(moment(live).breaths_done, 0);
  // One taught, six in the centre, two on each side, and one to the end.
  EXPECT_EQ(moment(live).breaths_in_all, 12);
  advance_to(live, live.session.duration_s - 1);
  EXPECT_EQ(moment(live).breaths_done, 12);
}

TEST(Live, DoesNothingOnEventsWithoutAMeaning) {
  Live live = begin(low_back(), {});
  for (const Event event : {Event::pause, Event::resume, Event::skip})
    EXPECT_TRUE(handle(live, event, 0).empty());
  EXPECT_EQ(live.state, State::ready);
}

} // namespace
} // namespace supple::guide
