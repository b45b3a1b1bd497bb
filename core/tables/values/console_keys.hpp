#pragma once

#include "troupe/core/constants.hpp"

/// What keys of a console mean, and for which modifiers (linux/keyboard.h).
namespace troupe {

extern const ValueSet console_keys, console_key_types, console_key_tables;
extern const FlagSet console_key_modifiers;

}  // namespace troupe
