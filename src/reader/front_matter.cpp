// SPDX-License-Identifier: Apache-2.0
#include "reader/front_matter.h"

#include "reader/words.h"

#include <algorithm>
#include <utility>

namespace supple::reader {

namespace {

std::vector<std::string> list_of(std::string_view value) {
  if (value.starts_with('[') && value.ends_with(']')) value = value.substr(1, value.size() - 2);
  std::vector<std::string> list;
  for (std::size_t from = 0; from <= value.size();) {
    const std::size_t comma = std::min(value.find(',', from), value.size());
    const std::string_view one = trimmed(value.substr(from, comma - from));
    if (!one.empty()) list.emplace_back(one);
    from = comma + 1;
  }
  return list;
}

// "4-42": weeks of pregnancy.
bool set_weeks(std::string_view value, FrontMatter& front) {
  const std::size_t dash = value.find('-');
  if (dash == std::string_view::npos) return false;
  front.first_week = whole_number(trimmed(value.substr(0, dash)));
  front.last_week = whole_number(trimmed(value.substr(dash + 1)));
  return front.first_week >= 4 && front.first_week <= front.last_week && front.last_week <= 42;
}

// "6+": from six weeks after birth on.
bool set_postnatal(std::string_view value, FrontMatter& front) {
  if (!value.ends_with('+')) return false;
  const int week = whole_number(value.substr(0, value.size() - 1));
  front.postnatal_week = week;
  return week >= 6;
}

// "12": how long it lasts.
bool set_minutes(std::string_view value, FrontMatter& front) {
  constexpr int longest = 120;
  front.minutes = whole_number(value);
  return front.minutes >= 1 && front.minutes <= longest;
}

bool set(std::string_view key, std::string_view value, FileKind kind, FrontMatter& front, std::string& remedy) {
  if (key == "title") {
    remedy = "title: Rock and breathe";
    front.title = value;
    return !value.empty();
  }
  if (key == "tags") {
    front.tags = list_of(value);
    return true;
  }
  if (key == "weeks") {
    remedy = "weeks: 4-42";
    return set_weeks(value, front);
  }
  if (key == "postnatal") {
    remedy = "postnatal: 6+ (never before six weeks)";
    return set_postnatal(value, front);
  }
  if (kind == FileKind::workout && key == "minutes") {
    remedy = "minutes: 12";
    return set_minutes(value, front);
  }
  remedy = kind == FileKind::translation ? "title or tags"
           : kind == FileKind::workout   ? "title, tags, weeks, postnatal or minutes"
                                         : "title, tags, weeks or postnatal";
  return false;
}

} // namespace

int whole_number(std::string_view text) {
  if (text.empty() || text.size() > 3) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::vector<std::string_view> lines_of(std::string_view file) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= file.size();) {
    const std::size_t end = std::min(file.find('\n', begin), file.size());
    lines.push_back(file.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::size_t read_front_matter(const std::vector<std::string_view>& lines, FileKind kind, FrontMatter& front,
                              text::Diagnostics& errors) {
  const auto refuse = [&](std::size_t line, std::string message, std::string remedy) {
    errors.push_back({"front.form",
                      text::Severity::error,
                      {static_cast<int>(line) + 1, 1, text::characters(lines[line])},
                      std::move(message),
                      std::move(remedy)});
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i] == "---") {
      if (front.title.empty())
        refuse(0, kind == FileKind::workout ? "the workout has no title" : "the exercise has no title",
               "title: Rock and breathe");
      return i + 1;
    }
    if (trimmed(lines[i]).empty()) continue;
    const std::size_t colon = lines[i].find(':');
    const std::string_view key = trimmed(lines[i].substr(0, std::min(colon, lines[i].size())));
    if (kind == FileKind::translation && (key == "weeks" || key == "postnatal" || key == "minutes")) {
      refuse(i, "a translation is for the weeks of its original, and as long", "take it out");
      continue;
    }
    std::string remedy = "key: value";
    if (colon == std::string_view::npos || !set(key, trimmed(lines[i].substr(colon + 1)), kind, front, remedy))
      refuse(i, "this is not understood in the front matter", remedy);
  }
  refuse(0, "the front matter is not closed", "a line --- after it");
  return lines.size();
}

} // namespace supple::reader
