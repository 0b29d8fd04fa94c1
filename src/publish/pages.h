// SPDX-License-Identifier: Apache-2.0
// The pages of a site, from the exercises and the templates: what stands on each.
#pragma once

#include "exchange/telling.h"
#include "publish/addresses.h"
#include "publish/library.h"
#include "publish/templates.h"
#include "publish/words.h"

#include <map>
#include <set>
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

/// The pages of this site in another language.
struct Elsewhere {
  std::string language, folder;
  std::set<std::string, std::less<>> pages; ///< those that may be there here too, by the same names
};

/// What is known of the site as a whole when its pages are written.
struct Facts {
  std::string root;      ///< the address of the site with `/` at its end; empty where it has none
  bool pictures = false; ///< whether every exercise has its pictures (pictures.h)
  std::vector<std::vector<Download>> downloads = {}; ///< by exercise
  std::string folder = {};                           ///< of the pages within the site: empty, or `es/`
  std::vector<Elsewhere> elsewhere = {};
};

/// The names of the pages that one of another language can have a counterpart of.
[[nodiscard]] std::set<std::string, std::less<>> pages_in_other_languages(const Library& library);

struct Page {
  std::string name; ///< `exercises/rock-back/` (addresses.h), within the folder of its language
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

  [[nodiscard]] std::string say(std::string_view key, Gaps gaps = {}) const { return filled(words_, key, gaps); }

  [[nodiscard]] std::string count_of(std::span<const std::size_t> entries) const;
  [[nodiscard]] std::string title_of(const std::string& title, std::size_t number) const;
  [[nodiscard]] std::string minutes_of(double seconds) const;
  [[nodiscard]] std::vector<exchange::ToldSection> told(const score::Score& score) const;
  [[nodiscard]] std::string description_of(const score::Score& score) const;
  [[nodiscard]] kainjow::mustache::data ways_on(const std::string& list, std::size_t number, std::size_t of) const;
  void add_languages(Object& data, const std::string& page) const;
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
  const Words& words_;
  Object say_; ///< the same for the templates
  Templates templates_;
  Slugs slugs_;
  std::map<std::string, Tag, std::less<>> tags_; ///< by slug
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::vector<std::string> descriptions_, lines_;
};

} // namespace supple::publish
