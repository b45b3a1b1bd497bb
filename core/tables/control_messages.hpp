#pragma once

#include <cstdint>

#include "core/tables/width.hpp"
#include "troupe/core/kind.hpp"

namespace troupe {

/// What a control message carries, in place behind its header.
struct ControlData {
    std::uint64_t level = 0;
    std::uint64_t type = 0;
    Kind element{};
    bool is_list = false;         ///< as many as there is room for; else one
    Width width = Width::nested;  ///< of a number in a list; `nested`: that of the kind
};

/// nullptr: nothing is known of it.
[[nodiscard]] const ControlData* control_data_of(std::uint64_t level, std::uint64_t type);

}  // namespace troupe
