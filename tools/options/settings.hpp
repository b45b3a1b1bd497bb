#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tools/options/tips.hpp"
#include "troupe/actors/engine.hpp"
#include "troupe/lua/script_engine.hpp"

namespace troupe::options {

/// -E: set `name` in the command's environment, or remove it where there is no value. In the order given.
struct EnvironmentEdit {
    std::string name;
    std::optional<std::string> value;
};

/// Everything the command line asks for: a plain value. What the engine and the scripts take is in their own terms.
struct Settings {
    EngineConfig engine;  ///< all but `command`, which has to be looked for, `inheritance` and `hooks`
    LuaConfig scripting;

    std::vector<std::string> command;  ///< PROG and its arguments; empty with -p alone
    std::optional<std::string> argv0;  ///< --argv0
    std::vector<EnvironmentEdit> environment;
    std::optional<Identity> user;  ///< -u
    Daemonize daemonize = Daemonize::no;
    std::optional<TipChoice> tip;  ///< --tips; without a command and a process to attach to, it is all that is asked for

    std::vector<std::string> warnings;  ///< whole lines for stderr, before anything starts

    /// The name that messages begin with.
    [[nodiscard]] const std::string& called_as() const { return engine.program_name; }
};

/// -h and -V: goes to stdout, and the exit status is 0.
struct Answer {
    std::string text;
};

using ParsedCommandLine = std::variant<Settings, Answer>;

/// The command line cannot be understood. The first line says why, and can be parsed: `NAME: reason`.
struct UsageError {
    std::vector<std::string> lines;
    int status = 1;

    /// All lines, each with its newline.
    [[nodiscard]] std::string text() const;
};

}  // namespace troupe::options
