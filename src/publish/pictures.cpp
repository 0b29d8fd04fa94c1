// SPDX-License-Identifier: Apache-2.0
#include "publish/pictures.h"

#include "figure/look.h"
#include "film/png.h"
#include "film/programme.h"
#include "film/stage.h"
#include "guide/plan.h"
#include "publish/kept.h"

#include <fmt/core.h>
#include <memory>
#include <stdexcept>
#include <webp/encode.h>

namespace supple::publish {

namespace {

namespace fs = std::filesystem;

constexpr float webp_quality = 80;

std::string webp(const figure::Picture& picture) {
  std::uint8_t* bytes = nullptr;
  const std::size_t size =
      WebPEncodeRGBA(picture.rgba(), picture.width, picture.height, picture.width * 4, webp_quality, &bytes);
  const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> held{bytes, &WebPFree};
  if (size == 0) throw std::runtime_error("the picture cannot be packed as WebP");
  return {reinterpret_cast<const char*>(bytes), size}; // a file of bytes, whatever their sign
}

Pictures painted(const score::Score& score) {
  const guide::Settings settings;
  const guide::Session session = guide::plan(score, settings);
  const film::Stage stage(session, settings, {picture_width, picture_height, 0, picture_height});
  const film::Moment moment = stage.at(film::poster_s(session));
  film::Brush by_day(stage), by_night(stage);
  const figure::Picture& day = by_day.paint(moment, figure::day_look);
  return {webp(day), webp(by_night.paint(moment, figure::night_look)), film::png(day)};
}

} // namespace

Pictures pictures_of(const Exercise& exercise, const fs::path& cache) {
  const fs::path folder = kept_folder(cache, "pictures");
  const std::string name = guide::clip_name(exercise.source);
  const fs::path day = folder / (name + "-day.webp"), night = folder / (name + "-night.webp"),
                 to_share = folder / (name + ".png");
  Pictures pictures{kept(day), kept(night), kept(to_share)};
  if (!pictures.day.empty() && !pictures.night.empty() && !pictures.to_share.empty()) return pictures;
  pictures = painted(exercise.score);
  keep(day, pictures.day);
  keep(night, pictures.night);
  keep(to_share, pictures.to_share);
  return pictures;
}

} // namespace supple::publish
