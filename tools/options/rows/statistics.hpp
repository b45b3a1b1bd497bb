#pragma once

#include "tools/options/apply.hpp"
#include "tools/options/option.hpp"

namespace troupe::options {

inline constexpr OptionRow statistics_rows[] = {
    {.letter = 'c',
     .names = {"summary-only"},
     .group = Group::statistics,
     .help = "Print a table of counts and times instead of the calls; with -ff one for each thread and process.",
     .apply = apply::summary_only},
    {.letter = 'C',
     .names = {"summary"},
     .group = Group::statistics,
     .help = "Print a table of counts and times behind the calls.",
     .apply = apply::summary},
    {.letter = 'w',
     .names = {"summary-wall-clock"},
     .group = Group::statistics,
     .help = "Sum up the time between the begin and the end of each call, not the time on a CPU.",
     .apply = apply::summary_wall_clock},
    {.letter = 'S',
     .names = {"summary-sort-by"},
     .takes = Takes::value,
     .value = "COLUMN",
     .group = Group::statistics,
     .help = "How the table is sorted: by a column of -U, or nothing (by number).",
     .standard = "time",
     .apply = apply::summary_sort_by},
    {.letter = 'U',
     .names = {"summary-columns"},
     .takes = Takes::value,
     .value = "COLUMNS",
     .group = Group::statistics,
     .help = "The columns of the table: time-percent, total-time, min-time, max-time, avg-time, wall-total, wall-min, wall-max, "
             "wall-avg, calls, errors, name. wall-* are of the time between begin and end, with or without -w.",
     .standard = "time-percent,total-time,avg-time,calls,errors,name",
     .apply = apply::summary_columns},
    {.letter = 'O',
     .names = {"summary-syscall-overhead"},
     .takes = Takes::value,
     .value = "DURATION",
     .group = Group::statistics,
     .help = "The cost of tracing that is taken off each call: a number and s, ms, us (if nothing stands there) or ns.",
     .standard = "0",
     .apply = apply::summary_syscall_overhead},
    {.names = {"summary-every"},
     .takes = Takes::value,
     .value = "DURATION",
     .group = Group::statistics,
     .help = "Print the table of -c or -C every so often, too.",
     .since = "troupe",
     .example = "--summary-every=5s",
     .apply = apply::summary_every},
    {.names = {"engine-stats"},
     .group = Group::statistics,
     .help =
         "Say at the end what troupe itself did: stops, hooks, time per stop, tracees handed over, CPU time; and that nothing was lost.",
     .since = "troupe",
     .apply = apply::engine_stats},
};

}  // namespace troupe::options
