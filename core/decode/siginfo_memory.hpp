#pragma once

#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

/// A siginfo in the memory of the tracee, in the layout of its ABI.
void write_siginfo(Decoder& decoder, std::uint64_t address);

}  // namespace troupe
