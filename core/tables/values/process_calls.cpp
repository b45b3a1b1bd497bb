#include "core/tables/values/process_calls.hpp"

#include <array>

/// Bits and values of calls about processes.
namespace troupe {

namespace {

constexpr auto membarrier_commands_rows = std::to_array<NamedConstant>({{0, "MEMBARRIER_CMD_QUERY"},
                                                                        {1, "MEMBARRIER_CMD_GLOBAL"},
                                                                        {2, "MEMBARRIER_CMD_GLOBAL_EXPEDITED"},
                                                                        {4, "MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED"},
                                                                        {8, "MEMBARRIER_CMD_PRIVATE_EXPEDITED"},
                                                                        {16, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED"},
                                                                        {32, "MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE"},
                                                                        {64, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE"},
                                                                        {128, "MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ"},
                                                                        {0x100, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ"},
                                                                        {0x200, "MEMBARRIER_CMD_GET_REGISTRATIONS"}});

constexpr auto signal_event_kinds_rows =
    std::to_array<NamedConstant>({{0, "SIGEV_SIGNAL"}, {1, "SIGEV_NONE"}, {2, "SIGEV_THREAD"}, {4, "SIGEV_THREAD_ID"}});

constexpr auto kcmp_types_rows = std::to_array<NamedConstant>({{0, "KCMP_FILE"},
                                                               {1, "KCMP_VM"},
                                                               {2, "KCMP_FILES"},
                                                               {3, "KCMP_FS"},
                                                               {4, "KCMP_SIGHAND"},
                                                               {5, "KCMP_IO"},
                                                               {6, "KCMP_SYSVSEM"},
                                                               {7, "KCMP_EPOLL_TFD"}});

constexpr auto io_priority_kinds_rows =
    std::to_array<NamedConstant>({{1, "IOPRIO_WHO_PROCESS"}, {2, "IOPRIO_WHO_PGRP"}, {3, "IOPRIO_WHO_USER"}});

constexpr auto io_priority_classes_rows =
    std::to_array<NamedConstant>({{0, "IOPRIO_CLASS_NONE"}, {1, "IOPRIO_CLASS_RT"}, {2, "IOPRIO_CLASS_BE"}, {3, "IOPRIO_CLASS_IDLE"}});

constexpr auto capability_versions_rows = std::to_array<NamedConstant>({{0x19980330, "_LINUX_CAPABILITY_VERSION_1"},
                                                                        {0x20071026, "_LINUX_CAPABILITY_VERSION_2"},
                                                                        {0x20080522, "_LINUX_CAPABILITY_VERSION_3"}});

constexpr auto futex_bitsets_rows = std::to_array<NamedConstant>({{0xffffffff, "FUTEX_BITSET_MATCH_ANY"}});

constexpr auto ptrace_requests_rows = std::to_array<NamedConstant>({{0, "PTRACE_TRACEME"},
                                                                    {1, "PTRACE_PEEKTEXT"},
                                                                    {2, "PTRACE_PEEKDATA"},
                                                                    {3, "PTRACE_PEEKUSER"},
                                                                    {4, "PTRACE_POKETEXT"},
                                                                    {5, "PTRACE_POKEDATA"},
                                                                    {6, "PTRACE_POKEUSER"},
                                                                    {7, "PTRACE_CONT"},
                                                                    {8, "PTRACE_KILL"},
                                                                    {9, "PTRACE_SINGLESTEP"},
                                                                    {12, "PTRACE_GETREGS"},
                                                                    {13, "PTRACE_SETREGS"},
                                                                    {14, "PTRACE_GETFPREGS"},
                                                                    {15, "PTRACE_SETFPREGS"},
                                                                    {16, "PTRACE_ATTACH"},
                                                                    {17, "PTRACE_DETACH"},
                                                                    {18, "PTRACE_GETFPXREGS"},
                                                                    {19, "PTRACE_SETFPXREGS"},
                                                                    {21, "PTRACE_OLDSETOPTIONS"},
                                                                    {24, "PTRACE_SYSCALL"},
                                                                    {25, "PTRACE_GET_THREAD_AREA"},
                                                                    {26, "PTRACE_SET_THREAD_AREA"},
                                                                    {30, "PTRACE_ARCH_PRCTL"},
                                                                    {31, "PTRACE_SYSEMU"},
                                                                    {32, "PTRACE_SYSEMU_SINGLESTEP"},
                                                                    {33, "PTRACE_SINGLEBLOCK"},
                                                                    {0x4200, "PTRACE_SETOPTIONS"},
                                                                    {0x4201, "PTRACE_GETEVENTMSG"},
                                                                    {0x4202, "PTRACE_GETSIGINFO"},
                                                                    {0x4203, "PTRACE_SETSIGINFO"},
                                                                    {0x4204, "PTRACE_GETREGSET"},
                                                                    {0x4205, "PTRACE_SETREGSET"},
                                                                    {0x4206, "PTRACE_SEIZE"},
                                                                    {0x4207, "PTRACE_INTERRUPT"},
                                                                    {0x4208, "PTRACE_LISTEN"},
                                                                    {0x4209, "PTRACE_PEEKSIGINFO"},
                                                                    {0x420a, "PTRACE_GETSIGMASK"},
                                                                    {0x420b, "PTRACE_SETSIGMASK"},
                                                                    {0x420c, "PTRACE_SECCOMP_GET_FILTER"},
                                                                    {0x420d, "PTRACE_SECCOMP_GET_METADATA"},
                                                                    {0x420e, "PTRACE_GET_SYSCALL_INFO"},
                                                                    {0x420f, "PTRACE_GET_RSEQ_CONFIGURATION"},
                                                                    {0x4210, "PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG"},
                                                                    {0x4211, "PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG"},
                                                                    {0x4212, "PTRACE_SET_SYSCALL_INFO"}});

}  // namespace

constinit const ValueSet membarrier_commands{"membarrier_commands", "MEMBARRIER_CMD_???", membarrier_commands_rows};
constinit const ValueSet signal_event_kinds{"signal_event_kinds", "SIGEV_???", signal_event_kinds_rows};
constinit const ValueSet kcmp_types{"kcmp_types", "KCMP_???", kcmp_types_rows};
constinit const ValueSet io_priority_kinds{"io_priority_kinds", "IOPRIO_WHO_???", io_priority_kinds_rows};
constinit const ValueSet io_priority_classes{"io_priority_classes", "IOPRIO_CLASS_???", io_priority_classes_rows};
constinit const ValueSet capability_versions{"capability_versions", "_LINUX_CAPABILITY_VERSION_???", capability_versions_rows, true};
constinit const ValueSet futex_bitsets{"futex_bitsets", "", futex_bitsets_rows, true};
constinit const ValueSet ptrace_requests{.name = "ptrace_requests", .unknown = "PTRACE_???", .rows = ptrace_requests_rows, .is_long = true};

}  // namespace troupe
