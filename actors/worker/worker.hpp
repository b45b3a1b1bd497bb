#pragma once

#include <concurrentqueue/concurrentqueue.h>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "actors/doorbell.hpp"
#include "actors/ledger.hpp"
#include "actors/recorder.hpp"
#include "actors/roster.hpp"
#include "actors/stage.hpp"
#include "actors/turns.hpp"
#include "actors/untraced_clones.hpp"
#include "troupe/core/urgent.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {

/// Owns tracees: a thread of ours, on a CPU of its own, and the only one that may ask the kernel anything about them.
class Worker {
 public:
    struct LaunchCommand {};
    struct AttachTo {
        std::vector<pid_t> tids;
    };
    struct PlanChanged {};
    struct LeaderVanished {
        TaskId task;
    };
    struct LookForTracees {};  ///< one may have vanished without a report
    struct LookForQuiet {};    ///< tracees that are kept here may have fallen quiet
    struct Adopt {             ///< a tracee parked by another worker
        std::unique_ptr<Tracee> tracee;
        Parked parked;
    };
    struct Reaped {  ///< another thread of ours had to take this report, because this worker could not
        EndReport report;
    };
    struct TellObservers {};  ///< what they have not been told for a while
    struct HoldsOver {};      ///< it is time to look at tracees that are delayed
    struct LetGo {};          ///< set free who is ready for it, and others as soon as they are
    struct End {};            ///< kill what we launched, let go what we attached to
    struct Quit {};           ///< no tracee is left: leave
    using Order = std::variant<LaunchCommand, AttachTo, PlanChanged, LeaderVanished, LookForTracees, LookForQuiet, Adopt, Reaped,
                               TellObservers, HoldsOver, LetGo, End, Quit>;

    Worker(unsigned index, int cpu, const Stage& stage) : stage_(stage), recorder_(stage.config, stage.output), index_(index), cpu_(cpu) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Returns once orders can be sent.
    [[nodiscard]] Result<void> start();
    /// Any thread.
    void send(Order order);
    /// After Quit.
    void join() { thread_.join(); }
    /// After join.
    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    /// Any thread: since when it has been inside PTRACE_SEIZE (monotonic clock, ns); 0: it is not.
    [[nodiscard]] std::uint64_t seizing_since() const { return seizing_since_.load(std::memory_order_relaxed); }
    /// Any thread: it has lost sight of a tracee while that was parked, and wants to look again.
    [[nodiscard]] bool misses_somebody() const { return misses_somebody_.load(std::memory_order_relaxed); }

 private:
    void run();
    [[nodiscard]] WaitReport next_report();
    void handle(WaitReport report);
    void serve(StopReport report);
    void serve_starved();
    void read_orders();
    void refresh_plan();
    void interrupt_for_plan();

    void carry_out(const LaunchCommand& order);
    void carry_out(const AttachTo& order);
    void carry_out(const PlanChanged&) {}
    void carry_out(const LeaderVanished& order);
    void carry_out(const LookForTracees&);
    void carry_out(const LookForQuiet&);
    void carry_out(Adopt& order);
    void carry_out(const Reaped& order) { on_end(order.report); }
    void carry_out(const TellObservers&) { has_batch_ = true; }
    void carry_out(const HoldsOver&);
    void carry_out(const LetGo&) { let_all_go(); }
    void carry_out(const End& order);
    void carry_out(const Quit& order);
    void release_command(Tracee& tracee, Launched launched);
    void report_failed_launch();

    Tracee& adopt(pid_t tid, bool attached, pid_t parent, bool has_filter);
    Tracee& stranger(pid_t tid);
    void wait_for_maker(Tracee& tracee, Stopped stopped);
    void look_after_strangers();
    void drop(Tracee& tracee, std::uint64_t Ledger::*how);

    void on_call(Tracee& tracee, Stopped stopped, bool by_filter);
    void on_entry(Tracee& tracee, Stopped stopped, const SyscallInfo& info, bool by_filter);
    void on_exit(Tracee& tracee, Stopped stopped, const SyscallInfo& info);
    void on_spawn(Tracee& tracee, Stopped stopped, SpawnKind kind);
    void on_exec(Stopped stopped);
    void on_signal(Tracee& tracee, Stopped stopped, int signal);
    void on_event(Tracee& tracee, Stopped stopped, int signal, bool is_stranger);
    void on_end(const EndReport& report);
    void leave_with_the_others(Tracee& tracee, Stopped stopped, int signal);
    void look_whether_all_stopped();
    void let_all_go();
    void let_go(Tracee& tracee, Stopped stopped, int signal);

    [[nodiscard]] Result<void> seize_here(pid_t tid, bool attached);
    void heed(Tracee& tracee);
    void settle(Tracee& tracee);
    void live_here(Tracee& tracee);
    [[nodiscard]] bool is_kept_here(const Tracee& tracee) const;
    void fall_quiet(Tracee& tracee);
    [[nodiscard]] bool may_move(const Tracee& tracee) const;
    [[nodiscard]] bool hand_over(Tracee& tracee, Stopped& stopped);
    void arrive(Tracee& tracee, const Stopped& stopped);
    void seize_parked(Tracee& tracee);
    void give_back(pid_t tid);
    [[nodiscard]] Dying how_it_ended(const Tracee& tracee) const;
    void lost_while_parked(Tracee& tracee);
    void look_again_for(pid_t tid);
    void answer_affinity(Tracee& tracee, std::int64_t result);
    void keep_strict_mode(Tracee& tracee, const Stopped& stopped, const SyscallInfo& info, bool filtered);
    static void follow_to_exit(Tracee& tracee, bool begun);
    void begin_call(Tracee& tracee, const Stopped& stopped, const SyscallEntry& entry);
    void end_call(Tracee& tracee, const Stopped& stopped, SyscallInfo info);
    void observe_entry(Tracee& tracee, const SyscallEntry& entry);
    void observe_exit(Tracee& tracee, std::uint32_t error);
    void tell_observers();
    [[nodiscard]] bool wanted_by_program(const SyscallInfo& info) const;
    [[nodiscard]] bool wants(Happening happening) const { return stage_.executor != nullptr && plan_->hooks.wants(happening); }
    Decision ask(const Event& event, Tracee& tracee, unsigned qualifiers, const Decision& so_far = {});
    void apply(Tracee& tracee, const Stopped& stopped, const Decision& decision);

    [[nodiscard]] Decision tamper_at_entry(Tracee& tracee, const SyscallEntry& entry);
    void tamper_at_exit(Tracee& tracee, const Stopped& stopped, SyscallInfo& info);
    void poke_for_rule(Tracee& tracee, const std::vector<Poke>& pokes);
    void settle_call(Tracee& tracee, const Stopped& stopped);
    void go_on_after_delay(Tracee& tracee, Stopped stopped);
    void end_hold(Tracee& tracee);
    void let_go_of_held(Tracee& tracee);
    void explain_end(const Tracee& tracee, const Dying& how) const;
    void go_on(Tracee& tracee, Stopped stopped, int signal = 0);
    [[nodiscard]] lifecycle::Watching watching_of(const Tracee& tracee) const;
    void complain(const Error& error) const;

    // Immutable
    const Stage& stage_;
    Recorder recorder_;
    const unsigned index_;
    const int cpu_;
    std::thread thread_;

    // Worker only
    std::optional<Urgent> urgent_;  // while it attaches, and while it sets free
    std::optional<Doorbell> bell_;  // constant while orders can be sent
    std::shared_ptr<const Plan> plan_;
    Roster roster_;
    Crowd crowd_;
    Turns turns_;  // of the talkative ones; who has left is found out when asked
    UntracedClones untraced_;
    std::multimap<std::uint64_t, TaskId> holds_;  // tracees that are delayed, by when that is over
    std::set<pid_t> waits_for_maker_;             // strangers that are held in their first stop
    std::set<pid_t> dead_strangers_;              // died before their maker's event told of them
    UniqueFd launch_report_;                      // of a command that we launch: open until its execve succeeded
    std::vector<pid_t> missing_;                  // tracees that could not be seized when they were parked
    bool plan_is_new_ = false;
    bool has_batch_ = false;  // for observers
    bool ending_ = false;
    std::map<pid_t, Leaving> leaving_;  // stopped, until all tracees of all workers are
    bool all_stopped_ = false;          // and that was said
    bool leave_at_once_ = false;
    bool quit_ = false;
    Ledger ledger_;

    // Any thread: atomic
    moodycamel::ConcurrentQueue<Order> orders_;
    std::atomic<bool> has_orders_{false};
    std::atomic<std::uint64_t> seizing_since_{0};
    std::atomic<bool> misses_somebody_{false};
};

}  // namespace troupe
