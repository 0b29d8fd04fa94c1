// SPDX-License-Identifier: Apache-2.0
#include "guide/screening.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace supple::guide {
namespace {

std::string screening_file() {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/rules/screening.toml");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string screening_with(std::string_view from, std::string_view to) {
  std::string file = screening_file();
  file.replace(file.find(from), from.size(), to);
  return file;
}

const Question& question(const Screening& screening, std::string_view id) {
  return *std::ranges::find(screening.questions, id, &Question::id);
}

/// No to everything that is asked at this course.
Answers noes(const Screening& screening, Course course, bool of_today) {
  Answers answers;
  for (const Question& q : screening.questions)
    if (is_asked(q, course) && (q.yes == Yes::stop) == of_today) answers[q.id] = false;
  return answers;
}

/// She answered everything with no, today.
Visit cleared(const Screening& screening, Course course = {}) {
  Visit visit;
  visit.day = 1000;
  visit.course = course;
  visit.screened = Screened{1000, course, noes(screening, course, false)};
  visit.today = noes(screening, course, true);
  return visit;
}

class Door : public ::testing::Test {
protected:
  const Screening screening = standard_screening();
};

TEST_F(Door, IsOpenForWhomEverythingWasDenied) {
  EXPECT_EQ(admit(screening, cleared(screening)), Admission::open);
  EXPECT_EQ(admit(screening, cleared(screening, {true, 6})), Admission::open);
}

TEST_F(Door, AsksFirstOfAll) {
  EXPECT_EQ(admit(screening, Visit{}), Admission::screening);
}

TEST_F(Door, IsShutByEachQuestionThatIsLeftOpenAndByEachYes) {
  for (int week = 4; week <= 42; ++week) {
    const Course course{false, week};
    for (const Question& q : screening.questions) {
      if (!is_asked(q, course)) continue;
      const bool of_today = q.yes == Yes::stop;
      Visit open = cleared(screening, course);
      (of_today ? open.today : open.screened->answers).erase(q.id);
      EXPECT_EQ(admit(screening, open), of_today ? Admission::today : Admission::screening) << q.id;
      Visit yes = cleared(screening, course);
      (of_today ? yes.today : yes.screened->answers)[q.id] = true;
      const Admission wanted = q.yes == Yes::stop      ? Admission::not_today
                               : q.yes == Yes::not_now ? Admission::not_now
                                                       : Admission::talk_first;
      EXPECT_EQ(admit(screening, yes), wanted) << q.id;
      yes.talked = true;
      EXPECT_EQ(admit(screening, yes), q.yes == Yes::talk_first ? Admission::open : wanted) << q.id;
    }
  }
}

TEST_F(Door, StaysShutForTheDayOfAStopSign) {
  Visit visit = cleared(screening);
  visit.stop_sign_day = visit.day;
  EXPECT_EQ(admit(screening, visit), Admission::not_today);
  visit.stop_sign_day = visit.day - 1;
  EXPECT_EQ(admit(screening, visit), Admission::open);
}

TEST_F(Door, AsksAgainAfterFourWeeks) {
  Visit visit = cleared(screening);
  visit.day += 27;
  EXPECT_FALSE(is_screening_due(screening, visit));
  visit.day += 1;
  EXPECT_TRUE(is_screening_due(screening, visit));
}

TEST_F(Door, AsksAgainAtWeeks20And28And36) {
  for (int week = 5; week <= 42; ++week) {
    Visit visit = cleared(screening, {false, week - 1});
    visit.course.week = week;
    const bool new_question = std::ranges::any_of(screening.questions, [&](const Question& q) {
      return q.yes != Yes::stop && is_asked(q, {false, week}) && !is_asked(q, {false, week - 1});
    });
    EXPECT_EQ(is_screening_due(screening, visit), week == 20 || week == 28 || week == 36 || new_question) << week;
  }
}

TEST_F(Door, AsksAgainAfterAStopAndAfterTheBirth) {
  Visit stopped = cleared(screening);
  stopped.stopped_since = true;
  EXPECT_EQ(admit(screening, stopped), Admission::screening);
  Visit born = cleared(screening);
  born.course = {true, 7};
  EXPECT_EQ(admit(screening, born), Admission::screening);
}

TEST_F(Door, OpensForNobodyBeforeSixWeeksAfterBirth) {
  EXPECT_EQ(admit(screening, cleared(screening, {true, 5})), Admission::not_now);
}

TEST_F(Door, AsksForAPauseAfterTwoStopsInSevenDays) {
  Visit visit = cleared(screening);
  visit.stops = {visit.day - 7, visit.day};
  EXPECT_EQ(admit(screening, visit), Admission::open);
  visit.stops = {visit.day - 6, visit.day};
  EXPECT_EQ(admit(screening, visit), Admission::pause);
  visit.talked = true;
  EXPECT_EQ(admit(screening, visit), Admission::open);
}

// Every combination of what the door looks at, reduced to what can differ.
TEST_F(Door, HasOneWayInAndNoOther) {
  enum { unsaid, no, yes };

  int open = 0;
  int ways = 0;
  for (const bool after_birth : {false, true})
    for (const int standing : {unsaid, no, yes})
      for (const int talk : {unsaid, no, yes})
        for (const int sign : {unsaid, no, yes})
          for (const bool talked : {false, true})
            for (const bool stopped_since : {false, true})
              for (const bool signed_today : {false, true})
                for (const int stops : {0, 1, 2}) {
                  const Course course{after_birth, 24};
                  Visit visit = cleared(screening, course);
                  const auto say = [](Answers& answers, std::string_view id, int what) {
                    if (what == unsaid)
                      answers.erase(answers.find(id));
                    else
                      answers.find(id)->second = what == yes;
                  };
                  say(visit.screened->answers, "serious", standing);
                  say(visit.screened->answers, "other", talk);
                  say(visit.today, "head", sign);
                  visit.talked = talked;
                  visit.stopped_since = stopped_since;
                  if (signed_today) visit.stop_sign_day = visit.day;
                  visit.stops.assign(static_cast<std::size_t>(stops), visit.day);
                  const bool may = standing == no && sign == no && !stopped_since && !signed_today &&
                                   (talk == no || (talk == yes && talked)) && (stops < 2 || talked);
                  EXPECT_EQ(admit(screening, visit) == Admission::open, may);
                  ++ways;
                  open += may ? 1 : 0;
                }
  EXPECT_EQ(ways, 2 * 27 * 2 * 2 * 2 * 3);
  EXPECT_GT(open, 0);
}

TEST(ScreeningFile, IsGoodAndNamesASourceForEachQuestion) {
  const auto screening = read_screening(screening_file());
  ASSERT_TRUE(screening.has_value());
  EXPECT_EQ(question(*screening, "placenta").from_week, 26);
  EXPECT_EQ(question(*screening, "twins").from_week, 28);
}

TEST(ScreeningFile, IsRefusedAtTheLineOfAWrongEntry) {
  const std::vector<std::pair<std::string, std::string>> changes{
      {"yes = \"not-now\"", "yes = \"maybe\""},
      {"when = \"pregnant\"", "when = \"monday\""},
      {"days = 28", "days = \"28\""},
      {"id = \"labour\"", "id = \"waters\""},
      {"source = \"Mottola 2019, absolute: ruptured membranes\"", ""}};
  for (const auto& [from, to] : changes) {
    const auto screening = read_screening(screening_with(from, to));
    ASSERT_FALSE(screening.has_value()) << to;
    EXPECT_EQ(screening.error().size(), 1U) << to;
    EXPECT_GT(screening.error().front().place.line, 0) << to;
    EXPECT_FALSE(screening.error().front().remedy.empty()) << to;
  }
  EXPECT_FALSE(read_screening("[again\n").has_value());
  EXPECT_FALSE(read_screening("").has_value());
}

} // namespace
} // namespace supple::guide
