#pragma once

#include <string>

#include "troupe/core/decode.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

/// `= 3`, `= -1 ENOENT (No such file or directory)`, `= ?`, what the result means, and `(INJECTED)`. `row` may be nullptr.
void append_result(const CallView& call, const SyscallRow* row, std::string& result);

}  // namespace troupe
