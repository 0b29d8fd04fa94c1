// SPDX-License-Identifier: Apache-2.0
// The matrix of the contact solve beside one that is written down joint by joint.
#include "body/compliance.h"
#include "body/stance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Posture;

// How far a contact goes for each way that a joint may turn, times the root of its give: J G^(1/2), a column for each.
std::vector<Vec3> ways_of(const Skeleton& skeleton, const Bones& bones, const Row& row) {
  std::vector<Vec3> ways;
  for (std::size_t i = 0; i < link_count; ++i) {
    bool carried = false;
    for (std::size_t above = row.link; !carried; above = parents[above]) {
      carried = above == i;
      if (above == 0) break;
    }
    std::vector<Vec3> axes{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    if (is_hinge(static_cast<Link>(i))) axes = {bones.turned[i] * Vec3{0, 0, 1}};
    for (const Vec3 axis : axes)
      ways.push_back(carried ? cross(axis, row.place - bones.place[i]) * std::sqrt(skeleton.give[i]) : Vec3{});
  }
  for (const Vec3 axis : {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}})
    ways.push_back(axis * std::sqrt(pelvis_give));
  return ways;
}

// How far the forces make each contact go, by the whole matrix, and by what each gives.
OfContacts moved_by(const OfContacts& y, const Skeleton& skeleton, const Bones& bones, const std::vector<Row>& rows) {
  std::vector<std::vector<Vec3>> ways;
  for (const Row& row : rows)
    ways.push_back(ways_of(skeleton, bones, row));
  OfContacts moved{};
  std::vector<double> turned(ways[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < turned.size(); ++j)
      turned[j] += dot(ways[i][j], {y[3 * i], y[3 * i + 1], y[3 * i + 2]});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Vec3 by{rows[i].gives.x * y[3 * i], rows[i].gives.y * y[3 * i + 1], rows[i].gives.z * y[3 * i + 2]};
    for (std::size_t j = 0; j < turned.size(); ++j)
      by = by + ways[i][j] * turned[j];
    moved[3 * i] = by.x, moved[3 * i + 1] = by.y, moved[3 * i + 2] = by.z;
  }
  return moved;
}

// Every contact of the skeleton, each to give way otherwise.
std::vector<Row> rows_of(const Skeleton& skeleton, const Bones& bones, std::size_t count) {
  std::vector<Row> rows;
  for (std::size_t c = 0; c < count; ++c) {
    const auto contact = static_cast<Contact>(c);
    const double gives = 1e-3 * (1 + static_cast<double>(c));
    rows.push_back({index(link_of(contact)),
                    place_of(skeleton, bones, contact),
                    {},
                    1,
                    {gives, gives * 2, c % 5 == 4 ? free_to_go : gives * 3},
                    skeleton.touch[c],
                    true});
  }
  return rows;
}

TEST(Compliance, IsTheWholeMatrixInEveryPosture) {
  const Skeleton skeleton = skeleton_of({});
  for (int posture = 0; posture < vocabulary::posture_count; ++posture) {
    const Intent intent = intent_of({}, static_cast<Posture>(posture), {}, {}, {}).intent;
    Bones bones;
    lay_bones(skeleton, intent, bones);
    // Legs and arms alone, of one branch, and of all that there are.
    for (const std::size_t count : {std::size_t{1}, std::size_t{6}, std::size_t{12}, std::size_t{contact_count}}) {
      const std::vector<Row> rows = rows_of(skeleton, bones, count);
      OfContacts goes{};
      for (std::size_t i = 0; i < 3 * count; ++i)
        goes[i] = std::sin(static_cast<double>(7 * i + 1));
      OfContacts y = goes;
      Compliance(skeleton).solve(bones, rows, y);
      const OfContacts back = moved_by(y, skeleton, bones, rows);
      for (std::size_t i = 0; i < 3 * count; ++i)
        ASSERT_NEAR(back[i], goes[i], 1e-8) << posture << ' ' << count << ' ' << i;
    }
  }
}

TEST(Compliance, TakesContactsThatSayTheSameTwice) {
  const Skeleton skeleton = skeleton_of({});
  Bones bones;
  lay_bones(skeleton, intent_of({}, Posture::all_fours, {}, {}, {}).intent, bones);
  std::vector<Row> rows = rows_of(skeleton, bones, 12);
  for (Row& row : rows)
    row.gives = {1e-9, 1e-9, 1e-9};
  OfContacts goes{};
  for (std::size_t i = 0; i < rows.size(); ++i) // all of her one centimetre ahead
    goes[3 * i] = 0.01;
  OfContacts y = goes;
  Compliance(skeleton).solve(bones, rows, y);
  const OfContacts back = moved_by(y, skeleton, bones, rows);
  for (std::size_t i = 0; i < 3 * rows.size(); ++i)
    ASSERT_NEAR(back[i], goes[i], 1e-7) << i;
}

TEST(SymmetricMatrix, OfOneColumnOfBlocksAndOfAsManyAsThereAre) {
  for (const std::size_t n : {std::size_t{3}, std::size_t{6}, std::size_t{9}, SymmetricMatrix::most_columns}) {
    std::vector<double> numbers(SymmetricMatrix::size(n));
    SymmetricMatrix matrix;
    matrix.begin(numbers.data(), n);
    const auto of = [&](std::size_t i, std::size_t k) {
      return i == k ? static_cast<double>(n) : std::cos(static_cast<double>(i + k + i * k));
    };
    std::vector<double> right(n), x(n);
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t i = k - k % 3; i < n; ++i)
        matrix.column(k)[i] = of(i, k);
    for (std::size_t i = 0; i < n; ++i)
      x[i] = right[i] = static_cast<double>(i) - 1.5;
    matrix.eliminate(n, x.data());
    matrix.solve_upward(x.data());
    for (std::size_t i = 0; i < n; ++i) {
      double sum = 0;
      for (std::size_t k = 0; k < n; ++k)
        sum += of(i, k) * x[k];
      ASSERT_NEAR(sum, right[i], 1e-11) << n << ' ' << i;
    }
  }
}

} // namespace
} // namespace supple::body
