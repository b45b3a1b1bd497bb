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

void SummaryReport::told(const CallTotals& totals) {
    so_far_ += totals;
    if (--answers_due_ == 0) {
        print(std::exchange(so_far_, {}));
    }
}

/// A table is text: where the trace is not, it is for the person at the terminal.
void SummaryReport::print(const CallTotals& totals) const {
    const std::string table = summary_table(totals, desk_.config.summary.form);
    if (table.empty()) {
        return;
    }
    desk_.output.flush();
    if (desk_.config.output.format == OutputFormat::text) {
        desk_.output.append(table);
    } else if (!desk_.output.say(table)) {
        std::fputs(table.c_str(), stderr);
    }
}

}  // namespace troupe
