#include <array>
#include <string>

#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

constexpr const char* with_a_table = "(-c/--summary-only or -C/--summary)";

bool used(const Reading& reading, char letter) { return reading.uses.contains(row_of_letter(letter)); }

/// What shows nothing where no call is printed, in the order in which it is said.
constexpr std::array<char, 8> about_lines = {'i', 'k', 'n', 'N', 'r', 't', 'T', 'y'};

bool has_no_effect(const Reading& reading, char letter) {
    const bool has_clock = reading.clock_letters > 0 || reading.settings.engine.output.columns.clock != LineColumns::Clock::none;
    const bool has_notes = reading.descriptor_letters > 0 || !reading.settings.engine.printing.annotations.descriptors.empty();
    return used(reading, letter) && (letter != 't' || has_clock) && (letter != 'y' || has_notes);
}

void leave_out_the_trace(Reading& reading) {
    auto& engine = reading.settings.engine;
    engine.printing.signals = SignalSet();
    engine.printing.stack.wanted = false;
    engine.printing.quiet.insert(Quiet::exit);
    engine.printing.quiet.insert(Quiet::thread_execve);
    engine.output.columns = {};
    engine.output.always_show_pid = false;
}

}  // namespace

Verdict check_table_choice(const Reading& reading) {
    if (used(reading, 'c') && used(reading, 'C')) {
        return complain_and_point_to_help("-c/--summary-only and -C/--summary are mutually exclusive");
    }
    return {};
}

Verdict check_summary(const Reading& reading) {
    const bool counts = reading.settings.engine.summary.use != SummaryConfig::Use::none;
    for (const char letter : {'w', 'U'}) {
        if (!counts && used(reading, letter)) {
            return complain_and_point_to_help(row_of_letter(letter)->shown() + " must be given with " + with_a_table);
        }
    }
    const auto& engine = reading.settings.engine;
    if (engine.summary.replaces_trace() && engine.output.format != OutputFormat::text) {
        return complain_and_point_to_help(
            "-c/--summary-only and --output-format=jsonl are mutually exclusive: a table is text (-C prints both)");
    }
    return {};
}

void complete_summary(Reading& reading) {
    auto& summary = reading.settings.engine.summary;
    if (summary.use == SummaryConfig::Use::none) {
        for (const OptionRow* row : {row_of_letter('S'), &row_named("summary-every")}) {
            if (reading.uses.contains(row)) {
                reading.warn(row->shown() + " has no effect without " + with_a_table);
            }
        }
        return;
    }
    summary.by_thread = reading.fork_letters > 1 || (reading.output_separately && reading.output);
    if (!summary.replaces_trace()) {
        return;
    }
    for (const char letter : about_lines) {
        if (has_no_effect(reading, letter)) {
            reading.warn(row_of_letter(letter)->shown() + " has no effect with -c/--summary-only");
        }
    }
    leave_out_the_trace(reading);
}

}  // namespace troupe::options
