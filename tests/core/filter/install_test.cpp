#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "troupe/core/filter.hpp"
#include "troupe/core/park.hpp"

namespace troupe {
namespace {

Lanes lanes_for(std::uint32_t number) {
    Subscription wanted;
    wanted.add({Abi::x86_64, number}, {.entry = true, .exit = false});
    return Lanes(wanted);
}

/// Runs `body` in a process of its own, because a filter never goes away. What it returns is the exit status: 0 is success.
template <typename Body>
int status_of(Body body) {
    const pid_t child = fork();
    if (child == 0) syscall(SYS_exit_group, body());  // not _exit: a sanitizer would make calls of its own there
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

TEST(InstallFilter, TheKernelStopsWhatIsWantedAndNothingElse) {
    FilterProgram program = compile(lanes_for(SYS_getppid));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    EXPECT_EQ(status_of([&] {
                  if (install_filter(whole) != 0) return 1;
                  // Without a tracer, the kernel answers a call that should stop with ENOSYS.
                  if (syscall(SYS_getppid) != -1 || errno != ENOSYS) return 2;
                  if (syscall(SYS_getpid) <= 0) return 3;
                  if (syscall(1500) != -1 || errno != ENOSYS) return 4;
                  return 0;
              }),
              0);
}

TEST(InstallFilter, AParkedTraceeSleepsAlthoughPauseIsWanted) {
    FilterProgram program = compile(lanes_for(SYS_pause));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    EXPECT_EQ(status_of([&] {
                  if (install_filter(whole) != 0) return 1;
                  if (syscall(SYS_pause, 0) != -1 || errno != ENOSYS) return 2;
                  signal(SIGALRM, [](int) {});
                  const itimerval soon{{0, 1000}, {0, 1000}};
                  setitimer(ITIMER_REAL, &soon, nullptr);
                  if (syscall(SYS_pause, parking_cookie) != -1 || errno != EINTR) return 3;
                  return 0;
              }),
              0);
}

TEST(InstallFilter, TheKernelFailsACallWithAFixedErrorByItself) {
    FilterProgram program = compile(Lanes({}, {{{Abi::x86_64, SYS_getppid}, EIO}, {{Abi::x86_64, SYS_getsid}, 511}}));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    EXPECT_EQ(status_of([&] {
                  if (install_filter(whole) != 0) return 1;
                  if (syscall(SYS_getppid) != -1 || errno != EIO) return 2;
                  if (syscall(SYS_getsid, 0) != -1 || errno != 511) return 3;
                  return syscall(SYS_getpid) > 0 ? 0 : 4;
              }),
              0);
}

TEST(InstallFilter, TheKernelComparesArguments) {
    Subscription wanted;
    wanted.add({Abi::x86_64, SYS_getsid}, {.entry = true, .exit = false}, {{{0, ~0ULL, {{7, 9}, {1ULL << 32U, (1ULL << 32U) + 5}}}}});
    FilterProgram program = compile(Lanes(wanted));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    EXPECT_EQ(status_of([&] {
                  if (install_filter(whole) != 0) return 1;
                  for (const std::uint64_t stops : {7ULL, 9ULL, 1ULL << 32U, (1ULL << 32U) + 5}) {
                      if (syscall(SYS_getsid, stops) != -1 || errno != ENOSYS) return 2;
                  }
                  for (const std::uint64_t passes : {0ULL, 6ULL, 10ULL, (1ULL << 32U) + 6, 2ULL << 32U}) {
                      if (syscall(SYS_getsid, passes) == -1 && errno == ENOSYS) return 3;
                  }
                  return 0;
              }),
              0);
}

TEST(InstallFilter, TheKernelTakesTheLongestProgram) {
    Subscription wanted;
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 1; number < 1024; number += 2) {
            if (abi != Abi::x86_64 || (number != SYS_write && number != SYS_exit_group))
                wanted.add({abi, number}, {.entry = true, .exit = false});
        }
    }
    FilterProgram program = compile(Lanes(wanted));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    ASSERT_EQ(SYS_getpid % 2, 1);
    ASSERT_EQ(SYS_getppid % 2, 0);
    EXPECT_EQ(status_of([&] {
                  if (install_filter(whole) != 0) return 1;
                  if (syscall(SYS_getpid) != -1 || errno != ENOSYS) return 2;
                  return syscall(SYS_getppid) > 0 ? 0 : 3;
              }),
              0);
}

TEST(InstallFilter, GivesUpNewPrivilegesOnlyWhereTheKernelInsists) {
    FilterProgram program = compile(lanes_for(SYS_getppid));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    if (geteuid() == 0) {
        EXPECT_EQ(status_of([&] { return install_filter(whole) != 0 || prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 0 ? 1 : 0; }), 0);
    }
    EXPECT_EQ(status_of([&] {
                  constexpr uid_t nobody = 65534;
                  if (geteuid() == 0 && setresuid(nobody, nobody, nobody) != 0) return 1;
                  if (install_filter(whole) != 0) return 2;
                  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) return 3;
                  return syscall(SYS_getppid) == -1 && errno == ENOSYS ? 0 : 4;
              }),
              0);
}

TEST(InstallFilter, SaysWhatTheKernelDoesNotLike) { EXPECT_EQ(install_filter(sock_fprog{0, nullptr}), EINVAL); }

TEST(FiltersWork, UntilAFilterForbidsThem) {
    EXPECT_TRUE(filters_work());
    FilterProgram program = compile(lanes_for(SYS_seccomp));
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    EXPECT_EQ(status_of([&] { return install_filter(whole) == 0 && !filters_work() ? 0 : 1; }), 0);
}

}  // namespace
}  // namespace troupe
