// SPDX-License-Identifier: Apache-2.0
#include "body/least_squares.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

// The unknowns that are not zero, in the order in which they were let go.
using Free = std::vector<std::size_t>;

constexpr double still = 1e-9; // what would grow by less, by itself, stays zero

// The unknown at zero that would grow the most by itself; as many as there are: none.
std::size_t asks_most(const LeastSquares& problem, const std::vector<double>& x, const Free& free) {
  std::size_t most = x.size();
  double by = still;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::ranges::find(free, i) != free.end()) continue;
    double left_over = problem.wanted[i];
    for (const std::size_t j : free)
      left_over -= problem.at(i, j) * x[j];
    const double grows = left_over / problem.at(i, i);
    if (grows > by) by = grows, most = i;
  }
  return most;
}

// What is free, as though it might be below zero: by the factors of Cholesky.
std::vector<double> least(const LeastSquares& problem, const Free& free) {
  const std::size_t n = free.size();
  LeastSquares factors(n);
  std::vector<double>& y = factors.wanted;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = problem.at(free[i], free[j]);
      for (std::size_t k = 0; k < j; ++k)
        sum -= factors.at(i, k) * factors.at(j, k);
      factors.at(i, j) = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / factors.at(j, j);
    }
    y[i] = problem.wanted[free[i]];
    for (std::size_t k = 0; k < i; ++k)
      y[i] -= factors.at(i, k) * y[k];
    y[i] /= factors.at(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k)
      y[i] -= factors.at(k, i) * y[k];
    y[i] /= factors.at(i, i);
  }
  return y;
}

// From x toward the least of what is free, until the first would fall below zero; what is zero then is no longer free.
// Whether it came all the way.
bool step(const LeastSquares& problem, std::vector<double>& x, Free& free) {
  const std::vector<double> there = least(problem, free);
  double far = 1;
  std::size_t first = free.size();
  for (std::size_t k = 0; k < free.size(); ++k) {
    const double here = x[free[k]];
    if (there[k] > 0 || here > far * (here - there[k])) continue;
    far = here > 0 ? here / (here - there[k]) : 0;
    first = k;
  }
  for (std::size_t k = 0; k < free.size(); ++k)
    x[free[k]] += far * (there[k] - x[free[k]]);
  if (first == free.size()) return true;
  x[free[first]] = 0;
  free.erase(free.begin() + static_cast<std::ptrdiff_t>(first));
  return false;
}

} // namespace

std::vector<double> not_below_zero(const LeastSquares& problem) {
  const std::size_t n = problem.wanted.size();
  std::vector<double> x(n);
  Free free;
  for (std::size_t round = 0; round < 10 * n; ++round) { // each is a step down, so they come to an end long before
    const std::size_t most = asks_most(problem, x, free);
    if (most == n) break;
    free.push_back(most);
    while (!step(problem, x, free)) {
    }
  }
  return x;
}

} // namespace supple::body
