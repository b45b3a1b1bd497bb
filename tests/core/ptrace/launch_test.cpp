#include "troupe/core/launch.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/core/ptrace/calls.hpp"
#include "tests/core/ptrace/traced.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/scratch.hpp"

namespace troupe {
namespace {

using tests::end_in;
using tests::end_of;
using tests::kill_and_reap;
using tests::must;
using tests::status_field;
using tests::stop_in;
using tests::Stopped;
using tests::StopReport;

constexpr SeizeOptions ours{.follow = false, .kill_on_exit = true};

LaunchRequest request_for(std::string file) {
    LaunchRequest request;
    request.file = std::move(file);
    request.arguments = {"name"};
    request.seize = ours;
    return request;
}

/// A command that was launched; whatever is left of it ends with this object.
class Command {
 public:
    explicit Command(const LaunchRequest& request, const Inheritance& inheritance = Inheritance::take())
        : launched_(must(launch(request, inheritance))) {}
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    ~Command() { kill_and_reap(launched_.pid); }

    [[nodiscard]] pid_t pid() const { return launched_.pid; }
    void release() { EXPECT_EQ(::write(launched_.release.get(), "!", 1), 1); }
    void give_up() { launched_.release.reset(); }
    /// Lets it go on to its execve, where its new program has not done anything yet: /proc shows what it was given.
    [[nodiscard]] Stopped at_exec() {
        release();
        StopReport stop = stop_in(Waiter::next_of(pid()));
        EXPECT_EQ(stop.reason.kind, StopReason::Kind::exec);
        return std::move(stop.stopped);
    }
    struct Failure {
        int code = 0;
        int step = 0;
        bool operator==(const Failure&) const = default;
    };
    /// Why it could not be started; zeros: it was.
    [[nodiscard]] Failure failure() const {
        std::array<int, 2> what{};
        const auto count = ::read(launched_.report.get(), what.data(), sizeof what);
        return count == sizeof what ? Failure{what[0], what[1]} : Failure{};
    }

 private:
    Launched launched_;
};

void PrintTo(const Command::Failure& failure, std::ostream* out) { *out << "errno " << failure.code << " in step " << failure.step; }

Command::Failure failed(int code, LaunchStep step) { return {code, static_cast<int>(step)}; }

std::string zero_ended(std::initializer_list<std::string_view> texts) {
    std::string all;
    for (const std::string_view text : texts) {
        all += text;
        all += '\0';
    }
    return all;
}

std::uint64_t bit(int signal) { return std::uint64_t{1} << (signal - 1); }
std::uint64_t signals_in(pid_t pid, std::string_view field) { return std::stoull(status_field(pid, field), nullptr, 16); }

std::vector<int> fds_of(pid_t pid) {
    std::vector<int> fds;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/fd")) {
        fds.push_back(std::stoi(entry.path().filename()));
    }
    return fds;
}

UniqueFd some_file(int flags) { return UniqueFd(::open("/dev/null", O_RDONLY | flags)); }

TEST(Launch, TheCommandWaitsUntilItIsReleased) {
    Command command(request_for("/bin/true"));
    EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll(command.pid())));
    EXPECT_EQ(end_of(command.at_exec()).how.code, 0);
    EXPECT_EQ(command.failure(), Command::Failure{}) << "its execve closed the report";
}

TEST(Launch, TheCommandEndsWithoutExecWhereItsMakerGivesUp) {
    Command command(request_for("/bin/true"));
    command.give_up();
    const EndReport end = end_in(Waiter::next_of(command.pid()));
    EXPECT_FALSE(end.how.killed);
    EXPECT_EQ(end.how.code, 126);
}

TEST(Launch, ArgumentsAndEnvironmentAreThoseOfTheRequest) {
    LaunchRequest request = request_for("/bin/true");
    request.arguments = {"not true", "", "second argument"};
    request.environment = {"ONE=1", "EMPTY="};
    Command command(request);
    const Stopped held = command.at_exec();
    const std::string proc = "/proc/" + std::to_string(held.tid());
    EXPECT_EQ(tests::file_content(proc + "/cmdline"), zero_ended({"not true", "", "second argument"}));
    EXPECT_EQ(tests::file_content(proc + "/environ"), zero_ended({"ONE=1", "EMPTY="}));
    EXPECT_EQ(std::filesystem::read_symlink(proc + "/exe"), std::filesystem::canonical("/bin/true"));
}

TEST(Launch, TheEnvironmentMayBeEmpty) {
    Command command(request_for("/bin/true"));
    EXPECT_EQ(tests::environment_of(command.at_exec().tid()), "");
}

TEST(Launch, TheSignalMaskIsTheInheritedOneAndOursStays) {
    sigset_t mine;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mine);
    Inheritance inheritance = Inheritance::take();
    ::sigemptyset(&inheritance.signal_mask);
    ::sigaddset(&inheritance.signal_mask, SIGUSR1);
    ::sigaddset(&inheritance.signal_mask, SIGINT);
    Command command(request_for("/bin/true"), inheritance);
    EXPECT_EQ(signals_in(command.at_exec().tid(), "SigBlk"), bit(SIGUSR1) | bit(SIGINT));
    sigset_t after;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &after);
    for (int signal = 1; signal <= 64; ++signal) {
        EXPECT_EQ(::sigismember(&after, signal), ::sigismember(&mine, signal)) << signal;
    }
}

TEST(Launch, IgnoredSignalsAreTheInheritedOnesAndNotOurs) {
    ::signal(SIGUSR2, SIG_IGN);
    Inheritance inheritance = Inheritance::take();
    ::signal(SIGUSR2, SIG_DFL);
    EXPECT_TRUE(inheritance.ignored[SIGUSR2]);
    EXPECT_FALSE(inheritance.ignored[SIGUSR1]);
    const auto before = ::signal(SIGPIPE, SIG_IGN);
    inheritance.ignored.fill(false);
    inheritance.ignored[SIGUSR2] = true;
    inheritance.ignored[SIGRTMAX] = true;
    Command command(request_for("/bin/true"), inheritance);
    EXPECT_EQ(signals_in(command.at_exec().tid(), "SigIgn"), bit(SIGUSR2) | bit(SIGRTMAX));
    ::signal(SIGPIPE, before);
}

TEST(Launch, TheAffinityIsTheInheritedOneAndNotThatOfTheWorker) {
    const Inheritance inheritance = Inheritance::take();
    std::thread([&] {
        int cpu = 0;
        while (!inheritance.cpus.contains(cpu)) {
            ++cpu;
        }
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(cpu, &one);
        ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
        Command command(request_for("/bin/true"), inheritance);
        const Stopped held = command.at_exec();
        cpu_set_t given;
        CPU_ZERO(&given);
        ASSERT_EQ(::sched_getaffinity(held.tid(), sizeof given, &given), 0);
        EXPECT_TRUE(CPU_EQUAL(&given, &inheritance.cpus));
    }).join();
}

TEST(Launch, DescriptorsOfOursAreClosedAndInheritedOnesStay) {
    const UniqueFd inherited = some_file(0);
    const UniqueFd closed_by_exec = some_file(O_CLOEXEC);
    UniqueFd between = some_file(0);
    const UniqueFd high(::fcntl(inherited.get(), F_DUPFD, 200));
    const int hole = between.get();
    between.reset();
    const Inheritance inheritance = Inheritance::take();
    EXPECT_TRUE(std::is_sorted(inheritance.fds.begin(), inheritance.fds.end()));
    between = some_file(0);
    ASSERT_EQ(between.get(), hole) << "the lowest free number";
    const UniqueFd late(::fcntl(inherited.get(), F_DUPFD, 300));

    Command command(request_for("/bin/true"), inheritance);
    const std::vector<int> fds = fds_of(command.at_exec().tid());
    using testing::Contains;
    using testing::Not;
    EXPECT_THAT(fds, Contains(inherited.get()));
    EXPECT_THAT(fds, Contains(high.get()));
    EXPECT_THAT(fds, Not(Contains(closed_by_exec.get())));
    EXPECT_THAT(fds, Not(Contains(between.get())));
    EXPECT_THAT(fds, Not(Contains(late.get())));
    for (const int fd : fds) {
        EXPECT_THAT(inheritance.fds, Contains(fd)) << "this one is new to it";
    }
}

TEST(Launch, TheFilterStopsTheCommand) {
    LaunchRequest request = request_for("/bin/true");
    request.filter = tests::filter_for(SYS_exit_group);
    Command command(request);
    Stopped held = command.at_exec();
    EXPECT_EQ(status_field(held.tid(), "Seccomp"), "2");
    StopReport stop = tests::next_stop(std::move(held), Resume::freely);
    EXPECT_EQ(stop.reason.kind, StopReason::Kind::seccomp);
    EXPECT_EQ(must(syscall_info(stop.stopped)).call, tests::native(SYS_exit_group));
    EXPECT_EQ(end_of(std::move(stop.stopped)).how.code, 0);
}

TEST(Launch, WithoutAFilterTheCommandHasNone) {
    Command command(request_for("/bin/true"));
    const Stopped held = command.at_exec();
    EXPECT_EQ(status_field(held.tid(), "Seccomp"), "0");
    EXPECT_EQ(status_field(held.tid(), "NoNewPrivs"), status_field(::getpid(), "NoNewPrivs"));
}

TEST(Launch, TheUserIsTheRequestedOneAndTheFilterCostsHimNoPrivileges) {
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root may become another user";
    }
    LaunchRequest request = request_for("/bin/true");
    request.user = Identity{.uid = 12345, .gid = 12346, .groups = {12347, 12348}};
    request.filter = tests::filter_for(SYS_getppid);
    Command command(request);
    const Stopped held = command.at_exec();
    EXPECT_EQ(status_field(held.tid(), "Uid"), "12345\t12345\t12345\t12345");
    EXPECT_EQ(status_field(held.tid(), "Gid"), "12346\t12346\t12346\t12346");
    EXPECT_EQ(status_field(held.tid(), "Groups"), "12347 12348");
    EXPECT_EQ(status_field(held.tid(), "NoNewPrivs"), "0");
}

/// Runs it to its end, which comes before its execve.
int exit_code_of(Command& command) {
    command.release();
    const EndReport end = end_in(Waiter::next_of(command.pid()));
    EXPECT_FALSE(end.how.killed);
    return end.how.code;
}

TEST(LaunchReport, OfAFileThatIsNotThere) {
    const tests::Scratch scratch;
    Command command(request_for(scratch.path("nowhere")));
    EXPECT_EQ(exit_code_of(command), 127);
    EXPECT_EQ(command.failure(), failed(ENOENT, LaunchStep::exec));
}

TEST(LaunchReport, OfAFileThatMayNotBeExecuted) {
    const tests::Scratch scratch;
    Command command(request_for(scratch.write("text", "no program")));
    EXPECT_EQ(exit_code_of(command), 126);
    EXPECT_EQ(command.failure(), failed(EACCES, LaunchStep::exec));
}

TEST(LaunchReport, OfAFileThatIsNoProgram) {
    const tests::Scratch scratch;
    Command command(request_for(scratch.write("text", "no program", true)));
    EXPECT_EQ(exit_code_of(command), 126);
    EXPECT_EQ(command.failure(), failed(ENOEXEC, LaunchStep::exec));
}

TEST(LaunchReport, OfAFilterThatTheKernelDoesNotTake) {
    LaunchRequest request = request_for("/bin/true");
    request.filter = {sock_filter{0xffff, 0, 0, 0}};
    Command command(request);
    EXPECT_EQ(exit_code_of(command), 126);
    EXPECT_EQ(command.failure(), failed(EINVAL, LaunchStep::filter));
}

TEST(LaunchReport, OfAUserThatNobodyMayBecome) {
    LaunchRequest request = request_for("/bin/true");
    request.user = Identity{.uid = 12345, .gid = 12346, .groups = std::vector<gid_t>(70'000, 5)};  // more groups than there can be
    Command command(request);
    EXPECT_EQ(exit_code_of(command), 126);
    EXPECT_EQ(command.failure(), failed(::geteuid() == 0 ? EINVAL : EPERM, LaunchStep::identity));
}

}  // namespace
}  // namespace troupe
