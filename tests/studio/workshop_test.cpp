// SPDX-License-Identifier: Apache-2.0
#include "studio/workshop.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace supple::studio;
using Json = nlohmann::json;

/// Waits until it holds, a few seconds at most.
bool soon(const std::function<bool()>& holds) {
  for (int i = 0; i < 500; ++i, std::this_thread::sleep_for(std::chrono::milliseconds(10)))
    if (holds()) return true;
  return holds();
}

/// A program that makes what it is told to: sh with a script that is given the arguments of `supple`.
/// $1 the product, $2 the exercise, $3 -o, $4 the file.
std::vector<std::string> program(const std::string& script) {
  return {"/bin/sh", "-c", script, "maker"};
}

Order film_of(const std::string& exercise) {
  Order order;
  order.exercise = exercise;
  return order;
}

Json list_of(const Workshop& workshop) {
  return Json::parse(workshop.list());
}

std::string state_of(const Workshop& workshop, int number) {
  for (const Json& entry : list_of(workshop))
    if (entry["number"] == number) return entry["state"];
  return "gone";
}

TEST(Workshop, tells_how_far_it_is_and_gives_what_is_ready) {
  Workshop workshop(program("echo '7 120'; while [ ! -e \"$4.go\" ]; do sleep 0.02; done; printf film > \"$4\""),
                    "library");
  const int number = *workshop.take(film_of("rock"));
  ASSERT_TRUE(soon([&] { return list_of(workshop)[0]["percent"] == 7; }));
  EXPECT_EQ(list_of(workshop)[0]["left_s"], 120);
  EXPECT_FALSE(workshop.open("1.mp4"));
  for (const auto& folder : fs::directory_iterator(fs::temp_directory_path()))
    if (fs::exists(folder.path() / "1")) std::ofstream(folder.path() / "1" / "rock.mp4.go");
  ASSERT_TRUE(soon([&] { return state_of(workshop, number) == "ready"; })) << workshop.list();
  auto file = workshop.open(list_of(workshop)[0]["file"].get<std::string>());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->size, 4U);
  EXPECT_FALSE(workshop.open("1.pdf"));
  EXPECT_FALSE(workshop.open("../1/rock.mp4"));
}

TEST(Workshop, finds_a_workout_in_its_folder) {
  const fs::path library = fs::temp_directory_path() / ("workshop_library_" + std::to_string(getpid()));
  fs::create_directories(library / "workouts");
  std::ofstream(library / "workouts" / "desk.md") << "-";
  {
    Workshop workshop(program("printf %s \"$2\" > \"$4\""), library);
    const int number = *workshop.take(film_of("desk"));
    ASSERT_TRUE(soon([&] { return state_of(workshop, number) == "ready"; })) << workshop.list();
    const auto file = workshop.open(list_of(workshop)[0]["file"].get<std::string>());
    ASSERT_TRUE(file);
    EXPECT_EQ(file->size, (library / "workouts" / "desk.md").string().size());
  }
  fs::remove_all(library);
}

TEST(Workshop, makes_one_at_a_time_and_lets_only_some_wait) {
  Workshop workshop(program("sleep 30"), "library");
  ASSERT_TRUE(workshop.take(film_of("first")));
  ASSERT_TRUE(soon([&] { return state_of(workshop, 1) == "making"; }));
  int taken = 0;
  while (workshop.take(film_of("another")))
    ASSERT_LE(++taken, 20);
  EXPECT_EQ(taken, 4);
  for (int number = 2; number <= 5; ++number)
    EXPECT_EQ(state_of(workshop, number), "waiting");
}

TEST(Workshop, what_is_cancelled_ends_at_once_and_the_next_one_begins) {
  Workshop workshop(program("sleep 30"), "library");
  for (int i = 0; i < 3; ++i)
    ASSERT_TRUE(workshop.take(film_of("rock")));
  ASSERT_TRUE(soon([&] { return state_of(workshop, 1) == "making"; }));
  workshop.cancel(2);
  EXPECT_EQ(state_of(workshop, 2), "gone");
  const auto began = std::chrono::steady_clock::now();
  workshop.cancel(1);
  EXPECT_EQ(state_of(workshop, 1), "gone");
  ASSERT_TRUE(soon([&] { return state_of(workshop, 3) == "making"; }));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
  workshop.cancel(99);
}

TEST(Workshop, a_failure_is_told_in_the_words_of_the_program) {
  Workshop workshop(program("echo '3 9'; echo 'no ffmpeg; instead: install it' >&2; exit 1"), "library");
  ASSERT_TRUE(workshop.take(film_of("rock")));
  ASSERT_TRUE(soon([&] { return state_of(workshop, 1) == "failed"; }));
  EXPECT_EQ(list_of(workshop)[0]["reason"], "no ffmpeg; instead: install it");
}

TEST(Workshop, keeps_the_last_ones_only_and_leaves_nothing_behind) {
  fs::path folder;
  {
    Workshop workshop(program("pwd > \"$4\""), "library");
    for (int number = 1; number <= 7; ++number) {
      ASSERT_EQ(workshop.take(film_of("rock")), number);
      ASSERT_TRUE(soon([&] { return state_of(workshop, number) == "ready"; }));
    }
    EXPECT_EQ(list_of(workshop).size(), 4U);
    EXPECT_EQ(state_of(workshop, 3), "gone");
    auto file = workshop.open("7.mp4");
    ASSERT_TRUE(file);
    std::string bytes(file->size, '\0');
    ASSERT_EQ(file->read(bytes, 0), bytes.size());
    folder = fs::path(bytes.substr(0, bytes.size() - 1)).parent_path();
    EXPECT_TRUE(fs::exists(folder / "7"));
    EXPECT_FALSE(fs::exists(folder / "3"));
  }
  EXPECT_FALSE(fs::exists(folder));
}

TEST(Orders, only_what_is_of_their_form_is_taken) {
  const auto film = order_of(R"({"product":"film","exercise":"rock-1","week":30,"night":true,"size":"portrait"})");
  ASSERT_TRUE(film);
  EXPECT_EQ(film->week, 30);
  EXPECT_TRUE(film->night);
  EXPECT_EQ(film->size, "portrait");
  const auto card = order_of(R"({"product":"card","exercise":"rock","week":4,"address":"http://127.0.0.1:8420/#/x"})");
  ASSERT_TRUE(card);
  EXPECT_EQ(card->address, "http://127.0.0.1:8420/#/x");
  EXPECT_EQ(order_of(R"({"product":"film","exercise":"rock-1.es","week":30})")->exercise, "rock-1.es");
  for (const char* wrong : {
           R"({"product":"film","exercise":".es","week":30})",
           R"({"product":"film","exercise":"rock.../","week":30})",
           R"({"product":"film","exercise":"rock.es.es","week":30})",
           R"({"product":"film","exercise":"rock.mp","week":3})",
           "",
           "[]",
           "{}",
           R"({"product":"book","exercise":"rock","week":30})",
           R"({"product":"film","exercise":"../rock","week":30})",
           R"({"product":"film","exercise":"-o","week":30})",
           R"({"product":"film","exercise":"rock/x","week":30})",
           R"({"product":"film","exercise":"rock","week":3})",
           R"({"product":"film","exercise":"rock","week":30.5})",
           R"({"product":"film","exercise":"rock","week":1e300})",
           R"({"product":"film","exercise":"rock","week":30,"size":"huge"})",
           R"({"product":"card","exercise":"rock","week":30,"address":"--help"})",
           R"({"product":"card","exercise":"rock","week":30,"address":"http://a b"})",
           R"({"product":"card","exercise":"rock","week":30,"address":"http://a' uri='b"})",
       })
    EXPECT_FALSE(order_of(wrong)) << wrong;
}

} // namespace
