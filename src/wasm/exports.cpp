// SPDX-License-Identifier: Apache-2.0
// The functions that the browser's module exports: those of core.h, under their own names.
#include "wasm/core.h"

#include <version>

#ifdef _LIBCPP_VERSION
#include <__verbose_abort>

// What the library says before it gives up is heard by nobody here, and would bring all of printf along.
[[noreturn]] void std::__libcpp_verbose_abort(const char*, ...) noexcept {
  __builtin_trap();
}
#endif

extern "C" {
__attribute__((export_name("create"))) supple_core* create() {
  return supple_create();
}

__attribute__((export_name("request"))) char* request(supple_core* core, std::uint32_t size) {
  return supple_request(core, size);
}

__attribute__((export_name("answer"))) const char* answer(supple_core* core, std::uint32_t size) {
  return supple_answer(core, size);
}

__attribute__((export_name("answer_size"))) std::uint32_t answer_size(const supple_core* core) {
  return supple_answer_size(core);
}

__attribute__((export_name("pose"))) float pose(supple_core* core, double clock_s) {
  return supple_pose(core, clock_s);
}

__attribute__((export_name("paint"))) const std::uint32_t*
paint(supple_core* core, std::uint32_t width, std::uint32_t height, std::uint32_t look, double ahead, double above) {
  return supple_paint(core, width, height, look, ahead, above);
}

__attribute__((export_name("surfaces"))) const std::uint32_t* surfaces(supple_core* core) {
  return supple_surfaces(core);
}

__attribute__((export_name("give"))) const float* give(supple_core* core, std::uint32_t width, std::uint32_t height,
                                                       std::uint32_t look, double ahead, double above,
                                                       std::uint32_t lighting) {
  return supple_give(core, width, height, look, ahead, above, lighting);
}
}
