// SPDX-License-Identifier: Apache-2.0
#include "film/encoder.h"

#include "film/making.h"

#include <chrono>
#include <fmt/core.h>
#include <vector>

namespace supple::film {

namespace {

using Command = std::vector<std::string>;

constexpr auto patience = std::chrono::minutes(2); // of a frame, or of ending the file
// x264 gives other bytes for another number of threads: the same number everywhere.
constexpr const char* threads = "4";

studio::Patience waiting() {
  return {std::chrono::steady_clock::now() + patience, {}};
}

void append(Command& command, std::initializer_list<std::string> words) {
  command.insert(command.end(), words);
}

Command frames_in(int width, int height, int fps) {
  return {"ffmpeg",
          "-hide_banner",
          "-nostats",
          "-loglevel",
          "error",
          "-xerror", // else a disk that is full at the end of the file is no failure
          "-y",
          "-f",
          "rawvideo",
          "-pixel_format",
          "yuv420p",
          "-video_size",
          fmt::format("{}x{}", width, height),
          "-framerate",
          fmt::format("{}", fps),
          "-color_range",
          "tv",
          "-colorspace",
          "bt709",
          "-color_primaries",
          "bt709",
          "-color_trc",
          "bt709",
          "-i",
          "pipe:0"};
}

// After quality and time on the frames of a session: at 1080p both keep the shading of the body free of bands.
void append_codecs(Command& command, bool mp4) {
  if (mp4) {
    append(command, {"-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads", threads, "-c:a", "aac", "-b:a",
                     "128k", "-c:s", "mov_text", "-movflags", "+faststart"});
  } else {
    append(command, {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used",     "8",     "-crf",     "32",
                     "-b:v", "0",          "-row-mt",   "1",        "-tile-columns", "2",     "-threads", threads,
                     "-c:a", "libopus",    "-b:a",      "96k",      "-c:s",          "webvtt"});
  }
}

Command command_of(const Encoding& encoding) {
  Command command = frames_in(encoding.width, encoding.height, encoding.fps);
  append(command, {"-i", encoding.sound.string()});
  const bool captioned = !encoding.captions.empty();
  if (captioned) append(command, {"-f", "srt", "-i", encoding.captions.string()});
  const std::string last = captioned ? "3" : "2";
  append(command, {"-f", "ffmetadata", "-i", encoding.metadata.string(), "-map", "0:v", "-map", "1:a"});
  if (captioned) append(command, {"-map", "2:s"});
  append(command, {"-map_metadata", last, "-map_chapters", last});
  const std::string language = "language=" + encoding.language;
  append_codecs(command, encoding.out.extension() == ".mp4");
  // One channel, as loud on each loudspeaker as it is.
  append(command, {"-af", "pan=stereo|c0=c0|c1=c0", "-pix_fmt", "yuv420p", "-metadata:s:v:0", language,
                   "-metadata:s:a:0", language});
  // What is said is written in the picture already: the captions are there for who asks for them.
  if (captioned) append(command, {"-metadata:s:s:0", language, "-disposition:s:0", "0"});
  append(command, {"-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-flags:s", "+bitexact"});
  append(command, {encoding.out.string()});
  return command;
}

std::expected<studio::Process, std::string> run(const Command& command) {
  auto process = studio::Process::start(command, std::filesystem::current_path(), studio::Errors::heard);
  if (!process)
    return std::unexpected(fmt::format("ffmpeg cannot be run ({}); instead: apt-get install ffmpeg", process.error()));
  return process;
}

/// Why it could not be written, from the last lines of ffmpeg.
std::string reason_in(const std::string& said) {
  for (const char* known : {"No space left on device", "File too large", "Permission denied", "Disk quota exceeded"})
    if (said.contains(known)) return known;
  for (const char* encoder : {"libx264", "libvpx-vp9", "libopus"})
    if (said.contains(fmt::format("Unknown encoder '{}'", encoder)))
      return fmt::format("ffmpeg has no {}: apt-get install ffmpeg brings one that has", encoder);
  const std::size_t end = said.find_last_not_of('\n');
  if (end == said.npos) return "ffmpeg ended early";
  const std::size_t line = said.find_last_of('\n', end);
  return said.substr(line == said.npos ? 0 : line + 1, end - (line == said.npos ? -1 : line));
}

} // namespace

std::expected<Encoder, std::string> Encoder::start(const Encoding& encoding, const std::filesystem::path& named) {
  auto process = run(command_of(encoding));
  if (!process) return std::unexpected(process.error());
  return Encoder(std::move(*process), named);
}

std::string Encoder::add(const Frame& frame) {
  const std::string_view bytes(reinterpret_cast<const char*>(frame.data()), frame.size()); // bytes, whatever their sign
  return process_.write(bytes, waiting()) ? std::string() : trouble();
}

std::string Encoder::finish() {
  process_.close_input();
  const auto said = process_.rest(std::size_t{1} << 20U, waiting());
  if (said && process_.wait() == 0) return {};
  return unwritten(named_, reason_in(said.value_or("")));
}

std::string Encoder::trouble() {
  process_.close_input();
  return unwritten(named_, reason_in(process_.rest(std::size_t{1} << 20U, waiting()).value_or("")));
}

std::string write_picture(const Frame& frame, int width, int height, const std::filesystem::path& file,
                          const std::filesystem::path& named) {
  Command command = frames_in(width, height, 1);
  append(command, {"-frames:v", "1", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "3", "-fflags", "+bitexact",
                   "-flags:v", "+bitexact", "-f", "image2", "-update", "1", file.string()});
  auto process = run(command);
  if (!process) return process.error();
  const std::string_view bytes(reinterpret_cast<const char*>(frame.data()), frame.size());
  const bool written = process->write(bytes, waiting());
  process->close_input();
  const auto said = process->rest(std::size_t{1} << 20U, waiting());
  if (written && said && process->wait() == 0) return {};
  return unwritten(named, reason_in(said.value_or("")));
}

} // namespace supple::film
