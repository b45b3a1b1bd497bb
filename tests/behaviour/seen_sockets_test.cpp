// What is remembered of sockets, in whichever process and thread they are looked at: the program says itself what is to be shown.

#include <gtest/gtest.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class SeenSockets : public testing::TestWithParam<Configuration> {};

TEST_P(SeenSockets, AreCalledAsTheyWereSeenFirst) {
    for (const char* program : {"sockets_that_end", "sockets_that_end_32"}) {
        const Outcome outcome = run(troupe(GetParam(), {"-yy", "-a", "0", "-e", "trace=lseek", tracee(program)}));
        ASSERT_TRUE(outcome.exited_with(0)) << outcome.text();
        for (const std::string& line : lines_of(outcome.out)) {
            EXPECT_TRUE(contains(outcome.err, line + "\n") || line == "sockets were looked at") << line << "\nis not in\n" << outcome.err;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, SeenSockets, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(SeenSockets, AreTheSameInRecords) {
    const Outcome outcome =
        run_troupe({"-f", "-yy", "--workers=2", "--output-format=jsonl", "-e", "trace=lseek", tracee("sockets_that_end")});
    ASSERT_TRUE(outcome.exited_with(0)) << outcome.text();
    for (const std::string& line : lines_of(outcome.out)) {
        const auto begin = line.find('<'), end = line.find('>', line.find(']'));
        if (begin != std::string::npos && !contains(line, "\"")) {
            EXPECT_TRUE(contains(outcome.err, "\"name\":\"" + line.substr(begin + 1, end - begin - 1) + "\"")) << line;
        }
    }
}

}  // namespace
}  // namespace troupe::tests
