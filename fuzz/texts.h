// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets do with a text once it is understood: everything that a program or the page would do with it.
#pragma once

#include "guide/plan.h"
#include "reader/exercise.h"
#include "score/understand.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace supple::fuzz {

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Understands the text for her week and, where it may be played, plans it. Ends the run where an answer is not true of
/// itself: a finding that stands nowhere in the text, a session that goes backward.
inline void follow(std::string_view given, int week) {
  static const auto lexicon = reader::english();
  static const auto rules = score::standard_rules();
  const std::string source = text::clean_utf8(given);
  const score::Understood understood = score::understand(source, *lexicon, *rules, week);
  for (const text::Diagnostic& finding : understood.findings) {
    if (finding.name.empty() || finding.message.empty() || finding.place.line < 1 || finding.place.column < 1)
      std::abort();
    if (text::render(finding, "text", source).empty()) std::abort();
  }
  if (!understood.playable()) return;
  guide::Settings settings;
  settings.week = week;
  const guide::Session session = guide::plan(*understood.score, settings);
  double at_s = 0;
  for (const guide::Phase& phase : session.phases) {
    if (phase.start_s < at_s || phase.end_s < phase.start_s) std::abort();
    at_s = phase.end_s;
  }
}

} // namespace supple::fuzz
