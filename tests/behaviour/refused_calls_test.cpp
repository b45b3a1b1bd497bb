// Each call that troupe itself makes, refused to it, and to the command, as filters of containers refuse calls: it works in another way, or
// it says what failed. It never crashes, hangs, or ends without a word.

#include <gtest/gtest.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstring>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

struct Refusal {
    const char* name;
    long call;
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }

// Not those without which no program gets through its loader, and not getpid: what is sent to the process -1 reaches every process.
#define REFUSED(name) \
    Refusal { #name, SYS_##name }
const std::vector<Refusal> done_without = {
    REFUSED(waitid),
    REFUSED(timerfd_create),
    REFUSED(sched_setaffinity),
    REFUSED(sched_getaffinity),
    REFUSED(rt_sigprocmask),
    REFUSED(prlimit64),
    REFUSED(prctl),
    REFUSED(madvise),
    REFUSED(kill),
    REFUSED(tgkill),
    REFUSED(ioctl),
    REFUSED(getrandom),
    REFUSED(gettid),
    REFUSED(getdents64),
    REFUSED(eventfd2),
    REFUSED(seccomp),
    REFUSED(set_robust_list),
    REFUSED(rseq),
    REFUSED(access),
    REFUSED(close_range),
    REFUSED(setsid),
    REFUSED(setpriority),
    REFUSED(sched_setscheduler),
    REFUSED(pidfd_open),
    REFUSED(poll),
    REFUSED(ppoll),
    REFUSED(pause),
    REFUSED(process_vm_readv),
    REFUSED(process_vm_writev),
    REFUSED(readlink),
    REFUSED(sigaltstack),
    REFUSED(getrusage),
    REFUSED(sysinfo),
    REFUSED(getppid),
    REFUSED(set_tid_address),
    REFUSED(clock_gettime),
    REFUSED(clock_nanosleep),
    REFUSED(tkill),
    REFUSED(lseek),
};
const std::vector<Refusal> needed = {
    REFUSED(wait4), REFUSED(rt_sigaction), REFUSED(epoll_create1), REFUSED(epoll_ctl), REFUSED(epoll_wait),
    REFUSED(clone), REFUSED(pipe2),        REFUSED(ptrace),        REFUSED(exit),      REFUSED(timerfd_settime),
};
#undef REFUSED

class RefusedCalls : public testing::TestWithParam<Refusal> {
 protected:
    void SetUp() override {
        if (slow_build) {
            GTEST_SKIP() << "sanitizers make calls of their own, and give up without them";
        }
    }

    /// With each errno; everything to a file by several workers, or a script and nothing printed.
    template <typename Check>
    void for_each_run(Check check) const {
        const std::string script =
            scratch_.write("hook.lua", "strace.hook('getppid', 'both', function() end) strace.at_exit(function() print('the end') end)");
        for (const int code : {EPERM, EAGAIN, EINTR}) {
            check(code, run(refused(code, {"-f", "--workers=2", "-o", scratch_.path("trace")})));
        }
        for (const int code : {ENOSYS, EINVAL, ENOMEM}) {
            check(code, run(refused(code, {"-f", "-e", "none", "-l", script})));
        }
    }

 private:
    static Command refused(int code, std::vector<std::string> options) {
        options.insert(options.end(), {tracee("exit_code"), "7"});
        Command command = troupe(std::move(options));
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(GetParam().call), std::to_string(code)});
        return command;
    }

    Scratch scratch_;
};

class CallsDoneWithout : public RefusedCalls {};

TEST_P(CallsDoneWithout, LeaveTheRunWhole) {
    for_each_run([](int code, const Outcome& outcome) {
        EXPECT_TRUE(outcome.exited_with(7)) << GetParam().name << ' ' << code << '\n' << outcome.text();
        EXPECT_FALSE(contains(outcome.err, "bug of ours")) << outcome.err;
    });
}

class CallsNeeded : public RefusedCalls {};

TEST_P(CallsNeeded, AreNamedWhereTheyAreRefused) {
    for_each_run([](int code, const Outcome& outcome) {
        EXPECT_TRUE(outcome.exited_with(1)) << GetParam().name << ' ' << code << '\n' << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "troupe: ") && contains(outcome.err, ::strerrordesc_np(code))) << outcome.text();
        EXPECT_EQ(outcome.out, "") << "nothing was run";
    });
}

TEST(StartThatIsRefused, IsLaidToTheFilterThatIsOnUs) {
    if (slow_build) {
        GTEST_SKIP() << "sanitizers make calls of their own, and give up without them";
    }
    for (const long call : {SYS_ptrace, SYS_clone3}) {
        Command command = troupe({"-f", "-o", "/dev/null", "/bin/true"});
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(call), std::to_string(EPERM)});
        const Outcome outcome = run(command);
        EXPECT_TRUE(outcome.exited_with(1)) << call << '\n' << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "Operation not permitted: a seccomp filter is on us, as in a container")) << outcome.text();
    }
}

/// The C library ends a program that cannot free the stacks of its threads.
TEST(MemoryThatCannotBeFreed, ByAsManyWorkersAsThereMayBeIsKept) {
    if (slow_build) {
        GTEST_SKIP() << "sanitizers make calls of their own, and give up without them";
    }
    for (const int code : {EPERM, ENOMEM, EINVAL}) {
        Scratch scratch;
        Command command = troupe({"-f", "--workers=16", "-o", scratch.path("trace"), tracee("exit_code"), "7"});
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(SYS_munmap), std::to_string(code)});
        const Outcome outcome = run(command);
        EXPECT_TRUE(outcome.exited_with(7)) << code << '\n' << outcome.text();
        EXPECT_TRUE(contains(scratch.read("trace"), "exit_group(7)")) << scratch.read("trace");
    }
}

TEST(WritesThatAreRefused, EndTheRun) {
    if (slow_build) {
        GTEST_SKIP() << "sanitizers make calls of their own, and give up without them";
    }
    for (const int code : {EAGAIN, EIO}) {
        Scratch scratch;
        Command command = troupe({"-f", "--workers=2", "-o", scratch.path("trace"), tracee("exit_code"), "7"});
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(SYS_write), std::to_string(code)});
        const Outcome outcome = run(command);
        EXPECT_TRUE(outcome.exited_with(126)) << code << '\n' << outcome.text();
        EXPECT_EQ(scratch.read("trace"), "") << "there is no way to say it either";
    }
}

/// Parked tracees sleep in a call of ours, which filters that they have from us may refuse.
class ParkedUnderAFilter : public testing::TestWithParam<const char*> {
 protected:
    /// Threads that make calls and look at each result, handed from worker to worker.
    static Outcome run_busy_threads(const std::vector<long>& refused, const std::string& answer = std::to_string(EPERM)) {
        Command command = troupe(
            {"-f", "--workers=4", "--placement=spread", GetParam(), "--debug", "-o", "/dev/null", tracee("getppid_threads"), "16", "300"});
        for (const long call : refused) {
            command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(call), answer});
        }
        return run(command);
    }
    static bool moved_some(const Outcome& outcome) { return contains(outcome.err, " moved") && !contains(outcome.err, " 0 moved"); }
};

TEST_P(ParkedUnderAFilter, TheySleepInACallThatItLetsPass) {
    for (const std::vector<long>& refused : {std::vector<long>{SYS_getcpu}, {SYS_ppoll}}) {
        const Outcome outcome = run_busy_threads(refused);
        EXPECT_TRUE(outcome.exited_with(0) && moved_some(outcome)) << refused.front() << '\n' << outcome.text();
    }
}

TEST_P(ParkedUnderAFilter, TheySleepInAnotherThanPause) {
    const Outcome outcome = run_busy_threads({SYS_pause});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    // Our own filter lets none but `pause` pass for us.
    EXPECT_EQ(moved_some(outcome), GetParam() == std::string("--seccomp-bpf=off")) << outcome.text();
}

TEST_P(ParkedUnderAFilter, TheyStayWhereItLetsNonePass) {
    const Outcome outcome = run_busy_threads({SYS_pause, SYS_ppoll});
    EXPECT_TRUE(outcome.exited_with(0) && !moved_some(outcome)) << outcome.text();
}

TEST_P(ParkedUnderAFilter, ACallThatItKillsForCostsACompanionAndNoMore) {
    const Outcome outcome = run_busy_threads({SYS_pause}, "kill");
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(moved_some(outcome), GetParam() == std::string("--seccomp-bpf=off")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Filters, ParkedUnderAFilter, testing::Values("--seccomp-bpf=off", "--seccomp-bpf=on"),
                         [](const auto& param) { return param.index == 0 ? "TheirsAlone" : "WithOurs"; });

INSTANTIATE_TEST_SUITE_P(Calls, CallsDoneWithout, testing::ValuesIn(done_without), [](const auto& param) { return param.param.name; });
INSTANTIATE_TEST_SUITE_P(Calls, CallsNeeded, testing::ValuesIn(needed), [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace troupe::tests
