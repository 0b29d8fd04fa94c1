// SPDX-License-Identifier: Apache-2.0
// Any bytes as a workout file and as a programme, of a library of two exercises; its length chooses her week and
// comfort.
#include "texts.h"
#include "workout/compose.h"
#include "workout/programme.h"

#include <array>
#include <cmath>

namespace {

using namespace supple;

const std::array<workout::File, 2>& library() {
  static const std::array<workout::File, 2> files{
      workout::File{"a", "---\ntitle: A\n---\n## Start\nCome onto your hands and knees.\n## Rounds × 4\nInhale: rock "
                         "back.\nExhale: rock forward.\n## Sides × 2 each side\nExhale: lean to your {side} side.\n"},
      workout::File{"b", "---\ntitle: B\nweeks: 10-30\n---\n## Rounds × 2\nExhale: round your spine.\n"}};
  return files;
}

void follow_workout(const std::string& source, const guide::Settings& settings) {
  static const auto lexicon = reader::english();
  static const auto rules = score::standard_rules();
  const workout::Understood understood = workout::understand(source, library(), *lexicon, *rules, settings);
  for (const text::Diagnostic& finding : understood.findings)
    if (finding.message.empty() || text::render(finding, "text", source).empty()) std::abort();
  if (!understood.playable()) return;
  const guide::Session session = guide::plan(*understood.score, settings);
  int left = 0;
  for (const guide::Phase& phase : session.phases)
    left += !phase.paced                            ? 0
            : phase.side == vocabulary::Side::left  ? 1
            : phase.side == vocabulary::Side::right ? -1
                                                    : 0;
  if (left != 0 || !std::isfinite(session.duration_s)) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source = text::clean_utf8(supple::fuzz::bytes(data, size));
  guide::Settings settings;
  settings.week = 4 + static_cast<int>(size % 39);
  settings.pelvis = size % 2 == 0;
  if (workout::is_workout_file(source)) follow_workout(source, settings);
  if (const auto workout = workout::read_workout(source); workout && !workout::read_workout(workout::file_of(*workout)))
    std::abort();
  if (const auto programme = workout::read_programme(source); programme) {
    const std::vector<int> minutes(programme->appointments.size(), 5);
    if (workout::ics_of(*programme, {{}, {}, minutes}).empty()) std::abort();
  }
  return 0;
}
