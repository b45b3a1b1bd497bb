#pragma once

#include "troupe/core/event.hpp"
#include "troupe/core/memory.hpp"
#include "troupe/core/requests.hpp"

namespace troupe {

/// The call that is meant: i386 `socketcall` and `ipc` carry others.
[[nodiscard]] SyscallEntry meant_call(const SyscallInfo& info, Memory& memory);

}  // namespace troupe
