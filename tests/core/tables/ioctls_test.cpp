#include <gmock/gmock.h>
#include <linux/fs.h>
#include <linux/sockios.h>
#include <linux/vt.h>
#include <sys/ioctl.h>

#include <algorithm>

#include "troupe/core/constants.hpp"

namespace troupe {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> names_of(std::uint32_t code, Abi abi = Abi::x86_64) {
    std::vector<std::string_view> names;
    for (const IoctlRow& row : ioctls_of(code, abi)) names.push_back(row.symbol);
    return names;
}

TEST(Ioctls, AreInOrderOfCodesAndThenOfNamesInEveryAbi) {
    for (const Abi abi : all_abis) {
        const std::span<const IoctlRow> rows = ioctl_rows(abi);
        EXPECT_GT(rows.size(), 3000u);
        const bool sorted = std::ranges::is_sorted(rows, [](const IoctlRow& one, const IoctlRow& other) {
            return one.code != other.code ? one.code < other.code : one.symbol < other.symbol;
        });
        EXPECT_TRUE(sorted) << facts_of(abi).name;
    }
}

TEST(Ioctls, ANameComesOnce) {
    std::vector<std::string_view> names;
    for (const IoctlRow& row : ioctl_rows(Abi::x86_64)) names.push_back(row.symbol);
    std::ranges::sort(names);
    const auto twice = std::ranges::adjacent_find(names);
    EXPECT_EQ(twice, names.end()) << *twice;
}

TEST(Ioctls, HaveTheCodesThatThisProgramWasCompiledWith) {
    EXPECT_EQ(ioctl_named("TIOCGWINSZ", Abi::x86_64)->code, TIOCGWINSZ);
    EXPECT_EQ(ioctl_named("FIONREAD", Abi::x86_64)->code, FIONREAD);
    EXPECT_EQ(ioctl_named("SIOCGIFCONF", Abi::x86_64)->code, SIOCGIFCONF);
    EXPECT_EQ(ioctl_named("VT_GETSTATE", Abi::x86_64)->code, VT_GETSTATE);
    EXPECT_EQ(ioctl_named("BLKGETSIZE64", Abi::x86_64)->code, BLKGETSIZE64);
    EXPECT_EQ(ioctl_named("FICLONE", Abi::x86_64)->code, FICLONE);
}

TEST(Ioctls, ACodeHasTheSizeOfAStructureInItAndThatDependsOnTheAbi) {
    // _IOR(0x12, 114, size_t)
    EXPECT_EQ(ioctl_named("BLKGETSIZE64", Abi::x86_64)->code, 0x80081272u);
    EXPECT_EQ(ioctl_named("BLKGETSIZE64", Abi::i386)->code, 0x80041272u);
    EXPECT_EQ(ioctl_named("BLKGETSIZE64", Abi::x32)->code, 0x80041272u);
    EXPECT_THAT(names_of(0x80041272, Abi::i386), ElementsAre("BLKGETSIZE64"));
    EXPECT_THAT(names_of(0x80041272, Abi::x86_64), IsEmpty());
    // struct v4l2_buffer has a timeval and a pointer: three sizes
    const auto code = [](Abi abi) { return ioctl_named("VIDIOC_QUERYBUF", abi)->code; };
    EXPECT_NE(code(Abi::x86_64), code(Abi::i386));
}

TEST(Ioctls, DevicesShareCodes) {
    EXPECT_THAT(names_of(TCSETS), ElementsAre("SNDCTL_TMR_START", "TCSETS"));
    EXPECT_THAT(names_of(0x89f0), Contains("SIOCDEVPRIVATE"));
}

TEST(Ioctls, MacrosThatAreNoRequestsAreNotThere) {
    for (const std::string_view name : {"TIOCPKT_DATA", "TIOCM_DTR", "SIOCIWLAST", "LP_BUSY", "VT_EVENT_SWITCH", "HDIO_DRIVE_CMD_HDR_SIZE",
                                        "KDSKBMODE_", "IW_POWER_ON", "BINDER_CURRENT_PROTOCOL_VERSION", ""}) {
        EXPECT_EQ(ioctl_named(name, Abi::x86_64), nullptr) << name;
    }
    EXPECT_THAT(names_of(0xffffffff), IsEmpty());
}

TEST(Ioctls, EverySubjectIsThere) {
    for (const std::string_view name : {"DRM_IOCTL_MODE_GETRESOURCES",
                                        "DRM_IOCTL_I915_GEM_EXECBUFFER2",
                                        "KVM_RUN",
                                        "SNDRV_PCM_IOCTL_HW_PARAMS",
                                        "VFIO_GET_API_VERSION",
                                        "USBDEVFS_SUBMITURB",
                                        "TUNSETIFF",
                                        "LOOP_SET_FD",
                                        "NVME_IOCTL_ADMIN_CMD",
                                        "BTRFS_IOC_SNAP_CREATE_V2",
                                        "FS_IOC_FIEMAP",
                                        "PERF_EVENT_IOC_ENABLE",
                                        "UFFDIO_API",
                                        "SECCOMP_IOCTL_NOTIF_RECV",
                                        "FBIOGET_VSCREENINFO",
                                        "SG_IO",
                                        "CDROMEJECT",
                                        "HDIO_GETGEO",
                                        "SIOCGIWNAME",
                                        "TCGETS2",
                                        "PPPIOCGUNIT",
                                        "RTC_RD_TIME",
                                        "BINDER_WRITE_READ"}) {
        EXPECT_NE(ioctl_named(name, Abi::x86_64), nullptr) << name;
    }
}

}  // namespace
}  // namespace troupe
