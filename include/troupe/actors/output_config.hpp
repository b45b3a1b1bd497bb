#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "troupe/core/call_status.hpp"
#include "troupe/core/line_columns.hpp"
#include "troupe/core/output_format.hpp"
#include "troupe/core/palette.hpp"

namespace troupe {

/// When a file is full, and what becomes of it: it is `FILE.1` then, and what that was is `FILE.2`.
struct Rotation {
    std::uint64_t size = 0;  ///< bytes; 0: never
    unsigned keep = 0;       ///< so many of them stay
};

/// Where the trace goes, and in which form.
struct OutputConfig {
    enum class Target : std::uint8_t {
        standard_error,
        file,     ///< `destination` is its path
        command,  ///< `destination` is run by `/bin/sh -c` and reads from us
    };
    OutputFormat format = OutputFormat::text;
    Target target = Target::standard_error;
    std::string destination{};
    bool append = false;           ///< -A
    bool separately = false;       ///< -ff: files `destination.TID`; only with `file`
    Rotation rotation{};           ///< --rotate; only with `file`
    bool follow = false;           ///< several tracees are expected: -f, or more than one -p
    bool always_show_pid = false;  ///< --always-show-pid
    std::size_t column = 40;       ///< -a
    LineColumns columns{};
    WantedEndings endings{};                   ///< -e status=
    bool whole_calls = false;                  ///< --whole-calls
    std::shared_ptr<const Palette> palette{};  ///< --color; none: no colours
};

}  // namespace troupe
