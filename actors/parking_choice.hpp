#pragma once

#include "troupe/core/park.hpp"

namespace troupe {

/// In which calls tracees that we start can be parked. They inherit the filters that are on us, as many as `filters` (-1: not known), and
/// these cannot be read (PTRACE_SECCOMP_GET_FILTER asks for a tracer without one). So each call is tried by a companion of ours, which is
/// traced by the calling thread, and which a filter may kill for it. `with_ours`: they have our filter as well, which knows `pause` alone.
[[nodiscard]] ParkingCalls choose_parking_calls(int filters, bool with_ours);

}  // namespace troupe
