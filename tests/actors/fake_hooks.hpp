#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/fake_memory.hpp"
#include "troupe/core/hooks.hpp"

namespace troupe::tests {

/// A scripting language whose scripts are functions of a test.
class FakeHooks final : public Hooks {
 public:
    using Answer = tl::expected<Decision, ScriptStop>;

    // Immutable once it is asked
    std::function<std::optional<ScriptStop>()> on_start = [] { return std::nullopt; };
    std::function<Answer(EventView&)> on_decide = [](EventView&) { return Decision{}; };
    std::function<std::optional<ScriptStop>(std::span<const Observation>)> on_observe = [](auto) { return std::nullopt; };
    std::function<std::optional<ScriptStop>()> on_ring = [] { return std::nullopt; };
    std::function<void(TaskId)> on_forget = [](TaskId) {};
    std::function<std::optional<ScriptStop>(Ending)> on_finish = [](Ending) { return std::nullopt; };
    std::function<HookInProgress()> on_in_progress = [] { return HookInProgress{}; };
    std::function<bool()> on_interrupt = [] { return false; };

    // Baton only: unguarded, so that ThreadSanitizer sees it where two threads run hooks at once
    Subscription wanted;
    Subscription observes;
    unsigned asked = 0;
    unsigned forgotten = 0;
    unsigned finished = 0;
    unsigned rung = 0;
    std::uint64_t due = 0;

    /// Inside a call: what is wanted has changed.
    void wants_something_new() { revision_.fetch_add(1); }

    std::optional<ScriptStop> start(Effects&) override { return on_start(); }
    const Subscription& subscription() const override { return wanted; }
    const Subscription& observed() const override { return observes; }
    std::uint64_t revision() const override { return revision_.load(); }
    Answer decide(EventView& view, Effects&) override {
        ++asked;
        return on_decide(view);
    }
    std::optional<ScriptStop> observe(std::span<const Observation> batch, Effects&) override { return on_observe(batch); }
    std::uint64_t next_due() const override { return due; }
    std::optional<ScriptStop> ring(Effects&) override {
        ++rung;
        return on_ring();
    }
    void forget(TaskId task, pid_t) override {
        ++forgotten;
        on_forget(task);
    }
    std::optional<ScriptStop> finish(Ending ending, std::span<const TaskFacts>, Effects&) override {
        ++finished;
        return on_finish(ending);
    }
    HookInProgress in_progress() const override { return on_in_progress(); }
    bool interrupt() override { return on_interrupt(); }

 private:
    std::atomic<std::uint64_t> revision_{1};
};

class FakeEffects final : public Effects {
 public:
    void log(LogLevel, std::string_view) override {}
    void print(std::string_view) override {}
    void emit(const TaskFacts*, std::string_view) override {}
};

/// An event with all that a view of it refers to. The sequence number tells one from another.
class SomeEvent {
 public:
    explicit SomeEvent(std::uint64_t sequence) : view_(event_, task_, memory_, so_far_, sequence, 0) {}
    SomeEvent(const SomeEvent&) = delete;
    SomeEvent& operator=(const SomeEvent&) = delete;
    [[nodiscard]] EventView& view() { return view_; }

 private:
    Event event_ = SyscallEntry{};
    TaskFacts task_;
    FakeMemory memory_;
    Decision so_far_;
    EventView view_;
};

}  // namespace troupe::tests
