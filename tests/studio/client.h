// SPDX-License-Identifier: Apache-2.0
// A client that sends bytes as they are and sees what comes back, and a site and a server to try it on.
#pragma once

#include "studio/server.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace supple::studio::testing {

/// A folder that is removed at the end.
class Folder {
public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& file, std::string_view bytes) const;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

struct Reply {
  int status = 0;                             ///< 0: the connection was closed without an answer
  std::map<std::string, std::string> headers; ///< names in small letters
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
  }
};

/// One connection. What is waited for longer than 5 s does not come.
class Client {
public:
  explicit Client(std::uint16_t port);

  /// Sends as much as the other side takes; false if it has closed.
  bool send(std::string_view bytes) const;
  /// The next answer; `head`: to a HEAD request, without a body.
  [[nodiscard]] Reply reply(bool head = false);
  /// Whether the other side closes within `wait`, without sending anything more.
  [[nodiscard]] bool closes_within(std::chrono::milliseconds wait);
  /// Reads and forgets until nothing comes for `quiet`; the number of bytes.
  [[nodiscard]] std::size_t drain(std::chrono::milliseconds quiet);

private:
  bool receive();

  Descriptor socket_;
  std::string read_;
};

/// `GET target`, with more header lines that each end in CR LF.
[[nodiscard]] std::string get(std::string_view target, std::string_view more_headers = "");

/// A site that is served while this object lives.
class Served {
public:
  explicit Served(Clips* clips = nullptr, Limits limits = {});
  explicit Served(Desk* desk);
  ~Served();

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }

  [[nodiscard]] Reply ask(std::string_view bytes, bool head = false) const;

  void stop() { server_->stop(); }

  /// How long it takes until it has ended.
  std::chrono::milliseconds end();

  Folder folder;

private:
  void serve(std::expected<Server, std::string> server);

  std::optional<Server> server_;
  std::thread thread_;
};

} // namespace supple::studio::testing
