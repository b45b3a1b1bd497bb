#pragma once

#include <cstddef>

#include "lua/border.hpp"

namespace troupe::lua {

/// Decodes the arguments of the call that the event is about into `border.values`: as they are in memory now, but for those that were kept
/// because the memory is gone or the tracee has gone on. Strings are no longer than `string_limit`. False: there are none.
bool decode_arguments(Border& border, std::size_t string_limit);

}  // namespace troupe::lua
