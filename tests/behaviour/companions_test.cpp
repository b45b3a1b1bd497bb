// Processes of ours beside the command: others may see them, stop them and kill them, by chance or because they look for the command.

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Companions : public testing::TestWithParam<Configuration> {
 protected:
    Started start() {
        return Started(troupe(GetParam(), {"-qqq", "-e", "none", "-e", "inject=access:error=ENOENT", tracee("serve"), "2"}));
    }

    /// Each worker has a bell of its own; one that has no tracees may start it after the command has begun.
    static std::size_t worker_count() {
        const auto& options = GetParam().options;
        const std::string_view option = "--workers=";
        const auto found = std::ranges::find_if(options, [&](const std::string& word) { return word.starts_with(option); });
        return found == options.end() ? 0 : std::stoul(found->substr(option.size()));
    }

    /// Children of troupe that have this name.
    static std::vector<pid_t> companions_of(pid_t tracer, std::string_view name) {
        std::vector<pid_t> found;
        for (const pid_t pid : all_processes()) {
            if (state_of(pid).parent == tracer && file_content("/proc/" + std::to_string(pid) + "/comm") == std::string(name) + "\n") {
                found.push_back(pid);
            }
        }
        return found;
    }
};

TEST_P(Companions, HaveASessionAndWordsOfTheirOwn) {
    Started tracer = start();
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    const std::vector<pid_t> bells = companions_of(tracer.pid(), "troupe: bell");
    EXPECT_FALSE(bells.empty());
    for (const pid_t bell : bells) {
        EXPECT_EQ(state_of(bell).session, bell);
        const std::string words = file_content("/proc/" + std::to_string(bell) + "/cmdline");
        EXPECT_EQ(words.substr(0, words.find('\0')), "troupe: bell");
        EXPECT_FALSE(contains(words, "serve")) << "it would be taken for the command";
    }
    tracer.say("\n");
    EXPECT_TRUE(tracer.finish().exited_with(0));
}

TEST_P(Companions, ThatAreKilledAreReplaced) {
    Started tracer = start();
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    std::vector<pid_t> before;
    const auto all_are_there = [&] {
        before = companions_of(tracer.pid(), "troupe: bell");
        return before.size() == worker_count();
    };
    ASSERT_TRUE(eventually(std::chrono::seconds(20), all_are_there)) << before.size();
    for (const pid_t bell : before) {
        ASSERT_EQ(::kill(bell, SIGKILL), 0);
    }
    const auto replaced = [&] {
        const std::vector<pid_t> now = companions_of(tracer.pid(), "troupe: bell");
        return now.size() == before.size() && std::ranges::none_of(now, [&](pid_t bell) { return std::ranges::count(before, bell) != 0; });
    };
    EXPECT_TRUE(eventually(std::chrono::seconds(20), replaced)) << tracer.err();
    tracer.say("\n");
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.err, "");
}

TEST_P(Companions, AGuardianThatIsKilledIsReplacedAsWell) {
    Started server(Command{.argv = {tracee("serve"), "2"}});
    ASSERT_TRUE(server.wait_for_out("ready\n")) << server.out();
    Started tracer(troupe(GetParam(), {"-o", "/dev/null", "-p", std::to_string(server.pid())}));
    ASSERT_TRUE(tracer.wait_for_err("attached")) << tracer.err();
    std::vector<pid_t> before;
    const auto is_there = [&] {
        before = companions_of(tracer.pid(), "troupe: guard");
        return before.size() == 1;
    };
    ASSERT_TRUE(eventually(std::chrono::seconds(20), is_there)) << tracer.err();
    ASSERT_EQ(::kill(before.front(), SIGKILL), 0);
    const auto is_replaced = [&] {
        const std::vector<pid_t> now = companions_of(tracer.pid(), "troupe: guard");
        return now.size() == 1 && now != before;
    };
    EXPECT_TRUE(eventually(std::chrono::seconds(20), is_replaced)) << tracer.err();
    tracer.send(SIGKILL);
    EXPECT_TRUE(tracer.finish().killed_by(SIGKILL));
    const auto has_its_cpus = [&] {
        const std::vector<pid_t> threads = threads_of(server.pid());
        return std::ranges::all_of(threads, [](pid_t thread) {
            return status_field(thread, "TracerPid") == "0" &&
                   status_field(thread, "Cpus_allowed") == status_field(::getpid(), "Cpus_allowed");
        });
    };
    EXPECT_TRUE(eventually(std::chrono::seconds(20), has_its_cpus));
    expect_served(server);
}

TEST_P(Companions, ThatAreStoppedRingAllTheSame) {
    Started tracer = start();
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    for (const pid_t bell : companions_of(tracer.pid(), "troupe: bell")) {
        ASSERT_EQ(::kill(bell, SIGSTOP), 0);
    }
    tracer.send(SIGTERM);  // every worker has to be woken
    EXPECT_TRUE(tracer.wait_for_end().killed_by(SIGTERM));
}

INSTANTIATE_TEST_SUITE_P(Configurations, Companions, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
