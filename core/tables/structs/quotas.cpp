#include "core/tables/structs/quotas.hpp"

#include "core/tables/flags/quotas.hpp"
#include "core/tables/struct_layout.hpp"

namespace troupe {

namespace {

using enum Width;

constexpr Field counted(std::string_view name) { return {name, u64, kind::unsigned_64}; }
constexpr Field verbosely(std::string_view name, Width width, const Kind& kind) { return {name, width, kind, 1, Form::plain, true}; }
constexpr Field hidden(std::string_view name, Width width, std::uint16_t count = 1) {
    return {name, width, kind::hex, count, Form::hidden};
}

constexpr Field version(std::string_view name) { return {name, s8, kind::signed_int}; }

constexpr std::array disk_quota_fields{version("d_version"),
                                       Field{"d_flags", u8, kind::flags(removed_quota_bits)},
                                       Field{"d_fieldmask", u16, kind::hex},
                                       Field{"d_id", u32, kind::unsigned_int},
                                       counted("d_blk_hardlimit"),
                                       counted("d_blk_softlimit"),
                                       counted("d_ino_hardlimit"),
                                       counted("d_ino_softlimit"),
                                       counted("d_bcount"),
                                       counted("d_icount"),
                                       verbosely("d_itimer", s32, kind::signed_int),
                                       verbosely("d_btimer", s32, kind::signed_int),
                                       verbosely("d_iwarns", u16, kind::unsigned_int),
                                       verbosely("d_bwarns", u16, kind::unsigned_int),
                                       hidden("d_itimer_hi", u8),
                                       hidden("d_btimer_hi", u8),
                                       hidden("d_rtbtimer_hi", u8),
                                       hidden("d_padding2", u8),
                                       verbosely("d_rtb_hardlimit", u64, kind::unsigned_64),
                                       verbosely("d_rtb_softlimit", u64, kind::unsigned_64),
                                       verbosely("d_rtbcount", u64, kind::unsigned_64),
                                       verbosely("d_rtbtimer", s32, kind::signed_int),
                                       verbosely("d_rtbwarns", u16, kind::unsigned_int),
                                       hidden("d_padding3", u16),
                                       hidden("d_padding4", u8, 8)};
constexpr std::uint16_t disk_quota_size = 112;
static_assert(placed_fields<disk_quota_fields, Abi::i386>.size == disk_quota_size);

constexpr std::array quota_file_fields{counted("qfs_ino"), counted("qfs_nblks"), Field{"qfs_nextents", u32, kind::unsigned_int}};
constexpr StructLayout quota_file = layout_of<quota_file_fields>("fs_qfilestat");
constexpr std::array quota_file_v_fields{counted("qfs_ino"), counted("qfs_nblks"), Field{"qfs_nextents", u32, kind::unsigned_int},
                                         hidden("qfs_pad", u32)};
constexpr StructLayout quota_file_v = layout_of<quota_file_v_fields>("fs_qfilestatv");

constexpr Field limit(std::string_view name) { return verbosely(name, s32, kind::signed_int); }
constexpr Field warnings(std::string_view name) { return verbosely(name, u16, kind::unsigned_int); }
constexpr Field switched() { return verbosely("qs_flags", u16, kind::flags(switched_quota_bits)); }
constexpr Field in_core() { return verbosely("qs_incoredqs", u32, kind::unsigned_int); }

constexpr std::array quota_state_fields{version("qs_version"),
                                        switched(),
                                        hidden("qs_pad", u8),
                                        verbosely("qs_uquota", nested, kind::structure(quota_file)),
                                        verbosely("qs_gquota", nested, kind::structure(quota_file)),
                                        in_core(),
                                        limit("qs_btimelimit"),
                                        limit("qs_itimelimit"),
                                        limit("qs_rtbtimelimit"),
                                        warnings("qs_bwarnlimit"),
                                        warnings("qs_iwarnlimit")};
constexpr std::array quota_state_v_fields{version("qs_version"),
                                          hidden("qs_pad1", u8),
                                          switched(),
                                          in_core(),
                                          verbosely("qs_uquota", nested, kind::structure(quota_file_v)),
                                          verbosely("qs_gquota", nested, kind::structure(quota_file_v)),
                                          verbosely("qs_pquota", nested, kind::structure(quota_file_v)),
                                          limit("qs_btimelimit"),
                                          limit("qs_itimelimit"),
                                          limit("qs_rtbtimelimit"),
                                          warnings("qs_bwarnlimit"),
                                          warnings("qs_iwarnlimit"),
                                          hidden("qs_rtbwarnlimit", u16),
                                          hidden("qs_pad3", u16),
                                          hidden("qs_pad4", u32),
                                          hidden("qs_pad2", u64, 7)};

}  // namespace

constinit const StructLayout disk_quota_layout = layout_of<disk_quota_fields>("fs_disk_quota");
constinit const StructLayout quota_state_layout = layout_of<quota_state_fields>("fs_quota_stat");
constinit const StructLayout quota_state_v_layout = layout_of<quota_state_v_fields>("fs_quota_statv");

}  // namespace troupe
