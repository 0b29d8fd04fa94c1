// SPDX-License-Identifier: Apache-2.0
// Where hands are placed, as it is read.
#include "reading_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace supple::reader {
namespace {

TEST(SaidSpot, IsWhereHandsArePlaced) {
  const auto spot = [](const std::string& text) {
    for (const Step& step : read("Stand tall.\n" + text).steps)
      for (const vocabulary::MoveAmount& told : step.amounts)
        if (told.move == vocabulary::Move::hands_place) return told.spot;
    return vocabulary::Spot::unsaid;
  };
  for (const char* text :
       {"Place your hands on the wall.", "Put both hands flat against a wall.", "Face a wall and put your hands on it.",
        "Rest your palms on the wall at the height of your chest.", "Place your fists on the wall."})
    EXPECT_EQ(spot(text), vocabulary::Spot::wall) << text;
  using vocabulary::Spot;
  for (const auto& [text, there] : {std::pair{"Place your hands on your belly.", Spot::belly},
                                    {"Place your hands on your belly, your back to the wall.", Spot::belly},
                                    {"Rest both palms on your bump.", Spot::belly},
                                    {"Put a hand on your lower tummy.", Spot::belly},
                                    {"Place your hands on your thighs.", Spot::thighs},
                                    {"Rest your hands on your knees.", Spot::thighs},
                                    {"Put your hands on your hips.", Spot::hips},
                                    {"Place your hands on the sides of your ribs.", Spot::ribs},
                                    {"Cup your ribs with your hands.", Spot::ribs},
                                    {"Put both hands on your heart.", Spot::chest},
                                    {"Place your hands on your hips and lift one knee.", Spot::hips},
                                    {"Place your hands on your belly, then turn one hip out.", Spot::belly},
                                    {"Put your hands on the wall and bring one knee up.", Spot::wall},
                                    {"Face the wall, one knee bent, and put your hands on it.", Spot::wall},
                                    {"Place your hands on the back of a chair.", Spot::chair},
                                    {"Hold on to the chair.", Spot::chair},
                                    {"Face a chair and put your hands on the back of it.", Spot::chair}})
    EXPECT_EQ(spot(text), there) << text;
  for (const char* text : {"Place your hands on your low back.", "Put your hands on the worktop, your belly soft.",
                           "Place one hand on your heart and the other on your belly.",
                           "Place your left hand on your heart, your right hand on your belly.",
                           "Place your hands on the floor beside your hips.", "Place your hands behind your hips.",
                           "Place your hands on the mat under your chest.", "Rest your hands between your knees.",
                           "Put your hands behind the back of your head."})
    EXPECT_EQ(spot(text), Spot::unsaid) << text;
}

// What is said again of the same move elsewhere is new.
TEST(SaidSpot, HandsThatArePlacedElsewhereArePlacedAnew) {
  const auto spots = [](const std::string& text) {
    std::vector<vocabulary::Spot> all;
    for (const Step& step : read("Sit on a chair.\n" + text).steps)
      for (const vocabulary::MoveAmount& told : step.amounts)
        if (told.move == vocabulary::Move::hands_place) all.push_back(told.spot);
    return all;
  };
  using enum vocabulary::Spot;
  EXPECT_EQ(spots("Place your hands on your belly.\nLift your chin.\nPlace your hands on your ribs."),
            (std::vector{belly, ribs}));
  EXPECT_EQ(spots("Place your hands on your belly.\nPlace your hands on your belly."), std::vector{belly});
}

} // namespace
} // namespace supple::reader
