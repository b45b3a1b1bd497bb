// -p: the attached program goes on while we look and after we are gone, however we went; nothing of us stays in it.

#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Attach : public testing::TestWithParam<Configuration> {
 protected:
    /// A server with that many threads beside its main thread, ready.
    Started serve(int threads, const char* program = "serve") {
        Command command;
        command.argv = {tracee(program), std::to_string(threads)};
        Started server(std::move(command));
        EXPECT_TRUE(server.wait_for_out("ready\n")) << server.out();
        return server;
    }

    Started attach(const Started& server, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"-p", std::to_string(server.pid())});
        return Started(troupe(GetParam(), std::move(arguments)));
    }

    static void expect_untouched(Started& server) {
        for (const pid_t thread : threads_of(server.pid())) {
            EXPECT_TRUE(eventually(std::chrono::seconds(5), [&] { return status_field(thread, "TracerPid") == "0"; }));
            EXPECT_TRUE(eventually(std::chrono::seconds(5), [&] { return state_of(thread).letter == 'S'; })) << state_of(thread).letter;
            EXPECT_EQ(status_field(thread, "Seccomp"), "0");
            EXPECT_EQ(status_field(thread, "SigBlk"), "0000000000000000");
            EXPECT_EQ(status_field(thread, "Cpus_allowed"), status_field(::getpid(), "Cpus_allowed"));
        }
        expect_served(server);
    }

    [[nodiscard]] bool appears(const std::string& text) const {
        return eventually(std::chrono::seconds(20), [&] { return contains(scratch_.read("trace"), text); });
    }

    Scratch scratch_;
};

TEST_P(Attach, AScriptIsToldOfEachThreadThatItComesToAndLeaves) {
    if (GetParam().options.front() != "-f") {
        GTEST_SKIP() << "its other threads are not traced";
    }
    Started server = serve(3);
    const std::string script = scratch_.write("script.lua", R"(
        local here, left, wrong = 0, 0, 0
        troupe.on('attach', function(ev)
            here = here + 1
            ev.thread_data.pid = ev.pid
            if ev.comm ~= 'serve' or not ev.thread then wrong = wrong + 1 end
            if here == 4 then print('all here') end
        end)
        troupe.on('detach', function(ev)
            left = left + 1
            if ev.thread_data.pid ~= ev.pid or ev.comm ~= 'serve' then wrong = wrong + 1 end
        end)
        troupe.at_exit(function() print('here', here, 'left', left, 'wrong', wrong) end)
    )");
    Started tracer = attach(server, {"-qq", "-e", "none", "-l", script});
    EXPECT_TRUE(tracer.wait_for_err("all here\n")) << tracer.err();
    ::kill(tracer.pid(), SIGINT);
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(contains(outcome.err, "here\t4\tleft\t4\twrong\t0\n")) << outcome.text();
    expect_untouched(server);
}

TEST_P(Attach, AScriptLeavesAThreadWhereItIs) {
    if (GetParam().options.front() != "-f") {
        GTEST_SKIP() << "the only thread that is traced sleeps";
    }
    Started server = serve(2);
    const std::string script = scratch_.write("script.lua", R"(
        local left = {}
        troupe.hook('read,getppid', function(ev)
            if left[ev.tid] then print('it was left') end
            left[ev.tid] = ev:detach()
            left.count = (left.count or 0) + 1
            if left.count == 2 then print('two left') end
        end)
        troupe.at_exit(function() print('over') end)
    )");
    Started tracer = attach(server, {"-qq", "-e", "none", "-l", script});
    EXPECT_TRUE(tracer.wait_for_err("two left\n")) << tracer.err();
    ::kill(tracer.pid(), SIGINT);
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(contains(outcome.err, "over\n")) << outcome.text();
    EXPECT_FALSE(contains(outcome.err, "it was left")) << outcome.text();
    expect_untouched(server);
}

TEST_P(Attach, ItsLinesAndThoseOfACommandAreToldApart) {
    Started server = serve(1);
    Started tracer(troupe(
        GetParam(), {"-e", "trace=chdir", "-o", scratch_.path("trace"), "-p", std::to_string(server.pid()), tracee("path_before_a_hole")}));
    EXPECT_TRUE(appears("+++ exited with 0 +++")) << tracer.err();
    expect_served(server);
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const std::string text = scratch_.read("trace");
    EXPECT_EQ(lines_matching(text, "^[0-9]+ +chdir\\(").size(), 1U) << text;
    EXPECT_EQ(lines_matching(text, "^" + std::to_string(server.pid()) + " +[+][+][+] exited with").size(), 1U) << text;
}

TEST_P(Attach, AProgramLivesOnAfterAnInterrupt) {
    for (const char* program : {"serve", "serve_32"}) {
        Started server = serve(8, program);
        Started tracer = attach(server, {"-o", scratch_.path("trace")});
        EXPECT_TRUE(appears("access(\"/does/not/exist\", R_OK")) << tracer.err() << scratch_.read("trace");
        EXPECT_TRUE(appears("= -1 ENOENT (No such file or directory)")) << tracer.err() << scratch_.read("trace");
        tracer.send(SIGINT);
        const Outcome outcome = tracer.finish();
        EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
        expect_untouched(server);
    }
}

TEST_P(Attach, AProgramLivesOnAfterTerm) {
    Started server = serve(4);
    Started tracer = attach(server, {"-o", scratch_.path("trace")});
    EXPECT_TRUE(appears("close(-1"));
    tracer.send(SIGTERM);
    EXPECT_TRUE(tracer.finish().killed_by(SIGTERM));
    expect_untouched(server);
}

TEST_P(Attach, AProgramLivesOnAfterWeAreKilled) {
    Started server = serve(8);
    Started tracer = attach(server, {"-o", scratch_.path("trace")});
    EXPECT_TRUE(appears("close(-1"));
    tracer.send(SIGKILL);
    EXPECT_TRUE(tracer.finish().killed_by(SIGKILL));
    expect_untouched(server);
}

TEST_P(Attach, EveryThreadIsTracedWhenFollowing) {
    Started server = serve(8);
    Started tracer = attach(server, {"-e", "trace=getppid", "-o", scratch_.path("trace")});
    EXPECT_TRUE(eventually(std::chrono::seconds(20), [&] {
        std::size_t seen = 0;
        const std::string trace = scratch_.read("trace");
        for (const pid_t thread : threads_of(server.pid())) {
            seen += contains(trace, std::to_string(thread)) ? 1U : 0U;
        }
        return seen == 8;  // the main thread sits in read
    })) << scratch_.read("trace");
    tracer.send(SIGINT);
    EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
    expect_untouched(server);
}

TEST_P(Attach, CpusThatAnotherProcessSetsAreObeyed) {
    const std::string all = status_field(::getpid(), "Cpus_allowed_list");
    if (all.find_first_of("-,") == std::string::npos) {
        GTEST_SKIP() << "takes two CPUs";
    }
    const std::string first = all.substr(0, all.find_first_of("-,"));
    const std::string last = all.substr(all.find_last_of("-,") + 1);
    Started server = serve(1);
    const pid_t thread = threads_of(server.pid()).back();
    Started tracer = attach(server, {"-e", "trace=getppid", "-o", scratch_.path("trace")});
    EXPECT_TRUE(appears("getppid()")) << tracer.err();
    const auto grows = [&] {
        const std::size_t before = scratch_.read("trace").size();
        return eventually(std::chrono::seconds(20), [&] { return scratch_.read("trace").size() > before + 20'000; });
    };
    EXPECT_TRUE(grows()) << scratch_.read("trace").size();
    // The one that it is kept on cannot be told from what we set.
    const std::string wanted = status_field(thread, "Cpus_allowed_list") == last ? first : last;
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    CPU_SET(std::stoul(wanted), &cpus);
    ASSERT_EQ(::sched_setaffinity(thread, sizeof cpus, &cpus), 0);
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(grows());
        EXPECT_EQ(status_field(thread, "Cpus_allowed_list"), wanted);
    }
    tracer.send(SIGINT);
    EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
    EXPECT_EQ(status_field(thread, "Cpus_allowed_list"), wanted);
    expect_served(server);
}

TEST_P(Attach, WeEndWithStatusZeroWhenTheProgramEnds) {
    Started server = serve(2);
    Started tracer = attach(server, {"-o", scratch_.path("trace")});
    EXPECT_TRUE(tracer.wait_for_err("attached")) << tracer.err();
    server.say("enough\n");
    const Outcome served = server.finish();
    EXPECT_EQ(served.out, "ready\nserved\n");
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(scratch_.read("trace"), "+++ exited with 0 +++")) << scratch_.read("trace");
}

TEST_P(Attach, HooksTamperWithAnAttachedProgramAndItsCallsWorkAfterwards) {
    Started server = serve(4);
    const std::string script = scratch_.write("hook.lua", R"(
        local n = 0
        assert(strace.hook('access', 'entering', function(tcp)
            assert(strace.read_path(tcp.u_arg[0]) == '/does/not/exist')
            assert(strace.inject_error('ENOENT'))
            n = n + 1
            if n == 5 then print('five') end
        end))
        strace.at_exit(function() print('at exit') end)
    )");
    Started tracer = attach(server, {"-e", "none", "-l", script});
    EXPECT_TRUE(tracer.wait_for_err("five")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "at exit\n"), 1U) << outcome.text();
    expect_untouched(server);
}

TEST_P(Attach, SayingWhoWasAttachedAndDetached) {
    Started server = serve(3);
    Started tracer = attach(server, {"-e", "none"});
    const std::string pid = std::to_string(server.pid());
    EXPECT_TRUE(tracer.wait_for_err("Process " + pid + " attached with 4 threads")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(contains(outcome.err, "Process " + pid + " detached")) << outcome.text();
    expect_untouched(server);
}

TEST_P(Attach, ARuntimeThatPreemptsItsThreadsLivesOnAfterAnInterrupt) {
    for (const char* program : {"go_runtime", "go_runtime_32"}) {
        Started server = serve(0, program);
        Started tracer = attach(server, {"-e", "trace=tgkill", "-o", scratch_.path("trace")});
        EXPECT_TRUE(appears("--- SIGURG {si_signo=SIGURG, si_code=SI_TKILL")) << tracer.err();
        EXPECT_TRUE(appears(" tgkill(")) << tracer.err();
        tracer.send(SIGINT);
        EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
        server.say("enough\n");
        const Outcome outcome = server.finish();
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(outcome.out, "ready\nevery machine was preempted as often as asked\n");
    }
}

TEST_P(Attach, SeveralProgramsAndACommandTogether) {
    Started first = serve(2);
    Started second = serve(2);
    Command command = troupe(GetParam(), {"-p", std::to_string(first.pid()) + "," + std::to_string(second.pid()), "-o",
                                          scratch_.path("trace"), tracee("exit_code"), "5"});
    Started tracer(std::move(command));
    EXPECT_TRUE(appears("+++ exited with 5 +++")) << tracer.err() << scratch_.read("trace");
    for (Started* server : {&first, &second}) {
        server->say("enough\n");
        EXPECT_EQ(server->finish().out, "ready\nserved\n");
    }
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(5)) << outcome.text();
    for (const Started* server : {&first, &second}) {
        EXPECT_TRUE(contains(scratch_.read("trace"), std::to_string(server->pid()))) << scratch_.read("trace");
    }
}

TEST_P(Attach, AProgramSeesTheCpusThatItAskedForWheneverWeComeAndGo) {
    Started server = serve(4, "watches_affinity");
    for (int round = 0; round < 30; ++round) {
        Started tracer = attach(server, {"-o", scratch_.path("trace")});
        EXPECT_TRUE(appears("sched_getaffinity(0, ")) << tracer.err();
        tracer.send(SIGINT);
        EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
    }
    expect_served(server);
}

TEST_P(Attach, WhatIsStartedMeanwhileIsAsOrdinaryAsEver) {
    // We attach with a priority that nothing else may have. Field 41 of stat is the scheduling policy, 0 the ordinary one.
    Started server = serve(2);
    const std::string script = scratch_.write("script.lua", R"(
        local child = io.popen("awk '{print $41}' /proc/self/stat")
        print('a child of the script: ' .. child:read('*a'))
    )");
    Command command = troupe(GetParam(), {"-p", std::to_string(server.pid()), "-l", script, "-o", scratch_.path("trace"), "awk",
                                          "{print \"the command: \" $41}", "/proc/self/stat"});
    Started tracer(std::move(command));
    EXPECT_TRUE(tracer.wait_for_out("the command: 0\n")) << tracer.out() << tracer.err();
    for (const pid_t thread : threads_of(server.pid())) {
        EXPECT_EQ(::sched_getscheduler(thread), SCHED_OTHER);
    }
    server.say("enough\n");
    EXPECT_TRUE(server.finish().exited_with(0));
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "a child of the script: 0\n")) << outcome.text();
}

TEST_P(Attach, AStoppedProgramStaysStopped) {
    Started server = serve(3);
    server.send(SIGSTOP);
    EXPECT_TRUE(eventually(std::chrono::seconds(5), [&] { return state_of(server.pid()).letter == 'T'; }));
    Started tracer = attach(server, {"-e", "none"});
    EXPECT_TRUE(tracer.wait_for_err("attached"));
    tracer.send(SIGINT);
    EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
    EXPECT_TRUE(eventually(std::chrono::seconds(5), [&] { return state_of(server.pid()).letter == 'T'; })) << state_of(server.pid()).letter;
    EXPECT_EQ(status_field(server.pid(), "TracerPid"), "0");
    server.send(SIGCONT);
    expect_untouched(server);
}

INSTANTIATE_TEST_SUITE_P(Configurations, Attach, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(AttachWithoutFollowing, TakesOneThreadAndLeavesTheOthersAlone) {
    const Scratch scratch;
    Command command;
    command.argv = {tracee("serve"), "3"};
    Started server(std::move(command));
    ASSERT_TRUE(server.wait_for_out("ready\n"));
    Started tracer(troupe({"-o", scratch.path("trace"), "-p", std::to_string(server.pid())}));
    ASSERT_TRUE(tracer.wait_for_err("Process " + std::to_string(server.pid()) + " attached\n")) << tracer.err();
    for (const pid_t thread : threads_of(server.pid())) {
        EXPECT_EQ(status_field(thread, "TracerPid") != "0", thread == server.pid());
    }
    server.say("enough\n");
    EXPECT_EQ(server.finish().out, "ready\nserved\n");
    EXPECT_TRUE(tracer.finish().exited_with(0));
    const std::string trace = scratch.read("trace");
    EXPECT_TRUE(contains(trace, "exit_group(0)")) << trace;
}

TEST(AttachRefused, ForAProcessThatIsNotThere) {
    const Outcome outcome = run_troupe({"-p", "4194303"});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "4194303")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "No such process")) << outcome.text();
}

TEST(AttachRefused, AndTheCommandRunsAllTheSame) {
    const Outcome outcome = run_troupe({"-f", "-o", "/dev/null", "-p", "4194303", tracee("exit_code"), "5"});
    EXPECT_TRUE(outcome.exited_with(5)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "attach: ptrace(PTRACE_SEIZE, 4194303): No such process")) << outcome.text();
}

TEST(AttachRefused, InTheOrderInWhichTheyAreNamedAndForWhatIsNamedTwice) {
    Started program(Command{.argv = {tracee("serve"), "3"}});
    ASSERT_TRUE(program.wait_for_out("ready\n"));
    const std::string pid = std::to_string(program.pid());
    for (const char* follow : {"--no-abbrev", "-f"}) {
        Started tracer(troupe({follow, "-o", "/dev/null", "-p", "4194302", "-p", pid, "-p", "4194303", "-p", pid}));
        ASSERT_TRUE(tracer.wait_for_err("PTRACE_SEIZE, " + pid)) << tracer.err();
        const std::string said = tracer.err();
        const std::size_t places[] = {said.find("SEIZE, 4194302): No such process"), said.find("Process " + pid + " attached"),
                                      said.find("SEIZE, 4194303): No such process"),
                                      said.find("SEIZE, " + pid + "): Operation not permitted\n  it is a tracee of ours already")};
        EXPECT_TRUE(std::ranges::is_sorted(places)) << said;
        EXPECT_NE(std::ranges::max(places), std::string::npos) << said;
        tracer.send(SIGINT);
        EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
    }
    program.say("enough\n");
    EXPECT_EQ(program.finish().out, "ready\nserved\n");
}

TEST(AttachRefused, ForTextThatIsNoProcess) {
    const Outcome outcome = run_troupe({"-p", "twelve"});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "twelve")) << outcome.text();
}

void expect_obstacle(pid_t pid, const std::string& what) {
    for (const char* option : {"-f", "-qq"}) {
        const Outcome outcome = run_troupe({option, "-o", "/dev/null", "-p", std::to_string(pid)});
        EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, what)) << outcome.text();
        EXPECT_FALSE(contains(outcome.err, "root")) << "no advice that does not help: " << outcome.text();
    }
}

TEST(AttachRefused, ForAProcessThatHasEnded) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::_exit(0);
    }
    siginfo_t info{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
    expect_obstacle(pid, "it has ended already, and waits for its parent " + std::to_string(::getpid()));
    ::waitpid(pid, nullptr, 0);
}

TEST(AttachRefused, ForAThreadOfTheKernel) {
    if (status_field(2, "Name") != "kthreadd") {
        GTEST_SKIP() << "a PID namespace of its own has none";
    }
    expect_obstacle(2, "it is a thread of the kernel");
}

TEST(AttachToAProcessWithoutItsFirstThread, TracesTheOthers) {
    Started program(Command{.argv = {tracee("leader_exits_first"), "wait"}});
    ASSERT_TRUE(program.wait_for_out("ready\n"));
    const std::string pid = std::to_string(program.pid());
    ASSERT_TRUE(eventually(std::chrono::seconds(5), [&] { return state_of(program.pid()).letter == 'Z'; }));
    const Outcome alone = run_troupe({"-p", pid});
    EXPECT_TRUE(alone.exited_with(1)) << alone.text();
    EXPECT_TRUE(contains(alone.err, "its first thread has ended; -f traces the others")) << alone.text();
    Started tracer(troupe({"-f", "-e", "trace=getppid", "-p", pid}));
    EXPECT_TRUE(tracer.wait_for_err("its first thread has ended; the others are traced")) << tracer.err();
    program.say("enough\n");
    EXPECT_TRUE(program.finish().exited_with(0));
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "getppid()")) << outcome.text();
}

TEST(AttachWithoutProc, SaysThatOtherThreadsAreNotFound) {
    if (::getuid() != 0) {
        GTEST_SKIP() << "mounts take root";
    }
    Started first(Command{.argv = {tracee("serve"), "2"}});
    Started second(Command{.argv = {tracee("serve"), "2"}});
    ASSERT_TRUE(first.wait_for_out("ready\n") && second.wait_for_out("ready\n"));
    const std::string pid = std::to_string(first.pid());
    const std::string other = std::to_string(second.pid());
    for (const bool follow : {true, false}) {
        Command command = troupe({"-e", "trace=none", "-p", pid, "-p", other});
        if (follow) {
            command.argv.insert(command.argv.begin() + 1, "-f");
        }
        command.argv.insert(command.argv.begin(),
                            {"/usr/bin/unshare", "-m", "/bin/sh", "-c", "mount -t tmpfs none /proc && exec \"$@\"", "sh"});
        Started tracer(std::move(command));
        ASSERT_TRUE(tracer.wait_for_err("Process " + other + " attached")) << tracer.err();
        if (follow) {
            EXPECT_TRUE(tracer.wait_for_err("the threads of " + pid + ", " + other + " cannot be listed (/proc/" + pid + "/task)"))
                << tracer.err();
        }
        tracer.send(SIGINT);
        const Outcome outcome = tracer.finish();
        EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
        EXPECT_EQ(occurrences(outcome.err, "cannot be listed"), follow ? 1U : 0U) << outcome.text();
    }
    first.say("enough\n");
    second.say("enough\n");
    EXPECT_TRUE(first.finish().exited_with(0) && second.finish().exited_with(0));
}

TEST(AttachRefused, ForAProcessThatSomebodyElseTraces) {
    Command command;
    command.argv = {tracee("serve"), "1"};
    Started server(std::move(command));
    ASSERT_TRUE(server.wait_for_out("ready\n"));
    Started first(troupe({"-f", "-e", "none", "-p", std::to_string(server.pid())}));
    ASSERT_TRUE(first.wait_for_err("attached"));
    const Outcome second = run_troupe({"-f", "-e", "none", "-p", std::to_string(server.pid())});
    EXPECT_TRUE(second.exited_with(1)) << second.text();
    EXPECT_TRUE(contains(second.err, "Operation not permitted")) << second.text();
    first.send(SIGINT);
    EXPECT_TRUE(first.finish().killed_by(SIGINT));
    server.say("enough\n");
    EXPECT_EQ(server.finish().out, "ready\nserved\n");
}

}  // namespace
}  // namespace troupe::tests
