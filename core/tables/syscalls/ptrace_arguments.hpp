#pragma once

#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/registers.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/ptrace.hpp"

/// What ptrace's arguments are, by request (ptrace(2), linux/ptrace.h, asm/ptrace-abi.h).
namespace troupe::rows {

inline constexpr Kind word_told = pointer, event_told = unsigned_long;

/// PTRACE_TRACEME asks for nothing else.
inline constexpr auto ptrace_second = choose(ends_with(commands(0)), otherwise(in(pid, "pid")));

/// PTRACE_KILL PTRACE_ATTACH PTRACE_INTERRUPT PTRACE_LISTEN end with the process; registers are read and written without an address;
/// sizes; places in struct user; sets of registers.
inline constexpr auto ptrace_third = choose(
    ends_with(commands(0, 8, 16, 0x4207, 0x4208)), with(commands(12, 13, 14, 15), unseen), with(commands(3, 6), in(user_offset, "addr")),
    with(commands(0x4204, 0x4205), in(value(register_sets), "addr")), with(commands(0x4209), in(structure(signal_query_layout), "addr")),
    with(commands(0x420a, 0x420b, 0x420c, 0x420d, 0x420e, 0x4212), in(unsigned_long, "addr")), otherwise(in(pointer, "addr")));

/// What goes on does so with a signal.
inline constexpr auto ptrace_fourth = choose(
    ends_with(commands(0, 8, 16, 0x4207, 0x4208)), with(commands(7, 9, 17, 24, 31, 32, 33), in(signal, "data")),
    with(commands(1, 2, 3), out(pointed(word_told), "data")), with(commands(0x4201), out(pointed(event_told), "data")),
    with(commands(12), out(structure(registers_layout), "data")), with(commands(13), in(structure(registers_layout), "data")),
    with(commands(14), out(structure(float_registers_layout), "data")), with(commands(15), in(structure(float_registers_layout), "data")),
    with(commands(0x4209), out(kind::own_memory(Own::pending_signals), "data")),
    with(commands(21, 0x4200, 0x4206), in(flags(ptrace_options), "data")), with(commands(0x4202), out(siginfo, "data")),
    with(commands(0x4203), in(siginfo, "data")),
    with(commands(0x4204, 0x4205), filled(Filled::always, out(kind::own_memory(Own::register_set, register_vector_layout), "data"))),
    with(commands(0x420a), out(sigset(length::argument(2)), "data")), with(commands(0x420b), in(sigset(length::argument(2)), "data")),
    with(commands(0x420d), filled(Filled::always, out(kind::own_memory(Own::filter_metadata, filter_query_layout), "data"))),
    with(commands(0x420e), out(kind::own_memory(Own::syscall_query, syscall_query_layout), "data")),
    with(commands(0x4212), in(sized_structure(syscall_query_layout, length::argument(2)), "data")), otherwise(in(pointer, "data")));

}  // namespace troupe::rows
