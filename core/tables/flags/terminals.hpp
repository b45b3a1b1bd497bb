#pragma once

#include "troupe/core/constants.hpp"

/// Modes of terminals.
namespace troupe {

extern const FlagSet terminal_input_modes, terminal_output_modes, terminal_control_modes, terminal_local_modes;

}  // namespace troupe
