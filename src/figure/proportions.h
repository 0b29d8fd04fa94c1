// SPDX-License-Identifier: Apache-2.0
// The proportions of the body as it is drawn, as fractions of stature unless a name says otherwise. They were tuned on
// a solid body of 1.735 m until its volume was that of 61.9 kg and the gain of pregnancy (docs/figure.md), so they
// belong together: change one, look at all. Offsets are toward the head (t), the front (a) and the side (l) of a bone's
// frame.
#pragma once

#include "body/pose.h"

#include <array>

namespace supple::figure {

struct Offset {
  double t = 0, a = 0, l = 0;
};

/// An elliptic section of the trunk: `front` is how far its middle lies before the bone's origin.
struct Section {
  double front, half_width, half_depth;
};

/// Sections that hang on the pelvis, at a height over the line between the hips.
struct PelvicSection {
  double height;
  Section section;
};

inline constexpr std::array<PelvicSection, 5> pelvic_sections{{
    {-.029, {-.002, .055, .046}},
    {-.013, {-.005, .079, .053}},
    {.003, {-.007, .0915, .058}},
    {.019, {-.007, .0935, .057}},
    {.035, {-.007, .090, .055}},
}};
inline constexpr double pelvic_lean = 8; ///< degrees that the highest of them leans forward

/// Sections at L5 and from there at every second vertebra: L4, L2, T12, T10, T8, T6, T4, T2, C7.
inline constexpr Section section_L5{.018, .084, .0515};
inline constexpr std::array<Section, 9> spinal_sections{{
    {.017, .078, .050},
    {.017, .069, .048},
    {.022, .070, .051},
    {.027, .074, .056},
    {.029, .076, .057},
    {.027, .075, .054},
    {.021, .069, .047},
    {.012, .055, .035},
    {.007, .033, .027},
}};
inline constexpr double cap = .62; ///< how far a section reaches along the spine, as a part of its mean radius

struct Ellipsoid {
  Offset at, radii;
};

inline constexpr Ellipsoid buttock{{-.010, -.027, .044}, {.060, .046, .050}};
inline constexpr Ellipsoid breast{{-.002, .073, .039}, {.037, .032, .037}};

inline constexpr double belly_hangs = .006; ///< on all fours
/// Where the belly goes when the low back rounds: it keeps its volume.
inline constexpr double belly_rounded_forward = .017, belly_rounded_down = .008;

/// Radii at 0, 1/4, 1/2, 3/4 and 1 of a bone and how far the limb's middle bulges off the bone, as fractions of the
/// bone's length.
struct Limb {
  std::array<double, 5> radius, bulge;
};

inline constexpr Limb thigh{{.225, .218, .186, .150, .123}, {0, .015, .023, .018, .010}};
inline constexpr Limb shank{{.111, .113, .103, .081, .071}, {.005, .030, .028, .009, 0}};
inline constexpr Limb upper_arm{{.182, .174, .156, .140, .125}, {0, .007, .015, .007, 0}};
inline constexpr Limb forearm{{.131, .146, .129, .106, .089}, {0, .011, .011, .004, 0}};

inline constexpr Ellipsoid skull{{.046, .001, 0}, {.056, .0555, .0445}};
inline constexpr Ellipsoid face{{.017, .025, 0}, {.044, .031, .032}};
inline constexpr Ellipsoid nose{{.020, .052, 0}, {.013, .006, .005}};
inline constexpr Ellipsoid chin{{-.020, .040, 0}, {.010, .010, .011}};
inline constexpr Ellipsoid ear{{.028, 0, .041}, {.015, .009, .004}};
inline constexpr Ellipsoid knot{{.107, -.031, 0}, {.024, .020, .024}};
/// The face is free of hair within a ball round a place before the mouth: the hair ends on a gentle arc from the
/// forehead behind the ear to the nape.
inline constexpr Offset face_ball{-.018, .079, 0};
inline constexpr double face_ball_radius = .113;

/// Half of a vertebra along the spine, as a part of the way to the next; half widths at L5, T3 and C3; depth to width.
inline constexpr double vertebra_half_height = .40;
inline constexpr double vertebra_half_width_L5 = .0141, vertebra_half_width_T3 = .0085, vertebra_half_width_C3 = .0075;
inline constexpr double vertebra_depth = .8;
/// The sacrum's middle line on the pelvis, from S1 to the tail.
inline constexpr std::array<Offset, 4> sacrum{
    {{.0490, -.0215, 0}, {.0370, -.0300, 0}, {.0220, -.0380, 0}, {.0060, -.0410, 0}}};

} // namespace supple::figure
