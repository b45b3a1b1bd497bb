#include "actors/thread.hpp"

#include <gtest/gtest.h>
#include <pthread.h>

#include <array>
#include <csignal>

#include "tests/actors/asker.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

TEST(StartThread, GivesItItsName) {
    std::string name;
    start_thread("worker 12", [&] { name = procfs::comm_of(tests::own_tid()); }).value().join();
    EXPECT_EQ(name, "worker 12");
}

TEST(StartThread, RunsItBesideItsMakerAndNotInItsPlace) {
    pid_t tid = 0;
    start_thread("other", [&] { tid = tests::own_tid(); }).value().join();
    EXPECT_NE(tid, 0);
    EXPECT_NE(tid, tests::own_tid());
}

TEST(StartThread, BlocksAllSignalsInItAndNoneInItsMaker) {
    sigset_t before;
    sigset_t inside;
    sigset_t after;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &before);
    start_thread("deaf", [&] { ::pthread_sigmask(SIG_SETMASK, nullptr, &inside); }).value().join();
    ::pthread_sigmask(SIG_SETMASK, nullptr, &after);
    for (int signal = 1; signal <= SIGRTMAX; ++signal) {
        EXPECT_EQ(::sigismember(&after, signal), ::sigismember(&before, signal)) << signal;
        const bool cannot_be = signal == SIGKILL || signal == SIGSTOP || (signal > SIGSYS && signal < SIGRTMIN);
        EXPECT_EQ(::sigismember(&inside, signal) == 1, !cannot_be) << signal;
    }
}

TEST(StartThread, KeepsASignalThatItsMakerBlocksBlocked) {
    sigset_t blocked;
    sigset_t before;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGUSR2);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
    start_thread("deaf", [] {}).value().join();
    sigset_t after;
    ::pthread_sigmask(SIG_SETMASK, &before, &after);
    EXPECT_EQ(::sigismember(&after, SIGUSR2), 1);
}

}  // namespace
}  // namespace troupe
