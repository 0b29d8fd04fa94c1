// SPDX-License-Identifier: Apache-2.0
// What the pages say of their own accord, in their language: site/words.toml and, for other languages, words.es.toml
// and its like.
#pragma once

#include "exchange/telling.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace supple::publish {

using Words = std::map<std::string, std::string, std::less<>>;

/// English where there are none in this language.
[[nodiscard]] const Words& words(std::string_view language);

using Gaps = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The words of that key, its gaps (`{n}`) filled in.
[[nodiscard]] std::string filled(const Words& words, std::string_view key, Gaps gaps = {});

/// What is told of her sides.
[[nodiscard]] exchange::SideWords side_words(const Words& words);

} // namespace supple::publish
