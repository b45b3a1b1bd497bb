#pragma once

#include "troupe/core/constants.hpp"

/// Video devices.
namespace troupe {

extern const ValueSet video_buffer_types, video_memories, video_fields, video_colorspaces, video_control_types, video_input_types,
    video_tuner_modes, video_size_types, video_interval_types, video_control_classes, video_tuner_types, video_controls, video_formats,
    signal_formats, metadata_formats;

}  // namespace troupe
