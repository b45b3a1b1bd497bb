// A tracee that makes calls soon after each other is kept on the CPU of its worker: a wake-up that crosses CPUs costs more than all else of
// a stop together.

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/behaviour/troupe_command.hpp"

namespace troupe::tests {
namespace {

/// The command, too: before its execve we set its CPUs and its priority in calls of its own, which are not those of a program.
TEST(CoLocation, KeepsTheCommandOnOneCpuAndDoesNotShow) {
    if (slow_build || ::sysconf(_SC_NPROCESSORS_ONLN) < 2) {
        GTEST_SKIP() << "takes two CPUs, and calls as soon after each other as in a build for users";
    }
    for (const char* workers : {"--workers=1", "--workers=2"}) {
        for (const char* filter : {"--seccomp-bpf=auto", "--seccomp-bpf=off"}) {
            const Outcome outcome = run(troupe({"-f", workers, filter, "-o", "/dev/null", tracee("kept_command")}));
            EXPECT_TRUE(outcome.exited_with(0)) << workers << ' ' << filter << '\n' << outcome.text();
            EXPECT_EQ(outcome.out, "kept\n");
        }
    }
}

}  // namespace
}  // namespace troupe::tests
