#pragma once

#include <linux/sched.h>

#include "core/tables/flags/events.hpp"
#include "core/tables/flags/process.hpp"
#include "core/tables/flags/signals.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/time_fields.hpp"
#include "core/tables/values/process.hpp"

/// Processes and the machine (linux/resource.h, linux/sysinfo.h, linux/utsname.h, linux/sched.h, linux/rseq.h).
namespace troupe::structs {

inline constexpr std::array rlimit_fields{Field{"rlim_cur", Width::ulong_, kind::resource},
                                          Field{"rlim_max", Width::ulong_, kind::resource}};
inline constexpr std::array rlimit64_fields{Field{"rlim_cur", Width::u64, kind::resource_64},
                                            Field{"rlim_max", Width::u64, kind::resource_64}};

constexpr Field counted(std::string_view name) { return {name, Width::ulong_, kind::unsigned_64, 1, Form::plain, true}; }

inline constexpr std::array rusage_fields{Field{"ru_utime", Width::nested, kind::structure(old_timeval)},
                                          Field{"ru_stime", Width::nested, kind::structure(old_timeval)},
                                          counted("ru_maxrss"),
                                          counted("ru_ixrss"),
                                          counted("ru_idrss"),
                                          counted("ru_isrss"),
                                          counted("ru_minflt"),
                                          counted("ru_majflt"),
                                          counted("ru_nswap"),
                                          counted("ru_inblock"),
                                          counted("ru_oublock"),
                                          counted("ru_msgsnd"),
                                          counted("ru_msgrcv"),
                                          counted("ru_nsignals"),
                                          counted("ru_nvcsw"),
                                          counted("ru_nivcsw")};

/// Its padding ends with `20 - 2 * sizeof(long) - sizeof(int)` bytes: eight on i386, none elsewhere.
inline constexpr std::array sysinfo_fields{
    Field{"uptime", Width::ulong_, kind::unsigned_64},    Field{"loads", Width::ulong_, kind::unsigned_64, 3, Form::numbers},
    Field{"totalram", Width::ulong_, kind::unsigned_64},  Field{"freeram", Width::ulong_, kind::unsigned_64},
    Field{"sharedram", Width::ulong_, kind::unsigned_64}, Field{"bufferram", Width::ulong_, kind::unsigned_64},
    Field{"totalswap", Width::ulong_, kind::unsigned_64}, Field{"freeswap", Width::ulong_, kind::unsigned_64},
    Field{"procs", Width::u16, kind::unsigned_64},        Field{"pad", Width::u16, kind::hex, 1, Form::hidden},
    Field{"totalhigh", Width::ulong_, kind::unsigned_64}, Field{"freehigh", Width::ulong_, kind::unsigned_64},
    Field{"mem_unit", Width::u32, kind::unsigned_64}};
inline constexpr std::array i386_sysinfo_fields = [] {
    std::array<Field, sysinfo_fields.size() + 1> fields{};
    for (std::size_t i = 0; i < sysinfo_fields.size(); ++i) {
        fields[i] = sysinfo_fields[i];
    }
    fields.back() = Field{"tail", Width::u8, kind::hex, 8, Form::hidden};
    return fields;
}();

inline constexpr std::uint16_t utsname_text = 65;
inline constexpr std::array utsname_fields{Field{"sysname", Width::u8, kind::string, utsname_text, Form::text},
                                           Field{"nodename", Width::u8, kind::string, utsname_text, Form::text},
                                           Field{"release", Width::u8, kind::string, utsname_text, Form::text, true},
                                           Field{"version", Width::u8, kind::string, utsname_text, Form::text, true},
                                           Field{"machine", Width::u8, kind::string, utsname_text, Form::text, true},
                                           Field{"domainname", Width::u8, kind::string, utsname_text, Form::text, true}};

inline constexpr std::array sched_param_fields{Field{"sched_priority", Width::s32, kind::signed_int}};

inline constexpr std::array stack_fields{Field{"ss_sp", Width::pointer, kind::pointer},
                                         Field{"ss_flags", Width::u32, kind::flags(signal_stack_flags)},
                                         Field{"ss_size", Width::pointer, kind::unsigned_64}};

inline constexpr Kind thread_id = kind::pid, thread_id_behind = kind::pointed(thread_id), descriptor = kind::fd,
                      descriptor_behind = kind::pointed(descriptor);
inline constexpr std::uint16_t most_set_tids = 32;  // MAX_PID_NS_LEVEL (include/linux/pid_namespace.h)
inline constexpr When has_set_tid = when::either(when::is_set("set_tid"), when::is_set("set_tid_size"));

inline constexpr std::array clone_args_fields{
    Field{"flags", Width::u64, kind::flags(clone3_flag_bits)},
    answering(descriptor_behind, shown(when::has_any("flags", CLONE_PIDFD), Field{"pidfd", Width::u64, kind::pointer})),
    shown(when::has_any("flags", CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID), Field{"child_tid", Width::u64, kind::pointer}),
    answering(thread_id_behind, shown(when::has_any("flags", CLONE_PARENT_SETTID), Field{"parent_tid", Width::u64, kind::pointer})),
    Field{"exit_signal", Width::u64, kind::signal_in_long},
    Field{"stack", Width::u64, kind::pointer},
    Field{"stack_size", Width::u64, kind::hex},
    shown(when::has_any("flags", CLONE_SETTLS), Field{"tls", Width::u64, kind::pointer}),
    shown(has_set_tid, Field{"set_tid", Width::u64, kind::array(kind::signed_int, length::sibling("set_tid_size", most_set_tids))}),
    joined(shown(has_set_tid, Field{"set_tid_size", Width::u64, kind::unsigned_64})),
    shown(when::either(when::has_any("flags", CLONE_INTO_CGROUP), when::is_set("cgroup")), Field{"cgroup", Width::u64, kind::unsigned_64})};

inline constexpr std::array robust_list_head_fields{Field{"list", Width::pointer, kind::pointer},
                                                    Field{"futex_offset", Width::slong, kind::signed_64},
                                                    Field{"list_op_pending", Width::pointer, kind::pointer}};

inline constexpr std::array rseq_fields{
    Field{"cpu_id_start", Width::u32, kind::unsigned_int}, Field{"cpu_id", Width::u32, kind::value_or_number(rseq_cpu_ids)},
    Field{"rseq_cs", Width::u64, kind::pointer},           Field{"flags", Width::u32, kind::flags(rseq_critical_flags)},
    Field{"node_id", Width::u32, kind::unsigned_int},      Field{"mm_cid", Width::u32, kind::unsigned_int},
    Field{"end", Width::u32, kind::hex, 1, Form::hidden}};

/// uid_t and gid_t of the first calls of i386.
inline constexpr std::array short_id_fields{Field{"", Width::u16, kind::own_number(Own::short_id)}};

/// The sixth argument of pselect6: registers have no room for the size (select(2)).
inline constexpr std::array sigset_argument_fields{Field{"sigmask", Width::pointer, kind::sigset(length::sibling("sigsetsize"))},
                                                   Field{"sigsetsize", Width::pointer, kind::unsigned_64}};

inline constexpr std::array pollfd_fields{Field{"fd", Width::s32, kind::fd}, Field{"events", Width::u16, kind::flags(poll_events)},
                                          Field{"revents", Width::u16, kind::flags(poll_events)}};
/// Packed on every ABI of x86, so that 32 and 64 bits agree.
inline constexpr std::array epoll_event_fields{Field{"events", Width::u32, kind::flags(epoll_event_bits)},
                                               Field{"data", Width::u64, kind::hex}};

}  // namespace troupe::structs
