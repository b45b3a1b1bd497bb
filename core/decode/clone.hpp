#pragma once

#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

/// The arguments of clone, whose order in the registers depends on the ABI, and which are shown by name and by what the flags ask for.
/// The first half ends before what only the kernel's answer can tell.
void write_clone_entry(Decoder& decoder);
void write_clone_exit(Decoder& decoder);

}  // namespace troupe
