// SPDX-License-Identifier: Apache-2.0
#include "reader/alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace supple::reader {
namespace {

std::string file_at(const std::filesystem::path& path) {
  std::ifstream in(std::filesystem::path{SUPPLE_ROOT} / path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const Language& spanish() {
  static const Language language = *read_language("es", file_at("lexicon/es.toml"));
  return language;
}

constexpr std::string_view original = R"(---
title: Sway
tags: [hips]
weeks: 8-40
postnatal: 6+
---
## Comfort
- knees: Fold your mat double.
- wrists: Make soft fists.
## Start
Come onto your hands and knees. Let your eyes rest on the mat.
[go.between]
## Rounds × 6
Inhale: let your hips **travel back**.
Exhale: **round your spine**, and let your head hang.
## Sways × 2 each side, alternate
Exhale: **sway your hips** to the {side}. Look over your {side} shoulder.
Inhale: **come back** to the centre.
## Rest
Lie on your left side, and stay here. (20 seconds)
## Finish
Exhale: come to the centre. Inhale: sit back on your heels.
## Care
If anything hurts, stop.
)";

constexpr std::string_view translation = R"(---
title: Balancéate
tags: [caderas]
---
## Comodidad
- rodillas: Dobla la esterilla en dos.
- muñecas: Cierra las manos en puños suaves.
## Comienzo
Ponte a cuatro patas. Deja que la mirada descanse en la esterilla.
## Rondas × 6
Inhala: deja que las caderas **viajen hacia atrás**.
Exhala: **redondea la espalda**, y deja colgar la cabeza.
## Balanceos × 2 por lado, alternando
Exhala: **mueve las caderas** a la {izquierda/derecha}. Mira por encima del hombro {izquierdo/derecho}.
Inhala: **vuelve** al centro.
## Descanso
Túmbate sobre tu lado izquierdo, y quédate aquí. (20 segundos)
## Final
Exhala: vuelve al centro. Inhala: siéntate sobre los talones.
## Cuidado
Si algo duele, para.
)";

std::string with(std::string_view from, std::string_view to) {
  std::string text{translation};
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::expected<Exercise, text::Diagnostics> aligned(const Exercise& from, std::string_view text) {
  const auto words = read_words_of(text, spanish());
  if (!words) return std::unexpected(words.error());
  if (auto found = misalignments(from, *words, spanish()); !found.empty()) return std::unexpected(std::move(found));
  return *in_words_of(from, *words, spanish());
}

std::expected<Exercise, text::Diagnostics> read_spanish(std::string_view text) {
  return aligned(*read_exercise(original, *english()), text);
}

// The one finding of a translation that has one fault.
text::Diagnostic finding_in(const std::string& text) {
  const auto exercise = read_spanish(text);
  EXPECT_FALSE(exercise) << text;
  if (exercise) return {};
  EXPECT_EQ(exercise.error().size(), 1U);
  EXPECT_FALSE(exercise.error().front().remedy.empty());
  return exercise.error().front();
}

TEST(Translation, HasItsOwnWordsOnTheMovesOfTheOriginal) {
  const auto from = read_exercise(original, *english());
  const auto to = read_spanish(translation);
  ASSERT_TRUE(from && to);
  EXPECT_EQ(to->title, "Balancéate");
  EXPECT_EQ(to->language, "es");
  EXPECT_EQ(to->tags, std::vector<std::string>{"caderas"});
  EXPECT_EQ(to->first_week, 8);
  EXPECT_EQ(to->postnatal_week, 6);
  EXPECT_EQ(to->sections[0].options[1].part, "wrists");
  EXPECT_EQ(to->sections[0].options[1].spoken, "Cierra las manos en puños suaves.");
  EXPECT_EQ(to->sections[2].title, "Centro");
  EXPECT_EQ(to->sections[2].sentences[1].short_form, "redondea la espalda");
  ASSERT_EQ(from->sections.size(), to->sections.size());
  for (std::size_t s = 0; s < from->sections.size(); ++s) {
    ASSERT_EQ(from->sections[s].sentences.size(), to->sections[s].sentences.size());
    for (std::size_t i = 0; i < from->sections[s].sentences.size(); ++i) {
      const Sentence &wanted = from->sections[s].sentences[i], &got = to->sections[s].sentences[i];
      ASSERT_EQ(wanted.steps.size(), got.steps.size());
      for (std::size_t k = 0; k < wanted.steps.size(); ++k)
        EXPECT_EQ(wanted.steps[k].moves, got.steps[k].moves);
    }
  }
}

TEST(Translation, StandsAtItsOwnPlaces) {
  const auto exercise = read_spanish(translation);
  ASSERT_TRUE(exercise);
  EXPECT_EQ(exercise->sections[2].sentences[0].place, (text::Place{11, 1, 52}));
  EXPECT_EQ(exercise->sections[2].sentences[0].steps[0].place.line, 11);
}

TEST(Translation, MayTellABreathThatGoesOn) {
  EXPECT_TRUE(read_spanish(with(". Mira por", ". Exhala y mira por")));
}

struct Fault {
  std::string name;
  std::string_view from, to;
  int line;
};

class TranslationRefuses : public testing::TestWithParam<Fault> {};

TEST_P(TranslationRefuses, AtItsPlace) {
  const auto& [name, from, to, line] = GetParam();
  const text::Diagnostic found = finding_in(with(from, to));
  EXPECT_EQ(found.name, name);
  EXPECT_EQ(found.place.line, line) << found.message;
}

INSTANTIATE_TEST_SUITE_P(
    Each, TranslationRefuses,
    testing::Values(
        Fault{"front.form", "tags:", "weeks: 4-42\ntags:", 3}, Fault{"heading.near", "## Rondas", "## Ronda", 10},
        Fault{"comfort.part", "- muñecas", "- wrists", 7},
        Fault{"translation.section", "## Final\n", "## Fin de todo\n", 18},
        Fault{"translation.section", "## Cuidado\nSi algo duele, para.\n", "", 18},
        Fault{"translation.section", "Si algo duele, para.\n", "Si algo duele, para.\n## Adiós\nPara.\n", 22},
        Fault{"translation.count", "Rondas × 6", "Rondas × 7", 10}, Fault{"translation.count", ", alternando", "", 13},
        Fault{"translation.comfort", "- rodillas: Dobla la esterilla en dos.\n", "", 5},
        Fault{"translation.sentences", " Deja que la mirada descanse en la esterilla.", "", 8},
        Fault{"translation.sentences", "Inhala: **vuelve** al centro.\n", "", 13},
        Fault{"translation.sentences", "Si algo duele, para.", "Si algo duele, para. Descansa.", 20},
        Fault{"translation.line", "patas. Deja", "patas.\nDeja", 10},
        Fault{"translation.breath", "Inhala: deja", "Exhala: deja", 11},
        Fault{"translation.breath", "Inhala: deja", "Deja", 11},
        Fault{"translation.breath", "Ponte a", "Inhala y ponte a", 9},
        Fault{"translation.breath", ". Mira por", ". Inhala y mira por", 14},
        Fault{"translation.side", " {izquierdo/derecho}", "", 14},
        Fault{"translation.side", "{izquierda/derecha}", "{derecha/izquierda}", 14},
        Fault{"translation.side", "las caderas **viajen", "la cadera {izquierda/derecha} **viaje", 11},
        Fault{"translation.side", "lado izquierdo", "lado derecho", 17},
        Fault{"translation.side", "lado izquierdo", "costado", 17},
        Fault{"translation.side", "vuelve al centro. Inhala", "vuelve a la derecha. Inhala", 19},
        Fault{"translation.time", " (20 segundos)", "", 17}, Fault{"translation.time", "(20 ", "(30 ", 17},
        Fault{"time.form", "(20 segundos)", "(20 seconds)", 17},
        Fault{"translation.direction", "a cuatro patas.", "a cuatro patas. [go.between]", 9},
        Fault{"translation.short", "**redondea la espalda**", "redondea la espalda", 12},
        Fault{"mark.open", "**vuelve**", "**vuelve", 15}));

TEST(Translation, OfEveryExerciseOfTheLibraryIsAlignedWithIt) {
  int count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path{SUPPLE_ROOT} / "library/exercises")) {
    if (entry.path().extension() != ".md" || !entry.path().stem().extension().empty()) continue;
    const auto exercise = read_exercise(file_at(entry.path()), *english());
    ASSERT_TRUE(exercise) << entry.path();
    const std::filesystem::path spoken = entry.path().parent_path() / entry.path().stem().concat(".es.md");
    const auto spanish_one = aligned(*exercise, file_at(spoken));
    EXPECT_TRUE(spanish_one) << (spanish_one ? "" : text::headline(spanish_one.error().front(), spoken.string()));
    ++count;
  }
  EXPECT_GE(count, 18);
}

TEST(Language, OfTheProgramIsGood) {
  const auto language = read_language("es", file_at("lexicon/es.toml"));
  EXPECT_TRUE(language) << (language ? "" : text::headline(language.error().front(), "lexicon/es.toml"));
}

TEST(Language, IsRefusedWithoutAKeyAtItsTable) {
  std::string toml = file_at("lexicon/es.toml");
  const std::string line = "care = \"Cuidado\"\n";
  toml.erase(toml.find(line), line.size());
  const auto language = read_language("es", toml);
  ASSERT_FALSE(language);
  ASSERT_EQ(language.error().size(), 1U);
  EXPECT_EQ(language.error().front().name, "language.missing");
  EXPECT_EQ(language.error().front().place.line, 4);
  EXPECT_EQ(language.error().front().remedy, "care = \"…\"");
}

TEST(Language, IsRefusedWhereAListIsAText) {
  std::string toml = file_at("lexicon/es.toml");
  const std::string list = "[\"no\", \"ni\", \"sin\", \"nunca\", \"tampoco\", \"evita\"]";
  toml.replace(toml.find(list), list.size(), "\"no\"");
  const auto language = read_language("es", toml);
  ASSERT_FALSE(language);
  EXPECT_EQ(language.error().front().name, "language.text");
  EXPECT_EQ(read_language("es", "[words\n").error().front().name, "language.form");
}

} // namespace
} // namespace supple::reader
