#include "core/tables/flags/memory_nodes.hpp"

#include <array>

/// From which nodes memory comes (linux/mempolicy.h).
namespace troupe {

namespace {

constexpr auto memory_policies_rows = std::to_array<NamedConstant>({{0, "MPOL_DEFAULT"},
                                                                    {1, "MPOL_PREFERRED"},
                                                                    {2, "MPOL_BIND"},
                                                                    {3, "MPOL_INTERLEAVE"},
                                                                    {4, "MPOL_LOCAL"},
                                                                    {5, "MPOL_PREFERRED_MANY"},
                                                                    {6, "MPOL_WEIGHTED_INTERLEAVE"}});

constexpr auto memory_policy_flags_rows =
    std::to_array<NamedConstant>({{0x8000, "MPOL_F_STATIC_NODES"}, {0x4000, "MPOL_F_RELATIVE_NODES"}, {0x2000, "MPOL_F_NUMA_BALANCING"}});

constexpr auto bind_flags_rows = std::to_array<NamedConstant>({{1, "MPOL_MF_STRICT"}, {2, "MPOL_MF_MOVE"}, {4, "MPOL_MF_MOVE_ALL"}});

constexpr auto move_flags_rows = std::to_array<NamedConstant>({{2, "MPOL_MF_MOVE"}, {4, "MPOL_MF_MOVE_ALL"}});

constexpr auto policy_questions_rows = std::to_array<NamedConstant>({{1, "MPOL_F_NODE"}, {2, "MPOL_F_ADDR"}, {4, "MPOL_F_MEMS_ALLOWED"}});

constinit const ValueSet policies_of_memory{"policies_of_memory", "", memory_policies_rows};
constexpr std::uint64_t policy_bits = 0xe000;

}  // namespace

constinit const ValueSet memory_policies{"memory_policies", "MPOL_???", memory_policies_rows};
constinit const FlagSet memory_policy{.name = "memory_policy",
                                      .unknown = "MPOL_???",
                                      .rows = memory_policy_flags_rows,
                                      .value_mask = ~policy_bits,
                                      .values = &policies_of_memory};
constinit const FlagSet long_memory_policy{.name = "long_memory_policy",
                                           .unknown = "MPOL_???",
                                           .rows = memory_policy_flags_rows,
                                           .value_mask = ~policy_bits,
                                           .values = &policies_of_memory,
                                           .is_long = true};
constinit const FlagSet bind_flags{"bind_flags", "MPOL_???", bind_flags_rows};
constinit const FlagSet move_flags{"move_flags", "MPOL_???", move_flags_rows};
constinit const FlagSet policy_questions{.name = "policy_questions", .unknown = "MPOL_???", .rows = policy_questions_rows, .is_long = true};

}  // namespace troupe
