#pragma once

#include "troupe/core/constants.hpp"

/// Values of calls about the whole system (linux/reboot.h, linux/timex.h).
namespace troupe {

extern const ValueSet reboot_magic, second_reboot_magic, reboot_commands, clock_states, log_levels;

}  // namespace troupe
