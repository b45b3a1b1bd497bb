#pragma once

#include <cstdint>

namespace troupe {

/// --output-format
enum class OutputFormat : std::uint8_t {
    text,   ///< strace's lines
    jsonl,  ///< docs/records.md
};

}  // namespace troupe
