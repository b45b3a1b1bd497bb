#include <linux/audit.h>
#include <linux/userfaultfd.h>

#include "core/tables/flags/open.hpp"
#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/structs/counted_events.hpp"

// Events and those who watch them: linux/perf_event.h, linux/userfaultfd.h, linux/seccomp.h, linux/inotify.h, linux/eventpoll.h.
namespace troupe::ioctls {

namespace {

constexpr NamedConstant group_rows[] = {{1, "PERF_IOC_FLAG_GROUP"}};
constexpr FlagSet groups{"perf_groups", "PERF_IOC_FLAG_???", group_rows};
constexpr NamedConstant fault_feature_rows[] = {
    {1 << 0, "UFFD_FEATURE_PAGEFAULT_FLAG_WP"},
    {1 << 1, "UFFD_FEATURE_EVENT_FORK"},
    {1 << 2, "UFFD_FEATURE_EVENT_REMAP"},
    {1 << 3, "UFFD_FEATURE_EVENT_REMOVE"},
    {1 << 4, "UFFD_FEATURE_MISSING_HUGETLBFS"},
    {1 << 5, "UFFD_FEATURE_MISSING_SHMEM"},
    {1 << 6, "UFFD_FEATURE_EVENT_UNMAP"},
    {1 << 7, "UFFD_FEATURE_SIGBUS"},
    {1 << 8, "UFFD_FEATURE_THREAD_ID"},
    {1 << 9, "UFFD_FEATURE_MINOR_HUGETLBFS"},
    {1 << 10, "UFFD_FEATURE_MINOR_SHMEM"},
    {1 << 11, "UFFD_FEATURE_EXACT_ADDRESS"},
    {1 << 12, "UFFD_FEATURE_WP_HUGETLBFS_SHMEM"},
    {1 << 13, "UFFD_FEATURE_WP_UNPOPULATED"},
    {1 << 14, "UFFD_FEATURE_POISON"},
    {1 << 15, "UFFD_FEATURE_WP_ASYNC"},
    {1 << 16, "UFFD_FEATURE_MOVE"},
};
constexpr NamedConstant fault_call_rows[] = {
    {std::uint64_t{1} << _UFFDIO_REGISTER, "1<<_UFFDIO_REGISTER"},
    {std::uint64_t{1} << _UFFDIO_UNREGISTER, "1<<_UFFDIO_UNREGISTER"},
    {std::uint64_t{1} << 0x3f, "1<<_UFFDIO_API"},
};
constexpr NamedConstant fault_range_call_rows[] = {
    {1 << _UFFDIO_WAKE, "1<<_UFFDIO_WAKE"},         {1 << _UFFDIO_COPY, "1<<_UFFDIO_COPY"},
    {1 << _UFFDIO_ZEROPAGE, "1<<_UFFDIO_ZEROPAGE"}, {1 << _UFFDIO_WRITEPROTECT, "1<<_UFFDIO_WRITEPROTECT"},
    {1 << _UFFDIO_CONTINUE, "1<<_UFFDIO_CONTINUE"}, {1 << 8, "1<<_UFFDIO_POISON"},
};
constexpr NamedConstant fault_mode_rows[] = {
    {1, "UFFDIO_REGISTER_MODE_MISSING"}, {2, "UFFDIO_REGISTER_MODE_WP"}, {4, "UFFDIO_REGISTER_MODE_MINOR"}};
constexpr NamedConstant copy_mode_rows[] = {{1, "UFFDIO_COPY_MODE_DONTWAKE"}, {2, "UFFDIO_COPY_MODE_WP"}};
constexpr NamedConstant zero_mode_rows[] = {{1, "UFFDIO_ZEROPAGE_MODE_DONTWAKE"}};
constexpr FlagSet fault_features{"fault_features", "UFFD_FEATURE_???", fault_feature_rows},
    fault_calls{"fault_calls", "UFFDIO_???", fault_call_rows}, fault_range_calls{"fault_range_calls", "UFFDIO_???", fault_range_call_rows},
    fault_modes{"fault_modes", "UFFDIO_REGISTER_MODE_???", fault_mode_rows}, copy_modes{"copy_modes", "UFFDIO_COPY_???", copy_mode_rows},
    zero_modes{"zero_modes", "UFFDIO_ZEROPAGE_???", zero_mode_rows};

constexpr std::string_view fault_api_failed[] = {"api", "features"}, register_failed[] = {"range", "mode"},
                           copy_failed[] = {"dst", "src", "len", "mode"};
constexpr std::array range_fields{Field{"start", u64, kind::hex}, Field{"len", u64, kind::hex}};
constexpr StructLayout range_layout = layout_of<range_fields>("uffdio_range");
constexpr std::array fault_api_fields{Field{"api", u64, kind::hex}, Field{"features", u64, kind::flags(fault_features)},
                                      Field{"ioctls", u64, kind::flags(fault_calls)}};
constexpr std::array register_fields{Field{"range", nested, kind::structure(range_layout)}, Field{"mode", u64, kind::flags(fault_modes)},
                                     Field{"ioctls", u64, kind::flags(fault_range_calls)}};
constexpr std::array copy_fields{Field{"dst", u64, kind::hex}, Field{"src", u64, kind::hex}, Field{"len", u64, kind::hex},
                                 Field{"mode", u64, kind::flags(copy_modes)}, Field{"copy", s64, kind::hex}};
constexpr std::array zero_fields{Field{"range", nested, kind::structure(range_layout)}, Field{"mode", u64, kind::flags(zero_modes)},
                                 Field{"zeropage", s64, kind::hex}};
constexpr StructLayout fault_api_layout = layout_of<fault_api_fields>("uffdio_api", StructShape::plain, View{{}, {}, fault_api_failed}),
                       register_layout = layout_of<register_fields>("uffdio_register", StructShape::plain, View{{}, {}, register_failed}),
                       copy_layout = layout_of<copy_fields>("uffdio_copy", StructShape::plain, View{{}, {}, copy_failed}),
                       zero_layout = layout_of<zero_fields>("uffdio_zeropage", StructShape::plain, View{{}, {}, register_failed});

// Since Linux 6.6 and 6.8.
constexpr NamedConstant poison_mode_rows[] = {{1, "UFFDIO_POISON_MODE_DONTWAKE"}};
constexpr NamedConstant move_mode_rows[] = {{1, "UFFDIO_MOVE_MODE_DONTWAKE"}, {2, "UFFDIO_MOVE_MODE_ALLOW_SRC_HOLES"}};
constexpr FlagSet poison_modes{"poison_modes", "UFFDIO_POISON_MODE_???", poison_mode_rows},
    move_modes{"move_modes", "UFFDIO_MOVE_MODE_???", move_mode_rows};
constexpr std::array poison_fields{Field{"range", nested, kind::structure(range_layout)}, Field{"mode", u64, kind::flags(poison_modes)},
                                   Field{"updated", s64, kind::hex}};
constexpr std::array move_fields{Field{"dst", u64, kind::hex}, Field{"src", u64, kind::hex}, Field{"len", u64, kind::hex},
                                 Field{"mode", u64, kind::flags(move_modes)}, Field{"move", s64, kind::hex}};
constexpr StructLayout poison_layout = layout_of<poison_fields>("uffdio_poison", StructShape::plain, View{{}, {}, register_failed}),
                       move_layout = layout_of<move_fields>("uffdio_move", StructShape::plain, View{{}, {}, copy_failed});

constexpr NamedConstant answer_rows[] = {{1, "SECCOMP_USER_NOTIF_FLAG_CONTINUE"}};
constexpr NamedConstant placing_rows[] = {{1, "SECCOMP_ADDFD_FLAG_SETFD"}, {2, "SECCOMP_ADDFD_FLAG_SEND"}};
constexpr FlagSet answer_flags{"seccomp_answers", "SECCOMP_USER_NOTIF_FLAG_???", answer_rows},
    placing_flags{"seccomp_placing", "SECCOMP_ADDFD_FLAG_???", placing_rows};
constexpr NamedConstant architecture_rows[] = {
    TROUPE_NAMED(AUDIT_ARCH_AARCH64),     TROUPE_NAMED(AUDIT_ARCH_ALPHA),       TROUPE_NAMED(AUDIT_ARCH_ARCOMPACT),
    TROUPE_NAMED(AUDIT_ARCH_ARCOMPACTBE), TROUPE_NAMED(AUDIT_ARCH_ARCV2),       TROUPE_NAMED(AUDIT_ARCH_ARCV2BE),
    TROUPE_NAMED(AUDIT_ARCH_ARM),         TROUPE_NAMED(AUDIT_ARCH_ARMEB),       TROUPE_NAMED(AUDIT_ARCH_C6X),
    TROUPE_NAMED(AUDIT_ARCH_C6XBE),       TROUPE_NAMED(AUDIT_ARCH_CRIS),        TROUPE_NAMED(AUDIT_ARCH_CSKY),
    TROUPE_NAMED(AUDIT_ARCH_FRV),         TROUPE_NAMED(AUDIT_ARCH_H8300),       TROUPE_NAMED(AUDIT_ARCH_HEXAGON),
    TROUPE_NAMED(AUDIT_ARCH_I386),        TROUPE_NAMED(AUDIT_ARCH_IA64),        TROUPE_NAMED(AUDIT_ARCH_M32R),
    TROUPE_NAMED(AUDIT_ARCH_M68K),        TROUPE_NAMED(AUDIT_ARCH_MICROBLAZE),  TROUPE_NAMED(AUDIT_ARCH_MIPS),
    TROUPE_NAMED(AUDIT_ARCH_MIPSEL),      TROUPE_NAMED(AUDIT_ARCH_MIPS64),      TROUPE_NAMED(AUDIT_ARCH_MIPS64N32),
    TROUPE_NAMED(AUDIT_ARCH_MIPSEL64),    TROUPE_NAMED(AUDIT_ARCH_MIPSEL64N32), TROUPE_NAMED(AUDIT_ARCH_NDS32),
    TROUPE_NAMED(AUDIT_ARCH_NDS32BE),     TROUPE_NAMED(AUDIT_ARCH_NIOS2),       TROUPE_NAMED(AUDIT_ARCH_OPENRISC),
    TROUPE_NAMED(AUDIT_ARCH_PARISC),      TROUPE_NAMED(AUDIT_ARCH_PARISC64),    TROUPE_NAMED(AUDIT_ARCH_PPC),
    TROUPE_NAMED(AUDIT_ARCH_PPC64),       TROUPE_NAMED(AUDIT_ARCH_PPC64LE),     TROUPE_NAMED(AUDIT_ARCH_RISCV32),
    TROUPE_NAMED(AUDIT_ARCH_RISCV64),     TROUPE_NAMED(AUDIT_ARCH_S390),        TROUPE_NAMED(AUDIT_ARCH_S390X),
    TROUPE_NAMED(AUDIT_ARCH_SH),          TROUPE_NAMED(AUDIT_ARCH_SHEL),        TROUPE_NAMED(AUDIT_ARCH_SH64),
    TROUPE_NAMED(AUDIT_ARCH_SHEL64),      TROUPE_NAMED(AUDIT_ARCH_SPARC),       TROUPE_NAMED(AUDIT_ARCH_SPARC64),
    TROUPE_NAMED(AUDIT_ARCH_TILEGX),      TROUPE_NAMED(AUDIT_ARCH_TILEGX32),    TROUPE_NAMED(AUDIT_ARCH_TILEPRO),
    TROUPE_NAMED(AUDIT_ARCH_UNICORE),     TROUPE_NAMED(AUDIT_ARCH_X86_64),      TROUPE_NAMED(AUDIT_ARCH_XTENSA),
    TROUPE_NAMED(AUDIT_ARCH_LOONGARCH32), TROUPE_NAMED(AUDIT_ARCH_LOONGARCH64),
};
constexpr ValueSet architectures{"audit_architectures", "AUDIT_ARCH_???", architecture_rows};
constexpr std::array call_fields{Field{"nr", u32, kind::unsigned_64}, Field{"arch", u32, kind::value(architectures)},
                                 Field{"instruction_pointer", u64, kind::pointer}, Field{"args", u64, kind::hex, 6, Form::numbers}};
constexpr StructLayout call_layout = layout_of<call_fields>("seccomp_data");
constexpr std::array notice_fields{Field{"id", u64, kind::hex}, Field{"pid", u32, kind::pid}, Field{"flags", u32, kind::hex},
                                   Field{"data", nested, kind::structure(call_layout)}};
constexpr StructLayout told_notice_layout = layout_of<notice_fields>("seccomp_notif");
constexpr std::array reply_fields{Field{"id", u64, kind::hex}, Field{"val", s64, kind::signed_64}, Field{"error", s32, kind::page_state},
                                  Field{"flags", u32, kind::flags(answer_flags)}};
constexpr StructLayout reply_layout = layout_of<reply_fields>("seccomp_notif_resp");
constexpr std::array placing_fields{Field{"id", u64, kind::hex}, Field{"flags", u32, kind::flags(placing_flags)},
                                    Field{"srcfd", u32, kind::fd}, Field{"newfd", u32, kind::fd},
                                    Field{"newfd_flags", u32, kind::flags(dup3_flags)}};
constexpr StructLayout placing_layout = layout_of<placing_fields>("seccomp_notif_addfd");
constexpr Kind long_hex = kind::structure(u64_hex_layout);

constexpr std::array busy_fields{Field{"busy_poll_usecs", u32, kind::unsigned_64}, Field{"busy_poll_budget", u16, kind::unsigned_64},
                                 Field{"prefer_busy_poll", u8, kind::unsigned_64},
                                 shown(when::is_set("__pad"), Field{"__pad", u8, kind::hex})};
constexpr StructLayout busy_layout = layout_of<busy_fields>("epoll_params");

constexpr IoctlArgument rows[] = {
    takes(kind::flags(groups), "PERF_EVENT_IOC_ENABLE PERF_EVENT_IOC_DISABLE PERF_EVENT_IOC_RESET"),
    takes(kind::signed_int, "PERF_EVENT_IOC_REFRESH"),
    takes(kind::fd, "PERF_EVENT_IOC_SET_OUTPUT PERF_EVENT_IOC_SET_BPF"),
    takes(kind::unsigned_long, "PERF_EVENT_IOC_PAUSE_OUTPUT"),
    fills(kind::own_memory(Own::program_list), "PERF_EVENT_IOC_QUERY_BPF"),
    takes(pointed_u64, "PERF_EVENT_IOC_PERIOD"),
    answers(pointed_u64, "PERF_EVENT_IOC_ID"),
    takes(kind::string, "PERF_EVENT_IOC_SET_FILTER"),

    fills(kind::structure(fault_api_layout), "UFFDIO_API"),
    fills(kind::structure(register_layout), "UFFDIO_REGISTER"),
    fills(kind::structure(copy_layout), "UFFDIO_COPY"),
    fills(kind::structure(zero_layout), "UFFDIO_ZEROPAGE"),
    fills(kind::structure(poison_layout), "UFFDIO_POISON"),
    fills(kind::structure(move_layout), "UFFDIO_MOVE"),
    takes(kind::structure(range_layout), "UFFDIO_UNREGISTER UFFDIO_WAKE"),

    takes(kind::pointed(long_hex), "SECCOMP_IOCTL_NOTIF_ID_VALID SECCOMP_IOCTL_NOTIF_ID_VALID_WRONG_DIR"),
    takes(kind::structure(placing_layout), "SECCOMP_IOCTL_NOTIF_ADDFD"),
    fills(kind::own_memory(Own::notice, told_notice_layout), "SECCOMP_IOCTL_NOTIF_RECV"),
    takes(kind::structure(reply_layout), "SECCOMP_IOCTL_NOTIF_SEND"),

    takes(kind::signed_int, "INOTIFY_IOC_SETNEXTWD"),
    answers(kind::structure(busy_layout), "EPIOCGPARAMS"),
    takes(kind::structure(busy_layout), "EPIOCSPARAMS"),
    takes(kind::own_memory(Own::event_attributes, event_attributes_layout), "PERF_EVENT_IOC_MODIFY_ATTRIBUTES"),
};

}  // namespace

constinit const Rows event_rows = rows;

}  // namespace troupe::ioctls
