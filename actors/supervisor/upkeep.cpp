#include "actors/supervisor/upkeep.hpp"

#include <chrono>
#include <variant>

#include "troupe/core/clock.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;

constexpr auto interval = 100ms;
constexpr std::uint64_t long_for_a_seize = 20'000'000;  // ns; otherwise it takes microseconds

}  // namespace

void Upkeep::begin() {
    timer_.expires_after(interval);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            round();
            begin();
        }
    });
}

void Upkeep::round() {
    desk_.output.flush();
    if (auto trouble = desk_.output.take_error()) {
        desk_.say(trouble->text());
    }
    if (desk_.executor != nullptr && desk_.executor->has_observations()) {
        desk_.workers.send(0, orders::TellObservers{});
    }
    guardian_.replace_if_killed();
    for (std::size_t i = 0; i < crew_.count(); ++i) {
        look_after(i);
    }
}

void Upkeep::look_after(std::size_t i) {
    const Worker& worker = crew_.at(i);
    if (!desk_.config.follow || worker.needs_recheck()) {  // without -f one can vanish without a report
        desk_.workers.send(i, orders::LookForTracees{});
    }
    if (loads_.at(i) != 0) {
        desk_.workers.send(i, orders::LookForQuiet{});
    }
    if (const std::uint64_t since = worker.seizing_since(); since != 0 && monotonic_ns() - since > long_for_a_seize) {
        reap_for(i);
    }
}

/// Its PTRACE_SEIZE may wait for the end of a tracee that only this worker would reap.
void Upkeep::reap_for(std::size_t worker) {
    for (const pid_t tid : desk_.registry.owned_by(static_cast<unsigned>(worker))) {
        const auto report = Waiter::poll_end(tid);
        if (const auto* end = std::get_if<EndReport>(&report)) {
            desk_.workers.send(worker, orders::Reaped{*end});
        }
    }
}

}  // namespace troupe
