// SPDX-License-Identifier: Apache-2.0
// What the pages of a site cost grows with the number of exercises and no faster: counted, not timed.
#include "../figure/allocations.h"
#include "../sanitized.h"
#include "exercises.h"
#include "publish/pages.h"
#include "publish/papers.h"
#include "publish/structured.h"

#include <gtest/gtest.h>

using namespace supple::publish;

namespace {

/// What is allocated for all pages of so many exercises, counted.
long cost_of(std::size_t exercises) {
  const Library library = library_of(exercises);
  const Facts facts{"https://example.org/", true, {}};
  const long before = supple::figure::allocations();
  Pages pages(library, facts);
  for (std::size_t i = 0; i < exercises; ++i) {
    (void)pages.exercise(i);
    (void)pages.embedded(i);
  }
  std::vector<Listed> listed;
  for (const Page& page : pages.others())
    listed.push_back({page.name, page.changed_s});
  (void)search_index(library.exercises, pages.lines(), "en");
  (void)feed(pages.templates(), library, pages.descriptions(), facts);
  (void)sitemap(pages.templates(), listed, facts.root);
  return supple::figure::allocations() - before;
}

TEST(Publishing, CostsTwiceAsMuchForTwiceAsManyExercises) {
  constexpr std::size_t exercises = supple::sanitized ? 50 : 200;
  const auto few = static_cast<double>(cost_of(exercises)), more = static_cast<double>(cost_of(2 * exercises)),
             many = static_cast<double>(cost_of(4 * exercises));
  // What twice as many more cost, beside what as many more cost: 2 where it is linear, 4 where it is quadratic.
  const double growth = (many - more) / (more - few);
  EXPECT_GT(growth, 1.9);
  EXPECT_LT(growth, 2.1);
}

} // namespace
