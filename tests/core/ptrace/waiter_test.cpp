#include "troupe/core/waiter.hpp"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "tests/core/ptrace/calls.hpp"
#include "tests/core/ptrace/traced.hpp"

namespace troupe {
namespace {

using tests::end_in;
using tests::end_of;
using tests::must;
using tests::next_stop;
using tests::stop_in;
using tests::StopReport;
using tests::Traced;
using Kind = StopReason::Kind;

constexpr SeizeOptions following{.follow = true, .kill_on_exit = true};

/// An ordinary process of ours that is over, and not yet reaped.
pid_t plain_zombie(int status) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::_exit(status);
    }
    siginfo_t info{};
    EXPECT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
    return pid;
}

void expect_still_there(pid_t plain, int exit_status) {
    int status = 0;
    EXPECT_EQ(::waitpid(plain, &status, 0), plain);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), exit_status);
}

TEST(Waiter, OfAThreadWithoutTraceesSaysThatNobodyIsLeft) {
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next()));
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::poll()));
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next_of(::getpid())));
}

TEST(Waiter, DoesNotTakeAnOrdinaryProcessForATracee) {
    const pid_t plain = plain_zombie(5);
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::poll()));
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next()));
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::poll(plain)));
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next_of(plain)));
    expect_still_there(plain, 5);
}

TEST(Waiter, ReapsItsTraceesAndLeavesOrdinaryProcessesToWhoStartedThem) {
    const pid_t before = plain_zombie(5);
    Traced tracee([] { return 7; });
    const pid_t after = plain_zombie(6);
    EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll())) << "the tracee waits, the others are not its business";
    tracee.start();
    const EndReport end = end_in(Waiter::next());
    EXPECT_EQ(end.tid, tracee.pid());
    EXPECT_EQ(end.how.code, 7);
    EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next()));
    expect_still_there(before, 5);
    expect_still_there(after, 6);
}

TEST(Waiter, LeavesTheTraceesOfOtherThreadsAlone) {
    Traced tracee([] { return 0; });
    std::thread([&] {
        EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next()));
        EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::poll(tracee.pid())));
    }).join();
    tracee.start();
    EXPECT_EQ(end_in(Waiter::next()).tid, tracee.pid());
}

TEST(Waiter, LooksAtOneWithoutTakingWhatOthersBring) {
    Traced quiet([] { return 0; });
    Traced stops([] { return 0; });
    must(interrupt(stops.pid()));
    siginfo_t info{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(stops.pid()), &info, WSTOPPED | WNOWAIT | __WALL), 0);
    EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll(quiet.pid())));
    EXPECT_EQ(stop_in(Waiter::poll(stops.pid())).stopped.tid(), stops.pid());
    EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll(stops.pid())));
}

TEST(PollEnd, TakesADeadTraceeOfAnotherThread) {
    Traced tracee([] {
        ::pause();
        return 0;
    });
    tracee.start();
    std::thread([&] { EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll_end(tracee.pid()))); }).join();
    ::kill(tracee.pid(), SIGKILL);
    siginfo_t info{};
    EXPECT_EQ(::waitid(P_PID, static_cast<id_t>(tracee.pid()), &info, WEXITED | WNOWAIT | __WALL), 0);
    std::thread([&] {
        const EndReport end = end_in(Waiter::poll_end(tracee.pid()));
        EXPECT_EQ(end.tid, tracee.pid());
        EXPECT_TRUE(end.how.killed);
        EXPECT_EQ(end.how.code, SIGKILL);
        EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::poll_end(tracee.pid())));
    }).join();
}

TEST(PollEnd, LeavesStopsToTheThreadWhoseTraceeItIs) {
    Traced tracee([] { return 0; });
    must(interrupt(tracee.pid()));
    siginfo_t info{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(tracee.pid()), &info, WSTOPPED | WNOWAIT | __WALL), 0);
    EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll_end(tracee.pid())));
    std::thread([&] { EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll_end(tracee.pid()))); }).join();
    EXPECT_EQ(stop_in(Waiter::poll(tracee.pid())).stopped.tid(), tracee.pid());
}

TEST(PollEnd, TakesAnOrdinaryChildToo) {
    const EndReport end = end_in(Waiter::poll_end(plain_zombie(5)));
    EXPECT_FALSE(end.how.killed);
    EXPECT_EQ(end.how.code, 5);
}

TEST(EndReport, TellsAnExitStatusFromAKillingSignal) {
    Traced exits([] { return 200; });
    exits.start();
    const Dying exited = end_in(Waiter::next()).how;
    EXPECT_FALSE(exited.killed);
    EXPECT_FALSE(exited.core_dumped);
    EXPECT_EQ(exited.code, 200);

    Traced dies([] { return ::kill(::getpid(), SIGKILL); });
    dies.start();
    const Dying killed = end_in(Waiter::next()).how;
    EXPECT_TRUE(killed.killed);
    EXPECT_FALSE(killed.core_dumped);
    EXPECT_EQ(killed.code, SIGKILL);
}

TEST(StopReason, OfASignalIsItsNumberEvenWhereItIsSIGTRAP) {
    Traced tracee([] {
        ::signal(SIGTRAP, SIG_IGN);
        ::kill(::getpid(), SIGUSR1);
        ::kill(::getpid(), SIGTRAP);
        return 3;
    });
    tracee.start();
    StopReport first = stop_in(Waiter::next());
    EXPECT_EQ(first.reason.kind, Kind::signal);
    EXPECT_EQ(first.reason.signal, SIGUSR1);
    StopReport second = next_stop(std::move(first.stopped), Resume::freely);
    EXPECT_EQ(second.reason.kind, Kind::signal);
    EXPECT_EQ(second.reason.signal, SIGTRAP);
    EXPECT_EQ(end_of(std::move(second.stopped)).how.code, 3);
}

TEST(StopReason, OfACallIsNotASignal) {
    Traced tracee([] { return static_cast<int>(tests::raw_call(SYS_getppid) & 0); });
    StopReport entry = next_stop(tracee.held(), Resume::to_next_call);
    EXPECT_EQ(entry.reason.kind, Kind::syscall);
    EXPECT_EQ(entry.reason.signal, 0);
    StopReport exit = next_stop(std::move(entry.stopped), Resume::to_next_call);
    EXPECT_EQ(exit.reason.kind, Kind::syscall);
}

TEST(StopReason, OfAFilteredCallIsTheFilter) {
    const FilterProgram program = tests::filter_for(SYS_getppid);
    Traced tracee([&] { return tests::install(program) == 0 && tests::raw_call(SYS_getppid) == ::getppid() ? 0 : 1; });
    tracee.start();
    StopReport stop = stop_in(Waiter::next());
    EXPECT_EQ(stop.reason.kind, Kind::seccomp);
    // The library's getppid is the second one.
    StopReport again = next_stop(std::move(stop.stopped), Resume::freely);
    EXPECT_EQ(again.reason.kind, Kind::seccomp);
    EXPECT_EQ(end_of(std::move(again.stopped)).how.code, 0);
}

/// The event of a tracee that makes another one by `make`, which returns 0 in the new one.
template <typename Make>
void expect_spawn(Make make, Kind kind) {
    Traced tracee(
        [make] {
            const long made = make();
            if (made == 0) {
                ::_exit(11);
            }
            return made > 0 ? 12 : 13;
        },
        following);
    tracee.start();
    StopReport event = stop_in(Waiter::next_of(tracee.pid()));
    EXPECT_EQ(event.reason.kind, kind);
    const auto made = static_cast<pid_t>(must(event_message(event.stopped)));
    ASSERT_GT(made, 0);
    StopReport first = stop_in(Waiter::next_of(made));
    EXPECT_EQ(first.reason.kind, Kind::event);
    EXPECT_EQ(first.reason.signal, SIGTRAP);
    EXPECT_EQ(end_of(std::move(first.stopped)).how.code, 11);
    must(resume(std::move(event.stopped), Resume::freely, 0));
    for (;;) {
        WaitReport report = Waiter::next_of(tracee.pid());
        if (auto* stop = std::get_if<troupe::StopReport>(&report)) {
            EXPECT_EQ(stop->reason.signal, SIGCHLD);
            must(resume(std::move(stop->stopped), Resume::freely, stop->reason.signal));
            continue;
        }
        EXPECT_EQ(end_in(report).how.code, 12);
        return;
    }
}

TEST(StopReason, TellsForkVforkAndCloneApart) {
    expect_spawn([] { return tests::raw_call(SYS_fork); }, Kind::fork);
    expect_spawn([] { return tests::raw_call(SYS_clone, SIGCHLD | CLONE_VFORK); }, Kind::vfork);
    expect_spawn([] { return tests::raw_call(SYS_clone, 0); }, Kind::clone);
}

TEST(StopReason, OfExecveBringsTheFormerTid) {
    Traced tracee([] {
        ::execl("/bin/true", "true", nullptr);
        return 1;
    });
    tracee.start();
    StopReport stop = stop_in(Waiter::next());
    EXPECT_EQ(stop.reason.kind, Kind::exec);
    EXPECT_EQ(must(event_message(stop.stopped)), static_cast<std::uint64_t>(tracee.pid()));
    EXPECT_EQ(end_of(std::move(stop.stopped)).how.code, 0);
}

TEST(StopReason, OfAGroupStopIsAnEventWithTheStopSignalAndOfItsEndOneWithSIGTRAP) {
    Traced tracee([] { return ::kill(::getpid(), SIGSTOP); });
    tracee.start();
    StopReport delivery = stop_in(Waiter::next());
    EXPECT_EQ(delivery.reason.kind, Kind::signal);
    EXPECT_EQ(delivery.reason.signal, SIGSTOP);
    StopReport group = next_stop(std::move(delivery.stopped), Resume::freely, SIGSTOP);
    EXPECT_EQ(group.reason.kind, Kind::event);
    EXPECT_EQ(group.reason.signal, SIGSTOP);
    must(resume(std::move(group.stopped), Resume::stay_stopped, 0));
    EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll())) << "it stays until SIGCONT";
    ::kill(tracee.pid(), SIGCONT);
    StopReport over = stop_in(Waiter::next());
    EXPECT_EQ(over.reason.kind, Kind::event);
    EXPECT_EQ(over.reason.signal, SIGTRAP);
    StopReport cont = next_stop(std::move(over.stopped), Resume::freely);
    EXPECT_EQ(cont.reason.kind, Kind::signal);
    EXPECT_EQ(cont.reason.signal, SIGCONT);
    EXPECT_EQ(end_of(std::move(cont.stopped), SIGCONT).how.code, 0);
}

TEST(StopReason, OfAnInterruptionIsAnEvent) {
    Traced tracee([] { return 0; });
    must(interrupt(tracee.pid()));
    const StopReport stop = stop_in(Waiter::next());
    EXPECT_EQ(stop.reason.kind, Kind::event);
    EXPECT_EQ(stop.reason.signal, SIGTRAP);
}

TEST(StopReason, OfAnEventThatWeNeverAskForIsOther) {
    Traced tracee([] { return 4; });
    ASSERT_EQ(::ptrace(PTRACE_SETOPTIONS, tracee.held().tid(), nullptr, PTRACE_O_TRACEEXIT), 0);
    ASSERT_EQ(::ptrace(PTRACE_CONT, tracee.pid(), nullptr, nullptr), 0);
    StopReport stop = stop_in(Waiter::next());
    EXPECT_EQ(stop.reason.kind, Kind::other);
    EXPECT_EQ(end_of(std::move(stop.stopped)).how.code, 4);
}

}  // namespace
}  // namespace troupe
