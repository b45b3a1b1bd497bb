#pragma once

#include <cstdint>
#include <string>

namespace troupe {

/// 2026-11-24T22:40:07+0000, with a fraction of `digits` digits (0, 6, 9) where it is not 0. Local time of the tracer. Nothing where the
/// time has no calendar date, or the fraction is out of range.
[[nodiscard]] bool append_date(std::string& out, std::int64_t seconds, std::uint64_t fraction, int digits);
/// ` /* date */`; nothing for 0.
void append_date_comment(std::string& out, std::int64_t seconds, std::uint64_t fraction, int digits);
/// 6 /* 0.06 s */, in the ticks in which the kernel counts time for processes.
void append_ticks(std::string& out, std::int64_t ticks);

}  // namespace troupe
