#include <signal.h>

#include <algorithm>
#include <string_view>

#include "tests/tools/options/reading.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::options::test {
namespace {

/// True where the set holds every call of that name.
bool has(const SyscallSet& set, std::string_view name) {
    const auto calls = calls_named(name);
    EXPECT_FALSE(calls.empty()) << name;
    return std::ranges::all_of(calls, [&](SyscallId call) { return set.contains(call); });
}

TEST(Expressions, TraceHasFiveSpellings) {
    for (const Words& words :
         {Words{"-e", "trace=close"}, Words{"-e", "t=close"}, Words{"-eclose"}, Words{"--trace=close"}, Words{"--trace", "close"}}) {
        const auto settings = with(words);
        EXPECT_TRUE(has(settings.engine.printing.traced, "close"));
        EXPECT_FALSE(has(settings.engine.printing.traced, "openat"));
    }
}

TEST(Expressions, ABareSetMayBeInverted) {
    const auto settings = with({"-e", "!close"});
    EXPECT_FALSE(has(settings.engine.printing.traced, "close"));
    EXPECT_TRUE(has(settings.engine.printing.traced, "openat"));
}

TEST(Expressions, ALaterSetReplacesAnEarlierOne) {
    const auto settings = with({"-e", "trace=close", "-e", "openat"});
    EXPECT_FALSE(has(settings.engine.printing.traced, "close"));
    EXPECT_TRUE(has(settings.engine.printing.traced, "openat"));
}

TEST(Expressions, NoneTracesNothingThatTheTableKnows) { EXPECT_FALSE(has(with({"-e", "none"}).engine.printing.traced, "close")); }

TEST(Expressions, SignalHasFiveSpellings) {
    for (const Words& words : {Words{"-e", "signal=INT"}, Words{"-e", "signals=INT"}, Words{"-e", "s=sigint"}, Words{"--signal=2"},
                               Words{"--signals", "SIGINT"}}) {
        const auto settings = with(words);
        EXPECT_TRUE(settings.engine.printing.signals.contains(SIGINT));
        EXPECT_FALSE(settings.engine.printing.signals.contains(SIGTERM));
    }
}

TEST(Expressions, AbbrevVerboseAndRawAreSetsOfCalls) {
    const auto settings = with({"-e", "abbrev=close", "-e", "v=openat", "--raw=read"});
    EXPECT_TRUE(has(settings.engine.printing.abbreviated, "close"));
    EXPECT_FALSE(has(settings.engine.printing.abbreviated, "openat"));
    EXPECT_TRUE(has(settings.engine.printing.verbose, "openat"));
    EXPECT_FALSE(has(settings.engine.printing.verbose, "close"));
    EXPECT_TRUE(has(settings.engine.printing.raw, "read"));
    EXPECT_FALSE(has(settings.engine.printing.raw, "close"));
    EXPECT_TRUE(settings.engine.printing.traced.is_all());
}

TEST(Expressions, NoAbbrevIsAbbrevNoneAndTheLastOfThemWins) {
    EXPECT_FALSE(has(with({"-v"}).engine.printing.abbreviated, "close"));
    EXPECT_FALSE(has(with({"-e", "a=all", "--no-abbrev"}).engine.printing.abbreviated, "close"));
    EXPECT_TRUE(has(with({"-v", "-e", "a=close"}).engine.printing.abbreviated, "close"));
}

TEST(Expressions, QualifiersAreNotAbbreviated) {
    EXPECT_EQ(reason_of({"-e", "abb=all", "true"}).substr(0, 36), "troupe: invalid system call 'abb=all");
    EXPECT_EQ(refusal_of({"-e", "sig=usr1", "true"}).at(1), "'sig' is not a qualifier; see -h for those there are");
}

TEST(Expressions, AnUnknownCallIsRefusedWithTheNearestName) {
    EXPECT_EQ(reason_of({"-e", "trace=opne", "true"}), "troupe: invalid system call 'opne'");
    EXPECT_EQ(refusal_of({"-e", "trace=opne", "true"}).at(1), "  (did you mean 'open'?)");
    EXPECT_EQ(reason_of({"-e", "abbrev=%nothing", "true"}).substr(0, 38), "troupe: invalid system call '%nothing'");
}

TEST(Expressions, ACaretShowsWhereALongerSetWentWrong) {
    const auto lines = refusal_of({"-e", "trace=close,opne,read", "true"});
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[2], "  -e trace=close,opne,read");
    EXPECT_EQ(lines[3], "                 ^");
    const auto bare = refusal_of({"-e", "close,opne", "true"});
    ASSERT_EQ(bare.size(), 4u);
    EXPECT_EQ(bare[2], "  -e close,opne");
    EXPECT_EQ(bare[3], "           ^");
    const auto named = refusal_of({"--raw=close,opne", "true"});
    ASSERT_EQ(named.size(), 4u);
    EXPECT_EQ(named[2], "  --raw=close,opne");
    EXPECT_EQ(named[3], "              ^");
}

TEST(Expressions, NoCaretUnderTextThatATerminalMayNotShowAsItIs) {
    EXPECT_EQ(refusal_of({"-e", "trace=close,\x1b[31m", "true"}).size(), 1u);
    EXPECT_EQ(refusal_of({"-e", "trace=" + std::string(200, 'a') + ",b", "true"}).size(), 1u);
}

TEST(Expressions, InjectAndFaultHaveTheirSpellings) {
    for (const Words& words : {Words{"-e", "inject=close:error=EIO"}, Words{"-einject=close:error=EIO"}, Words{"--inject=close:error=EIO"},
                               Words{"--inject", "close:error=EIO"}, Words{"--inj", "close:error=EIO"},
                               Words{"-e", "fault=close:error=EIO"}, Words{"--fault=close:error=EIO"}, Words{"--fau=close:error=EIO"}}) {
        const auto settings = with(words);
        ASSERT_EQ(settings.engine.rules.size(), 1u);
        EXPECT_EQ(settings.engine.rules[0].error, 5);
        EXPECT_TRUE(has(settings.engine.rules[0].calls, "close"));
        EXPECT_TRUE(settings.engine.printing.traced.is_all());
    }
}

TEST(Expressions, RulesAccumulate) {
    const auto settings = with({"-e", "inject=close:error=EIO", "--fault=read", "-e", "inject=close:retval=7"});
    ASSERT_EQ(settings.engine.rules.size(), 3u);
    EXPECT_EQ(settings.engine.rules[1].error, 38);
    EXPECT_EQ(settings.engine.rules[2].retval, 7);
}

TEST(Expressions, ARuleThatIsNoneIsRefusedWithAReasonAndACaret) {
    const auto lines = refusal_of({"-e", "inject=close:error=EIO:when=0", "true"});
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0], "troupe: invalid inject argument 'close:error=EIO:when=0'") << "as strace says it";
    EXPECT_EQ(lines[1], "  the first of when= is 1 to 65535, not '0'");
    EXPECT_EQ(lines[2], "  -e inject=close:error=EIO:when=0");
    EXPECT_EQ(lines[3], std::string(33, ' ') + "^");
    EXPECT_EQ(refusal_of({"--fault=close:retval=1", "true"}).at(1), "  --fault knows no 'retval' (--inject does)");
    EXPECT_EQ(reason_of({"-e", "inject=opne:error=EIO", "true"}), "troupe: invalid system call 'opne'");
    EXPECT_EQ(reason_of({"--inject=close", "true"}), "troupe: invalid inject argument 'close'");
}

TEST(Expressions, AReturnValueThatMeansSomethingElseIsWarnedOf) {
    EXPECT_EQ(with({"--inject=close:retval=-1"}).warnings,
              Words{"troupe: Inadvertent injection of error 1 is possible for retval=18446744073709551615"});
}

TEST(Expressions, AnUnknownPersonalityIsRefusedWithAWordOnTheHelp) {
    const auto lines = refusal_of({"-e", "trace=open@65", "true"});
    EXPECT_EQ(lines.front(), "troupe: incorrect personality designator '65' in qualification 'open@65'");
    EXPECT_EQ(lines.back(), try_help);
    EXPECT_EQ(refusal_of({"-e", "raw=?none@", "true"}).front(), "troupe: incorrect personality designator '' in qualification 'none@'");
    EXPECT_NE(refusal_of({"-e", "raw=opne", "true"}).back(), try_help);
}

TEST(Expressions, AnUnknownSignalIsRefused) {
    EXPECT_EQ(reason_of({"-e", "signal=SIGFOO", "true"}).substr(0, 31), "troupe: invalid signal 'SIGFOO'");
    EXPECT_EQ(reason_of({"--signals=", "true"}).substr(0, 25), "troupe: invalid signal ''");
}

}  // namespace
}  // namespace troupe::options::test
