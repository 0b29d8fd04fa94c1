// SPDX-License-Identifier: Apache-2.0
// The room `studio`: the page and its voice, served on this machine and to nobody else. A site on any other host does
// the same with static files; the server adds the clips of the voice as they are made.
#pragma once

#include "diary/shelf.h"
#include "studio/clips.h"
#include "studio/desk.h"
#include "studio/site.h"
#include "studio/workshop.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>

namespace supple::studio {

/// What nobody may go beyond, so that a slow or a greedy client harms no other.
struct Limits {
  std::size_t connections = 512;                       ///< at once; one more is told to come back later
  std::size_t header_bytes = 16'384;                   ///< of a request, with its first line
  std::uint64_t body_bytes = std::uint64_t{64} << 20U; ///< of a change of the diary
  std::chrono::milliseconds idle{60'000};              ///< between two requests
  std::chrono::milliseconds header{10'000};            ///< from the first byte of a request to the last of its headers
  std::chrono::milliseconds write{30'000};             ///< for each block of 64 kB that a client takes
  std::chrono::milliseconds clip{10'000};              ///< that an answer waits for a clip that is being made
  std::chrono::milliseconds farewell{500};             ///< that answers under way have left when the server ends
};

class Server {
public:
  /// Listens on 127.0.0.1; port 0 takes one that is free. Or one line that says why not and what to do. `clips`: of the
  /// voice, null for none; `shelf`: of the diary, null for none; `workshop`: of films and cards, null for none;
  /// `desk`: of the editor, null for none; all must outlive the server. `host.json` tells the page which of them there
  /// are: {"diary":"server","makes":true,"desk":"its folder"}.
  [[nodiscard]] static std::expected<Server, std::string> listen(std::uint16_t port, Site site, Clips* clips,
                                                                 Limits limits = {}, diary::Shelf* shelf = nullptr,
                                                                 Workshop* workshop = nullptr, Desk* desk = nullptr);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;

  /// Serves until `stop` is called, or SIGINT or SIGTERM come, or have come since `listen`.
  void run();

  /// From any thread.
  void stop();

private:
  struct Running;
  explicit Server(std::unique_ptr<Running> running);
  std::unique_ptr<Running> running_;
};

} // namespace supple::studio
