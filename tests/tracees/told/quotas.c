/* quotactl: each command with its structure, what is not there, and commands that are none. The tracer answers. */
#define _GNU_SOURCE
#include <linux/dqblk_xfs.h>
#include <linux/quota.h>

#include "told.h"

static const char* wide(unsigned long long value) { return text("%llu", value); }

static const char* of_command(unsigned command, const char* name, unsigned type, const char* type_name) {
    const char* names = text("QCMD(%s, %s)", name == NULL ? text("%s /* Q_??? */", hex(command)) : name,
                             type_name == NULL ? text("%s /* ???QUOTA */", hex(type)) : type_name);
    const unsigned number = QCMD(command, type);
    return style == in_names ? names : style == in_numbers ? text("%u", number) : text("%u /* %s */", number, names);
}
#define COMMAND(command) of_command(command, #command, USRQUOTA, "USRQUOTA")
#define CALL(command, id, address) syscall(SYS_quotactl, QCMD(command, USRQUOTA), "dev", id, address)

static void tell_switches(void) {
    TELL_AS(CALL(Q_SYNC, 7, NULL), "quotactl(%s, \"dev\") = 0 (INJECTED)", COMMAND(Q_SYNC));
    TELL_AS(syscall(SYS_quotactl, QCMD(Q_SYNC, GRPQUOTA), NULL, 7, NULL), "quotactl(%s, NULL) = 0 (INJECTED)",
            of_command(Q_SYNC, "Q_SYNC", 1, "GRPQUOTA"));
    TELL_AS(CALL(Q_QUOTAON, QFMT_VFS_V1, "file"), "quotactl(%s, \"dev\", %s, \"file\") = 0 (INJECTED)", COMMAND(Q_QUOTAON),
            NAMED(QFMT_VFS_V1));
    TELL_AS(CALL(Q_QUOTAON, 99, NULL), "quotactl(%s, \"dev\", %s, NULL) = 0 (INJECTED)", COMMAND(Q_QUOTAON), unnamed(99, "QFMT_VFS"));
    TELL_AS(CALL(Q_QUOTAOFF, 0, NULL), "quotactl(%s, \"dev\") = 0 (INJECTED)", COMMAND(Q_QUOTAOFF));
    const unsigned format = QFMT_VFS_OLD;
    const void* place = PUT(1, format);
    TELL_AS(CALL(Q_GETFMT, 0, place), "quotactl(%s, \"dev\", [%s]) = 0 (INJECTED)", COMMAND(Q_GETFMT), NAMED(QFMT_VFS_OLD));
    TELL_AS(CALL(Q_GETFMT, 0, NULL), "quotactl(%s, \"dev\", NULL) = 0 (INJECTED)", COMMAND(Q_GETFMT));
    const unsigned switched = 0x3f;
    place = PUT(1, switched);
    const char* all =
        named(0x3f, "FS_QUOTA_UDQ_ACCT|FS_QUOTA_UDQ_ENFD|FS_QUOTA_GDQ_ACCT|FS_QUOTA_GDQ_ENFD|FS_QUOTA_PDQ_ACCT|FS_QUOTA_PDQ_ENFD");
    TELL_AS(CALL(Q_XQUOTAON, 0, place), "quotactl(%s, \"dev\", [%s]) = 0 (INJECTED)", COMMAND(Q_XQUOTAON), all);
    TELL_AS(CALL(Q_XQUOTAOFF, 0, place), "quotactl(%s, \"dev\", [%s]) = 0 (INJECTED)", COMMAND(Q_XQUOTAOFF), all);
    const unsigned removed = 0x17;
    place = PUT(1, removed);
    TELL_AS(CALL(Q_XQUOTARM, 0, place), "quotactl(%s, \"dev\", [%s]) = 0 (INJECTED)", COMMAND(Q_XQUOTARM),
            named(0x17, "FS_USER_QUOTA|FS_PROJ_QUOTA|FS_GROUP_QUOTA|0x10"));
    TELL_AS(CALL(Q_XQUOTASYNC, 0, place), "quotactl(%s, \"dev\") = 0 (INJECTED)", COMMAND(Q_XQUOTASYNC));
    TELL_AS(syscall(SYS_quotactl, QCMD(0x123456, 0x33), unreadable(), -1L, NULL), "quotactl(%s, %s, -1, NULL) = 0 (INJECTED)",
            of_command(0x123456, NULL, 0x33, NULL), pointer(unreadable()));
}

static const char* of_quota(const struct if_dqblk* quota, const char* more) {
    return text("{dqb_bhardlimit=%s, dqb_bsoftlimit=%s, dqb_curspace=%s, dqb_ihardlimit=%s, dqb_isoftlimit=%s, dqb_curinodes=%s%s}",
                wide(quota->dqb_bhardlimit), wide(quota->dqb_bsoftlimit), wide(quota->dqb_curspace), wide(quota->dqb_ihardlimit),
                wide(quota->dqb_isoftlimit), wide(quota->dqb_curinodes), more);
}

static void tell_limits(void) {
    const struct if_nextdqblk next = {~0ULL, 1, 2, 3, 4, 5, 6, 7, 0x7f, 0x80000000};
    const void* place = PUT(1, next);
    struct if_dqblk plain;
    memcpy(&plain, &next, sizeof(plain));
    const char* verbosely = text(", dqb_btime=6, dqb_itime=7, dqb_valid=%s",
                                 named(0x7f, "QIF_BLIMITS|QIF_SPACE|QIF_ILIMITS|QIF_INODES|QIF_BTIME|QIF_ITIME|0x40"));
    const char* told_plain = of_quota(&plain, either(", ...", verbosely));
    TELL_AS(CALL(Q_GETQUOTA, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_GETQUOTA), told_plain);
    TELL_AS(CALL(Q_SETQUOTA, 0xffffffffU, place), "quotactl(%s, \"dev\", -1, %s) = 0 (INJECTED)", COMMAND(Q_SETQUOTA), told_plain);
    TELL_AS(CALL(Q_GETNEXTQUOTA, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_GETNEXTQUOTA),
            of_quota(&plain, either(", dqb_id=2147483648, ...", text("%s, dqb_id=2147483648", verbosely))));
    TELL_AS(CALL(Q_GETQUOTA, 7, unreadable()), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_GETQUOTA), pointer(unreadable()));
    place = put_short(2, &plain, 68, 1);
    TELL_AS(CALL(Q_SETQUOTA, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_SETQUOTA), pointer(place));
    TELL_AS(syscall(SYS_quotactl_fd, -1, QCMD(Q_GETQUOTA, PRJQUOTA), 7, NULL), "quotactl_fd(-1, %s, 7, NULL) = 0 (INJECTED)",
            of_command(Q_GETQUOTA, "Q_GETQUOTA", 2, "PRJQUOTA"));
    const struct if_dqinfo info = {1, 1ULL << 63, 0x10003, 0xf};
    place = PUT(1, info);
    const char* told_info = text("{dqi_bgrace=1, dqi_igrace=9223372036854775808, dqi_flags=%s, dqi_valid=%s}",
                                 named(0x10003, "DQF_ROOT_SQUASH|DQF_SYS_FILE|0x2"), named(0xf, "IIF_BGRACE|IIF_IGRACE|IIF_FLAGS|0x8"));
    TELL_AS(CALL(Q_GETINFO, 7, place), "quotactl(%s, \"dev\", %s) = 0 (INJECTED)", COMMAND(Q_GETINFO), told_info);
    TELL_AS(CALL(Q_SETINFO, 7, place), "quotactl(%s, \"dev\", %s) = 0 (INJECTED)", COMMAND(Q_SETINFO), told_info);
}

static void tell_disk_quotas(void) {
    const struct fs_disk_quota quota = {.d_version = -1,
                                        .d_flags = 0x17,
                                        .d_fieldmask = 0x8001,
                                        .d_id = 0xffffffff,
                                        .d_blk_hardlimit = 1,
                                        .d_blk_softlimit = 2,
                                        .d_ino_hardlimit = 3,
                                        .d_ino_softlimit = 4,
                                        .d_bcount = ~0ULL,
                                        .d_icount = 6,
                                        .d_itimer = -7,
                                        .d_btimer = 8,
                                        .d_iwarns = 65535,
                                        .d_bwarns = 10,
                                        .d_rtb_hardlimit = 11,
                                        .d_rtb_softlimit = 12,
                                        .d_rtbcount = 13,
                                        .d_rtbtimer = -14,
                                        .d_rtbwarns = 15};
    const void* place = PUT(1, quota);
    const char* more =
        ", d_itimer=-7, d_btimer=8, d_iwarns=65535, d_bwarns=10, d_rtb_hardlimit=11, d_rtb_softlimit=12, d_rtbcount=13, d_rtbtimer=-14, "
        "d_rtbwarns=15";
    const char* all = text(
        "{d_version=-1, d_flags=%s, d_fieldmask=0x8001, d_id=4294967295, d_blk_hardlimit=1, d_blk_softlimit=2, d_ino_hardlimit=3, "
        "d_ino_softlimit=4, d_bcount=18446744073709551615, d_icount=6%s}",
        named(0x17, "FS_USER_QUOTA|FS_PROJ_QUOTA|FS_GROUP_QUOTA|0x10"), either(", ...", more));
    TELL_AS(CALL(Q_XGETQUOTA, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_XGETQUOTA), all);
    TELL_AS(CALL(Q_XGETNEXTQUOTA, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_XGETNEXTQUOTA), all);
    TELL_AS(CALL(Q_XSETQLIM, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_XSETQLIM), all);
    place = PUT_SHORT(2, quota, 1);
    TELL_AS(CALL(Q_XSETQLIM, 7, place), "quotactl(%s, \"dev\", 7, %s) = 0 (INJECTED)", COMMAND(Q_XSETQLIM), pointer(place));
    TELL_AS(CALL(Q_XGETQUOTA, 7, NULL), "quotactl(%s, \"dev\", 7, NULL) = 0 (INJECTED)", COMMAND(Q_XGETQUOTA));
}

static void tell_states(void) {
    const struct fs_quota_stat state = {.qs_version = 1,
                                        .qs_flags = 0x41,
                                        .qs_uquota = {1, 2, 3},
                                        .qs_gquota = {~0ULL, 5, 0xffffffff},
                                        .qs_incoredqs = 7,
                                        .qs_btimelimit = -1,
                                        .qs_itimelimit = 9,
                                        .qs_rtbtimelimit = 10,
                                        .qs_bwarnlimit = 65535,
                                        .qs_iwarnlimit = 12};
    const void* place = PUT(1, state);
    const char* flags = named(0x41, "FS_QUOTA_UDQ_ACCT|0x40");
    const char* files =
        "qs_uquota={qfs_ino=1, qfs_nblks=2, qfs_nextents=3}, qs_gquota={qfs_ino=18446744073709551615, qfs_nblks=5, "
        "qfs_nextents=4294967295}";
    const char* limits = "qs_btimelimit=-1, qs_itimelimit=9, qs_rtbtimelimit=10, qs_bwarnlimit=65535, qs_iwarnlimit=12";
    TELL_AS(CALL(Q_XGETQSTAT, 7, place), "quotactl(%s, \"dev\", {qs_version=1, %s}) = 0 (INJECTED)", COMMAND(Q_XGETQSTAT),
            either("...", text("qs_flags=%s, %s, qs_incoredqs=7, %s", flags, files, limits)));
    const struct fs_quota_statv newer = {.qs_version = -2,
                                         .qs_flags = 0x41,
                                         .qs_incoredqs = 7,
                                         .qs_uquota = {1, 2, 3, 0},
                                         .qs_gquota = {~0ULL, 5, 0xffffffff, 0},
                                         .qs_pquota = {6, 7, 8, 0},
                                         .qs_btimelimit = -1,
                                         .qs_itimelimit = 9,
                                         .qs_rtbtimelimit = 10,
                                         .qs_bwarnlimit = 65535,
                                         .qs_iwarnlimit = 12};
    place = PUT(1, newer);
    TELL_AS(CALL(Q_XGETQSTATV, 7, place), "quotactl(%s, \"dev\", {qs_version=-2, %s}) = 0 (INJECTED)", COMMAND(Q_XGETQSTATV),
            either("...",
                   text("qs_flags=%s, qs_incoredqs=7, %s, qs_pquota={qfs_ino=6, qfs_nblks=7, qfs_nextents=8}, %s", flags, files, limits)));
    TELL_AS(CALL(Q_XGETQSTAT, 7, unreadable()), "quotactl(%s, \"dev\", %s) = 0 (INJECTED)", COMMAND(Q_XGETQSTAT), pointer(unreadable()));
    TELL_AS(CALL(Q_XGETQSTATV, 7, NULL), "quotactl(%s, \"dev\", NULL) = 0 (INJECTED)", COMMAND(Q_XGETQSTATV));
}

static void tell_calls(void) {
    tell_switches();
    tell_limits();
    tell_disk_quotas();
    tell_states();
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e inject=quotactl,quotactl_fd:retval=0"); }
