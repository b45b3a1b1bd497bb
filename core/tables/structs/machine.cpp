#include "core/tables/structs/machine.hpp"

#include "core/tables/flags/machine.hpp"
#include "core/tables/structs/time_fields.hpp"

// What calls about the whole system take or tell (linux/timex.h, linux/kexec.h, linux/sysctl.h, linux/mqueue.h).
namespace troupe {

namespace {

using structs::old_timeval;
using structs::timeval_fields;

/// The clock is described in longs; newer calls of i386 have it in 64 bits, with gaps as on x86-64.
consteval auto clock_state_fields_of(Width word, const StructLayout& time, std::uint16_t gap) {
    const auto number = [word](std::string_view name) { return Field{name, word, kind::signed_64}; };
    const auto padding = [gap](std::string_view name) { return Field{name, Width::u8, kind::hex, gap, Form::hidden}; };
    return std::array{Field{"modes", Width::u32, kind::flags(clock_modes)},
                      padding("pad1"),
                      number("offset"),
                      number("freq"),
                      number("maxerror"),
                      number("esterror"),
                      Field{"status", Width::u32, kind::flags(clock_status)},
                      padding("pad2"),
                      number("constant"),
                      number("precision"),
                      number("tolerance"),
                      Field{"time", Width::nested, kind::structure(time)},
                      number("tick"),
                      number("ppsfreq"),
                      number("jitter"),
                      Field{"shift", Width::s32, kind::signed_int},
                      padding("pad3"),
                      number("stabil"),
                      number("jitcnt"),
                      number("calcnt"),
                      number("errcnt"),
                      number("stbcnt"),
                      Field{"tai", Width::s32, kind::signed_int},
                      Field{"unused", Width::s32, kind::hex, 11, Form::hidden}};
}

constexpr StructLayout wide_timeval = layout_of<timeval_fields>("timeval");
constexpr auto clock_state_fields = clock_state_fields_of(Width::slong, old_timeval, 0);
constexpr auto clock_state_64_fields = clock_state_fields_of(Width::s64, wide_timeval, 4);

constexpr std::array kexec_segment_fields{Field{"buf", Width::pointer, kind::pointer}, Field{"bufsz", Width::pointer, kind::unsigned_64},
                                          Field{"mem", Width::pointer, kind::pointer}, Field{"memsz", Width::pointer, kind::unsigned_64}};
constexpr std::array sysctl_fields{Field{"name", Width::pointer, kind::pointer},   Field{"nlen", Width::s32, kind::signed_int},
                                   Field{"oldval", Width::pointer, kind::pointer}, Field{"oldlenp", Width::pointer, kind::pointer},
                                   Field{"newval", Width::pointer, kind::pointer}, Field{"newlen", Width::pointer, kind::unsigned_64}};
consteval std::array<Field, 5> queue_attributes_with(const Kind& flags) {
    return {Field{"mq_flags", Width::ulong_, flags}, Field{"mq_maxmsg", Width::slong, kind::signed_64},
            Field{"mq_msgsize", Width::slong, kind::signed_64}, Field{"mq_curmsgs", Width::slong, kind::signed_64},
            Field{"reserved", Width::slong, kind::hex, 4, Form::hidden}};
}
constexpr auto queue_attributes_fields = queue_attributes_with(kind::flags(queue_open_flags));
/// The kernel looks at no flags of a new queue here.
constexpr auto new_queue_fields = queue_attributes_with(kind::hex);

}  // namespace

constinit const StructLayout clock_state_layout = layout_of<clock_state_fields>("timex");
constinit const StructLayout clock_state_64_layout = layout_of<clock_state_64_fields>("__kernel_timex");
constinit const StructLayout kexec_segment_layout = layout_of<kexec_segment_fields>("kexec_segment");
constinit const StructLayout sysctl_layout = layout_of<sysctl_fields>("__sysctl_args");
constinit const StructLayout queue_attributes_layout = layout_of<queue_attributes_fields>("mq_attr");
constinit const StructLayout new_queue_layout = layout_of<new_queue_fields>("mq_attr");

}  // namespace troupe
