// SPDX-License-Identifier: Apache-2.0
// A workout in Spanish: the same exercises for her, as often, in other words from the first to the last.
#include "guide/plan.h"
#include "library.h"
#include "workout/alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace supple::workout {
namespace {

using namespace testing;

Understood translated(std::string_view source, std::string_view original, const guide::Settings& settings = {},
                      std::span<const File> shelf = library()) {
  return understand_translation({source, original, spanish()}, shelf, lexicon(), rules(), settings);
}

std::vector<std::string> names_of(const std::vector<Led>& led) {
  std::vector<std::string> names;
  for (const Led& each : led)
    names.push_back(each.name);
  return names;
}

class TranslatedWorkout : public ::testing::TestWithParam<std::string> {
protected:
  const std::string original = text_of("library/workouts/" + GetParam() + ".md");
  const std::string words = text_of("library/workouts/" + GetParam() + ".es.md");
};

TEST_P(TranslatedWorkout, IsReadWithoutAFindingAndLastsAsLongAsItsOriginal) {
  for (const double pace : {4.5, 6.0, 9.0}) {
    guide::Settings settings;
    settings.pace_bpm = pace;
    const Understood read = translated(words, original, settings);
    ASSERT_TRUE(read.findings.empty()) << text::headline(read.findings.front(), GetParam());
    ASSERT_TRUE(read.playable());
    EXPECT_EQ(read.score->language, "es");
    EXPECT_EQ(names_of(read.led), names_of(understood(original, settings).led));
    EXPECT_NEAR(guide::plan(*read.score, settings, spanish().sayings).duration_s, read.asked_s, length_tolerance_s)
        << pace;
  }
}

TEST_P(TranslatedWorkout, HasNoEnglishWordAndNamesWhatComesNext) {
  const Workout english = *read_workout(original);
  const std::vector<std::string> foreign = cue_texts(english, library(), lexicon(), rules());
  const Workout workout =
      *in_words_of(english, *read_workout_words(words, spanish().language.names()), spanish().language.code());
  const std::vector<std::string> texts = cue_texts(workout, library(), lexicon(), rules(), &spanish());
  for (const std::string& text : texts)
    EXPECT_EQ(std::ranges::find(foreign, text), foreign.end()) << text;
  const Understood read = translated(words, original);
  const guide::Session session = guide::plan(*read.score, {}, spanish().sayings);
  for (const guide::Cue& cue : session.cues)
    EXPECT_NE(std::ranges::find(texts, cue.text), texts.end()) << cue.text << " has no recording";
  for (std::size_t i = 1; i < read.led.size(); ++i)
    EXPECT_EQ(std::ranges::count(session.cues, "Ahora: " + read.led[i].title + ".", &guide::Cue::text), 1);
  for (const guide::SessionSection& section : session.sections)
    EXPECT_FALSE((std::set<std::string>{"Get ready", "Each side", "Centre", "Finish"}.contains(section.title)));
}

TEST_P(TranslatedWorkout, LeavesOutTheSameForTheSameReasons) {
  guide::Settings sore;
  sore.pelvis = true;
  const Understood read = translated(words, original, sore), english = understood(original, sore);
  ASSERT_EQ(read.left_out.size(), english.left_out.size());
  for (std::size_t i = 0; i < read.left_out.size(); ++i) {
    EXPECT_EQ(read.left_out[i].name, english.left_out[i].name);
    EXPECT_EQ(read.left_out[i].why, english.left_out[i].why);
    EXPECT_NE(read.left_out[i].title, english.left_out[i].title);
  }
}

INSTANTIATE_TEST_SUITE_P(Each, TranslatedWorkout,
                         ::testing::Values("five-minutes-for-the-low-back", "twenty-minutes-of-prenatal-mobility",
                                           "evening-wind-down", "at-the-desk"));

const std::string english_pair = "---\ntitle: A pair\nminutes: 9\n---\nTwo of them.\n\n"
                                 "- [Rock back](../exercises/rock-back.md) × 5\n"
                                 "- [Child](../exercises/childs-pose-with-room.md), 3 minutes\n";

const std::string spanish_pair = "---\ntitle: Una pareja\n---\nDos de ellos.\n\n"
                                 "- [Atrás](../exercises/rock-back.es.md) × 5\n"
                                 "- [Niño](../exercises/childs-pose-with-room.es.md), 3 minutos\n";

/// What is found where `part` of the Spanish stands otherwise.
text::Diagnostics found(std::string_view part, std::string_view otherwise) {
  std::string words = spanish_pair;
  words.replace(words.find(part), part.size(), otherwise);
  return translated(words, english_pair).findings;
}

TEST(ATranslatedWorkout, IsHeldToItsOriginalLineByLine) {
  EXPECT_TRUE(translated(spanish_pair, english_pair).findings.empty());

  struct Case {
    std::string_view part, otherwise, name;
    int line;
    std::string_view remedy;
  };

  for (const Case& each : {
           Case{"rock-back.es", "wag-your-tail.es", "translation.item", 6, "[Atrás](../exercises/rock-back.es.md)"},
           Case{"rock-back.es.md", "rock-back.md", "translation.item", 6, "[Atrás](../exercises/rock-back.es.md)"},
           Case{"- [Atrás](../exercises/rock-back.es.md) × 5\n", "", "translation.item", 6,
                "[Niño](../exercises/rock-back.es.md)"},
           Case{"3 minutos\n", "3 minutos\n- [Atrás](../exercises/rock-back.es.md)\n", "translation.item", 8,
                "take it out"},
           Case{"- [Niño](../exercises/childs-pose-with-room.es.md), 3 minutos\n", "", "translation.item", 6,
                "[…](../exercises/childs-pose-with-room.es.md) below it"},
           Case{"× 5", "× 6", "translation.count", 6, "\"× 5\""},
           Case{"× 5", "", "translation.count", 6, "\"× 5\""},
           Case{"3 minutos", "4 minutos", "translation.count", 7, "\", 3 minutos\""},
           Case{"3 minutos", "3 minutes", "item.count", 7,
                "\"× 6\" (1 to 100) or \", 3 minutos\" (1 to 60) after the link"},
           Case{"Dos de ellos.\n", "", "translation.about", 5, "a line for each of them"},
           Case{"---\nDos", "minutes: 9\n---\nDos", "front.form", 3, "take it out"},
           Case{"---\nDos", "weeks: 4-42\n---\nDos", "front.form", 3, "take it out"},
           Case{"title: Una pareja\n", "", "front.form", 1, "title: Rock and breathe"},
       }) {
    SCOPED_TRACE(each.otherwise);
    const text::Diagnostics findings = found(each.part, each.otherwise);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].name, each.name);
    EXPECT_EQ(findings[0].place.line, each.line);
    EXPECT_EQ(findings[0].remedy, each.remedy);
  }
}

TEST(ATranslatedWorkout, NeedsEachOfItsExercisesTranslatedAndReadable) {
  const auto findings = [&](std::string translation) {
    std::vector<File> shelf = library();
    std::ranges::find(shelf, "rock-back", &File::name)->translation = std::move(translation);
    return translated(spanish_pair, english_pair, {}, shelf).findings;
  };
  EXPECT_EQ(findings("").at(0).name, "item.untranslated");
  EXPECT_EQ(findings("").at(0).place.line, 6);
  EXPECT_EQ(findings("").at(0).remedy, "rock-back.es.md beside it");
  EXPECT_EQ(findings("---\ntitle: Otra\n---\n## Final\nSiéntate.\n").at(0).name, "item.broken");
  EXPECT_EQ(translated(spanish_pair, "---\ntitle: A pair\n---\n").findings.at(0).name, "translation.original");
}

TEST(ATranslatedWorkout, IsReadInTheBrowserWithoutBeingHeldToItsOriginalAgain) {
  const auto aligned = [&](std::string_view words) {
    return understand_aligned({words, english_pair, spanish()}, library(), lexicon(), rules(), {});
  };
  EXPECT_TRUE(aligned(spanish_pair).playable());
  EXPECT_EQ(aligned(spanish_pair).score->title, "Una pareja");
  EXPECT_EQ(aligned("---\ntitle: Una\n---\n- [Atrás](../exercises/rock-back.es.md)\n").findings.at(0).name,
            "translation.item");
}

std::expected<Programme, text::Diagnostics> in_spanish(std::string_view file) {
  return read_programme_words(file, spanish().language.names());
}

TEST(ATranslatedProgramme, HasTheSameWorkoutsOnTheSameDays) {
  const auto original = read_programme(text_of("library/programmes/four-gentle-weeks.md"));
  const auto words = in_spanish(text_of("library/programmes/four-gentle-weeks.es.md"));
  ASSERT_TRUE(words) << text::headline(words.error().front(), "four-gentle-weeks.es.md");
  EXPECT_TRUE(misaligned_days(*original, *words, "es", spanish().language.names()).empty());
  const std::string ics = ics_of(*words, {std::chrono::sys_days{},
                                          {},
                                          std::vector(words->appointments.size(), 5),
                                          spanish().language.movement(),
                                          spanish().language.names().minutes});
  EXPECT_TRUE(ics.contains("SUMMARY:Movimiento suave\\, 5 minutos\r\n"));
}

TEST(ATranslatedProgramme, IsHeldToItsOriginalDayByDay) {
  const Programme original =
      *read_programme("---\ntitle: A\n---\n## Week 1\n- Monday: [A](a.md)\n- Friday: [B](b.md)\n");
  const auto found = [&](std::string_view days) {
    const auto words = in_spanish("---\ntitle: A\n---\n## Semana 1\n" + std::string{days});
    return words ? misaligned_days(original, *words, "es", spanish().language.names()) : words.error();
  };
  EXPECT_TRUE(found("- Lunes: [A](a.es.md)\n- Viernes: [B](b.es.md)\n").empty());

  struct Case {
    std::string_view days, name;
    int line;
    std::string_view remedy;
  };

  for (const Case& each :
       {Case{"- Lunes: [A](a.es.md)\n- Jueves: [B](b.es.md)\n", "translation.day", 6, "Viernes in the week 1: b.es.md"},
        Case{"- Lunes: [A](a.md)\n- Viernes: [B](b.es.md)\n", "translation.day", 5, "Lunes in the week 1: a.es.md"},
        Case{"- Lunes: [A](a.es.md)\n", "translation.day", 5, "Viernes in the week 1: b.es.md"},
        Case{"- Lunes: [A](a.es.md)\n- Viernes: [B](b.es.md)\n- Domingo: [B](b.es.md)\n", "translation.day", 7,
             "take it out"},
        Case{"- Lumes: [A](a.es.md)\n", "day.name", 5, "did you mean \"Lunes\"?"}}) {
    const text::Diagnostics findings = found(each.days);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].name, each.name);
    EXPECT_EQ(findings[0].place.line, each.line);
    EXPECT_EQ(findings[0].remedy, each.remedy);
  }
}

} // namespace
} // namespace supple::workout
