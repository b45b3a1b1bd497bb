#pragma once

#include <cstdint>
#include <string>

#include "core/decode/decoder.hpp"

namespace troupe {

/// 2026-11-24T22:40:07+0000, with a fraction of `digits` digits (0, 6, 9) where it is not 0.
/// Local time of the tracer. Empty where the time has no calendar date, and where the fraction is out of range.
[[nodiscard]] std::string date_of(std::int64_t seconds, std::uint64_t fraction, int digits);
/// The same as a comment behind a time; nothing for 0.
void comment_date(Decoder& decoder, std::int64_t seconds, std::uint64_t fraction, int digits);
/// 6 /* 0.06 s */, in the ticks in which the kernel counts time for processes.
void write_ticks(Writer& out, std::uint64_t ticks);

}  // namespace troupe
