// SPDX-License-Identifier: Apache-2.0
// How far the contacts of a body go for forces on them: the matrix of the contact solve.
#pragma once

#include "body/skeleton.h"
#include "body/symmetric_matrix.h"

#include <array>
#include <span>

namespace supple::body {

/// How readily the pelvis moves as a whole, against how readily a hip turns.
inline constexpr double pelvis_give = 0.1;
/// How much a contact gives way along an axis on which it is not held.
inline constexpr double free_to_go = 1e6;

/// A contact that is being brought to its place.
struct Row {
  std::size_t link;
  geometry::Vec3 place, needed;
  double firmness;
  geometry::Vec3 gives; ///< how much it gives way along each axis
  geometry::Vec3 touch; ///< its place in the axes of its link
  bool held = false;    ///< exactly
};

// Of 23 contacts and 29 places that the mat may press: 19 at once are the most that was seen, over all postures, moves
// and ways between.
inline constexpr std::size_t most_contacts = 26, most_rows = 3 * most_contacts;

static_assert(most_rows + 6 <= SymmetricMatrix::most_columns); // with those of the pelvis

/// Three numbers for each contact, in the world's axes.
using OfContacts = std::array<double, most_rows>;

/// J G J^T + gives, where J is how far each contact goes for a turn of each joint in world axes, and G how readily each
/// joint gives way. It is D + P S P^T: D couples only contacts that hang on one branch from the pelvis (the trunk with
/// the arms, or one leg) as if the pelvis stood still; P is how each contact goes with the pelvis, and S how readily
/// that moves. So each branch is eliminated by itself, and what is left is one matrix of six columns.
class Compliance {
public:
  explicit Compliance(const Skeleton& skeleton) : s_(skeleton) {}

  /// y: how far each contact shall go; becomes the forces for which they go so. At most `most_contacts` rows.
  void solve(const Bones& bones, std::span<const Row> rows, OfContacts& y);

private:
  // How the pelvis goes and turns, three numbers each.
  static constexpr std::size_t pelvis_columns = 6;

  // Sums over the balls from the pelvis, without it, up to a link: of their give, of give times place from the pelvis,
  // of give times place times place.
  struct Chain {
    double give = 0;
    geometry::Vec3 first;
    double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;

    void add(double g, geometry::Vec3 p);
  };

  struct Branch {
    std::array<std::size_t, most_contacts> rows;
    std::size_t count = 0;
    SymmetricMatrix matrix;
    std::array<double, most_rows + pelvis_columns> x;
  };

  void sum_chains(const Bones& bones, std::span<const Row> rows);
  void fill(const Bones& bones, std::span<const Row> rows, Branch& branch);
  [[nodiscard]] std::array<geometry::Vec3, 3> block(const Bones& bones, const Row& one, const Row& other,
                                                    geometry::Vec3 lever, geometry::Vec3 other_lever) const;

  const Skeleton& s_;
  std::array<Chain, link_count> chains_;
  std::array<geometry::Vec3, most_contacts> levers_; // the way a contact goes by the elbow or knee that carries it
  std::array<double, SymmetricMatrix::size(most_rows + pelvis_columns)> numbers_;
};

} // namespace supple::body
