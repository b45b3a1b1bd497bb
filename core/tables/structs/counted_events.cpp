#include "core/tables/structs/counted_events.hpp"

#include <linux/perf_event.h>

#include <array>
#include <cstddef>

#include "core/tables/flags/counted_events.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/counted_events.hpp"
#include "core/tables/values/time.hpp"

// struct perf_event_attr (linux/perf_event.h). Its second field says how long it is; what it had first is 64 bytes long.
namespace troupe {

namespace structs {

using enum Width;

constexpr Kind own_value(Own own, const ValueSet& set) { return {.tag = Tag::own_number, .value_set = &set, .own = own}; }

constexpr FieldChoice counted_events[] = {{PERF_TYPE_HARDWARE, kind::own_number(Own::hardware_event)},
                                          {PERF_TYPE_SOFTWARE, kind::value(software_events)},
                                          {PERF_TYPE_TRACEPOINT, kind::unsigned_64},
                                          {PERF_TYPE_HW_CACHE, kind::own_number(Own::cache_event)}};

/// One that is not set is left out where things are abbreviated.
constexpr Field first_bit(std::string_view name) {
    return if_verbose(shown(when::is_set(name), of_bits(0, 1, Field{name, u64, kind::unsigned_int})));
}
constexpr Field bit(std::uint8_t place, std::string_view name) {
    return united(if_verbose(shown(when::is_set(name), of_bits(place, 1, Field{name, u64, kind::unsigned_int}))));
}
constexpr Field leftover(Field field) {
    field.form = Form::leftover;
    return shown(when::is_set(field.name), field);
}
constexpr When is_breakpoint = when::is("type", PERF_TYPE_BREAKPOINT), is_none = when::is_not("type", PERF_TYPE_BREAKPOINT);

inline constexpr std::array event_attributes_fields{
    Field{"type", u32, kind::value(counted_event_types)},
    in_form(Form::was_and_is, Field{"size", u32, kind::value(event_attribute_sizes)}),
    chosen("type", counted_events, Field{"config", u64, kind::hex}),
    shown(when::is("freq", 0), Field{"sample_period", u64, kind::unsigned_64}),
    united(shown(when::is_set("freq"), Field{"sample_freq", u64, kind::unsigned_64})),
    Field{"sample_type", u64, kind::flags(sampled_parts)},
    Field{"read_format", u64, kind::flags(counter_formats)},
    first_bit("disabled"),
    bit(1, "inherit"),
    bit(2, "pinned"),
    bit(3, "exclusive"),
    bit(4, "exclude_user"),
    bit(5, "exclude_kernel"),
    bit(6, "exclude_hv"),
    bit(7, "exclude_idle"),
    bit(8, "mmap"),
    bit(9, "comm"),
    bit(10, "freq"),
    bit(11, "inherit_stat"),
    bit(12, "enable_on_exec"),
    bit(13, "task"),
    bit(14, "watermark"),
    united(of_bits(15, 2, Field{"precise_ip", u64, own_value(Own::remarked_number, instruction_skids)})),
    bit(17, "mmap_data"),
    bit(18, "sample_id_all"),
    bit(19, "exclude_host"),
    bit(20, "exclude_guest"),
    bit(21, "exclude_callchain_kernel"),
    bit(22, "exclude_callchain_user"),
    bit(23, "mmap2"),
    bit(24, "comm_exec"),
    bit(25, "use_clockid"),
    bit(26, "context_switch"),
    bit(27, "write_backward"),
    bit(28, "namespaces"),
    bit(29, "ksymbol"),
    bit(30, "bpf_event"),
    bit(31, "aux_output"),
    bit(32, "cgroup"),
    bit(33, "text_poke"),
    bit(34, "build_id"),
    bit(35, "inherit_thread"),
    bit(36, "remove_on_exec"),
    bit(37, "sigtrap"),
    united(shown(when::is_set("__reserved_1"),
                 of_bits(38, 26, Field{"__reserved_1", u64, own_value(Own::remarked_bits, reserved_event_bits)}))),
    shown(when::is("watermark", 0), Field{"wakeup_events", u32, kind::unsigned_int}),
    united(shown(when::is_set("watermark"), Field{"wakeup_watermark", u32, kind::unsigned_int})),
    shown(is_breakpoint, Field{"bp_type", u32, kind::value(breakpoint_types)}),
    shown(is_breakpoint, Field{"bp_addr", u64, kind::hex}),
    united(shown(is_none, Field{"config1", u64, kind::hex})),
    shown(is_breakpoint, Field{"bp_len", u64, kind::unsigned_64}),
    united(shown(is_none, Field{"config2", u64, kind::hex})),
    shown(when::has_any("sample_type", PERF_SAMPLE_BRANCH_STACK), Field{"branch_sample_type", u64, kind::flags(sampled_branches)}),
    Field{"sample_regs_user", u64, kind::hex},
    shown(when::has_any("sample_type", PERF_SAMPLE_STACK_USER), Field{"sample_stack_user", u32, kind::hex}),
    shown(when::is_set("use_clockid"), Field{"clockid", u32, kind::value(clock_ids)}),
    Field{"sample_regs_intr", u64, kind::hex},
    Field{"aux_watermark", u32, kind::unsigned_int},
    Field{"sample_max_stack", u16, kind::unsigned_int},
    leftover(Field{"__reserved_2", u16, kind::hex}),
    Field{"aux_sample_size", u32, kind::unsigned_int},
    leftover(Field{"__reserved_3", u32, kind::hex}),
    Field{"sig_data", u64, kind::hex},
    Field{"config3", u64, kind::hex}};

/// All up to the bits.
inline constexpr std::size_t brief_fields = [] {
    std::size_t count = 0;
    while (event_attributes_fields[count].name != "__reserved_1") {
        ++count;
    }
    return count + 1;
}();
inline constexpr auto event_attributes_brief = [] {
    std::array<std::string_view, brief_fields> names{};
    for (std::size_t i = 0; i < brief_fields; ++i) {
        names[i] = event_attributes_fields[i].name;
    }
    return names;
}();

TROUPE_PROVE_FIELD(event_attributes_fields, Abi::i386, perf_event_attr, "sample_freq", sample_freq);
TROUPE_PROVE_FIELD(event_attributes_fields, Abi::i386, perf_event_attr, "bp_type", bp_type);
TROUPE_PROVE_FIELD(event_attributes_fields, Abi::i386, perf_event_attr, "clockid", clockid);
TROUPE_PROVE_FIELD(event_attributes_fields, Abi::i386, perf_event_attr, "__reserved_2", __reserved_2);
TROUPE_PROVE_FIELD(event_attributes_fields, Abi::i386, perf_event_attr, "sig_data", sig_data);

}  // namespace structs

constinit const StructLayout event_attributes_layout =
    layout_of<structs::event_attributes_fields>("perf_event_attr", StructShape::plain, {{}, structs::event_attributes_brief, {}},
                                                {.least = PERF_ATTR_SIZE_VER0, .tail = Tail::dots, .first = PERF_ATTR_SIZE_VER0});

}  // namespace troupe
