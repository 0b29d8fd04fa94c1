// SPDX-License-Identifier: Apache-2.0
#include "film/papers.h"

#include "film/words.h"
#include "guide/session_json.h"
#include "text/markup.h"

#include <cmath>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <string_view>

namespace supple::film {

namespace {

long milliseconds(double seconds) {
  return static_cast<long>(std::floor(seconds * 1000 + 0.5));
}

/// 00:01:02.345
std::string clock_of(double seconds, char point) {
  const long ms = milliseconds(seconds);
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, point, ms % 1000);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("=;#\\\n").contains(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : ", ") + word;
  return out;
}

double rounded(double seconds) {
  return static_cast<double>(milliseconds(seconds)) / 1000;
}

} // namespace

std::string web_captions(const Programme& programme) {
  std::string out = "WEBVTT\n";
  for (const guide::Caption& caption : programme.session.captions)
    out += fmt::format("\n{} --> {}\n{}\n", clock_of(caption.start_s, '.'), clock_of(caption.end_s, '.'),
                       text::without_tags(caption.text));
  return out;
}

std::string subrip_captions(const Programme& programme) {
  std::string out;
  int number = 0;
  for (const guide::Caption& caption : programme.session.captions)
    out += fmt::format("{}\n{} --> {}\n{}\n\n", ++number, clock_of(caption.start_s, ','), clock_of(caption.end_s, ','),
                       caption.text);
  return out;
}

std::string metadata(const Programme& programme) {
  const std::string about = fmt::format("{}. {}", programme.for_whom, words(programme.language).education);
  std::string out = fmt::format(";FFMETADATA1\ntitle={}\ncomment={}\ndescription={}\n", escaped(programme.title),
                                escaped(about), escaped(about));
  if (!programme.tags.empty()) out += fmt::format("keywords={}\n", escaped(joined(programme.tags)));
  const auto& sections = programme.session.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const double end_s = i + 1 < sections.size() ? sections[i].end_s : programme.duration_s;
    out += fmt::format("[CHAPTER]\nTIMEBASE=1/1000\nSTART={}\nEND={}\ntitle={}\n", milliseconds(sections[i].start_s),
                       milliseconds(end_s), escaped(sections[i].title));
  }
  return out;
}

std::string transcript(const Programme& programme) {
  std::string out =
      fmt::format("{}\n{}\n{}\n", programme.title, programme.for_whom, words(programme.language).education);
  for (const guide::SessionSection& section : programme.session.sections) {
    out += fmt::format("\n{}\n", section.title);
    for (const guide::Cue& cue : programme.session.cues)
      if (cue.start_s >= section.start_s && cue.start_s < section.end_s)
        out += fmt::format("{}  {}\n", clock_of(cue.start_s, '.').substr(3, 5), cue.text);
  }
  if (!programme.comfort.empty()) out += fmt::format("\n{}\n", words(programme.language).comfort);
  for (const std::string& line : programme.comfort)
    out += line + "\n";
  return out;
}

std::string log_of(const Programme& programme, const Made& made) {
  nlohmann::ordered_json log = guide::to_json(programme.session);
  log["film"] = {{"duration_s", rounded(programme.duration_s)},
                 {"opening_s", 0},
                 {"comfort_s", rounded(programme.comfort_s)},
                 {"figure_s", rounded(programme.figure_s)},
                 {"closing_s", rounded(programme.closing_s)},
                 {"width", made.width},
                 {"height", made.height},
                 {"fps", made.fps},
                 {"week", made.week},
                 {"pace_bpm", made.pace_bpm},
                 {"voice", made.voice},
                 {"theme", made.theme}};
  return log.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace supple::film
