#pragma once

#include "troupe/core/constants.hpp"

/// What input devices have.
namespace troupe {

extern const ValueSet input_event_types, keys, relative_axes, absolute_axes, input_miscellanies, input_switches, input_leds, input_sounds,
    input_repeats, force_effects, force_effect_states, input_properties;

}  // namespace troupe
