#include "troupe/core/requests.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "tests/core/ptrace/calls.hpp"
#include "tests/core/ptrace/traced.hpp"
#include "troupe/core/tracee_memory.hpp"

namespace troupe {
namespace {

using tests::at_entry_of;
using tests::at_exit_of;
using tests::end_in;
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
using InfoAt = SyscallInfo::At;

constexpr std::uint32_t i386_getpid = 20;
constexpr std::uint32_t i386_close = 6;
constexpr std::uint32_t i386_dup = 41;

TEST(SyscallInfo, OfAnEntryHasTheCallAndAllItsArguments) {
    Traced tracee([] {
        raw_call(SYS_io_cancel, -1, 1L << 40, 3, 4, 5, 6);
        return 0;
    });
    Stopped entry = at_entry_of(tracee.held(), native(SYS_io_cancel));
    const SyscallInfo info = must(syscall_info(entry));
    EXPECT_EQ(info.at, InfoAt::entry);
    EXPECT_EQ(info.call, native(SYS_io_cancel));
    EXPECT_EQ(info.args, (Arguments{~std::uint64_t{0}, std::uint64_t{1} << 40, 3, 4, 5, 6}));
    EXPECT_NE(info.instruction_pointer, 0U);
    EXPECT_NE(info.stack_pointer, 0U);
}

TEST(SyscallInfo, OfAnExitTellsAResultFromAnErrno) {
    Traced tracee([] {
        raw_call(SYS_getppid);
        raw_call(SYS_close, -1);
        return 0;
    });
    Stopped succeeded = at_exit_of(at_entry_of(tracee.held(), native(SYS_getppid)));
    const SyscallInfo good = must(syscall_info(succeeded));
    EXPECT_EQ(good.at, InfoAt::exit);
    EXPECT_EQ(good.result, ::getpid());
    EXPECT_EQ(good.error, 0U);
    Stopped failed = at_exit_of(at_entry_of(std::move(succeeded), native(SYS_close)));
    const SyscallInfo bad = must(syscall_info(failed));
    EXPECT_EQ(bad.at, InfoAt::exit);
    EXPECT_EQ(bad.result, -1);
    EXPECT_EQ(bad.error, static_cast<std::uint32_t>(EBADF));
}

TEST(CallInstead, IsMadeAndItsResultIsReplacedAtTheExit) {
    Traced tracee([] {
        const long first = raw_call(SYS_sched_yield);
        const long second = raw_call(SYS_sched_yield);
        return first == 77 && second == -EIO ? 0 : 1;
    });
    Stopped stopped = tracee.held();
    for (const std::int64_t result : {std::int64_t{77}, std::int64_t{-EIO}}) {
        Stopped entry = at_entry_of(std::move(stopped), native(SYS_sched_yield));
        ASSERT_TRUE(call_instead(entry, native(SYS_getpid)));
        stopped = at_exit_of(std::move(entry));
        EXPECT_EQ(must(syscall_info(stopped)).result, stopped.tid()) << "getpid was called";
        ASSERT_TRUE(set_result(stopped, result));
    }
    EXPECT_EQ(end_of(std::move(stopped)).how.code, 0);
}

TEST(CallInstead, OfInt80HasTheNumberOf32Bits) {
    Traced tracee([] { return int80_call(i386_close, 0xffffffff) == -EIO ? 0 : 1; });
    Stopped entry = at_entry_of(tracee.held(), {Abi::i386, i386_close});
    ASSERT_TRUE(call_instead(entry, {Abi::i386, i386_getpid}));
    Stopped exit = at_exit_of(std::move(entry));
    EXPECT_EQ(must(syscall_info(exit)).result, exit.tid());
    ASSERT_TRUE(set_result(exit, -EIO));
    EXPECT_EQ(end_of(std::move(exit)).how.code, 0);
}

TEST(SyscallInfo, OfInt80IsA32BitCallWithZeroExtendedArguments) {
    Traced tracee([] {
        int80_call(i386_close, 0xffffffff, 0x80000000, 3);
        return 0;
    });
    Stopped entry = at_entry_of(tracee.held(), {Abi::i386, i386_close});
    const SyscallInfo info = must(syscall_info(entry));
    EXPECT_EQ(info.args[0], 0xffffffffU);
    EXPECT_EQ(info.args[1], 0x80000000U);
    EXPECT_EQ(info.args[2], 3U);
    Stopped exit = at_exit_of(std::move(entry));
    EXPECT_EQ(must(syscall_info(exit)).error, static_cast<std::uint32_t>(EBADF));
}

// Whether this kernel has x32 or answers ENOSYS: the number comes to us.
TEST(SyscallInfo, TellsX32NumbersByTheirBit) {
    Traced tracee([] {
        raw_call(static_cast<long>(x32_bit) | SYS_getppid);
        return 0;
    });
    Stopped entry = at_entry_of(tracee.held(), {Abi::x32, SYS_getppid});
    EXPECT_EQ(must(syscall_info(entry)).at, InfoAt::entry);
}

TEST(SyscallInfo, TakesMinusOneForNoX32Call) {
    Traced tracee([] { return raw_call(-1) == -ENOSYS ? 0 : 1; });
    Stopped entry = at_entry_of(tracee.held(), native(0xffffffff));
    EXPECT_EQ(end_of(std::move(entry)).how.code, 0);
}

TEST(SyscallInfo, OfAStopThatIsNoCallIsNone) {
    Traced tracee([] {
        ::kill(::getpid(), SIGURG);
        return 0;
    });
    tracee.start();
    StopReport stop = stop_in(Waiter::next());
    EXPECT_EQ(must(syscall_info(stop.stopped)).at, InfoAt::none);
}

TEST(SyscallInfo, OfAFilterStopHasCallAndArguments) {
    const FilterProgram program = tests::filter_for(SYS_close);
    Traced tracee([&] {
        if (tests::install(program) != 0) return 1;
        return raw_call(SYS_close, -2) == -EBADF ? 0 : 2;
    });
    tracee.start();
    StopReport stop = stop_in(Waiter::next());
    const SyscallInfo info = must(syscall_info(stop.stopped));
    EXPECT_EQ(info.at, InfoAt::seccomp);
    EXPECT_EQ(info.call, native(SYS_close));
    EXPECT_EQ(info.args[0], ~std::uint64_t{1});
    EXPECT_EQ(end_of(std::move(stop.stopped)).how.code, 0);
}

TEST(FirstArgument, ChangedAtAnEntryIsWhatTheCallGets) {
    Traced tracee([] { return raw_call(SYS_dup, -1) >= 0 && int80_call(i386_dup, 0xffffffff) >= 0 ? 0 : 1; });
    Stopped entry = at_entry_of(tracee.held(), native(SYS_dup));
    EXPECT_EQ(must(argument(entry, Abi::x86_64, 0)), ~std::uint64_t{0});
    must(set_argument(entry, Abi::x86_64, 0, 0));
    Stopped exit = at_exit_of(std::move(entry));
    EXPECT_EQ(must(argument(exit, Abi::x86_64, 0)), 0U);
    entry = at_entry_of(std::move(exit), {Abi::i386, i386_dup});
    EXPECT_EQ(must(argument(entry, Abi::i386, 0)), 0xffffffffU);
    must(set_argument(entry, Abi::i386, 0, 1));
    EXPECT_EQ(end_of(std::move(entry)).how.code, 0);
}

void expect_each_to_be_its_argument(const Stopped& entry, Abi abi) {
    for (std::size_t place = 1; place < max_args; ++place) {
        const std::uint64_t own = must(argument(entry, abi, place));
        must(set_argument(entry, abi, place, 0x1000 + place));
        EXPECT_EQ(must(syscall_info(entry)).args[place], 0x1000 + place);
        must(set_argument(entry, abi, place, own));
    }
}

TEST(ArgumentRegisters, AreTheArgumentsOfTheAbi) {
    Traced tracee([] { return raw_call(SYS_dup, -1) < 0 && int80_call(i386_dup, 0xffffffff) < 0 ? 0 : 1; });
    Stopped entry = at_entry_of(tracee.held(), native(SYS_dup));
    expect_each_to_be_its_argument(entry, Abi::x86_64);
    entry = at_entry_of(at_exit_of(std::move(entry)), {Abi::i386, i386_dup});
    expect_each_to_be_its_argument(entry, Abi::i386);
    EXPECT_EQ(end_of(std::move(entry)).how.code, 0);
}

TEST(ReplaceCall, AtAnEntryTheTraceeSeesTheValueAndSoDoesItsExit) {
    Traced tracee([] { return raw_call(SYS_getppid) == 0x123456789 ? 0 : 1; });
    Stopped entry = at_entry_of(tracee.held(), native(SYS_getppid));
    must(replace_call(entry, 0x123456789));
    Stopped exit = at_exit_of(std::move(entry));
    const SyscallInfo info = must(syscall_info(exit));
    EXPECT_EQ(info.at, InfoAt::exit);
    EXPECT_EQ(info.result, 0x123456789);
    EXPECT_EQ(info.error, 0U);
    EXPECT_EQ(end_of(std::move(exit)).how.code, 0);
}

TEST(ReplaceCall, WithAnErrnoIsAFailureLikeAnyOther) {
    Traced tracee([] { return raw_call(SYS_getppid) == -EPERM ? 0 : 1; });
    Stopped entry = at_entry_of(tracee.held(), native(SYS_getppid));
    must(replace_call(entry, -EPERM));
    Stopped exit = at_exit_of(std::move(entry));
    const SyscallInfo info = must(syscall_info(exit));
    EXPECT_EQ(info.result, -1);
    EXPECT_EQ(info.error, static_cast<std::uint32_t>(EPERM));
    EXPECT_EQ(end_of(std::move(exit)).how.code, 0);
}

TEST(ReplaceCall, WorksFor32BitCalls) {
    Traced tracee([] { return int80_call(i386_getpid) == 77 && int80_call(i386_getpid) == -EPERM ? 0 : 1; });
    Stopped first = at_entry_of(tracee.held(), {Abi::i386, i386_getpid});
    must(replace_call(first, 77));
    Stopped exit = at_exit_of(std::move(first));
    EXPECT_EQ(must(syscall_info(exit)).result, 77);
    Stopped second = at_entry_of(std::move(exit), {Abi::i386, i386_getpid});
    must(replace_call(second, -EPERM));
    exit = at_exit_of(std::move(second));
    EXPECT_EQ(must(syscall_info(exit)).error, static_cast<std::uint32_t>(EPERM));
    EXPECT_EQ(end_of(std::move(exit)).how.code, 0);
}

TEST(ReplaceCall, AtAFilterStopNeedsNoSecondStop) {
    const FilterProgram program = tests::filter_for(SYS_getppid);
    Traced tracee([&] {
        if (tests::install(program) != 0) return 1;
        return raw_call(SYS_getppid) == -ENOSPC && raw_call(SYS_getppid) == 0 ? 0 : 2;
    });
    tracee.start();
    StopReport first = stop_in(Waiter::next());
    must(replace_call(first.stopped, -ENOSPC));
    StopReport second = next_stop(std::move(first.stopped), Resume::freely);
    EXPECT_EQ(second.reason.kind, StopReason::Kind::seccomp);
    must(replace_call(second.stopped, 0));
    EXPECT_EQ(end_of(std::move(second.stopped)).how.code, 0);
}

TEST(ReplaceCall, TheCallIsNotMade) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const UniqueFd reader(ends[0]);
    UniqueFd writer(ends[1]);
    const FilterProgram program = tests::filter_for(SYS_write);
    Traced tracee([&] {
        if (raw_call(SYS_write, writer.get(), reinterpret_cast<long>("no"), 2) != 2) return 1;
        if (tests::install(program) != 0) return 2;
        return raw_call(SYS_write, writer.get(), reinterpret_cast<long>("no"), 2) == 2 ? 0 : 3;
    });
    writer.reset();
    Stopped entry = at_entry_of(tracee.held(), native(SYS_write));
    must(replace_call(entry, 2));
    StopReport filtered = next_stop(std::move(entry), Resume::freely);
    ASSERT_EQ(filtered.reason.kind, StopReason::Kind::seccomp);
    must(replace_call(filtered.stopped, 2));
    EXPECT_EQ(end_of(std::move(filtered.stopped)).how.code, 0);
    std::array<char, 8> text{};
    EXPECT_EQ(::read(reader.get(), text.data(), text.size()), 0) << "nothing was ever written";
}

/// Two pages, which a tracee of ours gets a copy of.
class Poked : public testing::Test {
 protected:
    static constexpr std::size_t page = 4096;
    Poked() : start_(static_cast<char*>(::mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {
        std::memset(start_, '.', 2 * page);
    }
    ~Poked() override { ::munmap(start_, 2 * page); }

    [[nodiscard]] std::uint64_t address(std::size_t offset) const { return reinterpret_cast<std::uint64_t>(start_ + offset); }
    [[nodiscard]] std::string in_tracee(const Stopped& tracee, std::size_t offset, std::size_t size) const {
        std::string text(size, '?');
        TraceeMemory memory(tracee.tid());
        text.resize(memory.read(address(offset), std::as_writable_bytes(std::span(text))));
        return text;
    }
    static std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }

    char* start_;
};

TEST_F(Poked, InsideAWordOrOverItsEdgeOnlyTheBytesChange) {
    Traced tracee([] { return 0; });
    const Stopped stopped = tracee.held();
    must(poke(stopped, address(2), bytes("abc")));
    EXPECT_EQ(in_tracee(stopped, 0, 8), "..abc...");
    must(poke(stopped, address(14), bytes("over!")));
    EXPECT_EQ(in_tracee(stopped, 12, 9), "..over!..");
    must(poke(stopped, address(29), bytes("three words are touched")));
    EXPECT_EQ(in_tracee(stopped, 28, 25), ".three words are touched.");
    must(poke(stopped, address(64), bytes("a word..")));
    EXPECT_EQ(in_tracee(stopped, 63, 10), ".a word...");
    must(poke(stopped, address(0), {}));
    EXPECT_EQ(in_tracee(stopped, 0, 3), "..a");
}

TEST_F(Poked, ReadOnlyPagesAreWrittenAndOursAreNot) {
    ASSERT_EQ(::mprotect(start_, 2 * page, PROT_READ), 0);
    Traced tracee([this] { return std::memcmp(start_ + page - 3, "poked!", 6) == 0 ? 0 : 1; });
    Stopped stopped = tracee.held();
    must(poke(stopped, address(page - 3), bytes("poked!")));
    EXPECT_EQ(in_tracee(stopped, page - 4, 8), ".poked!.");
    EXPECT_EQ(std::string_view(start_ + page - 3, 6), "......");
    EXPECT_EQ(end_of(std::move(stopped)).how.code, 0);
}

TEST_F(Poked, WhatIsNotMappedIsAnErrorAndNotTheEndOfTheTracee) {
    ASSERT_EQ(::munmap(start_ + page, page), 0);
    Traced tracee([] { return 6; });
    Stopped stopped = tracee.held();
    const auto done = poke(stopped, address(page), bytes("no"));
    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().code, EIO);
    EXPECT_FALSE(is_gone(done.error()));
    EXPECT_EQ(end_of(std::move(stopped)).how.code, 6);
}

volatile int told = -1;

TEST(SignalInfo, IsReadAndReplaced) {
    Traced tracee([] {
        struct sigaction action {};
        action.sa_sigaction = [](int, siginfo_t* info, void*) { told = info->si_value.sival_int; };
        action.sa_flags = SA_SIGINFO;
        ::sigaction(SIGUSR1, &action, nullptr);
        ::kill(::getpid(), SIGUSR1);
        return static_cast<int>(told);
    });
    tracee.start();
    StopReport stop = stop_in(Waiter::next());
    siginfo_t info = must(signal_info(stop.stopped));
    EXPECT_EQ(info.si_signo, SIGUSR1);
    EXPECT_EQ(info.si_code, SI_USER);
    EXPECT_EQ(info.si_pid, tracee.pid());
    info.si_code = SI_QUEUE;
    info.si_value.sival_int = 55;
    must(set_signal_info(stop.stopped, info));
    EXPECT_EQ(end_of(std::move(stop.stopped), SIGUSR1).how.code, 55);
}

TEST(ResumeRequest, WithoutASignalDropsTheOneThatWasAboutToCome) {
    Traced tracee([] {
        ::kill(::getpid(), SIGTERM);
        return 8;
    });
    tracee.start();
    EXPECT_EQ(end_of(stop_in(Waiter::next()).stopped).how.code, 8);
}

TEST(ResumeRequest, OfAKilledTraceeSaysThatItIsGone) {
    Traced tracee([] { return 0; });
    Stopped stopped = tracee.held();
    ::kill(tracee.pid(), SIGKILL);
    const auto info = syscall_info(stopped);
    ASSERT_FALSE(info.has_value());
    EXPECT_TRUE(is_gone(info.error()));
    const auto done = resume(std::move(stopped), Resume::freely, 0);
    ASSERT_FALSE(done.has_value());
    EXPECT_TRUE(is_gone(done.error()));
    EXPECT_EQ(done.error().task.tid, tracee.pid());
    EXPECT_EQ(end_in(Waiter::next()).how.code, SIGKILL) << "its end is still reported";
}

TEST(DetachRequest, MakesAnOrdinaryProcessOfIt) {
    Traced tracee([] { return 9; });
    must(detach(tracee.held(), 0));
    int status = 0;
    EXPECT_EQ(::waitpid(tracee.pid(), &status, 0), tracee.pid());
    EXPECT_EQ(WEXITSTATUS(status), 9);
}

TEST(DetachRequest, DeliversTheSignalThatWasAboutToCome) {
    Traced tracee([] { return ::kill(::getpid(), SIGTERM); });
    tracee.start();
    must(detach(stop_in(Waiter::next()).stopped, SIGTERM));
    int status = 0;
    EXPECT_EQ(::waitpid(tracee.pid(), &status, 0), tracee.pid());
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), SIGTERM);
}

TEST(SeizeRequest, OfNobodySaysThatThereIsNoSuchThread) {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(0);
    ASSERT_EQ(::waitpid(pid, nullptr, 0), pid);
    const auto done = seize(pid, {});
    ASSERT_FALSE(done.has_value());
    EXPECT_TRUE(is_gone(done.error()));
}

TEST(SeizeRequest, OfSomebodysTraceeIsRefused) {
    Traced tracee([] { return 0; });
    const auto done = seize(tracee.pid(), {});
    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().code, EPERM);
    EXPECT_FALSE(is_gone(done.error()));
}

TEST(SeizeRequest, WithoutFollowLeavesNewProcessesAlone) {
    Traced tracee([] {
        const pid_t other = ::fork();
        if (other == 0) ::_exit(0);
        int status = 0;
        return ::waitpid(other, &status, 0) == other && status == 0 ? 0 : 1;
    });
    ::signal(SIGCHLD, SIG_DFL);
    tracee.start();
    StopReport stop = stop_in(Waiter::next());
    EXPECT_EQ(stop.reason.kind, StopReason::Kind::signal) << "no event for the new process";
    EXPECT_EQ(stop.reason.signal, SIGCHLD);
    EXPECT_EQ(end_of(std::move(stop.stopped), SIGCHLD).how.code, 0);
}

}  // namespace
}  // namespace troupe
