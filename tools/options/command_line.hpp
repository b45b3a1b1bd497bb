#pragma once

#include <tl/expected.hpp>

#include "tools/options/settings.hpp"

namespace troupe::options {

/// What `argv` of main asks for. Options end at the first argument that is none.
/// Reads the user database for -u, and nothing else of the system. Not for two threads at once: getopt_long(3) keeps state.
[[nodiscard]] tl::expected<ParsedCommandLine, UsageError> parse_command_line(int argc, char* const* argv);

}  // namespace troupe::options
