// SPDX-License-Identifier: Apache-2.0
#include "../sanitized.h"
#include "film/film.h"
#include "film/frames.h"
#include "film/planes.h"
#include "film/titles.h"
#include "programme.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace {

using namespace supple;
using namespace supple::film;

figure::Picture plain(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  figure::Picture picture{width, height, {}};
  for (int i = 0; i < width * height; ++i)
    picture.pixels.push_back(figure::Pixel{red} | figure::Pixel{green} << 8U | figure::Pixel{blue} << 16U |
                             0xFF000000U);
  return picture;
}

struct Yuv {
  int y, u, v;
};

Yuv planes_of(const figure::Picture& picture) {
  std::vector<std::uint8_t> planes;
  to_planes(picture, planes);
  const auto pixels = static_cast<std::size_t>(picture.width * picture.height);
  EXPECT_EQ(planes.size(), pixels * 3 / 2);
  return {planes.front(), planes[pixels], planes[pixels * 5 / 4]};
}

TEST(Planes, colours_are_those_of_bt709) {
  const struct {
    std::uint8_t red, green, blue;
    Yuv expected; // SMPTE RP 219-1, bars at full amplitude
  } bars[] = {{255, 255, 255, {235, 128, 128}}, {0, 0, 0, {16, 128, 128}},   {255, 0, 0, {63, 102, 240}},
              {0, 255, 0, {173, 42, 26}},       {0, 0, 255, {32, 240, 118}}, {255, 255, 0, {219, 16, 138}}};

  for (const auto& bar : bars) {
    const Yuv yuv = planes_of(plain(4, 2, bar.red, bar.green, bar.blue));
    EXPECT_NEAR(yuv.y, bar.expected.y, 1);
    EXPECT_NEAR(yuv.u, bar.expected.u, 1);
    EXPECT_NEAR(yuv.v, bar.expected.v, 1);
  }
}

TEST(Titles, a_patch_covers_only_what_is_in_the_picture) {
  Patch patch = drawn(8, 8, {200, 0, 0}, [](cairo_t* on) { cairo_paint(on); });
  patch.left = patch.top = -4;
  figure::Picture picture = plain(8, 8, 100, 100, 100);
  lay(patch, 1, picture);
  EXPECT_EQ(picture.rgba()[0], 200);
  EXPECT_EQ(picture.rgba()[4 * (3 * 8 + 3)], 200);
  EXPECT_EQ(picture.rgba()[4 * (4 * 8 + 4)], 100);
  lay(patch, 0, picture);
  EXPECT_EQ(picture.rgba()[4 * (4 * 8 + 4)], 100);
}

/// How many pixels of the band differ between two times.
int differing(const figure::Picture& a, const figure::Picture& b, int top, int bottom) {
  int count = 0;
  for (int i = top * a.width * 4; i < bottom * a.width * 4; ++i)
    count += std::abs(a.rgba()[static_cast<std::size_t>(i)] - b.rgba()[static_cast<std::size_t>(i)]) > 40 ? 1 : 0;
  return count;
}

TEST(Film, a_caption_is_seen_while_it_is_said_and_not_before) {
  const Programme programme = small_programme();
  Options options;
  options.width = 640;
  options.height = 360;
  const guide::Caption& caption = programme.session.captions.front();
  const auto frame = [&](double at_s) { return frame_at(programme, {}, options, at_s); };
  const figure::Picture before = frame(caption.start_s - 0.15), during = frame(caption.start_s + 0.2);
  EXPECT_GT(differing(before, during, 290, 360), 100) << "it is there within 0.2 s";
}

/// Whether a pixel of the outermost columns and rows differs from the plain ground beside it.
bool touches_the_edge(const figure::Picture& picture) {
  const auto dark = [&](int x, int y, int inner_x) {
    const auto at = [&](int px) { return picture.rgba()[4 * static_cast<std::size_t>(y * picture.width + px)]; };
    return std::abs(at(x) - at(inner_x)) > 40;
  };
  for (int y = 0; y < picture.height; ++y)
    if (dark(0, y, 8) || dark(picture.width - 1, y, picture.width - 9)) return true;
  return false;
}

TEST(Film, the_cards_hold_their_words_at_every_size) {
  const Programme programme = small_programme();
  for (const auto& [width, height] : {std::pair{640, 360}, {360, 360}, {360, 640}}) {
    Options options;
    options.width = width;
    options.height = height;
    for (const double at_s : {programme.comfort_s - 2, programme.figure_s - 2, programme.closing_s + 3}) {
      const figure::Picture card = frame_at(programme, {}, options, at_s);
      EXPECT_FALSE(touches_the_edge(card)) << width << "x" << height << " at " << at_s;
      EXPECT_GT(differing(card, plain(width, height, card.rgba()[0], card.rgba()[1], card.rgba()[2]), 0, height), 500)
          << "words on a plain ground";
    }
    const Window window = window_of(sheet_of(width, height));
    EXPECT_GT(window.bottom - window.top, height / 2);
  }
}

TEST(Film, the_encoder_is_given_what_is_seen) {
  const Programme programme = small_programme();
  for (const auto& [width, height] : {std::pair{640, 360}, {360, 360}, {360, 640}}) {
    Options options;
    options.width = width;
    options.height = height;
    options.fps = 10;
    const Frames frames(programme, {}, options);
    const Maker make = frames.maker()();
    std::vector<double> times{1.0};
    for (double at_s = programme.figure_s + 2; at_s < programme.closing_s - 1; at_s += sanitized ? 6.8 : 1.7)
      times.push_back(at_s);
    // A card, and from it back to her, whose frames are drawn over those of before.
    for (const double at_s : {programme.closing_s + 3, programme.figure_s + 3, programme.figure_s + 3.1})
      times.push_back(at_s);
    const Frame* before = nullptr;
    Frame was;
    for (const double at_s : times) {
      const auto number = static_cast<std::size_t>(at_s * options.fps);
      const Frame& given = make(number);
      Frame seen;
      to_planes(frames.at(static_cast<double>(number) / options.fps), seen);
      EXPECT_TRUE(given == seen) << width << "x" << height << " at " << at_s;
      if (before != nullptr) {
        EXPECT_TRUE(*before == was) << "the frame before stays as it is";
      }
      before = &given;
      was = seen;
    }
  }
}

} // namespace
