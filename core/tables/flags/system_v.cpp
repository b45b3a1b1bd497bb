#include "core/tables/flags/system_v.hpp"

#include <array>

/// Messages of System V queues (linux/msg.h, linux/ipc.h).
namespace troupe {

namespace {

constexpr auto queue_flags_rows =
    std::to_array<NamedConstant>({{010000, "MSG_NOERROR"}, {020000, "MSG_EXCEPT"}, {040000, "MSG_COPY"}, {04000, "IPC_NOWAIT"}});
constexpr auto semaphore_operation_flags_rows = std::to_array<NamedConstant>({{010000, "SEM_UNDO"}, {04000, "IPC_NOWAIT"}});
constexpr auto queue_creation_flags_rows = std::to_array<NamedConstant>({{01000, "IPC_CREAT"}, {02000, "IPC_EXCL"}, {04000, "IPC_NOWAIT"}});
// linux/shm.h
constexpr ShiftedSize segment_page_size{~std::uint64_t{0}, std::uint64_t{63} << 26, 26, "SHM_HUGE_SHIFT"};

constexpr auto shared_memory_creation_flags_rows =
    std::to_array<NamedConstant>({{01000, "IPC_CREAT"}, {02000, "IPC_EXCL"}, {04000, "SHM_HUGETLB"}, {010000, "SHM_NORESERVE"}});

}  // namespace

constinit const FlagSet queue_flags{"queue_flags", "MSG_???", queue_flags_rows};
constinit const FlagSet semaphore_operation_flags{"semaphore_operation_flags", "SEM_???", semaphore_operation_flags_rows};
constinit const FlagSet queue_creation_flags{"queue_creation_flags", "", queue_creation_flags_rows};
constinit const FlagSet shared_memory_creation_flags{
    .name = "shared_memory_creation_flags", .rows = shared_memory_creation_flags_rows, .size = &segment_page_size};

}  // namespace troupe
