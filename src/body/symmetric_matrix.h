// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>

namespace supple::body {

/// A symmetric matrix A by its lower half, column after column, of which the first columns are eliminated: A = C D^-1
/// C^T in them, with D the diagonal of C. What stands right of them is then what is left of A without them (the
/// complement of Schur). It is worked on in tiles of six rows and three columns, two rows at a time: a tile stays in
/// the registers while all that stands left of it is taken off. The numbers belong to who calls.
class SymmetricMatrix {
public:
  static constexpr std::size_t most_columns = 84;

  /// How many numbers it needs.
  static constexpr std::size_t size(std::size_t columns) { return columns * padded(columns); }

  /// columns: a multiple of 3, at most `most_columns`. All of it is zero at first.
  void begin(double* numbers, std::size_t columns) {
    number_ = numbers, columns_ = columns, stride_ = padded(columns);
    std::fill_n(numbers, size(columns), 0.0);
  }

  /// The numbers of a column, by row. Those at and below the diagonal count, in blocks of three rows and columns.
  double* column(std::size_t k) { return number_ + k * stride_; }

  [[nodiscard]] const double* column(std::size_t k) const { return number_ + k * stride_; }

  /// Eliminates the first `columns`, a multiple of 3, in it and in the right side x of A y = x.
  void eliminate(std::size_t columns, double* x);

  /// Into x as `eliminate` left it, y of the eliminated columns, where it stands already in those that were not.
  void solve_upward(double* x) const;

private:
  static constexpr std::size_t tile = 6;

  static constexpr std::size_t padded(std::size_t rows) { return (rows + tile - 1) / tile * tile; }

  void take_off_what_is_left_of(std::size_t k, double* x);
  void finish(std::size_t k, double* x);

  double* number_ = nullptr;
  std::size_t columns_ = 0, eliminated_ = 0, stride_ = 0;
};

} // namespace supple::body
