#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {

inline constexpr const char* records_checker = TROUPE_SOURCE_DIR "/tests/support/check_records.py";
inline constexpr const char* records_schema = TROUPE_SOURCE_DIR "/docs/records.schema.json";

/// A test that writes a trace of records, in one of the configurations.
class Records : public testing::TestWithParam<Configuration> {
 protected:
    /// `troupe CONFIGURATION --output-format=jsonl -o trace ARGUMENTS`
    Outcome trace(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--output-format=jsonl", "-o", scratch_.path("trace")});
        return run(troupe(GetParam(), std::move(arguments)));
    }
    /// What the checker says of a trace that is right.
    std::string checked(std::vector<std::string> files = {}) {
        if (files.empty()) {
            files = {scratch_.path("trace")};
        }
        files.insert(files.begin(), {records_checker, records_schema});
        Command command;
        command.argv = std::move(files);
        command.limit = std::chrono::seconds(150);  // it takes a tenth of a millisecond a line, where nothing else runs
        const Outcome outcome = run(std::move(command));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome.out;
    }
    [[nodiscard]] std::string text() const { return scratch_.read("trace"); }
    [[nodiscard]] bool follows() const { return GetParam().options.front() == "-f"; }

    Scratch scratch_;
};

}  // namespace troupe::tests
