// SPDX-License-Identifier: Apache-2.0
// The functions that the browser's module exports: those of core.h, under their own names.
#include "wasm/core.h"

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

__attribute__((export_name("draw"))) const float* draw(supple_core* core, double clock_s) {
  return supple_draw(core, clock_s);
}
}
