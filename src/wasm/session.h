// SPDX-License-Identifier: Apache-2.0
// What the browser has open: a session that is being led with the body that moves in it, or a figure that stands still.
#pragma once

#include "body/skeleton.h"
#include "figure/given.h"
#include "figure/painter.h"
#include "figure/view.h"
#include "guide/tongue.h"
#include "motion/live_motion.h"
#include "workout/compose.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace supple::wasm {

/// Whose likeness is made when she is first seen, because that takes a while: `Maker` is a painter of ours, or what
/// another painter is given.
template <class Maker>
class Portrait {
public:
  [[nodiscard]] Maker& of(const body::Skeleton& skeleton, figure::Detail detail) {
    if (!maker_ || maker_->likeness().skeleton.person != skeleton.person) maker_.emplace(skeleton, detail);
    return *maker_;
  }

private:
  std::optional<Maker> maker_;
};

/// What a painter with a graphics card is given (figure/given.h).
class Giver {
public:
  Giver(const body::Skeleton& skeleton, figure::Detail detail) : presence_(skeleton, detail) {}

  [[nodiscard]] const figure::Likeness& likeness() const { return presence_.likeness(); }

  /// Returns whether the surfaces are others than before.
  bool use(const figure::Things& things) {
    if (!presence_.use(things) && !surfaces_.points.empty()) return false;
    parts_done_ = 0;
    surfaces_ = figure::given_surfaces(presence_);
    return true;
  }

  [[nodiscard]] const figure::GivenSurfaces& surfaces() const { return surfaces_; }

  void move(const body::Pose& pose, std::vector<float>& out) const {
    out.push_back(presence_.likeness().form.stature);
    out.push_back(static_cast<float>(pose.breath));
    figure::give_motion(presence_, pose, out);
  }

  /// The light as it is now.
  void light(const body::Pose& pose, std::vector<float>& out) {
    parts_done_ = 0;
    do
      light_a_part(pose, out);
    while (parts_done_ > 0);
  }

  /// A part of the work on it, so that no frame takes much; with the last it is given, as it was when the first began.
  void light_a_part(const body::Pose& pose, std::vector<float>& out) {
    const std::vector<figure::Place>& skin = presence_.surface().places;
    constexpr std::size_t half = figure::Sky::directions / 2;
    switch (parts_done_++) {
    case 0:
      presence_.pose_skin(pose);
      middle_ = figure::middle_of(pose);
      break;
    case 1:
      presence_.sky().take(skin);
      presence_.sky().cover_maps(0, half);
      break;
    case 2:
      presence_.sky().cover_maps(half, figure::Sky::directions);
      break;
    case 3:
      presence_.light();
      break;
    case 4:
      backdrop_.open_to(presence_.sky(), middle_);
      break;
    default:
      backdrop_.shade(skin);
      figure::give_light(presence_, backdrop_, out);
      parts_done_ = 0;
    }
  }

private:
  figure::Presence presence_;
  figure::Backdrop backdrop_;
  figure::GivenSurfaces surfaces_;
  figure::Place middle_;
  int parts_done_ = 0; ///< of the light
};

/// A session that is being led.
struct Open {
  guide::Live live;
  motion::LiveMotion motion;
  body::Skeleton skeleton;
  std::vector<figure::Shot> shots;
};

/// The way from one shape to the next, seen from where it shows best.
struct Way {
  motion::Motion motion;
  std::vector<figure::Shot> shots;
  double start_s = 0, end_s = 0;
};

/// A figure that stands still, or does one sentence.
struct Still {
  body::Skeleton skeleton;
  body::Intent intent;
  vocabulary::Posture posture = vocabulary::Posture::all_fours;
  vocabulary::Spot hands = vocabulary::Spot::unsaid; ///< what they are on
  std::optional<Way> way;
};

/// What is seen: the last pose that was asked for, and from where.
struct Seen {
  bool open = false; ///< of the session, else of the figure that stands still
  body::Pose pose;
  figure::View view;
};

struct Core {
  reader::Lexicon lexicon;
  score::Rules rules;
  guide::Sayings sayings;
  std::optional<guide::Tongue> tongue = {}; ///< the language of her page, where that is not English
  std::vector<workout::File> shelf = {};    ///< the exercises that workouts may link to
  std::optional<Open> open = {};
  guide::Session written = {}; ///< of the text that is being written
  Still still;
  Portrait<figure::Painter> painted_open = {}, painted_still = {};
  Portrait<Giver> given_open = {}, given_still = {};
  std::optional<Seen> seen = {};
  std::array<std::uint32_t, 11> surfaces{}; ///< in the layout of supple_surfaces
  const Giver* gave = nullptr;              ///< whose they are
  std::vector<float> given = {};            ///< in that of supple_give
};

} // namespace supple::wasm
