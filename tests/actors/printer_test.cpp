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
    /// Lines that have come to the file, if it is looked at now.
    std::size_t lines() {
        output_->flush();
        const std::string text = contents(scratch_.file("trace"));
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    }

    Scratch scratch_;
    EngineConfig config_;
    std::unique_ptr<Output> output_ = Output::open({.target = OutputConfig::Target::file, .destination = scratch_.file("trace")}).value();
    Printer printer_{config_, *output_};
    Tracee tracee_{TaskFacts{.id = {::getpid(), 1}}};
};

TEST_F(PrinterTest, CallsAreCollectedUntilTheyAreSentOff) {
    print_calls(3);
    EXPECT_EQ(lines(), 0U);
    printer_.send_off();
    EXPECT_EQ(lines(), 3U);
    printer_.send_off();
    EXPECT_EQ(lines(), 3U);
}

TEST_F(PrinterTest, NoMoreAreCollectedThanAreWorthIt) {
    print_calls(output_->worth_collecting() / 2);
    EXPECT_EQ(lines(), output_->worth_collecting() / 2);
}

TEST_F(PrinterTest, WhereStopsGoOnWithoutPrintingTheyAreSentOffAllTheSame) {
    print_calls(1);
    for (std::size_t stops = 0; stops <= output_->worth_collecting(); ++stops) {
        EXPECT_EQ(lines(), 0U) << stops;
        printer_.stop_served();
    }
    EXPECT_EQ(lines(), 1U);
}

TEST_F(PrinterTest, AnythingButACallTakesWhatWasCollectedAlong) {
    config_.printing.exit_messages = true;
    print_calls(2);
    printer_.died(tracee_.facts.id, {.killed = false, .code = 3});
    EXPECT_EQ(lines(), 3U);
    EXPECT_TRUE(contents(scratch_.file("trace")).ends_with("+++ exited with 3 +++\n"));
}

TEST_F(PrinterTest, NothingIsCollectedWhereSomebodyWatches) {
    Pipe pipe;
    const auto watched = open_to(pipe);
    EXPECT_EQ(watched->worth_collecting(), 1U);
    Printer printer(config_, *watched);
    printer.entry(tracee_);
    EXPECT_EQ(read_some(pipe.reader), "getppid(");
}

}  // namespace
}  // namespace troupe
