// Options that change what is traced, printed or run.

#include <gtest/gtest.h>
#include <pwd.h>
#include <signal.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

std::string trace_of(std::vector<std::string> arguments, int status = 0) {
    const Outcome outcome = run_troupe(std::move(arguments));
    EXPECT_TRUE(outcome.exited_with(status)) << outcome.text();
    return outcome.err;
}

void expect_refused(std::vector<std::string> arguments, const std::string& reason) {
    const Outcome outcome = run_troupe(std::move(arguments));
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(contains(outcome.err, reason)) << reason << "\n" << outcome.text();
}

TEST(Options, EnvironmentVariablesAreSetAndUnset) {
    Command command = troupe({"-o", "/dev/null", "-E", "ADDED=new value", "--env=CHANGED=2", "-E", "REMOVED", tracee("environment")});
    command.variables = {"CHANGED=1", "REMOVED=1"};
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(contains(outcome.out, "variable: ADDED=new value\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "variable: CHANGED=2\n")) << outcome.text();
    EXPECT_FALSE(contains(outcome.out, "CHANGED=1")) << outcome.text();
    EXPECT_FALSE(contains(outcome.out, "REMOVED")) << outcome.text();
}

TEST(Options, ACommandRunsAsAnotherUser) {
    const passwd* nobody = ::getpwnam("nobody");
    ASSERT_NE(nobody, nullptr);
    const std::string uid = std::to_string(nobody->pw_uid);
    const std::string gid = std::to_string(nobody->pw_gid);
    const std::string expected = "user: " + uid + " " + uid + ", group: " + gid + " " + gid + "\n";
    for (const Configuration& configuration : configurations()) {
        Command command = troupe(configuration, {"-o", "/dev/null", "-u", "nobody", tracee("environment")});
        command.folder = "/";
        const Outcome outcome = run(std::move(command));
        EXPECT_TRUE(outcome.exited_with(0)) << configuration.name << outcome.text();
        EXPECT_TRUE(contains(outcome.out, expected)) << configuration.name << outcome.text();
        EXPECT_TRUE(contains(outcome.out, "NoNewPrivs:\t0\n")) << configuration.name << outcome.text();
    }
}

TEST(Options, AnUnknownUserIsRefused) { expect_refused({"-u", "no-such-user", "/bin/echo", "started"}, "no-such-user"); }

TEST(Options, StringsEndWhereTheLimitSays) {
    EXPECT_TRUE(contains(trace_of({"-s", "5", "-e", "trace=write", "/bin/echo", "0123456789"}), "write(1, \"01234\"..., 11) "))
        << "limit 5";
    EXPECT_TRUE(contains(trace_of({"-s", "0", "-e", "trace=write", "/bin/echo", "0123456789"}), "write(1, \"\"..., 11) ")) << "limit 0";
    EXPECT_TRUE(contains(trace_of({"-s", "11", "-e", "trace=write", "/bin/echo", "0123456789"}), "write(1, \"0123456789\\n\", 11) "));
    EXPECT_TRUE(contains(trace_of({"-e", "trace=write", "/bin/echo", "0123456789012345678901234567890123456789"}),
                         "write(1, \"01234567890123456789012345678901\"..., 41) "));
    expect_refused({"-s", "-1", "/bin/true"}, "-1");
    expect_refused({"-s", "many", "/bin/true"}, "many");
}

TEST(Options, SetsOfSyscallsChooseWhatIsPrinted) {
    const std::string program = tracee("call_results");
    EXPECT_EQ(lines_of(trace_of({"-e", "none", program})), std::vector<std::string>({"+++ exited with 0 +++"}));
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=getsid,umask,?no_such_call", program})).size(), 3U);
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=/^(getsid|getpgid)$", program})).size(), 3U);
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=124", program})).size(), 2U) << "124 is getsid";
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=getsid@64", program})).size(), 2U);
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=getsid@32", program})).size(), 1U);
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=getsid", "-e", "trace=umask", program})).size(), 2U) << "a later set replaces the earlier";
    const std::string all = trace_of({program});
    const std::string but_one = trace_of({"-e", "trace=!getsid", program});
    EXPECT_EQ(lines_of(but_one).size() + 1, lines_of(all).size());
    EXPECT_FALSE(contains(but_one, "getsid("));
    EXPECT_EQ(lines_of(trace_of({"-e", "trace=all", program})).size(), lines_of(all).size());
    const std::string files = trace_of({"-e", "trace=%file", program});
    EXPECT_TRUE(contains(files, "access(\"/dev/null\", R_OK)")) << files;
    EXPECT_TRUE(contains(files, "execve(")) << files;
    EXPECT_FALSE(contains(files, "close(")) << files;
    EXPECT_FALSE(contains(files, "getsid(")) << files;
}

TEST(Options, NumbersThatNoTableKnowsArePrintedWhateverIsTraced) {
    for (const char* seccomp : {"--seccomp-bpf=auto", "--seccomp-bpf=off"}) {
        const std::string lines = trace_of({"-f", seccomp, "-e", "trace=none", tracee("unknown_call")});
        EXPECT_EQ(lines_matching(lines, "^syscall_0x[0-9a-f]+\\(.*\\) += -1 ENOSYS \\(Function not implemented\\)$").size(), 1U) << lines;
        EXPECT_EQ(lines_of(lines).size(), 2U) << lines;
    }
}

TEST(Options, AnUnknownSyscallIsRefusedWithTheNearestName) {
    expect_refused({"-e", "trace=opnat", "/bin/echo", "started"}, "invalid system call 'opnat'");
    expect_refused({"-e", "trace=opnat", "/bin/echo", "started"}, "openat");
    expect_refused({"-e", "trace=%fil", "/bin/echo", "started"}, "%file");
    expect_refused({"-e", "trace=/(", "/bin/echo", "started"}, "(");
}

TEST(Options, AnUnknownSignalIsRefusedWithTheNearestName) {
    expect_refused({"-e", "signal=SIGURS1", "/bin/echo", "started"}, "SIGURS1");
    expect_refused({"-e", "signal=SIGURS1", "/bin/echo", "started"}, "SIGUSR1");
}

TEST(Options, SetsOfSignalsChooseWhatIsPrinted) {
    const std::string program = tracee("counted_signals");
    EXPECT_EQ(lines_matching(trace_of({"-e", "none", program, "3"}), "^--- ").size(), 3U + 1 + 3);
    EXPECT_EQ(lines_matching(trace_of({"-e", "none", "-e", "signal=none", program, "3"}), "^--- ").size(), 0U);
    EXPECT_EQ(lines_matching(trace_of({"-e", "none", "-e", "signal=USR1", program, "3"}), "^--- SIGUSR1 ").size(), 4U);
    EXPECT_EQ(lines_matching(trace_of({"-e", "none", "--signals=!SIGUSR1", program, "3"}), "^--- SIGRT_5 ").size(), 3U);
    const Outcome killed = run_troupe({"-e", "none", "-e", "signal=none", tracee("die"), "raise", "15"});
    EXPECT_TRUE(killed.killed_by(SIGTERM)) << killed.text();
    EXPECT_EQ(killed.err, "") << "signal= governs the last line too";
}

TEST(Options, QuietHidesWhatItSays) {
    const std::string program = tracee("getppid_threads");
    const std::string loud = trace_of({"-f", "-e", "none", program, "1", "1"});
    EXPECT_EQ(lines_matching(loud, "Process [0-9]+ attached$").size(), 1U) << loud;
    EXPECT_EQ(lines_matching(loud, "exited with 0").size(), 2U) << loud;
    const std::string quiet = trace_of({"-f", "-q", "-e", "none", program, "1", "1"});
    EXPECT_EQ(lines_matching(quiet, "attached$").size(), 0U) << quiet;
    EXPECT_EQ(lines_matching(quiet, "exited with 0").size(), 2U) << quiet;
    EXPECT_EQ(trace_of({"-f", "-qq", "-e", "none", program, "1", "1"}), "");
}

TEST(Options, HelpAndVersionGoToStdout) {
    for (const char* option : {"-h", "--help"}) {
        const Outcome outcome = run_troupe({option});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(outcome.err, "");
        for (const char* word : {"--script", "--follow-forks", "--trace", "--output", "--attach", "--seccomp-bpf", "--workers", "--jit"}) {
            EXPECT_TRUE(contains(outcome.out, word)) << word << "\n" << outcome.out;
        }
    }
    for (const char* option : {"-V", "--version"}) {
        const Outcome outcome = run_troupe({option});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_TRUE(contains(outcome.out, "troupe")) << outcome.text();
        EXPECT_EQ(outcome.err, "");
    }
}

TEST(Options, UsageErrorsEndWithStatus1) {
    expect_refused({}, "troupe");
    expect_refused({"--no-such-option", "/bin/true"}, "no-such-option");
    expect_refused({"-e", "nonsense=1", "/bin/true"}, "nonsense");
    expect_refused({"--workers=none", "/bin/true"}, "none");
    expect_refused({"--workers=0", "/bin/true"}, "0");
    expect_refused({"--seccomp-bpf=perhaps", "/bin/true"}, "perhaps");
    expect_refused({"--jit=perhaps", "/bin/true"}, "perhaps");
    expect_refused({"-o"}, "requires an argument -- 'o'");
}

TEST(Options, OfLaterVersionsAreRefusedByName) { expect_refused({"--seed=1", "/bin/echo", "started"}, "seed"); }

TEST(Options, EndAtTheCommand) {
    const Outcome outcome = run_troupe({"-o", "/dev/null", "/bin/echo", "-f", "--help", "-o"});
    EXPECT_EQ(outcome.out, "-f --help -o\n");
}

TEST(Options, AnAbbreviatedLongOptionWorks) {
    const Outcome outcome = run_troupe({"--foll", "--output=/dev/null", "--string-l=4", "/bin/echo", "short"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "short\n");
}

}  // namespace
}  // namespace troupe::tests
