// SPDX-License-Identifier: Apache-2.0
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::geometry {

namespace {

// Taylor series on |x| <= pi/4: the first term left out is below 1e-16.
double sin_small(double x) {
  const double x2 = x * x;
  return x *
         (1 -
          x2 * (1.0 / 6) *
              (1 - x2 * (1.0 / 20) *
                       (1 - x2 * (1.0 / 42) *
                                (1 - x2 * (1.0 / 72) *
                                         (1 - x2 * (1.0 / 110) * (1 - x2 * (1.0 / 156) * (1 - x2 * (1.0 / 210))))))));
}

double cos_small(double x) {
  const double x2 = x * x;
  return 1 - x2 * (1.0 / 2) *
                 (1 - x2 * (1.0 / 12) *
                          (1 - x2 * (1.0 / 30) *
                                   (1 - x2 * (1.0 / 56) *
                                            (1 - x2 * (1.0 / 90) *
                                                     (1 - x2 * (1.0 / 132) *
                                                              (1 - x2 * (1.0 / 182) * (1 - x2 * (1.0 / 240))))))));
}

// On 0 <= x <= 1. The half-angle step atan(x) = 2 atan(x / (1 + sqrt(1 + x^2))), twice, brings x below 0.2, where the
// Taylor series to x^17 is exact to 1e-14.
double atan_unit(double x) {
  x = x / (1 + std::sqrt(1 + x * x));
  x = x / (1 + std::sqrt(1 + x * x));
  const double x2 = x * x;
  double sum = 0;
  for (int k = 19; k >= 1; k -= 2)
    sum = 1.0 / k - x2 * sum;
  return 4 * x * sum;
}

} // namespace

SinCos sin_cos(double angle) {
  const double quarter_turns = std::floor(angle * (2 / pi) + 0.5);
  const double rest = angle - quarter_turns * (pi / 2);
  const double s = sin_small(rest);
  const double c = cos_small(rest);
  switch (((static_cast<int>(quarter_turns) % 4) + 4) % 4) {
  case 0:
    return {s, c};
  case 1:
    return {c, -s};
  case 2:
    return {-s, -c};
  default:
    return {-c, s};
  }
}

double sin(double angle) {
  return sin_cos(angle).sin;
}

double cos(double angle) {
  return sin_cos(angle).cos;
}

double atan2(double y, double x) {
  const double ax = std::fabs(x);
  const double ay = std::fabs(y);
  if (ax == 0 && ay == 0) return 0;
  double angle = ay <= ax ? atan_unit(ay / ax) : pi / 2 - atan_unit(ax / ay);
  if (x < 0) angle = pi - angle;
  return y < 0 ? -angle : angle;
}

double acos(double cosine) {
  const double c = std::clamp(cosine, -1.0, 1.0);
  return atan2(std::sqrt((1 - c) * (1 + c)), c);
}

} // namespace supple::geometry
