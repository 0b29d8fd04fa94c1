// SPDX-License-Identifier: Apache-2.0
// Whether this runs under the sanitizers, where everything costs twenty times as much: what is tried exhaustively
// elsewhere is then tried at some of the places.
#pragma once

namespace supple {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SUPPLE_SANITIZED
#endif
#endif
#ifdef SUPPLE_SANITIZED
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

} // namespace supple
