// SPDX-License-Identifier: Apache-2.0
#include "card/page.h"

#include "card/qr_code.h"
#include "figure/look.h"
#include "film/lettering.h"
#include "film/stage.h"
#include "film/words.h"
#include "text/markup.h"

#include <algorithm>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <cmath>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace supple::card {

namespace {

using film::Align;
using film::Hand;
using film::Type;
using vocabulary::Breath;

// Points, 1/72 inch.
constexpr double margin = 40, gutter = 16;
constexpr double picture_shape = 1.5;        // width by height
constexpr double picture_pixels_a_point = 4; // 288 to the inch
constexpr double least_picture = 44;         // high; smaller, and what she does is hard to see

struct Point {
  double x = 0, y = 0;
};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

Point size_of(Paper paper) {
  return paper == Paper::a4 ? Point{595.276, 841.89} : Point{612, 792}; // ISO 216; ANSI/ASME Y14.1
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count); // bytes, whatever their sign
  return CAIRO_STATUS_SUCCESS;
}

Surface surface_on(std::string& bytes, const Print& print) {
  const Point size = size_of(print.paper);
  const auto create =
      print.form == Form::pdf ? &cairo_pdf_surface_create_for_stream : &cairo_svg_surface_create_for_stream;
  return {create(&append, &bytes, size.x, size.y), &cairo_surface_destroy};
}

/// A stretch of the page that a screen reader knows by its kind: H1, P, L, LI, Figure (PDF 32000-1, 14.8.4).
class Tagged {
public:
  Tagged(cairo_t* on, const char* kind, const std::string& attributes = "") : on_(on), kind_(kind) {
    cairo_tag_begin(on_, kind_, attributes.c_str());
  }

  Tagged(const Tagged&) = delete;
  Tagged& operator=(const Tagged&) = delete;

  ~Tagged() { cairo_tag_end(on_, kind_); }

private:
  cairo_t* on_;
  const char* kind_;
};

constexpr Type title_type{Hand::spoken, 30, false, Align::left, 1.14};
constexpr Type label_type{Hand::pressed, 9.5, true, Align::left, 1.35};
constexpr Type fine_type{Hand::pressed, 9, false, Align::left, 1.4};
constexpr Type words_type{Hand::spoken, 11, false, Align::left, 1.3};

/// Draws on one page; everything is black or a grey that a copier keeps.
class Page {
public:
  Page(cairo_t* on, const Card& card, std::span<const Step> steps, const Print& print)
      : on_(on), card_(card), steps_(steps), size_(size_of(print.paper)) {}

  /// `place`: "2/3", the page of how many; empty where there is no other.
  void head(const std::string& address, const std::string& place) {
    double right = size_.x - margin;
    if (!address.empty()) right -= qr_code(address, {right, margin}) + gutter;
    Point at{margin, margin - 6};
    at.y += words("H1", card_.title, title_type, at, right - margin);
    const std::string below = card_.for_whom + (place.empty() ? "" : "  ·  " + place);
    at.y += 2 + words("P", below, label_type, {at.x, at.y + 2}, right - margin);
    std::string tags;
    for (const std::string& tag : card_.tags)
      tags += (tags.empty() ? "" : "  ·  ") + tag;
    if (!tags.empty()) at.y += words("P", tags, fine_type, at, right - margin);
    top_ = std::max(at.y, address.empty() ? 0 : margin + 84) + 14;
  }

  void foot() {
    const film::Words& say = film::words(card_.language);
    const double width = size_.x - 2 * margin, half = (width - gutter) / 2;
    const double education = height_of(say.education, fine_type, width);
    const double lists =
        std::max(list_height(say.comfort, card_.comfort, half), list_height(say.care, card_.care, half));
    bottom_ = size_.y - margin - education - 12 - lists;
    list(say.comfort, card_.comfort, {margin, bottom_}, half);
    list(say.care, card_.care, {margin + half + gutter, bottom_}, half);
    line({margin, size_.y - margin - education - 6});
    words("P", say.education, fine_type, {margin, size_.y - margin - education}, width);
    line({margin, bottom_ - 10});
    bottom_ -= 20;
  }

  /// The steps in as many columns as show her largest.
  void steps(film::Brush& brush, const film::Stage& stage) {
    if (steps_.empty()) return;
    const Grid grid = best_grid();
    double top = top_;
    for (std::size_t first = 0; first < steps_.size(); first += grid.columns) {
      const Row& row = grid.rows[first / grid.columns];
      for (std::size_t i = first; i < std::min(first + grid.columns, steps_.size()); ++i)
        step(i, {margin + static_cast<double>(i - first) * (grid.width + gutter), top}, grid, row.heading, brush,
             stage);
      top += row.words + grid.picture_high + grid.spare;
    }
  }

  /// Whether she can be seen at every step, with its words below her.
  [[nodiscard]] bool has_room() { return steps_.empty() || best_grid().picture_high >= least_picture; }

private:
  struct Row {
    double heading = 0; ///< room for its numbers and sections
    double words = 0;   ///< for all that is no picture
  };

  struct Grid {
    std::size_t columns = 0;
    double width = 0;        ///< of a step
    double picture_high = 0; ///< of each; below 0 where the words alone are too many
    double spare = 0;        ///< below each row
    std::vector<Row> rows;
  };

  Grid best_grid() {
    Grid best = grid_of(2);
    for (std::size_t columns = 3; columns <= 5; ++columns)
      if (Grid grid = grid_of(columns); grid.picture_high > best.picture_high) best = std::move(grid);
    return best;
  }

  Grid grid_of(std::size_t columns) {
    constexpr double breath = 16, air = 12;
    Grid grid{columns,
              (size_.x - 2 * margin - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns),
              0,
              0,
              {}};
    double room = bottom_ - top_;
    for (std::size_t first = 0; first < steps_.size(); first += columns) {
      Row row;
      double wordy = 0;
      for (std::size_t i = first; i < std::min(first + columns, steps_.size()); ++i) {
        wordy = std::max(wordy, height_of(steps_[i].words, words_type, grid.width));
        row.heading = std::max(row.heading, 2 + height_of(heading_of(i), label_type, grid.width));
      }
      row.words = row.heading + breath + wordy + air;
      room -= row.words;
      grid.rows.push_back(row);
    }
    const double each = room / static_cast<double>(grid.rows.size());
    grid.picture_high = std::min(grid.width / picture_shape, each);
    grid.spare = each - grid.picture_high;
    return grid;
  }

  [[nodiscard]] std::string heading_of(std::size_t index) const {
    const std::string& section = steps_[index].section;
    const auto before = static_cast<std::size_t>(steps_.data() - card_.steps.data());
    return std::to_string(before + index + 1) + (section.empty() ? "" : "   " + section);
  }

  void step(std::size_t index, Point at, const Grid& grid, double heading, film::Brush& brush,
            const film::Stage& stage) {
    const Step& step = steps_[index];
    const Tagged section(on_, "Sect");
    words("P", heading_of(index), label_type, at, grid.width);
    at.y += heading;
    paint(brush.paint(stage.at(step.at_s), look()), at, {grid.width, grid.picture_high});
    at.y += grid.picture_high + 3;
    at.y += breath(step.breath, at);
    words("P", step.words, words_type, at, grid.width);
  }

  /// The room is as white as the paper.
  static const figure::Look& look() {
    static constexpr figure::Look on_paper = [] {
      figure::Look white = figure::day_look;
      white.high = white.low = figure::colour(0xFFFFFF);
      return white;
    }();
    return on_paper;
  }

  /// An arrow that rises in an outline for the breath in, and falls filled for the breath out, and the word.
  double breath(Breath breath, Point at) {
    if (breath == Breath::free) return 0;
    const bool in = breath == Breath::inhale;
    constexpr double size = 9;
    cairo_save(on_);
    cairo_translate(on_, at.x + size / 2, at.y + 7);
    if (!in) cairo_rotate(on_, std::acos(-1.0));
    cairo_move_to(on_, 0, -size / 2);
    for (const Point p : {Point{size / 2, 0},
                          {size / 5, 0},
                          {size / 5, size / 2},
                          {-size / 5, size / 2},
                          {-size / 5, 0},
                          {-size / 2, 0}})
      cairo_line_to(on_, p.x, p.y);
    cairo_close_path(on_);
    cairo_set_line_width(on_, 1);
    if (in)
      cairo_stroke(on_);
    else
      cairo_fill(on_);
    cairo_restore(on_);
    const std::string& word = in ? film::words(card_.language).breathe_in : film::words(card_.language).breathe_out;
    return words("P", word, label_type, {at.x + size + 5, at.y}, 200) + 1;
  }

  /// What is not white of the picture, as large as there is room for it, in its middle.
  void paint(const figure::Picture& picture, Point at, Point room) {
    const Part part = drawn_part(picture);
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, part.width);
    std::vector<std::uint32_t> pixels; // a word a pixel, whatever the order of its bytes
    for (int y = 0; y < part.height; ++y)
      for (int x = 0; x < part.width; ++x) {
        const std::uint8_t* const rgb = pixel_of(picture, part.left + x, part.top + y);
        pixels.push_back(std::uint32_t{rgb[0]} << 16U | std::uint32_t{rgb[1]} << 8U | rgb[2]);
      }
    const Surface image{cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
                                                            CAIRO_FORMAT_RGB24, part.width, part.height, stride),
                        &cairo_surface_destroy};
    const Tagged figure(on_, "Figure");
    const double scale = std::min(room.x / part.width, room.y / part.height);
    cairo_save(on_);
    cairo_translate(on_, at.x + (room.x - part.width * scale) / 2, at.y + (room.y - part.height * scale) / 2);
    cairo_scale(on_, scale, scale);
    cairo_set_source_surface(on_, image.get(), 0, 0);
    cairo_paint(on_);
    cairo_restore(on_);
    cairo_surface_finish(image.get()); // the pixels end here
    cairo_set_source_rgb(on_, 0, 0, 0);
  }

  struct Part {
    int left = 0, top = 0, width = 0, height = 0; ///< pixels
  };

  static const std::uint8_t* pixel_of(const figure::Picture& picture, int x, int y) {
    return picture.rgba() +
           4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x));
  }

  /// The part of a picture that holds everything but the white around, and her faint shadow's edge.
  static Part drawn_part(const figure::Picture& picture) {
    constexpr int faint = 240;
    int left = picture.width - 1, right = 0, top = picture.height - 1, bottom = 0;
    for (int y = 0; y < picture.height; ++y)
      for (int x = 0; x < picture.width; ++x) {
        const std::uint8_t* const rgb = pixel_of(picture, x, y);
        if (std::min({rgb[0], rgb[1], rgb[2]}) >= faint) continue;
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
    if (left > right) return {0, 0, picture.width, picture.height};
    return {left, top, right - left + 1, bottom - top + 1};
  }

  double qr_code(const std::string& address, Point top_right) {
    const QrCode code = qr_code_of(address);
    constexpr double size = 74;
    const double module = size / code.width;
    const Tagged link(on_, CAIRO_TAG_LINK, "uri='" + address + "'");
    for (int row = 0; row < code.width; ++row)
      for (int column = 0; column < code.width; ++column)
        if (code.is_dark(row, column))
          cairo_rectangle(on_, top_right.x - size + column * module, top_right.y + row * module, module, module);
    cairo_fill(on_);
    Type type = fine_type;
    type.align = Align::centre;
    words("P", film::words(card_.language).see, type, {top_right.x - size, top_right.y + size + 2}, size);
    return size;
  }

  double list_height(const std::string& title, const std::vector<std::string>& lines, double width) {
    if (lines.empty()) return 0;
    double height = height_of(title, label_type, width) + 2;
    for (const std::string& line : lines)
      height += height_of(line, words_type, width - 10);
    return height;
  }

  void list(const std::string& title, const std::vector<std::string>& lines, Point at, double width) {
    if (lines.empty()) return;
    at.y += words("H2", title, label_type, at, width) + 2;
    const Tagged list(on_, "L");
    for (const std::string& line : lines) {
      const Tagged item(on_, "LI");
      cairo_new_path(on_);
      cairo_arc(on_, at.x + 2.5, at.y + 8, 1.6, 0, 7);
      cairo_fill(on_);
      at.y += words("LBody", line, words_type, {at.x + 10, at.y}, width - 10);
    }
  }

  void line(Point from) {
    cairo_set_line_width(on_, 0.5);
    cairo_move_to(on_, from.x, from.y);
    cairo_line_to(on_, size_.x - margin, from.y);
    cairo_stroke(on_);
  }

  double height_of(const std::string& text, const Type& type, double width) {
    return film::extent_of(film::layout_of(on_, text, type, width).get()).height;
  }

  /// Their height.
  double words(const char* kind, const std::string& text, const Type& type, Point at, double width) {
    const Tagged tagged(on_, kind);
    const film::Layout layout = film::layout_of(on_, text, type, width);
    cairo_move_to(on_, at.x, at.y);
    pango_cairo_show_layout(on_, layout.get());
    return film::extent_of(layout.get()).height;
  }

  cairo_t* on_;
  const Card& card_;
  std::span<const Step> steps_; ///< of this page
  Point size_;
  double top_ = margin, bottom_ = 0; ///< of the room for the steps
};

void name(cairo_surface_t* surface, const Card& card) {
  std::string tags;
  for (const std::string& tag : card.tags)
    tags += (tags.empty() ? "" : ", ") + tag;
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, card.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, card.for_whom.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, tags.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Supple");
  // No date of its making: the same card is the same file.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

/// What cairo does not write into an SVG: that it is one picture, its name, and what is read out of it.
std::string named(std::string svg, const Card& card) {
  std::string told = card.for_whom;
  for (const Step& step : card.steps)
    told += " " + step.words;
  for (const auto* lines : {&card.comfort, &card.care})
    for (const std::string& line : *lines)
      told += " " + line;
  const std::size_t root = svg.find("<svg ");
  const std::size_t end = svg.find('>', root);
  if (root == svg.npos || end == svg.npos) throw std::runtime_error("the card cannot be drawn as SVG");
  svg.insert(end + 1, "\n<title id=\"title\">" + text::without_tags(card.title) + "</title>\n<desc id=\"desc\">" +
                          text::without_tags(told) + "</desc>");
  svg.insert(root + 5, "role=\"img\" aria-labelledby=\"title desc\" ");
  return svg;
}

/// `place`: see Page::head.
std::string place_of(std::size_t page, std::size_t pages) {
  return pages == 1 ? "" : std::to_string(page + 1) + "/" + std::to_string(pages);
}

} // namespace

bool opens_elsewhere(std::string_view address) {
  const auto after = address.starts_with("https://")  ? address.substr(8)
                     : address.starts_with("http://") ? address.substr(7)
                                                      : std::string_view{};
  if (after.starts_with('[')) return !after.starts_with("[::1]");
  const std::string_view host = after.substr(0, after.find_first_of(":/?#"));
  return !host.empty() && host != "localhost" && !host.ends_with(".localhost") && !host.starts_with("127.") &&
         host != "0.0.0.0";
}

std::vector<std::span<const Step>> pages_on(const Card& card, const Print& print) {
  const Point size = size_of(print.paper);
  const cairo_rectangle_t all{0, 0, size.x, size.y};
  // Laid out where nobody sees it.
  const Surface aside{cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, &all), &cairo_surface_destroy};
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> on{cairo_create(aside.get()), &cairo_destroy};
  auto pages = pages_of(card);
  for (std::size_t most = most_steps; most > 1; --most) {
    auto fewer = pages_of(card, most);
    if (fewer.size() == pages.size() && most < most_steps) continue; // they are as full as before
    pages = std::move(fewer);
    const bool room = std::ranges::all_of(pages, [&](std::span<const Step> steps) {
      Page page(on.get(), card, steps, print);
      page.head(print.address, place_of(0, pages.size()));
      page.foot();
      return page.has_room();
    });
    if (room) break;
  }
  return pages;
}

std::string printed(const Card& card, const guide::Session& session, const guide::Settings& settings,
                    const Print& print) {
  const auto pages = pages_on(card, print);
  if (print.form == Form::svg && pages.size() > 1) throw std::runtime_error("an SVG has one page only");
  std::string bytes;
  const Surface surface = surface_on(bytes, print);
  if (print.form == Form::pdf) name(surface.get(), card);
  constexpr int wide = static_cast<int>(200 * picture_pixels_a_point), high = static_cast<int>(wide / picture_shape);
  const film::Stage stage(session, settings, {wide, high, 0, high});
  film::Brush brush(stage);
  {
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> on{cairo_create(surface.get()), &cairo_destroy};
    const Tagged document(on.get(), "Document");
    for (std::size_t i = 0; i < pages.size(); ++i) {
      Page page(on.get(), card, pages[i], print);
      page.head(print.address, place_of(i, pages.size()));
      page.foot();
      page.steps(brush, stage);
      cairo_show_page(on.get());
    }
  }
  cairo_surface_finish(surface.get());
  if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(cairo_status_to_string(status));
  return print.form == Form::svg ? named(std::move(bytes), card) : bytes;
}

} // namespace supple::card
