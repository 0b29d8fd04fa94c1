// SPDX-License-Identifier: Apache-2.0
#include "film/lettering.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace supple::film {

namespace {

// The first of each that the machine has (packages.txt installs Charis SIL, which is Charter, and Lato).
constexpr const char* spoken_family = "Literata, Charis SIL, Charter, DejaVu Serif, serif";
constexpr const char* pressed_family = "Figtree, Lato, DejaVu Sans, sans-serif";

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

} // namespace

Layout layout_of(cairo_t* on, std::string_view words, const Type& type, double width) {
  Layout layout{pango_cairo_create_layout(on), &g_object_unref};
  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font{
      pango_font_description_new(), &pango_font_description_free};
  pango_font_description_set_family_static(font.get(), type.hand == Hand::spoken ? spoken_family : pressed_family);
  pango_font_description_set_absolute_size(font.get(), type.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(), type.strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font.get());
  // Unhinted, so that lines break alike at every size.
  const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options{
      cairo_font_options_create(), &cairo_font_options_destroy};
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(pango_layout_get_context(layout.get()), options.get());
  pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), type.align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes{pango_attr_list_new(),
                                                                                    &pango_attr_list_unref};
  pango_attr_list_insert(attributes.get(), pango_attr_line_height_new_absolute(
                                               static_cast<int>(type.size * type.line_height * PANGO_SCALE)));
  pango_layout_set_attributes(layout.get(), attributes.get());
  return layout;
}

Extent extent_of(PangoLayout* layout) {
  int width = 0, height = 0;
  pango_layout_get_size(layout, &width, &height);
  return {static_cast<double>(width) / PANGO_SCALE, static_cast<double>(height) / PANGO_SCALE};
}

Patch drawn(int width, int height, Colour colour, const std::function<void(cairo_t*)>& draw) {
  const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_A8, width, height), &cairo_surface_destroy};
  const Context context{cairo_create(surface.get()), &cairo_destroy};
  draw(context.get());
  cairo_surface_flush(surface.get());
  Patch patch{0, 0, width, height, colour, {}};
  patch.cover.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  const unsigned char* const bytes = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height; ++y)
    patch.cover.insert(patch.cover.end(), bytes + std::ptrdiff_t{y} * stride,
                       bytes + std::ptrdiff_t{y} * stride + width);
  return patch;
}

Patch lettered(std::string_view words, const Type& type, int width, Colour colour) {
  Extent extent;
  static_cast<void>(drawn(1, 1, colour, [&](cairo_t* on) { // a surface only to measure on
    extent = extent_of(layout_of(on, words, type, width).get());
  }));
  const int wide = type.align == Align::centre ? width : std::max(1, static_cast<int>(std::ceil(extent.width)) + 2);
  return drawn(wide, std::max(1, static_cast<int>(std::ceil(extent.height))), colour,
               [&](cairo_t* on) { pango_cairo_show_layout(on, layout_of(on, words, type, width).get()); });
}

void lay(const Patch& patch, double opacity, figure::Picture& picture) {
  const int strength = static_cast<int>(std::lround(std::clamp(opacity, 0.0, 1.0) * 256));
  if (strength == 0) return;
  const int left = std::max(0, patch.left), right = std::min(picture.width, patch.left + patch.width);
  const int top = std::max(0, patch.top), bottom = std::min(picture.height, patch.top + patch.height);
  const int ink[3] = {patch.colour.red, patch.colour.green, patch.colour.blue};
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* cover =
        &patch.cover[static_cast<std::size_t>(y - patch.top) * static_cast<std::size_t>(patch.width) +
                     static_cast<std::size_t>(left - patch.left)];
    std::uint8_t* pixel = picture.rgba() + 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                                static_cast<std::size_t>(left));
    for (int x = left; x < right; ++x, ++cover, pixel += 4) {
      if (*cover == 0) continue;
      const int share = *cover * strength; // of 255 * 256
      for (int channel = 0; channel < 3; ++channel)
        pixel[channel] = static_cast<std::uint8_t>(pixel[channel] +
                                                   ((ink[channel] - pixel[channel]) * share + 255 * 128) / (255 * 256));
    }
  }
}

} // namespace supple::film
