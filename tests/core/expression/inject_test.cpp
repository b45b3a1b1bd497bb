#include <gtest/gtest.h>
#include <signal.h>

#include <cerrno>

#include "troupe/core/rules.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;

constexpr SyscallId getppid{Abi::x86_64, 110};

InjectRule rule_of(const std::string& text) {
    auto written = parse_inject(text);
    if (!written) {
        ADD_FAILURE() << text << ": " << written.error().text();
        return {};
    }
    return written->rule;
}

/// What is wrong, without the part that quotes the whole; checks the place.
std::string refusal(const std::string& text, std::size_t column) {
    const auto written = parse_inject(text);
    if (written) {
        ADD_FAILURE() << text << " was understood";
        return {};
    }
    EXPECT_EQ(written.error().column, column) << text;
    const std::string beginning = "invalid inject argument '" + text + "': ";
    EXPECT_EQ(written.error().text().substr(0, beginning.size()), beginning);
    return written.error().text().substr(std::min(beginning.size(), written.error().text().size()));
}

std::vector<std::byte> bytes(std::initializer_list<int> values) {
    std::vector<std::byte> result;
    for (const int value : values) result.push_back(static_cast<std::byte>(value));
    return result;
}

TEST(Inject, TakesASetOfCalls) {
    EXPECT_TRUE(rule_of("getppid,getsid:error=EIO").calls.contains(getppid));
    EXPECT_FALSE(rule_of("!getppid:error=EIO").calls.contains(getppid));
    EXPECT_TRUE(rule_of("/getp+id:error=EIO").calls.contains(getppid));
    EXPECT_FALSE(rule_of("%pure@32:error=EIO").calls.contains(getppid));
    EXPECT_TRUE(rule_of("?nosuchcall:error=EIO").calls.empty());
    EXPECT_FALSE(rule_of("none:error=EIO").calls.contains(getppid));
}

TEST(Inject, OfASetThatIsNoneSaysWhatTraceSays) {
    EXPECT_EQ(parse_inject("getpid,opne:error=EIO").error().text(), "invalid system call 'opne' (did you mean 'open'?)");
    EXPECT_EQ(parse_inject("getpid,opne:error=EIO").error().column, 7U);
    EXPECT_FALSE(parse_inject(""));
    EXPECT_FALSE(parse_inject(":error=EIO"));
}

TEST(Inject, ErrorsHaveNamesInAnyCaseOrNumbers) {
    EXPECT_EQ(rule_of("getppid:error=EIO").error, EIO);
    EXPECT_EQ(rule_of("getppid:error=eagain").error, EAGAIN);
    EXPECT_EQ(rule_of("getppid:error=EWOULDBLOCK").error, EAGAIN);
    EXPECT_EQ(rule_of("getppid:error=ERESTARTSYS").error, 512);
    EXPECT_EQ(rule_of("getppid:error=1").error, 1);
    EXPECT_EQ(rule_of("getppid:error=01").error, 1);
    EXPECT_EQ(rule_of("getppid:error=4095").error, 4095);
    EXPECT_EQ(refusal("getppid:error=EAGAN", 14), "unknown error 'EAGAN' (did you mean 'EAGAIN'?)");
    EXPECT_EQ(refusal("getppid:error=0x1", 14), "unknown error '0x1'");
    EXPECT_EQ(refusal("getppid:error=0", 14), "errors are 1 to 4095, not 0");
    EXPECT_EQ(refusal("getppid:error=4096", 14), "errors are 1 to 4095, not 4096");
    EXPECT_EQ(refusal("getppid:error=99999999999999999999", 14), "errors are 1 to 4095, not 99999999999999999999");
    EXPECT_EQ(refusal("getppid:error=", 14), "unknown error ''");
}

TEST(Inject, ReturnValuesAreWhatStrtoullTakes) {
    EXPECT_EQ(rule_of("getppid:retval=7").retval, 7);
    EXPECT_EQ(rule_of("getppid:retval=0x10").retval, 16);
    EXPECT_EQ(rule_of("getppid:retval=010").retval, 8);
    EXPECT_EQ(rule_of("getppid:retval=18446744073709551615").retval, -1);
    EXPECT_EQ(rule_of("getppid:retval=-5000").retval, -5000);
    EXPECT_EQ(refusal("getppid:retval=abc", 15), "a return value is a number (decimal, 0x… or 0…), not 'abc'");
    EXPECT_EQ(refusal("getppid:retval=1x", 15), "a return value is a number (decimal, 0x… or 0…), not '1x'");
    EXPECT_EQ(refusal("getppid:retval=18446744073709551616", 15), "a return value has 64 bits, 18446744073709551616 has more");
    EXPECT_FALSE(parse_inject("getppid:retval="));
}

TEST(Inject, NumbersStandBehindBlanksAndASign) {
    EXPECT_EQ(rule_of("getppid:error= 5").error, 5);
    EXPECT_EQ(rule_of("getppid:error=+5").error, 5);
    EXPECT_EQ(rule_of("getppid:error=EIO:when=+3+ 2").when, rule_of("getppid:error=EIO:when=3+2").when);
    EXPECT_EQ(rule_of("getppid:delay_enter= 3").delay_enter, std::chrono::microseconds(3));
    EXPECT_FALSE(parse_inject("getppid:error=-5"));
    EXPECT_FALSE(parse_inject("getppid:signal=+5")) << "signals are digits or names";
}

TEST(Inject, WarnsOfReturnValuesThatMeanSomethingElse) {
    const auto warnings = [](const char* text) { return parse_inject(text)->warnings; };
    using Warnings = std::vector<std::string>;
    EXPECT_EQ(warnings("getppid:retval=-1"), Warnings{"Inadvertent injection of error 1 is possible for retval=18446744073709551615"});
    EXPECT_EQ(warnings("getppid:retval=-4095"),
              Warnings{"Inadvertent injection of error 4095 is possible for retval=18446744073709547521"});
    EXPECT_EQ(warnings("getppid:retval=0xfffffffb"),
              Warnings{"Inadvertent injection of error 5 is possible in compat personality for retval=4294967291"});
    EXPECT_EQ(warnings("getppid:retval=0x100000007"),
              Warnings{"Injected return value 4294967303 will be clipped to 7 in compat personality"});
    EXPECT_EQ(warnings("getppid:retval=-5000"),
              Warnings{"Injected return value 18446744073709546616 will be clipped to 4294962296 in compat personality"});
    EXPECT_TRUE(warnings("getppid:retval=4294900000").empty());
    EXPECT_EQ(warnings("getppid:signal=2:syscall=getpid").size(), 1U);
}

TEST(Inject, ErrorAndReturnValueExcludeEachOther) {
    for (const char* text :
         {"getppid:error=EIO:error=EIO", "getppid:error=EIO:retval=1", "getppid:retval=1:error=EIO", "getppid:retval=1:retval=1"}) {
        EXPECT_EQ(refusal(text, std::string_view(text).rfind('=') + 1), "only one error or retval can be injected");
    }
}

TEST(Inject, SignalsHaveNamesOrNumbers) {
    EXPECT_EQ(rule_of("getppid:signal=SIGUSR1").signal, SIGUSR1);
    EXPECT_EQ(rule_of("getppid:signal=usr1").signal, SIGUSR1);
    EXPECT_EQ(rule_of("getppid:signal=rt_1").signal, 33);
    EXPECT_EQ(rule_of("getppid:signal=64").signal, 64);
    EXPECT_EQ(refusal("getppid:signal=0", 15), "signals are 1 to 64, not 0");
    EXPECT_EQ(refusal("getppid:signal=65", 15), "signals are 1 to 64, not 65");
    EXPECT_EQ(refusal("getppid:signal=999", 15), "signals are 1 to 64, not 999");
    EXPECT_EQ(refusal("getppid:signal=SIGTREM", 15), "unknown signal 'SIGTREM' (did you mean 'SIGTERM'?)");
    EXPECT_EQ(refusal("getppid:signal=2:signal=3", 24), "only one signal can be injected");
}

TEST(Inject, TheReplacementIsPureOnEveryAbi) {
    EXPECT_EQ(rule_of("getppid:error=EIO:syscall=getpid").instead->name, "getpid");
    EXPECT_EQ(rule_of("getppid:syscall=getpgrp:retval=3").instead->name, "getpgrp");
    for (const char* name : {"read", "getuid32", "39", "%pure", "GETPID", "", "nosuchcall"}) {
        const std::string why = refusal(std::string("getppid:error=EIO:syscall=") + name, 26);
        EXPECT_EQ(why.substr(0, why.find(" is")), "'" + std::string(name) + "'");
    }
    EXPECT_EQ(refusal("getppid:error=EIO:syscall=getpdi", 26),
              "'getpdi' is not a call of %pure that every ABI has (did you mean 'getpid'?)");
    EXPECT_EQ(refusal("getppid:error=1:syscall=getpid:syscall=getpid", 39), "only one syscall can be made instead");
}

TEST(Inject, DelaysAreDurations) {
    EXPECT_EQ(rule_of("getppid:delay_enter=250").delay_enter, 250us);
    EXPECT_EQ(rule_of("getppid:delay_exit=1.5ms").delay_exit, 1500us);
    EXPECT_EQ(rule_of("getppid:delay_exit=0").delay_exit, 0ns);
    EXPECT_EQ(refusal("getppid:delay_enter=1m", 21), "unknown unit 'm' of a duration (s, ms, us or ns)");
    EXPECT_EQ(refusal("getppid:delay_enter=1:delay_enter=2", 34), "this delay is given twice");
    EXPECT_EQ(refusal("getppid:delay_exit=1:delay_enter=1:delay_exit=1", 46), "this delay is given twice");
}

TEST(Inject, PokesAreBytesForArguments) {
    const InjectRule rule = rule_of("getppid:poke_enter=@arg1=00fF,@arg7=7f:poke_exit=@arg1=01");
    EXPECT_EQ(rule.poke_enter, (std::vector<ArgumentPoke>{{0, bytes({0, 255})}, {6, bytes({127})}}));
    EXPECT_EQ(rule.poke_exit, (std::vector<ArgumentPoke>{{0, bytes({1})}}));
    EXPECT_EQ(rule_of("getppid:poke_exit=@arg2=" + std::string(2048, 'a')).poke_exit.front().bytes.size(), 1024U);
    EXPECT_EQ(refusal("getppid:poke_enter=@arg1=0", 25), "a byte is two hexadecimal digits, and there are 1");
    EXPECT_EQ(refusal("getppid:poke_enter=@arg1=0g", 26), "'g' is not a hexadecimal digit");
    EXPECT_EQ(refusal("getppid:poke_enter=@arg1=", 25), "there are no bytes to poke");
    EXPECT_EQ(refusal("getppid:poke_enter=@arg8=00", 19), "arguments are @arg1 to @arg7, not @arg8");
    EXPECT_EQ(refusal("getppid:poke_enter=@arg0=00", 19), "arguments are @arg1 to @arg7, not @arg0");
    EXPECT_EQ(refusal("getppid:poke_enter=@arg1", 19), "a poke is @argN=HEX, not '@arg1'");
    EXPECT_EQ(refusal("getppid:poke_enter=", 19), "a poke is @argN=HEX, and there is none");
    EXPECT_EQ(refusal("getppid:poke_enter=@arg1=00,@arg1=00", 28), "@arg1 is poked twice");
    EXPECT_EQ(refusal("getppid:poke_exit=@arg1=00:poke_exit=@arg2=00", 37),
              "these pokes are given twice (several arguments go into one: @arg1=00,@arg2=00)");
    EXPECT_EQ(refusal("getppid:poke_exit=@arg2=" + std::string(2050, 'a'), 24), "at most 1024 bytes can be poked, not 1025");
}

TEST(Inject, WhenSaysWhichCalls) {
    const auto when = [](const std::string& text) { return rule_of("getppid:error=EIO:when=" + text).when; };
    EXPECT_EQ(when("3"), (When{3, 3, 1}));
    EXPECT_EQ(when("3..5"), (When{3, 5, 1}));
    EXPECT_EQ(when("3+"), (When{3, When::no_end, 1}));
    EXPECT_EQ(when("3+2"), (When{3, When::no_end, 2}));
    EXPECT_EQ(when("3..9+2"), (When{3, 9, 2}));
    EXPECT_EQ(when("3..9+"), (When{3, 9, 1}));
    EXPECT_EQ(when("65535"), (When{65535, 65535, 1}));
    EXPECT_EQ(when("1..65534+65535"), (When{1, 65534, 65535}));
    EXPECT_EQ(rule_of("getppid:when=1:error=EIO:when=2+").when, (When{2, When::no_end, 1})) << "the last wins";
}

TEST(Inject, WhenHasLimits) {
    EXPECT_EQ(refusal("getppid:error=EIO:when=0", 23), "the first of when= is 1 to 65535, not '0'");
    EXPECT_EQ(refusal("getppid:error=EIO:when=65536", 23), "the first of when= is 1 to 65535, not '65536'");
    EXPECT_EQ(refusal("getppid:error=EIO:when=", 23), "the first of when= is 1 to 65535, not ''");
    EXPECT_EQ(refusal("getppid:error=EIO:when=0x1", 23), "the first of when= is 1 to 65535, not '0x1'");
    EXPECT_EQ(refusal("getppid:error=EIO:when=1..65535", 26), "the last of when= is 1 to 65534, not '65535'");
    EXPECT_EQ(refusal("getppid:error=EIO:when=1..+1", 26), "the last of when= is 1 to 65534, not ''");
    EXPECT_EQ(refusal("getppid:error=EIO:when=5..4", 26), "the last of when= is before the first");
    EXPECT_EQ(refusal("getppid:error=EIO:when=1+0", 25), "the step of when= is 1 to 65535, not '0'");
    EXPECT_EQ(refusal("getppid:error=EIO:when=1+65536", 25), "the step of when= is 1 to 65535, not '65536'");
    EXPECT_EQ(refusal("getppid:error=EIO:when=1+1..3", 25), "the step of when= is 1 to 65535, not '1..3'");
}

TEST(Inject, EmptyPartsArePassedOver) {
    EXPECT_EQ(rule_of("getppid::error=EIO:").error, EIO);
    EXPECT_EQ(rule_of("getppid:poke_exit=@arg1=00,").poke_exit.size(), 1U);
}

TEST(Inject, AsksForAnAction) {
    const std::string why = "nothing is injected (it takes error, retval, signal, delay_enter, delay_exit, poke_enter or poke_exit)";
    EXPECT_EQ(refusal("getppid", 7), why);
    EXPECT_EQ(refusal("getppid:", 8), why);
    EXPECT_EQ(refusal("getppid:when=3", 14), why);
    EXPECT_EQ(refusal("getppid:syscall=getpid", 22), why);
}

TEST(Inject, NamesWhatItDoesNotKnow) {
    EXPECT_EQ(refusal("getppid:eror=EIO", 8), "--inject knows no 'eror' (did you mean 'error'?)");
    EXPECT_EQ(refusal("getppid:ERROR=EIO:x=1", 8), "--inject knows no 'ERROR' (did you mean 'error'?)");
    EXPECT_EQ(refusal("getppid:error=EIO:xyz=1", 18),
              "--inject knows no 'xyz' (error, retval, signal, syscall, delay_enter, delay_exit, poke_enter, poke_exit, when)");
    EXPECT_EQ(refusal("getppid:error", 8), "'error' needs a value: error=…");
}

TEST(Fault, IsAnErrorAndWhen) {
    EXPECT_EQ(parse_fault("getppid")->rule.error, ENOSYS);
    EXPECT_EQ(parse_fault("getppid:when=2")->rule.error, ENOSYS);
    EXPECT_EQ(parse_fault("getppid:error=eio:when=2+")->rule.error, EIO);
    EXPECT_EQ(parse_fault("getppid:error=eio:when=2+")->rule.when, (When{2, When::no_end, 1}));
    EXPECT_EQ(parse_fault("getppid:retval=1").error().text(),
              "invalid fault argument 'getppid:retval=1': --fault knows no 'retval' (--inject does)");
    const auto instead = parse_fault("getppid:syscall=gettid");
    ASSERT_TRUE(instead);
    EXPECT_EQ(instead->rule.error, ENOSYS);
    EXPECT_EQ(instead->rule.instead->name, "gettid");
    EXPECT_FALSE(parse_fault("getppid:signal=9"));
    EXPECT_FALSE(parse_fault("getppid:error=1:error=1"));
    EXPECT_FALSE(parse_fault(""));
}

TEST(Inject, AnErrorForEveryCallIsFixed) {
    EXPECT_EQ(rule_of("getppid:error=EIO").fixed_error(), EIO);
    EXPECT_EQ(rule_of("getppid:error=EIO:when=1+").fixed_error(), EIO);
    for (const char* text : {"getppid:error=EIO:when=1", "getppid:error=EIO:when=2+", "getppid:error=EIO:signal=2",
                             "getppid:error=EIO:syscall=getpid", "getppid:error=EIO:delay_enter=1", "getppid:error=EIO:delay_exit=1",
                             "getppid:error=EIO:poke_enter=@arg1=00", "getppid:error=EIO:poke_exit=@arg1=00", "getppid:retval=0"}) {
        EXPECT_FALSE(rule_of(text).fixed_error()) << text;
    }
}

TEST(When, CountsFromOne) {
    EXPECT_TRUE(When{}.includes(1));
    EXPECT_TRUE(When{}.always());
    const When odd{1, When::no_end, 2};
    EXPECT_TRUE(odd.includes(1));
    EXPECT_FALSE(odd.includes(2));
    EXPECT_TRUE(odd.includes(70001));
    const When some{3, 8, 3};
    EXPECT_FALSE(some.includes(2));
    EXPECT_TRUE(some.includes(3));
    EXPECT_TRUE(some.includes(6));
    EXPECT_FALSE(some.includes(9));
}

}  // namespace
}  // namespace troupe
