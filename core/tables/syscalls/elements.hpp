#pragma once

#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/files.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/row.hpp"

/// Elements of arrays that rows speak of, and one structure whose size is another argument.
namespace troupe::rows {

inline constexpr Kind timespec_element = structure(timespec_layout), timespec32_element = structure(timespec32_layout);
inline constexpr Kind timeval_element = structure(timeval_layout), timeval32_element = structure(timeval32_layout);
inline constexpr Kind epoll_event_element = structure(epoll_event_layout);
/// Users and groups of the first calls of i386, which have 16 bits (kernel/uid16.c).
inline constexpr Kind short_id = own_number(Own::short_id), short_id_in_memory = structure(short_id_layout);
inline constexpr Kind open_how = sized_structure(open_how_layout, length::argument(3));

}  // namespace troupe::rows
