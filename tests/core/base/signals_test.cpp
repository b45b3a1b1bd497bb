#include "troupe/core/signals.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace troupe {
namespace {

bool is_blocked(int signal) {
    sigset_t mask;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    return ::sigismember(&mask, signal) == 1;
}

TEST(AllSignalsBlocked, LastsAsLongAsItLives) {
    EXPECT_FALSE(is_blocked(SIGUSR1));
    {
        const AllSignalsBlocked blocked;
        EXPECT_TRUE(is_blocked(SIGUSR1));
        EXPECT_TRUE(is_blocked(SIGRTMAX));
        errno = ENOENT;
    }
    EXPECT_EQ(errno, ENOENT);
    EXPECT_FALSE(is_blocked(SIGUSR1));
}

TEST(AllSignalsBlocked, LeavesWhatWasBlockedBefore) {
    AllSignalsBlocked outer;
    { const AllSignalsBlocked inner; }
    EXPECT_TRUE(is_blocked(SIGUSR1));
}

TEST(AllSignalsBlocked, StaysWhereItIsKept) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        {
            AllSignalsBlocked blocked;
            blocked.keep();
        }
        ::_exit(is_blocked(SIGTERM) ? 3 : 4);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(pid, &status, 0), pid);
    EXPECT_EQ(WEXITSTATUS(status), 3);
}

TEST(DieOf, EndsUsThoughTheSignalIsBlockedAndIgnored) {
    for (const int signal : {SIGTERM, SIGKILL, SIGPIPE}) {
        const pid_t pid = ::fork();
        if (pid == 0) {
            const AllSignalsBlocked blocked;
            std::signal(signal, SIG_IGN);
            die_of(signal);
            ::_exit(0);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(pid, &status, 0), pid);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << signal;
    }
}

}  // namespace
}  // namespace troupe
