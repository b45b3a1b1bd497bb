/* Requests of btrfs and of the device mapper. */
#define _GNU_SOURCE
#include <linux/btrfs.h>
#include <linux/dm-ioctl.h>
#include <linux/fs.h>

#include "ioctls.h"

static void tell_subvolumes(void) {
    const struct btrfs_ioctl_vol_args named_volume = {5, "name"};
    const struct btrfs_ioctl_vol_args_v2 volume = {.fd = 5, .transid = 6, .flags = BTRFS_SUBVOL_RDONLY, .name = "name"};
    const uint64_t number = 7, flags = BTRFS_SUBVOL_RDONLY;
    TELL_TAKEN(BTRFS_IOC_SNAP_CREATE, named_volume, "{fd=5, name=\"name\"}");
    TELL_TAKEN(BTRFS_IOC_SUBVOL_CREATE, named_volume, "{fd=5, name=\"name\"}");
    TELL_TAKEN(BTRFS_IOC_SNAP_DESTROY, named_volume, "{fd=5, name=\"name\"}");
    TELL_TAKEN(BTRFS_IOC_RESIZE, named_volume, "{fd=5, name=\"name\"}");
    TELL_TAKEN(BTRFS_IOC_ADD_DEV, named_volume, "{fd=5, name=\"name\"}");
    TELL_TAKEN(BTRFS_IOC_RM_DEV, named_volume, "{fd=5, name=\"name\"}");
    TELL_TAKEN(BTRFS_IOC_SCAN_DEV, named_volume, "{fd=5, name=\"name\"}");
    TELL_OBJECT(BTRFS_IOC_SNAP_CREATE_V2, volume, "{fd=5, flags=<0x2:BTRFS_SUBVOL_RDONLY>, name=\"name\"}",
                "{fd=5, flags=<0x2:BTRFS_SUBVOL_RDONLY>, name=\"name\"} => {transid=6}");
    TELL_OBJECT(BTRFS_IOC_SUBVOL_CREATE_V2, volume, "{fd=5, flags=<0x2:BTRFS_SUBVOL_RDONLY>, name=\"name\"}",
                "{fd=5, flags=<0x2:BTRFS_SUBVOL_RDONLY>, name=\"name\"} => {transid=6}");
    TELL_FILLED_AND_TAKEN(BTRFS_IOC_SUBVOL_GETFLAGS, BTRFS_IOC_SUBVOL_SETFLAGS, flags, "<0x2:BTRFS_SUBVOL_RDONLY>");
    TELL_TAKEN(BTRFS_IOC_DEFAULT_SUBVOL, number, "[7]");
    TELL_FILLED_AND_TAKEN(BTRFS_IOC_START_SYNC, BTRFS_IOC_WAIT_SYNC, number, "[7]");
    TELL_ALONE(BTRFS_IOC_SYNC);
    TELL_ALONE(BTRFS_IOC_TRANS_START);
    TELL_ALONE(BTRFS_IOC_SCRUB_CANCEL);
    TELL_NUMBER(BTRFS_IOC_BALANCE_CTL, BTRFS_BALANCE_CTL_CANCEL, "<0x2:BTRFS_BALANCE_CTL_CANCEL>");
}

static void tell_trees(void) {
    const struct btrfs_ioctl_defrag_range_args part = {1, 2, BTRFS_DEFRAG_RANGE_COMPRESS, 4, 5, {0}};
    const struct btrfs_ioctl_fs_info_args about = {.max_id = 1, .num_devices = 2, .nodesize = 3, .sectorsize = 4, .clone_alignment = 5};
    const struct btrfs_ioctl_feature_flags features = {1, 2, 4};
    const struct btrfs_ioctl_ino_lookup_args inode = {1, 2, "name"};
    const struct btrfs_ioctl_quota_ctl_args quota = {BTRFS_QUOTA_CTL_ENABLE, 2};
    const struct btrfs_ioctl_qgroup_create_args group = {1, 2};
    const struct btrfs_ioctl_qgroup_assign_args assigned = {1, 2, 3};
    const struct btrfs_ioctl_quota_rescan_args again = {.flags = 1, .progress = 2};
    const struct btrfs_ioctl_qgroup_limit_args limit = {1, {BTRFS_QGROUP_LIMIT_MAX_RFER, 2, 3, 4, 5}};
    TELL_TAKEN(BTRFS_IOC_DEFRAG_RANGE, part,
               "{start=1, len=2, flags=<0x1:BTRFS_DEFRAG_RANGE_COMPRESS>, extent_thresh=4, compress_type=<0x5:?BTRFS_COMPRESS>}");
    TELL_FILLED(
        BTRFS_IOC_FS_INFO, about,
        "{max_id=1, num_devices=2, fsid=00000000-0000-0000-0000-000000000000, nodesize=3, sectorsize=4, clone_alignment=5, flags=0}");
    TELL_FILLED(BTRFS_IOC_GET_FEATURES, features,
                "{compat_flags=<0x1:?BTRFS_FEATURE_COMPAT>, compat_ro_flags=<0x2:BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID>, "
                "incompat_flags=<0x4:BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS>}");
    TELL_TAKEN(BTRFS_IOC_QUOTA_CTL, quota, "{cmd=<0x1:BTRFS_QUOTA_CTL_ENABLE>}");
    TELL_TAKEN(BTRFS_IOC_QGROUP_CREATE, group, "{create=1, qgroupid=2}");
    TELL_TAKEN(BTRFS_IOC_QGROUP_ASSIGN, assigned, "{assign=1, src=2, dst=3}");
    TELL_OBJECT(BTRFS_IOC_QGROUP_LIMIT, limit, NULL,
                "{qgroupid=1, lim={flags=<0x1:BTRFS_QGROUP_LIMIT_MAX_RFER>, max_rfer=2, max_excl=3, rsv_rfer=4, rsv_excl=5}}");
    TELL_TAKEN(BTRFS_IOC_QUOTA_RESCAN, again, "{flags=1}");
    TELL_ALONE(BTRFS_IOC_QUOTA_RESCAN_WAIT);
    TELL_WHOLE(BTRFS_IOC_INO_LOOKUP, inode, "{treeid=<#1:BTRFS_ROOT_TREE_OBJECTID>, objectid=<#2:BTRFS_EXTENT_TREE_OBJECTID>}",
               "{treeid=<#1:BTRFS_ROOT_TREE_OBJECTID>, objectid=<#2:BTRFS_EXTENT_TREE_OBJECTID>} => {name=\"name\"}");
}

static void tell_maps(void) {
    const struct dm_ioctl map = {.version = {4, 1, 2},
                                 .data_size = sizeof(map),
                                 .data_start = sizeof(map),
                                 .flags = DM_READONLY_FLAG,
                                 .open_count = 3,
                                 .event_nr = 4,
                                 .name = "name",
                                 .uuid = "uuid"};
    const struct dm_ioctl other = {.version = {5, 1, 2}, .data_size = sizeof(map)};
    const struct dm_ioctl small = {.version = {4, 1, 2}, .data_size = 5};
    TELL_WHOLE(DM_VERSION, map, "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}]",
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}] => [{version=[4, 1, 2], "
               "data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(DM_REMOVE_ALL, map, "[{version=[4, 1, 2], data_size=312, flags=<0x1:DM_READONLY_FLAG>}]",
               "[{version=[4, 1, 2], data_size=312, flags=<0x1:DM_READONLY_FLAG>}] => [{version=[4, 1, 2], data_size=312, "
               "flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(DM_DEV_CREATE, map, "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}]",
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}] => [{version=[4, 1, 2], "
               "data_size=312, name=\"name\", uuid=\"uuid\", target_count=0, open_count=3, event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(DM_DEV_REMOVE, map,
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]",
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", event_nr=4, flags=<0x1:DM_READONLY_FLAG>}] => "
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(
        DM_DEV_SUSPEND, map, "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]",
        "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", event_nr=4, flags=<0x1:DM_READONLY_FLAG>}] => [{version=[4, 1, "
        "2], data_size=312, name=\"name\", uuid=\"uuid\", target_count=0, open_count=3, event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(DM_DEV_STATUS, map, "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}]",
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}] => [{version=[4, 1, 2], "
               "data_size=312, name=\"name\", uuid=\"uuid\", target_count=0, open_count=3, event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(
        DM_DEV_WAIT, map,
        "[{version=[4, 1, 2], data_size=312, data_start=312, name=\"name\", uuid=\"uuid\", event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]",
        "[{version=[4, 1, 2], data_size=312, data_start=312, name=\"name\", uuid=\"uuid\", event_nr=4, flags=<0x1:DM_READONLY_FLAG>}] => "
        "[{version=[4, 1, 2], data_size=312, data_start=312, name=\"name\", uuid=\"uuid\", target_count=0, open_count=3, event_nr=4, "
        "flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(DM_TABLE_CLEAR, map, "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}]",
               "[{version=[4, 1, 2], data_size=312, name=\"name\", uuid=\"uuid\", flags=<0x1:DM_READONLY_FLAG>}] => [{version=[4, 1, 2], "
               "data_size=312, name=\"name\", uuid=\"uuid\", target_count=0, open_count=3, event_nr=4, flags=<0x1:DM_READONLY_FLAG>}]");
    TELL_WHOLE(DM_DEV_STATUS, other, "[{version=[5, 1, 2] /* unsupported device mapper ABI version */}]",
               "[{version=[5, 1, 2] /* unsupported device mapper ABI version */}] => [{version=[5, 1, 2] /* unsupported device mapper ABI "
               "version */}]");
    TELL_WHOLE(DM_DEV_STATUS, small, NULL, pointer(PUT(1, small)));
}

static void tell_calls(void) {
    tell_subvolumes();
    tell_trees();
    tell_maps();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
