#include "core/tables/flags/quotas.hpp"

#include <array>

/// Which fields of a quota are valid (linux/quota.h).
namespace troupe {

namespace {

constexpr auto quota_valid_rows = std::to_array<NamedConstant>(
    {{1, "QIF_BLIMITS"}, {2, "QIF_SPACE"}, {4, "QIF_ILIMITS"}, {8, "QIF_INODES"}, {16, "QIF_BTIME"}, {32, "QIF_ITIME"}});

constexpr auto quota_info_valid_rows = std::to_array<NamedConstant>({{1, "IIF_BGRACE"}, {2, "IIF_IGRACE"}, {4, "IIF_FLAGS"}});

constexpr auto quota_info_flags_rows = std::to_array<NamedConstant>({{1, "DQF_ROOT_SQUASH"}, {1 << 16, "DQF_SYS_FILE"}});

constexpr auto switched_quota_rows = std::to_array<NamedConstant>({{1, "FS_QUOTA_UDQ_ACCT"},
                                                                   {2, "FS_QUOTA_UDQ_ENFD"},
                                                                   {4, "FS_QUOTA_GDQ_ACCT"},
                                                                   {8, "FS_QUOTA_GDQ_ENFD"},
                                                                   {16, "FS_QUOTA_PDQ_ACCT"},
                                                                   {32, "FS_QUOTA_PDQ_ENFD"}});

constexpr auto removed_quota_rows = std::to_array<NamedConstant>({{1, "FS_USER_QUOTA"}, {2, "FS_PROJ_QUOTA"}, {4, "FS_GROUP_QUOTA"}});

}  // namespace

constinit const FlagSet quota_valid{"quota_valid", "QIF_???", quota_valid_rows};
constinit const FlagSet quota_info_valid{"quota_info_valid", "IIF_???", quota_info_valid_rows};
constinit const FlagSet switched_quota_bits{"switched_quota_bits", "FS_QUOTA_???", switched_quota_rows};
constinit const FlagSet removed_quota_bits{"removed_quota_bits", "FS_???_QUOTA", removed_quota_rows};
constinit const FlagSet quota_info_flags{"quota_info_flags", "DQF_???", quota_info_flags_rows};

}  // namespace troupe
