#include "actors/supervisor.hpp"

#include <fmt/format.h>
#include <sched.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <chrono>
#include <cstdio>
#include <utility>

#include "actors/dispositions.hpp"
#include "actors/thread.hpp"
#include "actors/tracers.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;

constexpr auto flush_interval = 100ms;
constexpr std::uint64_t long_for_a_seize = 20'000'000;  // ns; otherwise it takes microseconds

int own_filters() {
    const auto status = procfs::status_of(::getpid());
    return status ? status->filters : -1;
}

std::vector<int> cpus_of(const cpu_set_t& set) {
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &set)) {
            cpus.push_back(cpu);
        }
    }
    if (cpus.empty()) {
        cpus.push_back(0);  // they could not be asked for: sched_getaffinity(2) was refused, or there are more than a cpu_set_t holds
    }
    return cpus;
}

}  // namespace

Supervisor::Supervisor(const EngineConfig& config, Log log, Executor* executor, PlanBoard& plans, Output& output)
    : config_(config),
      log_(std::move(log)),
      executor_(executor),
      output_(output),
      signals_(context_),
      flush_timer_(context_),
      patience_(context_),
      let_go_timer_(context_),
      wake_up_timer_(context_),
      stage_{.config = config,
             .kernel = linux_kernel(),
             .tasks = linux_tasks(),
             .plans = plans,
             .registry = registry_,
             .recent_ends = recent_ends_,
             .guardian = guardian_,
             .affinity = affinity_,
             .loads = loads_,
             .workers = workers_,
             .own_filters = own_filters(),
             .executor = executor,
             .output = output,
             .notices = notices(),
             .log = log_} {}

RunResult Supervisor::run(std::optional<Urgent> urgent) {
    if (urgent) {
        urgent_.emplace(std::move(*urgent));
    }
    take_dispositions(config_.inheritance);
    watch_signals();
    if (start_workers()) {
        flush_regularly();
        start_tracees();
        context_.run();
    } else {
        result_ = {RunResult::How::status, 1};
    }
    for (const auto& worker : workers_) {
        worker->send(orders::Quit{});
    }
    Ledger total;
    for (const auto& worker : workers_) {
        worker->join();
        total += worker->ledger();
    }
    log_.write(
        LogLevel::debug,
        fmt::format("ledger: {} stops ({} late), {} events asked of hooks, {} tracees: {} moved, {} died, {} detached, {} superseded",
                    total.stops, total.late, total.asked, total.appeared, total.moved, total.reaped, total.detached, total.vanished));
    const Losses lost = output_.close();
    if (lost.any()) {
        say(lost.text());
        const bool tells_nothing = result_.how == RunResult::How::status && result_.code == 0;
        result_.code = tells_nothing && !lost.only_readers_left() ? 1 : result_.code;
    }
    if (config_.engine_stats) {
        say_stats(total, lost);
    }
    if (!total.balanced()) {
        log_.write(LogLevel::error, fmt::format("{} tracees appeared, but {} ended: this is a bug of ours", total.appeared,
                                                total.reaped + total.detached + total.vanished));
    }
    return result_;
}

Notices Supervisor::notices() {
    const auto here = [this](auto what) { boost::asio::post(context_, std::move(what)); };
    return {
        .command_ended =
            [this, here](const Dying& how) {
                here([this, how] {
                    command_pending_ = false;
                    if (interrupted_by_) {
                        return;  // it ended because we did
                    }
                    result_ = how.killed ? RunResult{RunResult::How::signal, how.code} : RunResult{RunResult::How::status, how.code};
                });
            },
        .trouble = [this, here](const std::string& text) { here([this, text] { say(text); }); },
        .none_left = [this, here] { here([this] { look_whether_over(); }); },
        .attached = [this, here](const std::vector<Notices::Attached>& outcome) { here([this, outcome] { attached(outcome); }); },
        .all_stopped =
            [this, here] {
                here([this] {
                    if (++workers_stopped_ == workers_.size()) {
                        let_go();
                    }
                });
            },
        .vanished = [this, here](TaskId task,
                                 unsigned worker) { here([this, task, worker] { workers_[worker]->send(orders::LeaderVanished{task}); }); },
        .wake_at = [this, here](std::uint64_t when, unsigned worker) { here([this, when, worker] { wake_at(when, worker); }); },
    };
}

bool Supervisor::start_workers() {
    const std::vector<int> cpus = cpus_of(config_.inheritance.cpus);
    const std::size_t count = config_.workers != 0 ? config_.workers : cpus.size();
    std::vector<int> cpu_of_worker;
    for (std::size_t i = 0; i < count; ++i) {
        cpu_of_worker.push_back(cpus[i % cpus.size()]);
    }
    loads_ = std::make_unique<LoadBoard>(cpu_of_worker);
    for (std::size_t i = 0; i < count; ++i) {
        auto worker = std::make_unique<Worker>(static_cast<unsigned>(i), cpu_of_worker[i], stage_);
        if (auto started = worker->start(); !started) {
            const std::string tracer = traced_by(::getpid());
            say(started.error().text() +
                (tracer.empty() ? "" : fmt::format(": troupe is {} itself, who traces what we start as well", tracer)));
            return false;
        }
        workers_.push_back(std::move(worker));
    }
    log_.write(LogLevel::debug, fmt::format("{} workers on {} CPUs", count, cpus.size()));
    return true;
}

void Supervisor::start_tracees() {
    command_pending_ = config_.command.has_value();
    if (!config_.attach.empty()) {
        guardian_.prepare();
        attach_round();
        return;  // the command starts when everything is attached
    }
    workers_.front()->send(orders::LaunchCommand{});
}

void Supervisor::flush_regularly() {
    flush_timer_.expires_after(flush_interval);
    flush_timer_.async_wait([this](const boost::system::error_code& error) {
        if (error) {
            return;
        }
        output_.flush();
        if (auto trouble = output_.take_error()) {
            say(trouble->text());
        }
        look_after_workers();
        flush_regularly();
    });
}

void Supervisor::look_after_workers() {
    if (executor_ != nullptr && executor_->has_observations()) {
        workers_.front()->send(orders::TellObservers{});
    }
    for (std::size_t i = 0; i < workers_.size(); ++i) {
        Worker& worker = *workers_[i];
        if (!config_.follow || worker.needs_recheck()) {  // without -f one can vanish without a report
            worker.send(orders::LookForTracees{});
        }
        if (loads_->at(i) != 0) {
            worker.send(orders::LookForQuiet{});
        }
        if (const std::uint64_t since = worker.seizing_since(); since != 0 && monotonic_ns() - since > long_for_a_seize) {
            for (const pid_t tid : registry_.owned_by(static_cast<unsigned>(i))) {
                const auto report = Waiter::poll_end(tid);
                if (const auto* end = std::get_if<EndReport>(&report)) {
                    worker.send(orders::Reaped{*end});
                }
            }
        }
    }
}

void Supervisor::script_stopped(const ScriptStop& stop) {
    boost::asio::post(context_, [this, stop] { on_script_stop(stop); });
}

void Supervisor::plan_changed() {
    for (const auto& worker : workers_) {
        worker->send(orders::PlanChanged{});
    }
}

void Supervisor::say(const std::string& text) const {
    output_.flush();
    if (!output_.say(fmt::format("{}: {}\n", config_.program_name, text))) {
        say_to_user(config_.program_name, text);
    }
}

}  // namespace troupe
