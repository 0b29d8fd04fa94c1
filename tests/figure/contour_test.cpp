// SPDX-License-Identifier: Apache-2.0
#include "figure/contour.h"

#include "outlines.h"

#include <gtest/gtest.h>

namespace supple::figure {
namespace {

struct Made {
  ShapeList shapes;
  Field field;

  void add(const Shape& shape, const Blend& blend = {}) {
    field.terms.push({.first = static_cast<std::uint8_t>(shapes.size), .count = 1, .blend = blend});
    shapes.push(shape);
  }

  /// The last shape belongs to the first term, a tube.
  void add_section(const Shape& shape) {
    if (shapes.size == 0) field.terms.push({.inside = Term::Inside::swept});
    shapes.push(shape);
    field.terms.items[0].count = static_cast<std::uint8_t>(shapes.size);
  }

  Drawing traced() {
    field.shapes = &shapes;
    Drawing drawing;
    trace(field, Layer::body, drawing);
    return drawing;
  }
};

Blend everywhere(float width) {
  return {.wide = width, .narrow = width};
}

TEST(Contour, ACircleIsRoundClosedAndAnticlockwise) {
  Made made;
  made.add(cone({0.123F, 0.456F}, {0.123F, 0.456F}, 0.1F, 0.1F));
  const Drawing drawing = made.traced();
  ASSERT_EQ(drawing.outlines.size(), 1U);
  EXPECT_NEAR(area(drawing.outlines[0].dots), 3.14159 * 0.01, 2e-4);
  EXPECT_LT(widest_gap(drawing.outlines[0].dots), 0.035);
  for (const Dot dot : drawing.outlines[0].dots)
    EXPECT_NEAR(length(dot - Dot{0.123F, 0.456F}), 0.1, 3e-4);
}

TEST(Contour, AnEllipseHasItsHalfAxes) {
  Made made;
  made.add(ellipse({0, 0}, {0.2F, 0}, {0, 0.05F}, {0, 0}));
  const Drawing drawing = made.traced();
  ASSERT_EQ(drawing.outlines.size(), 1U);
  EXPECT_NEAR(area(drawing.outlines[0].dots), 3.14159 * 0.2 * 0.05, 2e-4);
  EXPECT_NEAR(extent(drawing.outlines[0].dots).right, 0.2, 5e-4);
  EXPECT_NEAR(extent(drawing.outlines[0].dots).high, 0.05, 5e-4);
}

TEST(Contour, AConeSeenEndOnIsItsWiderEnd) {
  Made made;
  made.add(cone({0, 0}, {0.01F, 0}, 0.04F, 0.08F));
  const Drawing drawing = made.traced();
  ASSERT_EQ(drawing.outlines.size(), 1U);
  EXPECT_NEAR(area(drawing.outlines[0].dots), 3.14159 * 0.08 * 0.08, 2e-4);
}

TEST(Contour, ABlendJoinsWhatIsNearAndLeavesWhatIsFar) {
  for (const auto& [gap, loops] : {std::pair{0.01F, 1U}, std::pair{0.06F, 2U}}) {
    Made made;
    made.add(cone({0, 0}, {0, 0}, 0.05F, 0.05F));
    made.add(cone({0.1F + gap, 0}, {0.1F + gap, 0}, 0.05F, 0.05F), everywhere(0.04F));
    const Drawing drawing = made.traced();
    ASSERT_EQ(drawing.outlines.size(), loops) << "gap " << gap;
    const double two_circles = 2 * 3.14159 * 0.05 * 0.05;
    if (loops == 2) {
      EXPECT_NEAR(area(drawing.outlines[0].dots) + area(drawing.outlines[1].dots), two_circles, 2e-4);
    } else {
      EXPECT_GT(area(drawing.outlines[0].dots), two_circles + 3e-4);
    }
  }
}

TEST(Contour, ABlendFadesWithTheDistanceFromItsCentre) {
  Made near, far;
  const Shape a = cone({-0.3F, 0}, {0.3F, 0}, 0.05F, 0.05F), b = cone({0, 0}, {0, 0.3F}, 0.05F, 0.05F);
  near.add(a);
  near.add(b, {.wide = 0.08F, .narrow = 0, .centre = {0, 0}, .from = 0.1F, .to = 0.2F});
  far.add(a);
  far.add(b, {.wide = 0.08F, .narrow = 0, .centre = {1, 0}, .from = 0.1F, .to = 0.2F});
  EXPECT_GT(area(near.traced().outlines[0].dots), area(far.traced().outlines[0].dots) + 5e-4);
}

TEST(Contour, AHoleIsAClockwiseLoop) {
  Made made;
  const Dot a{0, 0}, b{0.3F, 0}, c{0.15F, 0.25F};
  for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, c}, std::pair{c, a}})
    made.add(cone(from, to, 0.03F, 0.03F));
  const Drawing drawing = made.traced();
  ASSERT_EQ(drawing.outlines.size(), 2U);
  EXPECT_LT(area(drawing.outlines[0].dots) * area(drawing.outlines[1].dots), 0);
}

// Sections 3 cm apart make one tube: its flank lies on the sections' half axes also between them.
TEST(Contour, SectionsAreSweptIntoASmoothTube) {
  Made made;
  for (int i = 0; i < 8; ++i)
    made.add_section(ellipse({0.03F * static_cast<float>(i), 0}, {0.03F, 0}, {0, 0.06F}, {0, 0}));
  const Drawing drawing = made.traced();
  ASSERT_EQ(drawing.outlines.size(), 1U);
  for (const Dot dot : drawing.outlines[0].dots) {
    if (dot.x > 0.03F && dot.x < 0.18F) {
      EXPECT_NEAR(std::fabs(dot.y), 0.06, 6e-4) << "at " << dot.x;
    }
  }
}

// Shapes that are left out because they are far must not change the outline.
TEST(Field, WhatIsLeftOutOfARegionHasNoPartInIt) {
  Made made;
  made.add(ellipse({0, 0}, {0.2F, 0}, {0, 0.09F}, {0, 0}));
  made.add(cone({0.1F, -0.05F}, {0.2F, -0.4F}, 0.06F, 0.03F),
           {.wide = 0.07F, .narrow = 0.01F, .centre = {0.1F, -0.05F}, .from = 0.1F, .to = 0.2F});
  made.add(ellipse({0.05F, -0.08F}, {0.1F, 0}, {0, 0.08F}, {0, 0}), everywhere(0.085F));
  made.field.shapes = &made.shapes;
  const Relevant all = made.field.all();
  for (float x = -0.3F; x < 0.35F; x += 0.04F)
    for (float y = -0.5F; y < 0.2F; y += 0.04F) {
      const Relevant kept = made.field.near({x, y}, 0.03F, all);
      for (float dx = -0.02F; dx <= 0.02F; dx += 0.005F)
        for (float dy = -0.02F; dy <= 0.02F; dy += 0.005F) {
          const Dot p{x + dx, y + dy};
          const float exact = made.field.distance(p, all);
          if (std::fabs(exact) < 0.01F) {
            EXPECT_NEAR(made.field.distance(p, kept), exact, 1e-6) << p.x << ' ' << p.y;
          }
        }
    }
}

} // namespace
} // namespace supple::figure
