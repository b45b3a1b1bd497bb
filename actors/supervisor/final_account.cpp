#include "actors/supervisor/final_account.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

namespace troupe {
namespace {

std::uint64_t lost_tracees(const Ledger& total) { return total.appeared - (total.reaped + total.detached + total.vanished); }

std::string stats_of(const Ledger& total, const Losses& lost) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return fmt::format(
        "{} stops, at most {} of them across CPUs: p50 {:.1f} us, p99 {:.1f} us each; {} hooks, {} observed; {} tracees, {} handed over; "
        "{} lost; {} bytes of output lost; {:.2f} s of CPU in user mode, {:.2f} s in the kernel",
        total.stops, total.free, static_cast<double>(total.serving.percentile(0.5)) / 1e3,
        static_cast<double>(total.serving.percentile(0.99)) / 1e3, total.asked, total.observed, total.appeared, total.moved,
        lost_tracees(total), lost.bytes(), seconds(used.ru_utime), seconds(used.ru_stime));
}

}  // namespace

RunResult give_account(const Desk& desk, const Ledger& total, RunResult result) {
    desk.log.write(
        LogLevel::debug,
        fmt::format("ledger: {} stops ({} late), {} events asked of hooks, {} tracees: {} moved, {} died, {} detached, {} superseded",
                    total.stops, total.late, total.asked, total.appeared, total.moved, total.reaped, total.detached, total.vanished));
    const Losses lost = desk.output.close();
    if (lost.any()) {
        desk.say(lost.text());
        const bool tells_nothing = result.how == RunResult::How::status && result.code == 0;
        result.code = tells_nothing && !lost.only_readers_left() ? 1 : result.code;
    }
    if (desk.config.engine_stats) {
        desk.say(stats_of(total, lost));
    }
    if (!total.balanced()) {
        desk.log.write(LogLevel::error, fmt::format("{} tracees appeared, but {} ended: this is a bug of ours", total.appeared,
                                                    total.appeared - lost_tracees(total)));
    }
    return result;
}

}  // namespace troupe
