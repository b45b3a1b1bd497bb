#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

/// Tables of threads and processes that go away with them.
class TaskTablesTest : public ScriptTest {};

TEST_F(TaskTablesTest, TablesGoWithTheirThreadAndTheirProcess) {
    run_well(say + R"(troupe.hook('getppid', function(ev)
        ev.thread_data.n = (ev.thread_data.n or 0) + 1
        ev.process_data.n = (ev.process_data.n or 0) + 1
        say(ev.thread_data.n, ev.process_data.n)
    end))");
    enter("getppid");
    task.id = {4712, 2};
    enter("getppid");
    hooks->forget({4712, 2}, 0);
    enter("getppid");
    hooks->forget({4712, 2}, 4711);
    hooks->forget({9, 9}, 9);
    enter("getppid");
    EXPECT_EQ(said(), "1 1\n1 2\n1 3\n1 1\n");
}

TEST_F(TaskTablesTest, OtherEventsHaveTheSameTables) {
    run_well(say + R"(
        troupe.hook('getppid', function(ev) ev.thread_data.n, ev.process_data.n = 1, 2 end)
        troupe.on('exit', function(ev) say(ev.thread_data.n, ev.process_data.n) end)
    )");
    enter("getppid");
    decide(Dying{});
    EXPECT_EQ(said(), "1 2\n");
}

}  // namespace
}  // namespace troupe
