// SPDX-License-Identifier: Apache-2.0
#include "studio/workshop_answer.h"

#include "studio/path.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace supple::studio {

namespace {

using http::status;

constexpr std::string_view of_makes = "makes/", order_file = "makes/order.json", cancel_file = "makes/cancel.json";

} // namespace

bool is_order(const Request& request) {
  if (request.method() != http::verb::post) return false;
  const auto file = file_of(request.target());
  return file && (*file == order_file || *file == cancel_file);
}

Answer order_answer(std::string_view file, std::string_view body, Workshop& workshop) {
  if (file == cancel_file) {
    const auto asked = nlohmann::json::parse(body, nullptr, false);
    const auto number = asked.is_object() ? asked.find("number") : asked.end();
    if (!asked.is_object() || number == asked.end() || !number->is_number_integer())
      return sentence(status::bad_request, "This is no number of an order.");
    workshop.cancel(number->get<int>());
    return json_answer(workshop.list());
  }
  const auto order = order_of(body);
  if (!order) return sentence(status::bad_request, "This is no order of a film or a card.");
  const auto number = workshop.take(*order);
  if (!number) return sentence(status::service_unavailable, "Others are waiting already; cancel one of them first.");
  return json_answer(fmt::format("{{\"number\":{}}}", *number));
}

std::optional<Answer> workshop_answer(const Request& request, std::string_view file, Workshop& workshop,
                                      CompressedTexts& compressed_texts) {
  if (!file.starts_with(of_makes)) return std::nullopt;
  const std::string_view name = file.substr(of_makes.size());
  if (name == "orders.json") return json_answer(workshop.list());
  auto found = workshop.open(name);
  if (!found) return std::nullopt;
  return answer(request, {std::string(name), *std::move(found)}, compressed_texts);
}

} // namespace supple::studio
