// SPDX-License-Identifier: Apache-2.0
#include "body/symmetric_matrix.h"

#include <array>
#include <cstring>

namespace supple::body {

namespace {

using Pair = double __attribute__((vector_size(16)));

Pair pair(const double* from) {
  Pair x;
  std::memcpy(&x, from, sizeof x);
  return x;
}

void put(Pair x, double* to) {
  std::memcpy(to, &x, sizeof x);
}

double inverse(double pivot) {
  return 1 / std::max(pivot, 1e-14);
}

} // namespace

void SymmetricMatrix::eliminate(std::size_t columns, double* x) {
  eliminated_ = columns;
  for (std::size_t k = 0; k < columns_; k += 3) {
    if (k > 0) take_off_what_is_left_of(k, x);
    if (k < columns) finish(k, x);
  }
}

void SymmetricMatrix::solve_upward(double* x) const {
  for (std::size_t k = eliminated_; k > 0;) {
    k -= 3;
    const double *const a = column(k), *const b = a + stride_, *const c = b + stride_;
    double xa = x[k], xb = x[k + 1], xc = x[k + 2];
    for (std::size_t i = k + 3; i < columns_; ++i)
      xa -= a[i] * x[i], xb -= b[i] * x[i], xc -= c[i] * x[i];
    x[k + 2] = xc *= c[k + 2];
    x[k + 1] = xb = (xb - b[k + 2] * xc) * b[k + 1];
    x[k] = (xa - a[k + 1] * xb - a[k + 2] * xc) * a[k];
  }
}

void SymmetricMatrix::take_off_what_is_left_of(std::size_t k, double* x) {
  const std::size_t count = std::min(k, eliminated_);
  std::array<double, 3 * most_columns> factors; // of the three columns, by what is taken off them
  for (std::size_t j = 0; j < count; ++j)
    for (std::size_t i = 0; i < 3; ++i) {
      const double factor = column(j)[k + i] * column(j)[j];
      factors[3 * j + i] = factor;
      x[k + i] -= x[j] * factor;
    }
  for (std::size_t row = k - k % tile; row < stride_; row += tile) {
    double *const a = column(k) + row, *const b = a + stride_, *const c = b + stride_;
    Pair a0 = pair(a), a1 = pair(a + 2), a2 = pair(a + 4), b0 = pair(b), b1 = pair(b + 2), b2 = pair(b + 4),
         c0 = pair(c), c1 = pair(c + 2), c2 = pair(c + 4);
    for (std::size_t j = 0; j < count; ++j) {
      const double *const before = column(j) + row, *const factor = &factors[3 * j];
      const Pair l0 = pair(before), l1 = pair(before + 2), l2 = pair(before + 4);
      a0 -= l0 * factor[0], a1 -= l1 * factor[0], a2 -= l2 * factor[0];
      b0 -= l0 * factor[1], b1 -= l1 * factor[1], b2 -= l2 * factor[1];
      c0 -= l0 * factor[2], c1 -= l1 * factor[2], c2 -= l2 * factor[2];
    }
    put(a0, a), put(a1, a + 2), put(a2, a + 4), put(b0, b), put(b1, b + 2), put(b2, b + 4);
    put(c0, c), put(c1, c + 2), put(c2, c + 4);
  }
}

// Three columns among themselves; on the diagonal then stand the inverses of D.
void SymmetricMatrix::finish(std::size_t k, double* x) {
  double *const a = column(k), *const b = a + stride_, *const c = b + stride_;
  const double over_a = inverse(a[k]), ab = a[k + 1] * over_a, ac = a[k + 2] * over_a;
  const double over_b = inverse(b[k + 1] - a[k + 1] * ab);
  b[k + 2] -= a[k + 2] * ab;
  const double bc = b[k + 2] * over_b;
  const double over_c = inverse(c[k + 2] - a[k + 2] * ac - b[k + 2] * bc);
  x[k + 1] -= x[k] * ab;
  x[k + 2] -= x[k] * ac + x[k + 1] * bc;
  std::size_t row = k + 3;
  if (row % 2 != 0) {
    b[row] -= a[row] * ab;
    c[row] -= a[row] * ac + b[row] * bc;
    ++row;
  }
  for (; row < stride_; row += 2) {
    const Pair of_a = pair(a + row), of_b = pair(b + row) - of_a * ab;
    put(of_b, b + row);
    put(pair(c + row) - (of_a * ac + of_b * bc), c + row);
  }
  a[k] = over_a, b[k] = 0, b[k + 1] = over_b, c[k] = c[k + 1] = 0, c[k + 2] = over_c;
}

} // namespace supple::body
