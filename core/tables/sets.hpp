#pragma once

#include "troupe/core/constants.hpp"

/// The named sets that syscall rows and structure fields speak of. Each is defined in core/tables/flags or core/tables/values.
namespace troupe {

// Bits.
extern const FlagSet access_modes, at_flags, clone_flag_bits, close_range_flags, dup3_flags, epoll_create_flags, epoll_event_bits,
    eventfd_flags, fallocate_modes, fd_flags, flock_operations, getrandom_flags, inotify_events, inotify_init_flags, madvise_flags,
    memfd_flags, message_flags, mlock_flags, mmap_flags, mmap_protection, mount_flags, mremap_flags, msync_flags, namespace_flags,
    open_flags, pipe_flags, poll_events, rename_flags, sigaction_flags, signalfd_flags, socket_type_flags, splice_flags, statx_masks,
    timerfd_flags, umount_flags, wait_options, xattr_flags, rseq_flags, sync_file_range_flags, personality_flags, timer_flags, accept_flags,
    directory_notice_flags, resolve_flags, rseq_critical_flags, signal_stack_flags, statfs_flags, statx_attributes;

// One of.
extern const ValueSet advice_values, arch_prctl_codes, clock_ids, epoll_operations, fadvise_values, fcntl_commands, futex_operations,
    interval_timers, lock_types, lseek_whence, prctl_codes, priority_kinds, resource_limits, rusage_who, sched_policies, seccomp_operations,
    shutdown_hows, socketcall_operations, sigprocmask_hows, socket_domains, socket_levels, socket_protocols, wait_id_types,
    control_message_types, file_system_types, futex_comparisons, futex_wake_operations, mmap_kinds, mount_magic, netlink_options,
    open_access_modes, owner_types, personality_kinds, rseq_cpu_ids, socket_types, write_life_hints;

// Bits of one call or two.
extern const FlagSet faccessat_flags, fanotify_events, fanotify_init_flags, fanotify_mark_flags, fsmount_flags, fsopen_flags, fspick_flags,
    io_uring_enter_flags, landlock_restrict_flags, landlock_ruleset_flags, membarrier_flags, mlockall_flags, module_flags, mount_attributes,
    move_mount_flags, open_tree_flags, perf_event_open_flags, pidfd_open_flags, pidfd_signal_flags, pkey_rights, queue_flags,
    read_write_flags, seal_flags, seccomp_filter_flags, securebits, shadow_stack_flags, shmat_flags, speculation_settings, statx_flags,
    userfaultfd_flags, queue_creation_flags, semaphore_operation_flags, shared_memory_creation_flags;

// Terminals.
extern const FlagSet terminal_input_modes, terminal_output_modes, terminal_control_modes, terminal_local_modes;
extern const ValueSet newline_delays, return_delays, tab_delays, backspace_delays, vertical_delays, form_delays, terminal_speeds,
    character_sizes, line_disciplines;

// One of, in one call or two.
extern const ValueSet ambient_operations, bpf_commands, capability_names, directory_entry_types, dumpable_values, fanotify_classes,
    fsconfig_commands, futex_bitsets, io_priority_kinds, io_uring_registrations, ip_options, ipv6_options, kcmp_types, keyctl_operations,
    landlock_rules, membarrier_commands, message_queue_commands, netlink_families, private_keys, process_vm_map_parts, ptrace_requests,
    seccomp_actions, seccomp_modes, semaphore_commands, shared_memory_commands, signal_event_kinds, socket_options, speculation_features,
    statx_sync_values, syslog_actions, tcp_options, tsc_modes, vma_settings, udp_options, raw_options, packet_options;

}  // namespace troupe
