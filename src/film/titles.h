// SPDX-License-Identifier: Apache-2.0
// What is written and drawn over the body: cards, section and progress, the breath sign, captions.
#pragma once

#include "figure/look.h"
#include "film/lettering.h"
#include "film/programme.h"
#include "film/stage.h"

#include <utility>
#include <vector>

namespace supple::film {

/// Colours of the look (web/src/look/tokens.css).
struct Theme {
  const figure::Look* look = nullptr;
  Colour ink, ink_soft, accent, line, lit;
};

[[nodiscard]] const Theme& day();
[[nodiscard]] const Theme& night();

/// Where things stand in a picture; `unit` is a pixel of a picture whose shorter side is 1080.
struct Sheet {
  int width = 0, height = 0;
  double unit = 1;
  bool wide = true; ///< breath sign and captions stand side by side; else one above the other

  [[nodiscard]] int units(double count) const { return static_cast<int>(count * unit + 0.5); }
};

[[nodiscard]] Sheet sheet_of(int width, int height);
/// Her part of a sheet.
[[nodiscard]] Window window_of(const Sheet& sheet);

class Titles {
public:
  Titles(const Programme& programme, const Theme& theme, const Sheet& sheet);

  /// How far a card hides the body at this time, 0 to 1.
  [[nodiscard]] double hidden_at(double at_s) const;

  /// Lays everything of this time over a picture of the body; where she is hidden it need only have the right size.
  void lay_over(figure::Picture& picture, double at_s) const;

  /// What is laid at a time, one over the other.
  struct Laid {
    std::vector<std::pair<const Patch*, double>> patches; ///< how far each is there, above 0 to 1
    std::vector<Patch> beads;                             ///< two of them, drawn for this time
  };

  /// While no card is seen, that is all.
  [[nodiscard]] Laid laid_at(double at_s) const;

  /// The title over a picture of the body, for a poster.
  void lay_title(figure::Picture& picture) const;

private:
  struct Card {
    double start_s = 0, end_s = 0; ///< it comes and goes within these
    std::vector<Patch> patches;
  };

  struct Shown {
    double start_s = 0, end_s = 0;
    Patch patch;
  };

  struct Mark {
    double start_s = 0;
    Patch past, present, coming;
  };

  void make_cards(const Programme& programme);
  void make_captions(const std::vector<guide::Caption>& captions);
  void make_breath_words(const Programme& programme);
  void make_sections(const guide::Session& session);
  void lay_ground(figure::Picture& picture, double share) const;
  void add_beads(Laid& laid, double at_s) const;
  [[nodiscard]] Shown shown(double start_s, double end_s, std::string_view words, const Type& type, Colour colour,
                            int left, int width) const;

  const Theme& theme_;
  Sheet sheet_;
  std::vector<guide::Phase> phases_;
  double figure_s_ = 0, closing_s_ = 0;
  std::vector<Card> cards_;
  std::vector<Shown> captions_, breaths_, sections_;
  std::vector<Mark> marks_;
  Patch title_;
};

} // namespace supple::film
