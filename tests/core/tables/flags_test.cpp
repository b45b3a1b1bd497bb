#include <gtest/gtest.h>

#include <set>

#include "core/tables/flags/events.hpp"
#include "core/tables/flags/files.hpp"
#include "core/tables/flags/memory.hpp"
#include "core/tables/flags/mounts.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/process.hpp"
#include "core/tables/flags/signals.hpp"
#include "core/tables/flags/sockets.hpp"
#include "core/tables/values/files.hpp"
#include "core/tables/values/futex.hpp"
#include "core/tables/values/memory.hpp"
#include "core/tables/values/prctl.hpp"
#include "core/tables/values/process.hpp"
#include "core/tables/values/sockets.hpp"
#include "core/tables/values/time.hpp"

namespace troupe::tests {
namespace {

const FlagSet* const flag_sets[] = {&access_modes,  &at_flags,     &clone_flag_bits, &epoll_event_bits,  &fallocate_modes, &inotify_events,
                                    &message_flags, &mmap_flags,   &mmap_protection, &mount_flags,       &namespace_flags, &open_flags,
                                    &poll_events,   &rename_flags, &sigaction_flags, &socket_type_flags, &statx_masks,     &timerfd_flags,
                                    &umount_flags,  &wait_options, &xattr_flags,     &personality_flags, &statx_attributes};

const ValueSet* const value_sets[] = {&advice_values,    &arch_prctl_codes, &clock_ids,     &fcntl_commands, &futex_operations,
                                      &prctl_codes,      &lock_types,       &lseek_whence,  &rusage_who,     &resource_limits,
                                      &sched_policies,   &sigprocmask_hows, &wait_id_types, &socket_domains, &socket_levels,
                                      &socket_protocols, &epoll_operations, &shutdown_hows};

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
