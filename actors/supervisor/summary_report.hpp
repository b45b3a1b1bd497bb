#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <string>

#include "actors/supervisor/desk.hpp"
#include "troupe/core/summary.hpp"

namespace troupe {

/// Prints the table of all workers' calls: as often as was asked for, and at the end. Supervisor only.
class SummaryReport {
 public:
    explicit SummaryReport(const Desk& desk) : desk_(desk), timer_(desk.context) {}

    /// From now on, where it is asked for, until the context stops.
    void begin();
    /// A worker's answer to `orders::TellTotals`.
    void told(const Counted& counted);
    /// Where the trace goes, each thread's table where its trace goes. Nothing was counted: nothing is printed.
    void print(const Counted& counted) const;

 private:
    void ask();
    void print_separately(const Counted& counted) const;
    void print(const std::string& tables) const;

    const Desk& desk_;
    boost::asio::steady_timer timer_;
    Counted so_far_{};
    std::size_t answers_due_ = 0;
};

}  // namespace troupe
