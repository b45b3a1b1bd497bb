#pragma once

#include <memory>
#include <optional>
#include <string>

#include "actors/supervisor/desk.hpp"
#include "tests/actors/fake_hooks.hpp"
#include "tests/actors/output/scratch.hpp"
#include "tests/actors/supervisor/fake_peers.hpp"

namespace troupe::tests {

/// What a part of the supervisor works with; what it says to the user stands in a file.
class DeskWithPeers {
 public:
    /// What is posted runs.
    void run_what_is_posted() {
        context.restart();
        context.poll();
    }
    /// All that was said so far.
    [[nodiscard]] std::string said() {
        output_->flush();
        return contents(scratch_.file("trace"));
    }
    /// A script with hooks.
    void have_script() {
        executor_.emplace(hooks, effects_,
                          Executor::Listener{.subscription_changed = [](const Hooks&) {},
                                             .script_stopped = [](const ScriptStop&) {},
                                             .timer_set = [](std::uint64_t) {}});
        (void)executor_->start();
        desk.executor = &*executor_;
    }

    EngineConfig config = [] {
        EngineConfig made;
        made.program_name = "troupe";
        return made;
    }();
    FakePeers workers;
    FakeHooks hooks;
    Registry registry;
    boost::asio::io_context context;

 private:
    Scratch scratch_;
    std::unique_ptr<Output> output_ = Output::open({.target = OutputConfig::Target::file, .destination = scratch_.file("trace")}).value();
    Log log_{"troupe", LogLevel::error};
    FakeEffects effects_;
    std::optional<Executor> executor_;

 public:
    Desk desk{.config = config,
              .log = log_,
              .executor = nullptr,
              .context = context,
              .registry = registry,
              .output = *output_,
              .workers = workers};
};

}  // namespace troupe::tests
