#pragma once

#include "troupe/core/constants.hpp"

/// Files.
namespace troupe {

extern const ValueSet fcntl_commands, lock_types, owner_types, lseek_whence, fadvise_values, write_life_hints, file_system_types,
    directory_entry_types;

}  // namespace troupe
