#include "troupe/core/procfs.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/support/scratch.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe::procfs {
namespace {

pid_t own_tid() { return static_cast<pid_t>(::syscall(SYS_gettid)); }

void wait_until_over(pid_t pid) {
    siginfo_t info{};
    EXPECT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
}

/// A process that is over and waits for being reaped.
pid_t unreaped(int code) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::_exit(code);
    }
    wait_until_over(pid);
    return pid;
}

/// The tid of a process that is over and reaped.
pid_t gone() {
    const pid_t pid = unreaped(0);
    EXPECT_EQ(::waitpid(pid, nullptr, 0), pid);
    return pid;
}

/// A process that lives until this object goes away.
class Sleeper {
 public:
    Sleeper() : pid_(::fork()) {
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (;;) {
                ::pause();
            }
        }
    }
    Sleeper(const Sleeper&) = delete;
    Sleeper& operator=(const Sleeper&) = delete;
    ~Sleeper() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, __WALL);
    }
    [[nodiscard]] pid_t pid() const { return pid_; }

 private:
    pid_t pid_;
};

TEST(EndingOf, AProcessThatLivesHasNoEnd) {
    const Sleeper sleeper;
    EXPECT_EQ(ending_of(sleeper.pid()), 0);
}

TEST(EndingOf, OneThatIsReapedMeanwhileTellsNothing) {
    for (int round = 0; round < 500; ++round) {
        const pid_t pid = unreaped(7);
        std::atomic<int> asked = 0;
        const std::jthread reaper([&] {
            while (asked < 3) {
            }
            EXPECT_EQ(::waitpid(pid, nullptr, 0), pid);
        });
        while (const auto told = ending_of(pid)) {
            EXPECT_TRUE(*told == 7 << 8 || *told == 0) << *told;
            ++asked;
        }
    }
}

TEST(EndingOf, OneThatIsNotReapedTellsItsWaitStatus) {
    const pid_t pid = unreaped(7);
    EXPECT_EQ(ending_of(pid), 7 << 8);
    EXPECT_EQ(::waitpid(pid, nullptr, 0), pid);
}

TEST(EndingOf, ALeaderThatEndedFirstTellsHowItsProcessDid) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        std::thread([] {
            ::usleep(20'000);
            ::_exit(9);
        }).detach();
        ::syscall(SYS_exit, 3);
    }
    wait_until_over(pid);
    EXPECT_EQ(ending_of(pid), 9 << 8);
    EXPECT_EQ(::waitpid(pid, nullptr, 0), pid);
}

TEST(EndingOf, NobodyHasNone) { EXPECT_EQ(ending_of(gone()), std::nullopt); }

TEST(IsOver, WhoLivesOrIsReapedIsNot) {
    const Sleeper sleeper;
    EXPECT_FALSE(is_over(sleeper.pid()));
    EXPECT_FALSE(is_over(gone()));
}

TEST(IsOver, WhoWaitsForBeingReapedIs) {
    const pid_t pid = unreaped(7);
    EXPECT_TRUE(is_over(pid));
    EXPECT_EQ(::waitpid(pid, nullptr, 0), pid);
}

TEST(ThreadsOf, AProcessWithoutThreadsIsItself) {
    // Not a fork of ours, in which a sanitizer may start a thread.
    std::string name = "sleep", seconds = "100";
    char* const arguments[] = {name.data(), seconds.data(), nullptr};
    pid_t child = 0;
    ASSERT_EQ(::posix_spawnp(&child, "sleep", nullptr, nullptr, arguments, nullptr), 0);
    EXPECT_EQ(threads_of(child), std::vector<pid_t>{child});
    EXPECT_EQ(::kill(child, SIGKILL), 0);
    EXPECT_EQ(::waitpid(child, nullptr, 0), child);
}

TEST(ThreadsOf, AnyThreadNamesAllThreads) {
    std::barrier alive(2);
    std::barrier may_end(2);
    pid_t other = 0;
    std::thread thread([&] {
        other = own_tid();
        alive.arrive_and_wait();
        may_end.arrive_and_wait();
    });
    alive.arrive_and_wait();
    const auto by_leader = threads_of(::getpid());
    const auto by_other = threads_of(other);
    may_end.arrive_and_wait();
    thread.join();
    EXPECT_EQ(by_leader, by_other);
    EXPECT_NE(std::find(by_leader.begin(), by_leader.end(), ::getpid()), by_leader.end());
    EXPECT_NE(std::find(by_leader.begin(), by_leader.end(), other), by_leader.end());
}

TEST(StatusOf, KnowsProcessParentAndUser) {
    const Sleeper sleeper;
    const auto status = status_of(sleeper.pid());
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ(status->process, sleeper.pid());
    EXPECT_EQ(status->parent, ::getpid());
    EXPECT_EQ(status->tracer, 0);
    EXPECT_EQ(status->uid, ::getuid());
}

TEST(StatusOf, AThreadHasTheProcessOfItsLeader) {
    std::thread([] {
        const auto status = status_of(own_tid());
        ASSERT_TRUE(status.has_value());
        EXPECT_NE(own_tid(), ::getpid());
        EXPECT_EQ(status->process, ::getpid());
    }).join();
}

TEST(StatusOf, KnowsTheSignalsThatAreBlocked) {
    std::thread([] {
        sigset_t mask;
        ::sigemptyset(&mask);
        ::sigaddset(&mask, SIGUSR1);
        ::sigaddset(&mask, 64);
        ::pthread_sigmask(SIG_SETMASK, &mask, nullptr);
        const auto status = status_of(own_tid());
        ASSERT_TRUE(status.has_value());
        EXPECT_EQ(status->blocked, std::uint64_t{1} << 63 | std::uint64_t{1} << (SIGUSR1 - 1));
    }).join();
}

TEST(StatusOf, KnowsTheSignalsThatAProcessHasQueuedHandlesAndIgnores) {
    const pid_t child = ::fork();
    if (child == 0) {
        const auto bit = [](int signal) { return std::uint64_t{1} << (signal - 1); };
        sigset_t mask;
        ::sigemptyset(&mask);
        ::sigaddset(&mask, SIGUSR2);
        ::pthread_sigmask(SIG_BLOCK, &mask, nullptr);
        ::signal(SIGUSR1, SIG_IGN);
        ::signal(SIGWINCH, [](int) {});
        ::kill(::getpid(), SIGUSR2);
        const auto status = status_of(::getpid());
        const bool right = status && status->queued == bit(SIGUSR2) && (status->ignored & bit(SIGUSR1)) != 0 &&
                           (status->handled & bit(SIGWINCH)) != 0 && (status->handled & bit(SIGUSR1)) == 0;
        ::_exit(right ? 0 : 1);
    }
    int status = -1;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}

TEST(StatusOf, NamesTheTracer) {
    const Sleeper sleeper;
    ASSERT_EQ(::ptrace(PTRACE_SEIZE, sleeper.pid(), nullptr, nullptr), 0);
    const auto status = status_of(sleeper.pid());
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ(status->tracer, own_tid());
}

TEST(StatusOf, ANameThatLooksLikeAFieldFoolsNobody) {
    std::thread([] {
        ::prctl(PR_SET_NAME, "a\nTgid:\t1");
        const auto status = status_of(own_tid());
        ASSERT_TRUE(status.has_value());
        EXPECT_EQ(status->process, ::getpid());
    }).join();
}

TEST(CommOf, IsTheNameOfTheThread) {
    std::thread([] {
        ::prctl(PR_SET_NAME, "fifteen letters and more");
        EXPECT_EQ(comm_of(own_tid()), "fifteen letters");
        ::prctl(PR_SET_NAME, "");
        EXPECT_EQ(comm_of(own_tid()), "");
    }).join();
}

TEST(CommOf, KeepsLineEndsAndBlanksOfAName) {
    std::thread([] {
        ::prctl(PR_SET_NAME, "a\nb \n");
        EXPECT_EQ(comm_of(own_tid()), "a\nb \n");
    }).join();
}

TEST(FdPath, OfAFileIsItsPathAndSaysWhenItIsDeleted) {
    const tests::Scratch scratch;
    const std::string path = std::filesystem::canonical(scratch.write("file", "text"));
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    EXPECT_EQ(fd_path(::getpid(), file.get()), path);
    std::filesystem::remove(path);
    EXPECT_EQ(fd_path(::getpid(), file.get()), path + " (deleted)");
}

TEST(FdPath, OfASocketIsItsInode) {
    const UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    struct stat status {};
    ASSERT_EQ(::fstat(socket.get(), &status), 0);
    EXPECT_EQ(fd_path(::getpid(), socket.get()), "socket:[" + std::to_string(status.st_ino) + "]");
}

TEST(FdPath, OfADescriptorThatIsNotOpenIsNothing) {
    int fd = -1;
    {
        const UniqueFd file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        fd = file.get();
    }
    EXPECT_EQ(fd_path(::getpid(), fd), std::nullopt);
    EXPECT_EQ(fd_path(::getpid(), -1), std::nullopt);
}

TEST(CwdOf, IsTheWorkingDirectoryOfTheOther) {
    const Sleeper sleeper;
    EXPECT_EQ(cwd_of(sleeper.pid()), std::filesystem::current_path().string());
}

TEST(ExeOf, IsTheFileOfTheProgram) { EXPECT_EQ(exe_of(::getpid()), std::filesystem::read_symlink("/proc/self/exe").string()); }

TEST(CommandLineOf, HasANulBehindEachArgument) {
    const std::string line = command_line_of(::getpid());
    EXPECT_TRUE(line.find("test_core_procfs") != std::string::npos && line.ends_with('\0')) << line;
}

TEST(Procfs, OfWhoIsGoneEverythingIsEmpty) {
    const pid_t tid = gone();
    EXPECT_TRUE(threads_of(tid).empty());
    EXPECT_EQ(status_of(tid).has_value(), false);
    EXPECT_EQ(comm_of(tid), "");
    EXPECT_EQ(fd_path(tid, 0), std::nullopt);
    EXPECT_EQ(cwd_of(tid), std::nullopt);
    EXPECT_EQ(exe_of(tid), std::nullopt);
    EXPECT_EQ(command_line_of(tid), "");
}

TEST(PtraceScope, IsYamasModeWhereThereIsYama) {
    const auto mode = ptrace_scope();
    ASSERT_EQ(mode.has_value(), std::filesystem::exists("/proc/sys/kernel/yama/ptrace_scope"));
    if (mode) {
        EXPECT_GE(*mode, 0);
        EXPECT_LE(*mode, 3);
    }
}

TEST(HasUserFaults, WhereADescriptorIsOpenOrMemoryIsRegistered) {
    EXPECT_FALSE(has_user_faults(::getpid()));
    const UniqueFd faults(static_cast<int>(::syscall(SYS_userfaultfd, O_CLOEXEC)));
    if (!faults) {
        GTEST_SKIP() << "not for us: vm.unprivileged_userfaultfd";
    }
    EXPECT_TRUE(has_user_faults(::getpid()));
}

TEST(HasUserFaults, IsNotSoOfAProcessThatIsGone) { EXPECT_FALSE(has_user_faults(gone())); }

TEST(TimeOnCpu, GrowsWhileAThreadRunsAndIsNoneOfWhatIsGone) {
    const auto before = time_on_cpu(own_tid());
    ASSERT_TRUE(before.has_value());
    while (*time_on_cpu(own_tid()) == *before) {
    }
    EXPECT_GT(*time_on_cpu(own_tid()), *before);
    EXPECT_EQ(time_on_cpu(0x7fffffff), std::nullopt);
}

}  // namespace
}  // namespace troupe::procfs
