// SPDX-License-Identifier: Apache-2.0
// The built page (web/dist) as the player of a site: the same files, with the exercises of the site's own library.
#pragma once

#include "publish/library.h"
#include "publish/site_folder.h"

#include <filesystem>

namespace supple::publish {

/// So many exercises stand in the player's own list and are taken along where there is no network; any other one is
/// fetched when its page opens the player (`?exercise=…`).
inline constexpr std::size_t exercises_in_player = 60;

/// Copies the player into `player/`, and what the pages need of the build (its style, its letters, its search) into
/// `assets/`. Throws std::runtime_error with one line where `page` is no page of this program.
void put_player(SiteFolder& site, const std::filesystem::path& page, const Library& library);

} // namespace supple::publish
