// What is said of descriptors and processes: the programs say themselves what is to be shown.

#include <gtest/gtest.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

void expect_shown(const Outcome& outcome, const std::string& last) {
    ASSERT_TRUE(outcome.exited_with(0)) << outcome.text();
    for (const std::string& line : lines_of(outcome.out)) {
        EXPECT_TRUE(contains(outcome.err, line) || line == last) << line << "\nis not in\n" << outcome.err;
    }
}

class Descriptors : public testing::TestWithParam<Configuration> {};

TEST_P(Descriptors, AreShownAsTheProgramSays) {
    for (const char* program : {"descriptors", "descriptors_32"}) {
        expect_shown(run(troupe(GetParam(), {"-yy", "-e", "trace=openat,close,dup,poll,fcntl,kcmp,fdatasync", tracee(program)})),
                     "descriptors were used");
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, Descriptors, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(Descriptors, ThatRequestsReturnHaveNames) {
    const Outcome outcome = run_troupe(
        {"-y", "-a", "0", "-e", "trace=ioctl", "-e", "inject=ioctl:retval=1", tracee("told_block_and_file_systems"), "names", "brief"});
    EXPECT_EQ(lines_matching(outcome.err, "^ioctl\\(-1, NS_GET_(USERNS|PARENT)\\) = 1<[^<>]+>(\\(deleted\\))? \\(INJECTED\\)$").size(), 4U)
        << outcome.text();
    EXPECT_FALSE(lines_matching(outcome.err, "NS_GET_NSTYPE\\) = 1 ").empty()) << outcome.text();
}

class ProcessNames : public testing::TestWithParam<Configuration> {};

TEST_P(ProcessNames, AreShownAsTheProgramSays) {
    for (const char* program : {"process_names", "process_names_32"}) {
        expect_shown(
            run(troupe(GetParam(), {"--decode-pids=comm,pidns", "-a", "0", "-e", "trace=kill,getpgid,/^(fcntl|ioctl)", tracee(program)})),
            "processes were asked for");
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, ProcessNames, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(ProcessNames, StandBehindThePidOfEachLine) {
    const Outcome outcome = run_troupe({"--always-show-pid", "-Y", "-e", "trace=exit_group", "true"});
    ASSERT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "<true>] exit_group(0)")) << outcome.err;
    EXPECT_TRUE(contains(outcome.err, "<true>] +++ exited with 0 +++")) << "it has no name any more then\n" << outcome.err;
}

TEST(CallNotes, NewNamespacesStandBehindTheCallThatEntersThem) {
    const Outcome outcome = run_troupe({"--namespace=new", "-e", "trace=unshare", "unshare", "--user", "readlink", "/proc/self/ns/user"});
    if (!outcome.exited_with(0)) {
        GTEST_SKIP() << "no user namespaces can be made here: " << outcome.text();
    }
    const std::string space = outcome.out.substr(0, outcome.out.find('\n'));
    EXPECT_TRUE(contains(outcome.err, "unshare(CLONE_NEWUSER)                  = 0 (" + space + ")\n")) << outcome.text();
}

}  // namespace
}  // namespace troupe::tests
