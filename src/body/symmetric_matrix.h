// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace supple::body {

/// A symmetric matrix by its lower half, column after column, solved after Cholesky. Three columns at a time, those of
/// one contact, are taken off all to their right, so that no sum waits for the one before it.
template <std::size_t most_rows>
class SymmetricMatrix {
public:
  /// n: at most `most_rows`, a multiple of 3.
  void resize(std::size_t n) { n_ = n; }

  double& at(std::size_t row, std::size_t column) { return column_[begin(column) + row]; }

  void solve(std::array<double, most_rows>& x) {
    for (std::size_t k = 0; k < n_; k += 3) {
      for (std::size_t p = k; p < k + 3; ++p)
        finish(p, k + 3, x);
      const double *const a = &column_[begin(k)], *const b = &column_[begin(k + 1)], *const c = &column_[begin(k + 2)];
      for (std::size_t j = k + 3; j < n_; ++j) {
        double* const column = &column_[begin(j)];
        const double fa = a[j], fb = b[j], fc = c[j];
        for (std::size_t i = j; i < n_; ++i)
          column[i] -= a[i] * fa + b[i] * fb + c[i] * fc;
        x[j] -= x[k] * fa + x[k + 1] * fb + x[k + 2] * fc;
      }
    }
    for (std::size_t k = n_; k-- > 0;) {
      const double* const pivot = &column_[begin(k)];
      double value = x[k];
      for (std::size_t i = k + 1; i < n_; ++i)
        value -= pivot[i] * x[i];
      x[k] = value * pivot[k];
    }
  }

private:
  // Divides the column by its pivot, whose place then holds the inverse, and takes it off the columns before `end`.
  void finish(std::size_t k, std::size_t end, std::array<double, most_rows>& x) {
    double* const pivot = &column_[begin(k)];
    const double inverse = 1 / std::sqrt(std::max(pivot[k], 1e-14));
    for (std::size_t i = k + 1; i < n_; ++i)
      pivot[i] *= inverse;
    pivot[k] = inverse;
    x[k] *= inverse;
    for (std::size_t j = k + 1; j < end; ++j) {
      double* const column = &column_[begin(j)];
      const double factor = pivot[j];
      for (std::size_t i = j; i < n_; ++i)
        column[i] -= pivot[i] * factor;
      x[j] -= x[k] * factor;
    }
  }

  // So that adding the row gives the place.
  [[nodiscard]] std::size_t begin(std::size_t column) const { return column * n_ - column * (column + 1) / 2; }

  std::size_t n_ = 0;
  std::array<double, most_rows*(most_rows + 1) / 2> column_;
};

} // namespace supple::body
