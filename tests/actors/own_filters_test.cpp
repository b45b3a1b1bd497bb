#include "actors/own_filters.hpp"

#include <gtest/gtest.h>
#include <linux/seccomp.h>

#include <cstddef>

namespace troupe {
namespace {

constexpr SyscallId getppid_call{Abi::x86_64, 110};
constexpr SyscallId getuid_call{Abi::x86_64, 102};

ScriptWishes hooking(std::initializer_list<SyscallId> calls) {
    ScriptWishes wishes{.loaded = true, .hooks = {}, .observed = {}};
    for (const SyscallId call : calls) {
        wishes.hooks.add(call, {.entry = true, .exit = false});
    }
    return wishes;
}

FilterProgram refusing(SyscallId call) {
    return {{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
            {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, call.number},
            {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO},
            {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
}

TEST(OwnFilters, AreLookedAtAgainWhenMoreIsWanted) {
    const SyscallSet none = SyscallSet::none();
    PlanBoard board(none, hooking({getuid_call}), true);
    const OwnFilters own(1, {{refusing(getppid_call)}});
    EXPECT_TRUE(own.leave_wanted_calls(*board.current()));
    EXPECT_TRUE(own.leave_wanted_calls(*board.current()));
    board.publish(hooking({getuid_call, getppid_call}));
    EXPECT_FALSE(own.leave_wanted_calls(*board.current()));
    board.publish(hooking({getuid_call}));
    EXPECT_TRUE(own.leave_wanted_calls(*board.current()));
}

TEST(OwnFilters, AreAskedOnlyAboutCallsThatOthersThanWeWant) {
    const SyscallSet none = SyscallSet::none();
    Subscription ours;
    ours.add(getppid_call, {.entry = true, .exit = true});
    const PlanBoard board(none, hooking({getuid_call}), true, {}, ours);
    EXPECT_TRUE(OwnFilters(1, {{refusing(getppid_call)}}).leave_wanted_calls(*board.current()));
}

TEST(OwnFilters, ThatCannotBeReadMayAnswerAnything) {
    const SyscallSet none = SyscallSet::none();
    const PlanBoard board(none, hooking({getuid_call}), true);
    EXPECT_FALSE(OwnFilters(1).leave_wanted_calls(*board.current()));
}

}  // namespace
}  // namespace troupe
