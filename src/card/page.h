// SPDX-License-Identifier: Apache-2.0
// A card drawn on paper, by cairo and Pango: PDF with embedded fonts and tags for screen readers, or SVG.
#pragma once

#include "card/card.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace supple::card {

enum class Paper { a4, letter };
enum class Form { pdf, svg };

struct Print {
  Form form = Form::pdf;
  Paper paper = Paper::a4;
  std::string address; ///< of the page of this exercise, as a QR code; empty: none
};

/// Whether another device than this one could open it: it names a host on the web, and not this computer.
[[nodiscard]] bool opens_elsewhere(std::string_view address);

/// The steps of each page: so many that she can be seen at each and its words have room below her.
[[nodiscard]] std::vector<std::span<const Step>> pages_on(const Card& card, const Print& print);

/// The bytes of the file. `settings` say who is shown. What has more than one page (pages_on) can only be a PDF:
/// std::runtime_error for an SVG of it.
[[nodiscard]] std::string printed(const Card& card, const guide::Session& session, const guide::Settings& settings,
                                  const Print& print);

} // namespace supple::card
