// SPDX-License-Identifier: Apache-2.0
#include "studio/server.h"

#include "studio/answer.h"
#include "studio/desk_answer.h"
#include "studio/path.h"
#include "studio/shelf_answer.h"
#include "studio/workshop_answer.h"

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/core.h>
#include <list>
#include <nlohmann/json.hpp>
#include <vector>

namespace supple::studio {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = http::request_parser<http::empty_body>;

namespace {

// Completion with the error as a value.
constexpr auto result = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t block_bytes = 65'536;
constexpr std::size_t most_compressed_bytes = std::size_t{32} << 20U;
constexpr std::size_t room_to_turn_away = 64; ///< connections beyond the limit that are still told so
constexpr auto between_looks = std::chrono::milliseconds(40);
constexpr auto after_trouble = std::chrono::milliseconds(100);
constexpr auto last_words = std::chrono::seconds(1);

struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}

  beast::tcp_stream stream;
  beast::flat_buffer read; ///< what has come and is not yet understood
  bool answering = false;  ///< an answer is owed
};

/// What to say to a request that could not be read; none where there is nobody to say it to.
std::optional<Answer> answer_to(const error_code& problem) {
  using http::error;
  const bool of_http = problem.category() == http::make_error_code(error::end_of_stream).category();
  if (!of_http || problem == error::end_of_stream || problem == error::partial_message) return std::nullopt;
  Answer out = [&] {
    if (problem == error::header_limit || problem == error::buffer_overflow)
      return sentence(http::status::request_header_fields_too_large, "The headers are too long.");
    if (problem == error::bad_version)
      return sentence(http::status::http_version_not_supported, "HTTP/1.1 is spoken here.");
    return sentence(http::status::bad_request, "This is no request.");
  }();
  out.close = true;
  return out;
}

/// The name of the clip that a file of the site is, empty where it is none.
std::string_view clip_of(std::string_view file) {
  constexpr std::string_view folder = "clips/", ending = ".wav";
  if (!file.starts_with(folder) || !file.ends_with(ending)) return {};
  return file.substr(folder.size(), file.size() - folder.size() - ending.size());
}

/// The next bytes of an answer that `done` bytes of are sent; `block` is room for them. Empty where they cannot be had.
std::string_view next_bytes(const Answer& answer, std::uint64_t done, std::vector<char>& block) {
  const std::uint64_t left = answer.length - done;
  if (const auto* text = std::get_if<0>(&answer.source))
    return std::string_view(**text).substr(answer.offset + done, left);
  block.resize(std::min<std::uint64_t>(left, block_bytes));
  return {block.data(), std::get<File>(answer.source).read(block, answer.offset + done)};
}

} // namespace

struct Server::Running {
  Running(Site its_site, Clips* its_clips, Limits its_limits, diary::Shelf* its_shelf, Workshop* its_workshop,
          Desk* its_desk)
      : site(std::move(its_site)), clips(its_clips), limits(its_limits), shelf(its_shelf), workshop(its_workshop),
        desk(its_desk) {}

  asio::io_context context{1};
  tcp::acceptor acceptor{context};
  asio::signal_set signals{context};
  asio::steady_timer farewell{context};
  Site site;
  Clips* clips;
  Limits limits;
  diary::Shelf* shelf;
  Workshop* workshop;
  Desk* desk;
  CompressedTexts compressed_texts{most_compressed_bytes};
  std::list<Connection> connections;
  bool ending = false;

  asio::awaitable<void> accept() {
    while (!ending) {
      auto [error, socket] = co_await acceptor.async_accept(result);
      if (error) {
        asio::steady_timer pause{context, after_trouble}; // no descriptors left: they will come back
        if (!ending) co_await pause.async_wait(result);
      } else if (connections.size() < limits.connections + room_to_turn_away) {
        connections.emplace_front(std::move(socket));
        asio::co_spawn(context, serve(connections.begin()), asio::detached);
      }
    }
  }

  asio::awaitable<void> serve(std::list<Connection>::iterator connection) {
    try {
      co_await converse(*connection);
    } catch (const std::exception&) { // memory ran out, or the like: the others go on
      connection->stream.close();
    }
    connections.erase(connection);
    if (ending && connections.empty()) farewell.cancel();
  }

  asio::awaitable<void> converse(Connection& connection) {
    connection.stream.socket().set_option(tcp::no_delay(true));
    connection.read.max_size(2 * limits.header_bytes);
    const bool crowded = connections.size() > limits.connections;
    bool more = true;
    while (more && !ending) {
      Parser parser;
      parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
      parser.body_limit(boost::none);
      const error_code error = co_await read(connection, parser);
      std::optional<Answer> answer = error ? answer_to(error) : std::nullopt;
      if (error && !answer) co_return;
      connection.answering = true;
      if (!answer && crowded) answer = too_many();
      if (!answer) answer = co_await find(connection, parser);
      more = !answer->close && parser.keep_alive() && !ending;
      const bool arrived = co_await write(connection, parser.get(), *answer, more);
      if (!arrived) co_return;
      connection.answering = false;
    }
    co_await leave(connection);
  }

  asio::awaitable<error_code> read(Connection& connection, Parser& parser) {
    if (connection.read.size() == 0) {
      connection.stream.expires_after(limits.idle);
      auto [error, bytes] = co_await connection.stream.async_read_some(connection.read.prepare(4096), result);
      if (error) co_return error == asio::error::eof ? http::error::end_of_stream : error;
      connection.read.commit(bytes);
    }
    connection.stream.expires_after(limits.header);
    auto [error, bytes] = co_await http::async_read_header(connection.stream, connection.read, parser, result);
    co_return error;
  }

  /// What there is here beside the page.
  [[nodiscard]] std::shared_ptr<const std::string> host() const {
    nlohmann::ordered_json here{{"diary", "server"}};
    if (workshop != nullptr) here["makes"] = true;
    if (desk != nullptr) here["desk"] = desk->folder().string();
    return std::make_shared<const std::string>(
        here.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  static Answer too_many() {
    Answer out = sentence(http::status::service_unavailable, "Too many are here at once; come back in a second.");
    out.head.set(http::field::retry_after, "1");
    out.close = true;
    return out;
  }

  [[nodiscard]] bool has_body(const Request& request) const {
    return (shelf != nullptr && is_change(request)) || (workshop != nullptr && is_order(request)) ||
           (desk != nullptr && is_desk_change(request));
  }

  /// The answer to a body that has come whole.
  Answer changed(const Request& request, const std::string& file, const std::string& body) {
    if (is_order(request)) return order_answer(file, body, *workshop);
    return is_desk_change(request) ? desk_change(file, body, *desk, clips) : change_answer(file, body, *shelf);
  }

  /// A change of the diary or of the library folder, or an order: its body is read, then it is made.
  asio::awaitable<Answer> change(Connection& connection, Parser& parser) {
    const Request& request = parser.get();
    if (auto refused = is_desk_change(request) ? desk_refusal(request) : change_refusal(request)) {
      refused->close = true;
      co_return *std::move(refused);
    }
    const auto file = file_of(request.target());
    const http::header<true, http::fields> head = request;
    http::request_parser<http::string_body> whole{std::move(parser)};
    whole.body_limit(limits.body_bytes);
    connection.stream.expires_after(limits.write);
    auto [error, bytes] = co_await http::async_read(connection.stream, connection.read, whole, result);
    Answer answered =
        error ? sentence(error == http::error::body_limit ? http::status::payload_too_large : http::status::bad_request,
                         "The change has not come whole.")
              : changed(head, *file, whole.get().body());
    answered.close = true; // what Beast has kept of the headers has moved on with the body
    co_return answered;
  }

  asio::awaitable<Answer> find(Connection& connection, Parser& parser) {
    if (has_body(parser.get())) {
      Answer answered = co_await change(connection, parser);
      co_return answered;
    }
    const Request& request = parser.get();
    if (auto refused = refusal(request, !parser.is_done())) co_return *std::move(refused);
    const auto file = file_of(request.target());
    if (file == "host.json" && shelf != nullptr) co_return answer(request, {*file, host()}, compressed_texts);
    if (file && shelf != nullptr)
      if (auto answered = shelf_answer(*file, *shelf)) co_return *std::move(answered);
    if (file && workshop != nullptr)
      if (auto answered = workshop_answer(request, *file, *workshop, compressed_texts)) co_return *std::move(answered);
    if (file && desk != nullptr)
      if (auto answered = desk_answer(request, *file, *desk, compressed_texts)) co_return *std::move(answered);
    if (file && clips != nullptr) {
      if (*file == "clips/index.json") co_return answer(request, {*file, clips->index()}, compressed_texts);
      if (const std::string name{clip_of(*file)}; clips->state(name) != ClipState::unknown) {
        connection.stream.expires_never();
        Answer answered = co_await clip(request, name);
        co_return answered;
      }
    }
    if (file)
      if (auto found = site.open(*file)) co_return answer(request, {*file, *std::move(found)}, compressed_texts);
    co_return sentence(http::status::not_found, "There is nothing at this address.");
  }

  /// A clip, waited for while it is being made.
  asio::awaitable<Answer> clip(const Request& request, const std::string& name) {
    const auto latest = Clock::now() + limits.clip;
    asio::steady_timer pause{context};
    clips->hurry(name);
    while (clips->state(name) == ClipState::coming && Clock::now() < latest && !ending) {
      pause.expires_after(between_looks);
      co_await pause.async_wait(result);
    }
    if (auto file = clips->open(name)) co_return answer(request, {name + ".wav", *std::move(file)}, compressed_texts);
    Answer out = sentence(http::status::service_unavailable, "The voice has not said this yet.");
    out.head.set(http::field::retry_after, "2");
    co_return out;
  }

  asio::awaitable<bool> write(Connection& connection, const Request& request, Answer& answer, bool keep_alive) {
    const bool bodiless = request.method() == http::verb::head || answer.length == 0;
    http::response<http::buffer_body> response{std::move(answer.head)};
    response.version(request.version() == 10 ? 10 : 11);
    response.keep_alive(keep_alive);
    response.body().more = false;
    http::response_serializer<http::buffer_body> serializer{response};
    if (bodiless) {
      connection.stream.expires_after(limits.write);
      auto [error, bytes] = co_await http::async_write_header(connection.stream, serializer, result);
      co_return !error;
    }
    std::vector<char> block;
    for (std::uint64_t done = 0; done < answer.length;) {
      const std::string_view next = next_bytes(answer, done, block);
      if (next.empty()) co_return false; // the file has become shorter: only an end can tell
      done += next.size();
      response.body().data = const_cast<char*>(next.data()); // Beast does not write there
      response.body().size = next.size();
      response.body().more = done < answer.length;
      connection.stream.expires_after(limits.write);
      auto [error, bytes] = co_await http::async_write(connection.stream, serializer, result);
      if (error && error != http::error::need_buffer) co_return false;
    }
    co_return true;
  }

  /// Closes so that the last answer arrives: what the other side still sends is taken, for a while.
  asio::awaitable<void> leave(Connection& connection) {
    connection.stream.socket().shutdown(tcp::socket::shutdown_send);
    connection.stream.expires_after(last_words);
    std::array<char, 4096> ignored{};
    for (int blocks = 0; blocks < 64 && !ending; ++blocks) {
      auto [error, bytes] = co_await connection.stream.async_read_some(asio::buffer(ignored), result);
      if (error) break;
    }
  }

  /// Answers under way are finished, as far as there is time for it; all else ends now.
  void end() {
    if (ending) return;
    ending = true;
    acceptor.close();
    signals.cancel();
    for (Connection& connection : connections)
      if (!connection.answering) connection.stream.close();
    if (connections.empty()) return;
    farewell.expires_after(limits.farewell);
    farewell.async_wait([this](const error_code& error) {
      if (!error) context.stop();
    });
  }
};

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}

Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

std::expected<Server, std::string> Server::listen(std::uint16_t port, Site site, Clips* clips, Limits limits,
                                                  diary::Shelf* shelf, Workshop* workshop, Desk* desk) {
  auto running = std::make_unique<Running>(std::move(site), clips, limits, shelf, workshop, desk);
  try {
    const tcp::endpoint here{asio::ip::address_v4::loopback(), port};
    tcp::acceptor& acceptor = running->acceptor;
    acceptor.open(here.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(here);
    acceptor.listen();
    running->signals.add(SIGINT);
    running->signals.add(SIGTERM);
  } catch (const boost::system::system_error& error) {
    if (error.code() != asio::error::address_in_use)
      return std::unexpected(
          fmt::format("port {} cannot be used ({}); instead: choose another one with --port, from 1024 on", port,
                      error.code().message()));
    return std::unexpected(fmt::format("port {} is taken by another program (perhaps Supple is served already); "
                                       "instead: end that one, or choose another port with --port {}",
                                       port, port < 65535 ? port + 1 : port - 1));
  }
  return Server(std::move(running));
}

std::uint16_t Server::port() const {
  return running_->acceptor.local_endpoint().port();
}

void Server::run() {
  Running& r = *running_;
  r.signals.async_wait([&r](const error_code& error, int) {
    if (!error) r.end();
  });
  asio::co_spawn(r.context, r.accept(), asio::detached);
  r.context.run();
}

void Server::stop() {
  asio::post(running_->context, [&r = *running_] { r.end(); });
}

} // namespace supple::studio
