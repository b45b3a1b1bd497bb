#include "core/tables/structs/system_v.hpp"

#include "core/tables/struct_layout.hpp"

// Queues, semaphores and shared memory of System V (asm/msgbuf.h, asm/sembuf.h, asm/shmbuf.h, linux/ipc.h). Times of i386 have their upper
// halves apart, which are not shown.
namespace troupe {

namespace {

constexpr Field hidden(std::string_view name, Width width, std::uint16_t count = 1) {
    return {name, width, kind::hex, count, Form::hidden};
}
constexpr Field count(std::string_view name, Width width = Width::ulong_) { return {name, width, kind::unsigned_64}; }
constexpr Field limit(std::string_view name) { return {name, Width::s32, kind::signed_int}; }

constexpr std::array permission_fields{Field{"key", Width::u32, kind::unsigned_int},
                                       Field{"uid", Width::u32, kind::uid},
                                       Field{"gid", Width::u32, kind::gid},
                                       Field{"cuid", Width::u32, kind::uid},
                                       Field{"cgid", Width::u32, kind::gid},
                                       Field{"mode", Width::u32, kind::octal},
                                       hidden("seq", Width::u16),
                                       hidden("pad", Width::u16),
                                       hidden("unused", Width::ulong_, 2)};
/// There mode_t has 16 bits (asm/posix_types_32.h); the padding behind it follows by itself.
constexpr std::array i386_permission_fields{Field{"key", Width::u32, kind::unsigned_int},
                                            Field{"uid", Width::u32, kind::uid},
                                            Field{"gid", Width::u32, kind::gid},
                                            Field{"cuid", Width::u32, kind::uid},
                                            Field{"cgid", Width::u32, kind::gid},
                                            Field{"mode", Width::u16, kind::octal},
                                            hidden("mode_pad", Width::u16),
                                            hidden("seq", Width::u16),
                                            hidden("pad", Width::u16),
                                            hidden("unused", Width::ulong_, 2)};
constexpr std::string_view told_permissions[] = {"uid", "gid", "mode", "key", "cuid", "cgid"};
constexpr std::string_view set_permissions[] = {"uid", "gid", "mode"};
constexpr StructLayout permissions = layout_of_two<permission_fields, i386_permission_fields>("ipc64_perm", {told_permissions, {}, {}});
constexpr StructLayout new_permissions = layout_of_two<permission_fields, i386_permission_fields>("ipc64_perm", {set_permissions, {}, {}});

/// The same fields with the permissions as they can be set.
template <std::size_t N>
consteval std::array<Field, N> as_set(std::array<Field, N> fields) {
    fields[0].kind = kind::structure(new_permissions);
    return fields;
}

constexpr std::array shared_memory_fields{Field{"shm_perm", Width::nested, kind::structure(permissions)},
                                          count("shm_segsz", Width::pointer),
                                          count("shm_atime"),
                                          count("shm_dtime"),
                                          count("shm_ctime"),
                                          Field{"shm_cpid", Width::s32, kind::pid},
                                          Field{"shm_lpid", Width::s32, kind::pid},
                                          count("shm_nattch"),
                                          hidden("unused", Width::ulong_, 2)};
constexpr std::array i386_shared_memory_fields{Field{"shm_perm", Width::nested, kind::structure(permissions)},
                                               count("shm_segsz"),
                                               count("shm_atime"),
                                               hidden("shm_atime_high", Width::ulong_),
                                               count("shm_dtime"),
                                               hidden("shm_dtime_high", Width::ulong_),
                                               count("shm_ctime"),
                                               hidden("shm_ctime_high", Width::ulong_),
                                               Field{"shm_cpid", Width::s32, kind::pid},
                                               Field{"shm_lpid", Width::s32, kind::pid},
                                               count("shm_nattch"),
                                               hidden("unused", Width::ulong_, 2)};
constexpr auto set_shared_memory_fields = as_set(shared_memory_fields);
constexpr auto i386_set_shared_memory_fields = as_set(i386_shared_memory_fields);
constexpr std::string_view told_of_shared_memory[] = {"shm_perm",   "shm_segsz", "shm_cpid",  "shm_lpid",
                                                      "shm_nattch", "shm_atime", "shm_dtime", "shm_ctime"};
constexpr std::string_view set_of_shared_memory[] = {"shm_perm"};

constexpr std::array shared_memory_limits_fields{count("shmmax"), count("shmmin"), count("shmmni"),
                                                 count("shmseg"), count("shmall"), hidden("unused", Width::ulong_, 4)};
constexpr std::array shared_memory_use_fields{limit("used_ids"), count("shm_tot"),       count("shm_rss"),
                                              count("shm_swp"),  count("swap_attempts"), count("swap_successes")};

constexpr std::array message_queue_fields{Field{"msg_perm", Width::nested, kind::structure(permissions)},
                                          count("msg_stime"),
                                          count("msg_rtime"),
                                          count("msg_ctime"),
                                          hidden("msg_cbytes", Width::ulong_),
                                          count("msg_qnum"),
                                          count("msg_qbytes"),
                                          Field{"msg_lspid", Width::s32, kind::pid},
                                          Field{"msg_lrpid", Width::s32, kind::pid},
                                          hidden("unused", Width::ulong_, 2)};
constexpr std::array i386_message_queue_fields{Field{"msg_perm", Width::nested, kind::structure(permissions)},
                                               count("msg_stime"),
                                               hidden("msg_stime_high", Width::ulong_),
                                               count("msg_rtime"),
                                               hidden("msg_rtime_high", Width::ulong_),
                                               count("msg_ctime"),
                                               hidden("msg_ctime_high", Width::ulong_),
                                               hidden("msg_cbytes", Width::ulong_),
                                               count("msg_qnum"),
                                               count("msg_qbytes"),
                                               Field{"msg_lspid", Width::s32, kind::pid},
                                               Field{"msg_lrpid", Width::s32, kind::pid},
                                               hidden("unused", Width::ulong_, 2)};
constexpr auto set_message_queue_fields = as_set(message_queue_fields);
constexpr auto i386_set_message_queue_fields = as_set(i386_message_queue_fields);
constexpr std::string_view set_of_message_queue[] = {"msg_perm", "msg_qbytes"};

constexpr std::array message_queue_limits_fields{
    limit("msgpool"), limit("msgmap"), limit("msgmax"), limit("msgmnb"),
    limit("msgmni"),  limit("msgssz"), limit("msgtql"), Field{"msgseg", Width::u16, kind::unsigned_int}};

/// Each time of semaphores has a word more behind it on every ABI of x86.
constexpr std::array semaphores_fields{Field{"sem_perm", Width::nested, kind::structure(permissions)},
                                       count("sem_otime"),
                                       hidden("sem_otime_high", Width::ulong_),
                                       count("sem_ctime"),
                                       hidden("sem_ctime_high", Width::ulong_),
                                       count("sem_nsems"),
                                       hidden("unused", Width::ulong_, 2)};
constexpr auto set_semaphores_fields = as_set(semaphores_fields);
constexpr std::string_view set_of_semaphores[] = {"sem_perm"};

constexpr std::array semaphore_limits_fields{limit("semmap"), limit("semmni"), limit("semmns"), limit("semmnu"), limit("semmsl"),
                                             limit("semopm"), limit("semume"), limit("semusz"), limit("semvmx"), limit("semaem")};

}  // namespace

constinit const StructLayout shared_memory_layout =
    layout_of_two<shared_memory_fields, i386_shared_memory_fields>("shmid64_ds", {told_of_shared_memory, {}, {}});
constinit const StructLayout set_shared_memory_layout =
    layout_of_two<set_shared_memory_fields, i386_set_shared_memory_fields>("shmid64_ds", {set_of_shared_memory, {}, {}});
constinit const StructLayout shared_memory_limits_layout = layout_of<shared_memory_limits_fields>("shminfo64");
constinit const StructLayout shared_memory_use_layout = layout_of<shared_memory_use_fields>("shm_info");
constinit const StructLayout message_queue_layout = layout_of_two<message_queue_fields, i386_message_queue_fields>("msqid64_ds");
constinit const StructLayout set_message_queue_layout =
    layout_of_two<set_message_queue_fields, i386_set_message_queue_fields>("msqid64_ds", {set_of_message_queue, {}, {}});
constinit const StructLayout message_queue_limits_layout = layout_of<message_queue_limits_fields>("msginfo");
constinit const StructLayout semaphores_layout = layout_of<semaphores_fields>("semid64_ds");
constinit const StructLayout set_semaphores_layout =
    layout_of<set_semaphores_fields>("semid64_ds", StructShape::plain, {set_of_semaphores, {}, {}});
constinit const StructLayout semaphore_limits_layout = layout_of<semaphore_limits_fields>("seminfo");

}  // namespace troupe
