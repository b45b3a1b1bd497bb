// Every tracee in every configuration: it finds nothing changed, and its exit status and stdout come through.

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

struct Row {
    const char* name;
    const char* success;  ///< its last line on stdout
    std::vector<std::string> arguments{};
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

// `die`, `exit_code`, `environment`, `call_results`, `read_only_page`, `strict_mode` and what rules are tried on have tests of their own;
// `serve` and its like here only end.
const std::vector<Row>& rows() {
    static const std::vector<Row> all = {
        {"getppid_threads", "16 threads made 100 calls each", {"16", "100"}},
        {"fork_tree", "39 descendants"},
        {"futex_wait", "the wait was over in time"},
        {"vfork_exec", "20 programs executed"},
        {"thread_churn", "200 threads came and went"},
        {"counted_signals", "301 signals counted"},
        {"interrupted_calls", "interrupted calls came back"},
        {"job_control", "stops and continues seen"},
        {"exec_from_thread", "the leader's pid was kept"},
        {"leader_exits_first", "the last thread ended the process"},
        {"alternate_stack", "faults taken on the alternate stack"},
        {"bad_memory", "bad memory refused"},
        {"hostile_arguments", "hostile arguments passed"},
        {"netlink", "messages of netlink passed"},
        {"changing_memory", "changing memory survived"},
        {"own_seccomp", "the program's own filter held"},
        {"affinity", "the CPUs asked for are seen"},
        {"ended_children", "every ended child was there"},
        {"adopted_children", "every child was collected by its parent"},
        {"vsyscall_page", "the vsyscall page answered"},
        {"deadly_signal", "each was killed by its own signal"},
        {"policies", "policies were accepted as before"},
        {"close_all", "nothing else was open"},
        {"uses_ptrace", "ptrace answered as it must"},
        {"daemon", "the daemon reported"},
        {"kills_children", "all of them were killed"},
        {"clone_variants", "every kind of child was collected"},
        {"serve", "served", {"8"}},
        {"watches_affinity", "served", {"4"}},
        {"user_faults", "served", {"4"}},
        {"restarting_exec", "32 children executed"},
        {"busy_siblings", "the quiet thread was served", {"40", "5"}},
        {"signal_storm", "the storm was counted"},
        {"killed_anywhere", "every one of them was killed", {"2"}},
        {"vfork_beside_exec", "the vfork children lived on", {"3"}},
        {"signalled_calls", "every call gave the same"},
        {"masked_waits", "every signal was handled in time"},
        {"asks_about_seccomp", "told the truth"},
        {"own_listener", "the program's own listener answered"},
        {"word_sizes", "both word sizes worked", {"4"}},
        {"fork_bomb", "the kernel said no to everybody"},
        {"go_runtime", "every machine was preempted as often as asked"},
        {"clone_flags", "every set of flags made its child"},
        {"untraced_children", "untraced children worked"},
        {"known_process", "every process is known"},
        {"int80_calls", "100 i386 calls answered"},
        {"x32_calls", "50 x32 calls answered"},
        {"multiplexed_calls", "multiplexed calls answered"},
        {"process_controls", "all was asked for"},
        {"kept_registers", "execve: -2"},
        {"descriptors", "descriptors were used"},
        {"process_names", "processes were asked for"},
    };
    return all;
}

class EveryTracee : public testing::TestWithParam<std::tuple<Configuration, Row>> {
 protected:
    static void expect_success(std::vector<std::string> options, const std::string& program) {
        const auto& [configuration, row] = GetParam();
        if (!std::filesystem::exists(program)) {
            return;  // of one word size only: EachTraceeHasARow sees to it that none is forgotten
        }
        options.push_back(program);
        options.insert(options.end(), row.arguments.begin(), row.arguments.end());
        const Outcome outcome = run(troupe(configuration, std::move(options)));
        EXPECT_TRUE(outcome.exited_with(0)) << program << "\n" << outcome.text();
        const std::vector<std::string> lines = lines_of(outcome.out);
        EXPECT_TRUE(!lines.empty() && lines.back() == row.success) << program << "\n" << outcome.text();
        EXPECT_EQ(outcome.err, "") << program;
    }

    Scratch scratch_;
};

TEST_P(EveryTracee, IsUnchangedWhenEverythingIsPrinted) {
    const std::string name = std::get<1>(GetParam()).name;
    expect_success({"-o", scratch_.path("trace")}, tracee(name));
    EXPECT_TRUE(contains(scratch_.read("trace"), "+++ exited with 0 +++") || !std::filesystem::exists(tracee(name)));
    expect_success({"-o", scratch_.path("trace")}, tracee(name + "_32"));
}

TEST_P(EveryTracee, IsUnchangedWhenHooksLookAndNothingIsPrinted) {
    const std::string name = std::get<1>(GetParam()).name;
    const std::string script = scratch_.write("look.lua", R"(
        local function look(tcp) local seen = tcp.u_arg[0] end
        assert(strace.hook({'getppid', 'read', 'clone', 'vfork', 'wait4', 'execve'}, 'both', look))
        assert(strace.hook({'access', 'openat', 'rt_sigaction'}, 'entering', function(tcp) strace.read_path(tcp.u_arg[1]) end))
        assert(strace.hook('close', 'exiting', look))
    )");
    expect_success({"-e", "none", "-q", "-o", "/dev/null", "-l", script}, tracee(name));
    expect_success({"-e", "none", "-q", "-o", "/dev/null", "-l", script}, tracee(name + "_32"));
}

INSTANTIATE_TEST_SUITE_P(Configurations, EveryTracee, testing::Combine(testing::ValuesIn(configurations()), testing::ValuesIn(rows())),
                         [](const auto& param) {
                             return std::string(std::get<0>(param.param).name) + "_" + std::get<1>(param.param).name;
                         });

TEST(Tracees, EachHasARowOrATestOfItsOwn) {
    std::set<std::string> known = {
        "die",          "exit_code",      "environment",    "call_results",    "read_only_page",     "tampered_calls",   "held_thread",
        "delayed_call", "strict_seccomp", "strict_mode",    "asked_arguments", "path_before_a_hole", "unknown_call",     "refuse_call",
        "own_filters",  "file_calls",     "stack_of_calls", "kept_command",    "random_calls",       "sockets_that_end", "threads_in_turn"};
    for (const Row& row : rows()) {
        known.insert(row.name);
    }
    for (const auto& entry : std::filesystem::directory_iterator(TROUPE_SOURCE_DIR "/tests/tracees")) {
        if (entry.path().extension() == ".c") {
            EXPECT_TRUE(known.contains(entry.path().stem())) << entry.path();
        }
    }
}

}  // namespace
}  // namespace troupe::tests
