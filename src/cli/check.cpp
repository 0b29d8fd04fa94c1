// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

namespace supple::cli {

void add_check(CLI::App& /*app*/, Exit& /*exit*/) {}

} // namespace supple::cli
