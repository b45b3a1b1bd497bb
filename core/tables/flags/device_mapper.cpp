#include "core/tables/flags/device_mapper.hpp"

#include <linux/dm-ioctl.h>

#include "core/tables/named_constant.hpp"

namespace troupe {

namespace {

constexpr NamedConstant flag_rows[] = {
    TROUPE_NAMED(DM_READONLY_FLAG),         TROUPE_NAMED(DM_SUSPEND_FLAG),      {1 << 2, "DM_EXISTS_FLAG"},
    TROUPE_NAMED(DM_PERSISTENT_DEV_FLAG),   TROUPE_NAMED(DM_STATUS_TABLE_FLAG), TROUPE_NAMED(DM_ACTIVE_PRESENT_FLAG),
    TROUPE_NAMED(DM_INACTIVE_PRESENT_FLAG), TROUPE_NAMED(DM_BUFFER_FULL_FLAG),  TROUPE_NAMED(DM_SKIP_BDGET_FLAG),
    TROUPE_NAMED(DM_SKIP_LOCKFS_FLAG),      TROUPE_NAMED(DM_NOFLUSH_FLAG),      TROUPE_NAMED(DM_QUERY_INACTIVE_TABLE_FLAG),
    TROUPE_NAMED(DM_UEVENT_GENERATED_FLAG), TROUPE_NAMED(DM_UUID_FLAG),         TROUPE_NAMED(DM_SECURE_DATA_FLAG),
    TROUPE_NAMED(DM_DATA_OUT_FLAG),         TROUPE_NAMED(DM_DEFERRED_REMOVE),   TROUPE_NAMED(DM_INTERNAL_SUSPEND_FLAG),
    TROUPE_NAMED(DM_IMA_MEASUREMENT_FLAG),
};

}  // namespace

constinit const FlagSet device_mapper_flags{"device_mapper_flags", "DM_???", flag_rows};

}  // namespace troupe
