// SPDX-License-Identifier: Apache-2.0
// What she tells before a session, as options of the commands that plan or lead one.
#pragma once

#include "guide/session.h"

#include <CLI/App.hpp>

namespace supple::cli {

/// Her week, pace and comfort, into `settings`, which must outlive the command.
void add_session_options(CLI::App& command, guide::Settings& settings);

} // namespace supple::cli
