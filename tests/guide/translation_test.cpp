// SPDX-License-Identifier: Apache-2.0
// Every exercise of the library, led in Spanish: the same session in other words.
#include "guide/plan.h"
#include "score/understand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace supple::guide {
namespace {

namespace fs = std::filesystem;

std::string file(const fs::path& path) {
  std::ifstream in(fs::path{SUPPLE_ROOT} / path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const reader::Lexicon& lexicon() {
  static const reader::Lexicon read = *reader::english();
  return read;
}

const score::Rules& rules() {
  static const score::Rules read = *score::standard_rules();
  return read;
}

score::Understood spanish(const fs::path& original) {
  static const reader::Language language = *reader::read_language("es", file("lexicon/es.toml"));
  const fs::path translation = original.parent_path() / original.stem().concat(".es.md");
  return score::understand_translation(file(translation), file(original), language, lexicon(), rules());
}

std::vector<fs::path> originals() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path{SUPPLE_ROOT} / "library/exercises"))
    if (entry.path().extension() == ".md" && entry.path().stem().extension().empty()) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

bool moves_alike(const Phase& a, const Phase& b) {
  const auto same = [](const vocabulary::MoveAmount& x, const vocabulary::MoveAmount& y) {
    return x.move == y.move && x.amount == y.amount;
  };
  return a.breath == b.breath && a.side == b.side && a.round == b.round && a.posture == b.posture &&
         a.section == b.section && std::ranges::equal(a.moves, b.moves, same) &&
         std::ranges::equal(a.standing, b.standing, same);
}

std::vector<Settings> ways_to_be_led() {
  Settings plain, eased, offered;
  eased.pelvis = eased.head_up = eased.belly = eased.knees_padded = true;
  eased.wrists = Wrists::fists;
  eased.pacer = false;
  offered.offers = true;
  return {plain, eased, offered};
}

TEST(Translation, IsTheSameSessionInOtherWords) {
  const Sayings sayings = *read_sayings(file("lexicon/guide.es.toml"));
  for (const fs::path& path : originals()) {
    SCOPED_TRACE(path.filename());
    const score::Score from = *score::understand(file(path), lexicon(), rules()).score;
    const score::Understood to = spanish(path);
    ASSERT_TRUE(to.playable()) << to.findings.front().message;
    EXPECT_TRUE(to.findings.empty()) << text::headline(to.findings.front(), path.string());
    for (const Settings& settings : ways_to_be_led()) {
      const Session english = plan(from, settings), session = plan(*to.score, settings, sayings);
      ASSERT_EQ(english.phases.size(), session.phases.size());
      for (std::size_t i = 0; i < session.phases.size(); ++i)
        EXPECT_TRUE(moves_alike(english.phases[i], session.phases[i])) << i;
    }
    const std::vector<std::string> english = cue_texts(from), texts = cue_texts(*to.score, sayings);
    for (const std::string& text : texts) {
      EXPECT_EQ(std::ranges::find(english, text), english.end()) << text;
      EXPECT_EQ(text.find_first_of("{}*[]"), std::string::npos) << text;
    }
  }
}

TEST(Translation, HasASideWordForEachSideAndTheRightOne) {
  const Sayings sayings = *read_sayings(file("lexicon/guide.es.toml"));
  for (const fs::path& path : originals()) {
    const score::Score score = *spanish(path).score;
    const Session session = plan(score, {}, sayings);
    for (const Cue& cue : session.cues) {
      SCOPED_TRACE(cue.text);
      const bool left = cue.text.starts_with("Lado izquierdo"), right = cue.text.starts_with("Lado derecho");
      EXPECT_FALSE(left && cue.text.contains("derech"));
      EXPECT_FALSE(right && cue.text.contains("izquierd"));
    }
  }
}

TEST(Translation, SpeaksNotOfTheHeadToOneWhoseHeadStaysUp) {
  const Sayings sayings = *read_sayings(file("lexicon/guide.es.toml"));
  Settings head_up;
  head_up.head_up = true;
  for (const fs::path& path : originals())
    for (const Cue& cue : plan(*spanish(path).score, head_up, sayings).cues)
      for (const char* hanging : {"colgar la cabeza", "apoya la frente"})
        EXPECT_EQ(cue.text.find(hanging), std::string::npos) << cue.text;
}

TEST(Translation, SaysEveryShortFormOfItsRoundsAtTheUsualPace) {
  const Sayings sayings = *read_sayings(file("lexicon/guide.es.toml"));
  for (const fs::path& path : originals()) {
    const score::Score score = *spanish(path).score;
    const Session session = plan(score, {}, sayings);
    for (const score::Section& section : score.sections) {
      if (section.kind != reader::SectionKind::rounds) continue;
      for (const score::Beat& beat : section.beats) {
        if (beat.side != vocabulary::Side::none) continue; // begins with the side
        const std::string said = as_sentence(beat.short_form);
        EXPECT_TRUE(std::ranges::any_of(session.cues, [&](const Cue& cue) { return cue.text == said; })) << said;
      }
    }
  }
}

TEST(Translation, IsHeldToTheWordsOfItsOwnLanguage) {
  const auto path = fs::path{SUPPLE_ROOT} / "library/exercises/rock-back.md";
  const reader::Language language = *reader::read_language("es", file("lexicon/es.toml"));
  const auto findings = [&](std::string_view care) {
    std::string text = file(path.parent_path() / "rock-back.es.md");
    const std::string_view last = "Si algo duele, para.";
    text.replace(text.find(last), last.size(), care);
    return score::understand_translation(text, file(path), language, lexicon(), rules()).findings;
  };
  EXPECT_TRUE(findings("No contengas la respiración.").empty());
  EXPECT_TRUE(findings("Respira sin retener el aire.").empty());
  ASSERT_EQ(findings("Contén la respiración.").size(), 1U);
  EXPECT_EQ(findings("Contén la respiración.").front().name, "breath.held");
  ASSERT_EQ(findings("Esto alivia el dolor.").size(), 1U);
  EXPECT_EQ(findings("Esto alivia el dolor.").front().name, "words.claim");
  EXPECT_EQ(findings("Esto alivia el dolor.").front().place.column,
            text::characters("Mécete hasta donde tus rodillas y tus caderas lo disfruten. Esto ") + 1);
}

TEST(Translation, BreaksTheRulesThatItsOriginalBreaksAtItsOwnPlaces) {
  const reader::Language language = *reader::read_language("es", file("lexicon/es.toml"));
  const auto found = score::understand_translation("---\ntitle: A\n---\n\n## Comienzo\nTúmbate boca arriba.\n",
                                                   "---\ntitle: A\n---\n## Start\nLie on your back.\n", language,
                                                   lexicon(), rules(), 30);
  ASSERT_FALSE(found.findings.empty());
  EXPECT_EQ(found.findings.front().name, "position.supine");
  EXPECT_EQ(found.findings.front().place.line, 6);
  EXPECT_FALSE(found.playable());
}

TEST(Translation, OfABrokenOriginalSaysWhereThatIsBroken) {
  const reader::Language language = *reader::read_language("es", file("lexicon/es.toml"));
  const auto found =
      score::understand_translation("---\ntitle: A\n---\n## Comienzo\nPonte a cuatro patas.\n",
                                    "---\ntitle: A\n---\n## Starts\nSit.\n", language, lexicon(), rules());
  ASSERT_EQ(found.findings.size(), 1U);
  EXPECT_EQ(found.findings.front().name, "translation.original");
  EXPECT_NE(found.findings.front().message.find("line 4"), std::string::npos);
}

} // namespace
} // namespace supple::guide
