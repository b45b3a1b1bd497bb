#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

TEST(CommandLine, WithoutOptionsTracesEverythingToStandardError) {
    const auto settings = settings_of({"ls", "-l"});
    EXPECT_EQ(settings.command, (Words{"ls", "-l"}));
    EXPECT_TRUE(settings.engine.printing.traced.is_all());
    EXPECT_TRUE(settings.engine.printing.abbreviated.is_all());
    EXPECT_TRUE(settings.engine.printing.verbose.is_all());
    EXPECT_TRUE(settings.engine.printing.raw.empty());
    EXPECT_TRUE(settings.engine.printing.signals.contains(SIGCHLD));
    EXPECT_TRUE(settings.engine.output.target == OutputConfig::Target::standard_error);
    EXPECT_EQ(settings.engine.printing.style.string_limit, 32u);
    EXPECT_EQ(settings.engine.output.column, 40u);
    EXPECT_EQ(settings.engine.printing.quiet, QuietSet{});
    EXPECT_FALSE(settings.engine.follow);
    EXPECT_EQ(settings.engine.workers, 0u);
    EXPECT_EQ(settings.scripting.jit, LuaConfig::Jit::automatic);
    EXPECT_EQ(settings.engine.filter, FilterUse::automatic);
    EXPECT_EQ(settings.engine.log_level, LogLevel::warning);
    EXPECT_TRUE(settings.warnings.empty());
}

TEST(CommandLine, OptionsEndAtTheCommand) {
    const auto settings = settings_of({"-f", "ls", "-q", "--help"});
    EXPECT_EQ(settings.command, (Words{"ls", "-q", "--help"}));
    EXPECT_EQ(settings.engine.printing.quiet, QuietSet{});
}

TEST(CommandLine, TwoDashesEndTheOptions) { EXPECT_EQ(settings_of({"-f", "--", "-ls"}).command, Words{"-ls"}); }

TEST(CommandLine, LettersMayShareADash) {
    const auto settings = with({"-fqqs7"});
    EXPECT_TRUE(settings.engine.follow);
    EXPECT_TRUE(settings.engine.printing.quiet.contains(Quiet::exit));
    EXPECT_EQ(settings.engine.printing.style.string_limit, 7u);
}

TEST(CommandLine, ValuesOfLongOptionsComeBehindAnEqualsSignOrAsTheNextWord) {
    EXPECT_EQ(with({"--string-limit=7"}).engine.printing.style.string_limit, 7u);
    EXPECT_EQ(with({"--string-limit", "7"}).engine.printing.style.string_limit, 7u);
}

TEST(CommandLine, LongOptionsMayBeAbbreviated) {
    EXPECT_TRUE(with({"--follow"}).engine.follow);
    EXPECT_EQ(with({"--string-l=7"}).engine.printing.style.string_limit, 7u);
    EXPECT_EQ(with({"--colu", "50"}).engine.output.column, 50u);
}

TEST(CommandLine, AnAbbreviationKeepsItsMeaningInStraceWhenAnOptionOfOursBeginsAlike) {
    EXPECT_NE(answer_to({"--h"}), "");                                             // not --hook-timeout
    EXPECT_EQ(reason_of({"--w", "x", "true"}), "troupe: invalid descriptor 'x'");  // not --workers
    EXPECT_EQ(reason_of({"--h=1"}), "troupe: option '--help' doesn't allow an argument");
}

TEST(CommandLine, CanBeReadTwice) {
    EXPECT_TRUE(with({"-f"}).engine.follow);
    EXPECT_FALSE(with({"-q"}).engine.follow);
}

TEST(CommandLine, NamesItselfAsItWasCalled) {
    const auto read = read_as("/usr/local/bin/strace", {"-s", "x", "true"});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().text(),
              "/usr/local/bin/strace: invalid -s argument: 'x'\nTry '/usr/local/bin/strace -h' for more information.\n");
    EXPECT_EQ(std::get<Settings>(*read_as("/usr/local/bin/strace", {"true"})).called_as(), "/usr/local/bin/strace");
}

TEST(CommandLine, SignalsAreLeftToTheCommandWhereThatIsWantedOrTheTraceGoesElsewhere) {
    EXPECT_FALSE(with({}).engine.leave_signals_to_command);
    EXPECT_TRUE(with({"-o", "trace"}).engine.leave_signals_to_command);
    for (const char* word : {"1", "2", "anywhere", "always", "waiting", "WAITING"}) {
        EXPECT_FALSE(with({"-o", "trace", "-I", word}).engine.leave_signals_to_command) << word;
    }
    for (const char* word : {"3", "4", "never", "never_tstp"}) {
        EXPECT_TRUE(with({"-I", word}).engine.leave_signals_to_command) << word;
    }
    EXPECT_FALSE(with({"-I", "3"}).engine.survives_stop_key);
    EXPECT_TRUE(with({"--interruptible=4"}).engine.survives_stop_key);
    for (const char* word : {"0", "5", "foo", ""}) {
        EXPECT_EQ(refusal_of({"-I", word, "true"}), (Words{"troupe: invalid -I argument: '" + std::string(word) + "'", try_help}));
    }
}

TEST(CommandLine, WhatIsAttachedToIsNotKilled) {
    (void)with({"--kill-on-exit"});
    EXPECT_EQ(reason_of({"--kill-on-exit", "-p", "1"}), "troupe: --kill-on-exit and -p/--attach are mutually exclusive");
}

TEST(CommandLine, ScriptsAreKeptInOrderAsTheyWereGiven) {
    EXPECT_EQ(with({"-l", "b.lua,N=1", "--script=a.lua"}).scripting.scripts, (Words{"b.lua,N=1", "a.lua"}));
}

TEST(CommandLine, JitIsAutoOnOrOff) {
    EXPECT_EQ(with({"--jit=on"}).scripting.jit, LuaConfig::Jit::on);
    EXPECT_EQ(with({"--jit=off"}).scripting.jit, LuaConfig::Jit::off);
    EXPECT_EQ(with({"--jit=on", "--jit=auto"}).scripting.jit, LuaConfig::Jit::automatic);
}

TEST(CommandLine, SeccompFilterWithoutAValueIsOn) {
    EXPECT_EQ(with({"-f", "--seccomp-bpf"}).engine.filter, FilterUse::on);
    EXPECT_EQ(with({"--seccomp-bpf=off"}).engine.filter, FilterUse::off);
    EXPECT_EQ(with({"--seccomp-bpf", "--seccomp-bpf=auto"}).engine.filter, FilterUse::automatic);
}

TEST(CommandLine, WorkersAreCountedOrAuto) {
    EXPECT_EQ(with({"--workers=3"}).engine.workers, 3u);
    EXPECT_EQ(with({"--workers=3", "--workers=auto"}).engine.workers, 0u);
}

TEST(CommandLine, AttachTakesListsAndRepeats) {
    const auto settings = settings_of({"-p", "1,2 +3\t4\n5", "--attach=2,6\n"});
    EXPECT_EQ(settings.engine.attach, (std::vector<pid_t>{1, 2, 3, 4, 5, 2, 6}));
    EXPECT_TRUE(settings.command.empty());
}

TEST(CommandLine, AttachMayGoWithACommand) {
    const auto settings = settings_of({"-p", "1", "ls"});
    EXPECT_EQ(settings.engine.attach.size() + settings.command.size(), 2u);
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
    EXPECT_TRUE(settings.engine.follow);
    EXPECT_EQ(settings.warnings, Words{"troupe: option -F is deprecated, please use -f/--follow-forks instead"});
    EXPECT_EQ(with({"-F", "-f"}).warnings, Words{"troupe: deprecated option -F ignored"});
}

TEST(CommandLine, DebugAndLogLevelSetHowMuchWeSayOfOurselves) {
    EXPECT_EQ(with({"-d"}).engine.log_level, LogLevel::debug);
    EXPECT_EQ(with({"--log-level=error"}).engine.log_level, LogLevel::error);
    EXPECT_EQ(with({"--log-level=trace", "-d"}).engine.log_level, LogLevel::trace);
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
    EXPECT_NE(std::ranges::find(user->groups, gid_t{1}), user->groups.end()) << "a name has its groups";
}

TEST_F(CommandLineOfRoot, UserByNumbersNeedNotExist) {
    const auto user = with({"--user=54321:12345"}).user;
    ASSERT_TRUE(user);
    EXPECT_EQ(user->uid, 54321u);
    EXPECT_EQ(user->gid, 12345u);
    EXPECT_TRUE(user->groups.empty());
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
