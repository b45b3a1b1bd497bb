#include "actors/affinity_book.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include "tests/support/processes.hpp"
#include "troupe/core/affinity.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

/// A process that sleeps, with the CPUs that we have.
class Sleeper {
 public:
    Sleeper() : pid_(::fork()) {
        if (pid_ == 0) {
            for (;;) ::pause();
        }
    }
    Sleeper(const Sleeper&) = delete;
    Sleeper& operator=(const Sleeper&) = delete;
    ~Sleeper() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    [[nodiscard]] TaskId id() const { return {pid_, 1}; }
    [[nodiscard]] CpuSet cpus() const { return *affinity::of(pid_); }

 private:
    pid_t pid_;
};

bool equal(const CpuSet& left, const CpuSet& right) { return left == right; }

int first_of(const CpuSet& cpus, int from = 0) {
    int cpu = from;
    while (cpu < CpuSet::most && !cpus.contains(cpu)) ++cpu;
    return cpu;
}

class Book : public testing::Test {
 protected:
    Guardian guardian_;
    AffinityBook book_{guardian_};
    Sleeper sleeper_;
    CpuSet all_ = sleeper_.cpus();
    int cpu_ = first_of(all_);
};

TEST_F(Book, KeepsATraceeOnOneCpuAndRemembersWhatItAskedFor) {
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(sleeper_.cpus(), CpuSet::only(cpu_)));
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), all_));
    book_.release(sleeper_.id());
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
    EXPECT_FALSE(book_.asked_by(sleeper_.id().tid).has_value());
}

TEST_F(Book, MovingItElsewhereDoesNotForgetWhatItAskedFor) {
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), all_));
}

TEST_F(Book, DoesNotKeepATraceeWhereItDidNotAskToBe) {
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, CpuSet::only(cpu_)).has_value());
    EXPECT_FALSE(book_.keep(sleeper_.id(), cpu_ + 1, false));
    EXPECT_TRUE(equal(sleeper_.cpus(), CpuSet::only(cpu_)));
}

TEST_F(Book, WhatATraceeSetsIsWhatItAskedFor) {
    const TaskId caller = sleeper_.id();
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    book_.begin_call(caller, sleeper_.id().tid);
    EXPECT_TRUE(equal(sleeper_.cpus(), all_)) << "the kernel tells it what it asked for";
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, CpuSet::only(cpu_)).has_value());
    book_.end_call(caller);
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), CpuSet::only(cpu_)));
    book_.begin_call(caller, sleeper_.id().tid);
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, all_).has_value());
    book_.end_call(caller);
    EXPECT_TRUE(equal(sleeper_.cpus(), CpuSet::only(cpu_))) << "it is still kept";
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), all_));
}

TEST_F(Book, WhatATraceeSetsIsNotTakenForOursWhenItIsReleasedMeanwhile) {
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    book_.begin_call(sleeper_.id(), sleeper_.id().tid);
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, CpuSet::only(cpu_)).has_value());
    book_.release(sleeper_.id());
    book_.end_call(sleeper_.id());
    EXPECT_TRUE(equal(sleeper_.cpus(), CpuSet::only(cpu_)));
    EXPECT_FALSE(book_.asked_by(sleeper_.id().tid).has_value());
}

TEST_F(Book, AThreadThatACallIsAboutIsKeptWhenTheLastOfThemIsOver) {
    const TaskId first{1000001, 7};
    const TaskId second{1000002, 8};
    book_.begin_call(first, sleeper_.id().tid);
    book_.begin_call(second, sleeper_.id().tid);
    EXPECT_FALSE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
    book_.end_call(first);
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
    book_.forget(second);
    EXPECT_TRUE(equal(sleeper_.cpus(), CpuSet::only(cpu_)));
    book_.end_call(second);
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), all_));
}

TEST_F(Book, AThreadThatDiesInACallAboutItIsNotKeptAfterwards) {
    const TaskId caller{1000001, 7};
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    book_.begin_call(caller, sleeper_.id().tid);
    book_.forget(sleeper_.id());
    book_.end_call(caller);
    EXPECT_TRUE(equal(sleeper_.cpus(), all_)) << "the tid may be another one's by then";
}

TEST_F(Book, LeavesCpusAloneThatAnotherProcessHasSet) {
    if (all_.count() < 2) {
        GTEST_SKIP() << "takes two CPUs";
    }
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    const CpuSet other = CpuSet::only(first_of(all_, cpu_ + 1));
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, other).has_value());
    book_.release(sleeper_.id());
    EXPECT_TRUE(equal(sleeper_.cpus(), other));
}

TEST_F(Book, AChildBeginsWithWhatItsParentAskedFor) {
    const Sleeper child;
    ASSERT_TRUE(affinity::set(child.id().tid, CpuSet::only(cpu_)).has_value());
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    book_.inherit(sleeper_.id().tid, child.id().tid);
    EXPECT_TRUE(equal(child.cpus(), all_));
}

TEST_F(Book, AChildBeginsWithWhatItsParentAskedForAlsoWhenThatOneIsReleasedMeanwhile) {
    const Sleeper child;
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    ASSERT_TRUE(affinity::set(child.id().tid, CpuSet::only(cpu_)).has_value());
    book_.release(sleeper_.id());
    book_.inherit(sleeper_.id().tid, child.id().tid);
    EXPECT_TRUE(equal(child.cpus(), all_));
}

TEST_F(Book, AChildThatHasSetItsCpusItselfKeepsThem) {
    if (all_.count() < 2) {
        GTEST_SKIP() << "takes two CPUs";
    }
    const Sleeper child;
    const CpuSet other = CpuSet::only(first_of(all_, cpu_ + 1));
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    ASSERT_TRUE(affinity::set(child.id().tid, other).has_value());
    book_.inherit(sleeper_.id().tid, child.id().tid);
    EXPECT_TRUE(equal(child.cpus(), other));
}

TEST_F(Book, CpusThatAnotherProcessSetsAreAskedForFromThenOn) {
    if (all_.count() < 2) {
        GTEST_SKIP() << "takes two CPUs";
    }
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    const CpuSet other = CpuSet::only(first_of(all_, cpu_ + 1));
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, other).has_value());
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), other));
    const Sleeper child;
    ASSERT_TRUE(affinity::set(child.id().tid, CpuSet::only(cpu_)).has_value());
    book_.inherit(sleeper_.id().tid, child.id().tid);
    EXPECT_TRUE(equal(child.cpus(), other));
    EXPECT_FALSE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(sleeper_.cpus(), other));
    ASSERT_TRUE(affinity::set(sleeper_.id().tid, all_).has_value());
    EXPECT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(book_.asked_by(sleeper_.id().tid).value(), all_));
}

TEST_F(Book, WhereItCannotBeKeptAnyMoreItGetsBackWhatItAskedFor) {
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_FALSE(book_.keep(sleeper_.id(), CpuSet::most - 1, false)) << "no such CPU";
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
}

TEST_F(Book, WhereTheKernelRefusesWhatItAskedForIsNotForgotten) {
    if (::getuid() != 0 || all_.count() < 2) {
        GTEST_SKIP() << "takes a second user and two CPUs";
    }
    int status = 0;
    const pid_t ours = ::fork();
    if (ours == 0) {
        constexpr uid_t other_user = 65534;
        Guardian guardian;
        AffinityBook book(guardian);
        const bool was_kept = book.keep(sleeper_.id(), cpu_, false);
        const bool may_no_more = ::setresuid(other_user, other_user, other_user) == 0;
        const bool is_kept = book.keep(sleeper_.id(), first_of(all_, cpu_ + 1), false);
        const auto asked = book.asked_by(sleeper_.id().tid);
        ::_exit(was_kept && may_no_more && !is_kept && asked && equal(*asked, all_) ? 0 : 1);
    }
    ::waitpid(ours, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST_F(Book, DoesNotKeepWhatRunsInRealTime) {
    const sched_param first{1};
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    if (::sched_setscheduler(sleeper_.id().tid, SCHED_FIFO, &first) != 0) {
        GTEST_SKIP() << "SCHED_FIFO takes CAP_SYS_NICE";
    }
    EXPECT_FALSE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
    EXPECT_FALSE(book_.keep(sleeper_.id(), cpu_, false));
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
}

/// A cpuset of its own for one process; version 1 of control groups.
class Cpuset {
 public:
    explicit Cpuset(pid_t pid) : folder_("/sys/fs/cgroup/cpuset/troupe_test_" + std::to_string(pid)) {
        is_there_ = ::mkdir(folder_.c_str(), 0755) == 0 && write("cpuset.mems", "0");
    }
    Cpuset(const Cpuset&) = delete;
    Cpuset& operator=(const Cpuset&) = delete;
    ~Cpuset() { ::rmdir(folder_.c_str()); }
    [[nodiscard]] bool is_there() const { return is_there_; }
    [[nodiscard]] bool write(const char* file, const std::string& text) const {
        std::ofstream out(folder_ + "/" + file);
        out << text << std::flush;
        return out.good();
    }

 private:
    std::string folder_;
    bool is_there_ = false;
};

TEST_F(Book, WhatIsAddedToItsCpusetIsItsOwnAfterwards) {
    const int second = first_of(all_, cpu_ + 1);
    std::optional<Sleeper> sleeper(std::in_place);
    const Cpuset cpuset(sleeper->id().tid);
    const bool usable = cpuset.is_there() && second < CpuSet::most && cpuset.write("cpuset.cpus", std::to_string(cpu_)) &&
                        cpuset.write("tasks", std::to_string(sleeper->id().tid));
    if (usable) {
        EXPECT_TRUE(equal(sleeper->cpus(), CpuSet::only(cpu_)));
        EXPECT_TRUE(book_.keep(sleeper->id(), cpu_, false));
        book_.release(sleeper->id());
        EXPECT_TRUE(cpuset.write("cpuset.cpus", std::to_string(cpu_) + "," + std::to_string(second)));
        EXPECT_TRUE(sleeper->cpus().contains(second));
    }
    sleeper.reset();  // a group with a process in it cannot be removed
    if (!usable) {
        GTEST_SKIP() << "takes two CPUs and cpusets of control groups, version 1";
    }
}

TEST_F(Book, TellsTasksWithTheSameTidApart) {
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    book_.forget({sleeper_.id().tid, 2});
    EXPECT_TRUE(book_.asked_by(sleeper_.id().tid).has_value());
    book_.forget(sleeper_.id());
    EXPECT_FALSE(book_.asked_by(sleeper_.id().tid).has_value());
}

TEST_F(Book, FollowsATraceeToItsNewTid) {
    ASSERT_TRUE(book_.keep(sleeper_.id(), cpu_, false));
    const Sleeper leader;
    book_.rename(sleeper_.id(), leader.id().tid);
    EXPECT_FALSE(book_.asked_by(sleeper_.id().tid).has_value());
    EXPECT_TRUE(equal(book_.asked_by(leader.id().tid).value(), all_));
}

/// A process like ours that keeps a tracee, and is killed.
TEST_F(Book, AnAttachedTraceeGetsItsCpusBackWhenWeAreKilled) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t ours = ::fork();
    if (ours == 0) {
        Guardian guardian;
        AffinityBook book(guardian);
        const bool kept = book.keep(sleeper_.id(), cpu_, true);
        (void)!::write(ends[1], kept ? "y" : "n", 1);
        ::kill(::getpid(), SIGKILL);
    }
    ::close(ends[1]);
    char answer = 0;
    EXPECT_EQ(::read(ends[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    ::waitpid(ours, nullptr, 0);
    // The guardian has no parent of ours now. It closed its end of the pipe before that; its work is seen by its result.
    for (int i = 0; i < 5000 && !equal(sleeper_.cpus(), all_); ++i) {
        ::usleep(1000);
    }
    EXPECT_TRUE(equal(sleeper_.cpus(), all_));
    ::close(ends[0]);
}

/// The child of `process` that guards; 0: there is none.
pid_t guard_of(pid_t process) {
    for (const pid_t pid : tests::all_processes()) {
        const tests::ProcessState state = tests::state_of(pid);
        if (state.parent == process && state.letter != 'Z' && procfs::comm_of(pid) == "troupe: guard") {
            return pid;
        }
    }
    return 0;
}

/// A process like ours keeps a tracee, and keeps it again when its guardian has been killed; then it is killed itself.
TEST_F(Book, AnAttachedTraceeGetsItsCpusBackWhenWeAreKilledAndTheGuardianWasBefore) {
    for (const auto on_end_of_child : {SIG_DFL, SIG_IGN}) {
        int talk[2];
        ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, talk), 0);
        const Sleeper other;
        char byte = 0;
        const pid_t ours = ::fork();
        if (ours == 0) {
            ::signal(SIGCHLD, on_end_of_child);
            Guardian guardian;
            AffinityBook book(guardian);
            (void)book.keep(sleeper_.id(), cpu_, true);
            (void)!::write(talk[1], "y", 1);
            (void)!::read(talk[1], &byte, 1);
            (void)book.keep(other.id(), cpu_, true);
            (void)!::write(talk[1], "y", 1);
            for (;;) ::pause();
        }
        EXPECT_EQ(::read(talk[0], &byte, 1), 1);
        const auto is_guarded = [&] { return guard_of(ours) != 0; };
        EXPECT_TRUE(tests::eventually(std::chrono::seconds(20), is_guarded));
        EXPECT_EQ(::kill(guard_of(ours), SIGKILL), 0);
        EXPECT_TRUE(tests::eventually(std::chrono::seconds(20), [&] { return guard_of(ours) == 0; }));
        EXPECT_EQ(::write(talk[0], "x", 1), 1);
        EXPECT_EQ(::read(talk[0], &byte, 1), 1);
        EXPECT_TRUE(tests::eventually(std::chrono::seconds(20), is_guarded));
        EXPECT_EQ(::kill(ours, SIGKILL), 0);
        ::waitpid(ours, nullptr, 0);
        EXPECT_TRUE(tests::eventually(std::chrono::seconds(20), [&] { return equal(sleeper_.cpus(), all_) && equal(other.cpus(), all_); }));
        ::close(talk[0]);
        ::close(talk[1]);
    }
}

/// Each thread lets its tracees go when it dies, and the last of them may die much later than the first.
TEST_F(Book, AnAttachedTraceeGetsItsCpusBackWhenTheFirstOfOurThreadsDies) {
    constexpr unsigned of_a_thread = O_EXCL;  // PIDFD_THREAD
    const UniqueFd known(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), of_a_thread)));
    if (!known) {
        GTEST_SKIP() << "before Linux 6.9 the death of a thread is not told";
    }
    int talk[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, talk), 0);
    char byte = 0;
    const pid_t ours = ::fork();
    if (ours == 0) {
        std::thread worker([&] { (void)!::read(talk[1], &byte, 1); });
        Guardian guardian;
        AffinityBook book(guardian);
        const bool kept = book.keep(sleeper_.id(), cpu_, true);
        (void)!::write(talk[1], kept ? "y" : "n", 1);
        worker.join();
        for (;;) ::pause();
    }
    EXPECT_EQ(::read(talk[0], &byte, 1), 1);
    EXPECT_EQ(byte, 'y');
    EXPECT_FALSE(equal(sleeper_.cpus(), all_));
    EXPECT_EQ(::write(talk[0], "x", 1), 1);
    EXPECT_TRUE(tests::eventually(std::chrono::seconds(20), [&] { return equal(sleeper_.cpus(), all_); }));
    EXPECT_EQ(::kill(ours, SIGKILL), 0);
    ::waitpid(ours, nullptr, 0);
    ::close(talk[0]);
    ::close(talk[1]);
}

}  // namespace
}  // namespace troupe
