// SPDX-License-Identifier: Apache-2.0
// Least squares whose unknowns are not below zero, held to what makes a point the least (Karush, Kuhn and Tucker).
#include "body/least_squares.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace supple::body {
namespace {

double any() {
  return *rc::gen::inRange(-1000, 1001) / 1000.0;
}

// The normal equations of random rows, more of them than unknowns or fewer.
LeastSquares any_problem(std::size_t unknowns, std::size_t rows) {
  LeastSquares problem(unknowns);
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<double> of(unknowns);
    for (double& each : of)
      each = any();
    const double sum = any();
    for (std::size_t i = 0; i < unknowns; ++i) {
      problem.wanted[i] += of[i] * sum;
      for (std::size_t j = 0; j < unknowns; ++j)
        problem.at(i, j) += of[i] * of[j];
    }
  }
  for (std::size_t i = 0; i < unknowns; ++i)
    problem.at(i, i) += 1e-4;
  return problem;
}

RC_GTEST_PROP(LeastSquares, NothingIsBelowZeroAndNothingAsksToMove, ()) {
  const auto n = static_cast<std::size_t>(*rc::gen::inRange(1, 30));
  const LeastSquares problem = any_problem(n, static_cast<std::size_t>(*rc::gen::inRange(1, 40)));
  const std::vector<double> x = not_below_zero(problem);
  for (std::size_t i = 0; i < n; ++i) {
    double asks = problem.wanted[i];
    for (std::size_t j = 0; j < n; ++j)
      asks -= problem.at(i, j) * x[j];
    RC_ASSERT(x[i] >= 0);
    if (x[i] > 0)
      RC_ASSERT(std::fabs(asks) < 1e-6);
    else
      RC_ASSERT(asks < 1e-6);
  }
}

} // namespace
} // namespace supple::body
