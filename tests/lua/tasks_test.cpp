#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "tests/lua/script_fixture.hpp"
#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// Time, identity and descriptors: the test itself is the tracee.
class TasksTest : public ScriptTest {
 protected:
    TasksTest() {
        Lineage root = Lineage::root(0);
        task = {{::gettid(), 1}, ::getpid(), 12, false, root.next_child()};
    }
    void leave_after(std::uint64_t began) {
        const Event event = SyscallExit{call_named("getppid"), {}, 1, 0, false, {}};
        EventView view(event, task, memory, so_far, 1, qualifiers, {.began = began});
        auto decision = hooks->decide(view, effects);
        if (!decision) stop = decision.error();
    }
};

TEST_F(TasksTest, AnEventKnowsItsThread) {
    run_well(say + R"(troupe.hook('getppid', function(ev)
        say(ev.thread, ev.parent, ev.tid, ev.tgid, ev.abi)
        say(ev.comm ~= nil, ev.cwd, ev.exe, #ev.argv > 0)
    end))");
    enter("getppid");
    EXPECT_EQ(message(), "");
    const std::string own = std::to_string(::getpid());
    EXPECT_EQ(said(), "0.1 12 " + std::to_string(::gettid()) + " " + own + " x86_64\ntrue " + std::filesystem::current_path().string() +
                          " " + std::filesystem::read_symlink("/proc/self/exe").string() + " true\n");
}

TEST_F(TasksTest, TheProcessIsNeverZero) {
    task.process = 0;
    run_well(say + "troupe.hook('getppid', function(ev) say(ev.tgid) end) troupe.on('exit', function(ev) say(ev.process) end)");
    enter("getppid");
    decide(Dying{false, false, 0});
    EXPECT_EQ(said(), std::to_string(::getpid()) + "\n" + std::to_string(::getpid()) + "\n");
}

TEST_F(TasksTest, ACallHasATimeAndAtItsExitADuration) {
    run_well(say + R"(troupe.hook('getppid', {when = 'both'}, function(ev)
        local now = troupe.now()
        if ev.entering then
            say(ev.duration, now - ev.time >= 0, now >= ev.time, math.abs(now.seconds - os.time()) < 3600)
        else
            say(ev.duration >= 5000, ev.duration < 1e12, ev.time < now, tostring(ev.time):match('^%d+%.%d%d%d%d%d%d%d%d%d$') ~= nil)
        end
    end))");
    enter("getppid");
    leave_after(monotonic_ns() - 5000);
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "nil true true true\ntrue true true true\n");
}

TEST_F(TasksTest, AnObserverIsToldWhenItWas) {
    run_well(say + "troupe.observe('getppid', {when = 'exiting'}, function(ev) say(ev.duration, ev.time.monotonic) end)");
    const Observation observation{
        .task = task, .event = SyscallExit{call_named("getppid"), {}, 1, 0, false, {}}, .texts = {}, .began = 1000, .ended = 4500};
    stop = hooks->observe({&observation, 1}, effects);
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "3500 1000\n");
}

TEST_F(TasksTest, DescriptorsAreNamedWhateverTheirArgumentsAreCalled) {
    const std::string path = file("x", "");
    const int fd = ::open(path.c_str(), O_RDONLY);
    ASSERT_GE(fd, 0);
    run_well(say + R"(troupe.hook('read,dup2,getppid,sendfile', function(ev)
        local list = {}
        for i, one in ipairs(ev.descriptors) do list[i] = one.fd .. '=' .. tostring(one.path) end
        say(ev.name, table.concat(list, ' '))
        if ev.name == 'read' then say(ev.descriptors[1], ev.descriptors[1].name == troupe.fd_path(ev, ev.fd), troupe.fd_path(ev.tid, 999)) end
    end))");
    const auto number = static_cast<std::uint64_t>(fd);
    enter("read", {number, 0, 0});
    enter("dup2", {number, 999});
    enter("getppid");
    enter("sendfile", {number, number});
    ::close(fd);
    EXPECT_EQ(message(), "");
    const std::string named = std::to_string(fd) + "=" + path;
    EXPECT_EQ(said(), "read " + named + "\n" + std::to_string(fd) + "<" + path + "> true nil\ndup2 " + named +
                          " 999=nil\ngetppid \nsendfile " + named + "\n");
}

TEST_F(TasksTest, WrongArgumentsOfDescriptorsAreErrors) {
    run("troupe.fd_path('nothing', 3)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected an event or the number of a thread, got a string"));
    run("troupe.fd_path(1, -3)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected the number of a descriptor, got -3"));
    run("troupe.hook('read', function(ev) return ev.descriptors[1].file end)");
    enter("read", {0});
    EXPECT_THAT(message(), HasSubstr("t.lua:1: a descriptor has no 'file': it has fd, path, name"));
}

TEST_F(TasksTest, ASpawnSaysWhetherItMadeAThreadOrAProcess) {
    run_well(say + "troupe.on('spawn', function(ev) say(ev.makes, ev.kind, ev.child, ev.thread, ev.comm ~= nil) end)");
    decide(Spawn{SpawnKind::clone, 99, ::getpid()});
    decide(Spawn{SpawnKind::fork, 99, 99});
    decide(Spawn{SpawnKind::fork, 99, 0});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "thread clone 99 0.1 true\nprocess fork 99 0.1 true\nprocess fork 99 0.1 true\n");
}

TEST_F(TasksTest, AnExecHasAPathAndAnArgv) {
    run_well(say + "troupe.on('exec', function(ev) say(ev.path, #ev.argv > 0, ev.comm ~= nil) end)");
    decide(Exec{::gettid()});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), std::filesystem::read_symlink("/proc/self/exe").string() + " true true\n");
}

TEST_F(TasksTest, AFieldThatAnEventDoesNotHaveIsAnErrorThatNamesThoseItHas) {
    run("troupe.on('exec', function(ev) return ev.filename end)");
    decide(Exec{1});
    EXPECT_THAT(message(),
                HasSubstr("t.lua:1: the event 'exec' has no 'filename': it has argv, comm, cwd, detach, exe, former_tid, kill, path, pid"));
    run("troupe.on('execve', function() end)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown event 'execve' (spawn, exec, exit, signal, attach, detach)"));
}

TEST_F(TasksTest, AnEventThatIsOverKeepsWhatWasAskedAndNoMore) {
    run_well(say + R"(
        local kept
        troupe.on('exit', function(ev)
            if kept then say(kept.thread, kept.code, pcall(function() return kept.cwd end)) end
            kept = ev
            return ev.thread
        end))");
    decide(Dying{false, false, 3});
    decide(Dying{false, false, 4});
    EXPECT_EQ(message(), "");
    EXPECT_THAT(said(), HasSubstr("0.1 3 false"));
    EXPECT_THAT(said(), HasSubstr("this event is over: 'cwd' is asked while its callback runs"));
}

}  // namespace
}  // namespace troupe
