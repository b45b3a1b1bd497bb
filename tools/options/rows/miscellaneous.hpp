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
    {.names = {"tips"},
     .takes = Takes::name_may,
     .value = "[id:]N|random,[format:]none|compact|full",
     .help = "Print a tip at the end; without PROG and -p, that alone.",
     .example = "--tips=full",
     .apply = apply::tips},
    {.names = {"list-syscalls"},
     .help = "List every call that troupe knows, with its arguments, and which of these are printed as they are.",
     .since = "troupe",
     .example = "--list-syscalls",
     .apply = apply::list_syscalls},
};

}  // namespace troupe::options
