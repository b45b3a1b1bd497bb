#include <unistd.h>

#include <algorithm>
#include <sstream>

#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

TEST(Usage, ACommandOrAProcessIsNeeded) {
    const Words refusal = {"troupe: must have PROG [ARGS] or -p PID", try_help};
    EXPECT_EQ(refusal_of({}), refusal);
    EXPECT_EQ(refusal_of({"-f", "-o", "trace"}), refusal);
    EXPECT_EQ(refusal_of({"-l", "x.lua"}), refusal);
    EXPECT_EQ(refusal_of({"-p", ""}), refusal);
    EXPECT_EQ(refusal_of({"-u", "root"}), refusal);
}

TEST(Usage, UnknownOptionsAreRefused) {
    EXPECT_EQ(refusal_of({"-Q"}), (Words{"troupe: invalid option -- 'Q'", try_help}));
    EXPECT_EQ(refusal_of({"-fQ", "true"}), (Words{"troupe: invalid option -- 'Q'", try_help}));
    EXPECT_EQ(reason_of({"-\xe9", "true"}), "troupe: invalid option -- '\xe9'");
    EXPECT_EQ(refusal_of({"--nosuch=x", "true"}), (Words{"troupe: unrecognized option '--nosuch=x'", try_help}));
}

TEST(Usage, AmbiguousAbbreviationsAreRefusedWithThePossibilities) {
    const auto lines = refusal_of({"--trac", "close"});
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], "troupe: option '--trac' is ambiguous; possibilities: '--trace' '--trace-fds' '--trace-fd' '--trace-path'");
    EXPECT_EQ(lines[1], try_help);
    EXPECT_TRUE(reason_of({"--trac=close", "true"}).starts_with("troupe: option '--trac=close' is ambiguous; possibilities: '--trace' "));
}

TEST(Usage, MissingValuesAreRefused) {
    EXPECT_EQ(refusal_of({"-s"}), (Words{"troupe: option requires an argument -- 's'", try_help}));
    EXPECT_EQ(refusal_of({"--string-limit"}), (Words{"troupe: option '--string-limit' requires an argument", try_help}));
    EXPECT_EQ(refusal_of({"--w"}), (Words{"troupe: option '--write' requires an argument", try_help}));
}

TEST(Usage, ValuesThatNobodyAskedForAreRefused) {
    EXPECT_EQ(refusal_of({"--follow-forks=1", "true"}), (Words{"troupe: option '--follow-forks' doesn't allow an argument", try_help}));
}

TEST(Usage, ALetterAndItsLongNameTogetherAreFatalForFollowAndQuiet) {
    const std::string forks = "troupe: -f and --follow-forks cannot be provided simultaneously";
    EXPECT_EQ(refusal_of({"-f", "--follow-forks", "true"}), Words{forks});
    EXPECT_EQ(refusal_of({"--follow-forks", "-f", "true"}), Words{forks});
    const std::string quiet = "troupe: -q and -e quiet/--quiet cannot be provided simultaneously";
    EXPECT_EQ(refusal_of({"-q", "--quiet=exit", "true"}), Words{quiet});
    EXPECT_EQ(refusal_of({"-e", "silence=exit", "-qq", "true"}), Words{quiet});
    EXPECT_EQ(with({"-s", "1", "--string-limit=2"}).engine.printing.style.string_limit, 2u);
}

TEST(Usage, FollowTwiceAndSeparateOutputTogetherAreFatal) {
    EXPECT_EQ(refusal_of({"-ff", "--output-separately", "true"}),
              Words{"troupe: -ff and --output-separately cannot be provided simultaneously"});
}

TEST(Usage, ProcessIdsAreNumbersAboveZero) {
    for (const std::string bad : {"x", "0", "-1", "0x5", "99999999999", "1.5"}) {
        EXPECT_EQ(refusal_of({"-p", "1," + bad}), Words{"troupe: Invalid process id: '" + bad + "'"});
    }
}

TEST(Usage, BetweenTwoSeparatorsOfProcessesThereIsOne) {
    for (const std::string list : {",", " ", ",1", "1,,2", "1, 2", "\n1", "1,,"}) {
        EXPECT_EQ(reason_of({"-p", list}), "troupe: Invalid process id: ''") << list;
    }
    EXPECT_EQ(reason_of({"-p", ""}), "troupe: must have PROG [ARGS] or -p PID");
}

TEST(Usage, NumbersOfOptionsStandBehindBlanksAndASign) {
    EXPECT_EQ(with({"-s", " 7"}).engine.printing.style.string_limit, 7U);
    EXPECT_EQ(with({"-a", "+7"}).engine.output.column, 7U);
    EXPECT_EQ(with({"-I", " +3"}).engine.leave_signals_to_command, true);
    EXPECT_EQ(with({"-c", "-O", " 1ms"}).engine.summary.overhead, std::chrono::milliseconds(1));
    EXPECT_TRUE(with({"-e", "read= +3"}).engine.printing.dumped.read.contains(3));
    for (const std::string bad : {"-1", "5", "0", "1 ", "++1", ""}) {
        EXPECT_EQ(reason_of({"-I", bad, "true"}), "troupe: invalid -I argument: '" + bad + "'");
    }
}

TEST(Usage, OurOwnProcessCannotBeAttached) {
    const auto pid = std::to_string(getpid());
    EXPECT_EQ(reason_of({"-p", "1 " + pid}), "troupe: cannot attach to process " + pid + ": that is troupe itself");
}

TEST(Usage, WordsThatAreNotOnesOfAChoiceAreRefusedWithTheChoice) {
    EXPECT_EQ(reason_of({"--jit=yes", "true"}), "troupe: invalid --jit argument: 'yes' (auto, on or off)");
    EXPECT_EQ(reason_of({"--seccomp-bpf=", "true"}), "troupe: invalid --seccomp-bpf argument: '' (auto, on or off)");
    EXPECT_EQ(reason_of({"--log-level=loud", "true"}),
              "troupe: invalid --log-level argument: 'loud' (trace, debug, info, warning or error)");
}

TEST(Usage, WorkersAreOneOrMore) {
    for (const std::string bad : {"0", "-1", "1025", "", "two"}) {
        EXPECT_EQ(reason_of({"--workers=" + bad, "true"}), "troupe: invalid --workers argument: '" + bad + "' (auto, or 1 to 1024)");
    }
}

TEST(Usage, EmptyNamesAreRefused) { EXPECT_EQ(reason_of({"-l", "", "true"}), "troupe: invalid -l argument: '' (the file of a script)"); }

TEST(Usage, WhatIsNotThereYetIsRefusedByName) {
    EXPECT_EQ(reason_of({"-f", "--seed=1", "true"}).substr(0, 41), "troupe: option '--seed' is not there yet;");
}

TEST(Usage, WordsThatOptionsDoNotKnowAreRefused) {
    EXPECT_EQ(reason_of({"-e", "kvm=all", "true"}), "troupe: invalid -e kvm= argument: 'all'");
    EXPECT_EQ(reason_of({"--kvm=", "true"}), "troupe: invalid -e kvm= argument: ''");
    EXPECT_EQ(reason_of({"--namespace=old", "true"}), "troupe: invalid -e namespace= argument: 'old'");
    EXPECT_EQ(reason_of({"-kkk", "true"}), "troupe: Too many -k's (3), maximum supported -k count is 2");
    EXPECT_EQ(reason_of({"--stack-trace=lines", "true"}), "troupe: invalid --stack-trace argument: 'lines'");
    EXPECT_EQ(reason_of({"--stack-trace-frame-limit=0", "true"}), "troupe: invalid --stack-trace-frame-limit argument: '0'");
}

TEST(Usage, HelpIsAnAnswerAndNothingBehindItIsRead) {
    EXPECT_NE(answer_to({"-h", "--nosuch"}), "");
    EXPECT_EQ(answer_to({"--help"}), answer_to({"-f", "-h"}));
    EXPECT_EQ(answer_to({"--nosuch", "-h"}), "");
}

TEST(Usage, HelpNamesEveryAvailableOptionInItsGroup) {
    const auto help = answer_to({"-h"});
    EXPECT_TRUE(help.starts_with("Usage: troupe [OPTIONS] PROG [ARGS]\n   or: troupe [OPTIONS] -p PID\n"));
    const auto output_group = help.find("\nOutput:\n");
    ASSERT_NE(output_group, std::string::npos);
    EXPECT_GT(help.find("\n  -o FILE, --output=FILE\n"), output_group);
    EXPECT_NE(help.find("\n  -e trace=SET, --trace=SET\n"), std::string::npos);
    EXPECT_NE(help.find("\n  -q, --quiet[=SET]\n"), std::string::npos);
}

TEST(Usage, HelpNamesWhatIsMissing) {
    const auto help = answer_to({"-h"});
    EXPECT_GT(help.find("-D/--daemonize"), help.find("Not there yet"));
}

TEST(Usage, HelpLinesFitATerminal) {
    std::istringstream lines(answer_to({"-h"}));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 80u) << line;
    }
}

TEST(Usage, HelpUsesTheNameItWasCalledBy) {
    const auto read = read_as("/bin/strace", {"-h"});
    ASSERT_TRUE(read);
    EXPECT_TRUE(std::get<Answer>(*read).text.starts_with("Usage: strace "));
}

TEST(Usage, BehindVersionOptionsAreReadAllTheSame) {
    EXPECT_EQ(answer_to({"-V", "-f", "true"}), answer_to({"-V"}));
    EXPECT_EQ(answer_to({"-V", "-h"}), answer_to({"-h"}));
    EXPECT_EQ(reason_of({"-V", "-I", "9"}), "troupe: invalid -I argument: '9'");
    EXPECT_EQ(reason_of({"-V", "-c", "-C"}), "troupe: -c/--summary-only and -C/--summary are mutually exclusive");
}

TEST(Usage, VersionHasTheFormThatScriptsLookFor) {
    const auto version = answer_to({"-V"});
    EXPECT_TRUE(version.starts_with("troupe -- version "));
    EXPECT_EQ(answer_to({"--version"}), version);
    EXPECT_EQ(std::count(version.begin(), version.end(), '\n'), 1);
}

}  // namespace
}  // namespace troupe::options::test
