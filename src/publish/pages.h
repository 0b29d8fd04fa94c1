// SPDX-License-Identifier: Apache-2.0
// The pages of a site, from the exercises and the templates: what stands on each.
#pragma once

#include "publish/addresses.h"
#include "publish/library.h"
#include "publish/templates.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace supple::publish {

/// Something to keep of an exercise.
struct Download {
  std::string file; ///< within the site
  std::string what; ///< "Card to print (PDF)"
  std::uint64_t bytes = 0;
};

/// What is known of the site as a whole when its pages are written.
struct Facts {
  std::string root;      ///< the address of the site with `/` at its end; empty where it has none
  bool pictures = false; ///< whether every exercise has its pictures (pictures.h)
  std::vector<std::vector<Download>> downloads; ///< by exercise
};

struct Page {
  std::string name; ///< `exercises/rock-back/` (addresses.h)
  std::string html;
  std::int64_t changed_s = 0; ///< 0: not known
};

class Pages {
public:
  /// Both must outlive the pages.
  Pages(const Library& library, const Facts& facts);

  [[nodiscard]] Page exercise(std::size_t index);

  /// What stands in a page of somebody else.
  [[nodiscard]] Page embedded(std::size_t index);

  /// Home, tags, author and search, with all their pages.
  [[nodiscard]] std::vector<Page> others();

  /// For a host to show where there is no page; only of a site with an address.
  [[nodiscard]] std::string missing();

  /// One sentence of each exercise, and one line.
  [[nodiscard]] std::span<const std::string> descriptions() const { return descriptions_; }

  [[nodiscard]] std::span<const std::string> lines() const { return lines_; }

  [[nodiscard]] Templates& templates() { return templates_; }

private:
  struct Tag {
    std::string name;
    std::vector<std::size_t> exercises;
  };

  /// A list of exercises that goes on over several pages.
  struct ListPages {
    std::string page, title;
    std::string html; ///< the template
    Object more;      ///< what else stands on the first
  };

  [[nodiscard]] Object frame(const std::string& page, const std::string& title, const std::string& description) const;
  [[nodiscard]] Object picture(std::size_t index) const;
  [[nodiscard]] Object row(std::size_t index) const; ///< of a list
  [[nodiscard]] std::string player(const std::string& up, std::size_t index) const;
  [[nodiscard]] List related(std::size_t index);
  [[nodiscard]] List tags_of(std::size_t index);
  void add_list(std::vector<Page>& pages, const ListPages& list, std::span<const std::size_t> exercises);
  void add_tags(std::vector<Page>& pages);
  void add_home(std::vector<Page>& pages, std::span<const std::size_t> all);

  const Library& library_;
  const Facts& facts_;
  Templates templates_;
  Slugs slugs_;
  std::map<std::string, Tag, std::less<>> tags_; ///< by slug
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::vector<std::string> descriptions_, lines_;
};

} // namespace supple::publish
