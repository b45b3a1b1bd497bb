#include "core/tables/values/counted_events.hpp"

#include <linux/hw_breakpoint.h>
#include <linux/perf_event.h>

#include "core/tables/named_constant.hpp"

// What is counted (linux/perf_event.h, linux/hw_breakpoint.h).
namespace troupe {

namespace {

constexpr NamedConstant counted_event_types_rows[] = {
    TROUPE_NAMED(PERF_TYPE_HARDWARE), TROUPE_NAMED(PERF_TYPE_SOFTWARE), TROUPE_NAMED(PERF_TYPE_TRACEPOINT),
    TROUPE_NAMED(PERF_TYPE_HW_CACHE), TROUPE_NAMED(PERF_TYPE_RAW),      TROUPE_NAMED(PERF_TYPE_BREAKPOINT),
};

constexpr NamedConstant event_attribute_sizes_rows[] = {
    TROUPE_NAMED(PERF_ATTR_SIZE_VER0), TROUPE_NAMED(PERF_ATTR_SIZE_VER1), TROUPE_NAMED(PERF_ATTR_SIZE_VER2),
    TROUPE_NAMED(PERF_ATTR_SIZE_VER3), TROUPE_NAMED(PERF_ATTR_SIZE_VER4), TROUPE_NAMED(PERF_ATTR_SIZE_VER5),
    TROUPE_NAMED(PERF_ATTR_SIZE_VER6), TROUPE_NAMED(PERF_ATTR_SIZE_VER7), {136, "PERF_ATTR_SIZE_VER8"},
};

constexpr NamedConstant hardware_events_rows[] = {
    TROUPE_NAMED(PERF_COUNT_HW_CPU_CYCLES),
    TROUPE_NAMED(PERF_COUNT_HW_INSTRUCTIONS),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_REFERENCES),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_MISSES),
    TROUPE_NAMED(PERF_COUNT_HW_BRANCH_INSTRUCTIONS),
    TROUPE_NAMED(PERF_COUNT_HW_BRANCH_MISSES),
    TROUPE_NAMED(PERF_COUNT_HW_BUS_CYCLES),
    TROUPE_NAMED(PERF_COUNT_HW_STALLED_CYCLES_FRONTEND),
    TROUPE_NAMED(PERF_COUNT_HW_STALLED_CYCLES_BACKEND),
    TROUPE_NAMED(PERF_COUNT_HW_REF_CPU_CYCLES),
};

constexpr NamedConstant software_events_rows[] = {
    TROUPE_NAMED(PERF_COUNT_SW_CPU_CLOCK),        TROUPE_NAMED(PERF_COUNT_SW_TASK_CLOCK),
    TROUPE_NAMED(PERF_COUNT_SW_PAGE_FAULTS),      TROUPE_NAMED(PERF_COUNT_SW_CONTEXT_SWITCHES),
    TROUPE_NAMED(PERF_COUNT_SW_CPU_MIGRATIONS),   TROUPE_NAMED(PERF_COUNT_SW_PAGE_FAULTS_MIN),
    TROUPE_NAMED(PERF_COUNT_SW_PAGE_FAULTS_MAJ),  TROUPE_NAMED(PERF_COUNT_SW_ALIGNMENT_FAULTS),
    TROUPE_NAMED(PERF_COUNT_SW_EMULATION_FAULTS), TROUPE_NAMED(PERF_COUNT_SW_DUMMY),
    TROUPE_NAMED(PERF_COUNT_SW_BPF_OUTPUT),       TROUPE_NAMED(PERF_COUNT_SW_CGROUP_SWITCHES),
};

constexpr NamedConstant cache_events_rows[] = {
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_L1D),  TROUPE_NAMED(PERF_COUNT_HW_CACHE_L1I),  TROUPE_NAMED(PERF_COUNT_HW_CACHE_LL),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_DTLB), TROUPE_NAMED(PERF_COUNT_HW_CACHE_ITLB), TROUPE_NAMED(PERF_COUNT_HW_CACHE_BPU),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_NODE),
};

constexpr NamedConstant cache_operations_rows[] = {
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_OP_READ),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_OP_WRITE),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_OP_PREFETCH),
};

constexpr NamedConstant cache_results_rows[] = {
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_RESULT_ACCESS),
    TROUPE_NAMED(PERF_COUNT_HW_CACHE_RESULT_MISS),
};

/// What precise_ip asks for.
constexpr NamedConstant instruction_skids_rows[] = {
    {0, "arbitrary skid"},
    {1, "constant skid"},
    {2, "requested to have 0 skid"},
    {3, "must have 0 skid"},
};

constexpr NamedConstant breakpoint_types_rows[] = {
    TROUPE_NAMED(HW_BREAKPOINT_EMPTY), TROUPE_NAMED(HW_BREAKPOINT_R), TROUPE_NAMED(HW_BREAKPOINT_W),
    TROUPE_NAMED(HW_BREAKPOINT_RW),    TROUPE_NAMED(HW_BREAKPOINT_X),
};

}  // namespace

constinit const ValueSet counted_event_types{"counted_event_types", "PERF_TYPE_???", counted_event_types_rows, true};
constinit const ValueSet event_attribute_sizes{"event_attribute_sizes", "PERF_ATTR_SIZE_???", event_attribute_sizes_rows, true};
constinit const ValueSet hardware_events{"hardware_events", "PERF_COUNT_HW_???", hardware_events_rows, true};
constinit const ValueSet software_events{"software_events", "PERF_COUNT_SW_???", software_events_rows, true, true};
constinit const ValueSet cache_events{"cache_events", "PERF_COUNT_HW_CACHE_???", cache_events_rows, true};
constinit const ValueSet cache_operations{"cache_operations", "PERF_COUNT_HW_CACHE_OP_???", cache_operations_rows, true};
constinit const ValueSet cache_results{"cache_results", "PERF_COUNT_HW_CACHE_RESULT_???", cache_results_rows, true};
constinit const ValueSet instruction_skids{"instruction_skids", "", instruction_skids_rows, true};
constinit const ValueSet reserved_event_bits{"reserved_event_bits", "Bits 63..38", {}, true};
constinit const ValueSet breakpoint_types{"breakpoint_types", "HW_BREAKPOINT_???", breakpoint_types_rows, true};

}  // namespace troupe
