#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/process.hpp"
#include "core/tables/flags/process_calls.hpp"
#include "core/tables/flags/requests.hpp"
#include "core/tables/structs/process_controls.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/structs/requests.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/futex_arguments.hpp"
#include "core/tables/syscalls/prctl_arguments.hpp"
#include "core/tables/syscalls/ptrace_arguments.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/prctl.hpp"
#include "core/tables/values/process.hpp"
#include "core/tables/values/process_calls.hpp"
#include "core/tables/values/time.hpp"

/// Processes and threads: their start, their end, how they are scheduled and limited, and how threads wait for each other.
namespace troupe::rows {

inline constexpr Signature clone_on_i386 =
    shaped(CallShape::clone, takes(in(clone_flags, "flags"), in(pointer, "stack"), out(pointed(signed_int), "parent_tid"), in(hex, "tls"),
                                   out(pointed(signed_int), "child_tid")));
inline constexpr Signature futex_on_i386 = takes(
    in(pointer, "uaddr"), in(futex_operation, "futex_op"), in(selected_masked(1, futex_operation_bits, futex_third), "val"),
    in(selected_masked(1, futex_operation_bits, futex_fourth_of_32_bits), "timeout"),
    in(selected_masked(1, futex_operation_bits, futex_fifth), "uaddr2"), in(selected_masked(1, futex_operation_bits, futex_sixth), "val3"));
inline constexpr Signature prctl_on_i386 =
    takes(in(value(prctl_codes), "option"), in(selected(0, prctl_second_on_i386), "arg2"), in(selected(0, prctl_third), "arg3"),
          in(selected(0, prctl_fourth), "arg4"), in(selected(0, prctl_fifth), "arg5"));
inline constexpr Signature sched_rr_get_interval_on_i386 = takes(in(pid, "pid"), out(structure(timespec32_layout), "tp"));

/// P_PID, P_PGID and P_PIDFD (linux/wait.h); PRIO_PROCESS and PRIO_PGRP (linux/resource.h); IOPRIO_WHO_PROCESS and IOPRIO_WHO_PGRP
/// (linux/ioprio.h).
inline constexpr auto waited_for = choose(with(commands(1), in(pid, "id")), with(commands(2), in(process_group, "id")),
                                          with(commands(3), in(fd, "id")), otherwise(in(signed_int, "id")));
inline constexpr auto priority_of =
    choose(with(commands(0), in(pid, "who")), with(commands(1), in(process_group, "who")), otherwise(in(signed_int, "who")));
inline constexpr auto io_priority_of =
    choose(with(commands(1), in(pid, "who")), with(commands(2), in(process_group, "who")), otherwise(in(signed_int, "who")));
inline constexpr Kind futex_waiter = structure(futex_waiter_layout);

/// A descriptor of the process that an argument names.
constexpr Kind fd_of(std::uint8_t process) { return {.tag = Tag::fd, .length = length::argument(process)}; }

/// kcmp: KCMP_FILE has two descriptors, KCMP_EPOLL_TFD one and which of an epoll's is meant, the others nothing.
inline constexpr auto kcmp_fourth = choose(ends_with(commands(1, 2, 3, 4, 5, 6)), with(commands(0, 7), in(fd_of(0), "idx1")));
inline constexpr auto kcmp_fifth =
    choose(with(commands(0), in(fd_of(1), "idx2")), with(commands(7), in(structure(polled_descriptor_layout), "idx2")));

inline constexpr auto process = std::to_array<SyscallRow>({
    call("execve", {59, 11, 520}, in_class::file | in_class::process, signed_long,
         takes(in(path, "pathname"), in(string_array, "argv"), in(environment, "envp"))),
    call("execveat", {322, 358, 545}, in_class::desc | in_class::file | in_class::process, signed_long,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(string_array, "argv"), in(environment, "envp"), in(flags(at_flags), "flags"))),
    call("fork", {57, 2, 57}, in_class::process, pid, takes()),
    call("vfork", {58, 190, 58}, in_class::process, pid, takes()),
    call("clone", {56, 120, 56}, in_class::process, pid,
         shaped(CallShape::clone, takes(in(clone_flags, "flags"), in(pointer, "stack"), out(pointed(signed_int), "parent_tid"),
                                        out(pointed(signed_int), "child_tid"), in(hex, "tls"))),
         &clone_on_i386),
    call("clone3", everywhere(435), in_class::process, pid,
         takes(inout(sized_structure(clone_args_layout, length::argument(1)), "cl_args"), in(unsigned_long, "size"))),
    call("exit", {60, 1, 60}, in_class::process, none, takes(in(signed_int, "status"))),
    call("exit_group", {231, 252, 231}, in_class::process, none, takes(in(signed_int, "status"))),
    call("wait4", {61, 114, 61}, in_class::process, pid,
         takes(in(pid, "pid"), filled(Filled::if_any, out(wait_status, "wstatus")), in(flags(wait_options), "options"),
               filled(Filled::if_any, out(structure(rusage_layout), "rusage")))),
    call("waitpid", {absent, 7, absent}, in_class::process, pid,
         takes(in(pid, "pid"), filled(Filled::if_any, out(wait_status, "wstatus")), in(flags(wait_options), "options"))),
    call("waitid", {247, 284, 529}, in_class::process, signed_long,
         takes(in(value(wait_id_types), "idtype"), in(selected(0, waited_for), "id"), out(siginfo, "infop"),
               in(flags(wait_options), "options"), out(structure(rusage_layout), "rusage"))),
    call("unshare", {272, 310, 272}, in_class::none, signed_long, takes(in(flags(namespace_flags), "flags"))),
    call("setns", {308, 346, 308}, in_class::desc, signed_long, takes(in(fd, "fd"), in(flags(namespace_types), "nstype"))),
    call("set_tid_address", {218, 258, 218}, in_class::none, signed_long, takes(in(hex, "tidptr"))),
    call("prctl", {157, 172, 157}, in_class::creds, signed_long,
         takes(in(value(prctl_codes), "option"), in(selected(0, prctl_second), "arg2"), in(selected(0, prctl_third), "arg3"),
               in(selected(0, prctl_fourth), "arg4"), in(selected(0, prctl_fifth), "arg5")),
         &prctl_on_i386),
    call("personality", {135, 136, 135}, in_class::none, flags(personality_flags), takes(in(flags(personality_flags), "persona"))),
    call("ptrace", {101, 26, 521}, in_class::none, signed_long,
         takes(in(value(ptrace_requests), "request"), in(selected_by_long(0, ptrace_second), "pid"),
               in(selected_by_long(0, ptrace_third), "addr"), in(selected_by_long(0, ptrace_fourth), "data"))),
    call("kcmp", {312, 349, 312}, in_class::none, signed_long,
         takes(in(pid, "pid1"), in(pid, "pid2"), in(value(kcmp_types), "type"), in(selected(2, kcmp_fourth), "idx1"),
               in(selected(2, kcmp_fifth), "idx2"))),
    call("pidfd_open", everywhere(434), in_class::desc, fd, takes(in(pid, "pid"), in(flags(pidfd_open_flags), "flags"))),
    // The second is a descriptor of the process behind the first.
    call("pidfd_getfd", everywhere(438), in_class::desc, fd, takes(in(fd, "pidfd"), in(signed_int, "targetfd"), in(hex_int, "flags"))),
    call("futex", {202, 240, 202}, in_class::none, signed_long,
         takes(in(pointer, "uaddr"), in(futex_operation, "futex_op"), in(selected_masked(1, futex_operation_bits, futex_third), "val"),
               in(selected_masked(1, futex_operation_bits, futex_fourth), "timeout"),
               in(selected_masked(1, futex_operation_bits, futex_fifth), "uaddr2"),
               in(selected_masked(1, futex_operation_bits, futex_sixth), "val3")),
         &futex_on_i386),
    call("futex_time64", {absent, 422, absent}, in_class::none, signed_long,
         takes(in(pointer, "uaddr"), in(futex_operation, "futex_op"), in(selected_masked(1, futex_operation_bits, futex_third), "val"),
               in(selected_masked(1, futex_operation_bits, futex_fourth), "timeout"),
               in(selected_masked(1, futex_operation_bits, futex_fifth), "uaddr2"),
               in(selected_masked(1, futex_operation_bits, futex_sixth), "val3"))),
    call("futex_waitv", everywhere(449), in_class::none, signed_long,
         takes(in(kind::own_memory(Own::futex_waiters), "waiters"), in(unsigned_int, "nr_futexes"), in(hex_int, "flags"),
               in(structure(timespec_layout), "timeout"), in(value(clock_ids), "clockid"))),
    call("futex_wake", everywhere(454), in_class::none, signed_long,
         takes(in(pointer, "uaddr"), in(hex, "mask"), in(signed_int, "nr"), in(flags(wide_futex_flags), "flags"))),
    call("futex_wait", everywhere(455), in_class::none, signed_long,
         takes(in(pointer, "uaddr"), in(hex, "val"), in(hex, "mask"), in(flags(wide_futex_flags), "flags"),
               in(structure(timespec_layout), "timeout"), in(value(clock_ids), "clockid"))),
    call("futex_requeue", everywhere(456), in_class::none, signed_long,
         takes(in(array(futex_waiter, length::fixed(2)), "waiters"), in(hex_int, "flags"), in(signed_int, "nr_wake"),
               in(signed_int, "nr_requeue"))),
    call("set_robust_list", {273, 311, 530}, in_class::none, signed_long, takes(in(pointer, "head"), in(unsigned_long, "len"))),
    call("get_robust_list", {274, 312, 531}, in_class::none, signed_long,
         takes(in(pid, "pid"), out(pointed(pointer), "head_ptr"), out(pointed(unsigned_long), "len_ptr"))),
    call("rseq", {334, 386, 334}, in_class::none, signed_long,
         takes(in(structure(rseq_layout), "rseq"), in(hex, "rseq_len"), in(flags(rseq_flags), "flags"), in(hex, "sig"))),
    call("rseq_slice_yield", everywhere(471), in_class::none, signed_long, takes()),
    call("sched_yield", {24, 158, 24}, in_class::none, signed_long, takes()),
    call("sched_setparam", {142, 154, 142}, in_class::none, signed_long, takes(in(pid, "pid"), in(structure(sched_param_layout), "param"))),
    call("sched_getparam", {143, 155, 143}, in_class::none, signed_long,
         takes(in(pid, "pid"), out(structure(sched_param_layout), "param"))),
    call("sched_setscheduler", {144, 156, 144}, in_class::none, signed_long,
         takes(in(pid, "pid"), in(value(sched_policies), "policy"), in(structure(sched_param_layout), "param"))),
    call("sched_getscheduler", {145, 157, 145}, in_class::none, value(sched_policies), takes(in(pid, "pid"))),
    call("sched_get_priority_max", {146, 159, 146}, in_class::none, signed_long, takes(in(value(sched_policies), "policy"))),
    call("sched_get_priority_min", {147, 160, 147}, in_class::none, signed_long, takes(in(value(sched_policies), "policy"))),
    call("sched_rr_get_interval", {148, 161, 148}, in_class::none, signed_long,
         takes(in(pid, "pid"), out(structure(timespec_layout), "tp")), &sched_rr_get_interval_on_i386),
    call("sched_rr_get_interval_time64", {absent, 423, absent}, in_class::none, signed_long,
         takes(in(pid, "pid"), out(structure(timespec_layout), "tp"))),
    call("sched_setaffinity", {203, 241, 203}, in_class::none, signed_long,
         takes(in(pid, "pid"), in(unsigned_int, "cpusetsize"), in(cpu_set(length::argument(1)), "mask"))),
    call("sched_getaffinity", {204, 242, 204}, in_class::none, signed_long,
         takes(in(pid, "pid"), in(unsigned_int, "cpusetsize"), out(cpu_set(length::result), "mask"))),
    call("sched_setattr", {314, 351, 314}, in_class::none, signed_long,
         takes(in(pid, "pid"), inout(sized_structure(sched_attr_layout, length::itself), "attr"), in(unsigned_int, "flags"))),
    call("sched_getattr", {315, 352, 315}, in_class::none, signed_long,
         takes(in(pid, "pid"), out(sized_structure(told_scheduling_layout, length::itself_within(2)), "attr"), in(unsigned_int, "size"),
               in(unsigned_int, "flags"))),
    call("getpriority", {140, 96, 140}, in_class::none, signed_long,
         takes(in(value(priority_kinds), "which"), in(selected(0, priority_of), "who"))),
    call("setpriority", {141, 97, 141}, in_class::none, signed_long,
         takes(in(value(priority_kinds), "which"), in(selected(0, priority_of), "who"), in(signed_int, "prio"))),
    call("nice", {absent, 34, absent}, in_class::none, signed_long, takes(in(signed_int, "inc"))),
    call("ioprio_get", {252, 290, 252}, in_class::none, io_priority,
         takes(in(value(io_priority_kinds), "which"), in(selected(0, io_priority_of), "who"))),
    call("ioprio_set", {251, 289, 251}, in_class::none, signed_long,
         takes(in(value(io_priority_kinds), "which"), in(selected(0, io_priority_of), "who"), in(io_priority, "ioprio"))),
    call("getrlimit", {97, 76, 97}, in_class::none, signed_long,
         takes(in(value(resource_limits), "resource"), out(structure(rlimit_layout), "rlim"))),
    call("ugetrlimit", {absent, 191, absent}, in_class::none, signed_long,
         takes(in(value(resource_limits), "resource"), out(structure(rlimit_layout), "rlim"))),
    call("setrlimit", {160, 75, 160}, in_class::none, signed_long,
         takes(in(value(resource_limits), "resource"), in(structure(rlimit_layout), "rlim"))),
    call("prlimit64", {302, 340, 302}, in_class::none, signed_long,
         takes(in(pid, "pid"), in(value(resource_limits), "resource"), in(structure(rlimit64_layout), "new_limit"),
               out(structure(rlimit64_layout), "old_limit"))),
    call("getrusage", {98, 77, 98}, in_class::none, signed_long,
         takes(in(value(rusage_who), "who"), out(structure(rusage_layout), "usage"))),
    call("getcpu", {309, 318, 309}, in_class::none, signed_long,
         takes(out(pointed(unsigned_int), "cpu"), out(pointed(unsigned_int), "node"), in(pointer, "tcache"))),
    call("uretprobe", {335, absent, absent}, in_class::none, signed_long, takes()),
    call("uprobe", {336, absent, absent}, in_class::none, signed_long, takes()),
    call("vm86old", {absent, 113, absent}, in_class::none, signed_long, takes(in(hex, "v86"))),
    call("vm86", {absent, 166, absent}, in_class::none, signed_long,
         takes(in(hex, "fn"), in(hex, "v86"), in(hex, "arg3"), in(hex, "arg4"), in(hex, "arg5"))),
    call("iopl", {172, 110, 172}, in_class::none, signed_long, takes(in(signed_int, "level"))),
    call("ioperm", {173, 101, 173}, in_class::none, signed_long, takes(in(hex, "from"), in(hex, "num"), in(signed_int, "turn_on"))),
    call("restart_syscall", {219, 0, 219}, in_class::none, signed_long, takes_implied(interrupted_call)),
});

}  // namespace troupe::rows
