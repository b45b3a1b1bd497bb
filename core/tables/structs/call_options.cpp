#include "core/tables/structs/call_options.hpp"

#include "core/tables/flags/system_v.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/files.hpp"
#include "core/tables/values/process_calls.hpp"
#include "core/tables/values/security_calls.hpp"

// Structures that one option or command takes (linux/socket.h, linux/filter.h, asm-generic/fcntl.h, asm-generic/siginfo.h).
namespace troupe {

namespace {

constexpr std::array linger_fields{Field{"l_onoff", Width::s32, kind::signed_int}, Field{"l_linger", Width::s32, kind::signed_int}};
constexpr std::array credentials_fields{Field{"pid", Width::s32, kind::pid}, Field{"uid", Width::u32, kind::uid},
                                        Field{"gid", Width::u32, kind::gid}};
constexpr std::array filter_fields{Field{"len", Width::u16, kind::unsigned_int},
                                   Field{"filter", Width::pointer, kind::filter_statements(length::sibling("len"))}};
constexpr std::array seccomp_program_fields{
    Field{"len", Width::u16, kind::unsigned_int},
    Field{"filter", Width::pointer, kind::filter_statements(length::sibling("len"), seccomp_actions)}};
constexpr FieldChoice owner_choices[] = {{2, kind::process_group}};  // F_OWNER_PGRP
constexpr std::array file_owner_fields{Field{"type", Width::s32, kind::value(owner_types)},
                                       chosen("type", owner_choices, Field{"pid", Width::s32, kind::pid})};
/// The value means something to the program alone. Behind the kind there are 48 bytes more, for a thread id or the C library.
constexpr std::array signal_event_fields{Field{"sigev_value", Width::pointer, kind::pointer, 1, Form::hidden},
                                         Field{"sigev_signo", Width::s32, kind::signal},
                                         Field{"sigev_notify", Width::s32, kind::value(signal_event_kinds)}};
constexpr std::array semaphore_operation_fields{Field{"sem_num", Width::u16, kind::unsigned_int},
                                                Field{"sem_op", Width::s16, kind::signed_int},
                                                Field{"sem_flg", Width::s16, kind::flags(semaphore_operation_flags)}};

}  // namespace

constinit const StructLayout linger_layout = layout_of<linger_fields>("linger");
constinit const StructLayout credentials_layout = layout_of<credentials_fields>("ucred");
constinit const StructLayout filter_program_layout = layout_of<filter_fields>("sock_fprog");
constinit const StructLayout seccomp_program_layout = layout_of<seccomp_program_fields>("sock_fprog");
constinit const StructLayout file_owner_layout = layout_of<file_owner_fields>("f_owner_ex");
constinit const StructLayout signal_event_layout = layout_of<signal_event_fields>("sigevent");
constinit const StructLayout semaphore_operation_layout = layout_of<semaphore_operation_fields>("sembuf");

}  // namespace troupe
