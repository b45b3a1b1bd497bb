// Tables of threads and processes: each has its own, for as long as it is there.

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class LuaTaskTables : public ScriptTest {};

TEST_P(LuaTaskTables, TablesOfThreadsAndProcessesKeepWhatIsTheirs) {
    const Outcome outcome = run_script(R"(
        local threads, wrong = 0, 0
        troupe.hook('getppid', function(ev)
            local mine, all = ev.thread_data, ev.process_data
            mine.calls = (mine.calls or 0) + 1
            all.calls = (all.calls or 0) + 1
            mine.tid = mine.tid or ev.tid
            if mine.tid ~= ev.tid then wrong = wrong + 1 end
        end)
        troupe.on('exit', function(ev)
            if (ev.thread_data.calls or 0) >= 50 then threads = threads + 1 end
            if ev.pid == ev.process then print('calls:', ev.process_data.calls) end
        end)
        troupe.at_exit(function() print('threads:', threads) print('wrong:', wrong) end)
    )",
                                       {tracee("getppid_threads"), "8", "50"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "threads:\t"), 8) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "calls:\t"), 401) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
}

TEST_P(LuaTaskTables, ATableOfAProcessLivesOnOverTheExecveOfAThread) {
    const Outcome outcome = run_script(R"(
        troupe.hook('execve', function(ev) ev.process_data.executed = (ev.process_data.executed or 0) + 1 end)
        troupe.on('exit', function(ev) if ev.pid == ev.process then print('executed:', ev.process_data.executed) end end)
    )",
                                       {tracee("exec_from_thread")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_GE(number_after(outcome.err, "executed:\t"), 2) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaTaskTables, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
