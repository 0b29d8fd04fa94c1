// SPDX-License-Identifier: Apache-2.0
#include "film/titles.h"

#include "film/words.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::film {

namespace {

constexpr double calm_s = 0.42, slow_s = 1.4; // how things come and go (tokens.css)

/// 0 outside, 1 inside, with gentle edges within.
double presence(double at_s, double start_s, double end_s, double edge_s) {
  const double t = std::clamp(std::min(at_s - start_s, end_s - at_s) / edge_s, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

void rounded_bar(cairo_t* on, double left, double top, double width, double height) {
  const double r = std::min(width, height) / 2, pi = geometry::pi;
  cairo_new_sub_path(on);
  cairo_arc(on, left + width - r, top + r, r, -pi / 2, 0);
  cairo_arc(on, left + width - r, top + height - r, r, 0, pi / 2);
  cairo_arc(on, left + r, top + height - r, r, pi / 2, pi);
  cairo_arc(on, left + r, top + r, r, pi, 3 * pi / 2);
  cairo_close_path(on);
}

/// Words one below the other.
class Column {
public:
  Column(int left, int width) : left_(left), width_(width) {}

  void add(std::string_view words, const Type& type, Colour colour, int gap_above) {
    Patch patch = lettered(words, type, width_, colour);
    height_ += patches_.empty() ? 0 : gap_above;
    patch.left = left_;
    patch.top = height_;
    height_ += patch.height;
    patches_.push_back(std::move(patch));
  }

  [[nodiscard]] std::vector<Patch> in_the_middle_of(int top, int bottom) && {
    for (Patch& patch : patches_)
      patch.top += top + (bottom - top - height_) / 2;
    return std::move(patches_);
  }

private:
  int left_, width_, height_ = 0;
  std::vector<Patch> patches_;
};

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

constexpr int bottom_of_cards = 850; // units: below it are captions
constexpr double beads_wide = 340, beads_high = 64;

int beads_top(const Sheet& sheet) {
  return sheet.height - sheet.units(sheet.wide ? 204 : 372);
}

} // namespace

const Theme& day() {
  static constexpr Theme theme{&figure::day_look,   colour_of(0x28221B), colour_of(0x5A5044),
                               colour_of(0x7C5109), colour_of(0xB5A995), colour_of(0xA2640A)};
  return theme;
}

const Theme& night() {
  static constexpr Theme theme{&figure::night_look, colour_of(0xF2E8D8), colour_of(0xBBAE9B),
                               colour_of(0xEDB868), colour_of(0x5A4F44), colour_of(0xFFC46B)};
  return theme;
}

Sheet sheet_of(int width, int height) {
  return {width, height, std::min(width, height) / 1080.0, width > height * 5 / 4};
}

Window window_of(const Sheet& sheet) {
  const int below = sheet.wide ? 225 : 400;
  return {sheet.width, sheet.height, sheet.units(130), sheet.height - sheet.units(below)};
}

Titles::Titles(const Programme& programme, const Theme& theme, const Sheet& sheet)
    : theme_(theme), sheet_(sheet), phases_(programme.session.phases), figure_s_(programme.figure_s),
      closing_s_(programme.closing_s) {
  make_cards(programme);
  make_captions(programme.session.captions);
  make_breath_words(programme);
  make_sections(programme.session);
}

void Titles::make_cards(const Programme& programme) {
  const Words& say = words(programme.language);
  const int left = sheet_.units(sheet_.wide ? 200 : 90), width = sheet_.width - 2 * left;
  const int top = sheet_.units(60), bottom = sheet_.height - sheet_.units(1080 - bottom_of_cards);
  const auto spoken = [&](double size) { return Type{Hand::spoken, size * sheet_.unit}; };
  const auto pressed = [&](double size, bool strong = false) {
    return Type{.hand = Hand::pressed, .size = size * sheet_.unit, .strong = strong, .line_height = 1.45};
  };
  const auto heading = [&](double size) {
    return Type{.hand = Hand::spoken, .size = size * sheet_.unit, .line_height = 1.14};
  };
  Column opening(left, width);
  opening.add(programme.title, heading(sheet_.wide ? 112 : 96), theme_.ink, 0);
  opening.add(programme.for_whom, pressed(38), theme_.accent, sheet_.units(36));
  opening.add(say.education, pressed(32), theme_.ink_soft, sheet_.units(28));
  cards_.push_back({-slow_s, programme.comfort_s, std::move(opening).in_the_middle_of(top, bottom)});

  if (programme.figure_s > programme.comfort_s) {
    Column setup(left, width);
    const auto list = [&](const std::string& title, const std::vector<std::string>& lines) {
      if (lines.empty()) return;
      setup.add(title, pressed(32, true), theme_.accent, sheet_.units(64));
      for (const std::string& line : lines)
        setup.add(line, spoken(50), theme_.ink, sheet_.units(14));
    };
    list(say.comfort, programme.comfort);
    list(say.care, programme.care);
    cards_.push_back({programme.comfort_s, programme.figure_s, std::move(setup).in_the_middle_of(top, bottom)});
  }

  Column closing(left, width);
  closing.add(say.end, heading(88), theme_.ink, 0);
  closing.add(say.again, spoken(44), theme_.ink, sheet_.units(32));
  closing.add(programme.title + (programme.tags.empty() ? "" : "  ·  " + joined(programme.tags, "  ·  ")), pressed(30),
              theme_.accent, sheet_.units(72));
  closing.add(say.education, pressed(30), theme_.ink_soft, sheet_.units(12));
  cards_.push_back({closing_s_, 1e9, std::move(closing).in_the_middle_of(top, bottom)});

  title_ = lettered(programme.title, heading(84), sheet_.width - 2 * sheet_.units(96), theme_.ink);
  title_.left = sheet_.units(96);
  title_.top = sheet_.height - sheet_.units(84) - title_.height;
}

Titles::Shown Titles::shown(double start_s, double end_s, std::string_view written, const Type& type, Colour colour,
                            int left, int width) const {
  Patch patch = lettered(written, type, width, colour);
  patch.left = left;
  return {start_s, end_s, std::move(patch)};
}

void Titles::make_captions(const std::vector<guide::Caption>& captions) {
  const Type type{Hand::spoken, 46 * sheet_.unit, false, Align::centre};
  const int margin = sheet_.units(sheet_.wide ? 470 : 40);
  for (const guide::Caption& caption : captions) {
    captions_.push_back(
        shown(caption.start_s, caption.end_s, caption.text, type, theme_.ink, margin, sheet_.width - 2 * margin));
    Patch& patch = captions_.back().patch;
    patch.top = sheet_.height - sheet_.units(118) - patch.height / 2;
  }
}

void Titles::make_breath_words(const Programme& programme) {
  const Words& say = words(programme.language);
  const Type type{Hand::spoken, 62 * sheet_.unit, false, sheet_.wide ? Align::left : Align::centre, 1.14};
  const int left = sheet_.units(sheet_.wide ? 96 : 0);
  for (const guide::Phase& phase : programme.session.phases) {
    if (!phase.paced) continue;
    const std::string& word = phase.breath == vocabulary::Breath::inhale ? say.breathe_in : say.breathe_out;
    breaths_.push_back(shown(phase.start_s, phase.end_s, word, type, theme_.ink, left, sheet_.width - 2 * left));
    Patch& patch = breaths_.back().patch;
    patch.top = sheet_.height - sheet_.units(sheet_.wide ? 84 : 232) - patch.height / 2;
  }
}

void Titles::make_sections(const guide::Session& session) {
  const Type type{.hand = Hand::pressed, .size = 30 * sheet_.unit, .strong = true};
  const int margin = sheet_.units(sheet_.wide ? 96 : 56);
  int breaths = 0, gaps = -1;
  for (const guide::SessionSection& section : session.sections) {
    sections_.push_back(
        shown(section.start_s, section.end_s, section.title, type, theme_.accent, margin, sheet_.width - 2 * margin));
    sections_.back().patch.top = sheet_.units(44);
    breaths += section.breaths;
    gaps += section.breaths > 0 ? 1 : 0;
  }
  if (breaths == 0) return;
  const double apart = 6 * sheet_.unit, between = 18 * sheet_.unit; // marks, sections
  const double wide = (sheet_.width - 2 * margin - apart * (breaths - 1) - between * gaps) / breaths;
  if (wide < 4 * sheet_.unit) return; // too many to be seen
  const auto mark = [&](double left, Colour colour, double high) {
    const int height = std::max(2, sheet_.units(high));
    Patch patch = drawn(static_cast<int>(wide) + 2, height, colour, [&](cairo_t* on) {
      rounded_bar(on, left - std::floor(left), 0, wide, height);
      cairo_fill(on);
    });
    patch.left = static_cast<int>(left);
    patch.top = sheet_.units(104) - height / 2;
    return patch;
  };
  double left = margin;
  for (std::size_t s = 0; s < session.sections.size(); ++s) {
    std::vector<double> starts;
    for (const guide::Phase& phase : session.phases)
      if (phase.section == static_cast<int>(s) && phase.paced) starts.push_back(phase.start_s);
    const auto count = static_cast<std::size_t>(session.sections[s].breaths);
    for (std::size_t k = 0; k < count && !starts.empty(); ++k, left += wide + apart)
      marks_.push_back({starts[k * starts.size() / count], mark(left, theme_.ink_soft, 5), mark(left, theme_.lit, 10),
                        mark(left, theme_.line, 5)});
    if (count > 0) left += between;
  }
}

double Titles::hidden_at(double at_s) const {
  const double before = 1 - presence(at_s, figure_s_ - slow_s / 2, 1e9, slow_s);
  return std::max(before, presence(at_s, closing_s_, 1e9, slow_s));
}

void Titles::lay_ground(figure::Picture& picture, double share) const {
  if (share <= 0) return;
  const float s = static_cast<float>(share);
  for (int y = 0; y < picture.height; ++y) {
    const figure::Place c =
        figure::mix(theme_.look->high, theme_.look->low, static_cast<float>(y) / static_cast<float>(picture.height));
    const float ground[3] = {std::sqrt(c.x) * 255 + 0.5F, std::sqrt(c.y) * 255 + 0.5F, std::sqrt(c.z) * 255 + 0.5F};
    std::uint8_t* pixel = picture.rgba() + 4 * static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
    for (int x = 0; x < picture.width; ++x, pixel += 4)
      for (int channel = 0; channel < 3; ++channel) {
        const auto was = static_cast<float>(pixel[channel]);
        pixel[channel] = static_cast<std::uint8_t>(was + (ground[channel] - was) * s);
      }
  }
}

// The beads of the page (web/src/session/beads.ts): light climbs from tail to head while they lengthen to a line, and
// goes back down while they arch like her back.
void Titles::add_beads(Laid& laid, double at_s) const {
  const auto now = std::ranges::find_if(
      phases_, [&](const guide::Phase& phase) { return at_s >= phase.start_s && at_s < phase.end_s; });
  if (now == phases_.end() || !now->paced) return;
  const double part = (at_s - now->start_s) / (now->end_s - now->start_s);
  const double way = (1 - geometry::cos(geometry::pi * part)) / 2;
  const double breath = now->breath == vocabulary::Breath::inhale ? way : 1 - way, arch = 1 - breath;
  constexpr int count = 24;
  constexpr double margin = 12, rise = 34, length = beads_wide - 2 * margin;
  const int lit = static_cast<int>(std::lround(breath * count));
  const double there = presence(at_s, now->start_s - calm_s, now->end_s + calm_s, calm_s);
  laid.beads.reserve(2); // they stay where they are
  const auto row = [&](int first, int last, Colour colour) {
    Patch patch = drawn(sheet_.units(beads_wide), sheet_.units(beads_high), colour, [&](cairo_t* on) {
      cairo_scale(on, sheet_.unit, sheet_.unit);
      for (int i = first; i < last; ++i) {
        const double along = static_cast<double>(i) / (count - 1), size = 1 - 0.012 * i;
        const double slope = -arch * rise * geometry::pi * geometry::cos(geometry::pi * along) / length;
        cairo_save(on);
        cairo_translate(on, margin + along * length,
                        beads_high - 14 - arch * rise * geometry::sin(geometry::pi * along) - (1 - arch) * (rise / 3));
        cairo_rotate(on, geometry::atan2(slope, 1));
        rounded_bar(on, -4 * size, -9 * size, 8 * size, 18 * size);
        cairo_fill(on);
        cairo_restore(on);
      }
    });
    patch.left = sheet_.wide ? sheet_.units(90) : (sheet_.width - patch.width) / 2;
    patch.top = beads_top(sheet_);
    laid.beads.push_back(std::move(patch));
    laid.patches.emplace_back(&laid.beads.back(), there);
  };
  row(0, lit, theme_.lit);
  row(lit, count, theme_.line);
}

Titles::Laid Titles::laid_at(double at_s) const {
  Laid laid;
  const auto add = [&](const Patch& patch, double there) {
    if (there > 0) laid.patches.emplace_back(&patch, there);
  };
  for (const Card& card : cards_)
    for (const Patch& patch : card.patches)
      add(patch, presence(at_s, card.start_s, card.end_s, slow_s / 2));
  for (const Shown& caption : captions_)
    add(caption.patch, presence(at_s, caption.start_s - calm_s / 4, caption.end_s, calm_s / 2));
  const double seen = 1 - hidden_at(at_s);
  if (seen <= 0) return laid;
  for (const Shown& section : sections_)
    add(section.patch, seen * presence(at_s, section.start_s, section.end_s, calm_s));
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const bool begun = marks_[i].start_s <= at_s, over = i + 1 < marks_.size() && marks_[i + 1].start_s <= at_s;
    add(over ? marks_[i].past : begun ? marks_[i].present : marks_[i].coming, seen);
  }
  for (const Shown& breath : breaths_)
    add(breath.patch, seen * presence(at_s, breath.start_s, breath.end_s, calm_s / 2));
  add_beads(laid, at_s);
  return laid;
}

void Titles::lay_over(figure::Picture& picture, double at_s) const {
  lay_ground(picture, hidden_at(at_s));
  const Laid laid = laid_at(at_s);
  for (const auto& [patch, there] : laid.patches)
    lay(*patch, there, picture);
}

void Titles::lay_title(figure::Picture& picture) const {
  lay(title_, 1, picture);
}

} // namespace supple::film
