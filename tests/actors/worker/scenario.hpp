#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actors/supervisor/crew.hpp"
#include "tests/actors/fake_hooks.hpp"
#include "tests/actors/output/scratch.hpp"
#include "tests/actors/worker/fake_kernel.hpp"

namespace troupe::tests {

/// What a scenario begins with.
struct Setting {
    SyscallSet traced = SyscallSet::all();
    bool filter = false;
    bool follow = true;
    bool attach = false;  ///< no command: task 1 is attached to
    unsigned workers = 1;
    std::vector<InjectRule> rules{};
    bool hooks = false;
    int filters_before_us = 0;
    ParkingCalls parking{};
};

/// Workers that run on the thread of the test, with a kernel that says what the test wants. A step is one report that is served, and what
/// the worker asked of the kernel meanwhile.
class Scenario {
 public:
    explicit Scenario(const Setting& setting) : setting_(setting) {
        config_.program_name = "troupe";
        config_.follow = setting.follow;
        config_.printing.traced = setting.traced;
        config_.printing.quiet = {Quiet::attach};
        config_.inheritance = Inheritance::take();
        config_.placement = Placement::spread;
        config_.affinity = AffinityUse::never;
        config_.rules = setting.rules;
        if (setting.attach) {
            config_.attach = {task(1)};
        } else {
            config_.command = CommandLine{.file = "/bin/true", .name = "true", .arguments = {"true"}, .environment = {}, .user = {}};
        }
    }
    Scenario(const Scenario&) = delete;
    Scenario& operator=(const Scenario&) = delete;

    /// Before the first step; hooks may be set up until then.
    void begin_without_tracees() {
        plans_ = std::make_unique<PlanBoard>(config_.printing.traced, ScriptWishes{true, hooks.wanted, hooks.observes}, setting_.filter,
                                             RulePlan(config_.rules), calls_about_affinity());
        if (setting_.hooks) {
            executor_.emplace(hooks, effects_, Executor::Listener{[](const Hooks&) {}, [](const ScriptStop&) {}, [](std::uint64_t) {}});
            (void)executor_->start();
        }
        crew_.emplace(std::vector<int>(setting_.workers, cpu()));
        loads_ = std::make_unique<LoadBoard>(crew_->cpus());
        (void)loads_->next_turn();  // the first talkative tracee is placed with the second worker
        stage_ = std::make_unique<Stage>(
            Stage{.config = config_,
                  .kernel = kernel,
                  .tasks = tasks,
                  .plans = *plans_,
                  .registry = registry,
                  .recent_ends = recent_ends,
                  .guardian = guardian_,
                  .affinity = affinity_,
                  .filters = filters_,
                  .loads = *loads_,
                  .workers = *crew_,
                  .limit = limit_,
                  .own_filters = setting_.filters_before_us,
                  .parking = setting_.parking,
                  .executor = executor_ ? &*executor_ : nullptr,
                  .output = *output_,
                  .tell = [this](const notices::Notice& notice) { std::visit([this](const auto& what) { hear(what); }, notice); },
                  .log = Log("troupe", LogLevel::error)});
        crew_->assemble(*stage_);
    }
    /// The command has just called execve, or task 1 is attached to.
    void begin() {
        begin_without_tracees();
        exist(1, 1, 0);
        if (setting_.attach) {
            order(orders::AttachTo{task(1), {task(1)}});
        } else {
            kernel.stops_at_once.insert(task(1));
            order(orders::LaunchCommand{});
            (void)see(execs(1, 1));
            if (setting_.traced.contains(getppid_call) && !setting_.filter) {
                (void)see(exit_of(1));
            }
        }
        (void)kernel.asked();
        (void)said();
    }

    /// A task that /proc knows: a thread of `process`, whose parent is `parent`.
    void exist(int number, int process, int parent, char state = 'S') {
        tasks.statuses[task(number)] = {
            .state = state, .process = task(process), .parent = parent == 0 ? 1 : task(parent), .filters = setting_.filter ? 1 : 0};
    }

    /// Serves this report, and answers what was asked of the kernel.
    std::string see(FakeReport report, unsigned worker = 0) {
        kernel.report(std::move(report));
        return serve(worker);
    }
    /// Serves what there is, and carries out what was ordered.
    std::string serve(unsigned worker = 0) {
        crew_->at(worker).serve_next();
        return kernel.asked();
    }
    void send(orders::Order what, unsigned worker) { crew_->send(worker, std::move(what)); }
    std::string order(orders::Order what, unsigned worker = 0) {
        crew_->send(worker, std::move(what));
        return serve(worker);
    }
    /// A thread of the process of task 1, in its orderly way.
    void have_thread(int number, int parent = 1) {
        exist(number, 1, 0);
        (void)see(clones(parent, number));
        (void)see(event(number));
    }
    void have_child(int number, int parent = 1) {
        exist(number, number, parent);
        (void)see(forks(parent, number));
        (void)see(event(number));
    }

    /// What the supervisor was told since this was asked last.
    [[nodiscard]] std::string said() {
        std::string all;
        for (const std::string& what : std::exchange(said_, {})) {
            all += (all.empty() ? "" : ", ") + what;
        }
        return all;
    }
    /// How many talkative tracees count as this worker's.
    [[nodiscard]] unsigned load(std::size_t worker) const { return loads_->at(worker); }
    [[nodiscard]] const Ledger& ledger(unsigned worker = 0) const { return crew_->at(worker).ledger(); }
    [[nodiscard]] bool needs_recheck(unsigned worker = 0) const { return crew_->at(worker).needs_recheck(); }
    [[nodiscard]] AffinityBook& affinity() { return affinity_; }
    /// The trace so far.
    [[nodiscard]] std::string trace() {
        output_->flush();
        return contents(scratch_.file("trace"));
    }

    FakeTasks tasks;
    FakeKernel kernel{tasks};
    FakeHooks hooks;
    Registry registry;
    RecentEnds recent_ends;

 private:
    /// One that we may run on.
    [[nodiscard]] int cpu() const {
        int cpu = 0;
        while (!config_.inheritance.cpus.contains(cpu)) {
            ++cpu;
        }
        return cpu;
    }
    void hear(const notices::CommandEnded& notice) { said_.push_back(fmt::format("command ended {}", notice.how.code)); }
    void hear(const notices::CommandDetached&) { said_.emplace_back("command detached"); }
    void hear(const notices::LimitReached&) { said_.emplace_back("limit reached"); }
    void hear(const notices::Totals&) {}
    void hear(const notices::Trouble& notice) { said_.push_back(notice.text); }
    void hear(const notices::NoneLeft&) { said_.emplace_back("none left"); }
    void hear(const notices::Attached& notice) { said_.push_back(fmt::format("attached {}", notice.outcomes.size())); }
    void hear(const notices::AllStopped&) { said_.emplace_back("all stopped"); }
    void hear(const notices::Vanished& notice) { crew_->send(notice.worker, orders::LeaderVanished{notice.leader}); }
    void hear(const notices::WakeAt&) { said_.emplace_back("wake"); }

    const Setting setting_;
    EngineConfig config_;
    Scratch scratch_;
    std::unique_ptr<Output> output_ = Output::open({.target = OutputConfig::Target::file, .destination = scratch_.file("trace")}).value();
    FakeEffects effects_;
    std::optional<Executor> executor_;
    std::unique_ptr<PlanBoard> plans_;
    Guardian guardian_;
    AffinityBook affinity_{guardian_};
    FilterBook filters_{false};
    std::unique_ptr<LoadBoard> loads_;
    CallLimit limit_{std::nullopt};
    std::vector<std::string> said_;
    std::unique_ptr<Stage> stage_;
    std::optional<Crew> crew_;
};

}  // namespace troupe::tests
