#include <linux/fiemap.h>
#include <linux/fs.h>

#include "core/tables/ioctls/argument_words.hpp"

// Files and file systems (linux/fs.h, linux/fiemap.h), and what is like files: namespaces (linux/nsfs.h), random numbers (linux/random.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant attribute_rows[] = {
    TROUPE_NAMED(FS_SECRM_FL),     TROUPE_NAMED(FS_UNRM_FL),        TROUPE_NAMED(FS_COMPR_FL),        TROUPE_NAMED(FS_SYNC_FL),
    TROUPE_NAMED(FS_IMMUTABLE_FL), TROUPE_NAMED(FS_APPEND_FL),      TROUPE_NAMED(FS_NODUMP_FL),       TROUPE_NAMED(FS_NOATIME_FL),
    TROUPE_NAMED(FS_DIRTY_FL),     TROUPE_NAMED(FS_COMPRBLK_FL),    TROUPE_NAMED(FS_NOCOMP_FL),       TROUPE_NAMED(FS_ENCRYPT_FL),
    TROUPE_NAMED(FS_INDEX_FL),     TROUPE_NAMED(FS_IMAGIC_FL),      TROUPE_NAMED(FS_JOURNAL_DATA_FL), TROUPE_NAMED(FS_NOTAIL_FL),
    TROUPE_NAMED(FS_DIRSYNC_FL),   TROUPE_NAMED(FS_TOPDIR_FL),      TROUPE_NAMED(FS_HUGE_FILE_FL),    TROUPE_NAMED(FS_EXTENT_FL),
    TROUPE_NAMED(FS_VERITY_FL),    TROUPE_NAMED(FS_EA_INODE_FL),    TROUPE_NAMED(FS_EOFBLOCKS_FL),    TROUPE_NAMED(FS_NOCOW_FL),
    TROUPE_NAMED(FS_DAX_FL),       TROUPE_NAMED(FS_INLINE_DATA_FL), TROUPE_NAMED(FS_PROJINHERIT_FL),  TROUPE_NAMED(FS_CASEFOLD_FL),
    TROUPE_NAMED(FS_RESERVED_FL),
};
constexpr NamedConstant extended_rows[] = {
    TROUPE_NAMED(FS_XFLAG_REALTIME),   TROUPE_NAMED(FS_XFLAG_PREALLOC),   TROUPE_NAMED(FS_XFLAG_IMMUTABLE),
    TROUPE_NAMED(FS_XFLAG_APPEND),     TROUPE_NAMED(FS_XFLAG_SYNC),       TROUPE_NAMED(FS_XFLAG_NOATIME),
    TROUPE_NAMED(FS_XFLAG_NODUMP),     TROUPE_NAMED(FS_XFLAG_RTINHERIT),  TROUPE_NAMED(FS_XFLAG_PROJINHERIT),
    TROUPE_NAMED(FS_XFLAG_NOSYMLINKS), TROUPE_NAMED(FS_XFLAG_EXTSIZE),    TROUPE_NAMED(FS_XFLAG_EXTSZINHERIT),
    TROUPE_NAMED(FS_XFLAG_NODEFRAG),   TROUPE_NAMED(FS_XFLAG_FILESTREAM), TROUPE_NAMED(FS_XFLAG_DAX),
    TROUPE_NAMED(FS_XFLAG_COWEXTSIZE), TROUPE_NAMED(FS_XFLAG_HASATTR),
};
constexpr NamedConstant map_rows[] = {TROUPE_NAMED(FIEMAP_FLAG_SYNC), TROUPE_NAMED(FIEMAP_FLAG_XATTR), TROUPE_NAMED(FIEMAP_FLAG_CACHE)};
constexpr NamedConstant extent_rows[] = {
    TROUPE_NAMED(FIEMAP_EXTENT_LAST),        TROUPE_NAMED(FIEMAP_EXTENT_UNKNOWN),        TROUPE_NAMED(FIEMAP_EXTENT_DELALLOC),
    TROUPE_NAMED(FIEMAP_EXTENT_ENCODED),     TROUPE_NAMED(FIEMAP_EXTENT_DATA_ENCRYPTED), TROUPE_NAMED(FIEMAP_EXTENT_NOT_ALIGNED),
    TROUPE_NAMED(FIEMAP_EXTENT_DATA_INLINE), TROUPE_NAMED(FIEMAP_EXTENT_DATA_TAIL),      TROUPE_NAMED(FIEMAP_EXTENT_UNWRITTEN),
    TROUPE_NAMED(FIEMAP_EXTENT_MERGED),      TROUPE_NAMED(FIEMAP_EXTENT_SHARED),
};
constexpr FlagSet attributes{"file_attributes", "FS_???", attribute_rows}, extended{"extended_attributes", "FS_XFLAG_???", extended_rows},
    maps{"extent_map_flags", "FIEMAP_FLAG_???", map_rows}, extents{"extent_flags", "FIEMAP_EXTENT_???", extent_rows};
constexpr Kind attribute_element = kind::flags(attributes), uid_element = kind::uid;

constexpr std::array given_fields{Field{"fsx_xflags", u32, kind::flags(extended)},
                                  Field{"fsx_extsize", u32, kind::unsigned_64},
                                  Field{"fsx_nextents", u32, kind::unsigned_64, 1, Form::hidden},
                                  Field{"fsx_projid", u32, kind::hex},
                                  Field{"fsx_cowextsize", u32, kind::unsigned_64},
                                  padding(u8, 8)};
constexpr std::array told_fields{Field{"fsx_xflags", u32, kind::flags(extended)}, Field{"fsx_extsize", u32, kind::unsigned_64},
                                 Field{"fsx_nextents", u32, kind::unsigned_64},   Field{"fsx_projid", u32, kind::hex},
                                 Field{"fsx_cowextsize", u32, kind::unsigned_64}, padding(u8, 8)};
constexpr StructLayout given_layout = layout_of<given_fields>("fsxattr"), told_layout = layout_of<told_fields>("fsxattr");

constexpr std::array extent_fields{Field{"fe_logical", u64, kind::unsigned_64},  Field{"fe_physical", u64, kind::unsigned_64},
                                   Field{"fe_length", u64, kind::unsigned_64},   Field{"reserved64", u64, kind::hex, 2, Form::hidden},
                                   Field{"fe_flags", u32, kind::flags(extents)}, Field{"reserved", u32, kind::hex, 3, Form::hidden}};
constexpr StructLayout extent_layout = layout_of<extent_fields>("fiemap_extent");
constexpr std::array mapped_fields{
    Field{"fm_start", u64, kind::unsigned_64, 1, Form::hidden},
    Field{"fm_length", u64, kind::unsigned_64, 1, Form::hidden},
    Field{"fm_flags", u32, kind::flags(maps)},
    Field{"fm_mapped_extents", u32, kind::unsigned_64},
    Field{"fm_extent_count", u32, kind::unsigned_64, 1, Form::hidden},
    Field{"fm_reserved", u32, kind::unsigned_64, 1, Form::hidden},
    if_verbose(counted("fm_mapped_extents", Field{"fm_extents", nested, kind::structure(extent_layout), 1, Form::behind}))};
constexpr std::array wanted_fields{
    Field{"fm_start", u64, kind::unsigned_64},        Field{"fm_length", u64, kind::unsigned_64},
    Field{"fm_flags", u32, kind::flags(maps)},        Field{"fm_mapped_extents", u32, kind::unsigned_64, 1, Form::hidden},
    Field{"fm_extent_count", u32, kind::unsigned_64}, padding(u32)};
constexpr StructLayout mapped_layout = layout_of<mapped_fields>("fiemap");
constexpr StructLayout wanted_layout = answered_by(mapped_layout, layout_of<wanted_fields>("fiemap"));

constexpr std::array range_fields{Field{"src_fd", s64, kind::fd}, Field{"src_offset", u64, kind::unsigned_64},
                                  Field{"src_length", u64, kind::unsigned_64}, Field{"dest_offset", u64, kind::unsigned_64}};
constexpr StructLayout range_layout = layout_of<range_fields>("file_clone_range");
constexpr std::array same_given_fields{Field{"dest_fd", s64, kind::fd}, Field{"dest_offset", u64, kind::unsigned_64},
                                       Field{"bytes_deduped", u64, kind::unsigned_64, 1, Form::hidden},
                                       Field{"status", s32, kind::signed_64, 1, Form::hidden}, padding(u32)};
constexpr std::array same_told_fields{Field{"dest_fd", s64, kind::fd, 1, Form::hidden},
                                      Field{"dest_offset", u64, kind::unsigned_64, 1, Form::hidden},
                                      Field{"bytes_deduped", u64, kind::unsigned_64}, Field{"status", s32, kind::signed_64}, padding(u32)};
constexpr StructLayout same_given_layout = layout_of<same_given_fields>("file_dedupe_range_info"),
                       same_told_layout = layout_of<same_told_fields>("file_dedupe_range_info");
constexpr std::array same_fields{Field{"src_offset", u64, kind::unsigned_64},
                                 Field{"src_length", u64, kind::unsigned_64},
                                 Field{"dest_count", u16, kind::unsigned_64},
                                 Field{"reserved1", u16, kind::hex, 1, Form::hidden},
                                 Field{"reserved2", u32, kind::hex, 1, Form::hidden},
                                 Field{"info", nested, kind::own_memory(Own::pairs_in_brief, same_given_layout), 1, Form::behind}};
constexpr std::array same_answer_fields{
    Field{"src_offset", u64, kind::unsigned_64, 1, Form::hidden},
    Field{"src_length", u64, kind::unsigned_64, 1, Form::hidden},
    Field{"dest_count", u16, kind::unsigned_64, 1, Form::hidden},
    Field{"reserved1", u16, kind::hex, 1, Form::hidden},
    Field{"reserved2", u32, kind::hex, 1, Form::hidden},
    shown(when::is_set("dest_count"), Field{"info", nested, kind::own_memory(Own::pairs_in_brief, same_told_layout), 1, Form::behind})};
constexpr StructLayout same_answer_layout = layout_of<same_answer_fields>("file_dedupe_range");
constexpr StructLayout same_layout = answered_by(same_answer_layout, layout_of<same_fields>("file_dedupe_range"));

constexpr std::array trim_fields{Field{"start", u64, kind::hex}, Field{"len", u64, kind::unsigned_64},
                                 Field{"minlen", u64, kind::unsigned_64}};
constexpr StructLayout trim_layout = layout_of<trim_fields>("fstrim_range");

constexpr std::array entropy_fields{Field{"entropy_count", s32, kind::signed_64}, Field{"buf_size", s32, kind::signed_64},
                                    counted("buf_size", Field{"buf", u8, kind::bytes(length::sibling("buf_size")), 1, Form::behind})};
constexpr StructLayout entropy_layout = layout_of<entropy_fields>("rand_pool_info");

constexpr std::array label_fields{name_of("", 256)};
constexpr StructLayout label_layout = bare_layout<label_fields>();

// Since Linux 6.9: who a file system is, and where it stands in /sys/fs.
constexpr std::array system_id_fields{Field{"len", u8, kind::unsigned_64}, Field{"uuid", u8, kind::hex, 16, Form::uuid}};
constexpr std::array system_path_fields{Field{"len", u8, kind::unsigned_64}, name_of("name", 128)};
// Since Linux 6.11 and 6.12.
constexpr std::array mounts_fields{Field{"size", u32, kind::unsigned_64}, Field{"nr_mounts", u32, kind::unsigned_64},
                                   Field{"mnt_ns_id", u64, kind::unsigned_64}};
constexpr StructLayout system_id_layout = layout_of<system_id_fields>("fsuuid2"),
                       system_path_layout = layout_of<system_path_fields>("fs_sysfs_path"),
                       mounts_layout = layout_of<mounts_fields>("mnt_ns_info");
constexpr NamedConstant mapping_rows[] = {{1, "PROCMAP_QUERY_VMA_READABLE"},
                                          {2, "PROCMAP_QUERY_VMA_WRITABLE"},
                                          {4, "PROCMAP_QUERY_VMA_EXECUTABLE"},
                                          {8, "PROCMAP_QUERY_VMA_SHARED"},
                                          {0x10, "PROCMAP_QUERY_COVERING_OR_NEXT_VMA"},
                                          {0x20, "PROCMAP_QUERY_FILE_BACKED_VMA"}};
constexpr FlagSet mapping_flags{"mapping_flags", "PROCMAP_QUERY_???", mapping_rows};
/// Of a mapping in /proc/PID/maps; the lengths say how much room there is, and then how much was written.
constexpr std::array mapping_fields{Field{"size", u64, kind::unsigned_64},
                                    Field{"query_flags", u64, kind::flags(mapping_flags)},
                                    Field{"query_addr", u64, kind::hex},
                                    Field{"vma_start", u64, kind::hex},
                                    Field{"vma_end", u64, kind::hex},
                                    Field{"vma_flags", u64, kind::flags(mapping_flags)},
                                    Field{"vma_page_size", u64, kind::unsigned_64},
                                    Field{"vma_offset", u64, kind::hex},
                                    Field{"inode", u64, kind::unsigned_64},
                                    Field{"dev_major", u32, kind::unsigned_64},
                                    Field{"dev_minor", u32, kind::unsigned_64},
                                    Field{"vma_name_size", u32, kind::unsigned_64},
                                    Field{"build_id_size", u32, kind::unsigned_64},
                                    Field{"vma_name_addr", u64, kind::pointer},
                                    Field{"build_id_addr", u64, kind::pointer}};
constexpr std::array told_mapping_fields{
    Field{"size", u64, kind::unsigned_64, 1, Form::hidden},
    Field{"query_flags", u64, kind::hex, 1, Form::hidden},
    Field{"query_addr", u64, kind::hex, 1, Form::hidden},
    Field{"vma_start", u64, kind::hex},
    Field{"vma_end", u64, kind::hex},
    Field{"vma_flags", u64, kind::flags(mapping_flags)},
    Field{"vma_page_size", u64, kind::unsigned_64},
    Field{"vma_offset", u64, kind::hex},
    Field{"inode", u64, kind::unsigned_64},
    Field{"dev_major", u32, kind::unsigned_64},
    Field{"dev_minor", u32, kind::unsigned_64},
    Field{"vma_name_size", u32, kind::unsigned_64},
    Field{"build_id_size", u32, kind::unsigned_64},
    shown(when::is_set("vma_name_size"), Field{"vma_name_addr", u64, kind::ended_bytes(length::sibling("vma_name_size"))}),
    shown(when::is_set("build_id_size"), Field{"build_id_addr", u64, kind::bytes_in_hex(length::sibling("build_id_size"))})};
constexpr std::string_view mapping_asked[] = {"size",          "query_flags",   "query_addr",   "vma_name_size",
                                              "build_id_size", "vma_name_addr", "build_id_addr"};
constexpr StructLayout told_mapping_layout = layout_of<told_mapping_fields>("procmap_query");
constexpr StructLayout mapping_layout =
    answered_by(told_mapping_layout, layout_of<mapping_fields>("procmap_query", StructShape::plain, View{mapping_asked, {}, {}}));

constexpr IoctlArgument rows[] = {
    takes(kind::signed_int, "FICLONE"),
    takes(kind::structure(range_layout), "FICLONERANGE"),
    changes(kind::structure(same_layout), "FIDEDUPERANGE"),
    alone("FIFREEZE FITHAW"),
    takes(kind::structure(trim_layout), "FITRIM"),
    answers(kind::pointed(attribute_element), "FS_IOC_GETFLAGS FS_IOC32_GETFLAGS"),
    takes(kind::pointed(attribute_element), "FS_IOC_SETFLAGS FS_IOC32_SETFLAGS"),
    answers(kind::structure(told_layout), "FS_IOC_FSGETXATTR"),
    takes(kind::structure(given_layout), "FS_IOC_FSSETXATTR"),
    changes(kind::structure(wanted_layout), "FS_IOC_FIEMAP"),
    answers(kind::structure(label_layout), "FS_IOC_GETFSLABEL"),
    takes(kind::structure(label_layout), "FS_IOC_SETFSLABEL"),

    answers(kind::pointed(uid_element), "NS_GET_OWNER_UID"),
    answers(kind::structure(system_id_layout), "FS_IOC_GETFSUUID"),
    answers(kind::structure(system_path_layout), "FS_IOC_GETFSSYSFSPATH"),
    changes(kind::structure(mapping_layout), "PROCMAP_QUERY"),
    answers(kind::structure(mounts_layout), "NS_MNT_GET_INFO NS_MNT_GET_NEXT NS_MNT_GET_PREV"),
    answers(pointed_u64, "NS_GET_MNTNS_ID"),
    takes(kind::signed_int, "NS_GET_PID_FROM_PIDNS NS_GET_TGID_FROM_PIDNS NS_GET_PID_IN_PIDNS NS_GET_TGID_IN_PIDNS"),
    alone("NS_GET_NSTYPE"),
    opens(alone("NS_GET_USERNS NS_GET_PARENT")),

    answers(pointed_int, "RNDGETENTCNT"),
    takes(pointed_int, "RNDADDTOENTCNT"),
    takes(kind::structure(entropy_layout), "RNDADDENTROPY"),
    alone("RNDZAPENTCNT RNDCLEARPOOL RNDRESEEDCRNG"),
};

}  // namespace

constinit const Rows file_rows = rows;

}  // namespace troupe::ioctls
