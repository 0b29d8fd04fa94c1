// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/scene.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

namespace supple::cli {

namespace {

struct LoopOptions {
  SceneOptions scene;
  std::string section, out;
  double fps = 15;
};

struct Stretch {
  double start_s = 0, end_s = 0;
};

// One round: from the beginning of a breath in to the end of the breath out after it, in the middle of the section,
// where the movement comes back to where it began.
Stretch round_of(const guide::Session& session, std::size_t section) {
  std::vector<Stretch> rounds;
  for (std::size_t i = 0; i + 1 < session.phases.size(); ++i) {
    const guide::Phase &in = session.phases[i], &out = session.phases[i + 1];
    if (in.section == static_cast<int>(section) && out.section == in.section &&
        in.breath == vocabulary::Breath::inhale && out.breath == vocabulary::Breath::exhale)
      rounds.push_back({in.start_s, out.end_s});
  }
  if (rounds.empty()) return {session.sections[section].start_s, session.sections[section].end_s};
  return rounds[rounds.size() / 2];
}

bool same_letters(const std::string& a, const std::string& b) {
  return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// Frames as an animated WebP file that goes on for ever.
class Animation {
public:
  Animation(int width, int height) {
    WebPAnimEncoderOptions options;
    WebPConfig config;
    if (WebPAnimEncoderOptionsInit(&options) == 0 || WebPConfigInit(&config) == 0) fail();
    config.quality = 82;
    config.method = 3;
    config_ = config;
    options.kmax = 0;
    encoder_.reset(WebPAnimEncoderNew(width, height, &options));
    if (!encoder_) fail();
  }

  void add(const figure::Picture& picture, int at_ms) {
    WebPPicture frame;
    if (WebPPictureInit(&frame) == 0) fail();
    frame.width = picture.width;
    frame.height = picture.height;
    frame.use_argb = 1;
    const bool added = WebPPictureImportRGBA(&frame, picture.rgba(), picture.width * 4) != 0 &&
                       WebPAnimEncoderAdd(encoder_.get(), &frame, at_ms, &config_) != 0;
    WebPPictureFree(&frame);
    if (!added) fail();
  }

  [[nodiscard]] std::string finished(int end_ms) {
    WebPData data;
    WebPDataInit(&data);
    if (WebPAnimEncoderAdd(encoder_.get(), nullptr, end_ms, nullptr) == 0 ||
        WebPAnimEncoderAssemble(encoder_.get(), &data) == 0)
      fail();
    std::string bytes(reinterpret_cast<const char*>(data.bytes), data.size); // a file of bytes, whatever their sign
    WebPDataClear(&data);
    return bytes;
  }

private:
  [[noreturn]] static void fail() { throw std::runtime_error("the loop cannot be packed as WebP"); }

  struct Delete {
    void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
  };

  std::unique_ptr<WebPAnimEncoder, Delete> encoder_;
  WebPConfig config_{};
};

int refuse(const LoopOptions& options, const guide::Session& session) {
  std::string names;
  for (const guide::SessionSection& section : session.sections)
    names += (names.empty() ? "\"" : ", \"") + section.title + "\"";
  std::fprintf(stderr, "%s: has no section \"%s\"; instead: %s\n", options.scene.file.c_str(), options.section.c_str(),
               names.c_str());
  return exit_findings;
}

int run(const LoopOptions& options) {
  auto session = session_of(options.scene);
  if (!session) return exit_findings;
  const auto found = std::ranges::find_if(session->sections, [&](const guide::SessionSection& section) {
    return same_letters(section.title, options.section);
  });
  if (found == session->sections.end()) return refuse(options, *session);
  const Stretch round = round_of(*session, static_cast<std::size_t>(found - session->sections.begin()));
  Scene scene(std::move(*session), options.scene);
  Animation animation(options.scene.width, options.scene.height);
  const auto frames = std::max(1L, std::lround((round.end_s - round.start_s) * options.fps));
  const auto at_ms = [&](long frame) {
    return static_cast<int>(std::lround(1000 * static_cast<double>(frame) / options.fps));
  };
  for (long frame = 0; frame < frames; ++frame) {
    animation.add(scene.paint(round.start_s + static_cast<double>(frame) / options.fps), at_ms(frame));
  }
  return write_file(options.out, animation.finished(at_ms(frames))) ? 0 : exit_findings;
}

} // namespace

void add_loop(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<LoopOptions>();
  options->scene.width = 640;
  options->scene.height = 400;
  CLI::App* command = add_command(app, "loop", "Paints one round of a section as a picture that moves.");
  command->footer("Example:\n  supple loop library/exercises/release-your-low-back.md --section Centre -o centre.webp");
  add_scene_options(*command, options->scene);
  command->add_option("--section", options->section, "its title, as supple plan names it")->required();
  command->add_option("--fps", options->fps, "frames a second")->check(CLI::Range(4.0, 60.0));
  command->add_option("-o,--out", options->out, "the animated WebP file to write")->required();
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
