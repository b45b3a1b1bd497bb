#pragma once

#include "tools/options/apply.hpp"
#include "tools/options/option.hpp"

namespace troupe::options {

/// A whole script: what stands behind the colon works as it is.
inline constexpr std::string_view count_by_script =
    "count in a script: n = {} troupe.hook('all', function(ev) n[ev.name] = (n[ev.name] or 0) + 1 end) "
    "strace.at_exit(function() for name, count in pairs(n) do print(count, name) end end)";

inline constexpr OptionRow statistics_rows[] = {
    {.letter = 'c',
     .names = {"summary-only"},
     .group = Group::statistics,
     .help = "Print a table of counts and times instead of the calls.",
     .meanwhile = count_by_script},
    {.letter = 'C',
     .names = {"summary"},
     .group = Group::statistics,
     .help = "Print a table of counts and times behind the calls.",
     .meanwhile = count_by_script},
    {.letter = 'w',
     .names = {"summary-wall-clock"},
     .group = Group::statistics,
     .help = "Sum up the time between the begin and the end of each call.",
     .meanwhile = "leave it out: -c is not there yet either"},
    {.letter = 'S',
     .names = {"summary-sort-by"},
     .takes = Takes::value,
     .value = "COLUMN",
     .group = Group::statistics,
     .help = "How the table is sorted.",
     .meanwhile = "leave it out: -c is not there yet either"},
    {.letter = 'U',
     .names = {"summary-columns"},
     .takes = Takes::value,
     .value = "COLUMNS",
     .group = Group::statistics,
     .help = "The columns of the table.",
     .meanwhile = "leave it out: -c is not there yet either"},
    {.letter = 'O',
     .names = {"summary-syscall-overhead"},
     .takes = Takes::value,
     .value = "DURATION",
     .group = Group::statistics,
     .help = "The cost of tracing that is taken off each call.",
     .meanwhile = "leave it out: -c is not there yet either"},
    {.names = {"summary-every"},
     .takes = Takes::value,
     .value = "DURATION",
     .group = Group::statistics,
     .help = "Print the table every so often.",
     .since = "troupe",
     .meanwhile = "leave it out: -c is not there yet either"},
    {.names = {"engine-stats"},
     .group = Group::statistics,
     .help =
         "Say at the end what troupe itself did: stops, hooks, time per stop, tracees handed over, CPU time; and that nothing was lost.",
     .since = "troupe",
     .apply = apply::engine_stats},
};

}  // namespace troupe::options
