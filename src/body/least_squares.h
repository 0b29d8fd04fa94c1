// SPDX-License-Identifier: Apache-2.0
// Least squares whose unknowns are not below zero: what pushes and never pulls.
#pragma once

#include <cstddef>
#include <vector>

namespace supple::body {

/// Minimise x A x / 2 - b x, with A symmetric and positive.
struct LeastSquares {
  explicit LeastSquares(std::size_t count) : wanted(count), matrix(count * count) {}

  std::vector<double> wanted; ///< b
  std::vector<double> matrix; ///< A, row by row

  double& at(std::size_t i, std::size_t j) { return matrix[i * wanted.size() + j]; }

  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return matrix[i * wanted.size() + j]; }
};

/// The one x >= 0 that is least, by an active set (Lawson and Hanson 1974, chapter 23).
[[nodiscard]] std::vector<double> not_below_zero(const LeastSquares& problem);

} // namespace supple::body
