#include "troupe/core/lines.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

TEST(Lines, EndsOfTracees) {
    EXPECT_EQ(exited_line(0), "+++ exited with 0 +++");
    EXPECT_EQ(exited_line(255), "+++ exited with 255 +++");
    EXPECT_EQ(killed_line("SIGKILL", false), "+++ killed by SIGKILL +++");
    EXPECT_EQ(killed_line("SIGSEGV", true), "+++ killed by SIGSEGV (core dumped) +++");
    EXPECT_EQ(superseded_line(123), "+++ superseded by execve in pid 123 +++");
}

TEST(Lines, Signals) {
    EXPECT_EQ(signal_line("SIGCONT", "{si_signo=SIGCONT, si_code=SI_USER, si_pid=1, si_uid=0}"),
              "--- SIGCONT {si_signo=SIGCONT, si_code=SI_USER, si_pid=1, si_uid=0} ---");
    EXPECT_EQ(stopped_line("SIGSTOP"), "--- stopped by SIGSTOP ---");
}

TEST(Lines, MessagesBeginWithTheNameThatWeWereCalledBy) {
    EXPECT_EQ(attached_message(123), "Process 123 attached");
    EXPECT_EQ(attached_message(123, 1), "Process 123 attached");
    EXPECT_EQ(attached_message(123, 2), "Process 123 attached with 2 threads");
    EXPECT_EQ(detached_message(7), "Process 7 detached");
}

}  // namespace
}  // namespace troupe
