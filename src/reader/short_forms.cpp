// SPDX-License-Identifier: Apache-2.0
#include "reader/short_forms.h"

#include <algorithm>
#include <string>
#include <utility>

namespace supple::reader {

namespace {

// Whether the text goes on with this, in these capitals if it has any, and its word ends there.
bool begins_with_form(std::string_view rest, std::string_view form) {
  const bool as_written = std::ranges::any_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto is_same = [&](char a, char b) {
    return a == b || (!as_written && a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
  };
  if (rest.size() < form.size() || !std::ranges::equal(rest.substr(0, form.size()), form, is_same)) return false;
  const std::vector<Word> here = words_of(rest.substr(0, form.size() + 1));
  return !here.empty() && here.back().end <= form.size();
}

} // namespace

std::vector<Word> words_written_out(std::string_view text, const Lexicon::Entries& entries) {
  std::vector<Word> out;
  std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size();) {
    const auto same = entries.shorts.find(words[i].plain);
    const Short* meant = nullptr;
    if (same != entries.shorts.end()) {
      const auto is_here = [&](const Short& each) { return begins_with_form(text.substr(words[i].begin), each.form); };
      const auto found = std::ranges::find_if(same->second, is_here);
      meant = found == same->second.end() ? nullptr : &*found;
    }
    if (meant == nullptr) {
      out.push_back(std::move(words[i++]));
      continue;
    }
    Word word = words[i];
    word.end = word.begin + meant->form.size();
    for (const std::string& plain : meant->words) {
      word.plain = plain;
      word.stem = stem_of(plain);
      out.push_back(word);
      word.after_mark = word.after_stop = false;
    }
    const std::size_t end = word.end;
    while (i < words.size() && words[i].begin < end)
      ++i;
  }
  return out;
}

} // namespace supple::reader
