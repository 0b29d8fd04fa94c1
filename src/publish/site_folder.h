// SPDX-License-Identifier: Apache-2.0
// The folder of a site, written beside and put in its place whole. What stands in it and was not made here stays.
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace supple::publish {

/// Lists what was made, a name a line below its first line: only that may be replaced or taken away.
inline constexpr std::string_view list_name = "supple-site.txt";

/// All faults are thrown as std::runtime_error, each one line that says what to do; nothing is left behind then.
class SiteFolder {
public:
  /// `out`: a name that is free, an empty folder, or a site that was made here.
  explicit SiteFolder(const std::filesystem::path& out);
  SiteFolder(const SiteFolder&) = delete;
  SiteFolder& operator=(const SiteFolder&) = delete;
  ~SiteFolder();

  /// A file, by its name within the site with `/` between its parts.
  void put(const std::string& name, std::string_view bytes);

  /// A folder within the site, for those who write files themselves.
  [[nodiscard]] std::filesystem::path folder(const std::string& name);

  /// Puts the site in its place, in one step where one stood there already. Answers the number of its files.
  std::size_t finish();

private:
  [[nodiscard]] std::filesystem::path place_of(const std::string& name) const;
  [[nodiscard]] std::set<std::string> write_list();
  void carry_over(const std::set<std::string>& made_now);
  void take_away_the_old(const std::set<std::string>& made_now);

  std::filesystem::path out_, beside_;
  std::set<std::string> made_before_;
};

} // namespace supple::publish
