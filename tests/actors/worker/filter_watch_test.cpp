// Filters that a tracee puts on itself while ours is on it.
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

#include <cstddef>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

class OwnFilter : public testing::Test {
 protected:
    explicit OwnFilter(unsigned workers = 1) : scene_({.traced = SyscallSet::none(), .filter = true, .workers = workers, .hooks = true}) {
        scene_.hooks.wanted.add(getppid_call, {.entry = true, .exit = false});
        scene_.begin();
    }
    static std::vector<sock_filter> refusing(std::uint32_t call) {
        return {{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
                {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, call},
                {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO},
                {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    }
    /// The kernel will say that this tracee has these filters over ours.
    void have(int number, std::vector<std::vector<sock_filter>> own) {
        own.insert(own.begin(), std::vector<sock_filter>{{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}});
        scene_.tasks.statuses[task(number)].filters = static_cast<int>(own.size());
        scene_.kernel.filters[task(number)] = std::move(own);
    }
    std::string install(std::vector<std::vector<sock_filter>> own, std::uint64_t flags = 0) {
        std::string all = scene_.see(filtered(1, SYS_seccomp, {SECCOMP_SET_MODE_FILTER, flags}));
        have(1, std::move(own));
        return all + "; " + scene_.see(tests::exit_of(1));
    }

    Scenario scene_;
};

TEST_F(OwnFilter, ThatRefusesNoWantedCallLeavesAllToOurs) { EXPECT_EQ(install({refusing(SYS_getuid)}), "call 1; cont 1"); }

TEST_F(OwnFilter, ThatRefusesAWantedCallMakesAllOfThemStop) {
    EXPECT_EQ(install({refusing(SYS_getppid)}), "call 1; call 1");
    EXPECT_EQ(scene_.see(entry(1)), "call 1");
}

TEST_F(OwnFilter, EachOfThemCounts) { EXPECT_EQ(install({refusing(SYS_getuid), refusing(SYS_getppid)}), "call 1; call 1"); }

TEST_F(OwnFilter, ThatCannotBeReadMakesAllCallsStop) {
    scene_.kernel.filters_can_be_read = false;
    EXPECT_EQ(install({refusing(SYS_getuid)}), "call 1; call 1");
}

TEST_F(OwnFilter, ThatTheKernelDidNotTakeIsNone) {
    EXPECT_EQ(scene_.see(filtered(1, SYS_prctl, {PR_SET_SECCOMP, SECCOMP_MODE_FILTER})), "call 1");
    EXPECT_EQ(scene_.see(tests::exit_of(1, -EFAULT)), "cont 1");
}

TEST_F(OwnFilter, ThatAsksForATracerHasNone) {
    (void)install({refusing(SYS_getuid)});
    FakeReport ours = filtered(1);
    ours.message = static_cast<std::uint64_t>(Lane::entry);
    EXPECT_EQ(scene_.see(ours), "cont 1");
    FakeReport its_own = filtered(1, SYS_getgid);
    its_own.message = 7;
    EXPECT_EQ(scene_.see(its_own), "replace 1 -38, cont 1");
}

TEST_F(OwnFilter, IsInheritedByChildren) {
    (void)install({refusing(SYS_getppid)});
    scene_.exist(2, 2, 1);
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1");
    EXPECT_EQ(scene_.see(event(2)), "call 2");
}

TEST_F(OwnFilter, StaysOverAnExecve) {
    (void)install({refusing(SYS_getppid)});
    EXPECT_EQ(scene_.see(execs(1, 1)), "call 1");
}

TEST_F(OwnFilter, OfAllThreadsIsPutOnWhenTheOthersAreWatched) {
    scene_.have_thread(2);
    EXPECT_EQ(scene_.see(filtered(1, SYS_seccomp, {SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC})), "interrupt 2, call 1");
    EXPECT_EQ(scene_.see(event(2)), "call 2") << "its filters are not known now";
    have(1, {refusing(SYS_getuid)});
    EXPECT_EQ(scene_.see(tests::exit_of(1)), "cont 1");
    EXPECT_EQ(scene_.see(entry(2, SYS_getuid)), "call 2");
    EXPECT_EQ(scene_.see(tests::exit_of(2)), "cont 2");
}

TEST_F(OwnFilter, OfAllThreadsIsThatOfTheOthersAsWell) {
    scene_.have_thread(2);
    (void)install({refusing(SYS_getppid)}, SECCOMP_FILTER_FLAG_TSYNC);
    EXPECT_EQ(scene_.see(event(2)), "call 2");
    EXPECT_EQ(scene_.see(entry(2, SYS_getuid)), "call 2");
    EXPECT_EQ(scene_.see(tests::exit_of(2)), "call 2");
    scene_.exist(3, 3, 1);
    EXPECT_EQ(scene_.see(forks(2, 3)), "call 2");
    EXPECT_EQ(scene_.see(event(3)), "call 3");
}

TEST_F(OwnFilter, OfAllThreadsThatWasRefusedChangesNothing) {
    scene_.have_thread(2);
    (void)scene_.see(filtered(1, SYS_seccomp, {SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC}));
    EXPECT_EQ(scene_.see(tests::exit_of(1, -EINVAL)), "cont 1");
    EXPECT_EQ(scene_.see(event(2)), "cont 2");
}

TEST_F(OwnFilter, OfAllThreadsMayBeTheLastCallOfItsCaller) {
    scene_.have_thread(2);
    (void)scene_.see(filtered(2, SYS_seccomp, {SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC}));
    EXPECT_EQ(scene_.serve(), "call 1") << "it was interrupted";
    EXPECT_EQ(scene_.see(killed(2)), "");
    EXPECT_EQ(scene_.see(event(1)), "cont 1");
}

class OwnFilterOfWorkers : public OwnFilter {
 protected:
    OwnFilterOfWorkers() : OwnFilter(2) {}
};

TEST_F(OwnFilterOfWorkers, TheCallWaitsUntilAllOfThemWatch) {
    EXPECT_EQ(scene_.see(filtered(1, SYS_seccomp, {SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC})), "");
    scene_.exist(9, 9, 0);
    scene_.order(orders::LookForQuiet{}, 1);
    EXPECT_EQ(scene_.order(orders::LookForQuiet{}, 0), "call 1");
}

TEST_F(OwnFilter, OfOursAProgramIsNotTold) {
    EXPECT_EQ(scene_.see(filtered(1, SYS_prctl, {PR_GET_SECCOMP})), "call 1");
    EXPECT_EQ(scene_.see(tests::exit_of(1, 2)), "result 1 0, cont 1");
    (void)install({refusing(SYS_getuid)});
    (void)scene_.see(filtered(1, SYS_prctl, {PR_GET_SECCOMP}));
    EXPECT_EQ(scene_.see(tests::exit_of(1, 2)), "cont 1");
}

}  // namespace
}  // namespace troupe
