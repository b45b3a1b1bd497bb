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
                                                                       {20, "SEM_STAT_ANY"}});

constexpr auto shared_memory_commands_rows = std::to_array<NamedConstant>({{0, "IPC_RMID"},
                                                                           {1, "IPC_SET"},
                                                                           {2, "IPC_STAT"},
                                                                           {3, "IPC_INFO"},
                                                                           {11, "SHM_LOCK"},
                                                                           {12, "SHM_UNLOCK"},
                                                                           {13, "SHM_STAT"},
                                                                           {14, "SHM_INFO"},
                                                                           {15, "SHM_STAT_ANY"}});

constexpr auto message_queue_commands_rows = std::to_array<NamedConstant>(
    {{0, "IPC_RMID"}, {1, "IPC_SET"}, {2, "IPC_STAT"}, {3, "IPC_INFO"}, {11, "MSG_STAT"}, {12, "MSG_INFO"}, {13, "MSG_STAT_ANY"}});

constexpr NamedConstant structure_version_rows[] = {{0x100, "IPC_64"}};
constexpr FlagSet structure_version{"structure_version", "IPC_???", structure_version_rows};

/// A command, and the version of the structures that it means.
consteval std::array<WordPart, 2> command_of(const ValueSet& commands) {
    constexpr std::uint64_t version = 0x100, word = 0xffffffff;
    return {WordPart{.mask = version, .flags = &structure_version, .if_set = true}, WordPart{.mask = word & ~version, .values = &commands}};
}

constexpr auto private_keys_rows = std::to_array<NamedConstant>({{0, "IPC_PRIVATE"}});

}  // namespace

constinit const ValueSet semaphore_commands{"semaphore_commands", "SEM_???", semaphore_commands_rows};
constinit const ValueSet shared_memory_commands{"shared_memory_commands", "SHM_???", shared_memory_commands_rows};
constinit const ValueSet message_queue_commands{"message_queue_commands", "MSG_???", message_queue_commands_rows};

namespace {
/// The call, and above it the version of its arguments (ipc/syscall.c).
constexpr WordPart ipc_parts[] = {{.mask = 0xffff0000, .if_set = true, .shift = 16, .shift_name = "16", .decimal = true},
                                  {.mask = 0xffff, .decimal = true}};
constexpr auto semaphore_parts = command_of(semaphore_commands), shared_memory_parts = command_of(shared_memory_commands),
               message_queue_parts = command_of(message_queue_commands);
}  // namespace

constinit const WordParts semaphore_command{.parts = semaphore_parts, .apart = true};
constinit const WordParts shared_memory_command{.parts = shared_memory_parts, .apart = true};
constinit const WordParts message_queue_command{.parts = message_queue_parts, .apart = true};
constinit const WordParts ipc_calls{.parts = ipc_parts, .apart = true};
constinit const ValueSet private_keys{"private_keys", "IPC_???", private_keys_rows};

}  // namespace troupe
