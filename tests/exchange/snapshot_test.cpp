// SPDX-License-Identifier: Apache-2.0
#include "exchange/snapshot.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <zlib.h>

using namespace supple::exchange;

namespace {

std::string low_back() {
  std::ifstream in(SUPPLE_ROOT "/library/exercises/release-your-low-back.md");
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ASnapshotLink, CarriesTheLowBackExerciseInAtMostTwoKilobytes) {
  const std::string link = snapshot_of(low_back());
  EXPECT_LE(link.size(), 2000U);
  EXPECT_EQ(low_back(), text_of_snapshot("https://example.org/player/" + link));
}

TEST(ASnapshotLink, OfThePageIsReadHereToo) {
  // Made by CompressionStream("deflate") of a browser.
  EXPECT_EQ("Exhale: round your spine.", text_of_snapshot("#/text/eJxzrchIzEm1UijKL81LUajMLy1SKC7IzEvVAwB35Qk2"));
}

TEST(ASnapshotLink, ThatIsCutOffIsToldSo) {
  const std::string link = snapshot_of(low_back());
  for (std::size_t length = snapshot_route.size(); length + 1 < link.size(); ++length) {
    const auto text = text_of_snapshot(link.substr(0, length));
    ASSERT_FALSE(text.has_value()) << length;
    EXPECT_NE(text.error().find("cut off"), std::string::npos);
  }
}

TEST(ASnapshotLink, WithAnythingBehindItIsRefused) {
  EXPECT_FALSE(text_of_snapshot(snapshot_of("round") + "AAAA").has_value());
  EXPECT_FALSE(text_of_snapshot(snapshot_of("round") + "<script>").has_value());
  EXPECT_FALSE(text_of_snapshot("https://example.org/").has_value());
}

TEST(ASnapshotLink, ThatWouldUnfoldToMoreThanATextIsNotUnfolded) {
  EXPECT_EQ("", snapshot_of(std::string(longest_snapshot_text + 1, 'a')));
  EXPECT_EQ(longest_snapshot_text, text_of_snapshot(snapshot_of(std::string(longest_snapshot_text, 'a')))->size());
  std::string bomb(3000, '\0');
  uLongf size = bomb.size();
  const std::string nothing(2'000'000, '\0');
  ASSERT_EQ(Z_OK, compress2(reinterpret_cast<Bytef*>(bomb.data()), &size,
                            reinterpret_cast<const Bytef*>(nothing.data()), nothing.size(), Z_BEST_COMPRESSION));
  bomb.resize(size);
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string link{snapshot_route};
  while (bomb.size() % 3 != 0)
    bomb += '\0';
  for (std::size_t i = 0; i < bomb.size(); i += 3) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(bomb[i + k])); };
    const unsigned bits = byte(0) << 16U | byte(1) << 8U | byte(2);
    for (const unsigned shift : {18U, 12U, 6U, 0U})
      link += letters[bits >> shift & 63U];
  }
  EXPECT_LT(link.size(), longest_snapshot_letters);
  EXPECT_FALSE(text_of_snapshot(link).has_value());
}

TEST(ASnapshotLink, LongerThanAnyIsNotEvenLookedInto) {
  const auto text = text_of_snapshot(std::string{snapshot_route} + std::string(longest_snapshot_letters + 1, 'a'));
  ASSERT_FALSE(text.has_value());
  EXPECT_NE(text.error().find("longer"), std::string::npos);
}

} // namespace
