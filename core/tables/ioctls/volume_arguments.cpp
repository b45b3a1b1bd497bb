#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/ioctls/volume_sets.hpp"

// Volumes of btrfs (linux/btrfs.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant control_rows[] = {{1, "BTRFS_BALANCE_CTL_PAUSE"}, {2, "BTRFS_BALANCE_CTL_CANCEL"}};
constexpr NamedConstant volume_flag_rows[] = {
    {1, "BTRFS_SUBVOL_CREATE_ASYNC"}, {2, "BTRFS_SUBVOL_RDONLY"}, {4, "BTRFS_SUBVOL_QGROUP_INHERIT"}};
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
constexpr NamedConstant quota_rows[] = {
    {1, "BTRFS_QUOTA_CTL_ENABLE"}, {2, "BTRFS_QUOTA_CTL_DISABLE"}, {3, "BTRFS_QUOTA_CTL_RESCAN__NOTUSED"}};
constexpr ValueSet controls{"volume_balance_controls", "BTRFS_BALANCE_CTL_???", control_rows, true},
    compressions{"volume_compressions", "BTRFS_COMPRESS_???", compression_rows}, quotas{"volume_quotas", "BTRFS_QUOTA_CTL_???", quota_rows};
constexpr FlagSet volume_flags{.name = "volume_flags", .unknown = "BTRFS_SUBVOL_???", .rows = volume_flag_rows, .is_long = true},
    defrags{"volume_defragmentation", "BTRFS_DEFRAG_RANGE_???", defrag_rows}, limits{"volume_limits", "BTRFS_QGROUP_LIMIT_???", limit_rows},
    sends{"volume_sending", "BTRFS_SEND_FLAGS_???", send_rows};

constexpr std::array named_fields{Field{"fd", s64, kind::fd}, name_of("name", 4088)};
constexpr StructLayout named_layout = layout_of<named_fields>("btrfs_ioctl_vol_args");
constexpr std::array defrag_fields{Field{"start", u64, kind::unsigned_64},
                                   Field{"len", u64, number_or_most},
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
constexpr std::array progress_fields{Field{"flags", u64, kind::unsigned_64}, Field{"progress", u64, object}, padding(u64, 6)};
constexpr StructLayout quota_layout = layout_of<quota_fields>("btrfs_ioctl_quota_ctl_args"),
                       rescan_layout = layout_of<rescan_fields>("btrfs_ioctl_quota_rescan_args"),
                       progress_layout = layout_of<progress_fields>("btrfs_ioctl_quota_rescan_args");
constexpr std::array send_fields{Field{"send_fd", s64, kind::fd},
                                 Field{"clone_sources_count", u64, kind::unsigned_64},
                                 Field{"clone_sources", pointer, kind::array(u64_element, length::sibling("clone_sources_count"))},
                                 Field{"parent_root", u64, object},
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
                                 shown(when::is_set("uuid"), Field{"uuid", u8, kind::hex, 16, Form::uuid}),
                                 Field{"bytes_used", u64, kind::unsigned_64},
                                 Field{"total_bytes", u64, kind::unsigned_64},
                                 padding(u64, 379),
                                 name_of("path", 1024)};
constexpr std::array lookup_fields{Field{"treeid", u64, object}, Field{"objectid", u64, object}, name_of("name", 4080)};
constexpr std::array looked_up_fields{shown(when::is("treeid", 0), Field{"treeid", u64, object}), padding(u64), name_of("name", 4080)};
constexpr std::string_view disk_asked[] = {"devid", "uuid"}, disk_told[] = {"uuid", "bytes_used", "total_bytes", "path"},
                           lookup_asked[] = {"treeid", "objectid"};
constexpr StructLayout system_layout = layout_of<system_fields>("btrfs_ioctl_fs_info_args"),
                       disk_answer_layout =
                           layout_of<disk_fields>("btrfs_ioctl_dev_info_args", StructShape::plain, View{disk_told, {}, {}}),
                       lookup_answer_layout = layout_of<looked_up_fields>("btrfs_ioctl_ino_lookup_args");
constexpr StructLayout disk_layout =
    answered_by(disk_answer_layout, layout_of<disk_fields>("btrfs_ioctl_dev_info_args", StructShape::plain, View{disk_asked, {}, {}}));
constexpr StructLayout lookup_layout = answered_by(
    lookup_answer_layout, layout_of<lookup_fields>("btrfs_ioctl_ino_lookup_args", StructShape::plain, View{lookup_asked, {}, {}}));

// A volume that is made from another: its quotas are a list behind an address, which is not shown.
constexpr std::array made_fields{Field{"fd", s64, kind::fd},
                                 Field{"transid", u64, kind::unsigned_64, 1, Form::hidden},
                                 Field{"flags", u64, kind::flags(volume_flags)},
                                 shown(when::has_any("flags", 4), Field{"size", u64, kind::unsigned_64}),
                                 shown(when::has_any("flags", 4), Field{"qgroup_inherit", u64, kind::pointer}),
                                 padding(u64, 2),
                                 name_of("name", 4040)};
constexpr std::array told_made_fields{padding(u64), Field{"transid", u64, kind::unsigned_64}};
constexpr StructLayout told_made_layout = layout_of<told_made_fields>("btrfs_ioctl_vol_args_v2");
constexpr StructLayout made_layout = answered_by(told_made_layout, layout_of<made_fields>("btrfs_ioctl_vol_args_v2"));

constexpr std::array time_fields{Field{"sec", u64, kind::unsigned_64}, Field{"nsec", u32, kind::unsigned_64}};
constexpr StructLayout time_layout = layout_of<time_fields>("btrfs_ioctl_timespec");
constexpr std::array received_fields{Field{"uuid", u8, kind::hex, 16, Form::uuid},
                                     Field{"stransid", u64, kind::unsigned_64},
                                     Field{"rtransid", u64, kind::unsigned_64},
                                     Field{"stime", nested, kind::structure(time_layout), 1, Form::dated},
                                     Field{"rtime", nested, kind::structure(time_layout), 1, Form::dated},
                                     Field{"flags", u64, kind::unsigned_64},
                                     padding(u64, 16)};
constexpr std::string_view received_given[] = {"uuid", "stransid", "stime", "flags"}, received_told[] = {"rtransid", "rtime"};
constexpr StructLayout told_received_layout =
    layout_of<received_fields>("btrfs_ioctl_received_subvol_args", StructShape::plain, View{received_told, {}, {}});
constexpr StructLayout received_layout = answered_by(
    told_received_layout, layout_of<received_fields>("btrfs_ioctl_received_subvol_args", StructShape::plain, View{received_given, {}, {}}));

constexpr NamedConstant scrub_rows[] = {{1, "BTRFS_SCRUB_READONLY"}};
constexpr FlagSet scrubs{"volume_scrubs", "BTRFS_SCRUB_???", scrub_rows};
constexpr Field counter(std::string_view name) { return Field{name, u64, kind::unsigned_64}; }
constexpr std::array scrubbed_fields{
    counter("data_extents_scrubbed"), counter("tree_extents_scrubbed"), counter("data_bytes_scrubbed"), counter("tree_bytes_scrubbed"),
    counter("read_errors"),           counter("csum_errors"),           counter("verify_errors"),       counter("no_csum"),
    counter("csum_discards"),         counter("super_errors"),          counter("malloc_errors"),       counter("uncorrectable_errors"),
    counter("corrected_errors"),      counter("last_physical"),         counter("unverified_errors")};
constexpr StructLayout scrubbed_layout = layout_of<scrubbed_fields>("btrfs_scrub_progress");
constexpr std::array scrub_fields{Field{"devid", u64, kind::device},
                                  Field{"start", u64, kind::unsigned_64},
                                  Field{"end", u64, number_or_most},
                                  Field{"flags", u64, kind::flags(scrubs)},
                                  Field{"progress", nested, kind::structure(scrubbed_layout)},
                                  padding(u64, 109)};
constexpr std::string_view scrub_given[] = {"devid", "start", "end", "flags"}, scrub_asked[] = {"devid"}, scrub_told[] = {"progress"};
constexpr StructLayout told_scrub_layout = layout_of<scrub_fields>("btrfs_ioctl_scrub_args", StructShape::plain, View{scrub_told, {}, {}});
constexpr StructLayout scrub_layout = answered_by(told_scrub_layout, layout_of<scrub_fields>("btrfs_ioctl_scrub_args", StructShape::plain,
                                                                                             View{scrub_given, {}, {}})),
                       scrub_progress_layout =
                           answered_by(told_scrub_layout,
                                       layout_of<scrub_fields>("btrfs_ioctl_scrub_args", StructShape::plain, View{scrub_asked, {}, {}}));

constexpr NamedConstant balance_rows[] = {{1, "BTRFS_BALANCE_DATA"},
                                          {2, "BTRFS_BALANCE_SYSTEM"},
                                          {4, "BTRFS_BALANCE_METADATA"},
                                          {8, "BTRFS_BALANCE_FORCE"},
                                          {16, "BTRFS_BALANCE_RESUME"}};
constexpr NamedConstant balance_state_rows[] = {
    {1, "BTRFS_BALANCE_STATE_RUNNING"}, {2, "BTRFS_BALANCE_STATE_PAUSE_REQ"}, {4, "BTRFS_BALANCE_STATE_CANCEL_REQ"}};
constexpr NamedConstant balance_argument_rows[] = {
    {1, "BTRFS_BALANCE_ARGS_PROFILES"},     {2, "BTRFS_BALANCE_ARGS_USAGE"},           {4, "BTRFS_BALANCE_ARGS_DEVID"},
    {8, "BTRFS_BALANCE_ARGS_DRANGE"},       {16, "BTRFS_BALANCE_ARGS_VRANGE"},         {32, "BTRFS_BALANCE_ARGS_LIMIT"},
    {64, "BTRFS_BALANCE_ARGS_LIMIT_RANGE"}, {128, "BTRFS_BALANCE_ARGS_STRIPES_RANGE"}, {256, "BTRFS_BALANCE_ARGS_CONVERT"},
    {512, "BTRFS_BALANCE_ARGS_SOFT"},       {1024, "BTRFS_BALANCE_ARGS_USAGE_RANGE"}};
constexpr FlagSet balances{"volume_balances", "BTRFS_BALANCE_???", balance_rows},
    balance_states{"volume_balance_states", "BTRFS_BALANCE_STATE_???", balance_state_rows},
    balance_arguments{"volume_balance_arguments", "BTRFS_BALANCE_ARGS_???", balance_argument_rows};
constexpr std::array balanced_fields{Field{"profiles", u64, kind::flags(volume_profiles)},
                                     Field{"usage", u64, number_or_most},
                                     Field{"devid", u64, kind::device},
                                     Field{"pstart", u64, number_or_most},
                                     Field{"pend", u64, number_or_most},
                                     Field{"vstart", u64, number_or_most},
                                     Field{"vend", u64, number_or_most},
                                     Field{"target", u64, number_or_most},
                                     Field{"flags", u64, kind::flags(balance_arguments)},
                                     padding(u64, 8)};
constexpr StructLayout balanced_layout = layout_of<balanced_fields, true>("btrfs_balance_args");
constexpr Field balanced(std::string_view name, std::uint64_t flag) {
    return shown(when::has_any("flags", flag), Field{name, nested, kind::structure(balanced_layout)});
}
constexpr Field balance_flags{"flags", u64, kind::flags(balances)};
constexpr std::array balance_fields{balance_flags,       Field{"state", u64, kind::flags(balance_states)},
                                    balanced("data", 1), balanced("meta", 4),
                                    balanced("sys", 2),  padding(u64, 75)};
constexpr std::string_view balance_given[] = {"flags", "data", "meta", "sys"};
constexpr StructLayout told_balance_layout = layout_of<balance_fields>("btrfs_ioctl_balance_args");
constexpr StructLayout balance_layout = answered_by(
    told_balance_layout, layout_of<balance_fields>("btrfs_ioctl_balance_args", StructShape::plain, View{balance_given, {}, {}}));

constexpr NamedConstant replacement_rows[] = {
    {0, "BTRFS_IOCTL_DEV_REPLACE_CMD_START"}, {1, "BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS"}, {2, "BTRFS_IOCTL_DEV_REPLACE_CMD_CANCEL"}};
constexpr NamedConstant replaced_rows[] = {{0, "BTRFS_IOCTL_DEV_REPLACE_RESULT_NO_ERROR"},
                                           {1, "BTRFS_IOCTL_DEV_REPLACE_RESULT_NOT_STARTED"},
                                           {2, "BTRFS_IOCTL_DEV_REPLACE_RESULT_ALREADY_STARTED"},
                                           {3, "BTRFS_IOCTL_DEV_REPLACE_RESULT_SCRUB_INPROGRESS"}};
constexpr NamedConstant reading_rows[] = {{0, "BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_ALWAYS"},
                                          {1, "BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_AVOID"}};
constexpr ValueSet replacements{"volume_replacements", "BTRFS_IOCTL_DEV_REPLACE_CMD_???", replacement_rows, true, true},
    replaced{"volume_replacement_results", "BTRFS_IOCTL_DEV_REPLACE_RESULT_???", replaced_rows, true, true},
    readings{"volume_replacement_readings", "BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_???", reading_rows, true, true};
constexpr std::array replacing_fields{Field{"srcdevid", u64, kind::device},
                                      Field{"cont_reading_from_srcdev_mode", u64, kind::value(readings)}, name_of("srcdev_name", 1025),
                                      name_of("tgtdev_name", 1025)};
constexpr StructLayout replacing_layout = layout_of<replacing_fields>("start");
constexpr std::array replacement_fields{
    Field{"cmd", u64, kind::value(replacements)}, Field{"result", u64, kind::value(replaced), 1, Form::hidden},
    shown(when::is("cmd", 0), Field{"start", nested, kind::structure(replacing_layout)}), padding(u64, 64)};
constexpr std::array replaced_fields{padding(u64), Field{"result", u64, kind::value(replaced)}};
constexpr StructLayout replaced_layout = layout_of<replaced_fields>("btrfs_ioctl_dev_replace_args");
constexpr StructLayout replacement_layout = answered_by(replaced_layout, layout_of<replacement_fields>("btrfs_ioctl_dev_replace_args"));

constexpr IoctlArgument rows[] = {
    takes(kind::structure(named_layout),
          "BTRFS_IOC_SNAP_CREATE BTRFS_IOC_RESIZE BTRFS_IOC_SCAN_DEV BTRFS_IOC_FORGET_DEV BTRFS_IOC_ADD_DEV "
          "BTRFS_IOC_RM_DEV BTRFS_IOC_SUBVOL_CREATE BTRFS_IOC_SNAP_DESTROY BTRFS_IOC_DEVICES_READY"),
    takes(kind::structure(defrag_layout), "BTRFS_IOC_DEFRAG_RANGE"),
    takes(kind::structure(create_layout), "BTRFS_IOC_QGROUP_CREATE"),
    takes(kind::structure(assign_layout), "BTRFS_IOC_QGROUP_ASSIGN"),
    answers(kind::structure(limited_layout), "BTRFS_IOC_QGROUP_LIMIT"),
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
    changes(kind::structure(made_layout), "BTRFS_IOC_SNAP_CREATE_V2 BTRFS_IOC_SUBVOL_CREATE_V2"),
    changes(kind::structure(received_layout), "BTRFS_IOC_SET_RECEIVED_SUBVOL"),
    changes(kind::structure(scrub_layout), "BTRFS_IOC_SCRUB"),
    changes(kind::structure(scrub_progress_layout), "BTRFS_IOC_SCRUB_PROGRESS"),
    changes(kind::structure(balance_layout), "BTRFS_IOC_BALANCE_V2"),
    answers(kind::structure(told_balance_layout), "BTRFS_IOC_BALANCE_PROGRESS"),
    changes(kind::structure(replacement_layout), "BTRFS_IOC_DEV_REPLACE"),
};

}  // namespace

constinit const Rows volume_rows = rows;

}  // namespace troupe::ioctls
