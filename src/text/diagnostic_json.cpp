// SPDX-License-Identifier: Apache-2.0
#include "text/diagnostic_json.h"

#include <nlohmann/json.hpp>

namespace supple::text {

nlohmann::ordered_json to_json(const Diagnostics& diagnostics) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic& d : diagnostics) {
    list.push_back({{"name", d.name},
                    {"severity", name(d.severity)},
                    {"line", d.place.line},
                    {"column", d.place.column},
                    {"length", d.place.length},
                    {"message", d.message},
                    {"remedy", d.remedy}});
    if (!d.instead.empty()) list.back()["instead"] = d.instead;
  }
  return list;
}

} // namespace supple::text
