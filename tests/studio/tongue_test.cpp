// SPDX-License-Identifier: Apache-2.0
#include "studio/tongue.h"

#include "studio/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace supple::studio {
namespace {

namespace fs = std::filesystem;

/// Says everything, or nothing for good; its sound is as many samples long as it was asked before.
class Told final : public Voice {
public:
  Told(std::string name, bool dumb) : name_(std::move(name)), dumb_(dumb) {}

  [[nodiscard]] std::string name() const override { return name_; }

  [[nodiscard]] std::string settings(std::string_view /*text*/) const override { return name_; }

  [[nodiscard]] std::expected<Wave, Unsaid> say(std::string_view /*text*/, const std::stop_token& /*stop*/) override {
    if (dumb_) return std::unexpected(Unsaid{true, name_ + " is dumb"});
    return Wave{};
  }

private:
  std::string name_;
  bool dumb_;
};

std::unique_ptr<Voice> two(bool first_dumb, bool second_dumb) {
  return with_own_voice({"hola"}, std::make_unique<Told>("es", first_dumb), std::make_unique<Told>("en", second_dumb));
}

TEST(Tongue, IsThatOfTheFileName) {
  const auto translation = translation_at("folder/open-book.es.md");
  ASSERT_TRUE(translation && *translation);
  EXPECT_EQ((*translation)->tongue, tongue_named("es"));
  EXPECT_EQ((*translation)->original, fs::path("folder/open-book.md"));
  EXPECT_EQ((*translation)->tongue->language.code(), "es");
  for (const char* other :
       {"open-book.md", "open-book.es.txt", "es.md", "notes.spring.md", "notes.xx.md", ".es.md", "-"})
    EXPECT_FALSE(translation_at(other).value()) << other;
}

TEST(Tongue, ThatIsNotThereIsToldBesideItsOriginal) {
  const fs::path folder = fs::temp_directory_path() / "supple_tongue_test";
  fs::create_directories(folder);
  std::ofstream(folder / "rock.md") << "---\n";
  const auto translation = translation_at(folder / "rock.fr.md");
  fs::remove_all(folder);
  ASSERT_FALSE(translation);
  EXPECT_NE(translation.error().find("rock.es.md"), std::string::npos);
}

TEST(Tongue, EachTextIsSaidByTheVoiceOfItsLanguage) {
  const auto voice = two(false, false);
  EXPECT_EQ(voice->settings("hola"), "es");
  EXPECT_EQ(voice->settings("hello"), "en");
  EXPECT_EQ(voice->name(), "en, es");
}

TEST(Tongue, WithoutAVoiceLeavesTheOtherLanguageItsOwn) {
  const auto voice = two(true, false);
  const auto unsaid = voice->say("hola", {});
  ASSERT_FALSE(unsaid);
  EXPECT_FALSE(unsaid.error().for_good);
  EXPECT_EQ(unsaid.error().reason, "es is dumb");
  EXPECT_TRUE(voice->say("hello", {}));
  EXPECT_EQ(voice->say("hola", {}).error().reason, "") << "told once";
}

TEST(Tongue, WithNoVoiceAtAllNothingMoreIsSaid) {
  const auto voice = two(true, true);
  EXPECT_FALSE(voice->say("hola", {}).error().for_good);
  EXPECT_TRUE(voice->say("hello", {}).error().for_good);
}

TEST(Library, IsSaidInEveryLanguageEnglishFirst) {
  const CueTexts texts = cue_texts_in(fs::path{SUPPLE_ROOT} / "library/exercises", "release-your-low-back");
  ASSERT_EQ(texts.translated.size(), 1U);
  const auto& spanish = texts.translated.at(tongue_named("es"));
  EXPECT_GT(spanish.size(), 150U);
  EXPECT_TRUE(spanish.contains("Inhala."));
  EXPECT_FALSE(spanish.contains("Breathe in."));
  const auto is_spanish = [&](const std::string& text) { return spanish.contains(text); };
  const auto first = std::ranges::find_if(texts.all, is_spanish);
  EXPECT_TRUE(std::none_of(texts.all.begin(), first, is_spanish));
  EXPECT_GT(first - texts.all.begin(), 150);
}

} // namespace
} // namespace supple::studio
