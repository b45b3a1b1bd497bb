#include "troupe/core/park.hpp"

#include <gtest/gtest.h>
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

Parked parked_at(Stopped exit) {
    const auto ready = prepare_to_park(exit);
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

}  // namespace
}  // namespace troupe
