#include "actors/json_rendering.hpp"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "troupe/core/clock.hpp"
#include "troupe/core/rules.hpp"

namespace troupe {
namespace {

class JsonRenderingTest : public testing::Test {
 protected:
    JsonRenderingTest() {
        tracee_.facts.process = ::getpid();
        tracee_.facts.lineage = Lineage::root(0);
        tracee_.introduction = {.comm = "a \"name\"", .comm_read_at = monotonic_ns()};
        tracee_.call.call = {Abi::x86_64, SYS_close};
        tracee_.call.args = {3};
        tracee_.call.shown.args = {3};
    }
    [[nodiscard]] std::string self() const {
        const std::string pid = std::to_string(::getpid());
        return R"("pid":)" + pid + R"(,"tid":)" + pid + R"(,"comm":"a \"name\"","lineage":"0")";
    }

    TextStyle style_;
    JsonRendering rendering_{style_, {}};
    Tracee tracee_{TaskFacts{.id = {::getpid(), 1}}};
};

TEST_F(JsonRenderingTest, ATaskIsIntroducedByItsNumbersItsNameAndItsLineage) {
    EXPECT_EQ(rendering_.detached(tracee_), self());
    tracee_.facts.lineage = {};
    EXPECT_TRUE(rendering_.detached(tracee_).ends_with(R"(,"lineage":null)"));
    tracee_.introduction.comm = "\xff";
    EXPECT_TRUE(rendering_.detached(tracee_).ends_with(R"(,"comm":{"base64":"/w=="},"lineage":null)"));
}

TEST_F(JsonRenderingTest, ProcessAndNameAreReadWhereTheyAreNotKnown) {
    tracee_.facts.process = 0;
    tracee_.introduction = {};
    ASSERT_EQ(::prctl(PR_SET_NAME, "renamed"), 0);
    EXPECT_TRUE(rendering_.detached(tracee_).ends_with(R"(,"comm":"renamed","lineage":"0")"));
    EXPECT_EQ(tracee_.facts.process, ::getpid());
}

TEST_F(JsonRenderingTest, CallBeginsWithItsNameItsNumberAndItsArguments) {
    const CallBegan began = rendering_.call_began(tracee_);
    EXPECT_TRUE(began.bytes.starts_with(self() + R"(,"name":"close","number":3,"abi":"x86_64","raw":["0x3"],"args":{"fd":3)"))
        << began.bytes;
    EXPECT_EQ(began.closing, "}");
}

TEST_F(JsonRenderingTest, UnknownCallHasAllArguments) {
    tracee_.call.call = {Abi::i386, 4000};
    tracee_.call.args = {1, 2, 3, 4, 5, 0xffffffff};
    EXPECT_TRUE(rendering_.call_began(tracee_).bytes.starts_with(
        self() + R"(,"name":"syscall_0xfa0","number":4000,"abi":"i386","raw":["0x1","0x2","0x3","0x4","0x5","0xffffffff"],"args":{)"))
        << rendering_.call_began(tracee_).bytes;
}

TEST_F(JsonRenderingTest, ResultIsANumberAndAnErrorHasANameAsWell) {
    tracee_.call.shown.result = 12;
    EXPECT_TRUE(rendering_.call_ended(tracee_).bytes.ends_with(R"(,"result":12)"));
    tracee_.call.shown.result = -1;
    tracee_.call.shown.error = 2;
    EXPECT_TRUE(rendering_.call_ended(tracee_).bytes.ends_with(R"(,"result":-1,"errno":2,"error":"ENOENT")"));
    tracee_.call.shown.error = 512;
    EXPECT_TRUE(rendering_.call_ended(tracee_).bytes.ends_with(R"(,"result":-1,"errno":512,"error":"ERESTARTSYS")"));
    tracee_.call.shown.error = 4000;
    EXPECT_TRUE(rendering_.call_ended(tracee_).bytes.ends_with(R"(,"result":-1,"errno":4000)"));
}

TEST_F(JsonRenderingTest, TamperingNamesTheRuleOrTheHook) {
    const auto written = parse_inject("close:error=EIO:when=2+").value();
    tracee_.call.fired = &written.rule;
    EXPECT_TRUE(rendering_.call_ended(tracee_).bytes.ends_with(R"(,"injected":{"by":"rule","rule":"close:error=EIO:when=2+"})"));
    tracee_.call.tampered_by_hook = true;
    EXPECT_TRUE(rendering_.call_ended(tracee_).bytes.ends_with(R"(,"injected":{"by":"hook"})"));
}

TEST_F(JsonRenderingTest, NameIsReadAgainAfterTheTaskHasChangedIt) {
    tracee_.call.call.number = SYS_prctl;
    tracee_.call.args = {PR_SET_NAME};
    (void)rendering_.call_ended(tracee_);
    ASSERT_EQ(::prctl(PR_SET_NAME, "again"), 0);
    EXPECT_TRUE(rendering_.detached(tracee_).ends_with(R"("comm":"again","lineage":"0")"));
}

TEST_F(JsonRenderingTest, ChildIsNamedByItsLineage) {
    EXPECT_EQ(rendering_.spawned(tracee_, {SpawnKind::clone, 77}, tracee_.facts.lineage.next_child()),
              self() + R"(,"kind":"clone","child":{"tid":77,"lineage":"0.1"})");
    EXPECT_EQ(rendering_.spawned(tracee_, {SpawnKind::vfork, 78}, {}), self() + R"(,"kind":"vfork","child":{"tid":78,"lineage":null})");
}

TEST_F(JsonRenderingTest, EndTellsTheStatusOrTheSignal) {
    EXPECT_EQ(rendering_.died(tracee_, {.killed = false, .core_dumped = false, .code = 3}), self() + R"(,"status":3)");
    EXPECT_EQ(rendering_.died(tracee_, {.killed = true, .core_dumped = true, .code = SIGSEGV}),
              self() + R"(,"signal":"SIGSEGV","core_dumped":true)");
}

}  // namespace
}  // namespace troupe
