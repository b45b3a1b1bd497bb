#pragma once

#include "core/tables/struct_layout.hpp"

/// What perf_event_open(2) takes.
namespace troupe {

extern const StructLayout event_attributes_layout;

}  // namespace troupe
