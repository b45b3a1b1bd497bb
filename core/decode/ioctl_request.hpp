#pragma once

#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

/// What the ioctl asks for: its second argument, of which the kernel takes 32 bits (fs/ioctl.c).
inline std::uint32_t ioctl_request(const Decoder& decoder) { return static_cast<std::uint32_t>(decoder.argument(1)); }

}  // namespace troupe
