// SPDX-License-Identifier: Apache-2.0
// Eight places or directions at once, axis by axis: the same bits as one after the other (place.h).
#pragma once

#include "figure/place.h"
#include "figure/wide.h"

namespace supple::figure {

struct Places {
  Floats x, y, z;
};

[[nodiscard, gnu::always_inline]] inline Places operator+(const Places& a, const Places& b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}

[[nodiscard, gnu::always_inline]] inline Places operator-(const Places& a, Place b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}

[[nodiscard, gnu::always_inline]] inline Places operator*(const Places& a, const Floats& s) {
  return {a.x * s, a.y * s, a.z * s};
}

[[nodiscard, gnu::always_inline]] inline Floats dot(const Places& a, Place b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

[[nodiscard, gnu::always_inline]] inline Floats dot(const Places& a, const Places& b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

[[nodiscard, gnu::always_inline]] inline Places cross(const Places& a, const Places& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

static_assert(sizeof(Place) == 3 * sizeof(float)); // eight lie in memory as three times eight numbers

/// The first eight of memory.
[[nodiscard, gnu::always_inline]] inline Places places_at(const float* numbers) {
  const Floats a = wide<Floats>(numbers), b = wide<Floats>(numbers + lanes), c = wide<Floats>(numbers + lanes + lanes);
  const Floats x = __builtin_shufflevector(a, b, 0, 3, 6, 9, 12, 15, -1, -1),
               y = __builtin_shufflevector(a, b, 1, 4, 7, 10, 13, -1, -1, -1),
               z = __builtin_shufflevector(a, b, 2, 5, 8, 11, 14, -1, -1, -1);
  return {__builtin_shufflevector(x, c, 0, 1, 2, 3, 4, 5, 10, 13),
          __builtin_shufflevector(y, c, 0, 1, 2, 3, 4, 8, 11, 14),
          __builtin_shufflevector(z, c, 0, 1, 2, 3, 4, 9, 12, 15)};
}

[[nodiscard, gnu::always_inline]] inline Places places_at(const Place* from) {
  return places_at(&from->x);
}

[[gnu::always_inline]] inline void put(const Places& places, float* numbers) {
  const auto& [x, y, z] = places;
  const Floats a = __builtin_shufflevector(x, y, 0, 8, -1, 1, 9, -1, 2, 10),
               b = __builtin_shufflevector(x, y, -1, 3, 11, -1, 4, 12, -1, 5),
               c = __builtin_shufflevector(x, y, 13, -1, 6, 14, -1, 7, 15, -1);
  put(__builtin_shufflevector(a, z, 0, 1, 8, 3, 4, 9, 6, 7), numbers);
  put(__builtin_shufflevector(b, z, 10, 1, 2, 11, 4, 5, 12, 7), numbers + lanes);
  put(__builtin_shufflevector(c, z, 0, 13, 2, 3, 14, 5, 6, 15), numbers + lanes + lanes);
}

[[gnu::always_inline]] inline void put(const Places& places, Place* to) {
  put(places, &to->x);
}

} // namespace supple::figure
