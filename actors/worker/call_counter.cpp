#include "actors/worker/call_counter.hpp"

#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t all_of_the_first = 32;
constexpr std::uint64_t then_one_of = 16;

bool is_worth_measuring(std::uint64_t calls_before) { return calls_before < all_of_the_first || calls_before % then_one_of == 0; }

}  // namespace

void CallCounter::begin(Tracee& tracee) {
    if (!counts()) {
        return;
    }
    CallClock& clock = tracee.call.clock;
    if (config_.form.shows_system_time() && is_worth_measuring(calls_before(tracee))) {
        clock.on_cpu_before = tasks_.time_on_cpu(tracee.facts.id.tid);
    }
    clock.running = true;
    clock.began = config_.form.shows_wall_clock() ? monotonic_ns() : 0;
}

/// Of this kind, among those that it can stand for.
std::uint64_t CallCounter::calls_before(const Tracee& tracee) const {
    const auto thread = counted_.threads.find(tracee.facts.id);
    if (config_.by_thread && thread == counted_.threads.end()) {
        return 0;
    }
    const auto& all = config_.by_thread ? thread->second.calls.all() : counted_.calls.all();
    const auto before = all.find(tracee.call.call);
    return before == all.end() ? 0 : before->second.calls;
}

void CallCounter::stop_clock(Tracee& tracee) {
    CallClock& clock = tracee.call.clock;
    if (!clock.running) {
        return;
    }
    clock.wall = config_.form.shows_wall_clock() ? monotonic_ns() - clock.began : 0;
    if (clock.on_cpu_before) {
        const auto now = tasks_.time_on_cpu(tracee.facts.id.tid);
        clock.on_cpu = now ? std::optional(*now - *clock.on_cpu_before) : std::nullopt;
    }
}

void CallCounter::count(const Tracee& tracee) {
    if (!tracee.call.clock.running) {
        return;
    }
    add(tracee.call, counted_.calls);
    if (config_.by_thread) {
        ThreadTotals& thread = counted_.threads[tracee.facts.id];
        thread.process = tracee.facts.process;
        add(tracee.call, thread.calls);
    }
}

void CallCounter::add(const CallInProgress& call, CallTotals& totals) const {
    CallTotal& total = totals[call.call];
    ++total.calls;
    total.errors += call.shown.error != 0 ? 1 : 0;
    if (call.clock.on_cpu) {
        total.system.add(without_overhead(*call.clock.on_cpu));
    }
    if (config_.form.shows_wall_clock()) {
        total.wall.add(without_overhead(call.clock.wall));
    }
}

std::uint64_t CallCounter::without_overhead(std::uint64_t time) const {
    const auto overhead = static_cast<std::uint64_t>(config_.overhead.count());
    return time > overhead ? time - overhead : 0;
}

}  // namespace troupe
