#include "core/tables/ioctls/argument_words.hpp"

// Volumes of btrfs (linux/btrfs.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant control_rows[] = {{1, "BTRFS_BALANCE_CTL_PAUSE"}, {2, "BTRFS_BALANCE_CTL_CANCEL"}};
constexpr NamedConstant volume_flag_rows[] = {{1, "BTRFS_SUBVOL_CREATE_ASYNC"},
                                              {2, "BTRFS_SUBVOL_RDONLY"},
                                              {4, "BTRFS_SUBVOL_QGROUP_INHERIT"},
                                              {8, "BTRFS_DEVICE_SPEC_BY_ID"},
                                              {16, "BTRFS_SUBVOL_SPEC_BY_ID"}};
constexpr NamedConstant defrag_rows[] = {{1, "BTRFS_DEFRAG_RANGE_COMPRESS"}, {2, "BTRFS_DEFRAG_RANGE_START_IO"}};
constexpr NamedConstant compression_rows[] = {
    {0, "BTRFS_COMPRESS_NONE"}, {1, "BTRFS_COMPRESS_ZLIB"}, {2, "BTRFS_COMPRESS_LZO"}, {3, "BTRFS_COMPRESS_ZSTD"}};
constexpr NamedConstant limit_rows[] = {{1, "BTRFS_QGROUP_LIMIT_MAX_RFER"},   {2, "BTRFS_QGROUP_LIMIT_MAX_EXCL"},
                                        {4, "BTRFS_QGROUP_LIMIT_RSV_RFER"},   {8, "BTRFS_QGROUP_LIMIT_RSV_EXCL"},
                                        {16, "BTRFS_QGROUP_LIMIT_RFER_CMPR"}, {32, "BTRFS_QGROUP_LIMIT_EXCL_CMPR"}};
constexpr NamedConstant send_rows[] = {{1, "BTRFS_SEND_FLAG_NO_FILE_DATA"},
                                       {2, "BTRFS_SEND_FLAG_OMIT_STREAM_HEADER"},
                                       {4, "BTRFS_SEND_FLAG_OMIT_END_CMD"},
                                       {8, "BTRFS_SEND_FLAG_VERSION"},
                                       {16, "BTRFS_SEND_FLAG_COMPRESSED"}};
constexpr NamedConstant quota_rows[] = {{1, "BTRFS_QUOTA_CTL_ENABLE"}, {2, "BTRFS_QUOTA_CTL_DISABLE"}};
constexpr ValueSet controls{"volume_balance_controls", "BTRFS_BALANCE_CTL_???", control_rows, true, true},
    compressions{"volume_compressions", "BTRFS_COMPRESS_???", compression_rows}, quotas{"volume_quotas", "BTRFS_QUOTA_CTL_???", quota_rows};
constexpr FlagSet volume_flags{.name = "volume_flags", .unknown = "BTRFS_SUBVOL_???", .rows = volume_flag_rows, .is_long = true},
    defrags{"volume_defragmentation", "BTRFS_DEFRAG_RANGE_???", defrag_rows}, limits{"volume_limits", "BTRFS_QGROUP_LIMIT_???", limit_rows},
    sends{"volume_sending", "BTRFS_SEND_???", send_rows};

constexpr std::array named_fields{Field{"fd", s64, kind::fd}, name_of("name", 4088)};
constexpr StructLayout named_layout = layout_of<named_fields>("btrfs_ioctl_vol_args");
constexpr std::array defrag_fields{Field{"start", u64, kind::unsigned_64},
                                   Field{"len", u64, kind::unsigned_64},
                                   Field{"flags", u64, kind::flags(defrags)},
                                   Field{"extent_thresh", u32, kind::unsigned_64},
                                   Field{"compress_type", u32, kind::value(compressions)},
                                   padding(u32, 4)};
constexpr StructLayout defrag_layout = layout_of<defrag_fields>("btrfs_ioctl_defrag_range_args");
constexpr std::array create_fields{Field{"create", u64, kind::unsigned_64}, Field{"qgroupid", u64, kind::unsigned_64}};
constexpr std::array assign_fields{Field{"assign", u64, kind::unsigned_64}, Field{"src", u64, kind::unsigned_64},
                                   Field{"dst", u64, kind::unsigned_64}};
constexpr std::array limit_fields{Field{"flags", u64, kind::flags(limits)}, Field{"max_rfer", u64, kind::unsigned_64},
                                  Field{"max_excl", u64, kind::unsigned_64}, Field{"rsv_rfer", u64, kind::unsigned_64},
                                  Field{"rsv_excl", u64, kind::unsigned_64}};
constexpr StructLayout create_layout = layout_of<create_fields>("btrfs_ioctl_qgroup_create_args"),
                       assign_layout = layout_of<assign_fields>("btrfs_ioctl_qgroup_assign_args"),
                       limit_layout = layout_of<limit_fields>("btrfs_qgroup_limit");
constexpr std::array limited_fields{Field{"qgroupid", u64, kind::unsigned_64}, Field{"lim", nested, kind::structure(limit_layout)}};
constexpr StructLayout limited_layout = layout_of<limited_fields>("btrfs_ioctl_qgroup_limit_args");
constexpr std::array quota_fields{Field{"cmd", u64, kind::value(quotas)}, Field{"status", u64, kind::hex, 1, Form::hidden}};
constexpr std::array rescan_fields{Field{"flags", u64, kind::unsigned_64}, padding(u64, 7)};
constexpr std::array progress_fields{Field{"flags", u64, kind::unsigned_64}, Field{"progress", u64, kind::unsigned_64}, padding(u64, 6)};
constexpr StructLayout quota_layout = layout_of<quota_fields>("btrfs_ioctl_quota_ctl_args"),
                       rescan_layout = layout_of<rescan_fields>("btrfs_ioctl_quota_rescan_args"),
                       progress_layout = layout_of<progress_fields>("btrfs_ioctl_quota_rescan_args");
constexpr std::array send_fields{Field{"send_fd", s64, kind::fd},
                                 Field{"clone_sources_count", u64, kind::unsigned_64},
                                 Field{"clone_sources", pointer, kind::array(u64_element, length::sibling("clone_sources_count"))},
                                 Field{"parent_root", u64, kind::unsigned_64},
                                 Field{"flags", u64, kind::flags(sends)},
                                 padding(u64, 4)};
constexpr StructLayout send_layout = layout_of<send_fields>("btrfs_ioctl_send_args");

constexpr std::array volume_flag_fields{Field{"", u64, kind::flags(volume_flags)}};
constexpr StructLayout volume_flag_layout = bare_layout<volume_flag_fields>();
constexpr NamedConstant checksum_rows[] = {
    {0, "BTRFS_CSUM_TYPE_CRC32"}, {1, "BTRFS_CSUM_TYPE_XXHASH"}, {2, "BTRFS_CSUM_TYPE_SHA256"}, {3, "BTRFS_CSUM_TYPE_BLAKE2"}};
constexpr NamedConstant system_rows[] = {
    {1, "BTRFS_FS_INFO_FLAG_CSUM_INFO"}, {2, "BTRFS_FS_INFO_FLAG_GENERATION"}, {4, "BTRFS_FS_INFO_FLAG_METADATA_UUID"}};
constexpr ValueSet checksums{"volume_checksums", "BTRFS_CSUM_TYPE_???", checksum_rows};
constexpr FlagSet system_flags{"volume_system_flags", "BTRFS_FS_INFO_FLAG_???", system_rows};
constexpr std::array system_fields{Field{"max_id", u64, kind::unsigned_64},
                                   Field{"num_devices", u64, kind::unsigned_64},
                                   Field{"fsid", u8, kind::hex, 16, Form::uuid},
                                   Field{"nodesize", u32, kind::unsigned_64},
                                   Field{"sectorsize", u32, kind::unsigned_64},
                                   Field{"clone_alignment", u32, kind::unsigned_64},
                                   shown(when::has_any("flags", 1), Field{"csum_type", u16, kind::value(checksums)}),
                                   shown(when::has_any("flags", 1), Field{"csum_size", u16, kind::unsigned_64}),
                                   Field{"flags", u64, kind::flags(system_flags)},
                                   shown(when::has_any("flags", 2), Field{"generation", u64, kind::unsigned_64}),
                                   shown(when::has_any("flags", 4), Field{"metadata_uuid", u8, kind::hex, 16, Form::uuid}),
                                   padding(u8, 944)};
constexpr std::array disk_fields{Field{"devid", u64, kind::device},
                                 Field{"uuid", u8, kind::hex, 16, Form::uuid},
                                 Field{"bytes_used", u64, kind::unsigned_64},
                                 Field{"total_bytes", u64, kind::unsigned_64},
                                 padding(u64, 379),
                                 name_of("path", 1024)};
constexpr std::array lookup_fields{Field{"treeid", u64, kind::unsigned_64}, Field{"objectid", u64, kind::unsigned_64},
                                   name_of("name", 4080)};
constexpr std::string_view disk_asked[] = {"devid", "uuid"}, disk_told[] = {"uuid", "bytes_used", "total_bytes", "path"},
                           lookup_asked[] = {"treeid", "objectid"}, lookup_told[] = {"name"};
constexpr StructLayout system_layout = layout_of<system_fields>("btrfs_ioctl_fs_info_args"),
                       disk_answer_layout =
                           layout_of<disk_fields>("btrfs_ioctl_dev_info_args", StructShape::plain, View{disk_told, {}, {}}),
                       lookup_answer_layout =
                           layout_of<lookup_fields>("btrfs_ioctl_ino_lookup_args", StructShape::plain, View{lookup_told, {}, {}});
constexpr StructLayout disk_layout =
    answered_by(disk_answer_layout, layout_of<disk_fields>("btrfs_ioctl_dev_info_args", StructShape::plain, View{disk_asked, {}, {}}));
constexpr StructLayout lookup_layout = answered_by(
    lookup_answer_layout, layout_of<lookup_fields>("btrfs_ioctl_ino_lookup_args", StructShape::plain, View{lookup_asked, {}, {}}));

constexpr IoctlArgument rows[] = {
    takes(kind::structure(named_layout),
          "BTRFS_IOC_SNAP_CREATE BTRFS_IOC_RESIZE BTRFS_IOC_SCAN_DEV BTRFS_IOC_FORGET_DEV BTRFS_IOC_ADD_DEV "
          "BTRFS_IOC_RM_DEV BTRFS_IOC_SUBVOL_CREATE BTRFS_IOC_SNAP_DESTROY BTRFS_IOC_DEVICES_READY"),
    takes(kind::structure(defrag_layout), "BTRFS_IOC_DEFRAG_RANGE"),
    takes(kind::structure(create_layout), "BTRFS_IOC_QGROUP_CREATE"),
    takes(kind::structure(assign_layout), "BTRFS_IOC_QGROUP_ASSIGN"),
    takes(kind::structure(limited_layout), "BTRFS_IOC_QGROUP_LIMIT"),
    takes(kind::structure(quota_layout), "BTRFS_IOC_QUOTA_CTL"),
    takes(kind::structure(rescan_layout), "BTRFS_IOC_QUOTA_RESCAN"),
    answers(kind::structure(progress_layout), "BTRFS_IOC_QUOTA_RESCAN_STATUS"),
    takes(kind::structure(send_layout), "BTRFS_IOC_SEND"),
    takes(pointed_u64, "BTRFS_IOC_DEFAULT_SUBVOL BTRFS_IOC_WAIT_SYNC"),
    answers(pointed_u64, "BTRFS_IOC_START_SYNC"),
    takes(kind::value(controls), "BTRFS_IOC_BALANCE_CTL"),
    takes(kind::structure(volume_flag_layout), "BTRFS_IOC_SUBVOL_SETFLAGS"),
    answers(kind::structure(volume_flag_layout), "BTRFS_IOC_SUBVOL_GETFLAGS"),
    answers(kind::structure(system_layout), "BTRFS_IOC_FS_INFO"),
    changes(kind::structure(disk_layout), "BTRFS_IOC_DEV_INFO"),
    changes(kind::structure(lookup_layout), "BTRFS_IOC_INO_LOOKUP"),
    alone("BTRFS_IOC_TRANS_START BTRFS_IOC_TRANS_END BTRFS_IOC_SYNC BTRFS_IOC_SCRUB_CANCEL BTRFS_IOC_QUOTA_RESCAN_WAIT BTRFS_IOC_DEFRAG "
          "BTRFS_IOC_BALANCE"),
    // What stands behind these pointers is not shown.
    takes(kind::pointer,
          "BTRFS_IOC_SET_FEATURES BTRFS_IOC_SNAP_CREATE_V2 BTRFS_IOC_SUBVOL_CREATE_V2 BTRFS_IOC_GET_FEATURES "
          "BTRFS_IOC_GET_SUPPORTED_FEATURES BTRFS_IOC_BALANCE_PROGRESS BTRFS_IOC_SPACE_INFO BTRFS_IOC_INO_PATHS "
          "BTRFS_IOC_LOGICAL_INO BTRFS_IOC_TREE_SEARCH_V2 BTRFS_IOC_SET_RECEIVED_SUBVOL BTRFS_IOC_SCRUB "
          "BTRFS_IOC_SCRUB_PROGRESS BTRFS_IOC_BALANCE_V2 BTRFS_IOC_GET_DEV_STATS BTRFS_IOC_DEV_REPLACE "
          "BTRFS_IOC_TREE_SEARCH"),
};

}  // namespace

constinit const Rows volume_rows = rows;

}  // namespace troupe::ioctls
