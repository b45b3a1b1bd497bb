#include "actors/placement.hpp"

#include <gtest/gtest.h>

#include "troupe/core/affinity.hpp"

namespace troupe {
namespace {

CpuSet cpus(std::initializer_list<int> which) {
    CpuSet set;
    for (const int cpu : which) {
        set.add(cpu);
    }
    return set;
}

TEST(Placement, StayStays) {
    const WorkerLoad workers[] = {{0, 9}, {1, 0}};
    EXPECT_EQ(place(Placement::stay, workers, 0, cpus({0, 1}), 1), 0U);
}

TEST(Placement, SpreadTakesEachInTurn) {
    const WorkerLoad workers[] = {{0, 0}, {1, 0}, {0, 0}};
    EXPECT_EQ(place(Placement::spread, workers, 0, cpus({0, 1}), 0), 0U);
    EXPECT_EQ(place(Placement::spread, workers, 0, cpus({0, 1}), 1), 1U);
    EXPECT_EQ(place(Placement::spread, workers, 0, cpus({0, 1}), 5), 2U);
}

TEST(Placement, SpreadLeavesOutCpusThatWereNotAskedFor) {
    const WorkerLoad workers[] = {{0, 0}, {1, 0}};
    EXPECT_EQ(place(Placement::spread, workers, 0, cpus({1}), 0), 1U);
    EXPECT_EQ(place(Placement::spread, workers, 0, cpus({7}), 1), 0U);
}

TEST(Placement, AutoGoesWhereTheFewestLive) {
    const WorkerLoad workers[] = {{0, 3}, {1, 1}, {2, 2}};
    EXPECT_EQ(place(Placement::automatic, workers, 0, cpus({0, 1, 2}), 0), 1U);
}

TEST(Placement, AutoStaysWhereElsewhereIsNotBetter) {
    const WorkerLoad workers[] = {{0, 2}, {1, 2}};
    EXPECT_EQ(place(Placement::automatic, workers, 0, cpus({0, 1}), 0), 0U);
    EXPECT_EQ(place(Placement::automatic, workers, 1, cpus({0, 1}), 0), 1U);
}

TEST(Placement, AutoCountsAllThatShareACpu) {
    const WorkerLoad workers[] = {{0, 0}, {1, 2}, {0, 3}, {1, 0}};
    EXPECT_EQ(place(Placement::automatic, workers, 0, cpus({0, 1}), 0), 1U);
}

TEST(Placement, AutoGoesToACpuThatWasAskedForHoweverBusy) {
    const WorkerLoad workers[] = {{0, 0}, {1, 5}};
    EXPECT_EQ(place(Placement::automatic, workers, 0, cpus({1}), 0), 1U);
    EXPECT_EQ(place(Placement::automatic, workers, 0, cpus({7}), 0), 0U);
}

TEST(LoadBoard, CountsWhoComesAndGoes) {
    LoadBoard board({0, 1});
    board.came(1);
    board.came(1);
    board.left(1);
    EXPECT_EQ(board.at(0), 0U);
    EXPECT_EQ(board.at(1), 1U);
    EXPECT_EQ(board.loads()[1].talkative, 1U);
    EXPECT_EQ(board.loads()[1].cpu, 1);
    EXPECT_NE(board.next_turn(), board.next_turn());
}

}  // namespace
}  // namespace troupe
