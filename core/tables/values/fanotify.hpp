#pragma once

#include "troupe/core/constants.hpp"

/// Values of fanotify (linux/fanotify.h).
namespace troupe {

extern const ValueSet fanotify_classes, fanotify_places;

}  // namespace troupe
