#pragma once

#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

/// `TCGETS`, `SNDCTL_TMR_START or TCSETS`, `EVIOCGNAME(32)`, `_IOC(_IOC_READ, 0x54, 0x1, 0x4)`
void write_ioctl_request(Decoder& decoder, std::uint64_t request);

/// What an ioctl's argument is.
struct IoctlSlot {
    const Argument* known = nullptr;          ///< nullptr: nothing is known of it
    bool absent = false;                      ///< the request takes no argument at all
    const StructLayout* in_result = nullptr;  ///< what of it is shown behind the result
    bool returns_descriptor = false;
};
[[nodiscard]] IoctlSlot ioctl_slot(std::uint64_t request, Abi abi);
/// Requests whose argument is any number, not an address, where structures are not to be looked at.
[[nodiscard]] bool is_number_unless_read(std::uint64_t request);

}  // namespace troupe
