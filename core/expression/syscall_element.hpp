#pragma once

#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/expression/set_text.hpp"
#include "troupe/core/abi.hpp"
#include "troupe/core/syscall_set.hpp"

namespace troupe {

/// The calls that one element of a set of syscalls means: `openat`, `?openat2`, `%file@32`, `/^sched_`, `80@64`, `all`.
[[nodiscard]] tl::expected<std::vector<SyscallId>, ParseError> calls_meant(Element element);

/// `invalid system call 'X'`
[[nodiscard]] ParseError invalid_syscall(Element element);

}  // namespace troupe
