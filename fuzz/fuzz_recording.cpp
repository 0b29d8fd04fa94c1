// SPDX-License-Identifier: Apache-2.0
// Any bytes as a teacher's recording, on the way into a film. Ends the run where the sound of it is not finite, or
// louder than it may be.
#include "film/sound.h"
#include "studio/wave.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace supple;
  const auto recorded = studio::wave_of({reinterpret_cast<const char*>(data), size});
  if (!recorded) return 0;
  guide::Session session;
  session.cues = {{0.5, 1, "said", guide::CueKind::teach, 0}};
  session.tones = {{1, 2, guide::ToneKind::inhale}};
  const film::Clips clips{{guide::clip_name("said"), studio::levelled(studio::trimmed(*recorded))}};
  for (const float sample : film::sound_of(session, clips, 2, {}).samples)
    if (!std::isfinite(sample) || std::fabs(sample) > 1) std::abort();
  return 0;
}
