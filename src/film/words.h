// SPDX-License-Identifier: Apache-2.0
// What films and cards show of their own accord, read from lexicon/film.toml and, for other languages, film.es.toml and
// its like.
#pragma once

#include "score/score.h"

#include <string>
#include <string_view>

namespace supple::film {

struct Words {
  std::string language; ///< "eng"
  std::string weeks, after_birth;
  std::string education, comfort, care, ready, end, again, breathe_in, breathe_out, own_breath;
  std::string start, each_side, rounds, round, finish, see;
};

/// Of the file that comes with the program for this language ("en", "es"); English where there is none.
[[nodiscard]] const Words& words(std::string_view language);

/// "For weeks 4 to 42 of pregnancy, and from 6 weeks after the birth".
[[nodiscard]] std::string for_whom(const score::Score& score);

} // namespace supple::film
