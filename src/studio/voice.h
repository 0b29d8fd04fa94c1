// SPDX-License-Identifier: Apache-2.0
// Who says the cues: the program festival with its voice slt, any other program that turns text to sound, and before
// either of them the teacher's own recordings.
#pragma once

#include "studio/wave.h"

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace supple::studio {

/// Why a text was not said.
struct Unsaid {
  bool for_good = false; ///< and no other text will be
  std::string reason;    ///< one line: what is wrong; instead: what to do. Empty: it was told before
};

class Voice {
public:
  virtual ~Voice() = default;
  /// As it is called in `clips/index.json`.
  [[nodiscard]] virtual std::string name() const = 0;
  /// Names everything that the sound of this text depends on besides the text: a folder of clips is named by it.
  [[nodiscard]] virtual std::string settings(std::string_view text) const = 0;
  /// Not trimmed or levelled yet. Gives up soon after `stop` is asked for.
  [[nodiscard]] virtual std::expected<Wave, Unsaid> say(std::string_view text, const std::stop_token& stop) = 0;
};

/// A text in the characters that every speech program knows: letters, digits, spaces and , . ? ! ; : ' -. Signs with a
/// name become words, accents are left out, and everything else is a gap; at most 2000 characters. Whatever stood in a
/// file, the result is words: it holds no quote, backslash or parenthesis that a program could take for a command.
[[nodiscard]] std::string speakable(std::string_view text);

/// festival as one process that lives as long as this object. If it dies or hangs it is started once more.
/// `command`: how it is started; it must speak the language of `festival --pipe`. `patience_s`: how long it may take to
/// start, and to say a few words; as long again for every thousand letters.
[[nodiscard]] std::unique_ptr<Voice> festival(std::vector<std::string> command = {"festival", "--pipe"},
                                              double patience_s = 20);

/// Any program that reads a text, one line of UTF-8, from its standard input and writes WAV to its standard output,
/// started anew for every text. `command` is split at its spaces. `remedy`: what to do where it cannot be run.
[[nodiscard]] std::unique_ptr<Voice> program(std::string_view command, double patience_s = 60,
                                             std::string_view remedy = "check its name and rights");

/// The recordings in `folder`, each named by the clip that it is of (`supple serve --list-clips`); what is not there is
/// said by `otherwise`, which may be null.
[[nodiscard]] std::unique_ptr<Voice> recordings(std::filesystem::path folder, std::unique_ptr<Voice> otherwise);

/// `texts` are said by `voice`, all others by `otherwise`; each goes on where the other one cannot.
[[nodiscard]] std::unique_ptr<Voice> with_own_voice(std::set<std::string, std::less<>> texts,
                                                    std::unique_ptr<Voice> voice, std::unique_ptr<Voice> otherwise);

} // namespace supple::studio
