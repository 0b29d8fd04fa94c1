// SPDX-License-Identifier: Apache-2.0
#include "figure/figure.h"

#include "body/skeleton.h"
#include "outlines.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace supple::figure {
namespace {

using body::Channel;
using body::Intent;

double between(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

// What sessions ask for: on hands and knees with sides and rounding, or sitting; never both at once.
Intent any_intent() {
  Intent intent;
  intent[Channel::travel] = between(0, 1);
  intent[Channel::breath] = between(0, 1);
  intent[Channel::knees_wide] = between(0, 1);
  intent[Channel::head] = between(-0.3, 1);
  if (*rc::gen::arbitrary<bool>()) {
    intent[Channel::travel] = 1;
    intent[Channel::upright] = 1;
    intent[Channel::chest] = between(0, 1);
    return intent;
  }
  intent[Channel::round] = between(0, 1);
  intent[Channel::side_up] = between(-1, 1);
  intent[Channel::look] = intent[Channel::side_up];
  return intent;
}

RC_GTEST_PROP(FigureProperty, AnyPoseOfAnyWomanIsOneClosedBodyWithHerSpineInIt, ()) {
  const body::Skeleton skeleton = body::skeleton_of(
      {.week = between(4, 42), .stature_m = between(1.4, 2.0), .knees_padded = *rc::gen::arbitrary<bool>()});
  const Camera camera{between(0, 1)};
  Drawing drawing;
  draw(skeleton, body::pose(skeleton, any_intent()), camera, drawing);
  const auto bodies = outer(drawing, Layer::body);
  RC_ASSERT(bodies.size() == 1U);
  for (const Outline& outline : drawing.outlines)
    RC_ASSERT(widest_gap(outline.dots) < 0.036);
  for (const Vertebra& v : drawing.vertebrae)
    RC_ASSERT(contains(bodies[0]->dots, v.centre));
}

double way_to(const std::vector<Dot>& loop, Dot p) {
  double least = 1e9;
  for (std::size_t i = 0; i < loop.size(); ++i) {
    const Dot a = loop[i], along = loop[(i + 1) % loop.size()] - a;
    const float t = std::clamp(dot(p - a, along) / std::max(1e-12F, dot(along, along)), 0.0F, 1.0F);
    least = std::min(least, double{length(p - (a + along * t))});
  }
  return least;
}

// A hundredth of a movement, a quarter of a frame's worth, shifts no outline by more than a few pixels.
RC_GTEST_PROP(FigureProperty, ASmallMovementIsASmallChange, ()) {
  const body::Skeleton skeleton = body::skeleton_of({.week = between(4, 42)});
  const Camera camera{between(0, 1)};
  const Intent from = any_intent();
  Intent to = from;
  to[Channel::travel] = std::clamp(from[Channel::travel] + between(-0.01, 0.01), 0.0, 1.0);
  to[Channel::round] = std::clamp(from[Channel::round] + between(-0.01, 0.01), 0.0, 1.0);
  Drawing a, b;
  draw(skeleton, body::pose(skeleton, from), camera, a);
  draw(skeleton, body::pose(skeleton, to), camera, b);
  const auto before = outer(a, Layer::body), after = outer(b, Layer::body);
  RC_ASSERT(before.size() == 1U && after.size() == 1U);
  double farthest = 0;
  for (const Dot dot : after[0]->dots)
    farthest = std::max(farthest, way_to(before[0]->dots, dot));
  RC_ASSERT(farthest < 0.03);
}

} // namespace
} // namespace supple::figure
