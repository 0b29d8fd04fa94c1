// SPDX-License-Identifier: Apache-2.0
#include "studio/desk_answer.h"

#include "reader/draft.h"
#include "reader/exercise.h"
#include "studio/library.h"
#include "studio/path.h"
#include "studio/shelf_answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace supple::studio {

namespace {

using http::field;
using http::status;
using Json = nlohmann::ordered_json;

constexpr std::string_view of_desk = "desk/", of_files = "desk/files/", of_recordings = "desk/recordings/";
constexpr std::string_view json_ending = ".json", wav_ending = ".wav";
// The text of one exercise is shorter, and does less.
constexpr std::size_t longest_article = std::size_t{256} << 10U, most_steps = 200;

Answer desk_json(const Json& value, status s = status::ok) {
  return json_answer(value.dump(-1, ' ', false, Json::error_handler_t::replace), s);
}

/// What stands between the two in a file of the desk; empty where they do not.
std::string_view between(std::string_view file, std::string_view begin, std::string_view end) {
  if (!file.starts_with(begin) || !file.ends_with(end) || file.size() < begin.size() + end.size()) return {};
  return file.substr(begin.size(), file.size() - begin.size() - end.size());
}

Json sheet_json(const std::optional<Sheet>& sheet) {
  return sheet ? Json{{"text", sheet->text}, {"tag", sheet->tag}} : Json(nullptr);
}

Answer refused(DeskTrouble trouble, std::string_view name, const Desk& desk) {
  switch (trouble) {
  case DeskTrouble::name:
    return sentence(status::bad_request, "Small letters, digits and hyphens make the name of a file.");
  case DeskTrouble::changed:
    return desk_json({{"file", sheet_json(desk.open(name))}}, status::conflict);
  case DeskTrouble::full:
    return sentence(status::insufficient_storage, "There is no room for it.");
  case DeskTrouble::failed:
    break;
  }
  return sentence(status::internal_server_error, "It cannot be written.");
}

std::optional<std::string> text_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

Answer ill_formed() {
  return sentence(status::bad_request, "This is nothing that the library folder knows.");
}

Answer tagged(const std::expected<std::string, DeskTrouble>& done, std::string_view name, const Desk& desk) {
  return done ? desk_json({{"tag", *done}}) : refused(done.error(), name, desk);
}

Answer emptied(const std::expected<void, DeskTrouble>& done, std::string_view name, const Desk& desk) {
  return done ? desk_json(Json::object()) : refused(done.error(), name, desk);
}

void say_soon(std::string_view text, Clips* clips) {
  if (clips != nullptr) clips->want(cue_texts_of(text));
}

Answer write(const Json& asked, Desk& desk, Clips* clips) {
  const auto name = text_at(asked, "name"), text = text_at(asked, "text");
  const auto expect = asked.find("expect");
  if (!name || !text || expect == asked.end() || !(expect->is_null() || expect->is_string())) return ill_formed();
  const auto done = desk.write(*name, *text, text_at(asked, "expect"));
  if (done) say_soon(*text, clips);
  return tagged(done, *name, desk);
}

Answer rename(const Json& asked, Desk& desk) {
  const auto name = text_at(asked, "name"), to = text_at(asked, "to"), expect = text_at(asked, "expect");
  if (!name || !to || !expect) return ill_formed();
  return tagged(desk.rename(*name, *to, *expect), *name, desk);
}

Answer remove(const Json& asked, Desk& desk) {
  const auto name = text_at(asked, "name"), expect = text_at(asked, "expect");
  if (!name || !expect) return ill_formed();
  return emptied(desk.remove(*name, *expect), *name, desk);
}

Answer draft(const Json& asked) {
  const auto article = text_at(asked, "article");
  const auto lexicon = reader::english();
  if (!article || !lexicon) return ill_formed();
  const std::string text = text::clean_utf8(*article);
  if (text.size() > longest_article) return sentence(status::payload_too_large, "This is longer than an article.");
  const reader::Reading reading = reader::read_article(text, *lexicon);
  if (reading.steps.size() > most_steps) return sentence(status::payload_too_large, "This is more than one exercise.");
  const auto made = reader::draft_of(reading, reader::explain_article(text, *lexicon), *lexicon);
  return desk_json({{"draft", made ? Json{{"title", reading.title}, {"markdown", made->markdown}} : Json(nullptr)}});
}

Answer unrecord(const Json& asked, Desk& desk, Clips* clips) {
  const auto clip = text_at(asked, "clip");
  if (!clip) return ill_formed();
  const auto done = desk.unrecord(*clip);
  if (done && clips != nullptr) clips->again(*clip);
  return emptied(done, *clip, desk);
}

Answer record(std::string_view clip, std::string_view wav, Desk& desk, Clips* clips) {
  const auto done = desk.record(clip, wav);
  if (done && clips != nullptr) clips->again(clip);
  return emptied(done, clip, desk);
}

} // namespace

bool is_desk_change(const Request& request) {
  if (request.method() != http::verb::post) return false;
  const auto file = file_of(request.target());
  return file && file->starts_with(of_desk);
}

std::optional<Answer> desk_refusal(const Request& request) {
  const auto file = file_of(request.target());
  const bool is_sound = file && !between(*file, of_recordings, wav_ending).empty();
  return change_refusal(request, is_sound ? "audio/wav" : "application/json");
}

Answer desk_change(std::string_view file, std::string_view body, Desk& desk, Clips* clips) {
  if (const auto clip = between(file, of_recordings, wav_ending); !clip.empty()) return record(clip, body, desk, clips);
  const Json asked = Json::parse(body, nullptr, false);
  if (!asked.is_object()) return ill_formed();
  const std::string_view what = between(file, of_desk, json_ending);
  if (what == "write") return write(asked, desk, clips);
  if (what == "rename") return rename(asked, desk);
  if (what == "remove") return remove(asked, desk);
  if (what == "draft") return draft(asked);
  if (what == "unrecord") return unrecord(asked, desk, clips);
  if (what != "voice") return ill_formed();
  if (const auto text = text_at(asked, "text")) say_soon(*text, clips);
  return desk_json(Json::object());
}

std::optional<Answer> desk_answer(const Request& request, std::string_view file, const Desk& desk,
                                  CompressedTexts& compressed_texts) {
  if (file == "desk/files.json") return desk_json({{"names", desk.names()}});
  if (file == "desk/recordings.json") return desk_json({{"clips", desk.recorded()}});
  if (const auto name = between(file, of_files, json_ending); !name.empty())
    if (is_file_name(name)) return desk_json(sheet_json(desk.open(name)));
  if (const auto clip = between(file, of_recordings, wav_ending); !clip.empty())
    if (auto sound = desk.open_recording(clip))
      return answer(request, {std::string(file), *std::move(sound)}, compressed_texts);
  return std::nullopt;
}

} // namespace supple::studio
