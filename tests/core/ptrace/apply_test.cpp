#include "troupe/core/apply.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "tests/actors/worker/fake_kernel.hpp"
#include "tests/core/ptrace/traced.hpp"

namespace troupe {
namespace {

using MomentAt = Moment::At;
using tests::FakeKernel;
using tests::FakeTasks;

/// A made-up tracee in a stop; its memory is ours.
class ApplyTest : public testing::Test {
 protected:
    Result<Applied> applied(const Decision& decision, MomentAt at) { return apply(kernel_, stopped_, memory_, decision, {.at = at}); }
    static std::uint64_t address(const void* bytes) { return reinterpret_cast<std::uint64_t>(bytes); }

    FakeTasks tasks_;
    FakeKernel kernel_{tasks_};
    TraceeMemory memory_{::getpid()};
    tests::Stopped stopped_{[this] {
        kernel_.report({.tid = tests::task(1)});
        return tests::stop_in(kernel_.wait(-1, Wait::look)).stopped;
    }()};
};

TEST_F(ApplyTest, ToLetPassAsksNothing) {
    for (const MomentAt at : {MomentAt::entry, MomentAt::exit, MomentAt::signal, MomentAt::other}) {
        const auto done = applied({}, at);
        ASSERT_TRUE(done.has_value());
        EXPECT_FALSE(done->replaced_call || done->delay || done->sent || done->deliver != 0 || done->wrote);
    }
    EXPECT_EQ(kernel_.asked(), "");
}

TEST_F(ApplyTest, AnErrorAtAnEntryIsTheResultOfNoCall) {
    const auto done = applied({.error = EPERM}, MomentAt::entry);
    ASSERT_TRUE(done.has_value());
    EXPECT_TRUE(done->replaced_call);
    EXPECT_FALSE(done->result_at_exit.has_value());
    EXPECT_EQ(kernel_.asked(), "replace 1 -1");
}

TEST_F(ApplyTest, AnotherCallLeavesItsResultForTheExit) {
    const auto done = applied({.error = EIO, .instead = 39}, MomentAt::entry);
    ASSERT_TRUE(done.has_value());
    EXPECT_TRUE(done->replaced_call);
    EXPECT_EQ(done->result_at_exit, -EIO);
    EXPECT_EQ(kernel_.asked(), "instead 1 39");
}

TEST_F(ApplyTest, ArgumentsAreSetAtAnEntryAndWhatStoodThereIsTold) {
    const auto done = applied({.arguments = {{2, 7}, {0, 1}}}, MomentAt::entry);
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->own_arguments, (std::vector<NewArgument>{{2, 0}, {0, 0}}));
    EXPECT_EQ(kernel_.asked(), "set 1 3=0x7, set 1 1=0x1");
}

TEST_F(ApplyTest, AnArgumentThatCannotBeSetIsSaid) {
    kernel_.fail("set", EIO);
    const auto done = applied({.arguments = {{2, 7}}}, MomentAt::entry);
    ASSERT_TRUE(done.has_value());
    ASSERT_TRUE(done->refused.has_value());
    EXPECT_EQ(done->refused->code, EIO);
}

TEST_F(ApplyTest, AResultAtAnExitIsSet) {
    ASSERT_TRUE(applied({.retval = 7}, MomentAt::exit).has_value());
    EXPECT_EQ(kernel_.asked(), "result 1 7");
}

TEST_F(ApplyTest, ASignalIsSentAtAnEntryAndDeliveredAtASignalsStop) {
    const auto at_entry = applied({.signal = SIGUSR1}, MomentAt::entry);
    EXPECT_EQ(at_entry->sent, SIGUSR1);
    EXPECT_EQ(kernel_.asked(), "tkill 1 10");
    const auto at_signal = applied({.signal = SIGUSR1}, MomentAt::signal);
    EXPECT_EQ(at_signal->deliver, SIGUSR1);
    EXPECT_FALSE(at_signal->sent.has_value());
    EXPECT_EQ(kernel_.asked(), "");
}

TEST_F(ApplyTest, AKillComesBeforeAnythingElse) {
    ASSERT_TRUE(applied({.error = EPERM, .kill = true}, MomentAt::entry).has_value());
    EXPECT_EQ(kernel_.asked(), "kill 1, replace 1 -1");
}

TEST_F(ApplyTest, BytesAreWrittenWhereThereIsMemoryAndTheOthersAreNamed) {
    std::array<char, 4> bytes{'.', '.', '.', '.'};
    const std::vector<std::byte> text{std::byte{'a'}, std::byte{'b'}};
    const auto done = applied({.pokes = {{address(bytes.data() + 1), text}, {8, text}}}, MomentAt::entry);
    ASSERT_TRUE(done.has_value());
    EXPECT_TRUE(done->wrote);
    EXPECT_EQ(std::string(bytes.data(), 4), ".ab.");
    ASSERT_EQ(done->unwritten.size(), 1U);
    EXPECT_EQ(done->unwritten.front().address, 8U);
}

TEST_F(ApplyTest, ADelayIsLeftToTheCaller) {
    EXPECT_EQ(applied({.delay = std::chrono::seconds(3)}, MomentAt::exit)->delay, std::chrono::seconds(3));
    EXPECT_EQ(kernel_.asked(), "");
}

TEST_F(ApplyTest, WhereTheCallCannotBeChangedTheRestIsDoneAllTheSame) {
    kernel_.fail("replace", EIO);
    const auto done = applied({.error = EPERM, .signal = SIGUSR1, .delay = std::chrono::seconds(3)}, MomentAt::entry);
    ASSERT_TRUE(done.has_value());
    EXPECT_FALSE(done->replaced_call);
    EXPECT_EQ(done->refused->code, EIO);
    EXPECT_EQ(done->sent, SIGUSR1);
    EXPECT_EQ(done->delay, std::chrono::seconds(3));
}

TEST_F(ApplyTest, ATraceeThatIsGoneIsAnOutcome) {
    kernel_.kill_silently(tests::task(1));
    const auto gone = applied({.error = EPERM}, MomentAt::entry);
    ASSERT_FALSE(gone.has_value());
    EXPECT_TRUE(is_gone(gone.error()));
}

}  // namespace
}  // namespace troupe
