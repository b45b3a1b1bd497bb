#include "core/tables/ioctls/argument_words.hpp"

// Flash memory (mtd/mtd-abi.h), and volumes on it (mtd/ubi-user.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant type_rows[] = {{0, "MTD_ABSENT"},    {1, "MTD_RAM"},       {2, "MTD_ROM"},       {3, "MTD_NORFLASH"},
                                       {4, "MTD_NANDFLASH"}, {6, "MTD_DATAFLASH"}, {7, "MTD_UBIVOLUME"}, {8, "MTD_MLCNANDFLASH"}};
constexpr NamedConstant ability_rows[] = {{0x400, "MTD_WRITEABLE"},
                                          {0x800, "MTD_BIT_WRITEABLE"},
                                          {0x1000, "MTD_NO_ERASE"},
                                          {0x2000, "MTD_POWERUP_LOCK"},
                                          {0x4000, "MTD_SLC_ON_MLC_EMULATION"}};
constexpr NamedConstant once_rows[] = {{0, "MTD_OTP_OFF"}, {1, "MTD_OTP_FACTORY"}, {2, "MTD_OTP_USER"}};
constexpr NamedConstant mode_rows[] = {
    {0, "MTD_FILE_MODE_NORMAL"}, {1, "MTD_FILE_MODE_OTP_FACTORY"}, {2, "MTD_FILE_MODE_OTP_USER"}, {3, "MTD_FILE_MODE_RAW"}};
constexpr NamedConstant check_rows[] = {{0, "MTD_NANDECC_OFF"},
                                        {1, "MTD_NANDECC_PLACE"},
                                        {2, "MTD_NANDECC_AUTOPLACE"},
                                        {3, "MTD_NANDECC_PLACEONLY"},
                                        {4, "MTD_NANDECC_AUTOPL_USR"}};
constexpr NamedConstant write_rows[] = {{0, "MTD_OPS_PLACE_OOB"}, {1, "MTD_OPS_AUTO_OOB"}, {2, "MTD_OPS_RAW"}};
constexpr ValueSet types{"flash_types", "MTD_???", type_rows}, onces{"flash_once", "MTD_OTP_???", once_rows},
    modes{"flash_file_modes", "MTD_FILE_MODE_???", mode_rows, true, true}, checks{"flash_checks", "MTD_NANDECC_???", check_rows},
    write_modes{"flash_write_modes", "MTD_OPS_???", write_rows};
constexpr FlagSet abilities{"flash_abilities", "MTD_???", ability_rows};
constexpr Kind once_element = kind::value(onces);

constexpr std::array info_fields{Field{"type", u8, kind::value(types)}, Field{"flags", u32, kind::flags(abilities)},
                                 Field{"size", u32, kind::hex},         Field{"erasesize", u32, kind::hex},
                                 Field{"writesize", u32, kind::hex},    Field{"oobsize", u32, kind::hex},
                                 Field{"padding", u64, kind::hex}};
constexpr std::array area_fields{Field{"start", u32, kind::hex}, Field{"length", u32, kind::hex}};
constexpr std::array area64_fields{Field{"start", u64, kind::hex}, Field{"length", u64, kind::hex}};
constexpr std::array spare_fields{Field{"start", u32, kind::hex}, Field{"length", u32, kind::hex}, Field{"ptr", pointer, kind::pointer}};
constexpr std::array spare64_fields{Field{"start", u64, kind::hex}, padding(u32), Field{"length", u32, kind::hex},
                                    Field{"usr_ptr", u64, kind::pointer}};
constexpr std::array locked_fields{Field{"start", u32, kind::hex}, Field{"length", u32, kind::hex},
                                   Field{"locked", u32, kind::unsigned_64}};
constexpr std::array error_fields{Field{"corrected", u32, kind::hex}, Field{"failed", u32, kind::hex}, Field{"badblocks", u32, kind::hex},
                                  Field{"bbtblocks", u32, kind::hex}};
constexpr std::array region_fields{Field{"offset", u32, kind::hex}, Field{"erasesize", u32, kind::hex}, Field{"numblocks", u32, kind::hex},
                                   Field{"regionindex", u32, kind::hex}};
constexpr std::string_view region_whole[] = {"regionindex", "offset", "erasesize", "numblocks"}, region_failed[] = {"regionindex"};
constexpr std::array write_fields{Field{"start", u64, kind::hex},
                                  Field{"len", u64, kind::hex},
                                  Field{"ooblen", u64, kind::hex},
                                  Field{"usr_data", u64, kind::pointer},
                                  Field{"usr_oob", u64, kind::pointer},
                                  Field{"mode", u8, kind::value(write_modes)},
                                  padding(u8, 7)};
constexpr std::array free_fields{Field{"", u32, kind::hex, 2, Form::numbers}};
constexpr StructLayout free_layout = bare_layout<free_fields>();
constexpr std::array selection_fields{Field{"useecc", u32, kind::value(checks)}, Field{"eccbytes", u32, kind::hex},
                                      Field{"oobfree", nested, kind::structure(free_layout), 8, Form::elements},
                                      Field{"eccpos", u32, kind::hex, 32, Form::numbers}};
constexpr StructLayout info_layout = layout_of<info_fields>("mtd_info_user"), area_layout = layout_of<area_fields>("erase_info_user"),
                       area64_layout = layout_of<area64_fields>("erase_info_user64"), spare_layout = layout_of<spare_fields>("mtd_oob_buf"),
                       spare64_layout = layout_of<spare64_fields>("mtd_oob_buf64"), locked_layout = layout_of<locked_fields>("otp_info"),
                       error_layout = layout_of<error_fields>("mtd_ecc_stats"), write_layout = layout_of<write_fields>("mtd_write_req"),
                       selection_layout = layout_of<selection_fields>("nand_oobinfo"),
                       region_layout =
                           layout_of<region_fields>("region_info_user", StructShape::plain, View{region_whole, {}, region_failed});

constexpr NamedConstant duration_rows[] = {{1, "UBI_LONGTERM"}, {2, "UBI_SHORTTERM"}, {3, "UBI_UNKNOWN"}};
constexpr NamedConstant property_rows[] = {{1, "UBI_VOL_PROP_DIRECT_WRITE"}};
constexpr ValueSet durations{"flash_durations", "UBI_???", duration_rows},
    properties{"flash_volume_properties", "UBI_VOL_PROP_???", property_rows};
constexpr std::array map_fields{Field{"lnum", s32, kind::signed_64}, Field{"dtype", u8, kind::value(durations)}, padding(u8, 3)};
constexpr std::array change_fields{Field{"lnum", s32, kind::signed_64}, Field{"bytes", s32, kind::signed_64},
                                   Field{"dtype", u8, kind::value(durations)}, padding(u8, 7)};
constexpr std::array resize_fields{Field{"bytes", s64, kind::signed_64}, Field{"vol_id", s32, kind::signed_64}};
constexpr std::array property_fields{Field{"property", u8, kind::value(properties)}, padding(u8, 7), Field{"value", u64, kind::hex}};
constexpr std::array attach_fields{Field{"ubi_num", s32, kind::signed_64}, Field{"mtd_num", s32, kind::signed_64},
                                   Field{"vid_hdr_offset", s32, kind::signed_64}, Field{"max_beb_per1024", s16, kind::signed_64},
                                   padding(u8, 10)};
constexpr std::array first_fields{Field{"", s32, kind::signed_64, 1, Form::all_numbers}};
constexpr StructLayout first_layout = bare_layout<first_fields>();
constexpr StructLayout attach_layout = answered_by(first_layout, layout_of<attach_fields>("ubi_attach_req"));
constexpr NamedConstant volume_type_rows[] = {{3, "UBI_DYNAMIC_VOLUME"}, {4, "UBI_STATIC_VOLUME"}};
constexpr NamedConstant volume_flag_rows[] = {{1, "UBI_VOL_SKIP_CRC_CHECK_FLG"}};
constexpr ValueSet volume_types{"flash_volume_types", "UBI_???_VOLUME", volume_type_rows};
constexpr FlagSet volume_flags{"flash_volume_flags", "UBI_VOL_???", volume_flag_rows};
/// As long as the field before it says.
constexpr Field volume_name = counted("name_len", name_of("name", 128));
constexpr std::array volume_fields{Field{"vol_id", s32, kind::signed_64},
                                   Field{"alignment", s32, kind::signed_64},
                                   Field{"bytes", s64, kind::signed_64},
                                   Field{"vol_type", u8, kind::value(volume_types)},
                                   Field{"flags", u8, kind::flags(volume_flags)},
                                   Field{"name_len", s16, kind::signed_64},
                                   padding(u8, 4),
                                   volume_name};
constexpr StructLayout volume_layout = answered_by(first_layout, layout_of<volume_fields, true>("ubi_mkvol_req"));
constexpr std::array renamed_fields{Field{"vol_id", s32, kind::signed_64}, Field{"name_len", s16, kind::signed_64}, padding(u8, 2),
                                    volume_name};
constexpr StructLayout renamed_layout = layout_of<renamed_fields, true>("ents");
constexpr std::array renaming_fields{Field{"count", s32, kind::signed_64}, padding(u8, 12),
                                     counted("count", Field{"ents", nested, kind::structure(renamed_layout), 32, Form::elements})};
constexpr StructLayout renaming_layout = layout_of<renaming_fields, true>("ubi_rnvol_req");
constexpr std::array placed_free_fields{Field{"offset", u32, kind::hex}, Field{"length", u32, kind::hex}};
constexpr StructLayout placed_free_layout = layout_of<placed_free_fields>("nand_oobfree");
constexpr std::array place_fields{Field{"eccbytes", u32, kind::hex}, Field{"eccpos", u32, kind::hex, 64, Form::numbers},
                                  Field{"oobavail", u32, kind::hex},
                                  Field{"oobfree", nested, kind::structure(placed_free_layout), 8, Form::elements}};
constexpr StructLayout place_layout = layout_of<place_fields>("nand_ecclayout_user");
constexpr StructLayout map_layout = layout_of<map_fields, true>("ubi_map_req"),
                       change_layout = layout_of<change_fields, true>("ubi_leb_change_req"),
                       resize_layout = layout_of<resize_fields, true>("ubi_rsvol_req"),
                       property_layout = layout_of<property_fields, true>("ubi_set_vol_prop_req");

constexpr IoctlArgument rows[] = {
    answers(kind::structure(info_layout), "MEMGETINFO"),
    takes(kind::structure(area_layout), "MEMERASE MEMLOCK MEMUNLOCK MEMISLOCKED"),
    takes(kind::structure(area64_layout), "MEMERASE64"),
    takes(kind::structure(spare_layout), "MEMWRITEOOB MEMREADOOB"),
    takes(kind::structure(spare64_layout), "MEMWRITEOOB64 MEMREADOOB64"),
    takes(kind::structure(write_layout), "MEMWRITE"),
    takes(pointed_u64, "MEMGETBADBLOCK MEMSETBADBLOCK"),
    answers(kind::structure(selection_layout), "MEMGETOOBSEL"),
    answers(kind::structure(error_layout), "ECCGETSTATS"),
    answers(pointed_int, "MEMGETREGIONCOUNT"),
    fills(kind::structure(region_layout), "MEMGETREGIONINFO"),
    takes(kind::pointed(once_element), "OTPSELECT"),
    answers(pointed_unsigned, "OTPGETREGIONCOUNT"),
    answers(kind::structure(locked_layout), "OTPGETREGIONINFO"),
    takes(kind::structure(locked_layout), "OTPLOCK"),
    takes(kind::value(modes), "MTDFILEMODE"),

    takes(pointed_int, "UBI_IOCRMVOL UBI_IOCDET UBI_IOCEBER UBI_IOCEBUNMAP UBI_IOCEBISMAP UBI_IOCRPEB UBI_IOCSPEB"),
    takes(pointed_s64, "UBI_IOCVOLUP"),
    takes(kind::structure(map_layout), "UBI_IOCEBMAP"),
    takes(kind::structure(change_layout), "UBI_IOCEBCH"),
    takes(kind::structure(resize_layout), "UBI_IOCRSVOL"),
    takes(kind::structure(property_layout), "UBI_IOCSETVOLPROP"),
    alone("UBI_IOCVOLCRBLK UBI_IOCVOLRMBLK"),
    changes(kind::structure(attach_layout), "UBI_IOCATT"),
    changes(kind::structure(volume_layout), "UBI_IOCMKVOL"),
    takes(kind::structure(renaming_layout), "UBI_IOCRNVOL"),
    answers(kind::structure(place_layout), "ECCGETLAYOUT"),
};

}  // namespace

constinit const Rows flash_rows = rows;

}  // namespace troupe::ioctls
