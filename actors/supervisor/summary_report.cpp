#include "actors/supervisor/summary_report.hpp"

#include <cstdio>
#include <utility>

#include "troupe/core/output_format.hpp"

namespace troupe {

void SummaryReport::begin() {
    const auto every = desk_.config.summary.every;
    if (every.count() == 0) {
        return;
    }
    timer_.expires_after(every);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            ask();
            begin();
        }
    });
}

/// Unless workers have not answered the last time yet.
void SummaryReport::ask() {
    if (answers_due_ != 0) {
        return;
    }
    answers_due_ = desk_.workers.count();
    for (std::size_t i = 0; i < desk_.workers.count(); ++i) {
        desk_.workers.send(i, orders::TellTotals{});
    }
}

void SummaryReport::told(const Counted& counted) {
    so_far_ += counted;
    if (--answers_due_ == 0) {
        print(std::exchange(so_far_, {}));
    }
}

void SummaryReport::print(const Counted& counted) const {
    const SummaryConfig& config = desk_.config.summary;
    const OutputConfig& output = desk_.config.output;
    if (config.by_thread && output.separately && output.format == OutputFormat::text) {
        print_separately(counted);
    } else {
        print(config.by_thread ? tables_of_all(counted, config.form) : summary_table(counted.calls, config.form));
    }
}

void SummaryReport::print_separately(const Counted& counted) const {
    desk_.output.flush();
    for (ThreadTable& table : tables_of_threads(counted, desk_.config.summary.form)) {
        desk_.output.append(std::move(table.text), table.thread);
    }
}

/// A table is text: where the trace is not, it is for the person at the terminal.
void SummaryReport::print(const std::string& tables) const {
    if (tables.empty()) {
        return;
    }
    desk_.output.flush();
    if (desk_.config.output.format == OutputFormat::text) {
        desk_.output.append(tables);
    } else if (!desk_.output.say(tables)) {
        std::fputs(tables.c_str(), stderr);
    }
}

}  // namespace troupe
