#pragma once

#include "troupe/core/constants.hpp"

/// The device mapper (linux/dm-ioctl.h).
namespace troupe {

extern const FlagSet device_mapper_flags;

}  // namespace troupe
