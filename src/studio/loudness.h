// SPDX-License-Identifier: Apache-2.0
// How loud people hear a sound to be: integrated loudness after ITU-R BS.1770-4.
#pragma once

#include "studio/wave.h"

namespace supple::studio {

/// One channel played by two loudspeakers is heard 3 dB louder than what is measured of it: -19 LUFS of a mono clip is
/// the -16 LUFS that is aimed at for speech on the web.
inline constexpr double clip_loudness_lufs = -19;

/// No sample beyond, so that no converter or codec has to cut.
inline constexpr double highest_peak_dbfs = -1.5;

/// Of one channel, in LUFS; minus infinity for silence.
[[nodiscard]] double loudness_lufs(const Wave& wave);

/// The highest sample, in dB below full scale.
[[nodiscard]] double peak_dbfs(const Wave& wave);

} // namespace supple::studio
