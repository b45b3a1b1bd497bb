#include "actors/recorder.hpp"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

/// Prints calls of a tracee that asks for its parent, to a file.
class RecorderTest : public testing::Test {
 protected:
    RecorderTest() { tracee_.call.call = {Abi::x86_64, SYS_getppid}; }

    void print_calls(std::size_t calls) {
        for (std::size_t i = 0; i < calls; ++i) {
            recorder_.entry(tracee_);
            tracee_.call.shown.result = 1;
            recorder_.exit(tracee_);
        }
    }
    /// Whether nothing is held back. A large line is written as soon as its turn has come: no buffer holds it.
    bool all_are_on_their_way() {
        const std::size_t before = contents(scratch_.file("trace")).size();
        output_->deliver(line_of(*output_, tracee_.facts.id, std::string(70'000, 'x')));
        return contents(scratch_.file("trace")).size() != before;
    }

    Scratch scratch_;
    EngineConfig config_;
    std::unique_ptr<Output> output_ = Output::open({.target = OutputConfig::Target::file, .destination = scratch_.file("trace")}).value();
    Recorder recorder_{config_, *output_};
    Tracee tracee_{TaskFacts{.id = {::getpid(), 1}}};
};

TEST_F(RecorderTest, CallsAreCollectedUntilTheyAreSentOff) {
    print_calls(3);
    EXPECT_FALSE(all_are_on_their_way());
    recorder_.send_off();
    EXPECT_TRUE(all_are_on_their_way());
}

TEST_F(RecorderTest, WhereStopsGoOnWithoutPrintingTheyAreSentOffAllTheSame) {
    print_calls(1);
    for (std::size_t stops = 0; stops < output_->worth_collecting(); ++stops) {
        recorder_.stop_served();
    }
    EXPECT_FALSE(all_are_on_their_way());
    recorder_.stop_served();
    EXPECT_TRUE(all_are_on_their_way());
}

TEST_F(RecorderTest, AnythingButACallTakesWhatWasCollectedAlong) {
    config_.printing.quiet = {};
    print_calls(2);
    recorder_.died(tracee_, {.killed = false, .code = 3});
    EXPECT_TRUE(all_are_on_their_way());
    EXPECT_NE(contents(scratch_.file("trace")).find("\n+++ exited with 3 +++\n"), std::string::npos);
}

TEST_F(RecorderTest, NothingIsCollectedWhereTheTraceMayBeWatched) {
    Pipe pipe;
    const auto watched = open_to(pipe);
    EXPECT_EQ(watched->worth_collecting(), 1U);
    Recorder recorder(config_, *watched);
    recorder.entry(tracee_);
    EXPECT_EQ(read_some(pipe.reader), "getppid(");
}

}  // namespace
}  // namespace troupe
