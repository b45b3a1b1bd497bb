#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "actors/worker/worker.hpp"
#include "troupe/core/urgent.hpp"

namespace troupe {

/// The life of a run: starts workers, commands and attaching; hears of signals, of ends and of trouble; ends everything in order.
/// All of it on the thread that calls `run`; what workers report is posted to it.
class Supervisor {
 public:
    Supervisor(const EngineConfig& config, Log log, Executor* executor, PlanBoard& plans, Output& output);
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;

    [[nodiscard]] RunResult run(std::optional<Urgent> urgent);

    /// Any thread: a script cannot go on.
    void script_stopped(const ScriptStop& stop);
    /// Any thread: the hooks want something else; workers have to look.
    void plan_changed();

 private:
    enum class Phase : std::uint8_t { running, finishing, ending, over };

    [[nodiscard]] bool start_workers();
    void start_tracees();
    void watch_signals();
    void flush_regularly();
    void look_after_workers();
    void wake_at(std::uint64_t when, unsigned worker);
    void arm_wake_up();

    void attach_round();
    void attached(const std::vector<Notices::Attached>& outcome);
    void report_attached();
    [[nodiscard]] std::string why_not_attached(pid_t pid, int code) const;

    void on_signal(int signal);
    void break_off_hook(int by, std::uint64_t since_before);
    void end_at_once(int signal);
    void on_script_stop(const ScriptStop& stop);
    void look_whether_over();
    void finish(Ending ending);
    void finished(const std::optional<ScriptStop>& stop);
    void end_tracees();
    void let_go();
    void conclude();
    void say(const std::string& text) const;
    void say_stats(const Ledger& total, const Losses& lost) const;
    [[nodiscard]] Notices notices();

    // Immutable
    const EngineConfig& config_;
    Log log_;
    Executor* executor_;
    Output& output_;

    // Any thread
    boost::asio::io_context context_;
    Registry registry_;
    RecentEnds recent_ends_;
    Guardian guardian_;
    AffinityBook affinity_{guardian_};
    std::unique_ptr<LoadBoard> loads_;

    // Supervisor only
    boost::asio::signal_set signals_;
    boost::asio::steady_timer flush_timer_;
    boost::asio::steady_timer patience_;
    boost::asio::steady_timer let_go_timer_;
    boost::asio::steady_timer wake_up_timer_;
    std::multimap<std::uint64_t, unsigned> wake_ups_;  // which worker wants to look at its holds when
    Stage stage_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::thread finisher_;  // runs at_exit, so that signals are heard meanwhile
    Phase phase_ = Phase::running;
    RunResult result_;
    std::optional<Urgent> urgent_;  // while it attaches
    bool command_pending_ = false;
    std::size_t attach_answers_due_ = 0;
    std::size_t workers_stopped_ = 0;      // whose tracees are all ready to be set free
    std::map<pid_t, int> attach_outcome_;  // tid → errno
    std::optional<int> interrupted_by_;
    bool attach_failed_ = false;
};

}  // namespace troupe
