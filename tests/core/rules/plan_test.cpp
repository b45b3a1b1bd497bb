#include <gtest/gtest.h>

#include <cerrno>

#include "tests/core/rules/rule_of.hpp"
#include "troupe/core/rule_plan.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;
using tests::rule_of;

constexpr SyscallId getppid{Abi::x86_64, 110};
constexpr SyscallId getppid_32{Abi::i386, 64};
constexpr SyscallId chdir_64{Abi::x86_64, 80};

RulePlan plan_of(std::initializer_list<std::string> texts) {
    std::vector<InjectRule> rules;
    for (const std::string& text : texts) rules.push_back(rule_of(text));
    return RulePlan(std::move(rules));
}

/// At which of its first calls a thread gets the rule: `.x.x`
std::string pattern(const RulePlan& plan, RuleCounters& counters, SyscallId call, int calls) {
    std::string text;
    for (int i = 0; i < calls; ++i) text += rule_for(plan, counters, call) != nullptr ? 'x' : '.';
    return text;
}

std::string pattern(const std::string& when, int calls = 10) {
    RuleCounters counters;
    return pattern(plan_of({"getppid:error=EIO:when=" + when}), counters, getppid, calls);
}

TEST(RulePlan, OfNothingHasNoRules) {
    EXPECT_TRUE(RulePlan{}.empty());
    EXPECT_EQ(RulePlan{}.of(getppid), nullptr);
    Subscription wanted;
    FixedErrors fixed;
    RulePlan{}.add_to(wanted, fixed);
    EXPECT_FALSE(wanted.any_call());
    EXPECT_TRUE(fixed.empty());
}

TEST(RulePlan, TheLastRuleForACallHolds) {
    const RulePlan plan = plan_of({"getppid,chdir:error=EIO", "getppid@64:error=EPERM"});
    EXPECT_EQ(plan.of(getppid)->error, EPERM);
    EXPECT_EQ(plan.of(getppid_32)->error, EIO);
    EXPECT_EQ(plan.of(chdir_64)->error, EIO);
    EXPECT_EQ(plan.of({Abi::x86_64, 39}), nullptr);
}

TEST(RulePlan, AnErrorForSomeCallsOfANumberIsNotTheKernels) {
    Subscription wanted;
    FixedErrors fixed;
    RulePlan::by_arguments({rule_of("chdir@64:error=EIO")}, SyscallSet::all()).add_to(wanted, fixed);
    EXPECT_TRUE(fixed.empty());
    EXPECT_TRUE(wanted.of(chdir_64).entry);
}

TEST(RulePlan, RulesActWithinASetOnly) {
    const RulePlan plan({rule_of("getppid,chdir:error=EIO")}, *SyscallSet::parse("chdir,read"));
    EXPECT_EQ(plan.of(getppid), nullptr);
    ASSERT_NE(plan.of(chdir_64), nullptr);
    EXPECT_FALSE(plan.reaches_beyond(*SyscallSet::parse("chdir")));
}

TEST(RulePlan, NumbersThatNoTableKnowsAreLeftAlone) {
    const RulePlan plan = plan_of({"all:error=EIO"});
    EXPECT_EQ(plan.of({Abi::x86_64, 900}), nullptr);
    EXPECT_EQ(plan.of({Abi::x86_64, 0xffffffff}), nullptr);
    EXPECT_EQ(plan.of({Abi::x86_64, 400}), nullptr) << "a gap in the table";
}

TEST(RulePlan, AsksForTheStopsThatTheRuleTakes) {
    const auto interest = [](const std::string& what) {
        Subscription wanted;
        FixedErrors fixed;
        plan_of({"getppid:" + what}).add_to(wanted, fixed);
        EXPECT_TRUE(fixed.empty());
        EXPECT_FALSE(wanted.of(chdir_64).any());
        return wanted.of(getppid);
    };
    constexpr Interest once{.entry = true, .exit = false};
    constexpr Interest twice{.entry = true, .exit = true};
    EXPECT_EQ(interest("retval=1"), once);
    EXPECT_EQ(interest("error=EIO:when=2"), once);
    EXPECT_EQ(interest("signal=2"), once);
    EXPECT_EQ(interest("delay_enter=1"), once);
    EXPECT_EQ(interest("poke_enter=@arg1=00"), once);
    EXPECT_EQ(interest("delay_exit=1"), twice);
    EXPECT_EQ(interest("poke_exit=@arg1=00"), twice);
    EXPECT_EQ(interest("error=EIO:syscall=getpid"), twice);
}

TEST(RulePlan, AFixedErrorIsForTheKernel) {
    Subscription wanted;
    FixedErrors fixed;
    plan_of({"getppid:error=EIO", "chdir@64:error=EPERM"}).add_to(wanted, fixed);
    EXPECT_FALSE(wanted.any_call());
    EXPECT_EQ(fixed, (FixedErrors{{getppid, EIO}, {{Abi::x32, 110}, EIO}, {getppid_32, EIO}, {chdir_64, EPERM}}));
}

TEST(RulePlan, KnowsWhetherItReachesBeyondWhatIsPrinted) {
    EXPECT_FALSE(plan_of({"getppid:error=EIO"}).reaches_beyond(SyscallSet::all()));
    EXPECT_TRUE(plan_of({"getppid:error=EIO"}).reaches_beyond(*SyscallSet::parse("getppid@64")));
    EXPECT_FALSE(plan_of({"none:error=EIO"}).reaches_beyond(SyscallSet::none()));
}

TEST(RuleCounters, FollowTheExpression) {
    EXPECT_EQ(pattern("3"), "..x.......");
    EXPECT_EQ(pattern("2..4"), ".xxx......");
    EXPECT_EQ(pattern("3+"), "..xxxxxxxx");
    EXPECT_EQ(pattern("2+3"), ".x..x..x..");
    EXPECT_EQ(pattern("2..7+2"), ".x.x.x....");
    EXPECT_EQ(pattern("2..7+"), ".xxxxxx...");
    EXPECT_EQ(pattern("1"), "x.........");
}

TEST(RuleCounters, OfEachCallAbiAndThreadAreTheirOwn) {
    const RulePlan plan = plan_of({"getppid,chdir:error=EIO:when=2"});
    RuleCounters one;
    RuleCounters other;
    EXPECT_EQ(pattern(plan, one, getppid, 1), ".");
    EXPECT_EQ(pattern(plan, one, chdir_64, 1), ".");
    EXPECT_EQ(pattern(plan, one, getppid_32, 2), ".x");
    EXPECT_EQ(pattern(plan, other, getppid, 2), ".x");
    EXPECT_EQ(pattern(plan, one, getppid, 2), "x.");
}

TEST(RuleCounters, LastLongerThanSixteenBits) {
    RuleCounters counters;
    const RulePlan plan = plan_of({"getppid:error=EIO:when=1+65535"});
    int times = 0;
    for (int i = 0; i < 200000; ++i) times += rule_for(plan, counters, getppid) != nullptr ? 1 : 0;
    EXPECT_EQ(times, 4);
}

}  // namespace
}  // namespace troupe
