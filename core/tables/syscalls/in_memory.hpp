#pragma once

#include <array>
#include <cstdint>

#include "troupe/core/syscalls.hpp"

namespace troupe {

/// The first select and mmap of i386 have one argument, the address of the arguments, a word each (arch/x86/kernel/sys_ia32.c): how those
/// are laid out. nullptr: the arguments of the call are in registers.
[[nodiscard]] const Signature* signature_in_memory(SyscallId call);

/// How `ipc` has its arguments where a pointer to some of them is not followed: msgrcv after a failure or without them, semctl without its
/// word. nullptr: there are none behind a pointer.
[[nodiscard]] const Signature* signature_of_pointer(ThroughIpc how);
/// Of semctl, whose word could be read.
[[nodiscard]] const Signature& signature_of_union();

/// Whether a call is made through `ipc`.
[[nodiscard]] bool is_in_ipc(SyscallId call);
/// Where `ipc` has argument i of the call, counted from its own first, which is the number of the call (ipc/syscall.c).
[[nodiscard]] std::array<std::uint8_t, max_args> places_in_ipc(SyscallId call);

}  // namespace troupe
