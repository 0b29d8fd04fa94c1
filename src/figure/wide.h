// SPDX-License-Identifier: Apache-2.0
// Eight numbers at once, by the compiler: the same bits as one after the other.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace supple::figure {

// The core for the browser, which waits for each of its bytes, has it once.
#ifdef __wasm__
#define SUPPLE_TRANSPOSING [[gnu::noinline]]
#else
#define SUPPLE_TRANSPOSING [[gnu::always_inline]]
#endif

using Ints = std::int32_t __attribute__((vector_size(32)));
using Floats = float __attribute__((vector_size(32)));
inline constexpr int lanes = 8;

inline constexpr Ints each{0, 1, 2, 3, 4, 5, 6, 7};
inline constexpr Floats each_float{0, 1, 2, 3, 4, 5, 6, 7};

/// Of which the compiler does not know what they are: GCC makes one instruction of the lesser or greater of two
/// variables, and two of that of a variable and a number.
extern const Floats zeros, ones;

/// As std::min and std::max.
template <typename Wide>
[[nodiscard, gnu::always_inline]] inline Wide least(const Wide& a, const Wide& b) {
  return b < a ? b : a;
}

template <typename Wide>
[[nodiscard, gnu::always_inline]] inline Wide most(const Wide& a, const Wide& b) {
  return a < b ? b : a;
}

/// Between 0 and 1.
[[nodiscard, gnu::always_inline]] inline Floats clamped(const Floats& x) {
  return least(most(x, zeros), ones);
}

[[nodiscard, gnu::always_inline]] inline Floats root(const Floats& x) {
  Floats roots;
  for (int i = 0; i < lanes; ++i)
    roots[i] = std::sqrt(x[i]);
  return roots;
}

/// Whether any is not zero.
[[nodiscard, gnu::always_inline]] inline bool any(const Ints& x) {
  std::array<std::uint64_t, 4> two;
  std::memcpy(two.data(), &x, sizeof x);
  return (two[0] | two[1] | two[2] | two[3]) != 0;
}

/// The first eight of memory that need not be aligned.
template <typename Wide, typename Number>
[[nodiscard, gnu::always_inline]] inline Wide wide(const Number* from) {
  Wide x;
  std::memcpy(&x, from, sizeof x);
  return x;
}

template <typename Wide, typename Number>
[[gnu::always_inline]] inline void put(const Wide& x, Number* to) {
  std::memcpy(to, &x, sizeof x);
}

/// Rows become columns: pairs, then fours, then halves change places, each of which is one instruction of AVX.
SUPPLE_TRANSPOSING inline void transpose(std::array<Floats, lanes>& r) {
  const auto low = [](const Floats& a, const Floats& b) {
    return __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
  };
  const auto high = [](const Floats& a, const Floats& b) {
    return __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15);
  };
  const auto twos = [](const Floats& a, const Floats& b) {
    return __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13);
  };
  const auto other_twos = [](const Floats& a, const Floats& b) {
    return __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15);
  };
  const Floats a = low(r[0], r[1]), b = high(r[0], r[1]), c = low(r[2], r[3]), d = high(r[2], r[3]);
  const Floats e = low(r[4], r[5]), f = high(r[4], r[5]), g = low(r[6], r[7]), h = high(r[6], r[7]);
  const std::array<Floats, 4> upper{twos(a, c), other_twos(a, c), twos(b, d), other_twos(b, d)},
      lower{twos(e, g), other_twos(e, g), twos(f, h), other_twos(f, h)};
  for (std::size_t i = 0; i < 4; ++i) {
    r[i] = __builtin_shufflevector(upper[i], lower[i], 0, 1, 2, 3, 8, 9, 10, 11);
    r[i + 4] = __builtin_shufflevector(upper[i], lower[i], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

} // namespace supple::figure

/// A function that is also made for processors of twice the width, and chosen when the program starts.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__OPTIMIZE__) &&                        \
    !defined(__SANITIZE_ADDRESS__)
#define SUPPLE_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define SUPPLE_WIDE
#endif
