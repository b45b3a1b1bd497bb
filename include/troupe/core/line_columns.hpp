#pragma once

#include <cstdint>
#include <optional>

namespace troupe {

/// How exactly a time is written: digits behind the point.
enum class Precision : std::uint8_t { seconds = 0, milliseconds = 3, microseconds = 6, nanoseconds = 9 };

/// What stands before the text of a line, and behind the result of a call.
struct LineColumns {
    enum class Clock : std::uint8_t {
        none,
        time_of_day,  ///< 11:40:22, where we are
        unix_time,    ///< seconds since 1970
    };
    Clock clock = Clock::none;              ///< -t
    Precision clock_precision{};            ///< -t
    std::optional<Precision> since_last{};  ///< -r: the time since the last line
    std::optional<Precision> spent{};       ///< -T: the time between the begin and the end of a call
    bool number = false;                    ///< -n: of the last call
    bool instruction_pointer = false;       ///< -i

    [[nodiscard]] bool shows_time() const { return clock != Clock::none || since_last || spent; }
};

}  // namespace troupe
