// SPDX-License-Identifier: Apache-2.0
#include "film/film.h"

#include "film/encoder.h"
#include "film/frames.h"
#include "film/making.h"
#include "film/papers.h"
#include "film/planes.h"
#include "film/words.h"

#include <fmt/core.h>
#include <utility>

namespace supple::film {

namespace {

std::string write_papers(const Programme& programme, const guide::Settings& settings, const Options& options,
                         Making& making) {
  const Made made{options.width,
                  options.height,
                  options.fps,
                  settings.week,
                  settings.pace_bpm,
                  options.voice,
                  options.night ? "night" : "day"};
  const std::pair<const char*, std::string> papers[] = {{".vtt", web_captions(programme)},
                                                        {".srt", subrip_captions(programme)},
                                                        {".txt", transcript(programme)},
                                                        {".json", log_of(programme, made)}};
  for (const auto& [ending, text] : papers)
    if (std::string trouble = write_whole(making.file(ending), text, options.out); !trouble.empty()) return trouble;
  return write_whole(making.passing("metadata"), metadata(programme), options.out);
}

std::string write_poster(const Frames& frames, const Options& options, Making& making) {
  Frame frame;
  to_planes(frames.poster(), frame);
  return write_picture(frame, options.width, options.height, making.file(".jpg"), options.out);
}

std::string encode(const Programme& programme, const Frames& frames, const Options& options, Making& making,
                   const Progress& progress) {
  const bool captioned = !programme.session.captions.empty();
  auto encoder = Encoder::start({options.width, options.height, options.fps, making.passing("sound.wav"),
                                 captioned ? making.file(".srt") : std::filesystem::path(), making.passing("metadata"),
                                 words(programme.language).language, making.file(options.out.extension().string())},
                                options.out);
  if (!encoder) return encoder.error();
  std::string trouble;
  std::size_t done = 0;
  make_in_order(frames.count(), hands_here(), frames.maker(), [&](const Frame& frame) {
    trouble = encoder->add(frame);
    if (trouble.empty() && !progress(++done, frames.count()))
      trouble = fmt::format("{} was stopped", options.out.string());
    return trouble.empty();
  });
  return trouble.empty() ? encoder->finish() : trouble;
}

} // namespace

std::string make(const Programme& programme, const guide::Settings& settings, const Clips& clips,
                 const Options& options, const Progress& progress) {
  auto making = Making::begin(options.out);
  if (!making) return making.error();
  const Frames frames(programme, settings, options);
  std::string trouble = write_papers(programme, settings, options, *making);
  if (trouble.empty()) {
    const studio::Wave sound = sound_of(programme.session, clips, programme.duration_s, options.sounds);
    trouble = write_whole(making->passing("sound.wav"), studio::bytes_of(sound), options.out);
  }
  if (trouble.empty()) trouble = write_poster(frames, options, *making);
  if (trouble.empty()) trouble = encode(programme, frames, options, *making, progress);
  return trouble.empty() ? making->finish() : trouble;
}

figure::Picture frame_at(const Programme& programme, const guide::Settings& settings, const Options& options,
                         double at_s) {
  return Frames(programme, settings, options).at(at_s);
}

} // namespace supple::film
