#pragma once

#include "core/tables/struct_layout.hpp"

/// What statmount(2) and listmount(2) ask and tell.
namespace troupe {

extern const StructLayout mount_query_layout, mount_list_query_layout, mount_status_layout;

}  // namespace troupe
