#pragma once

#include <cstdint>

#include "troupe/core/kind.hpp"

namespace troupe {

/// What a control message carries, in place behind its header.
struct ControlData {
    std::uint64_t level = 0;
    std::uint64_t type = 0;
    Kind element{};
    bool is_list = false;  ///< as many as there is room for; else one
};

/// nullptr: nothing is known of it.
[[nodiscard]] const ControlData* control_data_of(std::uint64_t level, std::uint64_t type);

}  // namespace troupe
