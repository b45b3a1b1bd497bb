#include "actors/executor.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/actors/asker.hpp"
#include "tests/actors/fake_hooks.hpp"

namespace troupe {
namespace {

using tests::Asker;
using tests::FakeHooks;
using tests::Gate;
using tests::own_tid;
using tests::SomeEvent;

class ExecutorTest : public testing::Test {
 protected:
    /// Asks about an event with this number.
    Decision ask(std::uint64_t number) {
        SomeEvent event(number);
        return executor_.ask(event.view());
    }
    static Decision returning(std::uint64_t value) {
        Decision decision;
        decision.retval = static_cast<std::int64_t>(value);
        return decision;
    }
    static bool passes(const Decision& decision) { return !decision.replaces_call() && !decision.signal && !decision.wants_exit; }
    static ScriptStop error(std::string message) { return {.kind = ScriptStop::Kind::error, .message = std::move(message)}; }

    FakeHooks hooks_;
    tests::FakeEffects effects_;
    std::vector<Subscription> told_;     // baton only
    std::vector<ScriptStop> stops_;      // baton only
    std::vector<std::string> happened_;  // baton only
    std::vector<std::uint64_t> timers_;  // baton only
    Executor executor_{hooks_,
                       effects_,
                       {.subscription_changed = [this](const Hooks& hooks) { told_.push_back(hooks.subscription()); },
                        .script_stopped = [this](const ScriptStop& stop) { stops_.push_back(stop); },
                        .timer_set = [this](std::uint64_t when) { timers_.push_back(when); }}};
};

TEST_F(ExecutorTest, StartRunsTheMainChunksAndSaysWhyTheyStopped) {
    hooks_.on_start = [] { return ScriptStop{.kind = ScriptStop::Kind::exit, .exit_status = 4, .message = {}}; };
    const auto stop = executor_.start();
    ASSERT_TRUE(stop.has_value());
    EXPECT_EQ(stop->kind, ScriptStop::Kind::exit);
    EXPECT_EQ(stop->exit_status, 4);
}

TEST_F(ExecutorTest, TheDecisionIsThatOfTheHooks) {
    hooks_.on_decide = [](EventView& view) { return returning(view.sequence() * 2); };
    EXPECT_EQ(ask(21).retval, 42);
    EXPECT_EQ(executor_.decided(), 1U);
}

TEST_F(ExecutorTest, TimersThatAreDueRingWhenObserversAreToldAndTheNextTimeIsPassedOn) {
    hooks_.on_decide = [this](EventView&) {
        hooks_.due = 1;
        return Decision{};
    };
    hooks_.on_ring = [this] {
        hooks_.due = std::numeric_limits<std::uint64_t>::max();
        return std::nullopt;
    };
    executor_.tell();
    EXPECT_EQ(hooks_.rung, 0U) << "there is no timer";
    (void)ask(1);
    EXPECT_EQ(timers_, std::vector<std::uint64_t>{1});
    executor_.tell();
    EXPECT_EQ(hooks_.rung, 1U);
    EXPECT_EQ(timers_.size(), 2U);
    EXPECT_EQ(executor_.next_due(), std::numeric_limits<std::uint64_t>::max());
    executor_.tell();
    EXPECT_EQ(hooks_.rung, 1U) << "it is not due yet";
}

TEST_F(ExecutorTest, ObserversAreToldInBatchesAndBeforeTheNextQuestion) {
    std::vector<std::size_t> batches;
    hooks_.on_observe = [&](std::span<const Observation> batch) {
        batches.push_back(batch.size());
        return std::nullopt;
    };
    for (std::size_t i = 1; i < Observations::batch; ++i) {
        EXPECT_FALSE(executor_.observe({}));
    }
    EXPECT_TRUE(executor_.has_observations());
    EXPECT_TRUE(batches.empty());
    EXPECT_TRUE(executor_.observe({}));
    executor_.tell();
    EXPECT_EQ(batches, std::vector<std::size_t>{Observations::batch});
    (void)executor_.observe({});
    hooks_.on_decide = [&](EventView&) {
        EXPECT_EQ(batches.size(), 2U);
        return Decision{};
    };
    (void)ask(1);
    (void)executor_.observe({});
    (void)executor_.finish(Ending::all_gone);
    EXPECT_EQ(batches.size(), 3U);
    EXPECT_FALSE(executor_.has_observations());
}

TEST_F(ExecutorTest, AnObserverThatFailsEndsTheScriptAndNothingIsAskedOrKept) {
    hooks_.on_observe = [](std::span<const Observation>) { return ScriptStop{.message = "enough"}; };
    (void)executor_.observe({});
    (void)ask(1);
    EXPECT_EQ(hooks_.asked, 0U);
    ASSERT_EQ(stops_.size(), 1U);
    EXPECT_EQ(stops_.front().message, "enough");
    EXPECT_TRUE(executor_.script_over());
    EXPECT_FALSE(executor_.observe({}));
    EXPECT_FALSE(executor_.has_observations());
}

TEST_F(ExecutorTest, WhereNobodyElseAsksTheHookRunsOnTheAskersThread) {
    pid_t ran_on = 0;
    hooks_.on_decide = [&](EventView&) {
        ran_on = own_tid();
        return Decision{};
    };
    (void)ask(1);
    EXPECT_EQ(ran_on, own_tid());
    Asker other([&] { (void)ask(2); });
    other.join();
    EXPECT_EQ(ran_on, other.tid());
}

TEST_F(ExecutorTest, EightThreadsThatAskAtOnceAreAnsweredOneAtATimeAndEachItsOwn) {
    constexpr std::uint64_t threads = 8;
    constexpr std::uint64_t each = 3'000;
    std::atomic<int> inside{0};
    bool two_at_once = false;
    std::map<std::uint64_t, unsigned> seen;
    hooks_.on_decide = [&](EventView& view) {
        two_at_once = inside.fetch_add(1) != 0 || two_at_once;
        ++seen[view.sequence()];
        inside.fetch_sub(1);
        return returning(view.sequence());
    };
    std::atomic<unsigned> wrong{0};
    std::vector<std::thread> askers;
    for (std::uint64_t thread = 0; thread < threads; ++thread) {
        askers.emplace_back([&, thread] {
            for (std::uint64_t number = thread * each; number < (thread + 1) * each; ++number) {
                wrong += ask(number).retval == static_cast<std::int64_t>(number) ? 0 : 1;
                if (number % 10 == 0) {
                    executor_.forget({static_cast<pid_t>(number), 1}, 0);
                }
            }
        });
    }
    for (auto& asker : askers) {
        asker.join();
    }
    EXPECT_EQ(wrong, 0U);
    EXPECT_FALSE(two_at_once);
    EXPECT_EQ(hooks_.asked, threads * each);
    EXPECT_EQ(hooks_.forgotten, threads * each / 10);
    EXPECT_EQ(executor_.decided(), threads * each);
    EXPECT_EQ(seen.size(), threads * each);
    EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](const auto& one) { return one.second == 1; }));
}

/// Who ran the hook of which event, when `others` had queued behind event 0 while its hook ran.
class ExecutorBaton : public ExecutorTest {
 protected:
    struct Run {
        std::uint64_t event = 0;
        pid_t runner = 0;
    };
    void with_queued(std::uint64_t others) {
        Gate gate;
        hooks_.on_decide = [&](EventView& view) {
            if (view.sequence() == 0) {
                gate.stay();
            }
            runs_.push_back({view.sequence(), own_tid()});
            return returning(view.sequence());
        };
        askers_.emplace_back([this] { EXPECT_EQ(ask(0).retval, 0); });
        gate.wait_until_entered();
        for (std::uint64_t number = 1; number <= others; ++number) {
            askers_.emplace_back([this, number] { EXPECT_EQ(ask(number).retval, static_cast<std::int64_t>(number)); });
        }
        for (const Asker& asker : askers_) {
            if (&asker != &askers_.front()) {
                asker.wait_until_queued();
            }
        }
        gate.open();
        for (Asker& asker : askers_) {
            asker.join();
        }
        ASSERT_EQ(runs_.size(), others + 1);
    }
    [[nodiscard]] pid_t asker_of(const Run& run) const { return askers_[run.event].tid(); }
    /// How many of the runs from this one on were done by its runner.
    [[nodiscard]] std::size_t in_one_go(std::size_t from) const {
        const auto other = std::find_if(runs_.begin() + static_cast<std::ptrdiff_t>(from), runs_.end(),
                                        [&](const Run& run) { return run.runner != runs_[from].runner; });
        return static_cast<std::size_t>(other - runs_.begin()) - from;
    }

    std::vector<Run> runs_;  // baton only
    std::deque<Asker> askers_;
};

TEST_F(ExecutorBaton, TheHolderAnswersSixteenOthersBeforeItGoes) {
    with_queued(16);
    EXPECT_EQ(runs_[0].runner, asker_of(runs_[0]));
    EXPECT_EQ(in_one_go(0), 17U);
}

TEST_F(ExecutorBaton, TheSeventeenthGetsTheBatonAndAnswersItselfAndTheRest) {
    with_queued(20);
    EXPECT_EQ(runs_[0].runner, asker_of(runs_[0]));
    EXPECT_EQ(in_one_go(0), 17U);
    EXPECT_EQ(runs_[17].runner, asker_of(runs_[17])) << "a baton comes with its taker's own question first";
    EXPECT_EQ(in_one_go(17), 4U);
}

TEST_F(ExecutorBaton, ItGoesOnFromTakerToTaker) {
    with_queued(36);
    EXPECT_EQ(in_one_go(0), 17U);
    EXPECT_EQ(runs_[17].runner, asker_of(runs_[17]));
    EXPECT_EQ(in_one_go(17), 17U);
    EXPECT_EQ(runs_[34].runner, asker_of(runs_[34]));
    EXPECT_EQ(in_one_go(34), 3U);
}

TEST_F(ExecutorTest, WhatIsWantedAfterStartIsNobodysNews) {
    hooks_.on_start = [this] {
        hooks_.wants_something_new();
        return std::nullopt;
    };
    ASSERT_FALSE(executor_.start().has_value());
    (void)ask(1);
    EXPECT_TRUE(told_.empty());
}

TEST_F(ExecutorTest, ANewRevisionIsToldOnceWithWhatIsWantedThen) {
    ASSERT_FALSE(executor_.start().has_value());
    hooks_.on_decide = [this](EventView& view) {
        if (view.sequence() == 2) {
            hooks_.wanted.add(SyscallId{Abi::x86_64, 39}, {.entry = true, .exit = false});
            hooks_.wants_something_new();
        }
        return Decision{};
    };
    (void)ask(1);
    EXPECT_TRUE(told_.empty());
    (void)ask(2);
    ASSERT_EQ(told_.size(), 1U) << "before the asker goes on";
    EXPECT_TRUE(told_[0].of({Abi::x86_64, 39}).entry);
    (void)ask(3);
    EXPECT_EQ(told_.size(), 1U);
}

TEST_F(ExecutorTest, ForgettingReachesTheHooksAndMayChangeWhatIsWanted) {
    ASSERT_FALSE(executor_.start().has_value());
    TaskId forgotten;
    hooks_.on_forget = [&](TaskId task) {
        forgotten = task;
        hooks_.wants_something_new();
    };
    executor_.forget({4711, 2}, 0);
    EXPECT_EQ(forgotten, (TaskId{4711, 2}));
    EXPECT_EQ(told_.size(), 1U);
}

TEST_F(ExecutorTest, AScriptThatStopsIsToldOnceAndEverythingPassesFromThen) {
    hooks_.on_decide = [](EventView& view) -> FakeHooks::Answer {
        if (view.sequence() == 2) {
            return tl::unexpected(error("script.lua:3: no"));
        }
        return returning(7);
    };
    EXPECT_EQ(ask(1).retval, 7);
    EXPECT_TRUE(passes(ask(2)));
    ASSERT_EQ(stops_.size(), 1U);
    EXPECT_EQ(stops_[0].message, "script.lua:3: no");
    EXPECT_TRUE(passes(ask(3)));
    executor_.forget({4711, 1}, 0);
    EXPECT_FALSE(executor_.finish(Ending::interrupted).has_value());
    EXPECT_EQ(hooks_.asked, 2U);
    EXPECT_EQ(hooks_.forgotten, 0U);
    EXPECT_EQ(hooks_.finished, 0U) << "a script that is over has no at_exit";
    EXPECT_EQ(stops_.size(), 1U);
}

TEST_F(ExecutorTest, WhoIsQueuedWhenTheScriptStopsIsLetPass) {
    Gate gate;
    hooks_.on_decide = [&](EventView&) -> FakeHooks::Answer {
        gate.stay();
        return tl::unexpected(error("no"));
    };
    Asker first([this] { EXPECT_TRUE(passes(ask(0))); });
    gate.wait_until_entered();
    std::deque<Asker> others;
    for (std::uint64_t number = 1; number <= 20; ++number) {  // more than one holder of the baton answers
        others.emplace_back([this, number] { EXPECT_TRUE(passes(ask(number))); });
    }
    Asker last([this] { EXPECT_FALSE(executor_.finish(Ending::all_gone).has_value()); });
    for (const Asker& other : others) {
        other.wait_until_queued();
    }
    last.wait_until_queued();
    gate.open();
    first.join();
    for (Asker& other : others) {
        other.join();
    }
    last.join();
    EXPECT_EQ(hooks_.asked, 1U);
    EXPECT_EQ(hooks_.finished, 0U);
    EXPECT_EQ(stops_.size(), 1U);
}

TEST_F(ExecutorTest, FinishingWaitsForTheHookThatRunsAndNothingIsAskedAfterIt) {
    ASSERT_FALSE(executor_.start().has_value());
    Gate gate;
    hooks_.on_decide = [&](EventView& view) {
        gate.stay();
        happened_.push_back("hook of " + std::to_string(view.sequence()));
        return returning(5);
    };
    hooks_.on_finish = [&](Ending ending) {
        happened_.push_back(ending == Ending::interrupted ? "interrupted" : "all gone");
        hooks_.wants_something_new();
        return ScriptStop{.kind = ScriptStop::Kind::exit, .exit_status = 3, .message = {}};
    };
    Asker runs([this] { EXPECT_EQ(ask(0).retval, 5); });
    gate.wait_until_entered();
    Asker finishes([this] {
        const auto stop = executor_.finish(Ending::interrupted);
        ASSERT_TRUE(stop.has_value());
        EXPECT_EQ(stop->exit_status, 3);
    });
    finishes.wait_until_queued();
    gate.open();
    runs.join();
    finishes.join();
    EXPECT_EQ(happened_, (std::vector<std::string>{"hook of 0", "interrupted"}));

    EXPECT_TRUE(passes(ask(1)));
    executor_.forget({4711, 1}, 0);
    EXPECT_FALSE(executor_.finish(Ending::all_gone).has_value());
    EXPECT_EQ(happened_.size(), 2U);
    EXPECT_EQ(hooks_.forgotten, 0U);
    EXPECT_TRUE(told_.empty()) << "there is no thread left to stop";
    EXPECT_TRUE(stops_.empty()) << "the one who finishes knows it already";
}

TEST_F(ExecutorTest, FinishTellsTheHooksHowItEnded) {
    Ending seen = Ending::interrupted;
    hooks_.on_finish = [&](Ending ending) {
        seen = ending;
        return std::nullopt;
    };
    EXPECT_FALSE(executor_.finish(Ending::all_gone).has_value());
    EXPECT_EQ(seen, Ending::all_gone);
    EXPECT_EQ(hooks_.finished, 1U);
}

TEST_F(ExecutorTest, WhatRunsCanBeSeenAndBrokenOffWhileItRuns) {
    Gate gate;
    hooks_.on_decide = [&](EventView&) -> FakeHooks::Answer {
        gate.stay();
        return tl::unexpected(ScriptStop{.kind = ScriptStop::Kind::interrupted, .message = "broken off"});
    };
    hooks_.on_in_progress = [] { return HookInProgress{.hook = "script.lua:4", .tracee = 4711, .since = 9}; };
    hooks_.on_interrupt = [&] {
        gate.open();
        return true;
    };
    Asker stuck([this] { EXPECT_TRUE(passes(ask(0))); });
    gate.wait_until_entered();
    EXPECT_EQ(executor_.in_progress().hook, "script.lua:4");
    EXPECT_EQ(executor_.in_progress().tracee, 4711);
    EXPECT_TRUE(executor_.interrupt());
    stuck.join();
    ASSERT_EQ(stops_.size(), 1U);
    EXPECT_EQ(stops_[0].kind, ScriptStop::Kind::interrupted);
}

TEST_F(ExecutorTest, SequenceNumbersAreGivenOnce) {
    constexpr std::size_t threads = 4;
    constexpr std::size_t each = 5'000;
    std::vector<std::vector<std::uint64_t>> given(threads);
    std::vector<std::thread> takers;
    for (auto& numbers : given) {
        takers.emplace_back([&] {
            for (std::size_t i = 0; i < each; ++i) {
                numbers.push_back(executor_.next_sequence());
            }
        });
    }
    for (auto& taker : takers) {
        taker.join();
    }
    std::vector<std::uint64_t> all;
    for (const auto& numbers : given) {
        EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end()));
        all.insert(all.end(), numbers.begin(), numbers.end());
    }
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(all[i], i);
    }
}

}  // namespace
}  // namespace troupe
