#include "core/tables/flags/bpf.hpp"

#include <linux/bpf.h>

#include "core/tables/named_constant.hpp"

// Bits of bpf(2).
namespace troupe {

namespace {

constexpr NamedConstant bpf_map_flags_rows[] = {
    TROUPE_NAMED(BPF_F_NO_PREALLOC), TROUPE_NAMED(BPF_F_NO_COMMON_LRU), TROUPE_NAMED(BPF_F_NUMA_NODE),
    TROUPE_NAMED(BPF_F_RDONLY),      TROUPE_NAMED(BPF_F_WRONLY),        TROUPE_NAMED(BPF_F_STACK_BUILD_ID),
    TROUPE_NAMED(BPF_F_ZERO_SEED),   TROUPE_NAMED(BPF_F_RDONLY_PROG),   TROUPE_NAMED(BPF_F_WRONLY_PROG),
    TROUPE_NAMED(BPF_F_CLONE),       TROUPE_NAMED(BPF_F_MMAPABLE),      TROUPE_NAMED(BPF_F_PRESERVE_ELEMS),
    TROUPE_NAMED(BPF_F_INNER_MAP),   {1 << 14, "BPF_F_PATH_FD"},        {1 << 15, "BPF_F_VTYPE_BTF_OBJ_FD"},
    {1 << 16, "BPF_F_TOKEN_FD"},     {1 << 17, "BPF_F_SEGV_ON_FAULT"},  {1 << 18, "BPF_F_NO_USER_CONV"},
};

constexpr NamedConstant bpf_program_flags_rows[] = {
    TROUPE_NAMED(BPF_F_STRICT_ALIGNMENT), TROUPE_NAMED(BPF_F_ANY_ALIGNMENT),     TROUPE_NAMED(BPF_F_TEST_RND_HI32),
    TROUPE_NAMED(BPF_F_TEST_STATE_FREQ),  TROUPE_NAMED(BPF_F_SLEEPABLE),         TROUPE_NAMED(BPF_F_XDP_HAS_FRAGS),
    {1 << 6, "BPF_F_XDP_DEV_BOUND_ONLY"}, {1 << 7, "BPF_F_TEST_REG_INVARIANTS"}, {1 << 16, "BPF_F_TOKEN_FD"},
};

constexpr NamedConstant bpf_attach_flags_rows[] = {
    TROUPE_NAMED(BPF_F_ALLOW_OVERRIDE), TROUPE_NAMED(BPF_F_ALLOW_MULTI), TROUPE_NAMED(BPF_F_REPLACE),
    {1 << 3, "BPF_F_BEFORE"},           {1 << 4, "BPF_F_AFTER"},         {1 << 5, "BPF_F_ID"},
    {1 << 6, "BPF_F_PREORDER"},         {1 << 13, "BPF_F_LINK"},
};

constexpr NamedConstant bpf_lookup_flags_rows[] = {
    TROUPE_NAMED(BPF_ANY),
    TROUPE_NAMED(BPF_F_LOCK),
};

constexpr NamedConstant bpf_query_flags_rows[] = {TROUPE_NAMED(BPF_F_QUERY_EFFECTIVE)};

constexpr NamedConstant bpf_run_flags_rows[] = {
    TROUPE_NAMED(BPF_F_TEST_RUN_ON_CPU),
    TROUPE_NAMED(BPF_F_TEST_XDP_LIVE_FRAMES),
    {4, "BPF_F_TEST_SKB_CHECKSUM_COMPLETE"},
};

constexpr NamedConstant bpf_file_flags_rows[] = {
    TROUPE_NAMED(BPF_F_RDONLY),
    TROUPE_NAMED(BPF_F_WRONLY),
};

}  // namespace

constinit const FlagSet bpf_map_flags{"bpf_map_flags", "BPF_F_???", bpf_map_flags_rows};
constinit const FlagSet bpf_program_flags{"bpf_program_flags", "BPF_F_???", bpf_program_flags_rows};
constinit const FlagSet bpf_attach_flags{"bpf_attach_flags", "BPF_F_???", bpf_attach_flags_rows};
constinit const FlagSet bpf_lookup_flags{"bpf_lookup_flags", "BPF_???", bpf_lookup_flags_rows};
constinit const FlagSet bpf_query_flags{"bpf_query_flags", "BPF_F_QUERY_???", bpf_query_flags_rows};
constinit const FlagSet bpf_run_flags{"bpf_run_flags", "BPF_F_???", bpf_run_flags_rows};
constinit const FlagSet bpf_file_flags{"bpf_file_flags", "BPF_F_???", bpf_file_flags_rows};

}  // namespace troupe
