#include <fcntl.h>

#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// What a hook of troupe.hook decides, and what it may ask for only at an exit.
class DecisionTest : public ScriptTest {
 protected:
    /// Runs the statements in a hook on these calls.
    void hook(const std::string& names, const std::string& statements, const std::string& options = "{when = 'both'}") {
        run_well(say + "troupe.hook('" + names + "', " + options + ", function(ev) " + statements + " end)");
    }
};

TEST_F(DecisionTest, AnArgumentIsSetByNameOrNumber) {
    hook("openat,read", R"(if ev.name == 'read' then say(ev:set(3, 10)) else
        say(ev:set('flags', 'O_RDWR|O_CLOEXEC'), ev:set('dirfd', -100), ev:set('pathname', 0x1000), ev.flags, ev.args[2]) end)");
    EXPECT_THAT(enter("read", {3, 0x2000, 100}).arguments, ElementsAre(NewArgument{2, 10}));
    const Decision decision = enter("openat", {5, 0x2000, O_RDONLY, 0});
    EXPECT_THAT(decision.arguments,
                ElementsAre(NewArgument{2, O_RDWR | O_CLOEXEC}, NewArgument{0, ~std::uint64_t{99}}, NewArgument{1, 0x1000}));
    ASSERT_TRUE(decision.shown.has_value()) << "it is printed as it is made";
    EXPECT_EQ(decision.shown->args[1], 0x1000U);
    EXPECT_EQ(said(), "true\ntrue true true O_RDWR|O_CLOEXEC 4096\n");
}

TEST_F(DecisionTest, TheLastValueOfAnArgumentCounts) {
    hook("close", "ev:set('fd', 4) ev:set(1, 5)");
    EXPECT_THAT(enter("close", {3}).arguments, ElementsAre(NewArgument{0, 5}));
}

TEST_F(DecisionTest, HalvesOfI386AreSetTogether) {
    run_well("troupe.hook('pread64@32', function(ev) assert(ev:set('offset', 0x123456789)) end)");
    const Decision decision = decide(SyscallEntry{call_named("pread64", Abi::i386), {3, 0, 1, 0, 0}, 0, 0});
    EXPECT_THAT(decision.arguments, ElementsAre(NewArgument{3, 0x23456789}, NewArgument{4, 1}));
}

TEST_F(DecisionTest, WhatIsNoValueOfAnArgumentIsAnErrorThatSaysWhatIs) {
    hook("openat", R"(
        say(select(2, pcall(ev.set, ev, 'path', 1)))
        say(select(2, pcall(ev.set, ev, 7, 1)))
        say(select(2, pcall(ev.set, ev, 'flags', 'O_NONSENSE')))
        say(select(2, pcall(ev.set, ev, 'pathname', '/etc/passwd')))
        say(select(2, pcall(ev.set, ev, 'flags', true)))
    )",
         "{}");
    EXPECT_TRUE(enter("openat").arguments.empty());
    EXPECT_THAT(said(), HasSubstr("openat has no argument 'path': it has the arguments dirfd, pathname, flags, mode\n"));
    EXPECT_THAT(said(), HasSubstr("openat has no argument '7'"));
    EXPECT_THAT(said(), HasSubstr("'O_NONSENSE' is no constant of the argument 'flags'"));
    EXPECT_THAT(said(), HasSubstr("'pathname' is a string in memory: set an address, or write there with strace.write_obj"));
    EXPECT_THAT(said(), HasSubstr("expected a number or names of constants, got a boolean"));
}

TEST_F(DecisionTest, AtTheExitItIsTooLate) {
    hook("read", "say(ev:set('count', 1)) say(ev:shorten(1)) say(ev:skip())", "{when = 'exiting'}");
    const Decision decision = leave("read", 5, {3, 0, 10});
    EXPECT_TRUE(decision.arguments.empty());
    EXPECT_FALSE(decision.shown.has_value());
    EXPECT_EQ(
        said(),
        "false it is too late: the call was made\nfalse it is too late: the call was made\nfalse it is too late: the call was made\n");
}

TEST_F(DecisionTest, WhereRegistersAreNotItsOwnAnArgumentCannotBeSet) {
    run_well(say + "troupe.hook('socket@32,clone', function(ev) say(ev:set(1, 0)) end)");
    for (const auto& [call, registers] :
         {std::pair{call_named("socket", Abi::i386), CallRegisters::in_memory}, std::pair{call_named("clone"), CallRegisters::inherited}}) {
        const Event event = SyscallEntry{call, {}, 0, 0};
        EventView view(event, task, memory, so_far, sequence++, qualifiers, {.registers = registers});
        const auto decided = hooks->decide(view, effects);
        ASSERT_TRUE(decided.has_value());
        EXPECT_TRUE(decided->arguments.empty());
    }
    EXPECT_THAT(said(), HasSubstr("false the arguments of this call are in memory, and not in registers"));
    EXPECT_THAT(said(), HasSubstr("false the child that this call makes would have the same registers"));
}

TEST_F(DecisionTest, ATransferIsShortenedNeverLengthened) {
    hook("read,getrandom,getppid", "say(ev:shorten(10))", "{}");
    EXPECT_THAT(enter("read", {3, 0, 11}).arguments, ElementsAre(NewArgument{2, 10}));
    EXPECT_TRUE(enter("read", {3, 0, 10}).arguments.empty());
    EXPECT_THAT(enter("getrandom", {0, 500, 0}).arguments, ElementsAre(NewArgument{1, 10}));
    EXPECT_TRUE(enter("getppid").arguments.empty());
    EXPECT_EQ(said(),
              "true\ntrue\ntrue\nfalse getppid transfers no bytes that can be fewer: copy_file_range, getrandom, pread64, pwrite64, read, "
              "recv, recvfrom, send, sendfile, sendfile64, sendto, splice, tee, write do\n");
}

TEST_F(DecisionTest, NothingIsNoLengthOfATransfer) {
    hook("read", "ev:shorten(0)", "{}");
    enter("read", {3, 0, 11});
    EXPECT_THAT(message(), HasSubstr("expected a number of bytes, 1 or more"));
}

TEST_F(DecisionTest, ASkippedCallReturnsZero) {
    hook("unlink", "say(ev:skip())", "{}");
    EXPECT_EQ(enter("unlink").retval, 0);
    EXPECT_EQ(said(), "true\n");
}

TEST_F(DecisionTest, ATraceeIsDetachedUnlessAFilterIsOnIt) {
    hook("getppid", "say(ev:detach())", "{}");
    EXPECT_TRUE(enter("getppid").detach);
    const Event event = SyscallEntry{call_named("getppid"), {}, 0, 0};
    EventView view(event, task, memory, so_far, sequence++, qualifiers, {.may_be_detached = false});
    EXPECT_FALSE(hooks->decide(view, effects)->detach);
    EXPECT_THAT(said(), HasSubstr("true\nfalse it runs under a filter of ours, and its calls would fail without us: --seccomp-bpf=off"));
}

TEST_F(DecisionTest, AResultHasAMeaningWhereOneIsPrinted) {
    hook("fcntl,poll,read,getppid", "say(ev.name, ev.meaning)");
    enter("fcntl", {3, F_GETFL});
    leave("fcntl", O_RDWR | O_APPEND, {3, F_GETFL});
    leave("poll", 0, {0, 0, 5});
    fail("read", EAGAIN, {3});
    leave("getppid", 7);
    EXPECT_EQ(said(), "fcntl nil\nfcntl flags O_RDWR|O_APPEND\npoll Timeout\nread Resource temporarily unavailable\ngetppid nil\n");
}

TEST_F(DecisionTest, WhatBecameReadyIsAMeaning) {
    memory.map(0x1000, std::string("\3\0\0\0\1\0\1\0", 8));
    hook("poll", "say(ev.meaning)", "{when = 'exiting'}");
    leave("poll", 1, {0x1000, 1, 5});
    EXPECT_EQ(said(), "[{fd=3, revents=POLLIN}]\n");
}

}  // namespace
}  // namespace troupe
