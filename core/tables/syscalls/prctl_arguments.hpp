#pragma once

#include "core/tables/flags/process_calls.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/prctl_arguments.hpp"

/// What prctl's arguments are (linux/prctl.h). A code that is not listed has five arguments of which nothing is known.
namespace troupe::rows {

inline constexpr std::uint64_t pr_set_vma = 0x53564d41, pr_set_ptracer = 0x59616d61;

inline constexpr auto prctl_second = choose(
    // PR_GET_KEEPCAPS PR_GET_TIMING PR_GET_SECCOMP PR_GET_TIMERSLACK
    ends_with(commands(7, 13, 21, 30)),
    // PR_GET_DUMPABLE PR_GET_SECUREBITS
    returns({value(dumpable_values), "", false, true}, ends_with(commands(3))),
    returns({flags(securebits), "", true}, ends_with(commands(27))),
    // PR_TASK_PERF_EVENTS_DISABLE PR_TASK_PERF_EVENTS_ENABLE PR_GET_FP_MODE PR_SVE_GET_VL PR_SME_GET_VL
    ends_with(commands(31, 32, 46, 51, 64)),
    // PR_SET_PDEATHSIG PR_GET_PDEATHSIG
    with(commands(1), in(signal, "sig")), with(commands(2), out(pointed(signal), "sig")),
    // PR_SET_DUMPABLE
    with(commands(4), in(value(dumpable_values), "dumpable")),
    // PR_SET_NAME PR_GET_NAME
    with(commands(15), in(string, "name")), with(commands(16), out(string, "name")),
    // PR_SET_SECCOMP
    with(commands(22), in(value(seccomp_modes), "mode")),
    // PR_CAPBSET_READ PR_CAPBSET_DROP
    with(commands(23, 24), in(value(capability_names), "cap")),
    // PR_GET_TSC PR_SET_TSC
    with(commands(25), out(pointed(signed_int), "mode")), with(commands(26), in(value(tsc_modes), "mode")),
    // PR_SET_SECUREBITS
    with(commands(28), in(flags(securebits), "securebits")),
    // PR_SET_KEEPCAPS PR_SET_TIMERSLACK PR_SET_CHILD_SUBREAPER PR_SET_NO_NEW_PRIVS PR_SET_THP_DISABLE PR_SET_IO_FLUSHER
    with(commands(8, 29, 36, 38, 41, 57), in(unsigned_long, "arg2")),
    // PR_GET_CHILD_SUBREAPER PR_GET_TID_ADDRESS
    with(commands(37), out(pointed(signed_int), "arg2")), with(commands(40), out(pointed(hex), "arg2")),
    // PR_SET_MM PR_CAP_AMBIENT
    with(commands(35), in(value(process_vm_map_parts), "arg2")), with(commands(47), in(value(ambient_operations), "arg2")),
    // PR_GET_SPECULATION_CTRL PR_SET_SPECULATION_CTRL
    with(commands(52, 53), in(value(speculation_features), "arg2")), with(commands(pr_set_vma), in(value(vma_settings), "attr")),
    with(commands(pr_set_ptracer), in(pid, "pid")));

inline constexpr auto prctl_third = choose(
    // Codes with one argument: those above that say no more of it, and the *_UNALIGN, *_FPEMU, *_FPEXC, *_ENDIAN, *_VL of other machines
    ends_with(commands(1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 16, 19, 20, 23, 24, 25, 26, 28, 29)),
    ends_with(commands(36, 37, 40, 45, 50, 52, 63, pr_set_ptracer)),
    // PR_SET_SECCOMP PR_CAP_AMBIENT PR_SET_SPECULATION_CTRL
    with(commands(22), in(structure(filter_program_layout), "filter")), with(commands(47), in(value(capability_names), "cap")),
    with(commands(53), in(flags(speculation_settings), "arg3")), with(commands(pr_set_vma), in(pointer, "addr")));

inline constexpr auto prctl_fourth = choose(ends_with(commands(22, 53)), with(commands(pr_set_vma), in(unsigned_long, "size")));

inline constexpr auto prctl_fifth = choose(with(commands(pr_set_vma), in(string, "name")));

}  // namespace troupe::rows
