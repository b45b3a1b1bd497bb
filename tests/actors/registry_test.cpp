#include "actors/registry.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

namespace troupe {
namespace {

TEST(Registry, GivesEveryTraceeASerialOfItsOwn) {
    Registry registry;
    const TaskId first = registry.add(100, 0, false);
    const TaskId second = registry.add(101, 0, false);
    EXPECT_EQ(first.tid, 100);
    EXPECT_NE(first.serial, 0U);
    EXPECT_NE(first.serial, second.serial);
    EXPECT_EQ(registry.size(), 2U);
    EXPECT_TRUE(registry.contains(101));
    EXPECT_FALSE(registry.contains(102));
}

TEST(Registry, SaysHowManyAreLeft) {
    Registry registry;
    const TaskId first = registry.add(100, 0, false);
    const TaskId second = registry.add(101, 1, false);
    EXPECT_EQ(registry.remove(first), 1U);
    EXPECT_FALSE(registry.contains(100));
    EXPECT_EQ(registry.remove(first), 1U) << "gone is gone";
    EXPECT_EQ(registry.remove(second), 0U);
}

TEST(Registry, TheEndOfAnEarlierOwnerOfATidLeavesTheLaterOneAlone) {
    Registry registry;
    const TaskId earlier = registry.add(100, 0, false);
    EXPECT_EQ(registry.remove(earlier), 0U);
    const TaskId later = registry.add(100, 1, false);
    EXPECT_NE(earlier, later);
    EXPECT_EQ(registry.remove(earlier), 1U);
    EXPECT_TRUE(registry.contains(100));
}

TEST(Registry, AnExecveByAnotherThreadTakesTheLeadersTidAndNamesTheLeader) {
    Registry registry;
    const TaskId leader = registry.add(100, 3, false);
    const TaskId caller = registry.add(105, 1, false);
    const Registry::Owned vanished = registry.rename(caller, 100);
    EXPECT_EQ(vanished.task, leader);
    EXPECT_EQ(vanished.worker, 3U);
    EXPECT_FALSE(registry.contains(105));
    EXPECT_EQ(registry.size(), 1U);
    EXPECT_EQ(registry.remove(leader), 1U) << "the tid is the caller's now";
    EXPECT_EQ(registry.remove({100, caller.serial}), 0U);
}

TEST(Registry, ALeaderThatWasNoTraceeIsNotNamed) {
    Registry registry;
    const TaskId caller = registry.add(105, 1, false);
    EXPECT_EQ(registry.rename(caller, 100).task, TaskId{});
    EXPECT_TRUE(registry.contains(100));
    EXPECT_FALSE(registry.contains(105));
}

TEST(Registry, ARenameOfSomebodyUnknownChangesNothing) {
    Registry registry;
    const TaskId leader = registry.add(100, 0, false);
    EXPECT_EQ(registry.rename({105, 9}, 100).task, TaskId{});
    EXPECT_EQ(registry.size(), 1U);
    EXPECT_EQ(registry.remove(leader), 0U);
}

TEST(Registry, KnowsWhomWeStartedAlsoUnderTheirNewTids) {
    Registry registry;
    const TaskId ours = registry.add(105, 0, false);
    (void)registry.add(106, 0, true);
    EXPECT_EQ(registry.launched(), std::vector<pid_t>{105});
    (void)registry.rename(ours, 100);
    EXPECT_EQ(registry.launched(), std::vector<pid_t>{100});
}

TEST(Registry, ManyThreadsMayAddAndRemove) {
    Registry registry;
    constexpr int threads = 4;
    constexpr int each = 2'000;
    std::vector<std::vector<TaskId>> added(threads);
    std::vector<std::thread> adders;
    for (int i = 0; i < threads; ++i) {
        adders.emplace_back([&, i] {
            for (int n = 0; n < each; ++n) {
                added[static_cast<std::size_t>(i)].push_back(registry.add(1 + i * each + n, 0, false));
                if (n % 2 == 1) {
                    (void)registry.remove(added[static_cast<std::size_t>(i)].back());
                }
            }
        });
    }
    for (auto& adder : adders) {
        adder.join();
    }
    std::set<std::uint32_t> serials;
    for (const auto& list : added) {
        for (const TaskId task : list) {
            serials.insert(task.serial);
        }
    }
    EXPECT_EQ(serials.size(), static_cast<std::size_t>(threads * each));
    EXPECT_EQ(registry.size(), static_cast<std::size_t>(threads * each / 2));
}

TEST(Registry, KnowsWhatWillLiveOnWithoutUs) {
    Registry registry;
    const TaskId launched = registry.add(105, 0, false);
    const TaskId attached = registry.add(101, 1, true);
    const std::vector<TaskFacts> left = registry.leaving(false);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].id, attached);
    EXPECT_TRUE(left[0].attached);
    const std::vector<TaskFacts> all = registry.leaving(true);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, launched) << "in the order in which they came";
    EXPECT_EQ(all[1].id, attached);
}

}  // namespace
}  // namespace troupe
