// SPDX-License-Identifier: Apache-2.0
// Where the pages of a site stand. A page is a folder with an index.html; its name ends in `/`, that of the first page
// is empty. Every link within the site is relative, so that it runs at any path.
#pragma once

#include "publish/library.h"

#include <map>
#include <string>
#include <string_view>

namespace supple::publish {

/// `../` for every folder that a page lies in: the way to the first page of the site.
[[nodiscard]] std::string way_up(std::string_view page);

/// `exercises/rock-back/` or `workouts/at-the-desk/`.
[[nodiscard]] std::string page_of(const Exercise& exercise);

/// `tags/page.2/`: the second page of `tags/`; the first has no number. No slug and no exercise has a dot in its name.
[[nodiscard]] std::string page_of_list(const std::string& list, std::size_t number);

/// Gives every tag a name for its page: small letters, digits and hyphens, none twice.
class Slugs {
public:
  /// The same one for the same tag, whatever its capitals are.
  const std::string& of(std::string_view tag);

private:
  std::map<std::string, std::string, std::less<>> by_tag_;
  std::map<std::string, int, std::less<>> taken_;
};

/// "ö" is left as it is; only ASCII letters become small.
[[nodiscard]] std::string in_small_letters(std::string_view text);

} // namespace supple::publish
