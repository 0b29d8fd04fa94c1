// SPDX-License-Identifier: Apache-2.0
#include "reader/lexicon.h"

#include "reader/lexicon_check.h"
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {
namespace {

using vocabulary::Move;

constexpr std::string_view a_few_words = R"([breath]
inhale = ["inhale"]
exhale = ["exhale"]
[sides]
left = ["left"]
[grammar]
determiner = ["your"]
joining = ["and"]
[acts]
lift = ["lift", "raise"]
[parts]
hips = ["hips"]
[[posture]]
name = "puppy"
nouns = ["puppy"]
[[caution]]
name = "slow"
phrases = ["slowly"]
[[move]]
name = "pelvis.lift"
frames = ["@lift @hips"]
)";

std::expected<Lexicon, LayerRefused> laid(std::initializer_list<std::string_view> files) {
  std::vector<Layer> layers;
  for (const std::string_view toml : files)
    layers.push_back({"layer " + std::to_string(layers.size()), toml});
  return read_lexicon(layers);
}

std::expected<Lexicon, LayerRefused> over_english(std::string_view toml) {
  return read_lexicon(std::vector<Layer>{english_layer(), {"mine.toml", toml}});
}

std::vector<Move> moves_of(const std::string& sentence, const Lexicon& lexicon) {
  std::vector<Move> moves;
  for (const Step& step : read_article("TITLE: A\n" + sentence, lexicon).steps)
    moves.insert(moves.end(), step.moves.begin(), step.moves.end());
  return moves;
}

// What is found of a file laid over a few words: each finding as `name line: message`.
std::vector<std::string> found_in(std::string_view toml) {
  std::vector<std::string> findings;
  for (const LexiconFinding& finding : contradictions_of(*laid({a_few_words, toml}))) {
    EXPECT_EQ(finding.file, "layer 1");
    findings.push_back(finding.found.name + ' ' + std::to_string(finding.found.place.line) + ": " +
                       finding.found.message);
  }
  return findings;
}

using Findings = std::vector<std::string>;

TEST(Layers, AFrameOfTheTeachersOwnIsReadBesideTheBuiltInOnes) {
  constexpr std::string_view hers = "[[move]]\nname = \"chest.lower\"\nframes = [\"melt puppy\", \"squish sponge\"]\n";
  const auto lexicon = over_english(hers);
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(moves_of("Squish your sponge.", *english()), std::vector<Move>{});
  EXPECT_EQ(moves_of("Squish your sponge.", *lexicon), std::vector{Move::chest_lower});
  EXPECT_EQ(moves_of("Melt your puppy.", *lexicon).front(), Move::chest_lower);
  EXPECT_EQ(moves_of("Exhale and round your spine.", *lexicon), std::vector{Move::spine_round});
}

TEST(Layers, AFrameMayBeMeantInSomePosturesOnly) {
  const auto lexicon =
      over_english("[[move]]\nname = \"chest.lower\"\nframes = [\"[puppy|all-fours] squish sponge\"]\n");
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(moves_of("Come onto hands and knees. Squish your sponge.", *lexicon), std::vector{Move::chest_lower});
  EXPECT_EQ(moves_of("Sit on a chair. Squish your sponge.", *lexicon), std::vector<Move>{});
  EXPECT_FALSE(over_english("[[move]]\nname = \"chest.lower\"\nframes = [\"[sofa] squish sponge\"]\n"));
}

TEST(Layers, AWordingIsAddedToTheConceptOfItsName) {
  const auto lexicon = laid({a_few_words, "[acts]\nlift = [\"hoist\"]\n"});
  ASSERT_TRUE(lexicon);
  for (const char* said : {"Exhale and hoist your hips.", "Exhale and raise your hips."})
    EXPECT_EQ(moves_of(said, *lexicon), std::vector{Move::pelvis_lift}) << said;
}

TEST(Layers, AFrameNamesConceptsOfItsOwnLayerAndOfThoseBeneath) {
  const auto lexicon = laid({a_few_words, "[acts]\nwiggle = [\"wiggle\"]\n",
                             "[[move]]\nname = \"pelvis.circle\"\nframes = [\"@wiggle @hips\"]\n"});
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(moves_of("Exhale and wiggle your hips.", *lexicon), std::vector{Move::pelvis_circle});
}

TEST(Layers, AConceptMayHaveTheNameOfAWordOfAFrameBeneath) {
  const auto lexicon =
      laid({a_few_words, "[[move]]\nname = \"pelvis.circle\"\nframes = [\"wiggle @hips\"]\n",
            "[acts]\nwiggle = [\"jiggle\"]\n[[move]]\nname = \"pelvis.circle\"\nframes = [\"@wiggle @hips\"]\n"});
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(moves_of("Exhale and jiggle your hips.", *lexicon), std::vector{Move::pelvis_circle});
}

TEST(Layers, OfTwoMovesWithTheSameFrameThatOfTheUpperLayerIsMeant) {
  const auto lexicon = laid({a_few_words, "[[move]]\nname = \"pelvis.back\"\nframes = [\"@lift @hips\"]\n"});
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(moves_of("Exhale and lift your hips.", *lexicon), std::vector{Move::pelvis_back});
}

TEST(Layers, AListTakesEntriesOfEveryLayer) {
  const auto lexicon = laid({a_few_words, "[breath]\nexhale = [\"whoosh\"]\n"});
  ASSERT_TRUE(lexicon);
  const Reading reading = read_article("TITLE: A\nWhoosh and lift your hips.", *lexicon);
  ASSERT_EQ(reading.steps.size(), 1U);
  EXPECT_EQ(reading.steps.front().breath, vocabulary::Breath::exhale);
}

TEST(Shorts, ACardOfATeacherIsReadAsWhatItIsShortFor) {
  const auto lexicon = english();
  ASSERT_TRUE(lexicon);
  const auto read = [&](std::string_view card) { return read_article("TITLE: A\n" + std::string{card}, *lexicon); };
  const Reading is = read("AF, kns wide\nInh: neut. Exh: round sp, drop hd x8\nExh reach R arm fwd. Rpt L."),
                as = read(
                    "All fours, knees wide\nInhale: neutral. Exhale: round spine, drop head x8\nExhale reach right "
                    "arm forward. Repeat left.");
  EXPECT_EQ(is.start, vocabulary::Posture::all_fours);
  ASSERT_EQ(is.steps.size(), as.steps.size());
  EXPECT_GE(is.steps.size(), 3U);
  for (std::size_t i = 0; i < is.steps.size(); ++i) {
    EXPECT_EQ(is.steps[i].moves, as.steps[i].moves);
    EXPECT_EQ(is.steps[i].breath, as.steps[i].breath);
    EXPECT_EQ(is.steps[i].side, as.steps[i].side);
  }
  EXPECT_TRUE(std::ranges::any_of(is.steps, [](const Step& step) { return step.text == "Exh: round sp, drop hd x8"; }));
}

TEST(Shorts, AreMeantInTheirCapitalsOnlyAndTheLongerOneFirst) {
  const auto lexicon = laid(
      {a_few_words, "[short]\nexhale = [\"EX\"]\nraise = [\"up\"]\nhips = [\"hp\"]\n\"raise hips\" = [\"up/h\"]\n"});
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(moves_of("Exhale and up hp.", *lexicon), std::vector{Move::pelvis_lift});
  EXPECT_EQ(moves_of("Exhale and up/h.", *lexicon), std::vector{Move::pelvis_lift});
  EXPECT_EQ(moves_of("Exhale and up/hp.", *lexicon), std::vector{Move::pelvis_lift});
  EXPECT_EQ(moves_of("Exhale and UP HP.", *lexicon), std::vector{Move::pelvis_lift});
  EXPECT_EQ(moves_of("Exhale and upper hp.", *lexicon), std::vector<Move>{});
  const auto breath = [&](std::string_view text) {
    return read_article("TITLE: A\n" + std::string{text}, *lexicon).steps.at(0).breath;
  };
  EXPECT_EQ(breath("EX and raise your hips."), vocabulary::Breath::exhale);
  EXPECT_NE(breath("Ex and raise your hips."), vocabulary::Breath::exhale);
}

TEST(Layers, AWrongLayerIsRefusedAtItsOwnPlace) {
  struct Wrong {
    std::string_view toml;
    int line;
    std::string_view message;
  };

  for (const Wrong& wrong : {
           Wrong{"[[move]]\nname = \"pelvis.lift\"\nframes = [\n\"@hoist @hips\"]\n", 4,
                 "\"@hoist\" is no concept of this lexicon"},
           Wrong{"[acts]\n\nhips = [\"hips\"]\n", 3, "\"hips\" stands under [parts] already"},
           Wrong{"[act]\nlift = [\"hoist\"]\n", 1, "\"act\" is no name of a part of a lexicon"},
           Wrong{"[breath]\n\nexhail = [\"hoist\"]\n", 3, "\"exhail\" is no name of a list of [breath]"},
           Wrong{"[acts]\nlift = \"hoist\"\n", 2, "this is not a list"},
           Wrong{"[short]\nlift = [\"lft\",\n\"/l\"]\n", 3, "\"/l\" begins with no letter"},
           Wrong{"[short]\n\"?\" = [\"lft\"]\n", 2, "\"?\" has no word"},
       }) {
    const auto lexicon = laid({a_few_words, "", wrong.toml});
    ASSERT_FALSE(lexicon) << wrong.toml;
    EXPECT_EQ(lexicon.error().layer, 2U);
    ASSERT_EQ(lexicon.error().findings.size(), 1U) << wrong.toml;
    EXPECT_EQ(lexicon.error().findings.front().place.line, wrong.line) << wrong.toml;
    EXPECT_EQ(lexicon.error().findings.front().message, wrong.message);
    EXPECT_FALSE(lexicon.error().findings.front().remedy.empty());
  }
}

TEST(Layers, AConceptMisspeltIsAnsweredWithTheNearestThatThereIs) {
  const auto lexicon = laid({a_few_words, "[[move]]\nname = \"pelvis.lift\"\nframes = [\"@lfit @hips\"]\n"});
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().findings.front().remedy, "@lift");
}

TEST(LexiconCheck, FindsTheFrameOfTwoMoves) {
  EXPECT_EQ(
      found_in("[[move]]\nname = \"pelvis.back\"\nframes = [\"@hips @lift\",\n\"@lift @hips back\"]\n"),
      Findings{"lexicon.conflict 3: \"@hips @lift\" stands in [[move]] pelvis.back and in [[move]] pelvis.lift, at "
               "layer 0:21"});
}

TEST(LexiconCheck, LetsAFrameBeOfTwoMovesWhereOneIsMeantBesideTheOther) {
  EXPECT_EQ(found_in("[[move]]\nname = \"pelvis.back\"\nframes = [\"+@lift @hips\"]\n"), Findings{});
}

TEST(LexiconCheck, FindsTheWordingOfTwoMeanings) {
  EXPECT_EQ(
      found_in("[breath]\n\nexhale = [\"inhaling\"]\n"),
      Findings{"lexicon.conflict 3: \"inhaling\" stands in [breath] exhale and in [breath] inhale, at layer 0:2"});
  EXPECT_EQ(found_in("[sides]\nright = [\"left\"]\n"),
            Findings{"lexicon.conflict 2: \"left\" stands in [sides] right and in [sides] left, at layer 0:5"});
  EXPECT_EQ(found_in("[[posture]]\nname = \"childs-pose\"\nnouns = [\"puppy\"]\n"),
            Findings{"lexicon.conflict 3: \"puppy\" stands in [[posture]] childs-pose and in [[posture]] puppy, at "
                     "layer 0:15"});
  EXPECT_EQ(found_in("[[caution]]\nname = \"breath\"\nphrases = [\"slowly\"]\n"),
            Findings{"lexicon.conflict 3: \"slowly\" stands in [[caution]] breath and in [[caution]] slow, at layer "
                     "0:18"});
}

TEST(LexiconCheck, LetsAWordBeOfTwoConcepts) {
  EXPECT_EQ(found_in("[ways]\nup = [\"lift\"]\n[grammar]\nadverb = [\"lift\"]\nstate = [\"lift\"]\n"), Findings{});
}

TEST(LexiconCheck, FindsWhatStandsTwice) {
  EXPECT_EQ(found_in("[acts]\nlift = [\"hoist\",\n\"lifting\"]\n"),
            Findings{"lexicon.duplicate 3: \"lifting\" stands twice in [acts] lift, first as \"lift\" at layer 0:10"});
  EXPECT_EQ(
      found_in("[grammar]\nadverb = [\"now|then\", \"softly\",\n\"then|now\"]\n"),
      Findings{
          "lexicon.duplicate 3: \"then|now\" stands twice in [grammar] adverb, first as \"now|then\" at layer 1:2"});
  EXPECT_EQ(found_in("[[move]]\nname = \"pelvis.lift\"\nframes = [\"@lift @hips\"]\n"),
            Findings{"lexicon.duplicate 3: \"@lift @hips\" stands twice in [[move]] pelvis.lift, first at layer 0:21"});
}

TEST(LexiconCheck, TellsWhatNoTextUses) {
  const auto lexicon = laid({a_few_words, "[acts]\nlift = [\n\"hoist\"]\n"});
  const Usage usage =
      usage_of(*lexicon, std::vector<std::string>{"Exhale and lift your hips.", "Inhale. Exhale slowly."});
  EXPECT_EQ(usage.entries, 12);
  EXPECT_EQ(usage.by_one_text,
            7); // all of the first text, and "inhale" and "slowly" of the second; "exhale" stands in both
  Findings unused;
  for (const LexiconFinding& finding : usage.unused)
    unused.push_back(finding.file + ':' + std::to_string(finding.found.place.line) + ' ' + finding.found.message);
  EXPECT_EQ(unused, (Findings{"layer 0:5 no text uses \"left\" of [sides] left",
                              "layer 0:10 no text uses \"raise\" of [acts] lift",
                              "layer 0:15 no text uses \"puppy\" of [[posture]] puppy",
                              "layer 1:3 no text uses \"hoist\" of [acts] lift"}));
}

// A file of ASCII is parsed once. One other sign, and loading takes half as long again.
TEST(EnglishLexicon, IsAsciiThroughout) {
  EXPECT_TRUE(std::ranges::all_of(english_layer().toml, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST(EnglishLexicon, HasNothingTwiceAndDoesNotContradictItself) {
  for (const LexiconFinding& finding : contradictions_of(*english()))
    ADD_FAILURE() << text::headline(finding.found, finding.file);
}

} // namespace
} // namespace supple::reader
