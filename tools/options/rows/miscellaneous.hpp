#pragma once

#include "tools/options/apply.hpp"
#include "tools/options/option.hpp"

namespace troupe::options {

inline constexpr OptionRow miscellaneous_rows[] = {
    {.letter = 'd',
     .names = {"debug"},
     .help = "Say on stderr what troupe itself does: the same as --log-level=debug.",
     .example = "-d",
     .apply = apply::debug},
    {.names = {"log-level"},
     .takes = Takes::value,
     .value = "LEVEL",
     .help = "What troupe says about itself: trace, debug, info, warning, error.",
     .standard = "warning",
     .since = "troupe",
     .example = "--log-level=info",
     .apply = apply::log_level},
    {.letter = 'h', .names = {"help"}, .help = "Print this text.", .example = "-h", .apply = apply::help},
    {.letter = 'V', .names = {"version"}, .help = "Print the version.", .example = "-V", .apply = apply::version},
    {.names = {"tips"}, .takes = Takes::name_may, .value = "WHICH", .help = "A tip at the end.", .meanwhile = "see --help"},
    {.names = {"list-syscalls"},
     .help = "List every call that troupe knows.",
     .since = "troupe",
     .meanwhile = "see /usr/include/x86_64-linux-gnu/asm/unistd_64.h"},
};

}  // namespace troupe::options
