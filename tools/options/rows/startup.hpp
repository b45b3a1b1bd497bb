#pragma once

#include "tools/options/apply.hpp"
#include "tools/options/option.hpp"

namespace troupe::options {

inline constexpr OptionRow startup_rows[] = {
    {.letter = 'p',
     .names = {"attach"},
     .takes = Takes::value,
     .value = "PID",
     .group = Group::startup,
     .help = "Attach to a running process, with -f to all of its threads. Takes a list (commas, blanks, newlines), and may be repeated.",
     .example = "-f -p \"$(pidof nginx)\"",
     .apply = apply::attach},
    {.letter = 'u',
     .names = {"user"},
     .takes = Takes::value,
     .value = "NAME|UID:GID",
     .group = Group::startup,
     .help = "Run the command as that user. Needs root.",
     .example = "-u nobody",
     .apply = apply::user},
    {.letter = 'E',
     .names = {"env"},
     .takes = Takes::value,
     .value = "VAR[=VALUE]",
     .group = Group::startup,
     .help = "Set VAR in the command's environment, or remove it where there is no `=`.",
     .example = "-E LC_ALL=C -E DISPLAY",
     .apply = apply::environment},
    {.names = {"argv0"},
     .takes = Takes::value,
     .value = "NAME",
     .group = Group::startup,
     .help = "Give NAME to the command as its argv[0].",
     .since = "strace 6.3",
     .example = "--argv0=-sh /bin/sh",
     .apply = apply::argv0},
};

}  // namespace troupe::options
