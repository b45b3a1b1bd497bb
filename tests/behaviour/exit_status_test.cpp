// The exit status is the command's own; a death by signal is repeated on ourselves, without a core file of ours.

#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class ExitStatus : public testing::TestWithParam<Configuration> {
 protected:
    Outcome trace(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"-o", scratch_.path("trace")});
        return run(troupe(GetParam(), std::move(arguments)));
    }
    [[nodiscard]] std::string text() const { return scratch_.read("trace"); }
    [[nodiscard]] bool follows() const { return GetParam().options.front() == "-f"; }

    Scratch scratch_;
};

TEST_P(ExitStatus, OfTheCommandIsOurs) {
    for (const char* code : {"0", "1", "7", "99", "126", "127", "128", "255"}) {
        const Outcome outcome = trace({tracee("exit_code"), code});
        EXPECT_TRUE(outcome.exited_with(std::atoi(code))) << outcome.text();
        EXPECT_EQ(outcome.err, "");
        EXPECT_TRUE(contains(text(), std::string("+++ exited with ") + code + " +++\n")) << text();
        EXPECT_TRUE(contains(text(), std::string("exit_group(") + code + ")")) << text();
    }
}

TEST_P(ExitStatus, OfA32BitCommandIsOurs) { EXPECT_TRUE(trace({tracee("exit_code_32"), "41"}).exited_with(41)); }

TEST_P(ExitStatus, ComesFromExitGroupInAnotherThread) { EXPECT_TRUE(trace({tracee("exit_code"), "42", "thread"}).exited_with(42)); }

TEST_P(ExitStatus, IsTheLeadersWhenThreadsExitOneByOne) {
    const Outcome outcome = trace({tracee("exit_code"), "43", "each"});
    EXPECT_TRUE(outcome.exited_with(43)) << outcome.text();
    EXPECT_EQ(lines_matching(text(), "\\+\\+\\+ exited with 43 \\+\\+\\+$").size(), 1U) << text();
    EXPECT_EQ(lines_matching(text(), "\\+\\+\\+ exited with 11 \\+\\+\\+$").size(), follows() ? 1U : 0U) << text();
}

// Since Linux 6.0 the last thread that enters exit(2) sets the status of the whole process, as exit_group does: a thread that ended with 11
// and is not reaped by then is reported with 43 as well. With a filter of ours tracees run while we are stopped, which makes us that late.
TEST_P(ExitStatus, OfAThreadThatIsReapedLateIsToldOnce) {
    if (!GetParam().has_filter()) {
        return;
    }
    const Outcome outcome = trace({"-e", "trace=uname", tracee("exit_code"), "43", "unseen"});
    EXPECT_TRUE(outcome.exited_with(43)) << outcome.text();
    EXPECT_EQ(lines_matching(text(), "\\+\\+\\+ exited with (11|43) \\+\\+\\+$").size(), 2U) << text();
}

TEST_P(ExitStatus, OfAChildDoesNotMatter) {
    const Outcome outcome = trace({"/bin/sh", "-c", "sh -c 'exit 9'; sh -c 'kill -9 $$'; exit 3"});
    EXPECT_TRUE(outcome.exited_with(3)) << outcome.text();
}

TEST_P(ExitStatus, DeathBySignalIsRepeatedForEachSignalThatKills) {
    for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE,
                             SIGALRM, SIGTERM, SIGXCPU, SIGSYS, SIGRTMIN, SIGRTMAX}) {
        const Outcome outcome = trace({tracee("die"), "raise", std::to_string(number)});
        EXPECT_TRUE(outcome.killed_by(number)) << "signal " << number << "\n" << outcome.text();
        EXPECT_EQ(outcome.out, "about to die\n");
        EXPECT_TRUE(contains(text(), "+++ killed by SIG")) << text();
    }
}

TEST_P(ExitStatus, DeathIsRepeatedFromEveryState) {
    for (const char* state : {"blocked", "threads", "leaderless", "handler", "grandchild"}) {
        for (const int number : {SIGKILL, SIGTERM, SIGSEGV}) {
            if (number == SIGKILL && std::string(state) == "handler") {
                continue;
            }
            for (const char* program : {"die", "die_32"}) {
                const Outcome outcome = trace({tracee(program), state, std::to_string(number)});
                EXPECT_TRUE(outcome.killed_by(number)) << state << " " << number << "\n" << outcome.text();
            }
        }
    }
}

TEST_P(ExitStatus, EveryThreadOfAKilledProcessSaysSo) {
    EXPECT_TRUE(trace({tracee("die"), "threads", "9"}).killed_by(SIGKILL));
    EXPECT_EQ(lines_matching(text(), "\\+\\+\\+ killed by SIGKILL \\+\\+\\+$").size(), follows() ? 9U : 1U) << text();
}

TEST_P(ExitStatus, AFaultDumpsTheTraceesCoreAndNotOurs) {
    Command command = troupe(GetParam(), {"-o", scratch_.path("trace"), tracee("die"), "fault"});
    command.core_files = true;
    command.folder = scratch_.folder();
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.killed_by(SIGSEGV)) << outcome.text();
    EXPECT_FALSE(outcome.ending.core);
    EXPECT_TRUE(contains(text(), "--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x10} ---")) << text();
    EXPECT_FALSE(lines_matching(text(), "\\+\\+\\+ killed by SIGSEGV( \\(core dumped\\))? \\+\\+\\+$").empty()) << text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, ExitStatus, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
