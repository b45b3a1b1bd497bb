#include "actors/doorbell.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "actors/thread.hpp"
#include "tests/core/ptrace/traced.hpp"
#include "tests/support/processes.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/signals.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {
namespace {

using tests::status_field;
using tests::StopReport;

/// Runs on a thread like a worker's: all signals are blocked.
template <typename Body>
void on_a_worker(Body body) {
    start_thread("worker", body).value().join();
}

std::uint64_t bit(int signal) { return std::uint64_t{1} << (signal - 1); }
std::uint64_t signals_in(pid_t pid, std::string_view field) { return std::stoull(status_field(pid, field), nullptr, 16); }

/// What the next stop of this thread's only tracee, its bell, was for.
StopReport next_stop() { return tests::stop_in(Waiter::next()); }

/// A worker that does nothing but look up what was rung for. A thread that rings leaves a number first, and may wait until it was seen.
class Watch {
 public:
    static constexpr std::size_t ringers = 4;

    Watch() : thread_(start_thread("worker", [this] { run(); }).value()) { hung_.wait(); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch() {
        over_.store(true);
        bell_->ring();
        thread_.join();
    }

    void ring(std::size_t ringer, std::uint64_t number) {
        left_[ringer].store(number);
        bell_->ring();
    }
    /// Returns when a wake-up that came after the ring has seen its number; if a ring is lost, never.
    void wait_until_seen(std::size_t ringer, std::uint64_t number) {
        for (std::uint64_t seen = seen_[ringer].load(); seen < number; seen = seen_[ringer].load()) {
            seen_[ringer].wait(seen);
        }
    }
    [[nodiscard]] std::uint64_t seen(std::size_t ringer) const { return seen_[ringer].load(); }
    [[nodiscard]] std::uint64_t wake_ups() const { return wake_ups_.load(); }

 private:
    void run() {
        auto bell = Doorbell::hang();
        ASSERT_TRUE(bell.has_value()) << bell.error().text();
        bell_ = &*bell;
        hung_.count_down();
        while (!over_.load()) {
            StopReport stop = next_stop();
            ASSERT_TRUE(bell->is(stop.stopped.tid()));
            ++wake_ups_;
            bell->rearm(std::move(stop.stopped));
            for (std::size_t ringer = 0; ringer < ringers; ++ringer) {
                seen_[ringer].store(left_[ringer].load());
                seen_[ringer].notify_all();
            }
        }
    }

    // Constant after hung_
    const Doorbell* bell_ = nullptr;
    // Any thread: atomic
    std::array<std::atomic<std::uint64_t>, ringers> left_{};
    std::array<std::atomic<std::uint64_t>, ringers> seen_{};
    std::atomic<std::uint64_t> wake_ups_{0};
    std::atomic<bool> over_{false};
    std::latch hung_{1};
    Thread thread_;
};

TEST(Doorbell, FiveThousandRingsOfFourThreadsEachLeadToAWakeUpAfterThem) {
    constexpr std::uint64_t each = 1'250;
    Watch watch;
    std::vector<std::thread> threads;
    for (std::size_t ringer = 0; ringer < Watch::ringers; ++ringer) {
        threads.emplace_back([&watch, ringer] {
            for (std::uint64_t number = 1; number <= each; ++number) {
                watch.ring(ringer, number);
                watch.wait_until_seen(ringer, number);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (std::size_t ringer = 0; ringer < Watch::ringers; ++ringer) {
        EXPECT_EQ(watch.seen(ringer), each);
    }
}

TEST(Doorbell, RingsThatNobodyWaitsForMayBecomeOneButTheLastIsSeen) {
    constexpr std::uint64_t each = 1'250;
    Watch watch;
    std::vector<std::thread> threads;
    for (std::size_t ringer = 0; ringer < Watch::ringers; ++ringer) {
        threads.emplace_back([&watch, ringer] {
            for (std::uint64_t number = 1; number <= each; ++number) {
                watch.ring(ringer, number);
            }
            watch.wait_until_seen(ringer, each);
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_GE(watch.wake_ups(), 1U);
    EXPECT_LE(watch.wake_ups(), Watch::ringers * each) << "no wake-up without a ring";
}

TEST(Doorbell, ARingBeforeAnybodyWaitsIsNotLost) {
    on_a_worker([] {
        const auto bell = Doorbell::hang();
        ASSERT_TRUE(bell.has_value());
        bell->ring();
        StopReport stop = next_stop();
        EXPECT_TRUE(bell->is(stop.stopped.tid()));
        bell->ring();
        bell->rearm(std::move(stop.stopped));
        stop = next_stop();
        EXPECT_TRUE(bell->is(stop.stopped.tid()));
    });
}

TEST(Doorbell, SignalsOfATerminalDoNotCount) {
    on_a_worker([] {
        const auto bell = Doorbell::hang();
        ASSERT_TRUE(bell.has_value());
        bell->ring();
        StopReport first = next_stop();
        const pid_t tid = first.stopped.tid();
        // Lower numbers are delivered first, so that these would come before the ring.
        std::uint64_t sent = 0;
        for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH}) {
            ASSERT_EQ(::kill(tid, signal), 0);
            sent |= bit(signal);
        }
        bell->ring();
        bell->rearm(std::move(first.stopped));
        const StopReport second = next_stop();
        EXPECT_EQ(second.reason.kind, StopReason::Kind::signal);
        EXPECT_EQ(second.reason.signal, first.reason.signal) << "the ring";
        EXPECT_EQ(signals_in(tid, "SigBlk") & sent, sent);
        EXPECT_EQ(signals_in(tid, "SigBlk") & bit(second.reason.signal), 0U);
    });
}

TEST(Doorbell, IsTakenDownWithItsObjectWhateverItWasDoing) {
    on_a_worker([] {
        pid_t tid = 0;
        {
            const auto bell = Doorbell::hang();
            ASSERT_TRUE(bell.has_value());
            bell->ring();
            StopReport stop = next_stop();
            tid = stop.stopped.tid();
            bell->rearm(std::move(stop.stopped));
            for (int i = 0; i < 10; ++i) {
                bell->ring();
            }
            EXPECT_TRUE(is_there(tid));
        }
        EXPECT_FALSE(is_there(tid));
        EXPECT_TRUE(std::holds_alternative<NoneLeft>(Waiter::next()));
    });
}

TEST(Doorbell, ThatIsHeldInAStopIsTakenDownToo) {
    on_a_worker([] {
        pid_t tid = 0;
        {
            const auto bell = Doorbell::hang();
            ASSERT_TRUE(bell.has_value());
            bell->ring();
            tid = next_stop().stopped.tid();
        }
        EXPECT_FALSE(is_there(tid));
    });
}

TEST(Doorbell, OfTwoWorkersEachHearsItsOwn) {
    on_a_worker([] {
        const auto mine = Doorbell::hang();
        ASSERT_TRUE(mine.has_value());
        on_a_worker([&mine] {
            const auto theirs = Doorbell::hang();
            ASSERT_TRUE(theirs.has_value());
            mine->ring();
            theirs->ring();
            const StopReport stop = next_stop();
            EXPECT_TRUE(theirs->is(stop.stopped.tid()));
            EXPECT_FALSE(mine->is(stop.stopped.tid()));
            EXPECT_TRUE(std::holds_alternative<NothingYet>(Waiter::poll()));
        });
        EXPECT_TRUE(mine->is(next_stop().stopped.tid()));
    });
}

TEST(Doorbell, MovesWithoutBeingTakenDown) {
    on_a_worker([] {
        auto hung = Doorbell::hang();
        ASSERT_TRUE(hung.has_value());
        hung->ring();
        pid_t tid = 0;
        {
            const Doorbell moved(std::move(*hung));
            StopReport stop = next_stop();
            tid = stop.stopped.tid();
            EXPECT_TRUE(moved.is(tid));
            moved.rearm(std::move(stop.stopped));
            moved.ring();
            EXPECT_EQ(next_stop().stopped.tid(), tid);
        }
        EXPECT_FALSE(is_there(tid));
    });
}

}  // namespace
}  // namespace troupe
