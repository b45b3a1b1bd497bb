#include "core/tables/values/quotas.hpp"

#include <array>

/// Quotas of disk space (linux/quota.h, linux/dqblk_xfs.h).
namespace troupe {

namespace {

constexpr auto quota_commands_rows = std::to_array<NamedConstant>(
    {// Those of the formats before Linux 2.6 (linux/quota.h, dqblk_v1.h, dqblk_v2.h).
     {0x100, "Q_V1_QUOTAON"},   {0x200, "Q_V1_QUOTAOFF"},     {0x300, "Q_V1_GETQUOTA"},   {0x400, "Q_V1_SETQUOTA"},
     {0x500, "Q_V1_SETUSE"},    {0x600, "Q_V1_SYNC"},         {0x700, "Q_SETQLIM"},       {0x800, "Q_V1_GETSTATS"},
     {0x900, "Q_V2_GETINFO"},   {0xa00, "Q_V2_SETINFO"},      {0xb00, "Q_V2_SETGRACE"},   {0xc00, "Q_V2_SETFLAGS"},
     {0xd00, "Q_V2_GETQUOTA"},  {0xe00, "Q_V2_SETQUOTA"},     {0xf00, "Q_V2_SETUSE"},     {0x1000, "Q_V1_RSQUASH"},
     {0x1100, "Q_V2_GETSTATS"}, {0x800001, "Q_SYNC"},         {0x800002, "Q_QUOTAON"},    {0x800003, "Q_QUOTAOFF"},
     {0x800004, "Q_GETFMT"},    {0x800005, "Q_GETINFO"},      {0x800006, "Q_SETINFO"},    {0x800007, "Q_GETQUOTA"},
     {0x800008, "Q_SETQUOTA"},  {0x800009, "Q_GETNEXTQUOTA"}, {0x5801, "Q_XQUOTAON"},     {0x5802, "Q_XQUOTAOFF"},
     {0x5803, "Q_XGETQUOTA"},   {0x5804, "Q_XSETQLIM"},       {0x5805, "Q_XGETQSTAT"},    {0x5806, "Q_XQUOTARM"},
     {0x5807, "Q_XQUOTASYNC"},  {0x5808, "Q_XGETQSTATV"},     {0x5809, "Q_XGETNEXTQUOTA"}});

constexpr auto quota_types_rows = std::to_array<NamedConstant>({{0, "USRQUOTA"}, {1, "GRPQUOTA"}, {2, "PRJQUOTA"}});

constexpr auto quota_formats_rows =
    std::to_array<NamedConstant>({{1, "QFMT_VFS_OLD"}, {2, "QFMT_VFS_V0"}, {3, "QFMT_OCFS2"}, {4, "QFMT_VFS_V1"}, {5, "QFMT_SHMEM"}});

}  // namespace

constinit const ValueSet quota_commands{"quota_commands", "Q_???", quota_commands_rows};
constinit const ValueSet quota_types{"quota_types", "???QUOTA", quota_types_rows};
constinit const ValueSet quota_formats{"quota_formats", "QFMT_VFS_???", quota_formats_rows};

}  // namespace troupe
