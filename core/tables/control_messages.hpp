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
    bool is_list = false;         ///< as many as there is room for, `count` at most; else one
    Width width = Width::nested;  ///< of a number in a list; `nested`: that of the kind
    std::uint32_t count = 0;      ///< so many, or none; 0: any number
    std::uint32_t behind = 0;     ///< bytes that have to stand behind the structure: an address
    bool says_if_short = false;   ///< `???` in its place, where there is less of it than that
};

/// nullptr: nothing is known of it.
[[nodiscard]] const ControlData* control_data_of(std::uint64_t level, std::uint64_t type);

}  // namespace troupe
