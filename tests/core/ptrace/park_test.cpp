#include "troupe/core/park.hpp"

#include <gtest/gtest.h>
#include <sys/epoll.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>
#include <thread>

#include "tests/core/ptrace/calls.hpp"
#include "tests/core/ptrace/traced.hpp"

namespace troupe {
namespace {

using tests::at_entry_of;
using tests::at_exit_of;
using tests::end_of;
using tests::int80_call;
using tests::must;
using tests::native;
using tests::next_stop;
using tests::raw_call;
using tests::stop_in;
using tests::Stopped;
using tests::StopReport;
using tests::Traced;

constexpr std::uint32_t i386_getppid = 64;

/// Another thread takes the parked tracee over and does the rest with it.
void taken_over(pid_t pid, const Parked& parked, const std::function<void(Stopped)>& rest) {
    std::thread([&] {
        must(seize(pid, {.follow = false, .kill_on_exit = true}));
        must(interrupt(pid));
        Stopped stopped = stop_in(Waiter::next_of(pid)).stopped;
        must(unpark(stopped, parked));
        rest(std::move(stopped));
    }).join();
}

Parked parked_at(Stopped exit, const ParkingCalls& calls = {}) {
    const auto ready = prepare_to_park(exit, calls);
    EXPECT_TRUE(ready.has_value());
    must(park(std::move(exit), *ready));
    return ready->before;
}

TEST(Park, TheTraceeSeesTheResultOfItsCallAndNothingElse) {
    Traced tracee([] {
        const long parent = raw_call(SYS_getppid);
        return parent == raw_call(SYS_getppid) && parent > 0 ? 7 : 1;
    });
    const Parked parked = parked_at(at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid))));
    taken_over(tracee.pid(), parked, [](Stopped stopped) { EXPECT_EQ(end_of(std::move(stopped)).how.code, 7); });
}

TEST(Park, WorksFromA32BitCall) {
    Traced tracee([] { return int80_call(i386_getppid) == raw_call(SYS_getppid) ? 7 : 1; });
    const Parked parked = parked_at(at_exit_of(at_entry_of(tracee.held(), {Abi::i386, i386_getppid})));
    taken_over(tracee.pid(), parked, [](Stopped stopped) { EXPECT_EQ(end_of(std::move(stopped)).how.code, 7); });
}

TEST(Park, SleepsInPpollWhereItIsTold) {
    constexpr ParkingCalls in_ppoll{.x86_64 = ParkingCall::ppoll, .i386 = ParkingCall::ppoll};
    for (const SyscallId call : {native(SYS_getppid), SyscallId{Abi::i386, i386_getppid}}) {
        Traced tracee([call] {
            const long parent = call.abi == Abi::i386 ? int80_call(call.number) : raw_call(call.number);
            return parent == raw_call(SYS_getppid) && parent > 0 ? 7 : 1;
        });
        const Parked parked = parked_at(at_exit_of(at_entry_of(tracee.held(), call)), in_ppoll);
        taken_over(tracee.pid(), parked, [](Stopped stopped) { EXPECT_EQ(end_of(std::move(stopped)).how.code, 7); });
    }
}

TEST(Park, IsRefusedWhereThereIsNoCallToSleepIn) {
    Traced tracee([] { return raw_call(SYS_getppid) > 0 ? 7 : 1; });
    const Stopped exit = at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid)));
    EXPECT_FALSE(prepare_to_park(exit, cannot_park).has_value());
    EXPECT_FALSE(prepare_to_park(exit, {.x86_64 = ParkingCall::none}).has_value());
}

TEST(Park, ASignalThatComesMeanwhileWaitsForItsNewTracer) {
    Traced tracee([] {
        raw_call(SYS_getppid);
        return 1;
    });
    const Parked parked = parked_at(at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid))));
    ::kill(tracee.pid(), SIGUSR1);
    taken_over(tracee.pid(), parked, [](Stopped stopped) {
        StopReport report = next_stop(std::move(stopped), Resume::freely);
        EXPECT_EQ(report.reason.kind, StopReason::Kind::signal);
        EXPECT_EQ(report.reason.signal, SIGUSR1);
        const EndReport end = end_of(std::move(report.stopped), SIGUSR1);
        EXPECT_TRUE(end.how.killed);
        EXPECT_EQ(end.how.code, SIGUSR1);
    });
}

TEST(Park, AThreadThatSeizesItInErrorCanGiveItBack) {
    Traced tracee([] { return raw_call(SYS_getppid) == ::getppid() ? 7 : 1; });
    const Parked parked = parked_at(at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid))));
    std::thread([&] {
        must(seize(tracee.pid(), {.follow = true, .kill_on_exit = true}));
        must(interrupt(tracee.pid()));
        must(detach(stop_in(Waiter::next_of(tracee.pid())).stopped, 0));
    }).join();
    taken_over(tracee.pid(), parked, [](Stopped stopped) { EXPECT_EQ(end_of(std::move(stopped)).how.code, 7); });
}

TEST(Park, KillingItMeanwhileWorks) {
    Traced tracee([] {
        raw_call(SYS_getppid);
        return 0;
    });
    (void)parked_at(at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid))));
    ::kill(tracee.pid(), SIGKILL);
    int status = 0;
    EXPECT_EQ(::waitpid(tracee.pid(), &status, 0), tracee.pid());
    EXPECT_EQ(WTERMSIG(status), SIGKILL);
}

TEST(Park, IsRefusedWhereACallIsToBeRestarted) {
    Traced tracee([] {
        ::signal(SIGUSR1, [](int) {});
        int ends[2];
        char byte = 0;
        (void)!::pipe(ends);
        raw_call(SYS_getppid);
        return ::read(ends[0], &byte, 1) == 1 ? 0 : 1;
    });
    Stopped entry = at_entry_of(at_entry_of(tracee.held(), native(SYS_getppid)), native(SYS_read));
    must(resume(std::move(entry), Resume::to_next_call, 0));
    ::kill(tracee.pid(), SIGUSR1);
    const StopReport exit = stop_in(Waiter::next_of(tracee.pid()));
    EXPECT_EQ(exit.reason.kind, StopReason::Kind::syscall);
    EXPECT_FALSE(prepare_to_park(exit.stopped).has_value());
}

template <typename Value>
long address_of(const Value& value) {
    return static_cast<long>(reinterpret_cast<std::uintptr_t>(&value));
}

constexpr std::uint64_t only_usr1 = std::uint64_t{1} << (SIGUSR1 - 1);
constexpr std::uint64_t no_signal = 0;

/// Waits without a signal blocked, 0 or -errno.
struct MaskedWait {
    const char* name;
    std::uint32_t number;
    long (*call)();
};

const MaskedWait masked_waits[] = {
    {"ppoll", SYS_ppoll, [] { return raw_call(SYS_ppoll, 0, 0, 0, address_of(no_signal), sizeof no_signal); }},
    {"pselect6", SYS_pselect6,
     [] {
         const long mask[2] = {address_of(no_signal), sizeof no_signal};
         return raw_call(SYS_pselect6, 0, 0, 0, 0, 0, address_of(mask));
     }},
    {"epoll_pwait", SYS_epoll_pwait,
     [] {
         epoll_event event{};
         return raw_call(SYS_epoll_pwait, raw_call(SYS_epoll_create1, 0), address_of(event), 1, -1, address_of(no_signal),
                         sizeof no_signal);
     }},
    {"rt_sigsuspend", SYS_rt_sigsuspend, [] { return raw_call(SYS_rt_sigsuspend, address_of(no_signal), sizeof no_signal); }},
};

int wait_with_a_blocked_signal(const MaskedWait& wait) {
    ::signal(SIGUSR1, [](int) {});
    raw_call(SYS_rt_sigprocmask, SIG_BLOCK, address_of(only_usr1), 0, sizeof only_usr1);
    raw_call(SYS_tgkill, raw_call(SYS_getpid), raw_call(SYS_gettid), SIGUSR1);
    return wait.call() == -EINTR ? 7 : 1;
}

void put_result(const Stopped& exit, std::uint64_t result) {
    user_regs_struct registers{};
    ASSERT_EQ(::ptrace(PTRACE_GETREGS, exit.tid(), 0, &registers), 0);
    registers.rax = result;
    ASSERT_EQ(::ptrace(PTRACE_SETREGS, exit.tid(), 0, &registers), 0);
}

TEST(Park, IsRefusedWhereAMaskIsToBePutBackWhateverTheCallGives) {
    for (const MaskedWait& wait : masked_waits) {
        Traced tracee([&] { return wait_with_a_blocked_signal(wait); });
        const Stopped exit = at_exit_of(at_entry_of(tracee.held(), native(wait.number)));
        EXPECT_FALSE(prepare_to_park(exit).has_value()) << wait.name;
        put_result(exit, 0);
        EXPECT_FALSE(prepare_to_park(exit).has_value()) << wait.name << " with another result";
    }
}

TEST(Park, WorksAtTheExitOfSuchACallThatNoSignalEnded) {
    Traced tracee([] {
        const timespec at_once{};
        return raw_call(SYS_ppoll, 0, 0, address_of(at_once), address_of(only_usr1), sizeof only_usr1) == 0 ? 7 : 1;
    });
    const Parked parked = parked_at(at_exit_of(at_entry_of(tracee.held(), native(SYS_ppoll))));
    taken_over(tracee.pid(), parked, [](Stopped stopped) { EXPECT_EQ(end_of(std::move(stopped)).how.code, 7); });
}

TEST(Park, IsRefusedWhereCallsGoToAHandlerOfTheProgram) {
    constexpr long set_user_dispatch = 59;  // PR_SET_SYSCALL_USER_DISPATCH, include/uapi/linux/prctl.h
    Traced tracee([] {
        static const char allow = 0;  // SYSCALL_DISPATCH_FILTER_ALLOW
        const long done = raw_call(SYS_prctl, set_user_dispatch, 1, 0, 0, address_of(allow));
        raw_call(SYS_getppid);
        return done == 0 ? 7 : 1;
    });
    const Stopped exit = at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid)));
    std::uint64_t config[4] = {};
    constexpr auto get_dispatch = static_cast<__ptrace_request>(0x4211);
    if (::ptrace(get_dispatch, exit.tid(), sizeof config, config) != 0 || config[0] == 0) {
        GTEST_SKIP() << "this kernel does not tell about user dispatch";
    }
    EXPECT_FALSE(prepare_to_park(exit).has_value());
}

TEST(Park, IsRefusedWhereAThreadStepsThroughItsInstructions) {
    Traced tracee([] { return raw_call(SYS_getppid) > 0 ? 7 : 1; });
    const Stopped exit = at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid)));
    user_regs_struct registers{};
    ASSERT_EQ(::ptrace(PTRACE_GETREGS, exit.tid(), 0, &registers), 0);
    registers.eflags |= 0x100;
    ASSERT_EQ(::ptrace(PTRACE_SETREGS, exit.tid(), 0, &registers), 0);
    EXPECT_FALSE(prepare_to_park(exit).has_value());
}

}  // namespace
}  // namespace troupe
