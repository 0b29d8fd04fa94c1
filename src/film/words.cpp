// SPDX-License-Identifier: Apache-2.0
#include "film/words.h"

#include "text/table.h"

#include <fmt/core.h>
#include <stdexcept>

namespace supple::film {

std::string_view embedded_file(std::string_view path);

namespace {

Words read(std::string_view file) {
  const auto table = text::read_table(embedded_file(file));
  if (!table) throw std::runtime_error(fmt::format("{}:{}: {}", file, table.error().place.line, table.error().message));
  const auto of = [&](std::string_view section, std::string_view key) {
    const text::Table* const entries = table->find_table(section);
    const std::string* const found = entries == nullptr ? nullptr : entries->find_string(key);
    if (found == nullptr || found->empty())
      throw std::runtime_error(
          fmt::format("{}: \"{}\" in [{}] is missing; instead: a line of text", file, key, section));
    return *found;
  };
  return {.language = of("film", "language"),
          .weeks = of("for_whom", "weeks"),
          .after_birth = of("for_whom", "after_birth"),
          .education = of("say", "education"),
          .comfort = of("say", "comfort"),
          .care = of("say", "care"),
          .ready = of("say", "ready"),
          .end = of("say", "end"),
          .again = of("say", "again"),
          .breathe_in = of("say", "breathe_in"),
          .breathe_out = of("say", "breathe_out"),
          .own_breath = of("say", "own_breath"),
          .start = of("card", "start"),
          .each_side = of("card", "each_side"),
          .rounds = of("card", "rounds"),
          .round = of("card", "round"),
          .finish = of("card", "finish"),
          .see = of("card", "see")};
}

void fill(std::string& text, std::string_view gap, int number) {
  if (const std::size_t at = text.find(gap); at != text.npos) text.replace(at, gap.size(), std::to_string(number));
}

} // namespace

const Words& words(std::string_view language) {
  static const Words english = read("lexicon/film.toml"), spanish = read("lexicon/film.es.toml");
  return language == "es" ? spanish : english;
}

std::string for_whom(const score::Score& score) {
  const Words& say = words(score.language);
  std::string out = say.weeks;
  fill(out, "{first}", score.first_week);
  fill(out, "{last}", score.last_week);
  if (!score.postnatal_week) return out;
  std::string after = say.after_birth;
  fill(after, "{after}", *score.postnatal_week);
  return out + ", " + after;
}

} // namespace supple::film
