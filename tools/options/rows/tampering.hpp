#pragma once

#include "tools/options/apply.hpp"
#include "tools/options/option.hpp"

namespace troupe::options {

inline constexpr OptionRow tampering_rows[] = {
    {.names = {"inject"},
     .qualifiers = {"inject"},
     .takes = Takes::name_must,
     .value = "SET:WHAT",
     .group = Group::tampering,
     .help = "Tamper with calls. WHAT is one or more, joined by `:`, of error=ERRNO or retval=VALUE (the call is not made; syscall=NAME: "
             "that one is made for it), signal=SIG, delay_enter=TIME, delay_exit=TIME (a number and s, ms, us or ns; us), "
             "poke_enter=@argN=HEX, poke_exit=@argN=HEX (bytes for the memory behind an argument), and of when=FIRST[..LAST][+[STEP]]: to "
             "which of its calls, counted for each thread and call. Of several rules for one call the last holds. Only calls that are "
             "traced are tampered with; with -e trace=none, every one that SET has.",
     .example = "-e inject=openat:error=ENOENT:when=3+",
     .apply = apply::inject},
    {.names = {"fault"},
     .qualifiers = {"fault"},
     .takes = Takes::name_must,
     .value = "SET[:WHAT]",
     .group = Group::tampering,
     .help = "Let calls fail: --inject=SET:error=ENOSYS, unless there is another error. Of WHAT it takes error, syscall and when.",
     .example = "--fault=%network:error=ENETDOWN:when=2..5",
     .apply = apply::fault},
    {.names = {"seed"},
     .takes = Takes::value,
     .value = "N",
     .group = Group::tampering,
     .help = "Where every random choice comes from.",
     .since = "troupe",
     .meanwhile = "use math.randomseed(N) in a script"},
};

}  // namespace troupe::options
