// SPDX-License-Identifier: Apache-2.0
#include "publish/papers.h"

#include "publish/addresses.h"

#include <algorithm>
#include <fmt/chrono.h>
#include <numeric>
#include <utility>

namespace supple::publish {

namespace {

constexpr std::size_t longest_feed = 50;

/// RFC 3339, in UTC.
std::string date_of(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

} // namespace

std::string feed(Templates& templates, const Library& library, std::span<const std::string> summaries,
                 const Facts& facts) {
  std::vector<std::size_t> order(library.exercises.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(-library.exercises[i].changed_s, i); });
  order.resize(std::min(order.size(), longest_feed));
  List entries;
  for (const std::size_t i : order) {
    const Exercise& exercise = library.exercises[i];
    entries.emplace_back(Object{{"title", exercise.score.title},
                                {"page", page_of(exercise)},
                                {"updated", date_of(exercise.changed_s)},
                                {"summary", summaries[i]}});
  }
  const About& about = library.about;
  const std::int64_t latest = order.empty() ? 0 : library.exercises[order.front()].changed_s;
  return templates.render("feed.xml",
                          Object{{"language", about.language},
                                 {"site", about.title},
                                 {"tagline", about.tagline},
                                 {"root", facts.root},
                                 {"folder", facts.folder},
                                 {"author_or_site", about.author.name.empty() ? about.title : about.author.name},
                                 {"updated", date_of(latest)},
                                 {"entries", entries}});
}

std::string sitemap(Templates& templates, std::span<const Listed> pages, const std::string& root) {
  List addresses;
  for (const Listed& listed : pages)
    addresses.emplace_back(
        Object{{"page", listed.page}, {"changed", if_any(listed.changed_s == 0 ? "" : date_of(listed.changed_s))}});
  return templates.render("sitemap.xml", Object{{"root", root}, {"addresses", addresses}});
}

} // namespace supple::publish
