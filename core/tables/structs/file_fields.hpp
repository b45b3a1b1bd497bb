#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/mounts.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/files.hpp"

/// Files and file systems (asm/stat.h, asm/statfs.h, linux/stat.h, asm-generic/fcntl.h).
namespace troupe::structs {

using enum Width;

/// What has a device number: the types of character and block devices differ in one bit, and no other type has the rest of theirs.
inline constexpr std::uint64_t device_type = 0020000, device_type_mask = 0130000;  // of S_IFCHR and S_IFBLK, of S_IFMT
inline constexpr When of_a_device = when::is("st_mode", device_type, device_type_mask);
inline constexpr When of_no_device = when::is_not("st_mode", device_type, device_type_mask);

inline constexpr std::string_view stat_whole[] = {"st_dev",     "st_ino",        "st_mode",  "st_nlink",     "st_uid",   "st_gid",
                                                  "st_blksize", "st_blocks",     "st_rdev",  "st_size",      "st_atime", "st_atime_nsec",
                                                  "st_mtime",   "st_mtime_nsec", "st_ctime", "st_ctime_nsec"};
inline constexpr std::string_view stat_brief[] = {"st_mode", "st_rdev", "st_size"};
inline constexpr View stat_view{stat_whole, stat_brief, {}};

inline constexpr std::array stat_fields{Field{"st_dev", u64, kind::device},
                                        Field{"st_ino", u64, kind::unsigned_64},
                                        Field{"st_nlink", u64, kind::unsigned_64},
                                        Field{"st_mode", u32, kind::file_mode},
                                        Field{"st_uid", u32, kind::unsigned_64},
                                        Field{"st_gid", u32, kind::unsigned_64},
                                        Field{"pad", u32, kind::hex},
                                        shown(of_a_device, Field{"st_rdev", u64, kind::device}),
                                        shown(of_no_device, Field{"st_size", s64, kind::unsigned_64}),
                                        Field{"st_blksize", s64, kind::unsigned_64},
                                        Field{"st_blocks", s64, kind::unsigned_64},
                                        with_date("st_atime_nsec", Field{"st_atime", s64, kind::signed_64}),
                                        Field{"st_atime_nsec", u64, kind::unsigned_64},
                                        with_date("st_mtime_nsec", Field{"st_mtime", s64, kind::signed_64}),
                                        Field{"st_mtime_nsec", u64, kind::unsigned_64},
                                        with_date("st_ctime_nsec", Field{"st_ctime", s64, kind::signed_64}),
                                        Field{"st_ctime_nsec", u64, kind::unsigned_64},
                                        Field{"unused", s64, kind::hex, 3}};

inline constexpr std::array i386_stat_fields{Field{"st_dev", u32, kind::device},
                                             Field{"st_ino", u32, kind::unsigned_64},
                                             Field{"st_mode", u16, kind::file_mode},
                                             Field{"st_nlink", u16, kind::unsigned_64},
                                             Field{"st_uid", u16, kind::unsigned_64},
                                             Field{"st_gid", u16, kind::unsigned_64},
                                             shown(of_a_device, Field{"st_rdev", u32, kind::device}),
                                             shown(of_no_device, Field{"st_size", u32, kind::unsigned_64}),
                                             Field{"st_blksize", u32, kind::unsigned_64},
                                             Field{"st_blocks", u32, kind::unsigned_64},
                                             with_date("st_atime_nsec", Field{"st_atime", s32, kind::signed_64}),
                                             Field{"st_atime_nsec", u32, kind::unsigned_64},
                                             with_date("st_mtime_nsec", Field{"st_mtime", s32, kind::signed_64}),
                                             Field{"st_mtime_nsec", u32, kind::unsigned_64},
                                             with_date("st_ctime_nsec", Field{"st_ctime", s32, kind::signed_64}),
                                             Field{"st_ctime_nsec", u32, kind::unsigned_64},
                                             Field{"unused", u32, kind::hex, 2}};

/// What the structure has no room for is 0.
inline constexpr WordPart untold_parts[] = {{.decimal = true}};
inline constexpr WordParts untold{.parts = untold_parts, .apart = true};

/// `oldstat`, which only i386 has a number for.
inline constexpr std::array old_stat_fields{Field{"st_dev", u16, kind::device},
                                            Field{"st_ino", u16, kind::unsigned_64},
                                            Field{"st_mode", u16, kind::file_mode},
                                            Field{"st_nlink", u16, kind::unsigned_64},
                                            Field{"st_uid", u16, kind::unsigned_64},
                                            Field{"st_gid", u16, kind::unsigned_64},
                                            united(Field{"st_blksize", u16, kind::word_parts(untold)}),
                                            united(Field{"st_blocks", u16, kind::word_parts(untold)}),
                                            shown(of_a_device, Field{"st_rdev", u16, kind::device}),
                                            shown(of_no_device, Field{"st_size", u32, kind::unsigned_64}),
                                            with_date("", Field{"st_atime", s32, kind::signed_64}),
                                            with_date("", Field{"st_mtime", s32, kind::signed_64}),
                                            with_date("", Field{"st_ctime", s32, kind::signed_64})};

/// `stat64` of i386. The kernel packs it: 64-bit members have the alignment of i386 even where we lay it out for x86-64.
inline constexpr std::array stat64_fields{Field{"st_dev", u64, kind::device},
                                          Field{"pad0", u32, kind::hex},
                                          Field{"short_ino", u32, kind::hex},
                                          Field{"st_mode", u32, kind::file_mode},
                                          Field{"st_nlink", u32, kind::unsigned_64},
                                          Field{"st_uid", u32, kind::unsigned_64},
                                          Field{"st_gid", u32, kind::unsigned_64},
                                          shown(of_a_device, Field{"st_rdev", u64, kind::device}),
                                          Field{"pad3", u32, kind::hex},
                                          shown(of_no_device, Field{"st_size", s64, kind::unsigned_64}),
                                          Field{"st_blksize", u32, kind::unsigned_64},
                                          Field{"st_blocks", u64, kind::unsigned_64},
                                          with_date("st_atime_nsec", Field{"st_atime", s32, kind::signed_64}),
                                          Field{"st_atime_nsec", u32, kind::unsigned_64},
                                          with_date("st_mtime_nsec", Field{"st_mtime", s32, kind::signed_64}),
                                          Field{"st_mtime_nsec", u32, kind::unsigned_64},
                                          with_date("st_ctime_nsec", Field{"st_ctime", s32, kind::signed_64}),
                                          Field{"st_ctime_nsec", u32, kind::unsigned_64},
                                          Field{"st_ino", u64, kind::unsigned_64}};

inline constexpr std::array file_system_id_fields{Field{"val", u32, kind::hex, 2, Form::numbers}};
inline constexpr StructLayout file_system_id = layout_of<file_system_id_fields>("__kernel_fsid_t");

/// ST_VALID (linux/statfs.h): old kernels say nothing of flags.
inline constexpr When has_statfs_flags = when::has_any("f_flags", 0x20);
/// On x32 they are words, as strace shows them.
inline constexpr std::array statfs_fields{Field{"f_type", pointer, kind::value(file_system_types)},
                                          Field{"f_bsize", pointer, kind::unsigned_64},
                                          Field{"f_blocks", pointer, kind::unsigned_64},
                                          Field{"f_bfree", pointer, kind::unsigned_64},
                                          Field{"f_bavail", pointer, kind::unsigned_64},
                                          Field{"f_files", pointer, kind::unsigned_64},
                                          Field{"f_ffree", pointer, kind::unsigned_64},
                                          Field{"f_fsid", nested, kind::structure(file_system_id)},
                                          Field{"f_namelen", pointer, kind::unsigned_64},
                                          Field{"f_frsize", pointer, kind::unsigned_64},
                                          shown(has_statfs_flags, Field{"f_flags", pointer, kind::flags(statfs_flags)}),
                                          Field{"spare", pointer, kind::hex, 4, Form::hidden}};

/// The kernel packs statfs64 of i386 to 84 bytes.
inline constexpr std::array statfs64_fields{Field{"f_type", u32, kind::value(file_system_types)},
                                            Field{"f_bsize", u32, kind::unsigned_64},
                                            Field{"f_blocks", u64, kind::unsigned_64},
                                            Field{"f_bfree", u64, kind::unsigned_64},
                                            Field{"f_bavail", u64, kind::unsigned_64},
                                            Field{"f_files", u64, kind::unsigned_64},
                                            Field{"f_ffree", u64, kind::unsigned_64},
                                            Field{"f_fsid", nested, kind::structure(file_system_id)},
                                            Field{"f_namelen", u32, kind::unsigned_64},
                                            Field{"f_frsize", u32, kind::unsigned_64},
                                            shown(has_statfs_flags, Field{"f_flags", u32, kind::flags(statfs_flags)}),
                                            Field{"spare", u32, kind::hex, 4, Form::hidden}};

inline constexpr std::array flock_fields{Field{"l_type", u16, kind::value(lock_types)}, Field{"l_whence", u16, kind::value(lseek_whence)},
                                         Field{"l_start", slong, kind::signed_64}, Field{"l_len", slong, kind::signed_64},
                                         Field{"l_pid", s32, kind::pid, 1, Form::answered}};
inline constexpr std::array flock64_fields{Field{"l_type", u16, kind::value(lock_types)}, Field{"l_whence", u16, kind::value(lseek_whence)},
                                           Field{"l_start", s64, kind::signed_64}, Field{"l_len", s64, kind::signed_64},
                                           Field{"l_pid", s32, kind::pid, 1, Form::answered}};

inline constexpr std::uint64_t makes_files = 0100 | 020000000;  // O_CREAT, __O_TMPFILE

inline constexpr std::array open_how_fields{
    Field{"flags", u64, kind::flags(open_flags)},
    shown(when::either(when::is_set("mode"), when::has_any("flags", makes_files)), Field{"mode", u64, kind::octal}),
    Field{"resolve", u64, kind::flags(resolve_flags)}};

inline constexpr std::array dirent_fields{Field{"d_ino", ulong_, kind::unsigned_64}, Field{"d_off", ulong_, kind::unsigned_64},
                                          Field{"d_reclen", u16, kind::unsigned_64}};
/// readdir fills one, whose name has NAME_MAX bytes and a NUL at most (fs/readdir.c).
inline constexpr std::array old_dirent_fields{Field{"d_ino", ulong_, kind::unsigned_64}, Field{"d_off", ulong_, kind::unsigned_64},
                                              Field{"d_reclen", u16, kind::unsigned_int},
                                              Field{"d_name", u8, kind::string, 256, Form::text}};
inline constexpr std::array dirent64_fields{Field{"d_ino", u64, kind::unsigned_64}, Field{"d_off", s64, kind::signed_64},
                                            Field{"d_reclen", u16, kind::unsigned_64},
                                            Field{"d_type", u8, kind::value(directory_entry_types)}};

}  // namespace troupe::structs
