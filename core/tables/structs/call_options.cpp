#include "core/tables/structs/call_options.hpp"

#include "core/tables/flags/system_v.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/files.hpp"
#include "core/tables/values/process_calls.hpp"
#include "core/tables/values/security_calls.hpp"

// Structures that one option or command takes (linux/socket.h, linux/filter.h, asm-generic/fcntl.h, asm-generic/siginfo.h).
namespace troupe {

namespace {

constexpr std::array remote_vector_fields{Field{"iov_base", Width::pointer, kind::pointer},
                                          Field{"iov_len", Width::pointer, kind::unsigned_64}};
constexpr std::array linger_fields{Field{"l_onoff", Width::s32, kind::signed_int}, Field{"l_linger", Width::s32, kind::signed_int}};
constexpr std::array credentials_fields{Field{"pid", Width::s32, kind::pid}, Field{"uid", Width::u32, kind::uid},
                                        Field{"gid", Width::u32, kind::gid}};
constexpr std::array filter_fields{Field{"len", Width::u16, kind::unsigned_int},
                                   Field{"filter", Width::pointer, kind::filter_statements(length::sibling("len"))}};
constexpr std::array seccomp_program_fields{
    Field{"len", Width::u16, kind::unsigned_int},
    Field{"filter", Width::pointer, kind::filter_statements(length::sibling("len"), seccomp_actions)}};
constexpr std::array notification_sizes_fields{Field{"seccomp_notif", Width::u16, kind::unsigned_int},
                                               Field{"seccomp_notif_resp", Width::u16, kind::unsigned_int},
                                               Field{"seccomp_data", Width::u16, kind::unsigned_int}};
constexpr FieldChoice owner_choices[] = {{2, kind::process_group}};  // F_OWNER_PGRP
constexpr std::array file_owner_fields{Field{"type", Width::u32, kind::value(owner_types)},
                                       chosen("type", owner_choices, Field{"pid", Width::s32, kind::pid})};
/// What is handed over is a pointer or a number.
constexpr std::array signal_value_fields{Field{"sival_ptr", Width::pointer, kind::pointer},
                                         united(Field{"sival_int", Width::s32, kind::signed_int})};
constexpr std::string_view number_first[] = {"sival_int", "sival_ptr"};
constexpr StructLayout signal_value = layout_of<signal_value_fields>("sigval", StructShape::plain, {number_first, {}, {}});

/// SIGEV_SIGNAL, SIGEV_NONE, SIGEV_THREAD and SIGEV_THREAD_ID come with a signal; the last two with a function for the C library, and a
/// thread.
constexpr std::uint64_t in_thread = 2, to_thread = 4;
constexpr FieldChoice signals[] = {{0, kind::signal}, {1, kind::signal}, {in_thread, kind::signal}, {to_thread, kind::signal}};
constexpr std::array signal_event_fields{
    shown(when::is_set("sigev_value"), Field{"sigev_value", Width::nested, kind::structure(signal_value)}),
    chosen("sigev_notify", signals, Field{"sigev_signo", Width::u32, kind::unsigned_int}),
    Field{"sigev_notify", Width::u32, kind::value(signal_event_kinds)},
    shown(when::is("sigev_notify", in_thread), Field{"sigev_notify_function", Width::pointer, kind::pointer}),
    united(shown(when::is("sigev_notify", to_thread), Field{"sigev_notify_thread_id", Width::s32, kind::pid})),
    shown(when::is("sigev_notify", in_thread), Field{"sigev_notify_attributes", Width::pointer, kind::pointer})};
constexpr std::array semaphore_operation_fields{Field{"sem_num", Width::u16, kind::unsigned_int},
                                                Field{"sem_op", Width::s16, kind::signed_int},
                                                Field{"sem_flg", Width::u16, kind::flags(semaphore_operation_flags)}};

}  // namespace

constinit const StructLayout remote_vector_layout = layout_of<remote_vector_fields>("iovec");
constinit const StructLayout linger_layout = layout_of<linger_fields>("linger");
constinit const StructLayout credentials_layout = layout_of<credentials_fields>("ucred");
constinit const StructLayout filter_program_layout = layout_of<filter_fields>("sock_fprog");
constinit const StructLayout seccomp_program_layout = layout_of<seccomp_program_fields>("sock_fprog");
constinit const StructLayout notification_sizes_layout = layout_of<notification_sizes_fields>("seccomp_notif_sizes");
constinit const StructLayout file_owner_layout = layout_of<file_owner_fields>("f_owner_ex");
constinit const StructLayout signal_event_layout = layout_of<signal_event_fields>("sigevent");
constinit const StructLayout semaphore_operation_layout = layout_of<semaphore_operation_fields>("sembuf");

}  // namespace troupe
