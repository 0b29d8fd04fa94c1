// SPDX-License-Identifier: Apache-2.0
#include "film/stage.h"

#include "body/skeleton.h"

namespace supple::film {

namespace {

bool same(const figure::Place& a, const figure::Place& b) {
  return a.x == b.x && a.y == b.y && a.z == b.z;
}

bool same(const Moment& a, const Moment& b) {
  return a.intent.value == b.intent.value && a.things == b.things && same(a.eye.from, b.eye.from) &&
         same(a.eye.near, b.eye.near) && same(a.eye.up, b.eye.up) && a.eye.focal == b.eye.focal;
}

} // namespace

Stage::Stage(const guide::Session& session, const guide::Settings& settings, const Window& window)
    : session_(session), window_(window), skeleton_(body::skeleton_of(motion::person_of(settings))),
      painter_(skeleton_, figure::detail_for(window.width, window.height)),
      motion_(motion::motion_of(session_, skeleton_.person)), shots_(figure::shots_of(session_, motion_, skeleton_)) {}

Moment Stage::at(double position_s) const {
  const figure::View view = figure::view_at(shots_, position_s);
  figure::Eye eye = figure::eye_of(view.standpoint, view.framing, window_.width, window_.bottom - window_.top);
  eye.middle_y += static_cast<float>(window_.top);
  return {motion::flow_at(motion_, position_s).intent, view.things, eye};
}

const figure::Picture& Brush::paint(const Moment& moment, const figure::Look& look) {
  if (painted_ && same(*painted_, moment)) return *picture_;
  const body::Pose pose = body::pose(painter_.likeness().skeleton, moment.intent);
  picture_ = &painter_.paint(pose, moment.things, moment.eye, look, window_.width, window_.height);
  painted_ = moment;
  return *picture_;
}

} // namespace supple::film
