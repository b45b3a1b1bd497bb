#include <unistd.h>

#include <cstdio>

#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

TEST(CommandLine, WithoutOptionsTracesEverythingToStandardError) {
    const auto settings = settings_of({"ls", "-l"});
    EXPECT_EQ(settings.command, (Words{"ls", "-l"}));
    EXPECT_TRUE(settings.traced.is_all());
    EXPECT_TRUE(settings.abbreviated.is_all());
    EXPECT_TRUE(settings.verbose.is_all());
    EXPECT_TRUE(settings.raw.empty());
    EXPECT_TRUE(settings.signals.contains(SIGCHLD));
    EXPECT_TRUE(std::holds_alternative<ToStandardError>(settings.output));
    EXPECT_EQ(settings.string_limit, 32u);
    EXPECT_EQ(settings.columns, 40u);
    EXPECT_EQ(settings.quiet, Quiet{});
    EXPECT_FALSE(settings.follow_forks);
    EXPECT_EQ(settings.workers, 0u);
    EXPECT_EQ(settings.jit, Switch::automatic);
    EXPECT_EQ(settings.filter, Switch::automatic);
    EXPECT_EQ(settings.log_level, LogLevel::warning);
    EXPECT_TRUE(settings.warnings.empty());
}

TEST(CommandLine, OptionsEndAtTheCommand) {
    const auto settings = settings_of({"-f", "ls", "-q", "--help"});
    EXPECT_EQ(settings.command, (Words{"ls", "-q", "--help"}));
    EXPECT_EQ(settings.quiet, Quiet{});
}

TEST(CommandLine, TwoDashesEndTheOptions) { EXPECT_EQ(settings_of({"-f", "--", "-ls"}).command, Words{"-ls"}); }

TEST(CommandLine, LettersMayShareADash) {
    const auto settings = with({"-fqqs7"});
    EXPECT_TRUE(settings.follow_forks);
    EXPECT_TRUE(settings.quiet.exit);
    EXPECT_EQ(settings.string_limit, 7u);
}

TEST(CommandLine, ValuesOfLongOptionsComeBehindAnEqualsSignOrAsTheNextWord) {
    EXPECT_EQ(with({"--string-limit=7"}).string_limit, 7u);
    EXPECT_EQ(with({"--string-limit", "7"}).string_limit, 7u);
}

TEST(CommandLine, LongOptionsMayBeAbbreviated) {
    EXPECT_TRUE(with({"--follow"}).follow_forks);
    EXPECT_EQ(with({"--string-l=7"}).string_limit, 7u);
    EXPECT_EQ(with({"--colu", "50"}).columns, 50u);
}

TEST(CommandLine, AnAbbreviationKeepsItsMeaningInStraceWhenAnOptionOfOursBeginsAlike) {
    EXPECT_NE(answer_to({"--h"}), "");                                                     // not --hook-timeout
    EXPECT_EQ(reason_of({"--w", "1", "true"}).substr(0, 24), "troupe: option '--write'");  // not --workers
    EXPECT_EQ(reason_of({"--h=1"}), "troupe: option '--help' doesn't allow an argument");
}

TEST(CommandLine, CanBeReadTwice) {
    EXPECT_TRUE(with({"-f"}).follow_forks);
    EXPECT_FALSE(with({"-q"}).follow_forks);
}

TEST(CommandLine, NamesItselfAsItWasCalled) {
    const auto read = read_as("/usr/local/bin/strace", {"-s", "x", "true"});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().text(), "strace: invalid -s argument: 'x'\nTry 'strace -h' for more information.\n");
    EXPECT_EQ(std::get<Settings>(*read_as("/usr/local/bin/strace", {"true"})).called_as, "strace");
}

TEST(CommandLine, ScriptsAreKeptInOrderAsTheyWereGiven) {
    EXPECT_EQ(with({"-l", "b.lua,N=1", "--script=a.lua"}).scripts, (Words{"b.lua,N=1", "a.lua"}));
}

TEST(CommandLine, JitIsAutoOnOrOff) {
    EXPECT_EQ(with({"--jit=on"}).jit, Switch::on);
    EXPECT_EQ(with({"--jit=off"}).jit, Switch::off);
    EXPECT_EQ(with({"--jit=on", "--jit=auto"}).jit, Switch::automatic);
}

TEST(CommandLine, SeccompFilterWithoutAValueIsOn) {
    EXPECT_EQ(with({"--seccomp-bpf"}).filter, Switch::on);
    EXPECT_EQ(with({"--seccomp-bpf=off"}).filter, Switch::off);
    EXPECT_EQ(with({"--seccomp-bpf", "--seccomp-bpf=auto"}).filter, Switch::automatic);
}

TEST(CommandLine, WorkersAreCountedOrAuto) {
    EXPECT_EQ(with({"--workers=3"}).workers, 3u);
    EXPECT_EQ(with({"--workers=3", "--workers=auto"}).workers, 0u);
}

TEST(CommandLine, AttachTakesListsAndRepeats) {
    const auto settings = settings_of({"-p", "1,2 3\t4\n5", "--attach=2, 6\n"});
    EXPECT_EQ(settings.attach, (std::vector<pid_t>{1, 2, 3, 4, 5, 6}));
    EXPECT_TRUE(settings.command.empty());
}

TEST(CommandLine, AttachMayGoWithACommand) {
    const auto settings = settings_of({"-p", "1", "ls"});
    EXPECT_EQ(settings.attach.size() + settings.command.size(), 2u);
}

TEST(CommandLine, EnvironmentEditsKeepTheirOrder) {
    const auto edits = with({"-E", "A=b=c", "--env=D", "-E", "E="}).environment;
    ASSERT_EQ(edits.size(), 3u);
    EXPECT_EQ(edits[0].name + "," + edits[0].value.value_or("-"), "A,b=c");
    EXPECT_EQ(edits[1].name + "," + edits[1].value.value_or("-"), "D,-");
    EXPECT_EQ(edits[2].name + "," + edits[2].value.value_or("-"), "E,");
}

TEST(CommandLine, Argv0IsKept) { EXPECT_EQ(with({"--argv0=-sh"}).argv0, "-sh"); }

TEST(CommandLine, TheOldLetterOfFollowForksWarns) {
    const auto settings = with({"-F"});
    EXPECT_TRUE(settings.follow_forks);
    EXPECT_EQ(settings.warnings, Words{"troupe: option -F is deprecated, please use -f/--follow-forks instead"});
    EXPECT_EQ(with({"-F", "-f"}).warnings, Words{"troupe: deprecated option -F ignored"});
}

TEST(CommandLine, DebugAndLogLevelSetHowMuchWeSayOfOurselves) {
    EXPECT_EQ(with({"-d"}).log_level, LogLevel::debug);
    EXPECT_EQ(with({"--log-level=error"}).log_level, LogLevel::error);
    EXPECT_EQ(with({"--log-level=trace", "-d"}).log_level, LogLevel::trace);
}

class CommandLineOfRoot : public ::testing::Test {
 protected:
    void SetUp() override {
        if (getuid() != 0) {
            GTEST_SKIP() << "-u needs root";
        }
    }
};

TEST_F(CommandLineOfRoot, UserByNameHasThatUsersGroups) {
    const auto user = with({"-u", "daemon"}).user;
    ASSERT_TRUE(user);
    EXPECT_EQ(user->uid, 1u);
    EXPECT_EQ(user->gid, 1u);
    EXPECT_EQ(user->name, "daemon");
}

TEST_F(CommandLineOfRoot, UserByNumbersNeedNotExist) {
    const auto user = with({"--user=54321:12345"}).user;
    ASSERT_TRUE(user);
    EXPECT_EQ(user->uid, 54321u);
    EXPECT_EQ(user->gid, 12345u);
    EXPECT_FALSE(user->name);
}

TEST_F(CommandLineOfRoot, UnknownUsersAreRefused) {
    for (const std::string user : {"no such user", "1:", ":1", "0:x", "0x0:0", "1", "-1:-1", "4294967295:0", ""}) {
        EXPECT_EQ(refusal_of({"-u", user, "true"}), Words{"troupe: Cannot find user '" + user + "'"});
    }
}

TEST_F(CommandLineOfRoot, UserIsForRootOnly) {
    const auto as_nobody = [] {
        if (setuid(65534) != 0) {
            _exit(1);
        }
        const auto read = read_as("troupe", {"-u", "daemon", "true"});
        std::fputs(read ? "understood" : read.error().text().c_str(), stderr);
        _exit(read ? 0 : read.error().status + 2);
    };
    EXPECT_EXIT(as_nobody(), ::testing::ExitedWithCode(3), "^troupe: You must be root to use the -u/--user option\n$");
}

TEST_F(CommandLineOfRoot, UserMeansNothingWithoutACommand) { EXPECT_FALSE(settings_of({"-u", "no such user", "-p", "1"}).user); }

}  // namespace
}  // namespace troupe::options::test
