#pragma once

#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

/// `TCGETS`, `SNDCTL_TMR_START or TCSETS`, `_IOC(_IOC_READ, 0x54, 0x1, 0x4)`
void write_ioctl_request(Writer& out, std::uint64_t request, Abi abi);

/// What an ioctl's argument is: nothing, known in advance, or answered.
[[nodiscard]] const Argument* ioctl_argument_of(std::uint64_t request);
/// The request takes no argument at all.
[[nodiscard]] bool ioctl_has_argument(std::uint64_t request);

}  // namespace troupe
