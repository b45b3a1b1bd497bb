/* Requests of disks: IDE and SCSI, memory technology devices and their volumes, network block devices. */
#define _GNU_SOURCE
#include <linux/hdreg.h>
#include <linux/nbd.h>
#include <mtd/mtd-user.h>
#include <mtd/ubi-user.h>
#include <scsi/scsi.h>
#include <scsi/sg.h>

#include "ioctls.h"

static void tell_ide(void) {
    const struct hd_geometry geometry = {1, 2, 3, 4};
    const unsigned char command[8] = {0xec, 1, 2, 0, 5, 6, 7, 8};
    const unsigned long number = 5;
    TELL_FILLED(HDIO_GETGEO, geometry, "{heads=1, sectors=2, cylinders=3, start=4}");
    TELL_WHOLE(HDIO_DRIVE_CMD, command, "{command=<0xec:ATA_CMD_ID_ATA>, sector_number=1, feature=2, sector_count=0}",
               "{command=<0xec:ATA_CMD_ID_ATA>, sector_number=1, feature=2, sector_count=0} => {status=0xec, error=1, nsector=2}");
    if (sizeof(word) == 4) {
        return; /* the others are numbers of longs, which differ there */
    }
    TELL_POINTER(HDIO_GET_IDENTITY);
    TELL_FILLED(HDIO_GET_DMA, number, "[5]");
    TELL_NUMBER(HDIO_SET_DMA, 1, "1");
    TELL_FILLED(HDIO_GET_MULTCOUNT, number, "[5]");
}

static void tell_scsi(void) {
    const int number = 7;
    const struct sg_io_hdr header = {
        .interface_id = 'S', .dxfer_direction = SG_DXFER_NONE, .flags = SG_FLAG_DIRECT_IO, .timeout = 5, .usr_ptr = NULL};
    TELL_WHOLE(SG_IO, header,
               "{interface_id='S', dxfer_direction=<0xffffffff:SG_DXFER_NONE>, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=0, "
               "dxfer_len=0, timeout=5, flags=<0x1:SG_FLAG_DIRECT_IO>, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, "
               "host_status=0, driver_status=0, resid=0, duration=0, info=0}",
               "{interface_id='S', dxfer_direction=<0xffffffff:SG_DXFER_NONE>, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=0, "
               "dxfer_len=0, timeout=5, flags=<0x1:SG_FLAG_DIRECT_IO>, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, "
               "host_status=0, driver_status=0, resid=0, duration=0, info=0}");
    TELL_FILLED(SG_GET_VERSION_NUM, number, "[7]");
    TELL_ALONE(SG_GET_TIMEOUT);
    TELL_TAKEN(SG_SET_TIMEOUT, number, "[7]");
    TELL_FILLED(SG_GET_SG_TABLESIZE, number, "[7]");
    TELL_FILLED_AND_TAKEN(SG_GET_RESERVED_SIZE, SG_SET_RESERVED_SIZE, number, "[7]");
    TELL_FILLED(SG_GET_NUM_WAITING, number, "[7]");
    TELL_POINTER(SG_GET_SCSI_ID);
    TELL_FILLED_AND_TAKEN(SG_EMULATED_HOST, SG_NEXT_CMD_LEN, number, "[7]");
    TELL_NUMBER(SG_SCSI_RESET, 0, "NULL");
}

static void tell_memory_technology(void) {
    const struct mtd_info_user about = {MTD_NORFLASH, MTD_WRITEABLE, 3, 4, 5, 6, 0};
    const struct erase_info_user range = {1, 2};
    const struct erase_info_user64 wide = {1, 2};
    const struct mtd_oob_buf spare = {1, 2, NULL};
    const struct mtd_oob_buf64 spare64 = {1, 0, 2, 3};
    const struct region_info_user region = {1, 2, 3, 4};
    const struct otp_info protected = {1, 2, 3};
    const struct mtd_ecc_stats counts = {1, 2, 3, 4};
    const struct mtd_write_req request = {1, 2, 3, 4, 5, MTD_OPS_RAW, {0}};
    const struct nand_oobinfo layout = {MTD_NANDECC_PLACE, 2, {{1, 2}}, {3, 4}};
    const struct nand_ecclayout_user eccs = {1, {2}, 3, {{4, 5}}};
    const int number = 7;
    const int64_t offset = 7;
    TELL_FILLED_AS(
        MEMGETINFO, "MIXER_READ(1) or MEMGETINFO", about,
        "{type=<0x3:MTD_NORFLASH>, flags=<0x400:MTD_WRITEABLE>, size=0x3, erasesize=0x4, writesize=0x5, oobsize=0x6, padding=0}");
    TELL_TAKEN_AS(MEMERASE, "MIXER_WRITE(2) or MEMERASE", range, "{start=0x1, length=0x2}");
    TELL_TAKEN_AS(MEMERASE64, "MIXER_WRITE(20) or MEMERASE64", wide, "{start=0x1, length=0x2}");
    TELL_TAKEN_AS(MEMLOCK, "MIXER_WRITE(5) or MEMLOCK", range, "{start=0x1, length=0x2}");
    TELL_TAKEN_AS(MEMUNLOCK, "MIXER_WRITE(6) or MEMUNLOCK", range, "{start=0x1, length=0x2}");
    TELL_TAKEN_AS(MEMISLOCKED, "MIXER_READ(23) or MEMISLOCKED", range, "{start=0x1, length=0x2}");
    TELL_TAKEN(MEMWRITEOOB, spare, "{start=0x1, length=0x2, ptr=NULL}");
    TELL_TAKEN(MEMREADOOB, spare, "{start=0x1, length=0x2, ptr=NULL}");
    TELL_TAKEN(MEMWRITEOOB64, spare64, "{start=0x1, length=0x2, usr_ptr=0x3}");
    TELL_TAKEN(MEMWRITE, request, "{start=0x1, len=0x2, ooblen=0x3, usr_data=0x4, usr_oob=0x5, mode=<0x2:MTD_OPS_RAW>}");
    TELL_FILLED_AS(MEMGETREGIONCOUNT, "MIXER_READ(7) or MEMGETREGIONCOUNT", number, "[7]");
    TELL_OBJECT_AS(MEMGETREGIONINFO, sizeof(word) == 8 ? "MEMGETREGIONINFO" : "MEMGETREGIONINFO or MTRRIOC_GET_PAGE_ENTRY", region,
                   "{regionindex=0x4}", "{regionindex=0x4, offset=0x1, erasesize=0x2, numblocks=0x3}");
    TELL_FILLED_AS(MEMGETOOBSEL, "MIXER_READ(10) or MEMGETOOBSEL", layout,
                   "{useecc=<0x1:MTD_NANDECC_PLACE>, eccbytes=0x2, oobfree=[[0x1, 0x2], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], "
                   "[0, 0]], eccpos=[0x3, 0x4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}");
    TELL_TAKEN_AS(MEMGETBADBLOCK, "MIXER_WRITE(11) or MEMGETBADBLOCK", offset, "[7]");
    TELL_TAKEN_AS(MEMSETBADBLOCK, "MIXER_WRITE(12) or MEMSETBADBLOCK", offset, "[7]");
    TELL_TAKEN_AS(OTPSELECT, "MIXER_READ(13) or OTPSELECT", number, "[<0x7:?MTD_OTP>]");
    TELL_FILLED_AS(OTPGETREGIONCOUNT, "MIXER_WRITE(14) or OTPGETREGIONCOUNT", number, "[7]");
    TELL_FILLED_AS(OTPGETREGIONINFO, "MIXER_WRITE(15) or OTPGETREGIONINFO", protected, "{start=0x1, length=0x2, locked=3}");
    TELL_TAKEN_AS(OTPLOCK, "MIXER_READ(16) or OTPLOCK", protected, "{start=0x1, length=0x2, locked=3}");
    TELL_FILLED_AS(ECCGETLAYOUT, "MIXER_READ(17) or ECCGETLAYOUT", eccs,
                   either("{eccbytes=0x1, eccpos=[0x2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
                          "0, 0, 0, ...], oobavail=0x3, oobfree=[{offset=0x4, length=0x5}, {offset=0, length=0}, {offset=0, length=0}, "
                          "{offset=0, length=0}, {offset=0, length=0}, {offset=0, length=0}, {offset=0, length=0}, {offset=0, length=0}]}",
                          "{eccbytes=0x1, eccpos=[0x2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
                          "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "
                          "oobavail=0x3, oobfree=[{offset=0x4, length=0x5}, {offset=0, length=0}, {offset=0, length=0}, {offset=0, "
                          "length=0}, {offset=0, length=0}, {offset=0, length=0}, {offset=0, length=0}, {offset=0, length=0}]}"));
    TELL_FILLED_AS(ECCGETSTATS, "MIXER_READ(18) or ECCGETSTATS", counts, "{corrected=0x1, failed=0x2, badblocks=0x3, bbtblocks=0x4}");
    TELL_NUMBER(MTDFILEMODE, MTD_FILE_MODE_RAW, "<0x3:MTD_FILE_MODE_RAW>");
}

static void tell_volumes(void) {
    const struct ubi_attach_req attach = {.ubi_num = 1, .mtd_num = 2, .vid_hdr_offset = 3, .max_beb_per1024 = 4};
    const struct ubi_mkvol_req make = {
        .vol_id = 1, .alignment = 2, .bytes = 3, .vol_type = UBI_STATIC_VOLUME, .name_len = 4, .name = "name"};
    const struct ubi_rsvol_req resize = {1, 2};
    const struct ubi_leb_change_req change = {1, 2, 3, {0}};
    const struct ubi_map_req map = {1, 2, {0}};
    const struct ubi_set_vol_prop_req property = {UBI_VOL_PROP_DIRECT_WRITE, {0}, 5};
    const int number = 7;
    const int64_t wide = 7;
    TELL_OBJECT(UBI_IOCATT, attach, "{ubi_num=1, mtd_num=2, vid_hdr_offset=3, max_beb_per1024=4}",
                "{ubi_num=1, mtd_num=2, vid_hdr_offset=3, max_beb_per1024=4} => [1]");
    TELL_TAKEN(UBI_IOCDET, number, "[7]");
    TELL_OBJECT(UBI_IOCMKVOL, make,
                "{vol_id=1, alignment=2, bytes=3, vol_type=<0x4:UBI_STATIC_VOLUME>, flags=0, name_len=4, name=\"name\"}",
                "{vol_id=1, alignment=2, bytes=3, vol_type=<0x4:UBI_STATIC_VOLUME>, flags=0, name_len=4, name=\"name\"} => [1]");
    TELL_TAKEN(UBI_IOCRMVOL, number, "[7]");
    TELL_TAKEN(UBI_IOCRSVOL, resize, "{bytes=1, vol_id=2}");
    TELL_TAKEN(UBI_IOCVOLUP, wide, "[7]");
    TELL_TAKEN(UBI_IOCEBER, number, "[7]");
    TELL_TAKEN(UBI_IOCEBCH, change, "{lnum=1, bytes=2, dtype=<0x3:UBI_UNKNOWN>}");
    TELL_TAKEN(UBI_IOCEBMAP, map, "{lnum=1, dtype=<0x2:UBI_SHORTTERM>}");
    TELL_TAKEN(UBI_IOCEBUNMAP, number, "[7]");
    TELL_TAKEN(UBI_IOCEBISMAP, number, "[7]");
    TELL_TAKEN(UBI_IOCSETVOLPROP, property, "{property=<0x1:UBI_VOL_PROP_DIRECT_WRITE>, value=0x5}");
    TELL_ALONE(UBI_IOCVOLCRBLK);
    TELL_ALONE(UBI_IOCVOLRMBLK);
}

static void tell_network_block_devices(void) {
    TELL_NUMBER(NBD_SET_SOCK, 5, "5");
    TELL_NUMBER(NBD_SET_BLKSIZE, 512, "512");
    TELL_NUMBER(NBD_SET_SIZE, 512, "512");
    TELL_ALONE(NBD_DO_IT);
    TELL_ALONE(NBD_CLEAR_SOCK);
    TELL_ALONE(NBD_CLEAR_QUE);
    TELL_ALONE(NBD_PRINT_DEBUG);
    TELL_NUMBER(NBD_SET_SIZE_BLOCKS, 3, "3");
    TELL_ALONE(NBD_DISCONNECT);
    TELL_NUMBER(NBD_SET_TIMEOUT, 3, "3");
    TELL_NUMBER(NBD_SET_FLAGS, 3, "<0x3:NBD_FLAG_HAS_FLAGS|NBD_FLAG_READ_ONLY>");
}

static void tell_calls(void) {
    tell_ide();
    tell_scsi();
    tell_memory_technology();
    tell_volumes();
    tell_network_block_devices();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
