#pragma once

#include "troupe/core/syscalls.hpp"

namespace troupe {

/// The first select and mmap of i386 have one argument, the address of the arguments, a word each (arch/x86/kernel/sys_ia32.c): how those
/// are laid out. nullptr: the arguments of the call are in registers.
[[nodiscard]] const Signature* signature_in_memory(SyscallId call);

}  // namespace troupe
