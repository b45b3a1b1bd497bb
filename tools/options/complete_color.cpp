#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string_view>

#include "tools/options/reading.hpp"
#include "tools/options/terminal_colors.hpp"

namespace troupe::options {
namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view(value);
}

bool has_colors(const Reading& reading) {
    constexpr int enough = 8;
    const auto& output = reading.settings.engine.output;
    switch (reading.color) {
        case Color::always:
            return output.format == OutputFormat::text;
        case Color::automatic:
            return output.format == OutputFormat::text && output.target == OutputConfig::Target::standard_error &&
                   variable("NO_COLOR").empty() && terminal_colors(STDERR_FILENO) >= enough;
        case Color::never:
            break;
    }
    return false;
}

}  // namespace

void complete_color(Reading& reading) {
    if (!has_colors(reading)) {
        return;
    }
    auto palette = std::make_shared<Palette>();
    for (const std::string& part : palette->set(variable("STRACE_COLORS"))) {
        reading.warn("'" + part +
                     "' in STRACE_COLORS is no colour, and ignored; expected KEY=NUMBERS, where KEY is syscall, argname, argval, call, "
                     "const, comment, punct, retval or error");
    }
    auto& engine = reading.settings.engine;
    engine.printing.style.form.palette = palette.get();
    engine.output.palette = std::move(palette);
}

}  // namespace troupe::options
