#pragma once

#include "troupe/core/constants.hpp"

/// Video devices.
namespace troupe {

extern const FlagSet video_capabilities, video_format_flags, video_control_flags, video_tuner_capabilities, video_tuner_channels,
    video_blanking_flags, video_buffer_flags;

}  // namespace troupe
