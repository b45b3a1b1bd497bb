#pragma once

#include "troupe/core/launch.hpp"

namespace troupe {

/// What signals do to us while we trace: nothing, but for those that the supervisor hears. A program may signal its whole group, us
/// included, and ignore the signal itself; a write that fails says so without SIGPIPE. What we start sees none of it: a handler goes away
/// at an execve, where an ignored signal would stay ignored (signal(7)). `survive_stop_key`: SIGTSTP does nothing, either.
void take_dispositions(const Inheritance& inheritance, bool survive_stop_key = false);

}  // namespace troupe
