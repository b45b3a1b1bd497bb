#include "actors/printer.hpp"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

/// Prints calls of a tracee that asks for its parent, to a file.
class PrinterTest : public testing::Test {
 protected:
    PrinterTest() { tracee_.call.call = {Abi::x86_64, SYS_getppid}; }

    void print_calls(std::size_t calls) {
        for (std::size_t i = 0; i < calls; ++i) {
            printer_.entry(tracee_);
            tracee_.call.shown.result = 1;
            printer_.exit(tracee_);
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
    Printer printer_{config_, *output_};
    Tracee tracee_{TaskFacts{.id = {::getpid(), 1}}};
};

TEST_F(PrinterTest, CallsAreCollectedUntilTheyAreSentOff) {
    print_calls(3);
    EXPECT_FALSE(all_are_on_their_way());
    printer_.send_off();
    EXPECT_TRUE(all_are_on_their_way());
}

TEST_F(PrinterTest, WhereStopsGoOnWithoutPrintingTheyAreSentOffAllTheSame) {
    print_calls(1);
    for (std::size_t stops = 0; stops < output_->worth_collecting(); ++stops) {
        printer_.stop_served();
    }
    EXPECT_FALSE(all_are_on_their_way());
    printer_.stop_served();
    EXPECT_TRUE(all_are_on_their_way());
}

TEST_F(PrinterTest, AnythingButACallTakesWhatWasCollectedAlong) {
    config_.printing.exit_messages = true;
    print_calls(2);
    printer_.died(tracee_.facts.id, {.killed = false, .code = 3});
    EXPECT_TRUE(all_are_on_their_way());
    EXPECT_NE(contents(scratch_.file("trace")).find("\n+++ exited with 3 +++\n"), std::string::npos);
}

TEST_F(PrinterTest, NothingIsCollectedWhereTheTraceMayBeWatched) {
    Pipe pipe;
    const auto watched = open_to(pipe);
    EXPECT_EQ(watched->worth_collecting(), 1U);
    Printer printer(config_, *watched);
    printer.entry(tracee_);
    EXPECT_EQ(read_some(pipe.reader), "getppid(");
}

}  // namespace
}  // namespace troupe
