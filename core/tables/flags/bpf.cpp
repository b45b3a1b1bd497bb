#include "core/tables/flags/bpf.hpp"

#include <linux/bpf.h>

#include "core/tables/named_constant.hpp"

// Bits of bpf(2).
namespace troupe {

namespace {

constexpr NamedConstant bpf_map_flags_rows[] = {
    TROUPE_NAMED(BPF_F_NO_PREALLOC), TROUPE_NAMED(BPF_F_NO_COMMON_LRU),  TROUPE_NAMED(BPF_F_NUMA_NODE), TROUPE_NAMED(BPF_F_RDONLY),
    TROUPE_NAMED(BPF_F_WRONLY),      TROUPE_NAMED(BPF_F_STACK_BUILD_ID), TROUPE_NAMED(BPF_F_ZERO_SEED), TROUPE_NAMED(BPF_F_RDONLY_PROG),
    TROUPE_NAMED(BPF_F_WRONLY_PROG), TROUPE_NAMED(BPF_F_CLONE),          TROUPE_NAMED(BPF_F_MMAPABLE),  TROUPE_NAMED(BPF_F_PRESERVE_ELEMS),
    TROUPE_NAMED(BPF_F_INNER_MAP),
};

constexpr NamedConstant bpf_program_flags_rows[] = {
    TROUPE_NAMED(BPF_F_STRICT_ALIGNMENT), TROUPE_NAMED(BPF_F_ANY_ALIGNMENT), TROUPE_NAMED(BPF_F_TEST_RND_HI32),
    TROUPE_NAMED(BPF_F_TEST_STATE_FREQ),  TROUPE_NAMED(BPF_F_SLEEPABLE),     TROUPE_NAMED(BPF_F_XDP_HAS_FRAGS),
};

constexpr NamedConstant bpf_attach_flags_rows[] = {
    TROUPE_NAMED(BPF_F_ALLOW_OVERRIDE),
    TROUPE_NAMED(BPF_F_ALLOW_MULTI),
    TROUPE_NAMED(BPF_F_REPLACE),
};

constexpr NamedConstant bpf_file_flags_rows[] = {
    TROUPE_NAMED(BPF_F_RDONLY),
    TROUPE_NAMED(BPF_F_WRONLY),
};

}  // namespace

constinit const FlagSet bpf_map_flags{"bpf_map_flags", "BPF_F_???", bpf_map_flags_rows};
constinit const FlagSet bpf_program_flags{"bpf_program_flags", "BPF_F_???", bpf_program_flags_rows};
constinit const FlagSet bpf_attach_flags{"bpf_attach_flags", "BPF_F_???", bpf_attach_flags_rows};
constinit const FlagSet bpf_file_flags{"bpf_file_flags", "BPF_F_???", bpf_file_flags_rows};

}  // namespace troupe
