/* Requests of block devices, file systems, loop devices and namespaces. */
#define _GNU_SOURCE
#include <linux/blkpg.h>
#include <linux/blktrace_api.h>
#include <linux/blkzoned.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/fsverity.h>
#include <linux/loop.h>
#include <linux/nsfs.h>

#include "ioctls.h"

static void tell_block_devices(void) {
    const int number = 7;
    const int64_t wide = 7;
    const long native = 7;
    const unsigned short small = 7;
    const uint64_t range[2] = {1, 2};
    TELL_FILLED_AND_TAKEN(BLKROGET, BLKROSET, number, "[7]");
    TELL_FILLED_AND_TAKEN(BLKBSZGET, BLKBSZSET, number, "[7]");
    TELL_FILLED(BLKSSZGET, number, "[7]");
    TELL_FILLED(BLKPBSZGET, number, "[7]");
    TELL_FILLED(BLKIOMIN, number, "[7]");
    TELL_FILLED(BLKIOOPT, number, "[7]");
    TELL_FILLED(BLKALIGNOFF, number, "[7]");
    TELL_FILLED(BLKDISCARDZEROES, number, "[7]");
    TELL_FILLED(BLKSECTGET, small, "[7]");
    TELL_FILLED(BLKROTATIONAL, small, "[7]");
    TELL_FILLED(BLKRAGET, native, "[7]");
    TELL_NUMBER(BLKRASET, 7, "7");
    TELL_FILLED(BLKFRAGET, native, "[7]");
    TELL_NUMBER(BLKFRASET, 7, "7");
    TELL_FILLED(BLKGETSIZE, native, "[7]");
    TELL_FILLED(BLKGETSIZE64, wide, "[7]");
    TELL_TAKEN(BLKDISCARD, range, "[1, 2]");
    TELL_TAKEN(BLKSECDISCARD, range, "[1, 2]");
    TELL_TAKEN(BLKZEROOUT, range, "[1, 2]");
    TELL_ALONE(BLKRRPART);
    TELL_ALONE(BLKFLSBUF);
    TELL_ALONE(BLKTRACESTART);
    TELL_ALONE(BLKTRACESTOP);
    TELL_ALONE(BLKTRACETEARDOWN);
    struct blk_user_trace_setup trace = {"sda", 2, 3, 4, 5, 6, 7};
    TELL_OBJECT(BLKTRACESETUP, trace, "{act_mask=2, buf_size=3, buf_nr=4, start_lba=5, end_lba=6, pid=7}",
                "{act_mask=2, buf_size=3, buf_nr=4, start_lba=5, end_lba=6, pid=7, name=\"sda\"}");
    TELL_UNDECODED(BLKRESETZONE);
    TELL_UNDECODED(BLKOPENZONE);
    TELL_FILLED(BLKGETZONESZ, number, "[7]");
    TELL_FILLED(BLKGETNRZONES, number, "[7]");
}

static void tell_file_systems(void) {
    TELL_UNDECODED(FIBMAP);
    TELL_UNDECODED(FIGETBSZ);
    TELL_ALONE(FIFREEZE);
    TELL_ALONE(FITHAW);
    /* Their numbers say a long, what they take is an int. */
#define NAME_OF_32(name) (sizeof(word) == 8 ? "FS_IOC_" name : "FS_IOC32_" name)
    const int flags = FS_IMMUTABLE_FL | FS_APPEND_FL;
    TELL_FILLED_AS(FS_IOC_GETFLAGS, NAME_OF_32("GETFLAGS"), flags, "[<0x30:FS_IMMUTABLE_FL|FS_APPEND_FL>]");
    TELL_TAKEN_AS(FS_IOC_SETFLAGS, NAME_OF_32("SETFLAGS"), flags, "[<0x30:FS_IMMUTABLE_FL|FS_APPEND_FL>]");
    TELL_UNDECODED_AS(FS_IOC_GETVERSION, NAME_OF_32("GETVERSION"));
    TELL_UNDECODED_AS(FS_IOC_SETVERSION, NAME_OF_32("SETVERSION"));
    TELL_NUMBER_AS(FICLONE, "BTRFS_IOC_CLONE or FICLONE", 5, "5");
    TELL_NUMBER_AS(FICLONE, "BTRFS_IOC_CLONE or FICLONE", -1, "-1");
    struct fstrim_range trim = {1, 2, 3};
    TELL_OBJECT(FITRIM, trim, "{start=0x1, len=2, minlen=3}", "{start=0x1, len=2, minlen=3}");
    struct fsxattr attributes = {FS_XFLAG_SYNC | FS_XFLAG_DAX, 2, 3, 4, 5, {0}};
    TELL_FILLED(FS_IOC_FSGETXATTR, attributes,
                "{fsx_xflags=<0x8020:FS_XFLAG_SYNC|FS_XFLAG_DAX>, fsx_extsize=2, fsx_nextents=3, fsx_projid=0x4, fsx_cowextsize=5}");
    TELL_TAKEN(FS_IOC_FSSETXATTR, attributes,
               "{fsx_xflags=<0x8020:FS_XFLAG_SYNC|FS_XFLAG_DAX>, fsx_extsize=2, fsx_projid=0x4, fsx_cowextsize=5}");
    struct file_clone_range clone = {5, 1, 2, 3};
    TELL_TAKEN_AS(FICLONERANGE, "BTRFS_IOC_CLONE_RANGE or FICLONERANGE", clone, "{src_fd=5, src_offset=1, src_length=2, dest_offset=3}");
    struct {
        struct file_dedupe_range range;
        struct file_dedupe_range_info info[2];
    } same = {{1, 2, 2, 0, 0}, {{5, 6, 7, 0, 0}, {-1, 9, 10, -22, 0}}};
    TELL_WHOLE_AS(FIDEDUPERANGE, "BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE", same,
                  "{src_offset=1, src_length=2, dest_count=2, info=[{dest_fd=5, dest_offset=6}, {dest_fd=-1, dest_offset=9}]}",
                  "{src_offset=1, src_length=2, dest_count=2, info=[{dest_fd=5, dest_offset=6}, {dest_fd=-1, dest_offset=9}]} => "
                  "{info=[{bytes_deduped=7, status=0}, {bytes_deduped=10, status=-22}]}");
    struct {
        struct fiemap map;
        struct fiemap_extent extents[2];
    } map = {{1, 2, FIEMAP_FLAG_SYNC, 2, 2, 0},
             {{.fe_logical = 1, .fe_physical = 2, .fe_length = 3, .fe_flags = FIEMAP_EXTENT_LAST}, {.fe_flags = 0x77000000}}};
    TELL_WHOLE(FS_IOC_FIEMAP, map, "{fm_start=1, fm_length=2, fm_flags=<0x1:FIEMAP_FLAG_SYNC>, fm_extent_count=2}",
               either("{fm_start=1, fm_length=2, fm_flags=<0x1:FIEMAP_FLAG_SYNC>, fm_extent_count=2} => {fm_flags=<0x1:FIEMAP_FLAG_SYNC>, "
                      "fm_mapped_extents=2, ...}",
                      "{fm_start=1, fm_length=2, fm_flags=<0x1:FIEMAP_FLAG_SYNC>, fm_extent_count=2} => {fm_flags=<0x1:FIEMAP_FLAG_SYNC>, "
                      "fm_mapped_extents=2, fm_extents=[{fe_logical=1, fe_physical=2, fe_length=3, fe_flags=<0x1:FIEMAP_EXTENT_LAST>}, "
                      "{fe_logical=0, fe_physical=0, fe_length=0, fe_flags=<0x77000000:?FIEMAP_EXTENT>}]}"));
    const char label[FSLABEL_MAX] = "label";
    TELL_FILLED_AND_TAKEN(FS_IOC_GETFSLABEL, FS_IOC_SETFSLABEL, label, "\"label\"");
}

static void tell_loops(void) {
    struct loop_info info = {1, 2, 3, 4, 5, 6, 7, LO_FLAGS_READ_ONLY, "name", {1}, {1, 2}, {0}};
    TELL_FILLED_AND_TAKEN(
        LOOP_GET_STATUS, LOOP_SET_STATUS, info,
        either("{lo_number=1, lo_offset=0x5, lo_encrypt_type=<0x6:LO_CRYPT_IDEA>, lo_encrypt_key_size=7, "
               "lo_flags=<0x1:LO_FLAGS_READ_ONLY>, lo_name=\"name\", lo_encrypt_key=\"\\1\\0\\0\\0\\0\\0\\0\", ...}",
               "{lo_number=1, lo_device=<0x2:makedev(0, 0x2)>, lo_inode=3, lo_rdevice=<0x4:makedev(0, 0x4)>, lo_offset=0x5, "
               "lo_encrypt_type=<0x6:LO_CRYPT_IDEA>, lo_encrypt_key_size=7, lo_flags=<0x1:LO_FLAGS_READ_ONLY>, lo_name=\"name\", "
               "lo_encrypt_key=\"\\1\\0\\0\\0\\0\\0\\0\", lo_init=[0x1, 0x2], reserved=[0, 0, 0, 0]}"));
    struct loop_info64 wide = {1, 2, 3, 4, 5, 6, 7, 8, LO_FLAGS_AUTOCLEAR | LO_FLAGS_PARTSCAN, "file", "name", {1}, {1, 2}};
    TELL_FILLED_AND_TAKEN(
        LOOP_GET_STATUS64, LOOP_SET_STATUS64, wide,
        either("{lo_offset=0x4, lo_number=6, lo_encrypt_type=<0x7:?LO_CRYPT>, lo_encrypt_key_size=8, "
               "lo_flags=<0xc:LO_FLAGS_AUTOCLEAR|LO_FLAGS_PARTSCAN>, lo_file_name=\"file\", lo_crypt_name=\"name\", "
               "lo_encrypt_key=\"\\1\\0\\0\\0\\0\\0\\0\\0\", ...}",
               "{lo_device=<0x1:makedev(0, 0x1)>, lo_inode=2, lo_rdevice=<0x3:makedev(0, 0x3)>, lo_offset=0x4, lo_sizelimit=5, "
               "lo_number=6, lo_encrypt_type=<0x7:?LO_CRYPT>, lo_encrypt_key_size=8, lo_flags=<0xc:LO_FLAGS_AUTOCLEAR|LO_FLAGS_PARTSCAN>, "
               "lo_file_name=\"file\", lo_crypt_name=\"name\", lo_encrypt_key=\"\\1\\0\\0\\0\\0\\0\\0\\0\", lo_init=[0x1, 0x2]}"));
    struct loop_config config = {5, 512, {.lo_flags = LO_FLAGS_DIRECT_IO}, {0}};
    TELL_TAKEN(LOOP_CONFIGURE, config,
               either("{fd=5, block_size=512, info={lo_offset=0, lo_number=0, lo_flags=<0x10:LO_FLAGS_DIRECT_IO>, lo_file_name=\"\", ...}}",
                      "{fd=5, block_size=512, info={lo_device=<0:makedev(0, 0)>, lo_inode=0, lo_rdevice=<0:makedev(0, 0)>, lo_offset=0, "
                      "lo_sizelimit=0, lo_number=0, lo_encrypt_type=<0:LO_CRYPT_NONE>, lo_encrypt_key_size=0, "
                      "lo_flags=<0x10:LO_FLAGS_DIRECT_IO>, lo_file_name=\"\", lo_crypt_name=\"\", lo_encrypt_key=\"\", lo_init=[0, 0]}}"));
    TELL_NUMBER(LOOP_SET_FD, 5, "5");
    TELL_NUMBER(LOOP_CHANGE_FD, 5, "5");
    TELL_ALONE(LOOP_CLR_FD);
    TELL_ALONE(LOOP_SET_CAPACITY);
    TELL_NUMBER(LOOP_SET_DIRECT_IO, 1, "1");
    TELL_NUMBER(LOOP_SET_BLOCK_SIZE, 512, "512");
    TELL_NUMBER(LOOP_CTL_ADD, 5, "5");
    TELL_NUMBER(LOOP_CTL_REMOVE, 5, "5");
    TELL_ALONE(LOOP_CTL_GET_FREE);
}

static void tell_namespaces(void) {
    TELL_ALONE(NS_GET_USERNS);
    TELL_ALONE(NS_GET_PARENT);
    tell_argument(_IO(0xb7, 3), "NS_GET_NSTYPE", NULL, "", "");
    const uint64_t number = 7;
    tell_object(_IOR(0xb7, 5, number), "NS_GET_MNTNS_ID", &number, sizeof(number), NULL, "[7]");
    const unsigned owner = 7;
    TELL_FILLED(NS_GET_OWNER_UID, owner, "[7]");
}

static void tell_calls(void) {
    tell_block_devices();
    tell_file_systems();
    tell_loops();
    tell_namespaces();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
