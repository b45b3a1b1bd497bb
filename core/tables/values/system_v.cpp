#include "core/tables/values/system_v.hpp"

#include <array>

/// System V IPC (linux/ipc.h, linux/sem.h, linux/shm.h, linux/msg.h). The C library of i386 asks for the structures of 64 bits: IPC_64.
namespace troupe {

namespace {

constexpr auto semaphore_commands_rows = std::to_array<NamedConstant>({{0, "IPC_RMID"},
                                                                       {1, "IPC_SET"},
                                                                       {2, "IPC_STAT"},
                                                                       {3, "IPC_INFO"},
                                                                       {11, "GETPID"},
                                                                       {12, "GETVAL"},
                                                                       {13, "GETALL"},
                                                                       {14, "GETNCNT"},
                                                                       {15, "GETZCNT"},
                                                                       {16, "SETVAL"},
                                                                       {17, "SETALL"},
                                                                       {18, "SEM_STAT"},
                                                                       {19, "SEM_INFO"},
                                                                       {20, "SEM_STAT_ANY"},
                                                                       {0x100, "IPC_64|IPC_RMID"},
                                                                       {0x101, "IPC_64|IPC_SET"},
                                                                       {0x102, "IPC_64|IPC_STAT"},
                                                                       {0x103, "IPC_64|IPC_INFO"},
                                                                       {0x10b, "IPC_64|GETPID"},
                                                                       {0x10c, "IPC_64|GETVAL"},
                                                                       {0x10d, "IPC_64|GETALL"},
                                                                       {0x10e, "IPC_64|GETNCNT"},
                                                                       {0x10f, "IPC_64|GETZCNT"},
                                                                       {0x110, "IPC_64|SETVAL"},
                                                                       {0x111, "IPC_64|SETALL"},
                                                                       {0x112, "IPC_64|SEM_STAT"},
                                                                       {0x113, "IPC_64|SEM_INFO"},
                                                                       {0x114, "IPC_64|SEM_STAT_ANY"}});

constexpr auto shared_memory_commands_rows = std::to_array<NamedConstant>({{0, "IPC_RMID"},
                                                                           {1, "IPC_SET"},
                                                                           {2, "IPC_STAT"},
                                                                           {3, "IPC_INFO"},
                                                                           {11, "SHM_LOCK"},
                                                                           {12, "SHM_UNLOCK"},
                                                                           {13, "SHM_STAT"},
                                                                           {14, "SHM_INFO"},
                                                                           {15, "SHM_STAT_ANY"},
                                                                           {0x100, "IPC_64|IPC_RMID"},
                                                                           {0x101, "IPC_64|IPC_SET"},
                                                                           {0x102, "IPC_64|IPC_STAT"},
                                                                           {0x103, "IPC_64|IPC_INFO"},
                                                                           {0x10b, "IPC_64|SHM_LOCK"},
                                                                           {0x10c, "IPC_64|SHM_UNLOCK"},
                                                                           {0x10d, "IPC_64|SHM_STAT"},
                                                                           {0x10e, "IPC_64|SHM_INFO"},
                                                                           {0x10f, "IPC_64|SHM_STAT_ANY"}});

constexpr auto message_queue_commands_rows = std::to_array<NamedConstant>({{0, "IPC_RMID"},
                                                                           {1, "IPC_SET"},
                                                                           {2, "IPC_STAT"},
                                                                           {3, "IPC_INFO"},
                                                                           {11, "MSG_STAT"},
                                                                           {12, "MSG_INFO"},
                                                                           {13, "MSG_STAT_ANY"},
                                                                           {0x100, "IPC_64|IPC_RMID"},
                                                                           {0x101, "IPC_64|IPC_SET"},
                                                                           {0x102, "IPC_64|IPC_STAT"},
                                                                           {0x103, "IPC_64|IPC_INFO"},
                                                                           {0x10b, "IPC_64|MSG_STAT"},
                                                                           {0x10c, "IPC_64|MSG_INFO"},
                                                                           {0x10d, "IPC_64|MSG_STAT_ANY"}});

constexpr auto private_keys_rows = std::to_array<NamedConstant>({{0, "IPC_PRIVATE"}});

}  // namespace

constinit const ValueSet semaphore_commands{"semaphore_commands", "SEM_???", semaphore_commands_rows};
constinit const ValueSet shared_memory_commands{"shared_memory_commands", "SHM_???", shared_memory_commands_rows};
constinit const ValueSet message_queue_commands{"message_queue_commands", "MSG_???", message_queue_commands_rows};
constinit const ValueSet private_keys{"private_keys", "IPC_???", private_keys_rows};

}  // namespace troupe
