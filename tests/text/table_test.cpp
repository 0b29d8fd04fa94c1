// SPDX-License-Identifier: Apache-2.0
#include "text/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace supple::text {
namespace {

std::string file(const std::string& path) {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string packed(const std::string& path) {
  const std::string root = SUPPLE_ROOT;
  const std::string command = "python3 '" + root + "/cmake/pack_table.py' '" + root + "/" + path + "'";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string json;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
    json += static_cast<char>(c);
  return ::pclose(pipe) == 0 ? json : std::string{};
}

bool same(const Table& one, const Table& other);

// But for the place.
bool same(const Node& one, const Node& other) {
  if (one.value.index() != other.value.index()) return false;
  if (one.as_table() != nullptr) return same(*one.as_table(), *other.as_table());
  if (one.as_array() != nullptr)
    return std::ranges::equal(*one.as_array(), *other.as_array(),
                              [](const Node& a, const Node& b) { return same(a, b); });
  if (one.as_string() != nullptr) return *one.as_string() == *other.as_string();
  if (one.as_integer() != nullptr) return *one.as_integer() == *other.as_integer();
  if (const double* real = std::get_if<double>(&one.value)) return *real == std::get<double>(other.value);
  if (const bool* boolean = std::get_if<bool>(&one.value)) return *boolean == std::get<bool>(other.value);
  return true;
}

bool same(const Table& one, const Table& other) {
  return std::ranges::equal(one.entries, other.entries, [](const TableEntry& a, const TableEntry& b) {
    return a.key == b.key && same(a.node, b.node);
  });
}

TEST(Table, HoldsEachValueAtItsPlace) {
  const auto table = read_table("b = [\"x\", 7]\na.c = 1.0\nd = true\n");
  ASSERT_TRUE(table);
  const Array* list = table->find_array("b");
  ASSERT_NE(list, nullptr);
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ(*list->at(0).as_string(), "x");
  EXPECT_EQ(*list->at(1).as_integer(), 7);
  EXPECT_EQ(list->at(1).place, (Place{1, 11, 0}));
  ASSERT_NE(table->find_table("a"), nullptr);
  EXPECT_EQ(std::get<double>(table->find_table("a")->find("c")->value), 1.0);
  EXPECT_EQ(std::get<bool>(table->find("d")->value), true);
}

TEST(Table, AnswersNullForWhatIsMissingOrSomethingElse) {
  const auto table = read_table("a = 1\n");
  ASSERT_TRUE(table);
  EXPECT_NE(table->find_integer("a"), nullptr);
  EXPECT_EQ(table->find_string("a"), nullptr);
  EXPECT_EQ(table->find_array("a"), nullptr);
  EXPECT_EQ(table->find_table("a"), nullptr);
  EXPECT_EQ(table->find("b"), nullptr);
}

TEST(Table, OrdersTheKeysByTheirBytes) {
  const auto table = read_table("\"é\" = 1\nz = 2\nZ = 3\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->entries.size(), 3U);
  EXPECT_EQ(table->entries[0].key, "Z");
  EXPECT_EQ(table->entries[1].key, "z");
  EXPECT_EQ(table->entries[2].key, "é");
}

TEST(Table, RefusesWhatIsNoTomlAtItsPlace) {
  const auto table = read_table("a = 1\nb = \n");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().place.line, 2);
  EXPECT_FALSE(table.error().message.empty());
}

TEST(Table, RefusesATableWithoutAName) {
  for (const char* text : {"[\n", "[[\n", "a = 1\n[=]\n", "[#]\n", "[.a]\n", "[,]", "  [ {]\n", "\xEF\xBB\xBF[(a]\n"}) {
    const auto table = read_table(text);
    ASSERT_FALSE(table) << text;
    EXPECT_GE(table.error().place.line, std::string_view{text}.starts_with("a") ? 2 : 1) << text;
  }
  EXPECT_TRUE(read_table("a = [\n[\"b\"],\n[\"c\"]]\n"));
  EXPECT_FALSE(read_table("["));
}

TEST(Table, RefusesALetterThatOnlyAStringMayHold) {
  const auto table = read_table("a = \"\xEF\xBB\xAF\" # \xEF\xBB\xAF\nb = '''\n\xEF\xBB\xAF'''\n[\xEF\xBB\xAF");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().place.line, 4);
  EXPECT_EQ(table.error().place.column, 2);
  EXPECT_TRUE(read_table("\xEF\xBB\xBF"
                         "a = \"\xEF\xBB\xAF\"\n"));
}

TEST(PackedTable, IsTheSameAsTheFileItIsMadeFrom) {
  for (const char* path : {"lexicon/en.toml", "lexicon/guide.toml", "rules/text.toml"}) {
    const auto written = read_table(file(path));
    const auto carried = read_packed_table(packed(path));
    ASSERT_TRUE(written) << path;
    ASSERT_TRUE(carried) << path;
    EXPECT_FALSE(written->entries.empty()) << path;
    EXPECT_TRUE(same(*written, *carried)) << path;
  }
}

TEST(PackedTable, HoldsEachKindOfValue) {
  const auto written = read_table("a = [1, -2, 3.0, true, \"é\\n\"]\n[b.c]\nd = []\n");
  const auto carried = read_packed_table(R"({"a":[1,-2,3.0,true,"é\n"],"b":{"c":{"d":[]}}})");
  ASSERT_TRUE(written);
  ASSERT_TRUE(carried);
  EXPECT_TRUE(same(*written, *carried));
  const auto other = read_packed_table(R"({"a":[1,-2,3,true,"é\n"],"b":{"c":{"d":[]}}})");
  ASSERT_TRUE(other);
  EXPECT_FALSE(same(*written, *other));
}

TEST(PackedTable, CarriesAListOfStringsAsOne) {
  const auto written = read_table("a = [\"one\", \"\", \"two three\"]\nb = [\"\"]\nc = [\"x;y\", \"z\"]\n");
  const auto carried = read_packed_table(R"({"a":";one;;two three","b":";","c":["x;y","z"]})");
  ASSERT_TRUE(written);
  ASSERT_TRUE(carried);
  EXPECT_TRUE(same(*written, *carried));
}

TEST(PackedTable, RefusesWhatIsNone) {
  EXPECT_FALSE(read_packed_table(""));
  EXPECT_FALSE(read_packed_table("[breath]\n"));
  EXPECT_FALSE(read_packed_table("[1]"));
}

} // namespace
} // namespace supple::text
