#pragma once

#include <string>

#include "troupe/core/abi.hpp"
#include "troupe/core/decision.hpp"
#include "troupe/core/descriptor_set.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// The descriptors of which all that is read and written is shown (`-e read=`, `-e write=`).
struct DumpedDescriptors {
    DescriptorSet read{};
    DescriptorSet written{};
};

/// Appends what a call that is over has read or written, in lines with their newlines: 16 bytes each, in hexadecimal and as characters;
/// where there are several buffers, `* 5 bytes in buffer 0` before each. Nothing for other calls, for what was not read, and for memory
/// that is not there as a whole.
void append_dump(SyscallId call, const Shown& shown, Memory& memory, const DumpedDescriptors& dumped, std::string& out);

}  // namespace troupe
