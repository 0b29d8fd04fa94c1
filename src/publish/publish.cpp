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
#include "studio/library.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace supple::publish {

namespace {

namespace fs = std::filesystem;

class Publishing {
public:
  Publishing(const Library& library, const Options& options, const Watch& watch)
      : library_(library), options_(options), watch_(watch), site_(options.out) {
    languages_.push_back({library, nullptr, {options.root, options.pictures}});
    for (const Library& each : library.translations)
      languages_.push_back({each,
                            studio::tongue_named(each.about.language),
                            {options.root, options.pictures, {}, each.about.language + "/"}});
    for (Language& here : languages_) {
      here.facts.downloads.resize(here.library.exercises.size());
      for (const Language& there : languages_)
        if (&there != &here)
          here.facts.elsewhere.push_back(
              {there.library.about.language, there.facts.folder, pages_in_other_languages(there.library)});
    }
  }

  Published run(std::unique_ptr<studio::Voice> voice) {
    put_player(site_, options_.page, library_);
    put_clips(std::move(voice));
    for (std::size_t i = 0; i < library_.exercises.size(); ++i)
      put_pictures(i);
    for (Language& language : languages_)
      for (std::size_t i = 0; i < language.library.exercises.size(); ++i) {
        step("made ready", i, language);
        put_card(language, i);
        put_films(language, i);
      }
    for (const Language& language : languages_)
      put_pages(language);
    put_sitemap();
    return {library_.exercises.size(), site_.finish()};
  }

private:
  /// What is published in one language.
  struct Language {
    const Library& library;
    const studio::Tongue* tongue; ///< null: English
    Facts facts;

    /// Of a file: `rock-back`, `rock-back.es`.
    [[nodiscard]] std::string name_of(std::size_t index) const {
      const std::string& name = library.exercises[index].name;
      return tongue == nullptr ? name : fmt::format("{}.{}", name, library.about.language);
    }
  };

  void stop_if_asked() const {
    if (watch_.stopped()) throw std::runtime_error("stopped; the site is as it was before");
  }

  void step(std::string_view what, std::size_t done, const Language& language) const {
    stop_if_asked();
    watch_.progress(what, done + 1, language.library.exercises.size());
  }

  [[nodiscard]] studio::CueTexts cue_texts() const {
    studio::CueTexts texts;
    std::set<std::string_view> known;
    for (const Language& language : languages_)
      for (const Exercise& exercise : language.library.exercises)
        for (const std::string& text : exercise.cues) {
          if (!known.insert(text).second) continue;
          texts.all.push_back(text);
          if (language.tongue != nullptr) texts.translated[language.tongue].insert(text);
        }
    return texts;
  }

  void put_clips(std::unique_ptr<studio::Voice> voice) {
    const studio::CueTexts texts = cue_texts();
    if (voice) voice = studio::voice_for(texts, std::move(voice));
    if (!options_.recordings.empty()) voice = studio::recordings(options_.recordings, std::move(voice));
    if (!voice) {
      site_.put("player/clips/index.json", R"({"voice":"none","clips":{},"coming":[]})");
      return;
    }
    studio::Clips clips(std::move(voice), options_.cache, texts.all, watch_.tell);
    clips.finish([&](std::size_t done, std::size_t of) { watch_.progress("of the cues are said", done, of); });
    put_lists(clips);
  }

  /// The player fetches the list of what stands in its own list, and of any other exercise when that is opened.
  void put_lists(const studio::Clips& clips) {
    std::set<std::string_view> names; // in its list
    for (std::size_t i = 0; i < std::min(exercises_in_player, library_.exercises.size()); ++i)
      names.insert(library_.exercises[i].name);
    std::set<std::string, std::less<>> listed;
    std::map<std::string, std::set<std::string, std::less<>>> beyond;
    for (const Language& language : languages_)
      for (const Exercise& exercise : language.library.exercises) {
        const bool in_list = is_workout(exercise) || names.contains(exercise.name);
        for (const std::string& text : exercise.cues)
          (in_list ? listed : beyond[exercise.name]).insert(guide::clip_name(text));
      }
    const std::string trouble = studio::write_clips(clips, site_.folder("player/clips"), clips.index_of(listed));
    if (!trouble.empty()) throw std::runtime_error(trouble);
    for (const auto& [name, said] : beyond)
      site_.put(fmt::format("player/clips/of/{}.json", name), clips.index_of(said));
  }

  void put_pictures(std::size_t index) {
    if (!options_.pictures) return;
    step("pictures painted", index, languages_.front());
    const Exercise& exercise = library_.exercises[index];
    const Pictures pictures = pictures_of(exercise, options_.cache);
    const std::string name = "pictures/" + exercise.name;
    site_.put(name + "-day.webp", pictures.day);
    site_.put(name + "-night.webp", pictures.night);
    site_.put(name + ".png", pictures.to_share);
  }

  void put_card(Language& language, std::size_t index) {
    if (!options_.cards) return;
    const Exercise& exercise = language.library.exercises[index];
    const std::string address = options_.root.empty() ? "" : options_.root + language.facts.folder + page_of(exercise);
    const fs::path file =
        kept_folder(options_.cache, "cards") / (guide::clip_name(address + "\n" + exercise.source) + ".pdf");
    std::string card = kept(file);
    if (card.empty()) {
      const guide::Settings settings;
      const guide::Session session = language.tongue == nullptr
                                         ? guide::plan(exercise.score, settings)
                                         : guide::plan(exercise.score, settings, language.tongue->sayings);
      card = card::printed(card::card_of(exercise.score, session), session, settings, {.address = address});
      keep(file, card);
    }
    keep_download(language, index, fmt::format("cards/{}.pdf", language.name_of(index)), "card", card);
  }

  void put_films(Language& language, std::size_t index) {
    if (options_.films.empty()) return;
    const studio::Site films(options_.films);
    for (const auto& [ending, what] :
         {std::pair{".mp4", "film_mp4"}, std::pair{".webm", "film_webm"}, std::pair{".vtt", "captions"}}) {
      const std::string name = language.name_of(index) + ending;
      const auto file = films.open(name);
      if (!file) continue;
      std::string bytes(file->size, '\0');
      bytes.resize(file->read(bytes, 0));
      keep_download(language, index, "films/" + name, what, bytes);
    }
  }

  /// `what`: the key of its words (site/words.toml).
  void keep_download(Language& language, std::size_t index, const std::string& file, std::string_view what,
                     const std::string& bytes) {
    site_.put(file, bytes);
    language.facts.downloads[index].push_back(
        {file, filled(words(language.library.about.language), what), bytes.size()});
  }

  void put_page(const std::string& folder, const Page& page) {
    site_.put(folder + page.name + "index.html", page.html);
    listed_.push_back({folder + page.name, page.changed_s});
  }

  void put_pages(const Language& language) {
    const auto& [library, tongue, facts] = language;
    Pages pages(library, facts);
    for (std::size_t i = 0; i < library.exercises.size(); ++i) {
      step("pages are written", i, language);
      put_page(facts.folder, pages.exercise(i));
      const Page embedded = pages.embedded(i);
      site_.put(facts.folder + embedded.name + "index.html", embedded.html);
    }
    for (const Page& page : pages.others())
      put_page(facts.folder, page);
    site_.put(facts.folder + "search/index.json",
              search_index(library.exercises, pages.lines(), library.about.language));
    if (options_.root.empty()) return;
    site_.put(facts.folder + "feed.xml", feed(pages.templates(), library, pages.descriptions(), facts));
    if (tongue == nullptr) site_.put("404.html", pages.missing());
  }

  void put_sitemap() {
    if (options_.root.empty()) return;
    Templates templates;
    site_.put("sitemap.xml", sitemap(templates, listed_, options_.root));
  }

  const Library& library_;
  const Options& options_;
  const Watch& watch_;
  SiteFolder site_;
  std::vector<Language> languages_; ///< English first
  std::vector<Listed> listed_;
};

} // namespace

Published publish(const Library& library, const Options& options, std::unique_ptr<studio::Voice> voice,
                  const Watch& watch) {
  return Publishing(library, options, watch).run(std::move(voice));
}

} // namespace supple::publish
