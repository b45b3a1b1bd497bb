// Seccomp filters that are not ours: of the program, and of what surrounds us. Calls that they answer are traced like others.

#include <gtest/gtest.h>
#include <sys/syscall.h>

#include <cerrno>
#include <filesystem>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class OwnFilters : public testing::TestWithParam<Configuration> {
 protected:
    static const std::vector<std::string>& ways() {
        static const std::vector<std::string> all = {"errno", "trap", "kill", "trace", "thread", "child", "exec", "sync", "twice", "other"};
        return all;
    }
    static std::size_t count(const std::string& text, const std::string& pattern) { return lines_matching(text, pattern).size(); }

    /// Where it runs without rights, it must be able to read and write here.
    OwnFilters() { std::filesystem::permissions(scratch_.folder(), std::filesystem::perms(0777)); }

    Scratch scratch_;
};

TEST_P(OwnFilters, CallsThatTheyAnswerAreShown) {
    for (const char* size : {"own_filters", "own_filters_32"}) {
        for (const std::string& how : ways()) {
            const Outcome outcome = run(troupe(GetParam(), {"-e", "trace=getppid", "-o", scratch_.path("trace"), tracee(size), how}));
            EXPECT_TRUE(outcome.exited_with(0)) << how << outcome.text();
            EXPECT_EQ(outcome.out, "filtered\n") << how;
            EXPECT_EQ(outcome.err, "") << how;
            EXPECT_EQ(count(scratch_.read("trace"), ".*getppid\\(.*"), 3U) << how << scratch_.read("trace");
        }
    }
}

TEST_P(OwnFilters, HooksGetCallsThatTheyAnswer) {
    const std::string script = scratch_.write("count.lua", R"(
        local n = 0
        assert(strace.hook('getppid', 'entering', function() n = n + 1 end))
        strace.at_exit(function() print('entries:', n) end)
    )");
    for (const std::string& how : ways()) {
        const Outcome outcome = run(troupe(GetParam(), {"-e", "none", "-q", "-o", "/dev/null", "-l", script, tracee("own_filters"), how}));
        EXPECT_TRUE(outcome.exited_with(0)) << how << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "entries:\t3\n")) << how << outcome.text();
    }
}

TEST_P(OwnFilters, ACallThatIsHookedLaterIsSeenThoughTheyAnswerIt) {
    const std::string script = scratch_.write("later.lua", R"(
        local n = 0
        assert(strace.hook('getpriority', 'entering', function()
            n = n + 1
            if n == 1 then assert(strace.hook('getppid', 'entering', function() n = n + 100 end)) end
        end))
        strace.at_exit(function() print('seen:', n) end)
    )");
    const Outcome outcome =
        run(troupe(GetParam(), {"-e", "none", "-q", "-o", "/dev/null", "-l", script, tracee("own_filters"), "announced"}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "seen:\t301\n")) << outcome.text();
}

TEST_P(OwnFilters, ThoseThatWeMayNotReadAreSaidOnceAndAllCallsAreShown) {
    for (const char* how : {"errno", "sync", "twice"}) {
        Command command = troupe(GetParam(), {"-e", "trace=getppid", "-o", scratch_.path("trace"), tracee("own_filters"), how});
        command.argv.insert(command.argv.begin(), {"/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"});
        command.folder = "/";
        std::filesystem::remove(scratch_.path("trace"));
        const Outcome outcome = run(std::move(command));
        EXPECT_TRUE(outcome.exited_with(0)) << how << outcome.text();
        EXPECT_EQ(count(scratch_.read("trace"), ".*getppid\\(.*"), 3U) << how << outcome.text();
        EXPECT_EQ(lines_of(outcome.err).size(), GetParam().has_filter() ? 1U : 0U) << outcome.err;
    }
}

TEST_P(OwnFilters, ThatSurroundUsKeepOursOut) {
    for (const bool overrule : {false, true}) {
        Command command = troupe(GetParam(), {"-e", "trace=fchmodat", "-o", scratch_.path("trace")});
        if (overrule) {
            command.argv.emplace_back("--seccomp-bpf=on");
        }
        command.argv.insert(command.argv.end(), {"/bin/chmod", "600", scratch_.write("file", "")});
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(SYS_fchmodat), std::to_string(EPERM)});
        const Outcome outcome = run(std::move(command));
        EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
        const bool says = GetParam().has_filter() && !overrule;
        EXPECT_EQ(count(outcome.err, ".*we run under a seccomp filter already.*--seccomp-bpf=on.*"), says ? 1U : 0U) << outcome.err;
        EXPECT_EQ(count(scratch_.read("trace"), ".*fchmodat\\(.*EPERM.*"), overrule ? 0U : 1U) << scratch_.read("trace");
    }
}

TEST_P(OwnFilters, AProgramIsToldOfItsOwnOnly) {
    for (const char* size : {"asks_about_seccomp", "asks_about_seccomp_32"}) {
        for (const char* traced : {"trace=all", "trace=close"}) {
            Command command = troupe(GetParam(), {"-e", traced, "-o", "/dev/null", tracee(size)});
            EXPECT_EQ(run(command).out, "told the truth\n") << size << traced;
            command.argv.emplace_back("unprivileged");
            command.argv.insert(command.argv.begin(), {"/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"});
            command.folder = "/";
            EXPECT_EQ(run(command).out, "told the truth\n") << size << traced;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, OwnFilters, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
