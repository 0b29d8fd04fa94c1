// SPDX-License-Identifier: Apache-2.0
#include "film/papers.h"

#include "guide/session_json.h"
#include "programme.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace supple;
using namespace supple::film;

TEST(Papers, the_log_is_the_plan_to_the_letter) {
  const score::Score score = small_score();
  nlohmann::ordered_json log = nlohmann::ordered_json::parse(log_of(small_programme(), {}), nullptr, false);
  ASSERT_TRUE(log.contains("film"));
  log.erase("film");
  EXPECT_EQ(log, guide::to_json(guide::plan(score, {})));
}

TEST(Papers, a_caption_is_written_with_its_times_in_both_forms) {
  Programme programme;
  programme.session.captions = {{61.5, 3723.0456, "Round & <rise>\nslowly"}};
  EXPECT_EQ(web_captions(programme), "WEBVTT\n\n00:01:01.500 --> 01:02:03.046\nRound &amp; &lt;rise&gt;\nslowly\n");
  EXPECT_EQ(subrip_captions(programme), "1\n00:01:01,500 --> 01:02:03,046\nRound & <rise>\nslowly\n\n");
}

TEST(Papers, what_ffmpeg_would_take_for_a_sign_is_escaped_in_the_metadata) {
  const std::string meta = metadata(small_programme());
  EXPECT_TRUE(meta.starts_with(";FFMETADATA1\ntitle=Rock\\; breathe \\= \\#1 <slowly>\n")) << meta;
  EXPECT_TRUE(meta.contains("keywords=low back, all fours\n"));
  EXPECT_TRUE(meta.contains("not medical advice"));
}

TEST(Papers, the_chapters_are_the_sections_and_fill_the_film) {
  const Programme programme = small_programme();
  const std::string meta = metadata(programme);
  for (const auto& section : programme.session.sections)
    EXPECT_TRUE(meta.contains("\ntitle=" + section.title + "\n")) << section.title;
  const auto end = std::to_string(std::lround(programme.duration_s * 1000));
  EXPECT_TRUE(meta.contains("\nEND=" + end + "\n")) << meta;
}

TEST(Papers, the_transcript_holds_every_word_in_its_order) {
  const Programme programme = small_programme();
  const std::string text = transcript(programme);
  std::size_t at = 0;
  for (const guide::Cue& cue : programme.session.cues) {
    at = text.find(cue.text, at);
    ASSERT_NE(at, text.npos) << cue.text;
  }
}

TEST(Papers, of_a_translation_are_in_its_language) {
  score::Score score = small_score();
  score.language = "es";
  const Programme programme = programme_of(score, guide::plan(score, {}), {});
  EXPECT_EQ(programme.for_whom, "Para las semanas 6 a 40 del embarazo, y desde 8 semanas después del parto");
  EXPECT_TRUE(transcript(programme).contains("no consejo médico"));
  EXPECT_TRUE(metadata(programme).contains("no consejo médico"));
  EXPECT_FALSE(transcript(programme).contains("medical advice"));
}

TEST(Programme, the_cards_lie_over_the_beginning_and_after_the_end_so_that_no_cue_moves) {
  const Programme programme = small_programme();
  EXPECT_GE(programme.comfort_s, 4);
  EXPECT_GE(programme.figure_s, programme.comfort_s + 4);
  EXPECT_EQ(programme.closing_s, programme.session.duration_s);
  EXPECT_GT(programme.duration_s, programme.closing_s + 4);
  for (const guide::Phase& phase : programme.session.phases)
    EXPECT_TRUE(!phase.paced || phase.start_s >= programme.figure_s);
  EXPECT_EQ(programme.for_whom, "For weeks 6 to 40 of pregnancy, and from 8 weeks after the birth");
}

TEST(Programme, a_shorter_film_is_the_beginning_of_the_whole_one) {
  const Programme whole = small_programme(), part = small_programme(20);
  EXPECT_EQ(part.duration_s, 20);
  EXPECT_LT(part.session.cues.size(), whole.session.cues.size());
  for (std::size_t i = 0; i < part.session.cues.size(); ++i) {
    EXPECT_EQ(part.session.cues[i].start_s, whole.session.cues[i].start_s);
    EXPECT_LT(part.session.cues[i].start_s, 20);
  }
  for (const guide::Caption& caption : part.session.captions)
    EXPECT_LE(caption.end_s, 20);
}

} // namespace
