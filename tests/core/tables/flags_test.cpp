#include <gtest/gtest.h>

#include <set>

#include "core/tables/flags/bpf.hpp"
#include "core/tables/flags/events.hpp"
#include "core/tables/flags/fanotify.hpp"
#include "core/tables/flags/files.hpp"
#include "core/tables/flags/io_uring.hpp"
#include "core/tables/flags/lookup_flags.hpp"
#include "core/tables/flags/memory.hpp"
#include "core/tables/flags/memory_calls.hpp"
#include "core/tables/flags/mount_calls.hpp"
#include "core/tables/flags/mounts.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/process.hpp"
#include "core/tables/flags/process_calls.hpp"
#include "core/tables/flags/security_calls.hpp"
#include "core/tables/flags/signals.hpp"
#include "core/tables/flags/sockets.hpp"
#include "core/tables/flags/system_v.hpp"
#include "core/tables/flags/terminals.hpp"
#include "core/tables/flags/transfers.hpp"
#include "core/tables/values/bpf.hpp"
#include "core/tables/values/fanotify.hpp"
#include "core/tables/values/files.hpp"
#include "core/tables/values/futex.hpp"
#include "core/tables/values/ip_options.hpp"
#include "core/tables/values/memory.hpp"
#include "core/tables/values/mount_calls.hpp"
#include "core/tables/values/prctl.hpp"
#include "core/tables/values/prctl_arguments.hpp"
#include "core/tables/values/process.hpp"
#include "core/tables/values/process_calls.hpp"
#include "core/tables/values/security_calls.hpp"
#include "core/tables/values/socket_messages.hpp"
#include "core/tables/values/socket_options.hpp"
#include "core/tables/values/sockets.hpp"
#include "core/tables/values/statx_sync.hpp"
#include "core/tables/values/system_v.hpp"
#include "core/tables/values/terminals.hpp"
#include "core/tables/values/time.hpp"
#include "core/tables/values/transfers.hpp"

namespace troupe::tests {
namespace {

const FlagSet* const flag_sets[] = {&bpf_map_flags,
                                    &bpf_program_flags,
                                    &bpf_attach_flags,
                                    &bpf_file_flags,
                                    &epoll_create_flags,
                                    &epoll_event_bits,
                                    &eventfd_flags,
                                    &inotify_events,
                                    &inotify_init_flags,
                                    &poll_events,
                                    &timerfd_flags,
                                    &timer_flags,
                                    &fanotify_init_flags,
                                    &fanotify_mark_flags,
                                    &fanotify_events,
                                    &access_modes,
                                    &at_flags,
                                    &statx_masks,
                                    &statx_attributes,
                                    &close_range_flags,
                                    &fallocate_modes,
                                    &fd_flags,
                                    &flock_operations,
                                    &directory_notice_flags,
                                    &memfd_flags,
                                    &rename_flags,
                                    &splice_flags,
                                    &sync_file_range_flags,
                                    &xattr_flags,
                                    &resolve_flags,
                                    &io_uring_setup_flags,
                                    &io_uring_features,
                                    &statx_flags,
                                    &faccessat_flags,
                                    &mmap_flags,
                                    &mmap_protection,
                                    &mremap_flags,
                                    &msync_flags,
                                    &mlock_flags,
                                    &madvise_flags,
                                    &mlockall_flags,
                                    &pkey_rights,
                                    &userfaultfd_flags,
                                    &shmat_flags,
                                    &shadow_stack_flags,
                                    &membarrier_flags,
                                    &open_tree_flags,
                                    &move_mount_flags,
                                    &fsopen_flags,
                                    &fsmount_flags,
                                    &fspick_flags,
                                    &mount_attributes,
                                    &mount_flags,
                                    &umount_flags,
                                    &statfs_flags,
                                    &open_flags,
                                    &pipe_flags,
                                    &dup3_flags,
                                    &clone_flag_bits,
                                    &namespace_flags,
                                    &wait_options,
                                    &personality_flags,
                                    &rseq_flags,
                                    &rseq_critical_flags,
                                    &getrandom_flags,
                                    &pidfd_open_flags,
                                    &pidfd_signal_flags,
                                    &perf_event_open_flags,
                                    &securebits,
                                    &speculation_settings,
                                    &seccomp_filter_flags,
                                    &landlock_ruleset_flags,
                                    &landlock_restrict_flags,
                                    &module_flags,
                                    &sigaction_flags,
                                    &signalfd_flags,
                                    &signal_stack_flags,
                                    &message_flags,
                                    &socket_type_flags,
                                    &accept_flags,
                                    &queue_flags,
                                    &semaphore_operation_flags,
                                    &queue_creation_flags,
                                    &shared_memory_creation_flags,
                                    &terminal_input_modes,
                                    &terminal_output_modes,
                                    &terminal_control_modes,
                                    &terminal_local_modes,
                                    &read_write_flags,
                                    &seal_flags,
                                    &io_uring_enter_flags};

const ValueSet* const value_sets[] = {&mmap_kinds,
                                      &mount_magic,
                                      &open_access_modes,
                                      &personality_kinds,
                                      &socket_types,
                                      &bpf_map_types,
                                      &bpf_program_types,
                                      &bpf_attach_types,
                                      &bpf_element_flags,
                                      &fanotify_classes,
                                      &fcntl_commands,
                                      &lock_types,
                                      &owner_types,
                                      &lseek_whence,
                                      &fadvise_values,
                                      &write_life_hints,
                                      &file_system_types,
                                      &directory_entry_types,
                                      &futex_operations,
                                      &futex_wake_operations,
                                      &futex_comparisons,
                                      &ip_options,
                                      &ipv6_options,
                                      &advice_values,
                                      &fsconfig_commands,
                                      &prctl_codes,
                                      &arch_prctl_codes,
                                      &capability_names,
                                      &dumpable_values,
                                      &seccomp_modes,
                                      &ambient_operations,
                                      &vma_settings,
                                      &tsc_modes,
                                      &speculation_features,
                                      &process_vm_map_parts,
                                      &priority_kinds,
                                      &resource_limits,
                                      &rusage_who,
                                      &sched_policies,
                                      &seccomp_operations,
                                      &sigprocmask_hows,
                                      &wait_id_types,
                                      &rseq_cpu_ids,
                                      &membarrier_commands,
                                      &signal_event_kinds,
                                      &kcmp_types,
                                      &io_priority_kinds,
                                      &futex_bitsets,
                                      &ptrace_requests,
                                      &seccomp_actions,
                                      &bpf_commands,
                                      &keyctl_operations,
                                      &landlock_rules,
                                      &syslog_actions,
                                      &udp_options,
                                      &raw_options,
                                      &packet_options,
                                      &netlink_options,
                                      &control_message_types,
                                      &netlink_families,
                                      &socket_options,
                                      &tcp_options,
                                      &socketcall_operations,
                                      &shutdown_hows,
                                      &socket_domains,
                                      &socket_protocols,
                                      &socket_levels,
                                      &epoll_operations,
                                      &statx_sync_values,
                                      &semaphore_commands,
                                      &shared_memory_commands,
                                      &message_queue_commands,
                                      &private_keys,
                                      &newline_delays,
                                      &return_delays,
                                      &tab_delays,
                                      &backspace_delays,
                                      &vertical_delays,
                                      &form_delays,
                                      &terminal_speeds,
                                      &character_sizes,
                                      &line_disciplines,
                                      &clock_ids,
                                      &interval_timers,
                                      &io_uring_registrations};

TEST(Flags, WithMoreBitsComeBeforeTheirParts) {
    for (const FlagSet* set : flag_sets) {
        for (std::size_t i = 0; i < set->rows.size(); ++i) {
            for (std::size_t later = i + 1; later < set->rows.size(); ++later) {
                const std::uint64_t part = set->rows[i].value;
                const std::uint64_t group = set->rows[later].value;
                EXPECT_FALSE(part != 0 && part != group && (group & part) == part)
                    << set->name << ": " << set->rows[later].name << " can never be seen behind " << set->rows[i].name;
            }
        }
    }
}

TEST(Flags, HaveEachNameOnce) {
    for (const FlagSet* set : flag_sets) {
        std::set<std::string_view> names;
        for (const NamedConstant& row : set->rows) {
            EXPECT_TRUE(names.insert(row.name).second) << set->name << ": " << row.name;
        }
    }
}

TEST(Values, HaveEachNumberOnce) {
    for (const ValueSet* set : value_sets) {
        std::set<std::uint64_t> numbers;
        for (const NamedConstant& row : set->rows) {
            EXPECT_TRUE(numbers.insert(row.value).second) << set->name << ": " << row.name;
        }
    }
}

TEST(Sets, BearTheNameOfTheirVariable) {
    EXPECT_EQ(open_flags.name, "open_flags");
    EXPECT_EQ(fcntl_commands.name, "fcntl_commands");
}

}  // namespace
}  // namespace troupe::tests
