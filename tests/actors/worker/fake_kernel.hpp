#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "tests/actors/worker/fake_tasks.hpp"
#include "tests/actors/worker/reports.hpp"
#include "troupe/core/kernel.hpp"

namespace troupe::tests {

/// A kernel of made-up tracees. It knows which are stopped: a request on one that is not fails the test. What is asked of it for good is
/// written down, one word or two each: "cont 1", "call 1", "listen 1", "detach 1", "kill 1", "seize 2", ….
class FakeKernel final : public Kernel {
 public:
    explicit FakeKernel(FakeTasks& tasks) : tasks_(tasks) {}

    void report(FakeReport report) { reports_.push_back(std::move(report)); }
    /// Another thread's execve has taken its tid: it is stopped no more, and no end of it is reported.
    void vanish(pid_t tid) { stopped_.erase(tid); }
    /// SIGKILL has reached it: each request on it from now on says that it is gone.
    void kill_silently(pid_t tid) { dead_.insert(tid); }
    /// The next request of this name fails with `code`, `times` times.
    void fail(const std::string& request, int code, int times = 1) { failures_[request] = {code, times}; }
    /// What has been asked since this was called last.
    [[nodiscard]] std::string asked() {
        std::string all;
        for (const std::string& request : std::exchange(requests_, {})) {
            all += (all.empty() ? "" : ", ") + request;
        }
        return all;
    }
    [[nodiscard]] bool is_stopped(pid_t tid) const { return stopped_.contains(tid); }

    std::set<pid_t> untraced;       // "no such child" for wait
    std::set<pid_t> stops_at_once;  // when it is interrupted for the first time
    UniqueFd launch_report;         // the command's end of it
    pid_t launched = task(1);       // the pid of the next command

    WaitReport wait(pid_t tid, Wait how) override {
        for (auto next = reports_.begin(); next != reports_.end(); ++next) {
            if ((tid == -1 || next->tid == tid) && (how != Wait::look_for_end || next->end)) {
                FakeReport report = std::move(*next);
                reports_.erase(next);
                return told(std::move(report));
            }
        }
        if (untraced.contains(tid)) {
            return NoneLeft{};
        }
        return NothingYet{};  // where a worker would sleep, it is as if its bell had rung
    }

    Result<void> seize(pid_t tid, const SeizeOptions&) override { return request("seize", tid); }
    Result<void> interrupt(pid_t tid) override {
        if (stops_at_once.erase(tid) != 0) {
            report({.tid = tid, .reason = {StopReason::Kind::event, SIGTRAP}});
        }
        return request("interrupt", tid);
    }
    Result<void> resume(Stopped&& tracee, Resume how, int signal) override {
        const char* verb = how == Resume::freely ? "cont" : how == Resume::to_next_call ? "call" : "listen";
        return give_up(std::move(tracee), "resume", verb, signal);
    }
    Result<void> detach(Stopped&& tracee, int signal) override { return give_up(std::move(tracee), "detach", "detach", signal); }

    Result<SyscallInfo> syscall_info(const Stopped& tracee) override { return answer("syscall_info", tracee, &FakeReport::info); }
    Result<std::uint64_t> event_message(const Stopped& tracee) override { return answer("event_message", tracee, &FakeReport::message); }
    Result<siginfo_t> signal_info(const Stopped& tracee) override { return answer("signal_info", tracee, &FakeReport::signal); }
    Result<void> set_signal_info(const Stopped& tracee, const siginfo_t& info) override {
        current_[tracee.tid()].signal = info;
        return act("set_signal_info", tracee);
    }
    Result<void> replace_call(const Stopped& tracee, std::int64_t value) override {
        return act("replace", tracee, fmt::format(" {}", value));
    }
    Result<void> call_instead(const Stopped& tracee, SyscallId call) override {
        return act("instead", tracee, fmt::format(" {}", call.number));
    }
    Result<void> set_result(const Stopped& tracee, std::int64_t value) override { return act("result", tracee, fmt::format(" {}", value)); }
    Result<std::uint64_t> argument(const Stopped& tracee, Abi, std::size_t place) override {
        auto info = answer("argument", tracee, &FakeReport::info);
        return info ? Result<std::uint64_t>(info->args[place]) : tl::unexpected(info.error());
    }
    Result<void> set_argument(const Stopped& tracee, Abi, std::size_t place, std::uint64_t value) override {
        return act("set", tracee, fmt::format(" {}={:#x}", place + 1, value));
    }
    Result<UnwindRegisters> unwind_registers(const Stopped&) override { return UnwindRegisters{}; }
    Result<void> poke(const Stopped& tracee, std::uint64_t, std::span<const std::byte>) override { return act("poke", tracee); }
    Result<std::vector<sock_filter>> filter_of(const Stopped& tracee, unsigned index) override {
        const auto& programs = filters[tracee.tid()];
        if (!filters_can_be_read || index >= programs.size()) {
            return failure("read a filter", filters_can_be_read ? ENOENT : EACCES);
        }
        return programs[index];
    }
    std::map<pid_t, std::vector<std::vector<sock_filter>>> filters;  ///< by age, with ours
    bool filters_can_be_read = true;
    std::optional<ReadyToPark> prepare_to_park(const Stopped& tracee, const ParkingCalls& calls) override {
        return can_park && alive(tracee) && calls != cannot_park ? std::optional(ReadyToPark{}) : std::nullopt;
    }
    Result<void> park(Stopped&& tracee, const ReadyToPark&) override { return give_up(std::move(tracee), "park", "park", 0); }
    Result<void> unpark(const Stopped& tracee, const Parked&) override { return act("unpark", tracee); }
    Result<Launched> launch(const LaunchRequest&, const Inheritance&) override {
        int release[2];
        int told[2];
        if (::pipe(release) != 0 || ::pipe(told) != 0) {
            return failure("pipe", errno);
        }
        release_ = UniqueFd(release[0]);
        launch_report = UniqueFd(told[1]);
        if (auto done = request("launch", launched); !done) {
            return tl::unexpected(done.error());
        }
        return Launched{.pid = launched, .release = UniqueFd(release[1]), .report = UniqueFd(told[0])};
    }
    void send_signal(pid_t tid, int signal, SignalTo to) override {
        note(signal == SIGKILL        ? "kill"
             : to == SignalTo::thread ? "tkill"
                                      : "signal",
             tid, signal == SIGKILL ? "" : fmt::format(" {}", signal));
    }
    bool can_park = true;
    /// What was last set by set_signal_info, or was told.
    [[nodiscard]] const siginfo_t& signal_of(pid_t tid) { return current_[tid].signal; }

 private:
    WaitReport told(FakeReport report) {
        const pid_t tid = report.tid;
        if (report.end) {
            stopped_.erase(tid);
            dead_.erase(tid);
            tasks_.statuses.erase(tid);
            return EndReport{tid, *report.end};
        }
        EXPECT_TRUE(stopped_.insert(tid).second) << "a stopped tracee does not stop: " << tid - first_tid;
        const StopReason reason = report.reason;
        current_[tid] = std::move(report);
        return StopReport{stopped(tid), reason};
    }
    void note(const std::string& verb, pid_t tid, const std::string& more = "") {
        requests_.push_back(fmt::format("{} {}{}", verb, tid - first_tid, more));
    }
    [[nodiscard]] int failure_of(const std::string& name) {
        const auto failing = failures_.find(name);
        return failing == failures_.end() || failing->second.second-- <= 0 ? 0 : failing->second.first;
    }
    Result<void> request(const std::string& name, pid_t tid) {
        note(name, tid);
        const int code = dead_.contains(tid) ? ESRCH : failure_of(name);
        return code == 0 ? Result<void>{} : failure(name, code, {tid, 0});
    }
    [[nodiscard]] bool alive(const Stopped& tracee) const {
        EXPECT_TRUE(stopped_.contains(tracee.tid())) << "only of a stopped tracee may anything be asked: " << tracee.tid() - first_tid;
        return !dead_.contains(tracee.tid());
    }
    [[nodiscard]] int code_for(const std::string& name, const Stopped& tracee) { return alive(tracee) ? failure_of(name) : ESRCH; }
    template <typename T>
    Result<T> answer(const std::string& name, const Stopped& tracee, T FakeReport::*what) {
        const int code = code_for(name, tracee);
        if (code != 0) {
            return failure(name, code, {tracee.tid(), 0});
        }
        return current_[tracee.tid()].*what;
    }
    Result<void> act(const std::string& name, const Stopped& tracee, const std::string& more = "") {
        const int code = code_for(name, tracee);
        note(name, tracee.tid(), more + (code == 0 ? "" : " fails"));
        return code == 0 ? Result<void>{} : failure(name, code, {tracee.tid(), 0});
    }
    Result<void> give_up(Stopped&& tracee, const std::string& name, const std::string& verb, int signal) {
        const pid_t tid = tracee.tid();
        const int code = code_for(name, tracee);
        note(verb, tid, (signal != 0 ? fmt::format(" with {}", signal) : "") + (code == 0 ? "" : " fails"));
        if (code == 0 || code == ESRCH) {
            stopped_.erase(tid);
            tracee.gone();
        }
        return code == 0 ? Result<void>{} : failure(name, code, {tid, 0});
    }

    FakeTasks& tasks_;
    std::deque<FakeReport> reports_;
    std::vector<std::string> requests_;
    std::map<std::string, std::pair<int, int>> failures_;  // errno, how many times
    std::map<pid_t, FakeReport> current_;
    std::set<pid_t> stopped_;
    std::set<pid_t> dead_;
    UniqueFd release_;
};

}  // namespace troupe::tests
