// SPDX-License-Identifier: Apache-2.0
#include "guide/live.h"

#include "guide/captions.h"
#include "guide/numbers.h"
#include "guide/sayings.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace supple::guide {

namespace {

// A tone shorter than its own two fades would be a click.
constexpr double shortest_tone_s = 0.2;

Action action(ActionKind kind, double at_s) {
  Action a;
  a.kind = kind;
  a.at_s = at_s;
  return a;
}

Action state_action(State state, double at_s) {
  Action a = action(ActionKind::state, at_s);
  a.state = state;
  return a;
}

Action caption_action(const Caption& caption, double at_s) {
  Action a = action(ActionKind::caption, at_s);
  a.text = caption.text;
  a.ahead = caption.ahead;
  return a;
}

Action phase_action(std::size_t phase, double at_s) {
  Action a = action(ActionKind::phase, at_s);
  a.phase = static_cast<int>(phase);
  return a;
}

Action tone_action(ToneKind kind, double at_s, double duration_s) {
  Action a = action(ActionKind::tone, at_s);
  a.tone = kind;
  a.duration_s = duration_s;
  return a;
}

Action speak_action(const Cue& cue, double at_s) {
  Action a = action(ActionKind::speak, at_s);
  a.text = cue.text;
  a.cue = cue.kind;
  a.duration_s = cue.end_s - cue.start_s;
  a.phase = cue.phase;
  return a;
}

template <class Item>
std::size_t first_from(const std::vector<Item>& items, double place_s) {
  const auto found = std::ranges::lower_bound(items, place_s, {}, &Item::start_s);
  return static_cast<std::size_t>(std::distance(items.begin(), found));
}

/// The item in whose time the place lies; none: the number of items.
template <class Item>
std::size_t item_at(const std::vector<Item>& items, double place_s) {
  const auto after = std::ranges::upper_bound(items, place_s, {}, &Item::start_s);
  if (after == items.begin()) return items.size();
  const auto item = std::prev(after);
  return place_s < item->end_s ? static_cast<std::size_t>(std::distance(items.begin(), item)) : items.size();
}

// At the very end the last phase still holds.
std::size_t phase_at(const Session& session, double place_s) {
  return std::min(item_at(session.phases, place_s), session.phases.size() - 1);
}

double length(const Phase& phase) {
  return phase.end_s - phase.start_s;
}

double fraction_of(const Phase& phase, double place_s) {
  return std::clamp((place_s - phase.start_s) / length(phase), 0.0, 1.0);
}

/// By time, from `begin` on; of two at the same time the one that was there first stays first.
void put_in_order(Actions& actions, std::size_t begin) {
  const auto earlier = [](const Action& a, const Action& b) { return a.at_s < b.at_s; };
  const auto first = actions.begin() + static_cast<std::ptrdiff_t>(begin);
  for (auto action = first; action != actions.end(); ++action)
    std::rotate(std::upper_bound(first, action, *action, earlier), action, std::next(action));
}

/// Changes a live session and gathers what is to be done.
class Leader {
public:
  Leader(Live& live, double clock_s) : live_(live), from_clock_s_(live.clock_s), from_position_s_(live.position_s) {
    live_.clock_s = std::max(live.clock_s, clock_s);
    if (live_.state == State::leading)
      live_.position_s = std::min(live_.position_s + (live_.clock_s - from_clock_s_), live_.session.duration_s);
  }

  Actions handle(Event event) {
    const State before = live_.state;
    switch (event) {
    case Event::start:
      start();
      break;
    case Event::pause:
      pause();
      break;
    case Event::resume:
      resume();
      break;
    case Event::slower:
      change_pace(-pace_step_bpm);
      break;
    case Event::faster:
      change_pace(pace_step_bpm);
      break;
    case Event::skip:
      skip();
      break;
    case Event::stop:
      stop();
      break;
    }
    // What the time alone has brought is told also where the event meant nothing.
    if (live_.state == State::leading && before == State::leading) lead();
    return std::move(actions_);
  }

  Actions advance() {
    if (live_.state == State::leading) lead();
    if (live_.state == State::stopped) offer_rest();
    return std::move(actions_);
  }

private:
  void start() {
    if (live_.state != State::ready) return;
    become(State::leading, live_.clock_s);
    go_to(live_.position_s);
    lead();
  }

  void pause() {
    if (live_.state != State::leading) return;
    silence();
    become(State::paused, live_.clock_s);
  }

  void resume() {
    if (live_.state != State::paused) return;
    become(State::leading, live_.clock_s);
    const std::size_t cut = item_at(live_.session.cues, live_.position_s);
    go_to(cut < live_.session.cues.size() ? live_.session.cues[cut].start_s : live_.position_s);
    lead();
  }

  void change_pace(double by_bpm) {
    if (live_.state == State::stopped || live_.state == State::finished) return;
    Settings& settings = live_.settings;
    const double pace_bpm = std::clamp(settings.pace_bpm + by_bpm, slowest_bpm, fastest_bpm);
    if (pace_bpm == settings.pace_bpm) return;
    settings.pace_bpm = pace_bpm;
    settings.opening_bpm = std::clamp(settings.opening_bpm + by_bpm, slowest_bpm, fastest_bpm);
    const std::size_t index = phase_at(live_.session, live_.position_s);
    const Phase before = live_.session.phases[index];
    live_.session = plan(live_.score, settings, live_.sayings);
    const Phase& phase = live_.session.phases[index];
    ++live_.seams;
    if (live_.state == State::leading && told_within(before) && length(phase) == length(before))
      return shift(phase.start_s - before.start_s);
    if (live_.state == State::leading) silence();
    go_to(phase.start_s + fraction_of(before, live_.position_s) * length(phase));
  }

  /// Whether all that was told since the last time lies in this phase.
  [[nodiscard]] bool told_within(const Phase& phase) const {
    return from_position_s_ >= phase.start_s && live_.told_s <= phase.end_s;
  }

  /// The same place in a phase that only begins at another time: its speech goes on, whole.
  void shift(double by_s) {
    live_.position_s += by_s;
    from_position_s_ += by_s;
    live_.told_s += by_s;
    aim(from_position_s_);
  }

  void skip() {
    if (live_.state != State::leading && live_.state != State::paused) return;
    ++live_.seams;
    if (live_.state == State::leading) silence();
    const int section = live_.session.phases[phase_at(live_.session, live_.position_s)].section;
    if (static_cast<std::size_t>(section) + 1 == live_.session.sections.size()) return finish(live_.clock_s);
    go_to(live_.session.sections[static_cast<std::size_t>(section) + 1].start_s);
  }

  void stop() {
    if (live_.state == State::stopped) return;
    silence();
    become(State::stopped, live_.clock_s);
    show({});
    live_.rest_offer_at_s = live_.clock_s + silence_before_rest_offer_s;
  }

  void finish(double at_s) {
    live_.position_s = live_.session.duration_s;
    show({});
    become(State::finished, at_s);
  }

  void become(State state, double at_s) {
    live_.state = state;
    ++live_.seams;
    actions_.push_back(state_action(state, at_s));
  }

  void silence() { actions_.push_back(action(ActionKind::silence, live_.clock_s)); }

  void show(const Caption& caption) {
    if (caption.text.empty() && !live_.captioned) return;
    live_.captioned = !caption.text.empty();
    actions_.push_back(caption_action(caption, live_.clock_s));
  }

  /// To a place of the session, with what is under way there.
  void go_to(double place_s) {
    live_.position_s = from_position_s_ = place_s;
    from_clock_s_ = live_.clock_s;
    live_.told_s = place_s;
    const std::size_t phase = phase_at(live_.session, place_s);
    if (phase + 1 != live_.next_phase) actions_.push_back(phase_action(phase, live_.clock_s));
    live_.next_phase = phase + 1;
    aim(place_s);
    const std::size_t caption = item_at(live_.session.captions, place_s);
    const bool shown = caption < live_.session.captions.size() && caption < live_.next_caption;
    show(shown ? live_.session.captions[caption] : Caption{});
    if (live_.state == State::leading) sound_rest_of_tone(place_s);
  }

  /// Finds what is to be told next.
  void aim(double place_s) {
    live_.next_cue = first_from(live_.session.cues, live_.told_s);
    live_.next_tone = first_from(live_.session.tones, live_.told_s);
    live_.next_caption = first_from(live_.session.captions, place_s);
  }

  void sound_rest_of_tone(double place_s) {
    for (std::size_t i = 0; i < live_.next_tone; ++i) {
      const Tone& tone = live_.session.tones[i];
      const double left_s = tone.end_s - place_s;
      if (tone.kind != ToneKind::side_switch && left_s > shortest_tone_s)
        actions_.push_back(tone_action(tone.kind, live_.clock_s, left_s));
    }
  }

  [[nodiscard]] double clock_at(double place_s) const { return from_clock_s_ + (place_s - from_position_s_); }

  /// Everything that is due, in the order of time.
  void lead() {
    const std::size_t begin = actions_.size();
    const Session& session = live_.session;
    const double now_s = live_.position_s;
    live_.told_s = std::max(live_.told_s, now_s + lookahead_s);
    for (; live_.next_phase < session.phases.size(); ++live_.next_phase) {
      const Phase& phase = session.phases[live_.next_phase];
      if (phase.start_s > now_s) break;
      actions_.push_back(phase_action(live_.next_phase, clock_at(phase.start_s)));
    }
    tell_sounds(session.tones, live_.next_tone,
                [](const Tone& tone, double at_s) { return tone_action(tone.kind, at_s, tone.end_s - tone.start_s); });
    tell_sounds(session.cues, live_.next_cue, speak_action);
    tell_captions();
    put_in_order(actions_, begin);
    if (now_s >= session.duration_s) finish(clock_at(session.duration_s));
  }

  template <class Sound, class Make>
  void tell_sounds(const std::vector<Sound>& sounds, std::size_t& next, Make make) {
    for (; next < sounds.size() && sounds[next].start_s < live_.told_s; ++next)
      actions_.push_back(make(sounds[next], clock_at(sounds[next].start_s)));
  }

  void tell_captions() {
    const auto& captions = live_.session.captions;
    for (;;) {
      const bool ends =
          live_.captioned && live_.next_caption > 0 && captions[live_.next_caption - 1].end_s <= live_.position_s;
      if (ends) {
        actions_.push_back(caption_action({}, clock_at(captions[live_.next_caption - 1].end_s)));
        live_.captioned = false;
      }
      if (live_.next_caption == captions.size() || captions[live_.next_caption].start_s > live_.position_s) return;
      const Caption& caption = captions[live_.next_caption++];
      actions_.push_back(caption_action(caption, clock_at(caption.start_s)));
      live_.captioned = true;
    }
  }

  void offer_rest() {
    if (live_.rest_offer_at_s < 0 || live_.clock_s < live_.rest_offer_at_s) return;
    Cue offer;
    offer.kind = CueKind::care;
    offer.text = live_.sayings.stopped;
    offer.end_s = spoken_s(offer.text, live_.settings.clips);
    actions_.push_back(speak_action(offer, live_.rest_offer_at_s));
    Caption shown;
    shown.text = split_in_captions(offer.text).front();
    actions_.push_back(caption_action(shown, live_.rest_offer_at_s));
    live_.rest_offer_at_s = -1;
  }

  Live& live_;
  double from_clock_s_, from_position_s_; ///< a clock and the place at it, to reckon other places from
  Actions actions_;
};

} // namespace

Live begin(const score::Score& score, const Settings& settings, Sayings sayings) {
  Live live;
  live.score = score;
  live.settings = settings;
  live.settings.pace_bpm = std::clamp(settings.pace_bpm, slowest_bpm, fastest_bpm);
  live.sayings = std::move(sayings);
  live.session = plan(score, live.settings, live.sayings);
  if (settings.admission != Admission::open) live.state = State::stopped;
  return live;
}

void begin_at_line(Live& live, int line) {
  const std::vector<Phase>& phases = live.session.phases;
  if (live.state != State::ready) return;
  const Phase* nearest = nullptr;
  for (const Phase& phase : phases)
    if (phase.place.length > 0 && phase.place.line >= line &&
        (nearest == nullptr || phase.place.line < nearest->place.line))
      nearest = &phase;
  if (nearest == nullptr) return;
  const auto first = std::ranges::find_if(
      phases, [&](const Phase& phase) { return phase.section == nearest->section && phase.round == nearest->round; });
  live.position_s = first->start_s;
}

Actions handle(Live& live, Event event, double clock_s) {
  return Leader{live, clock_s}.handle(event);
}

Actions advance(Live& live, double clock_s) {
  return Leader{live, clock_s}.advance();
}

Moment moment(const Live& live) {
  const Session& session = live.session;
  const std::size_t index = phase_at(session, live.position_s);
  const Phase& phase = session.phases[index];
  Moment m;
  m.state = live.state;
  m.position_s = live.position_s;
  m.phase = static_cast<int>(index);
  m.section = phase.section;
  m.round = phase.round;
  m.phase_fraction = fraction_of(phase, live.position_s);
  int paced = 0;
  for (std::size_t i = 0; i < index; ++i)
    if (session.phases[i].section == phase.section && session.phases[i].paced) ++paced;
  m.breaths_done = paced / 2;
  for (std::size_t i = 0; i < session.sections.size(); ++i) {
    m.breaths_in_all += session.sections[i].breaths;
    if (static_cast<int>(i) < phase.section) m.breaths_done += session.sections[i].breaths;
  }
  m.left_s = session.duration_s - live.position_s;
  m.pace_bpm = live.settings.pace_bpm;
  m.slowest = m.pace_bpm <= slowest_bpm;
  m.fastest = m.pace_bpm >= fastest_bpm;
  return m;
}

} // namespace supple::guide
