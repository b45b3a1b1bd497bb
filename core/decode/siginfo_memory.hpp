#pragma once

#include <cstdint>

#include "core/decode/printer.hpp"

namespace troupe {

/// A siginfo in the memory of the tracee, in the layout of its ABI.
void print_siginfo(Printer& printer, std::uint64_t address);

}  // namespace troupe
