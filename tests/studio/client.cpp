// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include <arpa/inet.h>
#include <fstream>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>

namespace supple::studio::testing {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

Folder::Folder() {
  std::string pattern = (fs::temp_directory_path() / "supple-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for a test");
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Folder::write(const std::string& file, std::string_view bytes) const {
  fs::create_directories((path_ / file).parent_path());
  std::ofstream(path_ / file, std::ios::binary) << bytes;
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("nobody listens");
}

bool Client::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t n = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

bool Client::receive() {
  pollfd what{socket_.number(), POLLIN, 0};
  if (poll(&what, 1, 5000) <= 0) return false;
  char block[65536];
  const ssize_t n = recv(socket_.number(), block, sizeof block, 0);
  if (n > 0) read_.append(block, static_cast<std::size_t>(n));
  return n > 0;
}

Reply Client::reply(bool head) {
  std::size_t end = 0;
  while ((end = read_.find("\r\n\r\n")) == std::string::npos)
    if (!receive()) return {};
  Reply reply;
  std::string_view lines = std::string_view(read_).substr(0, end);
  reply.status = std::stoi(read_.substr(9, 3));
  while (lines.contains("\r\n")) {
    lines.remove_prefix(lines.find("\r\n") + 2);
    const std::string_view line = lines.substr(0, lines.find("\r\n"));
    std::string name{line.substr(0, line.find(':'))};
    for (char& c : name)
      c = static_cast<char>(std::tolower(c));
    reply.headers[name] = line.substr(line.find(':') + 2);
  }
  read_.erase(0, end + 4);
  const std::string length = reply.header("content-length");
  const std::size_t size = head || length.empty() ? 0 : std::stoull(length);
  while (read_.size() < size)
    if (!receive()) return {};
  reply.body = read_.substr(0, size);
  read_.erase(0, size);
  return reply;
}

bool Client::closes_within(milliseconds wait) {
  pollfd what{socket_.number(), POLLIN, 0};
  if (poll(&what, 1, static_cast<int>(wait.count())) <= 0) return false;
  char byte = 0;
  return recv(socket_.number(), &byte, 1, 0) <= 0;
}

std::size_t Client::drain(milliseconds quiet) {
  std::size_t bytes = 0;
  pollfd what{socket_.number(), POLLIN, 0};
  char block[65536];
  while (poll(&what, 1, static_cast<int>(quiet.count())) > 0) {
    const ssize_t n = recv(socket_.number(), block, sizeof block, 0);
    if (n <= 0) break;
    bytes += static_cast<std::size_t>(n);
  }
  return bytes;
}

std::string get(std::string_view target, std::string_view more_headers) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_headers) + "\r\n";
}

Served::Served(Clips* clips, Limits limits) {
  serve(Server::listen(0, Site(folder.path()), clips, limits));
}

Served::Served(Desk* desk) {
  serve(Server::listen(0, Site(folder.path()), nullptr, {}, nullptr, nullptr, desk));
}

void Served::serve(std::expected<Server, std::string> server) {
  if (!server) throw std::runtime_error(server.error());
  server_ = *std::move(server);
  thread_ = std::thread([this] { server_->run(); });
}

Served::~Served() {
  if (thread_.joinable()) end();
}

Reply Served::ask(std::string_view bytes, bool head) const {
  Client client(port());
  client.send(bytes);
  return client.reply(head);
}

milliseconds Served::end() {
  const auto began = steady_clock::now();
  stop();
  thread_.join();
  return std::chrono::duration_cast<milliseconds>(steady_clock::now() - began);
}

} // namespace supple::studio::testing
