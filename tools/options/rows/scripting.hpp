#pragma once

#include "tools/options/apply.hpp"
#include "tools/options/option.hpp"

namespace troupe::options {

inline constexpr OptionRow scripting_rows[] = {
    {.letter = 'l',
     .names = {"script"},
     .takes = Takes::value,
     .value = "FILE",
     .group = Group::scripting,
     .help = "Run the Lua script FILE. Several share one Lua state, in the order given. FILE,KEY=VALUE hands options to the script.",
     .since = "troupe",
     .example = "-l count.lua",
     .apply = apply::script},
    {.names = {"jit"},
     .takes = Takes::value,
     .value = "auto|on|off",
     .group = Group::scripting,
     .help = "Whether LuaJIT may compile hooks. auto: not with builds of LuaJIT that are known to miscompile.",
     .standard = "auto",
     .since = "troupe",
     .example = "--jit=on",
     .apply = apply::jit},
    {.names = {"list-scripts"},
     .group = Group::scripting,
     .help = "List the scripts that come with troupe.",
     .since = "troupe",
     .meanwhile = "give the file of a script to -l"},
    {.names = {"hook-timeout"},
     .takes = Takes::value,
     .value = "DURATION",
     .group = Group::scripting,
     .help = "Let go of a tracee whose hook does not come back in time.",
     .since = "troupe",
     .meanwhile = "press ^C: troupe names the hook that runs, and ends"},
};

}  // namespace troupe::options
