// SPDX-License-Identifier: Apache-2.0
// The members of a request, or what stands in their place where they are missing or of another type.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace supple::wasm {

[[nodiscard]] inline std::string string_at(const nlohmann::ordered_json& request, const char* key) {
  const auto found = request.find(key);
  return found != request.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

[[nodiscard]] inline double number_at(const nlohmann::ordered_json& request, const char* key, double otherwise) {
  const auto found = request.find(key);
  return found != request.end() && found->is_number() ? found->get<double>() : otherwise;
}

[[nodiscard]] inline bool flag_at(const nlohmann::ordered_json& request, const char* key) {
  const auto found = request.find(key);
  return found != request.end() && found->is_boolean() && found->get<bool>();
}

} // namespace supple::wasm
