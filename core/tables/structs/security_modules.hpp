#pragma once

#include "core/tables/struct_layout.hpp"

/// What security modules tell of a process.
namespace troupe {

/// One module, where several are listed.
extern const StructLayout security_module_layout, security_context_layout;

}  // namespace troupe
