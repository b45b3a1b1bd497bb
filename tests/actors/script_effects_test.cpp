#include "actors/script_effects.hpp"

#include <gtest/gtest.h>

#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

constexpr TaskId leader{12560, 1};

class ScriptEffectsTest : public testing::Test {
 protected:
    Log log_{"troupe", LogLevel::error};
    TaskFacts task_{.id = leader, .lineage = Lineage::root(0)};
    Pipe pipe_;
};

TEST_F(ScriptEffectsTest, WhatIsPrintedWhileALineIsOpenBreaksItAndBothAreWhole) {
    const auto output = open_to(pipe_);
    ScriptEffects effects(log_, OutputFormat::text);
    effects.start_trace(*output);
    output->deliver(entry_of(*output, leader, "getpid"));
    effects.print("from a hook\n");
    output->deliver(exit_of(*output, leader, "= 12560"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(read_to_end(pipe_.reader),
              "getpid( <unfinished ...>\n"
              "from a hook\n"
              "<... getpid resumed>)                   = 12560\n");
}

TEST_F(ScriptEffectsTest, AHalfOfALineWaitsForTheOther) {
    const auto output = open_to(pipe_);
    ScriptEffects effects(log_, OutputFormat::text);
    effects.start_trace(*output);
    effects.print("half");
    output->deliver(line_of(*output, leader, "--- x ---"));
    effects.print(" a line\nand");
    effects.print(" another\n");
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(read_to_end(pipe_.reader), "--- x ---\nhalf a line\nand another\n");
}

TEST_F(ScriptEffectsTest, InJsonEachPrintedLineIsAMessage) {
    const auto output = open_to(pipe_, {.format = OutputFormat::jsonl});
    ScriptEffects effects(log_, OutputFormat::jsonl);
    effects.start_trace(*output);
    effects.print("a \"b\"\nc\n");
    EXPECT_FALSE(output->close().any());
    const std::string text = read_to_end(pipe_.reader);
    EXPECT_NE(text.find(R"(},"text":"a \"b\""})"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("},\"text\":\"c\"}\n")) << text;
}

TEST_F(ScriptEffectsTest, WhatIsEmittedIsALineAndWhatCameBeforeTheTraceComesFirst) {
    const Scratch scratch;
    const auto output = Output::open({.target = OutputConfig::Target::file, .destination = scratch.file("trace"), .follow = true}).value();
    ScriptEffects effects(log_, OutputFormat::text);
    effects.emit(nullptr, R"({"a":1})");
    effects.start_trace(*output);
    effects.emit(&task_, R"({"a":2})");
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(contents(scratch.file("trace")), "=== {\"a\":1} ===\n12560 === {\"a\":2} ===\n");
}

TEST_F(ScriptEffectsTest, InJsonTheObjectIsDataBesideItsTask) {
    const auto output = open_to(pipe_, {.format = OutputFormat::jsonl});
    ScriptEffects effects(log_, OutputFormat::jsonl);
    effects.start_trace(*output);
    effects.emit(&task_, R"({"a":2})");
    effects.emit(nullptr, "{}");
    EXPECT_FALSE(output->close().any());
    const std::string text = read_to_end(pipe_.reader);
    EXPECT_TRUE(text.starts_with(R"({"v":1,"type":"emit","seq":0,"time":{"realtime":)")) << text;
    EXPECT_NE(text.find("},\"tid\":12560,\"lineage\":\"0\",\"data\":{\"a\":2}}\n"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("},\"data\":{}}\n")) << text;
}

}  // namespace
}  // namespace troupe
