// SPDX-License-Identifier: Apache-2.0
#include "scores.h"

#include <utility>

namespace supple::guide::testing {

using vocabulary::Posture;

score::Beat beat(Breath breath, std::vector<Move> moves, std::string sentence, std::string short_form, Side side) {
  score::Beat b;
  b.breath = breath;
  b.side = side;
  for (const Move move : moves)
    b.moves.push_back({move, vocabulary::default_amount});
  b.sentence = std::move(sentence);
  b.short_form = std::move(short_form);
  return b;
}

score::Section section(reader::SectionKind kind, std::string title, int count, std::vector<score::Beat> beats) {
  score::Section s;
  s.kind = kind;
  s.title = std::move(title);
  s.count = count;
  s.beats = std::move(beats);
  return s;
}

score::Score low_back() {
  score::Score score;
  score.title = "A slow wave";
  score.comfort = {{"knees", "Fold your mat double under your knees.", {}},
                   {"wrists", "Make soft fists, or rest on your forearms.", {}}};
  score.care = {"Only as far as feels easy.", "If anything hurts, stop."};
  score.sections = {
      section(reader::SectionKind::start, "Start", 1,
              {beat(Breath::free, {Move::head_neutral}, "Come onto your hands and knees and look down at your mat.",
                    "look down")}),
      section(reader::SectionKind::rounds, "Centre", 6,
              {beat(Breath::inhale, {Move::pelvis_back}, "Inhale: let your hips travel half way back to your heels.",
                    "travel back"),
               beat(Breath::exhale, {Move::core_engage, Move::spine_round, Move::pelvis_forward, Move::head_drop},
                    "Exhale: zip up gently, round your spine and come forward again. Let your head hang.",
                    "round, come forward")}),
      section(reader::SectionKind::sides, "Each side", 2,
              {beat(Breath::exhale, {Move::spine_round, Move::spine_side, Move::head_turn},
                    "Exhale: round and press your {side} side up to the sky. Look under your {side} armpit.",
                    "round and press up", Side::each),
               beat(Breath::inhale, {Move::pelvis_back, Move::arms_reach},
                    "Inhale: travel back and reach long through your fingers.", "travel back", Side::each)}),
      section(reader::SectionKind::finish, "Finish", 1,
              {beat(Breath::exhale, {Move::spine_neutral}, "Exhale: come to the centre.", "come to the centre"),
               beat(Breath::inhale, {vocabulary::go(Posture::heel_sit), Move::chest_open, Move::spine_long},
                    "Inhale: sit back on your heels, open your chest and grow tall.", "sit back")}),
  };
  return score;
}

score::Score score_with(score::Section section) {
  score::Score score;
  score.title = "One section";
  score.sections = {std::move(section)};
  return score;
}

const SessionSection& section_of(const Session& session, const Phase& phase) {
  return session.sections.at(static_cast<std::size_t>(phase.section));
}

std::vector<Phase> phases_in(const Session& session, guide::SectionKind kind) {
  std::vector<Phase> out;
  std::ranges::copy_if(session.phases, std::back_inserter(out),
                       [&](const Phase& phase) { return section_of(session, phase).kind == kind; });
  return out;
}

std::vector<Cue> cues_in(const Session& session, guide::SectionKind kind) {
  std::vector<Cue> out;
  std::ranges::copy_if(session.cues, std::back_inserter(out), [&](const Cue& cue) {
    return section_of(session, session.phases.at(static_cast<std::size_t>(cue.phase))).kind == kind;
  });
  return out;
}

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

} // namespace supple::guide::testing
