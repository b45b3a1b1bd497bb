
#include "core/tables/values/time.hpp"

#include "core/tables/named_constant.hpp"

// Clocks and timers.
namespace troupe {

namespace {

constexpr NamedConstant clock_ids_rows[] = {
    {0, "CLOCK_REALTIME"},       {1, "CLOCK_MONOTONIC"},       {2, "CLOCK_PROCESS_CPUTIME_ID"}, {3, "CLOCK_THREAD_CPUTIME_ID"},
    {4, "CLOCK_MONOTONIC_RAW"},  {5, "CLOCK_REALTIME_COARSE"}, {6, "CLOCK_MONOTONIC_COARSE"},   {7, "CLOCK_BOOTTIME"},
    {8, "CLOCK_REALTIME_ALARM"}, {9, "CLOCK_BOOTTIME_ALARM"},  {10, "CLOCK_SGI_CYCLE"},         {11, "CLOCK_TAI"},
};

constexpr NamedConstant interval_timers_rows[] = {
    {0, "ITIMER_REAL"},
    {1, "ITIMER_VIRTUAL"},
    {2, "ITIMER_PROF"},
};

}  // namespace

constinit const ValueSet clock_ids{"clock_ids", "CLOCK_???", clock_ids_rows};
constinit const ValueSet interval_timers{"interval_timers", "ITIMER_???", interval_timers_rows};

}  // namespace troupe
