// SPDX-License-Identifier: Apache-2.0
#include "score/rules.h"

#include "score/wording.h"
#include "text/sorted.h"
#include "text/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace supple::score {

std::string_view embedded_file(std::string_view path);

namespace {

using reader::SectionKind;
using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

constexpr std::array<std::string_view, 9> known_rules{"breath.held",  "exhale.shorter",  "side.alone",
                                                      "rest.missing", "position.supine", "position.prone",
                                                      "hollow",       "cue.long",        "words.claim"};
constexpr std::string_view weeks_rule = "weeks.outside";

std::optional<text::Severity> severity_named(std::string_view name) {
  if (name == "error") return text::Severity::error;
  if (name == "warning") return text::Severity::warning;
  if (name == "note") return text::Severity::note;
  return std::nullopt;
}

text::Diagnostic refusal(text::Place at, std::string_view message, std::string_view remedy) {
  return {"rules.entry", text::Severity::error, {at.line, at.column, 1}, std::string{message}, std::string{remedy}};
}

Rule rule_of(const text::Table& entry, text::Place place, text::Diagnostics& errors) {
  Rule rule;
  const auto string = [&](const char* key) {
    const std::string* value = entry.find_string(key);
    if (value == nullptr || value->empty())
      errors.push_back(refusal(place, std::string{"this rule has no "} + key, std::string{key} + " = \"…\""));
    return value == nullptr ? std::string{} : *value;
  };
  rule.name = string("name");
  rule.message = string("message");
  rule.remedy = string("remedy");
  rule.source = string("source");
  const auto severity = severity_named(string("severity"));
  if (!severity) errors.push_back(refusal(place, "this severity is not known", "error, warning or note"));
  rule.severity = severity.value_or(text::Severity::error);
  if (const std::int64_t* week = entry.find_integer("from_week")) rule.from_week = static_cast<int>(*week);
  if (const text::Array* phrases = entry.find_array("phrases"))
    for (const text::Node& phrase : *phrases)
      if (const std::string* words = phrase.as_string()) rule.phrases.push_back(*words);
  const bool known = std::ranges::find(known_rules, rule.name) != known_rules.end() || rule.name == weeks_rule;
  if (!known)
    errors.push_back(
        refusal(place, "\"" + rule.name + "\" is not a rule that is checked", "one of the names in docs/score.md"));
  return rule;
}

bool lies_on_the_back(Posture posture) {
  return posture == Posture::supine || posture == Posture::bridge;
}

// Whether its moves are more than going to a posture and staying there: who lies down on her left side works no side.
bool works_a_side(const Beat& beat) {
  const auto goes = [](const vocabulary::MoveAmount& move) { return vocabulary::posture_of(move.move).has_value(); };
  return std::ranges::none_of(beat.moves, goes) &&
         std::ranges::any_of(beat.moves, [](const vocabulary::MoveAmount& move) { return move.move != Move::stay; });
}

// Holds one text against the rules.
class Checker {
public:
  Checker(const Score& score, std::string_view source, const Rules& rules, std::optional<int> week)
      : score_(score), source_(source), rules_(rules), week_(week) {}

  text::Diagnostics check() {
    for (const Worded& said : phrases_said(source_, rules_))
      report(said.rule->name, said.place);
    if (score_.start_place.length > 0) take(score_.start, score_.start_place);
    for (const Section& section : score_.sections)
      check_section(section);
    check_sides();
    if (week_ && (*week_ < score_.first_week || *week_ > score_.last_week)) report(weeks_rule, {1, 1, 0});
    check_end();
    text::sort(findings_, [](const auto& a, const auto& b) {
      return std::tie(a.place.line, a.place.column, a.name) < std::tie(b.place.line, b.place.column, b.name);
    });
    return std::move(findings_);
  }

private:
  [[nodiscard]] const Rule* rule_named(std::string_view name) const {
    const auto found = std::ranges::find(rules_, name, &Rule::name);
    return found == rules_.end() ? nullptr : &*found;
  }

  // A rule that is broken this often needs no more examples.
  [[nodiscard]] bool is_full(std::string_view name) const {
    constexpr std::ptrdiff_t most_of_one_rule = 20;
    return std::ranges::count(findings_, name, &text::Diagnostic::name) >= most_of_one_rule;
  }

  void report(std::string_view name, text::Place place) {
    const Rule* rule = rule_named(name);
    const int latest_week = week_.value_or(score_.last_week);
    if (rule == nullptr || latest_week < rule->from_week || is_full(name)) return;
    findings_.push_back({rule->name, rule->severity, place, rule->message, rule->remedy});
  }

  void check_section(const Section& section) {
    for (const Beat& beat : section.beats) {
      for (const vocabulary::MoveAmount& move : beat.moves)
        check_move(beat, move.move);
      check_short_form(section, beat);
    }
    check_timed_breaths(section);
  }

  // What one side gets in the whole text.
  struct SideShare {
    int breaths = 0;
    bool is_done = false;
    text::Place place; ///< where it is first done
  };

  static SideShare share_of(const Score& score, Side side) {
    SideShare share;
    for (const Section& section : score.sections) {
      const bool is_repeated = section.kind != SectionKind::start && section.kind != SectionKind::finish;
      for (const Beat& beat : section.beats) {
        if (beat.side != side || !works_a_side(beat)) continue;
        if (!share.is_done) share.place = beat.place;
        share.is_done = true;
        if (is_repeated && beat.breath != Breath::free) share.breaths += section.count;
      }
    }
    return share;
  }

  // Both sides get the same, in one section or in two.
  void check_sides() {
    const SideShare left = share_of(score_, Side::left);
    const SideShare right = share_of(score_, Side::right);
    if (left.is_done == right.is_done && left.breaths == right.breaths) return;
    const bool more_left = left.is_done != right.is_done ? left.is_done : left.breaths > right.breaths;
    report("side.alone", more_left ? left.place : right.place);
  }

  void take(Posture posture, text::Place place) {
    posture_ = posture;
    posture_place_ = place;
    if (posture == Posture::prone) report("position.prone", place);
    if (lies_on_the_back(posture)) report("position.supine", place);
  }

  void check_move(const Beat& beat, Move move) {
    if (const auto posture = vocabulary::posture_of(move)) take(*posture, beat.place);
    const bool on_all_fours =
        posture_.value_or(score_.start) == Posture::all_fours || posture_.value_or(score_.start) == Posture::between;
    const bool hollows = move == Move::spine_arch || move == Move::pelvis_tip;
    if (on_all_fours && hollows) report("hollow", beat.place);
  }

  static int length_of(const Beat& beat) { return beat.seconds > 0 ? beat.seconds : beat.counts; }

  // Of breaths that are timed by the author. In rounds the last breath is followed by the first.
  void check_timed_breaths(const Section& section) {
    const bool is_cycle = section.count > 1 || section.kind == SectionKind::sides;
    const std::size_t beats = section.beats.size();
    for (std::size_t i = 0; i + (is_cycle ? 0 : 1) < beats; ++i) {
      const Beat& in = section.beats[i];
      const Beat& out = section.beats[(i + 1) % beats];
      if (in.breath == Breath::inhale && out.breath == Breath::exhale && length_of(out) > 0 &&
          length_of(out) < length_of(in))
        report("exhale.shorter", out.place);
    }
  }

  // A short form is spoken in the breath before its own, at the usual pace of 4 s in and 6 s out.
  void check_short_form(const Section& section, const Beat& beat) {
    if (section.kind != SectionKind::rounds && section.kind != SectionKind::sides) return;
    if (beat.breath == Breath::free || beat.short_form.empty()) return;
    constexpr double lead_s = 0.8;
    constexpr double words_a_minute = 110;
    const double breath_before_s = beat.breath == Breath::exhale ? 4 : 6;
    const auto room = static_cast<int>(std::floor((breath_before_s - lead_s) * words_a_minute / 60));
    const auto blanks = std::ranges::count(beat.short_form, ' ');
    if (blanks + 1 > room) report("cue.long", beat.place);
  }

  // The guide adds the way to rest, but it cannot lead out of these.
  void check_end() {
    constexpr std::array<Posture, 5> no_way_out{Posture::supine, Posture::prone, Posture::plank, Posture::bridge,
                                                Posture::down_dog};
    if (posture_ && std::ranges::find(no_way_out, *posture_) != no_way_out.end())
      report("rest.missing", posture_place_);
  }

  const Score& score_;
  std::string_view source_;
  const Rules& rules_;
  std::optional<int> week_;
  std::optional<Posture> posture_; ///< the last one taken
  text::Place posture_place_;
  text::Diagnostics findings_;
};

} // namespace

std::expected<Rules, text::Diagnostics> read_rules(std::string_view toml_text) {
  const auto file = text::read_table(toml_text);
  if (!file) {
    const text::TableError& error = file.error();
    return std::unexpected(text::Diagnostics{{"rules.form",
                                              text::Severity::error,
                                              {error.place.line, error.place.column, 1},
                                              error.message,
                                              "the form that rules/text.toml explains at its top"}});
  }
  text::Diagnostics errors;
  Rules rules;
  const text::Array* entries = file->find_array("rule");
  if (entries == nullptr) {
    errors.push_back({"rules.entry", text::Severity::error, {1, 1, 0}, "there is no rule", "[[rule]]"});
    return std::unexpected(std::move(errors));
  }
  for (const text::Node& entry : *entries) {
    if (const text::Table* table = entry.as_table())
      rules.push_back(rule_of(*table, entry.place, errors));
    else
      errors.push_back(refusal(entry.place, "this is no rule", "[[rule]]"));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return rules;
}

std::expected<Rules, text::Diagnostics> standard_rules() {
  return read_rules(embedded_file("rules/text.toml"));
}

Rules rules_in(const reader::Language& language, Rules rules) {
  for (Rule& rule : rules) {
    rule.phrases = language.phrases(rule.name);
    rule.refusing = language.words("refusing");
  }
  return rules;
}

text::Diagnostics check(const Score& score, std::string_view source, const Rules& rules, std::optional<int> week) {
  return Checker{score, source, rules, week}.check();
}

} // namespace supple::score
