#include <poll.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <thread>

#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The script as a program: loading, print, at_exit, os.exit, and being broken off.
class ProgramTest : public ScriptTest {
 protected:
    /// Interrupts whatever `body` gets stuck in. The script writes a byte into the pipe when it is there.
    template <typename Body>
    void interrupt_once_stuck(Body body) {
        std::atomic<bool> interrupted{false};
        std::thread other([&] {
            char byte = 0;
            if (::read(stuck_[0], &byte, 1) != 1) return;
            seen_ = hooks->in_progress();
            interrupted = hooks->interrupt();
        });
        body();
        other.join();
        EXPECT_TRUE(interrupted);
    }
    ProgramTest() { EXPECT_EQ(::pipe(stuck_.data()), 0); }
    ~ProgramTest() override {
        ::close(stuck_[0]);
        ::close(stuck_[1]);
    }
    /// Lua text that writes the byte.
    std::string stuck() const {
        return "require('ffi').cdef('ssize_t write(int, const void *, size_t);') local function stuck() require('ffi').C.write(" +
               std::to_string(stuck_[1]) + ", 'x', 1) end\n";
    }

    std::array<int, 2> stuck_{};
    HookInProgress seen_;
};

TEST_F(ProgramTest, SyntaxErrorIsToldWithFileAndLineAndNoTraceback) {
    const std::string path = file("bad.lua", "local x = 1\nthis is not Lua\n");
    const auto loaded = load({path});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, ScriptStop::Kind::error);
    EXPECT_EQ(loaded.error().exit_status, 1);
    EXPECT_THAT(loaded.error().message, HasSubstr("bad.lua:2: "));
    EXPECT_THAT(loaded.error().message, Not(HasSubstr("traceback")));
}

TEST_F(ProgramTest, UnreadableFileIsToldByName) {
    const auto loaded = load({"/no/such/file.lua"});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().message, "cannot open /no/such/file.lua: No such file or directory");
}

TEST_F(ProgramTest, EveryScriptIsCompiledBeforeTheFirstRuns) {
    const std::string good = file("good.lua", "print('ran')");
    const std::string bad = file("bad.lua", "(");
    EXPECT_FALSE(load({good, bad}));
    EXPECT_EQ(effects.printed, "");
}

TEST_F(ProgramTest, ScriptsShareOneStateInOrder) {
    run_files({file("a.lua", "shared = 1"), file("b.lua", say + "say(shared)")});
    EXPECT_EQ(said(), "1\n");
}

TEST_F(ProgramTest, LibrariesAreThereAndFfiComesByRequire) {
    run_well(say + R"(
        say(type(string), type(table), type(math), type(io), type(os), type(debug), type(package), type(coroutine), type(bit), type(jit))
        say(type(ffi), type(require 'ffi'), pcall(require, 'strace') == false, type(strace), type(troupe))
    )");
    EXPECT_EQ(said(), "table table table table table table table table table table\nnil table true table table\n");
}

TEST_F(ProgramTest, PrintWritesToStandardErrorWithTabs) {
    run_well("function go() print('a', 1, nil, true) print() print(nil) end\nstrace.at_exit(function() go() end)");
    finish();
    EXPECT_EQ(effects.printed, "a\t1\tnil\ttrue\n\nnil\n");
}

TEST_F(ProgramTest, ErrorInTheMainChunkHasLineAndTraceback) {
    run("\nerror('early')");
    EXPECT_THAT(message(), HasSubstr("t.lua:2: early\nstack traceback:\n"));
    EXPECT_THAT(message(), HasSubstr("t.lua:2: in main chunk"));
}

TEST_F(ProgramTest, AtExitRunsInOrderAlsoWhatItRegistersItself) {
    run_well(say + R"(
        strace.at_exit(function() say(1) strace.at_exit(function() say(3) end) end)
        strace.at_exit(function() say(2) end)
    )");
    finish(Ending::interrupted);
    EXPECT_FALSE(stop);
    EXPECT_EQ(said(), "1\n2\n3\n");
}

TEST_F(ProgramTest, ErrorInAtExitStopsTheRest) {
    run_well(say + "strace.at_exit(function() say(1) error('in exit') end)\nstrace.at_exit(function() say(2) end)");
    finish();
    EXPECT_THAT(message(), HasSubstr("t.lua:6: in exit\nstack traceback:"));
    EXPECT_EQ(said(), "1\n");
}

TEST_F(ProgramTest, AtExitSeesNoEvent) {
    run_well(say + R"(
        strace.hook('read', 'entering', function() end)
        strace.at_exit(function() say(pcall(strace.entering) == false, strace.inject_error(1)) end)
    )");
    enter("read");
    finish();
    EXPECT_EQ(said(), "true false cannot inject error\n");
}

TEST_F(ProgramTest, OsExitEndsWithItsStatus) {
    const auto status_of = [&](const std::string& call) {
        run(call + " error('went on')");
        EXPECT_EQ(stop->kind, ScriptStop::Kind::exit) << message();
        EXPECT_EQ(message(), "");
        return stop->exit_status;
    };
    EXPECT_EQ(status_of("os.exit(3)"), 3);
    EXPECT_EQ(status_of("os.exit()"), 0);
    EXPECT_EQ(status_of("os.exit(true)"), 0);
    EXPECT_EQ(status_of("os.exit(false)"), 1);
    EXPECT_EQ(status_of("os.exit(0, true)"), 0);
}

TEST_F(ProgramTest, OsExitIsStoppedByNoPcall) {
    run_well(R"(
        strace.hook('read', 'entering', function()
            while true do pcall(function() xpcall(function() os.exit(7) end, function() return 'caught' end) end) end
        end)
        strace.at_exit(function() error('at_exit ran') end)
    )");
    enter("read");
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, ScriptStop::Kind::exit);
    EXPECT_EQ(stop->exit_status, 7);
    finish();
    EXPECT_FALSE(stop);
}

TEST_F(ProgramTest, OsExitWorksInCoroutinesAndAtExit) {
    run("coroutine.wrap(function() pcall(os.exit, 5) end)() error('went on')");
    EXPECT_EQ(stop->exit_status, 5);
    run_well("strace.at_exit(function() os.exit(6) end)");
    finish();
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->exit_status, 6);
}

TEST_F(ProgramTest, HookThatLoopsIsBrokenOffAndNamed) {
    run_well(stuck() + "strace.hook('read', 'entering', function()\n stuck() while true do end\nend)");
    interrupt_once_stuck([&] { enter("read"); });
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, ScriptStop::Kind::interrupted);
    EXPECT_THAT(message(), HasSubstr("t.lua:3: in function"));
    EXPECT_EQ(seen_.hook, directory_ + "/t.lua:2");
    EXPECT_EQ(seen_.tracee, 4711);
    EXPECT_GT(seen_.since, 0U);
    EXPECT_EQ(hooks->in_progress().hook, "");
    EXPECT_EQ(hooks->in_progress().since, 0U);
}

TEST_F(ProgramTest, LoopThatCatchesErrorsIsBrokenOff) {
    run_well(stuck() + R"(
        local function loop() while true do pcall(function() while true do end end) end end
        strace.hook('read', 'entering', function() stuck() while true do pcall(loop) end end)
    )");
    interrupt_once_stuck([&] { enter("read"); });
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, ScriptStop::Kind::interrupted);
}

TEST_F(ProgramTest, MainChunkAndAtExitAreBrokenOffAndNamed) {
    auto loaded = load({file("t.lua", stuck() + "stuck() while true do end")});
    ASSERT_TRUE(loaded);
    hooks = std::move(*loaded);
    interrupt_once_stuck([&] { stop = hooks->start(effects); });
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, ScriptStop::Kind::interrupted);
    EXPECT_EQ(seen_.hook, directory_ + "/t.lua: main chunk");
    EXPECT_EQ(seen_.tracee, 0);

    run_well(stuck() + "strace.at_exit(function() stuck() while true do end end)");
    interrupt_once_stuck([&] { finish(); });
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, ScriptStop::Kind::interrupted);
    EXPECT_EQ(seen_.hook, directory_ + "/t.lua:2");
}

TEST_F(ProgramTest, ReadThatWaitsIsBrokenOff) {
    run_well(stuck() +
             "strace.hook('read', 'entering', function() stuck() local p = io.popen('read x', 'r') while true do p:read(1) end end)");
    interrupt_once_stuck([&] { enter("read"); });
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, ScriptStop::Kind::interrupted);
}

TEST_F(ProgramTest, WhereNothingRunsThereIsNothingToInterrupt) {
    run_well("n = 0 strace.hook('read', 'entering', function() n = n + 1 end) strace.at_exit(function() assert(n == 2) end)");
    enter("read");
    EXPECT_FALSE(hooks->interrupt());
    enter("read");
    finish();
    EXPECT_FALSE(stop) << message();
}

TEST_F(ProgramTest, OneStateServesThreadsOneAtATime) {
    run_well(say + "n = 0 strace.hook('read', 'both', function() n = n + 1 end) strace.at_exit(function() say(n) end)");
    constexpr int threads = 4, rounds = 5000;
    std::array<std::atomic<int>, threads> turn{};
    std::vector<std::thread> all;
    for (int me = 0; me < threads; ++me) {
        all.emplace_back([&, me] {
            for (int round = 0; round < rounds; ++round) {
                turn[static_cast<std::size_t>(me)].wait(round);
                enter("read");
                leave("read");
                const int next = (me + 1) % threads;
                turn[static_cast<std::size_t>(next)].fetch_add(1);
                turn[static_cast<std::size_t>(next)].notify_one();
            }
        });
    }
    turn[0].fetch_add(1);
    turn[0].notify_one();
    for (std::thread& thread : all) thread.join();
    finish();
    EXPECT_EQ(said(), std::to_string(threads * rounds * 2) + "\n");
}

}  // namespace
}  // namespace troupe
