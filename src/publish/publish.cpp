// SPDX-License-Identifier: Apache-2.0
#include "publish/publish.h"

#include "card/page.h"
#include "guide/plan.h"
#include "publish/kept.h"
#include "publish/pages.h"
#include "publish/papers.h"
#include "publish/pictures.h"
#include "publish/player.h"
#include "publish/site_folder.h"
#include "publish/structured.h"
#include "studio/clips.h"

#include <fmt/core.h>
#include <set>
#include <stdexcept>

namespace supple::publish {

namespace {

namespace fs = std::filesystem;

// Another one whenever other cards are made of the same text.
constexpr std::string_view card_making = "2";

class Publishing {
public:
  Publishing(const Library& library, const Options& options, const Watch& watch)
      : library_(library), options_(options), watch_(watch), site_(options.out),
        facts_{options.root, options.pictures, std::vector<std::vector<Download>>(library.exercises.size())} {}

  Published run(std::unique_ptr<studio::Voice> voice) {
    put_player(site_, options_.page, library_);
    put_clips(std::move(voice));
    for (std::size_t i = 0; i < library_.exercises.size(); ++i) {
      step("made ready", i);
      put_pictures(i);
      put_card(i);
      put_films(i);
    }
    put_pages();
    return {library_.exercises.size(), site_.finish()};
  }

private:
  void step(std::string_view what, std::size_t done) const {
    if (watch_.stopped()) throw std::runtime_error("stopped; the site is as it was before");
    watch_.progress(what, done + 1, library_.exercises.size());
  }

  void put_clips(std::unique_ptr<studio::Voice> voice) {
    std::vector<std::string> texts;
    std::set<std::string, std::less<>> known;
    for (const Exercise& exercise : library_.exercises)
      for (const std::string& text : exercise.cues)
        if (known.insert(text).second) texts.push_back(text);
    if (!voice) {
      site_.put("player/clips/index.json", R"({"voice":"none","clips":{},"coming":[]})");
      return;
    }
    studio::Clips clips(std::move(voice), options_.cache, texts, watch_.tell);
    clips.finish([&](std::size_t done, std::size_t of) { watch_.progress("of the cues are said", done, of); });
    if (const std::string trouble = studio::write_clips(clips, site_.folder("player/clips")); !trouble.empty())
      throw std::runtime_error(trouble);
  }

  void put_pictures(std::size_t index) {
    if (!options_.pictures) return;
    const Exercise& exercise = library_.exercises[index];
    const Pictures pictures = pictures_of(exercise, options_.cache);
    const std::string name = "pictures/" + exercise.name;
    site_.put(name + "-day.webp", pictures.day);
    site_.put(name + "-night.webp", pictures.night);
    site_.put(name + ".png", pictures.to_share);
  }

  void put_card(std::size_t index) {
    if (!options_.cards) return;
    const Exercise& exercise = library_.exercises[index];
    const std::string address = options_.root.empty() ? "" : options_.root + page_of(exercise);
    const fs::path file = options_.cache / fmt::format("cards-{}", card_making) /
                          (guide::clip_name(address + "\n" + exercise.source) + ".pdf");
    std::string card = kept(file);
    if (card.empty()) {
      const guide::Settings settings;
      const guide::Session session = guide::plan(exercise.score, settings);
      card = card::printed(card::card_of(exercise.score, session), session, settings, {.address = address});
      keep(file, card);
    }
    keep_download(index, fmt::format("cards/{}.pdf", exercise.name), "Card to print (PDF)", card);
  }

  void put_films(std::size_t index) {
    if (options_.films.empty()) return;
    const studio::Site films(options_.films);
    for (const auto& [ending, what] : {std::pair{".mp4", "Film (MP4)"}, std::pair{".webm", "Film (WebM)"},
                                       std::pair{".vtt", "Captions of the film (WebVTT)"}}) {
      const std::string name = library_.exercises[index].name + ending;
      const auto file = films.open(name);
      if (!file) continue;
      std::string bytes(file->size, '\0');
      bytes.resize(file->read(bytes, 0));
      keep_download(index, "films/" + name, what, bytes);
    }
  }

  void keep_download(std::size_t index, const std::string& file, const std::string& what, const std::string& bytes) {
    site_.put(file, bytes);
    facts_.downloads[index].push_back({file, what, bytes.size()});
  }

  void put_page(const Page& page) {
    site_.put(page.name + "index.html", page.html);
    listed_.push_back({page.name, page.changed_s});
  }

  void put_pages() {
    Pages pages(library_, facts_);
    for (std::size_t i = 0; i < library_.exercises.size(); ++i) {
      step("pages are written", i);
      put_page(pages.exercise(i));
      const Page embedded = pages.embedded(i);
      site_.put(embedded.name + "index.html", embedded.html);
    }
    for (const Page& page : pages.others())
      put_page(page);
    site_.put("search/index.json", search_index(library_.exercises, pages.lines()));
    if (options_.root.empty()) return;
    site_.put("feed.xml", feed(pages.templates(), library_, pages.descriptions(), options_.root));
    site_.put("sitemap.xml", sitemap(pages.templates(), listed_, options_.root));
    site_.put("404.html", pages.missing());
  }

  const Library& library_;
  const Options& options_;
  const Watch& watch_;
  SiteFolder site_;
  Facts facts_;
  std::vector<Listed> listed_;
};

} // namespace

Published publish(const Library& library, const Options& options, std::unique_ptr<studio::Voice> voice,
                  const Watch& watch) {
  return Publishing(library, options, watch).run(std::move(voice));
}

} // namespace supple::publish
