// SIGKILL of troupe at any moment: what it launched dies without having seen one wrong result, what it attached to lives on.

#include <gtest/gtest.h>
#include <signal.h>
#include <time.h>

#include <cstdlib>
#include <random>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

/// Rounds, and the moments in them. TROUPE_TEST_ROUNDS asks for more.
class Moments {
 public:
    static int rounds() {
        const char* asked = std::getenv("TROUPE_TEST_ROUNDS");
        return asked != nullptr ? std::atoi(asked) : 5;
    }
    /// Lets up to 20 ms pass; what matters is that it is never the same moment.
    void pass() {
        const timespec moment{0, std::uniform_int_distribution<long>(0, 20'000'000)(random_)};
        ::nanosleep(&moment, nullptr);
    }

 private:
    std::mt19937 random_{std::random_device{}()};
};

class KilledTracer : public testing::TestWithParam<Configuration> {
 protected:
    /// Every hooked call has a result that the program would notice if it came through halfway.
    std::string script() const {
        return scratch_.write("script.lua", R"(
            assert(strace.hook('getppid', 'both', function() end))
            assert(strace.hook('access', 'entering', function() assert(strace.inject_error('ENOENT')) end))
            assert(strace.hook('close', 'entering', function(tcp)
                if tcp.u_arg[0] == 0xffffffff then assert(strace.inject_error('EBADF')) end
            end))
        )");
    }

    Scratch scratch_;
    Moments moments_;
};

TEST_P(KilledTracer, TakesWhatItLaunchedAlongWithoutOneWrongResult) {
    for (int round = 0; round < Moments::rounds(); ++round) {
        Started tracer(troupe(GetParam(), {"-e", "none", "-q", "-o", "/dev/null", "-l", script(), tracee("serve"), "4", "30"}));
        ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
        moments_.pass();
        tracer.send(SIGKILL);
        const Outcome outcome = tracer.wait_for_end();
        EXPECT_TRUE(outcome.killed_by(SIGKILL)) << outcome.text();
        EXPECT_EQ(outcome.out, "ready\n");
    }
}

TEST_P(KilledTracer, LeavesWhatItAttachedToAliveAndEveryCallWorks) {
    Command command;
    command.argv = {tracee("serve"), "4", "30"};
    Started server(std::move(command));
    ASSERT_TRUE(server.wait_for_out("ready\n")) << server.out();
    for (int round = 0; round < Moments::rounds(); ++round) {
        Started tracer(troupe(GetParam(), {"-e", "none", "-o", "/dev/null", "-l", script(), "-p", std::to_string(server.pid())}));
        ASSERT_TRUE(tracer.wait_for_err("attached with 5 threads")) << tracer.err() << server.out();
        moments_.pass();
        tracer.send(SIGKILL);
        EXPECT_TRUE(tracer.finish().killed_by(SIGKILL));
        for (const pid_t thread : threads_of(server.pid())) {
            EXPECT_TRUE(eventually(std::chrono::seconds(5), [&] { return status_field(thread, "TracerPid") == "0"; }));
            EXPECT_EQ(status_field(thread, "Cpus_allowed"), status_field(::getpid(), "Cpus_allowed"));
            EXPECT_EQ(status_field(thread, "SigBlk"), "0000000000000000");
        }
    }
    server.say("enough\n");
    const Outcome outcome = server.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\nserved\n");
}

INSTANTIATE_TEST_SUITE_P(Configurations, KilledTracer, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
