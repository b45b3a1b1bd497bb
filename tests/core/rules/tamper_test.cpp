#include <gtest/gtest.h>

#include <cerrno>

#include "tests/core/rules/rule_of.hpp"
#include "troupe/core/rule_plan.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;
using tests::rule_of;

constexpr SyscallEntry read_call{.call = {Abi::x86_64, 0}, .args = {3, 0x1000, 5, 0x4000, 0x5000, 0x6000}};

Decision at_entry(const std::string& text, const SyscallEntry& entry = read_call) { return decision_at_entry(rule_of(text), entry); }
Decision at_exit(const std::string& text) { return decision_at_exit(rule_of(text), read_call.call, read_call.args); }

TEST(Tampering, HasItsKinds) {
    EXPECT_EQ(at_entry("read:error=EIO").error, EIO);
    EXPECT_EQ(at_entry("read:retval=7").retval, 7);
    EXPECT_EQ(at_entry("read:signal=USR1").signal, 10);
    EXPECT_EQ(at_entry("read:delay_enter=5ms").delay, 5ms);
    EXPECT_FALSE(at_entry("read:signal=USR1").replaces_call());
}

TEST(Tampering, AtEntryLeavesAloneWhatIsForTheExit) {
    const Decision before = at_entry("read:delay_exit=5ms:poke_exit=@arg2=00:signal=2");
    EXPECT_FALSE(before.delay);
    EXPECT_TRUE(before.pokes.empty());
    EXPECT_TRUE(before.wants_exit);
    const Decision behind = at_exit("read:delay_enter=1:delay_exit=5ms:poke_enter=@arg1=00:poke_exit=@arg2=0102:signal=2:error=EIO");
    EXPECT_EQ(behind.delay, 5ms);
    ASSERT_EQ(behind.pokes.size(), 1U);
    EXPECT_EQ(behind.pokes[0].address, 0x1000U);
    EXPECT_EQ(behind.pokes[0].bytes.size(), 2U);
    EXPECT_FALSE(behind.signal);
    EXPECT_FALSE(behind.error);
}

TEST(Tampering, ACallMadeInsteadHasTheNumberOfTheAbi) {
    const std::string text = "all:error=EIO:syscall=getpid";
    EXPECT_EQ(at_entry(text).instead, 39U);
    EXPECT_TRUE(at_entry(text).wants_exit);
    EXPECT_EQ(at_entry(text, {.call = {Abi::i386, 3}}).instead, 20U);
    EXPECT_EQ(at_entry(text, {.call = {Abi::x32, 0}}).instead, 39U);
    EXPECT_FALSE(at_entry("read:signal=2:syscall=getpid").instead) << "nothing is replaced";
}

TEST(Tampering, PokesOnlyArgumentsThatTheCallHas) {
    const std::string text = "read:poke_enter=@arg2=00,@arg4=00,@arg7=00:poke_exit=@arg4=00,@arg5=00";
    ASSERT_EQ(at_entry(text).pokes.size(), 1U);
    EXPECT_EQ(at_entry(text).pokes[0].address, 0x1000U);
    EXPECT_TRUE(at_exit(text).pokes.empty());
    EXPECT_EQ(arguments_missing(rule_of(text), read_call.call), (std::vector<std::uint8_t>{3, 6, 4}));
    EXPECT_TRUE(arguments_missing(rule_of("read:poke_enter=@arg3=00"), read_call.call).empty());
}

}  // namespace
}  // namespace troupe
