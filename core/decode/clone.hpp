#pragma once

#include <cstdint>

#include "core/decode/printer.hpp"

namespace troupe {

/// The arguments of clone, whose order in the registers depends on the ABI, and which are shown by name and by what the flags ask for.
/// The first half ends before what only the kernel's answer can tell.
void print_clone_entry(Printer& printer);
void print_clone_exit(Printer& printer);

}  // namespace troupe
