#include "core/tables/flags/transfers.hpp"

#include <array>

/// Reads and writes with flags, seals, io_uring.
namespace troupe {

namespace {

constexpr auto read_write_flags_rows = std::to_array<NamedConstant>({{1, "RWF_HIPRI"},
                                                                     {2, "RWF_DSYNC"},
                                                                     {4, "RWF_SYNC"},
                                                                     {8, "RWF_NOWAIT"},
                                                                     {16, "RWF_APPEND"},
                                                                     {32, "RWF_NOAPPEND"},
                                                                     {64, "RWF_ATOMIC"},
                                                                     {128, "RWF_DONTCACHE"}});

constexpr auto seal_flags_rows = std::to_array<NamedConstant>(
    {{1, "F_SEAL_SEAL"}, {2, "F_SEAL_SHRINK"}, {4, "F_SEAL_GROW"}, {8, "F_SEAL_WRITE"}, {16, "F_SEAL_FUTURE_WRITE"}, {32, "F_SEAL_EXEC"}});

constexpr auto io_uring_enter_flags_rows = std::to_array<NamedConstant>({{1, "IORING_ENTER_GETEVENTS"},
                                                                         {2, "IORING_ENTER_SQ_WAKEUP"},
                                                                         {4, "IORING_ENTER_SQ_WAIT"},
                                                                         {8, "IORING_ENTER_EXT_ARG"},
                                                                         {16, "IORING_ENTER_REGISTERED_RING"},
                                                                         {32, "IORING_ENTER_ABS_TIMER"},
                                                                         {64, "IORING_ENTER_EXT_ARG_REG"},
                                                                         {128, "IORING_ENTER_NO_IOWAIT"}});

}  // namespace

constinit const FlagSet read_write_flags{"read_write_flags", "RWF_???", read_write_flags_rows};
constinit const FlagSet seal_flags{"seal_flags", "F_SEAL_???", seal_flags_rows};
constinit const FlagSet io_uring_enter_flags{"io_uring_enter_flags", "IORING_ENTER_???", io_uring_enter_flags_rows};

}  // namespace troupe
