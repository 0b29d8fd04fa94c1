// SPDX-License-Identifier: Apache-2.0
// The postures without anything done on them: which is taken how. Each stands with its kind: postures_on_knees.cpp,
// postures_sitting.cpp, postures_standing.cpp, postures_lying.cpp, postures_on_hands.cpp.
#include "body/postures.h"

#include "body/belly.h"
#include "body/taker.h"

namespace supple::body {

Taker::Taker(const Skeleton& skeleton, const Channels& asked)
    : s_(skeleton), k_(skeleton.scale), asked_(asked), room_(belly_room(skeleton.person)),
      apart_(skeleton.person.knees_close ? 0 : room_), shut_(room_ - apart_) {}

Stance Taker::take(Posture posture) {
  switch (posture) {
  case Posture::all_fours:
  case Posture::forearms_and_knees:
  case Posture::between:
  case Posture::childs_pose:
  case Posture::heel_sit:
    hands_and_knees(posture);
    break;
  case Posture::puppy:
    puppy();
    break;
  case Posture::kneeling:
    kneeling();
    break;
  case Posture::half_kneeling:
    half_kneeling(86 - 14 * asked_[Channel::shift], 0.42, 0.08);
    break;
  case Posture::lunge:
    half_kneeling(62 + 12 * shut_ - 10 * asked_[Channel::shift], 0.62, 0.02);
    break;
  case Posture::seated:
    seated();
    break;
  case Posture::chair:
    on_a_seat(0.405, 0.09 + 0.19 * apart_, 0.39, 0.12 + 0.10 * apart_);
    break;
  case Posture::ball:
    on_a_seat(0.445, 0.16 + 0.12 * apart_, 0.42, 0.22 + 0.06 * apart_);
    break;
  case Posture::standing:
    standing();
    break;
  case Posture::forward_fold:
    asked_[Channel::hands_wall] > 0 ? fold_at_the_wall() : forward_fold();
    break;
  case Posture::squat:
    squat();
    break;
  case Posture::side_lying:
    side_lying();
    break;
  case Posture::supine:
    on_her_back(true);
    break;
  case Posture::bridge:
    on_her_back(false);
    break;
  case Posture::prone:
    prone();
    break;
  case Posture::plank:
    plank();
    break;
  case Posture::down_dog:
    down_dog();
    break;
  }
  return stance_;
}

Stance posture_stance(const Skeleton& skeleton, vocabulary::Posture posture, const Channels& asked) {
  return Taker(skeleton, asked).take(posture);
}

} // namespace supple::body
