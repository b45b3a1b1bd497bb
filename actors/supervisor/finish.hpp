#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "actors/supervisor/desk.hpp"
#include "actors/supervisor/interruption.hpp"
#include "actors/thread.hpp"

namespace troupe {

/// How a run ends: every tracee is gone, the user interrupts, or a script stops; and what its result is. Supervisor only.
class Finish {
 public:
    /// `any_left`: there are tracees, or some will come.
    Finish(const Desk& desk, std::function<bool()> any_left);

    /// Signals are heard from now on.
    void watch_signals() { interruption_.watch(); }
    [[nodiscard]] bool is_running() const { return phase_ == Phase::running; }
    [[nodiscard]] const RunResult& result() const { return result_; }

    void command_ended(const Dying& how);
    void script_stopped(const ScriptStop& stop);
    /// Enough has been traced: everything is detached, and the status is 0 whatever the command's will be.
    void limit_reached();
    /// There is nothing to trace: the run ends with this status, without `at_exit`, for nothing was seen.
    void nothing_to_trace(int status);
    /// The last tracee may be gone.
    void look_whether_over();
    /// A worker's tracees are all ready to be detached.
    void all_stopped();

 private:
    enum class Phase : std::uint8_t { running, finishing, ending, over };

    void interrupted(int signal, Interruption::Next next);
    void run_at_exit(Ending why);
    void at_exit_ran(const std::optional<ScriptStop>& stop);
    void end_tracees();
    void detach_all();
    template <typename Order>
    void send_all(const Order& order) {
        for (std::size_t i = 0; i < desk_.workers.count(); ++i) {
            desk_.workers.send(i, order);
        }
    }
    void conclude();

    const Desk& desk_;
    std::function<bool()> any_left_;
    Interruption interruption_;
    boost::asio::steady_timer last_;  // how long those that are stopped wait for those that are not
    Thread finisher_;                 // runs at_exit, so that signals are heard meanwhile
    Phase phase_ = Phase::running;
    RunResult result_;
    bool nothing_to_trace_ = false;
    bool leaves_all_ = false;  // nothing is killed
    std::size_t workers_stopped_ = 0;
};

}  // namespace troupe
