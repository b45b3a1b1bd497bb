#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"

namespace troupe::tests {

/// A test that runs a script of its own on a program, in one of the configurations.
class ScriptTest : public testing::TestWithParam<Configuration> {
 protected:
    /// `troupe CONFIGURATION OPTIONS -l script.lua COMMAND`
    Outcome run_script(std::string_view script, std::vector<std::string> command, std::vector<std::string> options = {"-e", "none"}) {
        options.insert(options.end(), {"-l", scratch_.write("script.lua", script)});
        options.insert(options.end(), command.begin(), command.end());
        return run(troupe(GetParam(), std::move(options)));
    }

    /// Each configuration that prints to a file prints there.
    std::vector<std::string> to_file() { return {"-o", scratch_.path("trace")}; }
    [[nodiscard]] std::string trace() const { return scratch_.read("trace"); }

    Scratch scratch_;
};

}  // namespace troupe::tests
