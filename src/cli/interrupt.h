// SPDX-License-Identifier: Apache-2.0
// For long work that ends whole or leaves nothing: Ctrl-C is heard, and asked for between two steps.
#pragma once

namespace supple::cli {

/// From now on the signals that ask the program to end are only noted.
void stop_when_interrupted();

[[nodiscard]] bool is_interrupted();

} // namespace supple::cli
