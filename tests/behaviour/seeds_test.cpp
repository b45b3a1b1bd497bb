// The seed scripts run unchanged and say what they are meant to say.

#include <fcntl.h>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Seeds : public ScriptTest {};

/// Processes that strace's own summary counts, over the calls that seed 01 hooks.
long long counted_by_strace(std::vector<std::string> command, const Scratch& scratch) {
    command.insert(command.begin(),
                   {"/usr/bin/strace", "-f", "-c", "-o", scratch.path("table"), "-e", "trace=clone,fork,vfork", "-U", "calls,errors,name"});
    Command whole;
    whole.argv = std::move(command);
    whole.folder = scratch.path("tree");
    const Outcome outcome = run(std::move(whole));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const std::vector<std::string> total = lines_matching(scratch.read("table"), " total$");
    return total.size() == 1 ? number_after(total.front(), "") : -1;
}

TEST_P(Seeds, CountSpawnedCountsWhatStraceCountsTenTimesInARow) {
    if (!std::filesystem::exists("/usr/bin/strace")) {
        GTEST_SKIP() << "there is no strace to compare with";
    }
    std::string makefile = "CC = gcc\nall:";
    const int files = slow_build ? 4 : 10;
    for (int i = 0; i < files; ++i) {
        const std::string name = "file" + std::to_string(i);
        scratch_.write("tree/" + name + ".c", "int " + name + "(void) { return " + std::to_string(i) + "; }\n");
        makefile += " " + name + ".o";
    }
    scratch_.write("tree/Makefile", makefile + "\n");
    const std::vector<std::string> command = {"/usr/bin/make", "-B", "-s", "-j4"};
    const long long expected = counted_by_strace(command, scratch_);
    EXPECT_GT(expected, files) << scratch_.read("table");
    const int rounds = slow_build || contains(GetParam().name, "NoFilter") ? 2 : 10;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::string> arguments = {"-e", "none", "-e", "signal=none", "-qq", "-l", seed("01-count-spawned.lua")};
        arguments.insert(arguments.end(), command.begin(), command.end());
        Command whole = troupe(GetParam(), arguments);
        whole.folder = scratch_.path("tree");
        const Outcome outcome = run(std::move(whole));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        ASSERT_EQ(outcome.err, "Processes spawned:\t" + std::to_string(expected) + "\n");
    }
}

TEST_P(Seeds, DenySetpipeRefusesThatCommandAndNoOther) {
    const std::string program = scratch_.write("pipe.py", R"(
import fcntl, os, errno
r, w = os.pipe()
try:
    fcntl.fcntl(w, 1031, 65536)
    print('F_SETPIPE_SZ worked')
except OSError as e:
    print('F_SETPIPE_SZ', errno.errorcode[e.errno])
print('F_GETPIPE_SZ', fcntl.fcntl(w, 1032))
print('F_GETFD', fcntl.fcntl(w, fcntl.F_GETFD))
)");
    const Outcome outcome = run(troupe(GetParam(), {"-e", "none", "-l", seed("02-deny-setpipe.lua"), "/usr/bin/python3", program}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "F_SETPIPE_SZ EPERM\nF_GETPIPE_SZ 65536\nF_GETFD 1\n") << outcome.text();
}

TEST_P(Seeds, PretendWindowsDoes) {
    const Outcome outcome = run(troupe(GetParam(), {"-l", seed("03-pretend-windows.lua"), "-e", "none", "uname"}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "Windows\n");
    EXPECT_EQ(outcome.err, "+++ exited with 0 +++\n");
}

TEST_P(Seeds, ExitCodesAreCounted) {
    const Outcome outcome = run(troupe(GetParam(), {"-qq", "-e", "none", "-e", "signal=none", "-l", seed("04-exit-codes-ffiex.lua"),
                                                    "/bin/sh", "-c", "/bin/true; /bin/false; sh -c \"exit 7\""}));
    EXPECT_TRUE(outcome.exited_with(7)) << outcome.text();
    std::vector<std::string> lines = lines_of(outcome.err);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front(), "Exit codes:");
    for (const char* line : {"0:\t1\n", "1:\t1\n", "7:\t1\n"}) {
        EXPECT_TRUE(contains(outcome.err, line)) << outcome.text();
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, Seeds, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
