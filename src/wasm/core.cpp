// SPDX-License-Identifier: Apache-2.0
#include "wasm/core.h"

#include "text/json.h"
#include "wasm/answers.h"
#include "wasm/showing.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace {

constexpr std::uint32_t largest_request = 32U << 20U, largest_side = 4096;

// A figure on hands and knees, so that there is something to draw before anything was asked for.
supple::wasm::Still standing_by() {
  return {
      supple::body::skeleton_of({}), {}, supple::vocabulary::Posture::all_fours, supple::vocabulary::Spot::unsaid, {}};
}

} // namespace

struct supple_core {
  supple::wasm::Core core;
  std::string request;
  std::string answer;
};

supple_core* supple_create() {
  auto lexicon = supple::reader::english();
  auto rules = supple::score::standard_rules();
  // The files that the module carries are held to be good by the tests; without them there is no core.
  if (!lexicon || !rules) return nullptr;
  auto core = std::make_unique<supple_core>(supple::wasm::Core{.lexicon = std::move(*lexicon),
                                                               .rules = std::move(*rules),
                                                               .sayings = supple::guide::standard_sayings(),
                                                               .still = standing_by()});
  return core.release();
}

void supple_destroy(supple_core* core) {
  std::unique_ptr<supple_core>{core}.reset();
}

char* supple_request(supple_core* core, std::uint32_t size) {
  if (size > largest_request) return nullptr;
  core->request.resize(size);
  return core->request.data();
}

const char* supple_answer(supple_core* core, std::uint32_t size) {
  const std::string_view bytes = std::string_view{core->request}.substr(0, size);
  const auto request = supple::text::read_json(bytes);
  const auto answer = supple::wasm::answer(core->core, request);
  // Replaced, not refused: a request may hold half a character.
  core->answer = answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return core->answer.c_str();
}

std::uint32_t supple_answer_size(const supple_core* core) {
  return static_cast<std::uint32_t>(core->answer.size());
}

float supple_pose(supple_core* core, double clock_s) {
  return static_cast<float>(supple::wasm::pose_at(core->core, clock_s).pose.breath);
}

namespace {

supple::wasm::Wish wish_of(std::uint32_t width, std::uint32_t height, std::uint32_t look, double ahead, double above) {
  constexpr std::uint32_t night = 1, mat = 2, mirror = 4;
  return {.width = static_cast<int>(width),
          .height = static_cast<int>(height),
          .night = (look & night) != 0,
          .matted = (look & mat) != 0,
          .mirrored = (look & mirror) != 0,
          .ahead = ahead,
          .above = above};
}

} // namespace

const std::uint32_t* supple_paint(supple_core* core, std::uint32_t width, std::uint32_t height, std::uint32_t look,
                                  double ahead, double above) {
  if (width == 0 || height == 0 || width > largest_side || height > largest_side) return nullptr;
  return supple::wasm::picture_of(core->core, wish_of(width, height, look, ahead, above)).pixels.data();
}

const std::uint32_t* supple_surfaces(supple_core* core) {
  supple::wasm::give_surfaces(core->core);
  return core->core.surfaces.data();
}

const float* supple_give(supple_core* core, std::uint32_t width, std::uint32_t height, std::uint32_t look, double ahead,
                         double above, std::uint32_t lighting) {
  supple::wasm::give(core->core, wish_of(width, height, look, ahead, above),
                     static_cast<supple::wasm::Lighting>(std::min(lighting, 2U)));
  return core->core.given.data();
}
