// SPDX-License-Identifier: Apache-2.0
#include "studio/shelf_answer.h"

#include "studio/header.h"
#include "studio/path.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace supple::studio {

namespace {

using http::field;
using http::status;
using ShelfJson = nlohmann::json;

constexpr std::string_view changes_file = "diary/changes.json", destroy_file = "diary/destroy.json";
constexpr std::string_view no_form = "This is no change of a diary.";

status status_of(diary::Trouble trouble) {
  switch (trouble) {
  case diary::Trouble::newer:
    return status::upgrade_required;
  case diary::Trouble::changed:
    return status::conflict;
  case diary::Trouble::full:
    return status::insufficient_storage;
  case diary::Trouble::broken:
    break;
  }
  return status::internal_server_error;
}

Answer trouble(diary::Trouble trouble) {
  return sentence(status_of(trouble), diary::sentence(trouble));
}

Answer shelf_json(const ShelfJson& value) {
  return json_answer(value.dump(-1, ' ', false, ShelfJson::error_handler_t::replace));
}

/// A member of this name for which `is` holds; null where it is missing or another.
template <class Is>
const ShelfJson* member(const ShelfJson& object, const char* name, Is is) {
  const auto found = object.find(name);
  return found != object.end() && is(*found) ? &*found : nullptr;
}

} // namespace

bool is_change(const Request& request) {
  if (request.method() != http::verb::post) return false;
  const auto file = file_of(request.target());
  return file && (*file == changes_file || *file == destroy_file);
}

// A page of somebody else can send a POST, but not under our own name, and not this type without asking first
// (Fetch, CORS-safelisted request-header).
std::optional<Answer> change_refusal(const Request& request, std::string_view type) {
  const std::string ours = fmt::format("http://{}", std::string_view(request[field::host]));
  if (request.count(field::host) != 1 || !is_this_machine(request[field::host]) || request[field::origin] != ours)
    return sentence(status::forbidden, "This is for the page of this server only.");
  if (request[field::content_type] != type)
    return sentence(status::unsupported_media_type, fmt::format("What is sent here is {}.", type));
  return std::nullopt;
}

std::optional<diary::Changes> changes_of(std::string_view body) {
  const ShelfJson root = ShelfJson::parse(body, nullptr, false);
  if (!root.is_object()) return std::nullopt;
  const ShelfJson* const clear = member(root, "clear", [](const ShelfJson& each) { return each.is_boolean(); });
  const auto is_object = [](const ShelfJson& each) { return each.is_object(); };
  const ShelfJson* const put = member(root, "put", is_object);
  const ShelfJson* const expect = member(root, "expect", is_object);
  const ShelfJson* const remove = member(root, "remove", [](const ShelfJson& each) { return each.is_array(); });
  if (clear == nullptr || put == nullptr || remove == nullptr || expect == nullptr) return std::nullopt;
  diary::Changes out{.clear = clear->get<bool>(), .put = {}, .remove = {}, .expect = {}};
  for (const auto& [name, text] : put->items()) {
    if (!text.is_string()) return std::nullopt;
    out.put.emplace(name, text.get<std::string>());
  }
  for (const ShelfJson& name : *remove) {
    if (!name.is_string()) return std::nullopt;
    out.remove.push_back(name.get<std::string>());
  }
  for (const auto& [name, text] : expect->items()) {
    if (!text.is_string() && !text.is_null()) return std::nullopt;
    auto& expected = out.expect[name];
    if (text.is_string()) expected = text.get<std::string>();
  }
  return out;
}

Answer change_answer(std::string_view file, std::string_view body, diary::Shelf& shelf) {
  std::expected<void, diary::Trouble> done;
  if (file == destroy_file) {
    done = shelf.destroy();
  } else {
    const auto changes = changes_of(body);
    if (!changes) return sentence(status::bad_request, no_form);
    done = shelf.write(*changes);
  }
  if (!done) return trouble(done.error());
  Answer out = sentence(status::no_content, "");
  out.head.erase(field::content_length);
  out.head.erase(field::content_type);
  out.length = 0;
  return out;
}

std::optional<Answer> shelf_answer(std::string_view file, diary::Shelf& shelf) {
  if (file != "diary/entries.json") return std::nullopt;
  const auto texts = shelf.all();
  if (!texts) return trouble(texts.error());
  ShelfJson out = ShelfJson::object();
  for (const auto& [name, text] : *texts)
    out[name] = text;
  return shelf_json(out);
}

} // namespace supple::studio
