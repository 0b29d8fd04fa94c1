// SPDX-License-Identifier: Apache-2.0
// A programme is read strictly, and becomes a calendar that says nothing about her.
#include "workout/programme.h"

#include "library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace supple::workout {
namespace {

using namespace std::chrono;

constexpr std::string_view good_programme =
    "---\ntitle: Weeks\n---\nGently.\n## Weeks 2-3\n- Sunday: [B](../workouts/b.md)\n"
    "- Monday: [A](../workouts/a.md)\n## Week 1\n- Friday: [A](../workouts/a.md)\n";

TEST(AProgramme, IsReadInTheOrderOfTime) {
  const auto read = read_programme(good_programme);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->about, "Gently.");
  std::vector<std::array<int, 2>> days;
  for (const Appointment& each : read->appointments)
    days.push_back({each.week, each.day});
  EXPECT_EQ(days, (std::vector<std::array<int, 2>>{{1, 4}, {2, 0}, {2, 6}, {3, 0}, {3, 6}}));
  EXPECT_EQ(read->appointments[2].workout.path, "../workouts/b.md");
}

struct WrongProgramme {
  std::string_view name, file;
  int line;
};

class ProgrammeFileWith : public ::testing::TestWithParam<WrongProgramme> {};

TEST_P(ProgrammeFileWith, AFaultIsRefusedAtItsPlaceWithWhatWouldBeRight) {
  const auto read = read_programme(GetParam().file);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().name, GetParam().name);
  EXPECT_EQ(read.error().front().place.line, GetParam().line);
  EXPECT_FALSE(read.error().front().remedy.empty());
}

constexpr std::array programme_faults{
    WrongProgramme{"front.form", "---\ntitle: A\nminutes: 5\n---\n## Week 1\n- Monday: [A](a.md)\n", 3},
    WrongProgramme{"programme.empty", "---\ntitle: A\n---\n## Week 1\n", 1},
    WrongProgramme{"programme.heading", "---\ntitle: A\n---\n## Month 1\n- Monday: [A](a.md)\n", 4},
    WrongProgramme{"programme.heading", "---\ntitle: A\n---\n## Week 53\n- Monday: [A](a.md)\n", 4},
    WrongProgramme{"programme.heading", "---\ntitle: A\n---\n## Weeks 3-2\n- Monday: [A](a.md)\n", 4},
    WrongProgramme{"programme.heading", "---\ntitle: A\n---\n- Monday: [A](a.md)\n", 4},
    WrongProgramme{"day.name", "---\ntitle: A\n---\n## Week 1\n- Monnday: [A](a.md)\n", 5},
    WrongProgramme{"day.form", "---\ntitle: A\n---\n## Week 1\n- Monday: rest\n", 5},
    WrongProgramme{"day.form", "---\ntitle: A\n---\n## Week 1\n- Monday: [A](a.md) twice\n", 5},
    WrongProgramme{"day.form", "---\ntitle: A\n---\n## Week 1\nRest.\n", 5},
};

INSTANTIATE_TEST_SUITE_P(Each, ProgrammeFileWith, ::testing::ValuesIn(programme_faults));

TEST(AProgramme, AsksForTheDayThatMayHaveBeenMeant) {
  EXPECT_EQ(read_programme(programme_faults[6].file).error().front().remedy, "did you mean \"Monday\"?");
}

TEST(TheCalendar, BeginsOnTheFirstMondayAndNamesOnlyMovement) {
  const auto read = read_programme("---\ntitle: Pregnant and well\n---\n## Week 1\n- Tuesday: [Prenatal](a.md)\n");
  ASSERT_TRUE(read);
  // The second of January 2027 is a Saturday.
  const std::string ics = ics_of(*read, {sys_days{2027y / January / 2}, 7h + 30min, {20}});
  const std::string uid = ics.substr(ics.find("UID:"), ics.find("\r\n", ics.find("UID:")) - ics.find("UID:"));
  EXPECT_TRUE(uid.ends_with("-20270105-0@supple"));
  EXPECT_EQ(ics, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Supple//Programme//EN\r\nCALSCALE:GREGORIAN\r\n"
                 "BEGIN:VEVENT\r\n" +
                     uid +
                     "\r\nDTSTAMP:20270102T000000Z\r\nDTSTART:20270105T073000\r\nDURATION:PT20M\r\n"
                     "SUMMARY:Gentle movement\\, 20 minutes\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(TheCalendar, HasAMondayAsItsFirstDayWhereItStartsOnOne) {
  const auto read = read_programme("---\ntitle: A\n---\n## Weeks 1-2\n- Monday: [A](a.md)\n");
  const std::string ics = ics_of(*read, {sys_days{2027y / January / 4}, 18h, {5, 5}});
  EXPECT_TRUE(ics.contains("DTSTART:20270104T180000"));
  EXPECT_TRUE(ics.contains("DTSTART:20270111T180000"));
}

TEST(TheProgrammeOfTheLibrary, LinksToWorkoutsThatAreThere) {
  const auto read = read_programme(testing::text_of("library/programmes/four-gentle-weeks.md"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->appointments.size(), 16U);
  for (const Appointment& each : read->appointments)
    EXPECT_TRUE(is_workout_file(testing::text_of("library/workouts/" + each.workout.name + ".md")));
}

} // namespace
} // namespace supple::workout
