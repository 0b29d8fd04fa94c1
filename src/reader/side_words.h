// SPDX-License-Identifier: Apache-2.0
// Words that are put otherwise: as a sentence of their own, and for the side of the moment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// The words from their first letter on, begun large and with a full stop.
[[nodiscard]] std::string as_sentence(std::string_view words);

/// The same with a small first letter, unless it is "I".
[[nodiscard]] std::string begun_small(std::string_view text);

/// "3. ", "- " and the like before the words are left out.
[[nodiscard]] std::string without_list_mark(std::string_view words);

/// The sentence with more words before its end.
[[nodiscard]] std::string with_tail(std::string_view sentence, std::string_view tail);

/// Which of "left" and "right" the text names first; empty where it names none.
[[nodiscard]] std::string_view first_side_in(std::string_view text);

/// The ways to say a sentence for one side of the moment, `{side}`, the most faithful first; the last is the sentence
/// as it is. Where `first` is "left", "Lift your left arm and your right leg" becomes "Lift your {side} arm and your
/// opposite leg". `tail` says the side where no word of the sentence can: ", to the {side}".
[[nodiscard]] std::vector<std::string> with_either_side(const std::string& sentence, std::string_view first,
                                                        std::string_view tail);

} // namespace supple::reader
