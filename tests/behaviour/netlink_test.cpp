// Messages of netlink in a trace: the program that sends them says itself what is to be shown.

#include <gtest/gtest.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class NetlinkMessages : public testing::TestWithParam<Configuration> {};

TEST_P(NetlinkMessages, AreShownAsTheProgramSays) {
    for (const char* program : {"netlink", "netlink_32"}) {
        const Outcome outcome = run(troupe(GetParam(), {"-s", "200", "-e", "trace=sendto,recvfrom", tracee(program)}));
        ASSERT_TRUE(outcome.exited_with(0)) << outcome.text();
        for (const std::string& line : lines_of(outcome.out)) {
            EXPECT_TRUE(contains(outcome.err, line) || line == "messages of netlink passed") << line << "\nis not in\n" << outcome.err;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, NetlinkMessages, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
