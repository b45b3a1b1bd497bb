#pragma once

#include <linux/stat.h>

#include "core/tables/flags/files.hpp"
#include "core/tables/struct_layout.hpp"

/// What statx answers (linux/stat.h): which of it the file system has filled, the mask tells.
namespace troupe::structs {

using enum Width;

inline constexpr std::array statx_timestamp_fields{Field{"tv_sec", s64, kind::signed_64}, Field{"tv_nsec", u32, kind::unsigned_64},
                                                   Field{"reserved", s32, kind::hex, 1, Form::hidden}};
inline constexpr StructLayout statx_timestamp = layout_of<statx_timestamp_fields>("statx_timestamp");

// STATX_MNT_ID and STATX_MNT_ID_UNIQUE, STATX_DIOALIGN (linux/stat.h).
inline constexpr std::uint64_t statx_mount_ids = 0x1000 | 0x4000, statx_direct_io = 0x2000, statx_subvolume = 0x8000,
                               statx_atomic_writes = 0x10000, statx_direct_reads = 0x20000;

/// A field that the file system has filled if the mask has one of these bits.
constexpr Field filled_in(std::uint64_t bits, Field field) { return shown(when::has_any("stx_mask", bits), field); }

inline constexpr std::string_view statx_whole[] = {"stx_mask",
                                                   "stx_blksize",
                                                   "stx_attributes",
                                                   "stx_nlink",
                                                   "stx_uid",
                                                   "stx_gid",
                                                   "stx_mode",
                                                   "stx_ino",
                                                   "stx_size",
                                                   "stx_blocks",
                                                   "stx_attributes_mask",
                                                   "stx_atime",
                                                   "stx_btime",
                                                   "stx_ctime",
                                                   "stx_mtime",
                                                   "stx_rdev_major",
                                                   "stx_rdev_minor",
                                                   "stx_dev_major",
                                                   "stx_dev_minor",
                                                   "stx_mnt_id",
                                                   "stx_dio_mem_align",
                                                   "stx_dio_offset_align",
                                                   "stx_subvol",
                                                   "stx_atomic_write_unit_min",
                                                   "stx_atomic_write_unit_max",
                                                   "stx_atomic_write_segments_max",
                                                   "stx_dio_read_offset_align",
                                                   "stx_atomic_write_unit_max_opt"};
inline constexpr std::string_view statx_brief[] = {"stx_mask", "stx_attributes", "stx_mode", "stx_size"};
inline constexpr View statx_view{statx_whole, statx_brief, {}};

inline constexpr std::array statx_fields{
    Field{"stx_mask", u32, kind::flags(statx_masks)},
    Field{"stx_blksize", u32, kind::unsigned_64},
    Field{"stx_attributes", u64, kind::flags(statx_attributes)},
    filled_in(STATX_NLINK, Field{"stx_nlink", u32, kind::unsigned_64}),
    filled_in(STATX_UID, Field{"stx_uid", u32, kind::uid}),
    filled_in(STATX_GID, Field{"stx_gid", u32, kind::gid}),
    filled_in(STATX_TYPE | STATX_MODE, Field{"stx_mode", u16, kind::file_mode}),
    Field{"spare0", u16, kind::hex},
    filled_in(STATX_INO, Field{"stx_ino", u64, kind::unsigned_64}),
    filled_in(STATX_SIZE, Field{"stx_size", u64, kind::unsigned_64}),
    filled_in(STATX_BLOCKS, Field{"stx_blocks", u64, kind::unsigned_64}),
    Field{"stx_attributes_mask", u64, kind::flags(statx_attributes)},
    filled_in(STATX_ATIME, Field{"stx_atime", nested, kind::structure(statx_timestamp), 1, Form::dated}),
    filled_in(STATX_BTIME, Field{"stx_btime", nested, kind::structure(statx_timestamp), 1, Form::dated}),
    filled_in(STATX_CTIME, Field{"stx_ctime", nested, kind::structure(statx_timestamp), 1, Form::dated}),
    filled_in(STATX_MTIME, Field{"stx_mtime", nested, kind::structure(statx_timestamp), 1, Form::dated}),
    Field{"stx_rdev_major", u32, kind::unsigned_64},
    Field{"stx_rdev_minor", u32, kind::unsigned_64},
    Field{"stx_dev_major", u32, kind::unsigned_64},
    Field{"stx_dev_minor", u32, kind::unsigned_64},
    filled_in(statx_mount_ids, Field{"stx_mnt_id", u64, kind::hex}),
    filled_in(statx_direct_io, Field{"stx_dio_mem_align", u32, kind::unsigned_64}),
    filled_in(statx_direct_io, Field{"stx_dio_offset_align", u32, kind::unsigned_64}),
    filled_in(statx_subvolume, Field{"stx_subvol", u64, kind::hex}),
    filled_in(statx_atomic_writes, Field{"stx_atomic_write_unit_min", u32, kind::unsigned_64}),
    filled_in(statx_atomic_writes, Field{"stx_atomic_write_unit_max", u32, kind::unsigned_64}),
    filled_in(statx_atomic_writes, Field{"stx_atomic_write_segments_max", u32, kind::unsigned_64}),
    filled_in(statx_direct_reads, Field{"stx_dio_read_offset_align", u32, kind::unsigned_64}),
    filled_in(statx_atomic_writes, Field{"stx_atomic_write_unit_max_opt", u32, kind::unsigned_64}),
    Field{"spare2", u32, kind::hex},
    Field{"spare3", u64, kind::hex, 8}};

}  // namespace troupe::structs
