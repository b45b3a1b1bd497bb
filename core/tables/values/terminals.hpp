#pragma once

#include "troupe/core/constants.hpp"

/// Terminals: delays, speeds, line disciplines.
namespace troupe {

extern const ValueSet newline_delays, return_delays, tab_delays, backspace_delays, vertical_delays, form_delays, terminal_speeds,
    character_sizes, line_disciplines;

}  // namespace troupe
