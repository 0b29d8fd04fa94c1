// SPDX-License-Identifier: Apache-2.0
// The Atom feed (RFC 4287) and the sitemap (sitemaps.org) of a site that has an address.
#pragma once

#include "publish/pages.h"
#include "publish/templates.h"

#include <span>
#include <string>

namespace supple::publish {

/// The latest fifty exercises, those that were changed last before the others.
[[nodiscard]] std::string feed(Templates& templates, const Library& library, std::span<const std::string> summaries,
                               const Facts& facts);

struct Listed {
  std::string page;           ///< within the site
  std::int64_t changed_s = 0; ///< 0: not known
};

[[nodiscard]] std::string sitemap(Templates& templates, std::span<const Listed> pages, const std::string& root);

} // namespace supple::publish
