#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

class InjectTest : public ScriptTest {
 protected:
    /// Runs `body` in a hook at the entry of read; what it says is in said().
    Decision at_entry(const std::string& body) {
        effects.logged.clear();
        run_well(say + "local ffi = require 'ffi'\nstrace.hook('read', 'entering', function(tcp)\n" + body + "\nend)");
        return enter("read");
    }
    Decision at_exit(const std::string& body) {
        effects.logged.clear();
        run_well(say + "strace.hook('read', 'exiting', function(tcp)\n" + body + "\nend)");
        return leave("read");
    }
};

TEST_F(InjectTest, SignalByNameNumberAndNumericString) {
    EXPECT_EQ(at_entry("say(strace.inject_signal('SIGUSR1'))").signal, 10);
    EXPECT_EQ(said(), "true\n");
    EXPECT_EQ(at_entry("say(strace.inject_signal(12))").signal, 12);
    EXPECT_EQ(at_entry("say(strace.inject_signal('64'))").signal, 64);
    EXPECT_EQ(said(), "true\n");
}

TEST_F(InjectTest, UnknownSignalIsNotFound) {
    EXPECT_FALSE(at_entry("say(strace.inject_signal('USR1'))").signal);
    EXPECT_EQ(said(), "false signal not found\n");
}

TEST_F(InjectTest, SignalOutsideTheRangeCannotBeInjected) {
    EXPECT_FALSE(at_entry("say(strace.inject_signal(0)) say(strace.inject_signal(65)) say(strace.inject_signal(-1))").signal);
    EXPECT_EQ(said(), "false cannot inject signal\nfalse cannot inject signal\nfalse cannot inject signal\n");
}

TEST_F(InjectTest, SignalAtExitCannotBeInjected) {
    EXPECT_FALSE(at_exit("say(strace.inject_signal('SIGUSR1'))").signal);
    EXPECT_EQ(said(), "false cannot inject signal\n");
}

TEST_F(InjectTest, ErrorByNameAndNumber) {
    EXPECT_EQ(at_entry("say(strace.inject_error('EPERM'))").error, 1);
    EXPECT_EQ(said(), "true\n");
    EXPECT_EQ(at_entry("say(strace.inject_error(4095))").error, 4095);
    EXPECT_EQ(at_entry("say(strace.inject_error('EWOULDBLOCK'))").error, 11);
    EXPECT_EQ(at_entry("say(strace.inject_error('ENOTSUP'))").error, 95);
    EXPECT_EQ(at_entry("say(strace.inject_error(ffi.new('const char *', 'ENOENT')))").error, 2);
}

TEST_F(InjectTest, UnknownErrorIsNotFound) {
    EXPECT_FALSE(at_entry("say(strace.inject_error('EWHAT'))").error);
    EXPECT_EQ(said(), "false error not found\n");
}

TEST_F(InjectTest, ErrorOutsideTheRangeOrAtExitCannotBeInjected) {
    EXPECT_FALSE(at_entry("say(strace.inject_error(0)) say(strace.inject_error(4096)) say(strace.inject_error(2^40))").error);
    EXPECT_EQ(said(), "false cannot inject error\nfalse cannot inject error\nfalse cannot inject error\n");
    EXPECT_FALSE(at_exit("say(strace.inject_error('EPERM'))").error);
    EXPECT_EQ(said(), "false cannot inject error\n");
}

TEST_F(InjectTest, ReturnValueOf64Bits) {
    EXPECT_EQ(at_entry("say(strace.inject_retval(42))").retval, 42);
    EXPECT_EQ(said(), "true\n");
    EXPECT_EQ(at_entry("say(strace.inject_retval(0x123456789abLL))").retval, 0x123456789ab);
    EXPECT_EQ(at_entry("say(strace.inject_retval(0x8000000000000000ULL))").retval, INT64_MIN);
    EXPECT_EQ(at_entry("say(strace.inject_retval(-4096))").retval, -4096);
}

TEST_F(InjectTest, ReturnValueThatIsAnErrorIsOne) {
    const Decision decision = at_entry("say(strace.inject_retval(-2))");
    EXPECT_EQ(decision.error, 2);
    EXPECT_FALSE(decision.retval);
    EXPECT_EQ(at_entry("strace.inject_retval(-4095)").error, 4095);
    EXPECT_EQ(at_entry("strace.inject_retval(-1ULL)").error, 1);
}

TEST_F(InjectTest, ReturnValueAtExitCannotBeInjected) {
    EXPECT_FALSE(at_exit("say(strace.inject_retval(1))").retval);
    EXPECT_EQ(said(), "false cannot inject return value\n");
}

TEST_F(InjectTest, TheLastOfAKindWinsAndOtherKindsStay) {
    const Decision decision =
        at_entry("strace.inject_error('EPERM') strace.inject_signal(10) strace.inject_retval(7) strace.inject_signal(12)");
    EXPECT_EQ(decision.retval, 7);
    EXPECT_FALSE(decision.error);
    EXPECT_EQ(decision.signal, 12);
    const Decision other = at_entry("strace.inject_retval(7) strace.inject_error('EPERM')");
    EXPECT_EQ(other.error, 1);
    EXPECT_FALSE(other.retval);
}

TEST_F(InjectTest, LowLevelFunctionsAnswerTheSame) {
    const Decision decision = at_entry(R"(
        say(strace.C.inject_signo(10), strace.C.inject_signo(0), strace.C.inject_signo(65))
        say(strace.C.inject_retval(5))
    )");
    EXPECT_EQ(said(), "true false false\ntrue\n");
    EXPECT_EQ(decision.signal, 10);
    EXPECT_EQ(decision.retval, 5);
    at_exit("say(strace.C.inject_signo(10), strace.C.inject_retval(5))");
    EXPECT_EQ(said(), "false false\n");
    effects.logged.clear();
    run_well(say + "say(strace.C.inject_signo(10), strace.C.inject_retval(5))");
    EXPECT_EQ(said(), "false false\n");
}

TEST_F(InjectTest, ADecisionIsForOneCallOnly) {
    run_well("strace.hook('read', 'entering', function(tcp) if tcp.u_arg[0] == 1 then strace.inject_error(5) end end)");
    EXPECT_EQ(enter("read", {1}).error, 5);
    EXPECT_FALSE(enter("read", {2}).error);
}

}  // namespace
}  // namespace troupe
