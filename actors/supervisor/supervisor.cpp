#include "actors/supervisor/supervisor.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <cerrno>
#include <utility>
#include <variant>

#include "actors/dispositions.hpp"
#include "actors/parking_choice.hpp"
#include "actors/supervisor/final_account.hpp"
#include "actors/tracers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

int own_filters() {
    const auto status = procfs::status_of(::getpid());
    return status ? status->filters : -1;
}

/// What may be in the way, where it can be guessed.
std::string obstacle_to_workers(int code) {
    if (const std::string tracer = traced_by(::getpid()); !tracer.empty()) {
        return fmt::format(": troupe is {} itself, which traces what we start as well", tracer);
    }
    if ((code == EPERM || code == ENOSYS) && own_filters() > 0) {
        return ": a seccomp filter is on us, as in a container, and may be what refuses it (docker run --cap-add=SYS_PTRACE, or "
               "--security-opt seccomp=unconfined)";
    }
    return "";
}

/// Tracees that we start go to other workers; trying it out costs two processes where a filter is on us.
ParkingCalls parking_calls(const EngineConfig& config, std::size_t workers, const PlanBoard& plans) {
    const bool needed = config.command.has_value() && workers > 1;
    return needed ? choose_parking_calls(own_filters(), !plans.launch_filter().empty()) : cannot_park;
}

std::vector<int> cpus_of(const CpuSet& set) {
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CpuSet::most; ++cpu) {
        if (set.contains(cpu)) {
            cpus.push_back(cpu);
        }
    }
    if (cpus.empty()) {
        cpus.push_back(0);  // the kernel did not tell: workers run where they like, and count as one
    }
    return cpus;
}

/// One for each worker: all that we may use, in turn.
std::vector<int> cpus_for_workers(const EngineConfig& config) {
    const std::vector<int> cpus = cpus_of(config.inheritance.cpus);
    const std::size_t count = config.workers != 0 ? config.workers : cpus.size();
    std::vector<int> one_each;
    for (std::size_t i = 0; i < count; ++i) {
        one_each.push_back(cpus[i % cpus.size()]);
    }
    return one_each;
}

}  // namespace

Supervisor::Supervisor(const EngineConfig& config, Log log, Executor* executor, PlanBoard& plans, Output& output, bool sets_no_new_privs)
    : config_(config),
      log_(std::move(log)),
      filters_(sets_no_new_privs),
      crew_(cpus_for_workers(config)),
      loads_(crew_.cpus()),
      limit_(config.stop_after.calls),
      desk_{.config = config,
            .log = log_,
            .executor = executor,
            .context = context_,
            .registry = registry_,
            .output = output,
            .workers = crew_},
      stage_{.config = config,
             .kernel = linux_kernel(),
             .tasks = linux_tasks(),
             .plans = plans,
             .registry = registry_,
             .recent_ends = recent_ends_,
             .guardian = guardian_,
             .affinity = affinity_,
             .filters = filters_,
             .loads = loads_,
             .workers = crew_,
             .limit = limit_,
             .own_filters = own_filters(),
             .parking = parking_calls(config, crew_.count(), plans),
             .executor = executor,
             .output = output,
             .tell =
                 [this](const notices::Notice& notice) {
                     std::visit([this](const auto& what) { boost::asio::post(context_, [this, what] { hear(what); }); }, notice);
                 },
             .log = log_},
      alarms_(context_, crew_),
      attaching_(desk_, [this](bool any) { attached(any); }),
      finish_(desk_, [this] { return registry_.size() != 0 || command_pending_ || attaching_.is_waiting(); }),
      upkeep_(desk_, crew_, loads_, guardian_),
      time_and_size_(desk_, limit_, [this] { finish_.limit_reached(); }),
      summary_(desk_) {
    crew_.assemble(stage_);
}

RunResult Supervisor::run(std::optional<Urgent> urgent) {
    if (urgent) {
        urgent_.emplace(std::move(*urgent));
    }
    take_dispositions(config_.inheritance, config_.survives_stop_key);
    finish_.watch_signals();
    RunResult result{RunResult::How::status, 1};
    if (start_workers()) {
        upkeep_.begin();
        time_and_size_.begin();
        summary_.begin();
        start_tracees();
        context_.run();
        result = finish_.result();
    }
    const Ledger total = crew_.quit();
    summary_.print(crew_.counted());
    return give_account(desk_, total, result);
}

bool Supervisor::start_workers() {
    if (auto started = crew_.start(); !started) {
        desk_.say(started.error().text() + obstacle_to_workers(started.error().code));
        return false;
    }
    log_.write(LogLevel::debug, fmt::format("{} workers on {} CPUs", crew_.count(), cpus_of(config_.inheritance.cpus).size()));
    return true;
}

void Supervisor::start_tracees() {
    command_pending_ = config_.command.has_value();
    if (config_.attach.empty()) {
        crew_.send(0, orders::LaunchCommand{});
        return;
    }
    guardian_.prepare();
    attaching_.begin();  // the command starts when everything is attached
}

void Supervisor::attached(bool any) {
    urgent_.reset();
    if (command_pending_) {
        crew_.send(0, orders::LaunchCommand{});
    } else if (!any) {
        finish_.nothing_to_trace(1);
    }
    finish_.look_whether_over();
}

void Supervisor::hear(const notices::CommandEnded& notice) {
    command_pending_ = false;
    finish_.command_ended(notice.how);
}

void Supervisor::hear(const notices::CommandDetached&) {
    command_pending_ = false;
    finish_.look_whether_over();
}

void Supervisor::hear(const notices::NoneLeft&) { finish_.look_whether_over(); }

void Supervisor::hear(const notices::Attached& notice) { attaching_.answered(notice, finish_.is_running()); }

void Supervisor::hear(const notices::AllStopped&) { finish_.all_stopped(); }

void Supervisor::hear(const notices::Vanished& notice) { crew_.send(notice.worker, orders::LeaderVanished{notice.leader}); }

void Supervisor::hear(const notices::WakeAt& notice) { alarms_.wake_at(notice.when, notice.worker); }

void Supervisor::script_stopped(const ScriptStop& stop) {
    boost::asio::post(context_, [this, stop] { finish_.script_stopped(stop); });
}

/// Any worker would do: timers ring where the baton is.
void Supervisor::timer_set(std::uint64_t when) {
    boost::asio::post(context_, [this, when] { alarms_.wake_at(when, 0); });
}

void Supervisor::plan_changed() {
    for (std::size_t i = 0; i < crew_.count(); ++i) {
        crew_.send(i, orders::PlanChanged{});
    }
}

}  // namespace troupe
