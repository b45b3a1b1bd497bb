#include "actors/supervisor/desk.hpp"

#include <fmt/format.h>

namespace troupe {

void Desk::say(const std::string& text) const {
    output.flush();
    if (!output.say(fmt::format("{}: {}\n", config.program_name, text))) {
        say_to_user(config.program_name, text);
    }
}

}  // namespace troupe
