#include "actors/observations.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace troupe {
namespace {

Observation of(pid_t tid, std::uint64_t number) {
    return {.task = {.id = {tid, 0}}, .event = SyscallEntry{.call = {}, .args = {number}}, .texts = {}};
}

std::uint64_t number_of(const Observation& observation) { return std::get<SyscallEntry>(observation.event).args[0]; }

TEST(Observations, EverySixtyFourthMakesABatch) {
    Observations observations;
    EXPECT_FALSE(observations.any());
    for (std::size_t i = 1; i <= 3 * Observations::batch; ++i) {
        EXPECT_EQ(observations.add(of(1, i)), i % Observations::batch == 0) << i;
    }
    EXPECT_TRUE(observations.any());
    EXPECT_EQ(observations.take().size(), 3 * Observations::batch);
    EXPECT_FALSE(observations.any());
    EXPECT_TRUE(observations.take().empty());
}

TEST(Observations, OfSeveralThreadsComeOutInOneOrderAndNoneIsLost) {
    constexpr std::uint64_t each = 20'000;
    Observations observations;
    std::vector<Observation> told;
    {
        std::vector<std::jthread> threads;
        for (pid_t tid = 0; tid < 4; ++tid) {
            threads.emplace_back([&, tid] {
                for (std::uint64_t i = 0; i < each; ++i) {
                    (void)observations.add(of(tid, i));
                }
            });
        }
        while (told.size() < each) {  // while they add
            for (Observation& observation : observations.take()) {
                told.push_back(std::move(observation));
            }
        }
    }
    for (Observation& observation : observations.take()) {
        told.push_back(std::move(observation));
    }
    ASSERT_EQ(told.size(), 4 * each);
    EXPECT_FALSE(observations.any());
    std::uint64_t due[4] = {};
    for (std::size_t i = 0; i < told.size(); ++i) {
        ASSERT_EQ(told[i].sequence, i);
        ASSERT_EQ(number_of(told[i]), due[told[i].task.id.tid]++);
    }
}

}  // namespace
}  // namespace troupe
