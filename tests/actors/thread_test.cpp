#include "actors/thread.hpp"

#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string>

#include "tests/actors/asker.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

TEST(StartThread, GivesItItsName) {
    std::string name;
    start_thread("worker 12", [&] { name = procfs::comm_of(tests::own_tid()); }).value().join();
    EXPECT_EQ(name, "worker 12");
}

TEST(StartThread, ItsStackIsDeepAndGoesWithIt) {
    char* inside = nullptr;
    const auto body = [&] {
        constexpr std::size_t deep = std::size_t{3} << 19U;  // 1.5 MiB
        std::array<volatile char, deep> used;
        used[0] = 1;
        inside = const_cast<char*>(used.data());
    };
    start_thread("deep", body).value().join();
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    unsigned char resident = 0;
    // Nothing is made dereferenceable by this: the address is only asked about.
    void* const its_page = reinterpret_cast<void*>(reinterpret_cast<std::uintptr_t>(inside) / page * page);
    EXPECT_EQ(::mincore(its_page, page, &resident), -1);
    EXPECT_EQ(errno, ENOMEM);
}

TEST(StartThread, RunsItBesideItsParentAndNotInItsPlace) {
    pid_t tid = 0;
    start_thread("other", [&] { tid = tests::own_tid(); }).value().join();
    EXPECT_NE(tid, 0);
    EXPECT_NE(tid, tests::own_tid());
}

TEST(StartThread, BlocksAllSignalsInItAndNoneInItsParent) {
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

TEST(StartThread, KeepsASignalThatItsParentBlocksBlocked) {
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
