// SPDX-License-Identifier: Apache-2.0
// Hands and feet that would not come straight from one end of the way to the other are led round what is between.
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"

namespace supple::motion {

/// How she is wanted, and lies, where a limb has come a third of its way, or two.
struct Third {
  double come = 0;
  body::Intent there;
  body::Bones bones;
};

/// Of the limb that goes in this part of the time.
[[nodiscard]] Third third_of(const body::Skeleton& skeleton, const Travel& travel, const Travel::Part& part,
                             bool is_second);

/// Adds to `travel.step` and `travel.early` what brings the joints of one side, from `first` to `last` of the left one,
/// through where they are laid at that third instead of there.
void lead_through(const body::Intent& laid, const Third& third, int side, body::Link first, body::Link last,
                  Travel& travel);

/// Sets there what leads a limb, named as in Travel::limbs, so that at both thirds its end is so much farther headward,
/// frontward and outward of the chest, and higher, metres for the table's stature, than straight from end to end; a leg
/// only outward and higher. Nothing else bends it.
void lead(const body::Skeleton& skeleton, std::size_t limb, geometry::Vec3 farther, double up_m, Travel& travel);

} // namespace supple::motion
