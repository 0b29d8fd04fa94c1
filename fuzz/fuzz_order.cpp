// SPDX-License-Identifier: Apache-2.0
// Any bytes as an order of a film or a card. Ends the run where something is taken that could be another part of a
// command than it is.
#include "studio/workshop.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto order = supple::studio::order_of({reinterpret_cast<const char*>(data), size});
  if (!order) return 0;
  for (const std::string& word : {order->exercise, order->size, order->address})
    if (word.starts_with("-") || word.find_first_of("'\"\\ \n") != std::string::npos) std::abort();
  const std::size_t dot = order->exercise.find('.'); // of a translation
  const bool is_name = order->exercise.find('/') == std::string::npos &&
                       (dot == std::string::npos || (dot > 0 && dot + 3 == order->exercise.size()));
  if (!is_name || order->week < 4 || order->week > 42) std::abort();
  return 0;
}
