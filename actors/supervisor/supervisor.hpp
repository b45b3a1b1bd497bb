#pragma once

#include <boost/asio/io_context.hpp>
#include <optional>
#include <vector>

#include "actors/supervisor/alarms.hpp"
#include "actors/supervisor/attaching.hpp"
#include "actors/supervisor/crew.hpp"
#include "actors/supervisor/desk.hpp"
#include "actors/supervisor/finish.hpp"
#include "actors/supervisor/summary_report.hpp"
#include "actors/supervisor/time_and_size.hpp"
#include "actors/supervisor/upkeep.hpp"
#include "troupe/core/urgent.hpp"

namespace troupe {

/// The life of a run: starts workers, attaching and the command, and hands what workers and signals tell to the part that it is about.
/// All of it on the thread that calls `run`; what workers report is posted to it.
class Supervisor {
 public:
    /// `sets_no_new_privs`: with the filter of the command. Throws what Asio does where it gets no descriptor.
    Supervisor(const EngineConfig& config, Log log, Executor* executor, PlanBoard& plans, Output& output, bool sets_no_new_privs);
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;

    [[nodiscard]] RunResult run(std::optional<Urgent> urgent);

    /// Any thread: a script cannot go on.
    void script_stopped(const ScriptStop& stop);
    /// Any thread: the hooks want something else; workers have to look.
    void plan_changed();
    /// Any thread: a timer of a script is due at this time (monotonic clock, ns).
    void timer_set(std::uint64_t when);

 private:
    [[nodiscard]] bool start_workers();
    void start_tracees();
    void attached(bool any);

    void hear(const notices::CommandEnded& notice);
    void hear(const notices::CommandDetached& notice);
    void hear(const notices::LimitReached&) { finish_.limit_reached(); }
    void hear(const notices::Trouble& notice) { desk_.say(notice.text); }
    void hear(const notices::NoneLeft& notice);
    void hear(const notices::Attached& notice);
    void hear(const notices::AllStopped& notice);
    void hear(const notices::Vanished& notice);
    void hear(const notices::WakeAt& notice);
    void hear(const notices::Totals& notice) { summary_.told(*notice.so_far); }

    // Immutable
    const EngineConfig& config_;
    const Log log_;

    // Any thread
    boost::asio::io_context context_;
    Registry registry_;
    RecentEnds recent_ends_;
    Guardian guardian_;
    AffinityBook affinity_{guardian_};
    FilterBook filters_;
    Crew crew_;
    LoadBoard loads_;
    CallLimit limit_;
    const Desk desk_;
    const Stage stage_;

    // Supervisor only
    Alarms alarms_;
    Attaching attaching_;
    Finish finish_;
    Upkeep upkeep_;
    TimeAndSize time_and_size_;
    SummaryReport summary_;
    std::optional<Urgent> urgent_;  // while it attaches
    bool command_pending_ = false;
};

}  // namespace troupe
