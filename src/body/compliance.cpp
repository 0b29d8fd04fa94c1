// SPDX-License-Identifier: Apache-2.0
#include "body/compliance.h"

#include <algorithm>

namespace supple::body {

namespace {

using geometry::Vec3;

constexpr std::size_t branch_count = 4; // what rests on the pelvis itself is one, too

constexpr auto branches = [] {
  std::array<std::uint8_t, link_count> table{};
  std::uint8_t last = 0;
  for (std::size_t i = 1; i < link_count; ++i)
    table[i] = parents[i] == 0 ? ++last : table[parents[i]];
  return table;
}();

constexpr auto common_links = [] {
  std::array<std::array<std::uint8_t, link_count>, link_count> table{};
  for (int a = 0; a < link_count; ++a)
    for (int b = 0; b < link_count; ++b)
      table[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] =
          static_cast<std::uint8_t>(common(static_cast<Link>(a), static_cast<Link>(b)));
  return table;
}();

// The elbow or knee that carries a link; 0 where there is none.
constexpr auto hinge_above = [] {
  std::array<std::uint8_t, link_count> table{};
  for (std::size_t i = 1; i < link_count; ++i)
    table[i] = hinges[i] ? static_cast<std::uint8_t>(i) : table[parents[i]];
  return table;
}();

} // namespace

void Compliance::Chain::add(double g, Vec3 p) {
  const Vec3 gp = p * g;
  give += g;
  first = first + gp;
  xx += gp.x * p.x, yy += gp.y * p.y, zz += gp.z * p.z;
  xy += gp.x * p.y, xz += gp.x * p.z, yz += gp.y * p.z;
}

void Compliance::sum_chains(const Bones& bones, std::span<const Row> rows) {
  Chain chain;
  for (std::size_t i = 1; i < link_count; ++i) {
    if (parents[i] == 0)
      chain = {};
    else if (parents[i] != i - 1)
      chain = chains_[parents[i]];
    if (!hinges[i]) chain.add(s_.give[i], bones.place[i] - bones.place[0]);
    chains_[i] = chain;
  }
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const std::size_t hinge = hinge_above[rows[i].link]; hinge != 0)
      levers_[i] = cross(bones.turned[hinge] * Vec3{0, 0, 1}, rows[i].place - bones.place[hinge]);
}

// The columns of D for two contacts at a and b: for every ball at p that carries both, give ((a - p) (b - p) I -
// (b - p) (a - p)^T); for a hinge with axis u, give (u x (a - p)) (u x (b - p))^T.
std::array<Vec3, 3> Compliance::block(const Bones& bones, const Row& one, const Row& other, Vec3 lever,
                                      Vec3 other_lever) const {
  const std::size_t link = common_links[one.link][other.link];
  if (link == 0) return {};
  const Chain& c = chains_[link];
  const Vec3 a = one.place - bones.place[0], b = other.place - bones.place[0], &f = c.first, g = b * c.give - f;
  const double both = dot(a, g) - dot(b, f) + c.xx + c.yy + c.zz;
  std::array<Vec3, 3> columns{
      {{both - g.x * a.x + b.x * f.x - c.xx, b.y * f.x - g.y * a.x - c.xy, b.z * f.x - g.z * a.x - c.xz},
       {b.x * f.y - g.x * a.y - c.xy, both + b.y * f.y - g.y * a.y - c.yy, b.z * f.y - g.z * a.y - c.yz},
       {b.x * f.z - g.x * a.z - c.xz, b.y * f.z - g.y * a.z - c.yz, both + b.z * f.z - g.z * a.z - c.zz}}};
  if (const std::size_t hinge = hinge_above[link]; hinge != 0) {
    const Vec3 by = other_lever * s_.give[hinge];
    columns[0] = columns[0] + lever * by.x, columns[1] = columns[1] + lever * by.y,
    columns[2] = columns[2] + lever * by.z;
  }
  return columns;
}

// D, and below it P^T: a contact at a from the pelvis goes by v + w x a where that goes by v and turns by w.
void Compliance::fill(const Bones& bones, std::span<const Row> rows, Branch& branch) {
  for (std::size_t k = 0; k < branch.count; ++k) {
    const std::array columns{branch.matrix.column(3 * k), branch.matrix.column(3 * k + 1),
                             branch.matrix.column(3 * k + 2)};
    const std::size_t row_k = branch.rows[k];
    for (std::size_t i = k; i < branch.count; ++i) {
      const std::size_t row_i = branch.rows[i];
      const std::array<Vec3, 3> of = block(bones, rows[row_i], rows[row_k], levers_[row_i], levers_[row_k]);
      for (std::size_t n = 0; n < 3; ++n)
        columns[n][3 * i] = of[n].x, columns[n][3 * i + 1] = of[n].y, columns[n][3 * i + 2] = of[n].z;
    }
    const Row& row = rows[row_k];
    columns[0][3 * k] += row.gives.x;
    columns[1][3 * k + 1] += row.gives.y;
    columns[2][3 * k + 2] += row.gives.z;
    const Vec3 a = row.place - bones.place[0];
    const std::size_t below = 3 * branch.count;
    columns[0][below] = columns[1][below + 1] = columns[2][below + 2] = 1;
    columns[0][below + 4] = a.z, columns[0][below + 5] = -a.y;
    columns[1][below + 3] = -a.z, columns[1][below + 5] = a.x;
    columns[2][below + 3] = a.y, columns[2][below + 4] = -a.x;
  }
}

// With r how far the contacts shall go: K u = P^T D^-1 r, K = S^-1 + P^T D^-1 P, and D y = r - P u.
void Compliance::solve(const Bones& bones, std::span<const Row> rows, OfContacts& y) {
  sum_chains(bones, rows);
  std::array<Branch, branch_count> all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Branch& branch = all[branches[rows[i].link]];
    std::copy_n(&y[3 * i], 3, &branch.x[3 * branch.count]);
    branch.rows[branch.count++] = i;
  }
  std::array<double, SymmetricMatrix::size(pelvis_columns)> pelvis_numbers;
  SymmetricMatrix pelvis;
  pelvis.begin(pelvis_numbers.data(), pelvis_columns);
  std::array<double, pelvis_columns> u{};
  for (std::size_t k = 0; k < pelvis_columns; ++k)
    pelvis.column(k)[k] = 1 / (k < 3 ? pelvis_give : s_.give[0]);

  double* numbers = numbers_.data();
  for (Branch& branch : all) {
    if (branch.count == 0) continue;
    const std::size_t own = 3 * branch.count;
    branch.matrix.begin(numbers, own + pelvis_columns);
    numbers += SymmetricMatrix::size(own + pelvis_columns);
    fill(bones, rows, branch);
    std::fill_n(&branch.x[own], pelvis_columns, 0.0);
    branch.matrix.eliminate(own, branch.x.data());
    for (std::size_t k = 0; k < pelvis_columns; ++k) {
      u[k] -= branch.x[own + k];
      for (std::size_t i = k; i < pelvis_columns; ++i)
        pelvis.column(k)[i] -= branch.matrix.column(own + k)[own + i];
    }
  }
  pelvis.eliminate(pelvis_columns, u.data());
  pelvis.solve_upward(u.data());

  for (Branch& branch : all) {
    std::copy_n(u.data(), pelvis_columns, &branch.x[3 * branch.count]);
    if (branch.count > 0) branch.matrix.solve_upward(branch.x.data());
    for (std::size_t i = 0; i < branch.count; ++i)
      std::copy_n(&branch.x[3 * i], 3, &y[3 * branch.rows[i]]);
  }
}

} // namespace supple::body
