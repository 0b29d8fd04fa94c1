// SPDX-License-Identifier: Apache-2.0
// The room `cli`: one file a command. Each `add_…` declares its command to the parser; when the command runs it leaves
// its exit code in `Exit`: 0 well, 1 findings or a file that cannot be used, 2 wrong usage.
#pragma once

#include <CLI/App.hpp>

#include <string>

namespace supple::cli {

struct Exit {
  int code = 0;
};

inline constexpr int exit_findings = 1;
inline constexpr int exit_usage = 2;

/// The command NAME of `app`, which owns it. Declared once, because a file that makes a CLI::App compiles half of
/// CLI11.
[[nodiscard]] CLI::App* add_command(CLI::App& app, std::string name, std::string description);

void add_read(CLI::App& app, Exit& exit);
void add_lexicon(CLI::App& app, Exit& exit);
void add_check(CLI::App& app, Exit& exit);
void add_draft(CLI::App& app, Exit& exit);
void add_plan(CLI::App& app, Exit& exit);
void add_guide(CLI::App& app, Exit& exit);
void add_posture(CLI::App& app, Exit& exit);
void add_motion(CLI::App& app, Exit& exit);
void add_loads(CLI::App& app, Exit& exit);
void add_still(CLI::App& app, Exit& exit);
void add_loop(CLI::App& app, Exit& exit);
void add_film(CLI::App& app, Exit& exit);
void add_card(CLI::App& app, Exit& exit);
void add_cues(CLI::App& app, Exit& exit);
void add_export(CLI::App& app, Exit& exit);
void add_publish(CLI::App& app, Exit& exit);
void add_compose(CLI::App& app, Exit& exit);
void add_programme(CLI::App& app, Exit& exit);
void add_serve(CLI::App& app, Exit& exit);

} // namespace supple::cli
