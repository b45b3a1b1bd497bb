#pragma once

#include "core/tables/flags/prctl.hpp"
#include "core/tables/flags/process_calls.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/prctl_arguments.hpp"

/// What prctl's arguments are (linux/prctl.h). A code that is not listed has five arguments of which nothing is known.
namespace troupe::rows {

inline constexpr std::uint64_t pr_set_vma = 0x53564d41, pr_set_ptracer = 0x59616d61;

/// TASK_COMM_LEN (linux/sched.h) with its NUL: what is longer is cut.
/// TASK_COMM_LEN (linux/sched.h), with the NUL that the kernel puts there.
inline constexpr Kind told_name{.tag = Tag::string, .length = length::fixed(16)};
inline constexpr Kind task_name{.tag = Tag::string, .length = length::fixed(15)};
inline constexpr Kind misaligned_access = flags(unalign_flags), time_stamp_mode = value(tsc_modes);

inline constexpr auto prctl_second = choose(
    // PR_GET_KEEPCAPS PR_GET_TIMING PR_GET_SECCOMP PR_GET_TIMERSLACK
    ends_with(commands(7, 13, 21, 30)),
    // PR_GET_DUMPABLE PR_GET_SECUREBITS
    returns({.kind = value(dumpable_values), .decimal = true, .only_known = true}, ends_with(commands(3))),
    returns({.kind = flags(securebits), .silent_zero = true, .told = Told::aside}, ends_with(commands(27))),
    // PR_TASK_PERF_EVENTS_DISABLE PR_TASK_PERF_EVENTS_ENABLE
    ends_with(commands(31, 32)),
    // PR_GET_FP_MODE, PR_SVE_GET_VL PR_SME_GET_VL
    returns({.kind = flags(fp_mode_flags), .silent_zero = true, .told = Told::aside}, ends_with(commands(46))),
    returns({.kind = hex}, ends_with(commands(51, 64))),
    // PR_SET_PDEATHSIG PR_GET_PDEATHSIG
    with(commands(1), in(signal_in_long, "sig")), with(commands(2), out(pointed(signal), "sig")),
    // PR_SET_DUMPABLE
    with(commands(4), in(value(dumpable_values), "dumpable")),
    // PR_GET_UNALIGN PR_SET_UNALIGN
    with(commands(5), out(pointed(misaligned_access), "arg2")), with(commands(6), in(misaligned_access, "arg2")),
    // PR_GET_FPEMU PR_GET_FPEXC PR_GET_ENDIAN PR_GET_CHILD_SUBREAPER
    with(commands(9, 11, 19, 37), out(pointed(unsigned_int), "arg2")),
    // PR_SET_NAME PR_GET_NAME
    with(commands(15), in(task_name, "name")), with(commands(16), out(told_name, "name")),
    // PR_SET_SECCOMP
    with(commands(22), in(value(seccomp_modes), "mode")),
    // PR_CAPBSET_READ PR_CAPBSET_DROP
    with(commands(23, 24), in(value(capability_names), "cap")),
    // PR_GET_TSC PR_SET_TSC
    with(commands(25), out(pointed(time_stamp_mode), "mode")), with(commands(26), in(time_stamp_mode, "mode")),
    // PR_SET_SECUREBITS
    with(commands(28), in(flags(securebits), "securebits")),
    // PR_SET_KEEPCAPS PR_SET_FPEMU PR_SET_FPEXC PR_SET_TIMING PR_SET_ENDIAN PR_SET_CHILD_SUBREAPER
    with(commands(8, 10, 12, 14, 20, 36), in(unsigned_long, "arg2")),
    // PR_SET_NO_NEW_PRIVS PR_SET_THP_DISABLE PR_SET_IO_FLUSHER PR_SET_MEMORY_MERGE
    with(commands(38, 41, 57, 67), in(unsigned_long, "arg2")),
    // PR_SET_TIMERSLACK
    with(commands(29), in(signed_long, "arg2")),
    // PR_MCE_KILL PR_MCE_KILL_GET
    with(commands(33), in(value(memory_error_settings), "arg2")),
    returns({.kind = value(memory_error_policies), .decimal = true, .only_known = true}, with(commands(34), in(hex, "arg2"))),
    // PR_GET_TID_ADDRESS
    with(commands(40), out(pointed(hex), "arg2")),
    // PR_SET_MM PR_CAP_AMBIENT
    with(commands(35), in(value(process_vm_map_parts), "arg2")), with(commands(47), in(value(ambient_operations), "arg2")),
    // PR_SET_FP_MODE PR_SVE_SET_VL PR_SME_SET_VL
    with(commands(45), in(flags(fp_mode_flags), "arg2")),
    returns({.kind = hex}, with(commands(50), in(word_parts(scalable_vector_length), "arg2"))),
    returns({.kind = hex}, with(commands(63), in(word_parts(scalable_matrix_length), "arg2"))),
    // PR_GET_SPECULATION_CTRL PR_SET_SPECULATION_CTRL
    returns({.kind = flags(speculation_settings), .told = Told::aside, .only_known = true},
            with(commands(52), in(value(speculation_features), "arg2"))),
    with(commands(53), in(value(speculation_features), "arg2")),
    // PR_PAC_RESET_KEYS PR_PAC_SET_ENABLED_KEYS
    with(commands(54), in(flags(pointer_keys), "arg2")), with(commands(60), in(flags(enabled_pointer_keys), "arg2")),
    // PR_PAC_GET_ENABLED_KEYS
    returns({.kind = flags(enabled_pointer_keys), .silent_zero = true, .told = Told::aside}, with(commands(61), in(hex, "arg2"))),
    // PR_SET_TAGGED_ADDR_CTRL PR_GET_TAGGED_ADDR_CTRL
    with(commands(55), in(word_parts(tagged_address_control), "arg2")),
    returns({.kind = word_parts(tagged_address_control), .told = Told::aside}, with(commands(56), in(hex, "arg2"))),
    // PR_SET_SYSCALL_USER_DISPATCH
    with(commands(59), in(value(user_dispatch_modes), "arg2")),
    // PR_SCHED_CORE
    with(commands(62), in(value(core_scheduling_commands), "arg2")),
    // PR_SET_MDWE PR_GET_MDWE
    with(commands(65), in(flags(write_execute_flags), "arg2")),
    returns({.kind = flags(write_execute_flags), .silent_zero = true, .told = Told::aside}, with(commands(66), in(hex, "arg2"))),
    with(commands(pr_set_vma), in(value(vma_settings), "attr")), with(commands(pr_set_ptracer), in(pid_or(any_tracer), "pid")));

/// The slack of a timer is a word of the kernel there, which one of i386 is widened to without a sign.
inline constexpr auto prctl_second_on_i386 = choose(with(commands(29), in(unsigned_long, "arg2")), prctl_second);

/// SECCOMP_MODE_STRICT and SECCOMP_MODE_FILTER, PR_MCE_KILL_SET, PR_SET_VMA_ANON_NAME; PR_CAP_AMBIENT_IS_SET, _RAISE and _LOWER.
inline constexpr auto filter_third = choose(ends_with(commands(1)), with(commands(2), in(structure(seccomp_program_layout), "filter")));
inline constexpr auto filter_fourth = ends_with(commands(2));
inline constexpr auto memory_error_third = choose(with(commands(1), in(value(memory_error_policies), "arg3")));
inline constexpr auto ambient_third = choose(with(commands(1, 2, 3), in(value(capability_names), "cap")));
/// PR_SPEC_STORE_BYPASS PR_SPEC_INDIRECT_BRANCH PR_SPEC_L1D_FLUSH
inline constexpr auto speculation_third = choose(with(commands(0, 1, 2), in(value(speculation_states), "arg3")));
inline constexpr auto vma_third = choose(with(commands(0), in(pointer, "addr")));
inline constexpr auto vma_fourth = choose(with(commands(0), in(unsigned_long, "size")));
inline constexpr auto vma_fifth = choose(with(commands(0), in(string, "name")));

inline constexpr auto prctl_third = choose(
    // Codes with one argument: those above that say no more of it, and the *_UNALIGN, *_FPEMU, *_FPEXC, *_ENDIAN, *_VL of other machines
    ends_with(commands(1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 16, 19, 20, 23, 24, 25, 26, 28, 29)),
    ends_with(commands(36, 37, 40, 45, 50, 52, 63, pr_set_ptracer)),
    // PR_SET_SECCOMP PR_MCE_KILL PR_CAP_AMBIENT
    with(commands(22), in(selected_by_long(1, filter_third), "filter")),
    with(commands(33), in(selected_by_long(1, memory_error_third), "arg3")),
    with(commands(47), in(selected_by_long(1, ambient_third), "cap")),
    // PR_SET_SPECULATION_CTRL PR_PAC_SET_ENABLED_KEYS PR_SCHED_CORE
    with(commands(53), in(selected_by_long(1, speculation_third), "arg3")), with(commands(60), in(flags(enabled_pointer_keys), "arg3")),
    with(commands(62), in(pid, "pid")), with(commands(pr_set_vma), in(selected_by_long(1, vma_third), "addr")));

inline constexpr auto prctl_fourth =
    choose(ends_with(commands(53)), with(commands(22), in(selected_by_long(1, filter_fourth), "arg4")),
           with(commands(62), in(value(pid_types), "arg4")), with(commands(pr_set_vma), in(selected_by_long(1, vma_fourth), "size")));

inline constexpr auto prctl_fifth =
    choose(with(commands(59, 62), in(pointer, "arg5")), with(commands(pr_set_vma), in(selected_by_long(1, vma_fifth), "name")));

inline constexpr Kind feature_masks = flags(processor_feature_masks), shadow_stack_state = flags(shadow_stack_features);

/// arch_prctl (asm/prctl.h).
inline constexpr auto arch_prctl_arguments = choose(
    // ARCH_GET_FS ARCH_GET_GS, ARCH_GET_UNTAG_MASK, ARCH_GET_MAX_TAG_BITS
    with(commands(0x1003, 0x1004), out(pointed(pointer), "addr")), with(commands(0x4001), out(pointed(hex), "addr")),
    with(commands(0x4003), out(pointed(unsigned_long), "addr")),
    // ARCH_GET_CPUID
    ends_with(commands(0x1011)),
    // ARCH_GET_XCOMP_SUPP ARCH_GET_XCOMP_PERM ARCH_GET_XCOMP_GUEST_PERM, ARCH_REQ_XCOMP_PERM ARCH_REQ_XCOMP_GUEST_PERM
    with(commands(0x1021, 0x1022, 0x1024), out(pointed(feature_masks), "addr")),
    returns({.kind = flags(granted_processor_features), .silent_zero = true, .told = Told::aside},
            with(commands(0x1023, 0x1025), in(value(processor_features), "addr"))),
    // ARCH_SHSTK_ENABLE ARCH_SHSTK_DISABLE ARCH_SHSTK_LOCK ARCH_SHSTK_UNLOCK, ARCH_SHSTK_STATUS
    with(commands(0x5001, 0x5002, 0x5003, 0x5004), in(shadow_stack_state, "addr")),
    with(commands(0x5005), out(pointed(shadow_stack_state), "addr")), otherwise(in(hex, "addr")));

}  // namespace troupe::rows
