// Where the kernel draws lines around programs: namespaces, setuid, tracers of tracers. We trace across those that can be crossed, and say
// what stands in the way of the others.

#include <gtest/gtest.h>
#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Isolation : public testing::TestWithParam<Configuration> {
 protected:
    /// A setuid-root program that says whose it is, where everybody can run it.
    std::string setuid_program() const {
        namespace fs = std::filesystem;
        fs::permissions(scratch_.folder(), fs::perms(0755));
        const std::string copy = scratch_.path("whoami");
        fs::copy_file(tracee("environment"), copy);
        fs::permissions(copy, fs::perms(04755));
        return copy;
    }

    Scratch scratch_;
};

TEST_P(Isolation, NamespacesOfProcessesAndUsersHideNothingFromUs) {
    const std::vector<std::vector<std::string>> worlds = {
        {"-p", "-f", "--mount-proc"}, {"-U", "-r"}, {"-U", "-r", "-p", "-f", "--mount-proc"}};
    for (const std::vector<std::string>& world : worlds) {
        for (const char* program : {"exec_from_thread", "clone_variants"}) {
            std::vector<std::string> arguments = {"-o", scratch_.path("trace"), "/usr/bin/unshare"};
            arguments.insert(arguments.end(), world.begin(), world.end());
            arguments.push_back(tracee(program));
            const Outcome outcome = run(troupe(GetParam(), std::move(arguments)));
            EXPECT_TRUE(outcome.exited_with(0)) << program << world.back() << outcome.text();
            EXPECT_EQ(outcome.err, "");
            const std::string trace = scratch_.read("trace");
            EXPECT_TRUE(contains(trace, "execve(\"" + tracee(program) + "\"")) << trace;
            EXPECT_TRUE(contains(trace, "+++ exited with 0 +++")) << trace;
        }
    }
}

TEST_P(Isolation, InsideANamespaceOfProcessesWeAreAtHome) {
    std::vector<std::string> arguments = {"/usr/bin/unshare", "-p", "-f", "--mount-proc", binary()};
    arguments.insert(arguments.end(), GetParam().options.begin(), GetParam().options.end());
    arguments.insert(arguments.end(), {"-o", scratch_.path("trace"), tracee("clone_variants")});
    const Outcome outcome = run_native(std::move(arguments));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "every kind of child was collected\n");
}

/// A command with a root of its own, in namespaces of users, processes and mounts, without any right but to trace.
std::vector<std::string> in_a_container(const Scratch& scratch, std::vector<std::string> command) {
    const std::string box = scratch.write("box.sh", R"(
root=$1/root
shift
mkdir -p "$root" && mount --rbind / "$root" && mount -t proc proc "$root/proc" &&
exec chroot "$root" setpriv --bounding-set=-all,+sys_ptrace --inh-caps=-all "$@")");
    command.insert(command.begin(), {"/usr/bin/unshare", "-U", "-r", "-m", "-p", "-f", "/bin/sh", box, scratch.folder()});
    return command;
}

TEST_P(Isolation, InAContainerWithoutOtherRightsWeLaunchFollowAndAttach) {
    if (!run_native(in_a_container(scratch_, {"/bin/true"})).exited_with(0)) {
        GTEST_SKIP() << "no container can be made here";
    }
    std::vector<std::string> options = {binary(), "-o", scratch_.path("trace")};
    options.insert(options.end(), GetParam().options.begin(), GetParam().options.end());
    std::vector<std::string> launch = options;
    launch.push_back(tracee("fork_tree"));
    const Outcome launched = run_native(in_a_container(scratch_, std::move(launch)));
    EXPECT_TRUE(launched.exited_with(0)) << launched.text();
    EXPECT_EQ(launched.out, "39 descendants\n");
    EXPECT_EQ(launched.err, "");
    EXPECT_EQ(lines_matching(scratch_.read("trace"), "\\+\\+\\+ exited with [0-9]+ \\+\\+\\+$").size(), 40U);

    std::vector<std::string> attach = {"/bin/sh", "-c", R"(said=$1; shift; sleep 1000 & it=$!
"$@" -p $it 2>$said & us=$!
until grep -q attached $said; do sleep 0.01; done
kill $it; wait $us)",
                                       "sh", scratch_.path("said")};
    attach.insert(attach.end(), options.begin(), options.end());
    const Outcome attached = run_native(in_a_container(scratch_, std::move(attach)));
    EXPECT_TRUE(attached.exited_with(0)) << attached.text() << scratch_.read("said");
    EXPECT_TRUE(contains(scratch_.read("trace"), "+++ killed by SIGTERM +++")) << scratch_.read("trace");
}

TEST_P(Isolation, ASetuidProgramHasItsRightsWhereTheTracerIsRoot) {
    const passwd* nobody = ::getpwnam("nobody");
    ASSERT_NE(nobody, nullptr);
    Command command = troupe(GetParam(), {"-o", "/dev/null", "-u", "nobody", setuid_program()});
    command.folder = "/";
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "user: " + std::to_string(nobody->pw_uid) + " 0,")) << outcome.text();
}

TEST_P(Isolation, ASetuidProgramHasItsRightsWhereTheTracerIsRootWithoutTheRightToFilters) {
    const passwd* nobody = ::getpwnam("nobody");
    ASSERT_NE(nobody, nullptr);
    const std::vector<std::string> as_nobody = {"/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"};
    Command command = troupe(GetParam(), {"-o", "/dev/null"});
    command.argv.insert(command.argv.end(), as_nobody.begin(), as_nobody.end());
    command.argv.push_back(setuid_program());
    command.argv.insert(command.argv.begin(), {"/usr/bin/setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin"});
    command.folder = "/";
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "user: " + std::to_string(nobody->pw_uid) + " 0,")) << outcome.text();
}

TEST_P(Isolation, ASetuidProgramRunsWithoutItsRightsWhereTheTracerIsNot) {
    const passwd* nobody = ::getpwnam("nobody");
    ASSERT_NE(nobody, nullptr);
    const std::string uid = std::to_string(nobody->pw_uid);
    std::vector<std::string> arguments = {"/usr/bin/setpriv", "--reuid=" + uid, "--regid=" + std::to_string(nobody->pw_gid),
                                          "--clear-groups", binary()};
    arguments.insert(arguments.end(), GetParam().options.begin(), GetParam().options.end());
    arguments.insert(arguments.end(), {"-o", "/dev/null", setuid_program()});
    Command command;
    command.argv = std::move(arguments);
    command.folder = "/";
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "user: " + uid + " " + uid + ",")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Isolation, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(StrictMode, HoldsInEveryConfiguration) {
    const Scratch scratch;
    for (const Configuration& configuration : configurations()) {
        for (const char* program : {"strict_mode", "strict_mode_32"}) {
            for (const char* traced : {"trace=all", "trace=close"}) {
                const Outcome outcome = run(troupe(configuration, {"-o", scratch.path("trace"), "-e", traced, tracee(program)}));
                EXPECT_TRUE(outcome.exited_with(0)) << configuration.name << outcome.text();
                EXPECT_EQ(outcome.out, "strict mode held\n") << configuration.name;
            }
        }
    }
}

/// A troupe that is traced: no leak checker works in it.
Command traced_itself(Command command) {
    command.variables.emplace_back("ASAN_OPTIONS=detect_leaks=0");
    return command;
}

TEST(TracerOfATracer, LetsItTrace) {
    const Scratch scratch;
    Started inner(traced_itself(troupe({"-f", "-o", scratch.path("inner"), tracee("serve"), "2"})));
    ASSERT_TRUE(inner.wait_for_out("ready\n")) << inner.err();
    Started outer(troupe({"-f", "-o", scratch.path("outer"), "-p", std::to_string(inner.pid())}));
    ASSERT_TRUE(eventually(std::chrono::seconds(20), [&] { return contains(scratch.read("outer"), "ptrace(PTRACE_SYSCALL"); }))
        << outer.err();
    outer.send(SIGINT);
    EXPECT_TRUE(outer.finish().killed_by(SIGINT));
    expect_served(inner);
}

TEST(TracerOfATracer, IsNamedWhereItTracesTheChildrenAsWell) {
    const Outcome outcome = run(traced_itself(troupe({"-f", "-o", "/dev/null", binary(), "-o", "/dev/null", "/bin/true"})));
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_FALSE(lines_matching(outcome.err, "Operation not permitted: troupe is traced by [0-9]+ \\(.+\\)").empty()) << outcome.text();
}

TEST(TracerOfATracer, ThatDoesNotFollowIsNotInTheWay) {
    const Outcome outcome = run(traced_itself(troupe({"-o", "/dev/null", binary(), "-f", "-o", "/dev/null", tracee("fork_tree")})));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "39 descendants\n");
}

TEST(TracersOfEachOther, AreNotBothAllowed) {
    // Each is a shell first, so that the other's pid is known before either attaches.
    const auto start = [] {
        Command command;
        command.argv = {"/bin/sh", "-c", "read pid; exec " + binary() + " -f -o /dev/null -p $pid"};
        return Started(traced_itself(std::move(command)));
    };
    for (int round = 0; round < 5; ++round) {
        Started first = start();
        Started second = start();
        first.say(std::to_string(second.pid()) + "\n");
        second.say(std::to_string(first.pid()) + "\n");
        // One at least ends by itself. It takes the other along only where that has no other to trace.
        EXPECT_TRUE(eventually(std::chrono::seconds(20),
                               [&] { return state_of(first.pid()).letter == 'Z' || state_of(second.pid()).letter == 'Z'; }))
            << first.err() << second.err();
        const std::string said = first.err() + second.err();
        EXPECT_TRUE(contains(said, "it traces us") || contains(said, "traced by")) << said;
        first.send(SIGINT);
        second.send(SIGINT);
        for (Started* one : {&first, &second}) {
            EXPECT_FALSE(one->finish().ending.timed_out) << said;
        }
    }
}

TEST(LeakSanitizer, SaysThatItCannotWorkAndWhatHelpsHelps) {
    const Scratch scratch;
    const std::string source =
        scratch.write("leak.c", "#include <stdlib.h>\nvoid* volatile p;\nint main(void) { p = malloc(10); return 0; }\n");
    const Outcome compiled = run_native({"/usr/bin/gcc", "-fsanitize=address", source, "-o", scratch.path("leak")});
    ASSERT_TRUE(compiled.exited_with(0)) << compiled.text();
    // Into a file, because a sanitizer's report on stderr is a failure of every test.
    const std::string command = "exec " + scratch.path("leak") + " 2>" + scratch.path("said");
    const Outcome refused = run_troupe({"-f", "-o", "/dev/null", "/bin/sh", "-c", command});
    EXPECT_FALSE(refused.exited_with(0)) << refused.text();
    EXPECT_TRUE(contains(scratch.read("said"), "LeakSanitizer does not work under ptrace")) << scratch.read("said");
    const Outcome outcome = run_troupe({"-f", "-o", "/dev/null", "-E", "ASAN_OPTIONS=detect_leaks=0", scratch.path("leak")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.err, "");
}

}  // namespace
}  // namespace troupe::tests
