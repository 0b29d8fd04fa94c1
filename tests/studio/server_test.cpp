// SPDX-License-Identifier: Apache-2.0
// The server as a browser, a bad client and an evil page see it: over a real socket.
#include "client.h"

#include <atomic>
#include <brotli/decode.h>
#include <filesystem>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zlib.h>

namespace supple::studio::testing {
namespace {

using namespace std::chrono_literals;

const std::string page = "<!doctype html><title>Supple</title>" + std::string(5000, 'x');

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 1;
  for (char& c : bytes)
    c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  return bytes;
}

std::string unbrotlied(const std::string& bytes, std::size_t size) {
  std::string out(size, '\0');
  BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                          reinterpret_cast<std::uint8_t*>(out.data()));
  return out;
}

std::string unzipped(std::string bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  inflateInit2(&stream, MAX_WBITS + 16);
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return out;
}

TEST(AServer, SendsTheFilesOfTheSiteAsWhatTheyAre) {
  Served served;
  served.folder.write("index.html", page);
  served.folder.write("core.wasm", random_bytes(100'000));
  served.folder.write("library/index.json", "{}");
  const Reply home = served.ask(get("/"));
  EXPECT_EQ(home.status, 200);
  EXPECT_EQ(home.body, page);
  EXPECT_EQ(home.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(served.ask(get("/index.html?from=a&b")).body, page);
  const Reply core = served.ask(get("/core.wasm"));
  EXPECT_EQ(core.body, random_bytes(100'000));
  EXPECT_EQ(core.header("content-type"), "application/wasm");
  EXPECT_EQ(served.ask(get("/library/index%2Ejson")).header("content-type"), "application/json");
}

TEST(AServer, SendsALargeFileWhole) {
  Served served;
  const std::string film = random_bytes(20'000'000);
  served.folder.write("film.mp4", film);
  EXPECT_EQ(served.ask(get("/film.mp4")).body, film);
}

TEST(AServer, GuardsEveryAnswerAgainstWhatIsNotItsOwn) {
  Served served;
  served.folder.write("index.html", page);
  for (const std::string_view request :
       {get("/"), get("/none"), std::string("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n")}) {
    const Reply reply = served.ask(request);
    EXPECT_EQ(reply.header("content-security-policy"),
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
              "font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; base-uri 'none'; "
              "form-action 'none'; frame-ancestors 'none'");
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(reply.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(reply.header("cross-origin-resource-policy"), "same-origin");
    EXPECT_EQ(reply.header("access-control-allow-origin"), "");
  }
}

TEST(AServer, AnswersOnlyToTheNamesOfThisMachine) {
  Served served;
  served.folder.write("index.html", page);
  const auto status_for = [&](const std::string& host_line) {
    return served.ask("GET / HTTP/1.1\r\n" + host_line + "\r\n").status;
  };
  for (const char* host : {"localhost", "localhost:8420", "127.0.0.1", "127.0.0.1:9", "LOCALHOST"})
    EXPECT_EQ(status_for(fmt::format("Host: {}\r\n", host)), 200) << host;
  for (const char* host :
       {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.0.1", "localhost:http", ""})
    EXPECT_EQ(status_for(fmt::format("Host: {}\r\n", host)), 421) << host;
  EXPECT_EQ(status_for(""), 400);
  EXPECT_EQ(status_for("Host: localhost\r\nHost: evil.example\r\n"), 400);
}

TEST(AServer, HidesWhatIsNotOfTheSite) {
  Served served;
  Folder outside;
  outside.write("secret.txt", "secret");
  served.folder.write("index.html", page);
  served.folder.write(".built", "hidden");
  served.folder.write("folder/inside.txt", "inside");
  std::filesystem::create_symlink(outside.path() / "secret.txt", served.folder.path() / "link.txt");
  std::filesystem::create_directory_symlink(outside.path(), served.folder.path() / "linked");
  mkfifo((served.folder.path() / "pipe.txt").c_str(), 0600);
  const std::string up = "/../" + outside.path().filename().string() + "/secret.txt";
  for (const std::string& target :
       {std::string("/link.txt"), std::string("/linked/secret.txt"), std::string("/.built"), std::string("/folder"),
        std::string("/folder/"), std::string("/none.html"), std::string("/pipe.txt"), std::string("/index.html%00.txt"),
        std::string("/%2e%2e/x"), std::string("//index.html"), std::string("/folder/../index.html"), std::string("/%"),
        up}) {
    const Reply reply = served.ask(get(target));
    EXPECT_EQ(reply.status, 404) << target;
    EXPECT_EQ(reply.body, "There is nothing at this address.\n") << target;
  }
  EXPECT_EQ(served.ask(get("/folder/inside.txt")).body, "inside");
}

TEST(AServer, RefusesInShortWordsWhatItDoesNotDo) {
  Served served;
  served.folder.write("index.html", page);
  const Reply post = served.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(post.header("allow"), "GET, HEAD");
  EXPECT_EQ(post.header("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(served.ask("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 405);
  EXPECT_EQ(served.ask("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc").status, 413);
  EXPECT_EQ(served.ask(get("/" + std::string(3000, 'a'))).status, 414);
  EXPECT_EQ(served.ask(get("/", "X: " + std::string(20'000, 'a') + "\r\n")).status, 431);
  EXPECT_EQ(served.ask("GET / HTTP/3.7\r\nHost: localhost\r\n\r\n").status, 505);
  EXPECT_EQ(served.ask("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 TLS\r\n\r\n").status, 400);
  EXPECT_EQ(served.ask("GET index.html HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 404);
}

TEST(AServer, SendsOnlyTheHeadToHead) {
  Served served;
  served.folder.write("index.html", page);
  Client client(served.port());
  client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-0\r\n\r\n" + get("/"));
  const Reply head = client.reply(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), std::to_string(page.size()));
  EXPECT_EQ(client.reply().body, page) << "the next answer follows at once";
}

TEST(AServer, SendsPartsOfAFile) {
  Served served;
  served.folder.write("clip.wav", "0123456789");
  const auto part = [&](const std::string& range) { return served.ask(get("/clip.wav", "Range: " + range + "\r\n")); };
  EXPECT_EQ(part("bytes=2-4").status, 206);
  EXPECT_EQ(part("bytes=2-4").body, "234");
  EXPECT_EQ(part("bytes=2-4").header("content-range"), "bytes 2-4/10");
  EXPECT_EQ(part("bytes=7-").body, "789");
  EXPECT_EQ(part("bytes=-4").body, "6789");
  EXPECT_EQ(part("bytes=8-99").header("content-range"), "bytes 8-9/10");
  EXPECT_EQ(part("bytes=10-").status, 416);
  EXPECT_EQ(part("bytes=10-").header("content-range"), "bytes */10");
  EXPECT_EQ(part("bytes=0-1,3-4").status, 200);
  EXPECT_EQ(part("rows=1-2").body, "0123456789");
}

TEST(AServer, ContinuesAFileOnlyIfItIsStillTheSame) {
  Served served;
  served.folder.write("clip.wav", "0123456789");
  const std::string tag = served.ask(get("/clip.wav")).header("etag");
  const std::string rest = get("/clip.wav", "Range: bytes=5-\r\nIf-Range: " + tag + "\r\n");
  EXPECT_EQ(served.ask(rest).status, 206);
  served.folder.write("clip.wav", "another sound");
  EXPECT_EQ(served.ask(rest).status, 200);
  EXPECT_EQ(served.ask(rest).body, "another sound");
}

TEST(AServer, SendsNothingThatTheBrowserHasAlready) {
  Served served;
  served.folder.write("index.html", page);
  const Reply first = served.ask(get("/"));
  ASSERT_TRUE(first.header("etag").starts_with('"'));
  const Reply second = served.ask(get("/", "If-None-Match: \"other\", " + first.header("etag") + "\r\n"));
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
  EXPECT_EQ(second.header("etag"), first.header("etag"));
  EXPECT_EQ(second.header("vary"), "Accept-Encoding");
  served.folder.write("index.html", page + "!");
  EXPECT_EQ(served.ask(get("/", "If-None-Match: " + first.header("etag") + "\r\n")).status, 200);
}

TEST(AServer, LetsBrowsersKeepWhatNeverChanges) {
  Served served;
  served.folder.write("index.html", page);
  served.folder.write("assets/index-DiwrgTda.js", "1");
  EXPECT_EQ(served.ask(get("/")).header("cache-control"), "no-cache");
  EXPECT_EQ(served.ask(get("/assets/index-DiwrgTda.js")).header("cache-control"),
            "public, max-age=31536000, immutable");
}

TEST(AServer, CompressesTextAsTheBrowserLikesIt) {
  Served served;
  served.folder.write("index.html", page);
  served.folder.write("picture.png", std::string(5000, 'x'));
  served.folder.write("noise.txt", random_bytes(5000));
  const auto asked = [&](const std::string& target, const std::string& accepted) {
    return served.ask(get(target, "Accept-Encoding: " + accepted + "\r\n"));
  };
  const Reply br = asked("/", "gzip, deflate, br"), gzip = asked("/", "gzip"), plain = asked("/", "identity");
  EXPECT_EQ(br.header("content-encoding"), "br");
  EXPECT_EQ(unbrotlied(br.body, page.size()), page);
  EXPECT_EQ(gzip.header("content-encoding"), "gzip");
  EXPECT_EQ(unzipped(gzip.body, page.size()), page);
  EXPECT_EQ(plain.header("content-encoding"), "");
  EXPECT_EQ(plain.body, page);
  EXPECT_LT(br.body.size(), page.size() / 10);
  EXPECT_NE(br.header("etag"), plain.header("etag")) << "the tag is strong: other bytes, another tag";
  EXPECT_NE(br.header("etag"), gzip.header("etag"));
  EXPECT_EQ(br.header("vary"), "Accept-Encoding");
  EXPECT_EQ(asked("/picture.png", "br").header("content-encoding"), "");
  EXPECT_EQ(asked("/picture.png", "br").header("vary"), "");
  EXPECT_EQ(asked("/noise.txt", "br").body, random_bytes(5000)) << "what grows is sent plain";
  EXPECT_EQ(asked("/", "br;q=0, gzip;q=0.5").header("content-encoding"), "gzip");
}

TEST(AServer, CutsRangesFromThePlainText) {
  Served served;
  served.folder.write("index.html", page);
  const Reply part = served.ask(get("/", "Accept-Encoding: br\r\nRange: bytes=0-8\r\n"));
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "<!doctype");
  EXPECT_EQ(part.header("content-encoding"), "");
}

TEST(AServer, KeepsConnectionsAndAnswersInOrder) {
  Served served;
  for (int i = 0; i < 20; ++i)
    served.folder.write(fmt::format("{}.txt", i), fmt::format("number {}", i));
  Client client(served.port());
  std::string requests;
  for (int i = 0; i < 20; ++i)
    requests += get(fmt::format("/{}.txt", i));
  client.send(requests);
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(client.reply().body, fmt::format("number {}", i));
  client.send(get("/1.txt", "Connection: close\r\n"));
  EXPECT_EQ(client.reply().header("connection"), "close");
  EXPECT_TRUE(client.closes_within(1s));
}

TEST(AServer, SpeaksWithOldClients) {
  Served served;
  served.folder.write("index.html", page);
  Client client(served.port());
  client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.reply().body, page);
  EXPECT_TRUE(client.closes_within(1s));
}

TEST(AServer, ServesTwoHundredAtOnce) {
  Served served;
  const std::string core = random_bytes(300'000);
  served.folder.write("core.wasm", core);
  std::vector<std::thread> all;
  std::atomic<int> well = 0;
  for (int i = 0; i < 200; ++i)
    all.emplace_back([&] {
      Client client(served.port());
      for (int again = 0; again < 3; ++again) {
        client.send(get("/core.wasm"));
        if (client.reply().body == core) ++well;
      }
    });
  for (std::thread& thread : all)
    thread.join();
  EXPECT_EQ(well, 600);
}

TEST(AServer, ClosesClientsThatAreTooSlow) {
  Limits limits;
  limits.header = 200ms;
  limits.idle = 300ms;
  Served served(nullptr, limits);
  served.folder.write("index.html", page);
  Client drop_by_drop(served.port()), silent(served.port());
  const auto began = std::chrono::steady_clock::now();
  while (drop_by_drop.send("a") && std::chrono::steady_clock::now() - began < 3s && !drop_by_drop.closes_within(20ms)) {
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
  EXPECT_TRUE(silent.closes_within(1s));
  EXPECT_EQ(served.ask(get("/")).status, 200);
}

TEST(AServer, DoesNotWaitForAChangeThatComesDropByDrop) {
  Limits limits;
  limits.write = 300ms;
  Served served(nullptr, limits);
  Client client(served.port());
  client.send(fmt::format("POST /diary/changes.json HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:{}\r\n"
                          "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n",
                          served.port()));
  const auto began = std::chrono::steady_clock::now();
  while (client.send(" ") && std::chrono::steady_clock::now() - began < 3s && !client.closes_within(20ms)) {
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
}

TEST(AServer, RefusesWhatAForeignPageAsksBeforeItMayChangeAnything) {
  Served served;
  const auto status = [&](std::string_view lines) {
    return served.ask(fmt::format("{}\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n", lines)).status;
  };
  EXPECT_EQ(status("OPTIONS /diary/changes.json HTTP/1.1\r\nAccess-Control-Request-Method: POST"), 405);
  EXPECT_EQ(status("DELETE /diary/entries.json HTTP/1.1"), 405);
}

TEST(AServer, DoesNotWaitForClientsThatDoNotRead) {
  Limits limits;
  limits.write = 200ms;
  Served served(nullptr, limits);
  served.folder.write("film.mp4", random_bytes(20'000'000));
  Client client(served.port());
  client.send(get("/film.mp4"));
  std::this_thread::sleep_for(600ms);
  EXPECT_LT(client.drain(300ms), 20'000'000U);
}

TEST(AServer, TellsOneTooManyToComeBack) {
  Limits limits;
  limits.connections = 4;
  Served served(nullptr, limits);
  served.folder.write("index.html", page);
  {
    std::vector<std::unique_ptr<Client>> crowd;
    for (int i = 0; i < 4; ++i) {
      crowd.push_back(std::make_unique<Client>(served.port()));
      crowd.back()->send(get("/"));
      EXPECT_EQ(crowd.back()->reply().status, 200);
    }
    const Reply turned_away = served.ask(get("/"));
    EXPECT_EQ(turned_away.status, 503);
    EXPECT_EQ(turned_away.header("retry-after"), "1");
  }
  for (int tries = 0; tries < 50 && served.ask(get("/")).status != 200; ++tries)
    std::this_thread::sleep_for(20ms);
  EXPECT_EQ(served.ask(get("/")).status, 200);
}

TEST(AServer, EndsWithinASecondWhateverIsUnderWay) {
  Served served;
  served.folder.write("film.mp4", random_bytes(20'000'000));
  Client idle(served.port()), half(served.port()), greedy(served.port());
  half.send("GET / HT");
  greedy.send(get("/film.mp4"));
  std::this_thread::sleep_for(50ms);
  EXPECT_LT(served.end(), 1s);
  EXPECT_TRUE(idle.closes_within(100ms));
}

TEST(AServer, FinishesAnAnswerBeforeItEnds) {
  Served served;
  const std::string film = random_bytes(20'000'000);
  served.folder.write("film.mp4", film);
  Client client(served.port());
  client.send(get("/film.mp4"));
  std::this_thread::sleep_for(20ms);
  served.stop();
  EXPECT_EQ(client.reply().body, film);
}

TEST(AServer, SaysWhatToDoWhereThePortIsTaken) {
  const Served served;
  const auto second = Server::listen(served.port(), Site("."), nullptr);
  ASSERT_FALSE(second.has_value());
  EXPECT_TRUE(second.error().contains(fmt::format("port {} is taken", served.port())));
  EXPECT_TRUE(second.error().contains("--port"));
}

} // namespace
} // namespace supple::studio::testing
