#include <gtest/gtest.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/gpio.h>
#include <linux/input.h>
#include <linux/kd.h>
#include <linux/loop.h>
#include <linux/ptp_clock.h>
#include <linux/random.h>
#include <linux/rtc.h>
#include <linux/sockios.h>
#include <linux/userfaultfd.h>

#include <array>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Requests of ioctl, and what they take.
namespace troupe::tests {
namespace {

std::string request(std::uint64_t code, std::uint64_t argument = 0) { return DecodedCall("ioctl").args({3, code, argument}).fails(25); }

TEST(IoctlNames, HaveTheirParametersInThem) {
    EXPECT_EQ(request(EVIOCGNAME(32), place), "ioctl(3, EVIOCGNAME(32), 0x1000)" + no_device);
    EXPECT_EQ(request(EVIOCGBIT(0, 8)), "ioctl(3, EVIOCGBIT(0, 8), NULL)" + no_device);
    EXPECT_EQ(request(EVIOCGBIT(EV_KEY, 96)), "ioctl(3, EVIOCGBIT(EV_KEY, 96), NULL)" + no_device);
    EXPECT_EQ(request(EVIOCGABS(ABS_RX)), "ioctl(3, EVIOCGABS(ABS_RX), NULL)" + no_device);
    EXPECT_EQ(request(EVIOCGABS(0x3f)), "ioctl(3, EVIOCGABS(0x3f /* ABS_??? */), NULL)" + no_device);
    EXPECT_EQ(request(0x41236b00, place), "ioctl(3, SPI_IOC_MESSAGE(291), 0x1000)" + no_device);
    EXPECT_EQ(request(0x80044d0c, place), "ioctl(3, MIXER_READ(12), 0x1000)" + no_device);
}

TEST(IoctlNames, OfMacrosWithParametersStandBeforeOthersOfTheSameNumber) {
    EXPECT_EQ(request(0x80204d01), "ioctl(3, MIXER_READ(1) or MEMGETINFO, NULL)" + no_device);
}

TEST(IoctlNames, AreThoseOfOneKindOfDeviceWhereItsPartsRepeatThem) {
    EXPECT_EQ(request(0xc0285628, place), "ioctl(3, VIDIOC_G_EDID, 0x1000)" + no_device);
    EXPECT_EQ(request(SIOCPROTOPRIVATE, 1), "ioctl(3, SIOCPROTOPRIVATE, 0x1)" + no_device);
}

TEST(IoctlNames, OfKernelsThatAreNewerThanTheHeadersAreKnown) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{64, 8 | 1u << 16});
    EXPECT_EQ(call.args({3, 0x80088a02, place}).returns(0),
              "ioctl(3, EPIOCGPARAMS, {busy_poll_usecs=64, busy_poll_budget=8, prefer_busy_poll=1}) = 0");
    EXPECT_EQ(request(0x8004b706, 7), "ioctl(3, NS_GET_PID_FROM_PIDNS, 7)" + no_device);
}

TEST(IoctlArguments, OfKernelsThatAreNewerThanTheHeadersAreKnown) {
    const auto fills = [](std::uint64_t code, const auto& object) {
        DecodedCall call("ioctl");
        call.memory.put_object(place, object);
        return call.args({3, code, place}).returns(0);
    };
    EXPECT_EQ(fills(0x8010b70b, std::array<std::uint32_t, 4>{16, 7, 9, 0}),
              "ioctl(3, NS_MNT_GET_NEXT, {size=16, nr_mounts=7, mnt_ns_id=9}) = 0");
    EXPECT_EQ(fills(0xc020aa08, std::array<std::uint64_t, 4>{0x1000, 0x2000, 1, 0x2000}),
              "ioctl(3, UFFDIO_POISON, {range={start=0x1000, len=0x2000}, mode=UFFDIO_POISON_MODE_DONTWAKE, updated=0x2000}) = 0");
    EXPECT_EQ(fills(0xc028aa05, std::array<std::uint64_t, 5>{0x1000, 0x2000, 0x3000, 2, 0x3000}),
              "ioctl(3, UFFDIO_MOVE, {dst=0x1000, src=0x2000, len=0x3000, mode=UFFDIO_MOVE_MODE_ALLOW_SRC_HOLES, move=0x3000}) = 0");
    EXPECT_EQ(fills(0x80111500, std::array<std::uint8_t, 17>{16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}),
              "ioctl(3, FS_IOC_GETFSUUID, {len=16, uuid=01020304-0506-0708-090a-0b0c0d0e0f10}) = 0");
    EXPECT_EQ(fills(0x80811501, std::array<std::uint8_t, 129>{3, 'a', '/', 'b'}),
              R"(ioctl(3, FS_IOC_GETFSSYSFSPATH, {len=3, name="a/b"}) = 0)");
}

TEST(IoctlArguments, OfAMappingAreWhatIsAskedAndWhatItIs) {
    DecodedCall call("ioctl");
    std::array<std::uint64_t, 13> query{
        104, 0x10, 0x7000, 0x6000, 0x8000, 5, 4096, 0x1000, 77, 8 | std::uint64_t{1} << 32, 4 | std::uint64_t{2} << 32, 0x2000, 0x3000};
    call.memory.put_object(place, query);
    call.memory.put(0x2000, std::string("lib\0", 4));
    call.memory.put(0x3000, "ab");
    EXPECT_EQ(call.args({3, 0xc0686611, place}).returns(0),
              "ioctl(3, PROCMAP_QUERY, {size=104, query_flags=PROCMAP_QUERY_COVERING_OR_NEXT_VMA, query_addr=0x7000, vma_name_size=4, "
              "build_id_size=2, vma_name_addr=0x2000, build_id_addr=0x3000} => {vma_start=0x6000, vma_end=0x8000, "
              "vma_flags=PROCMAP_QUERY_VMA_READABLE|PROCMAP_QUERY_VMA_EXECUTABLE, vma_page_size=4096, vma_offset=0x1000, inode=77, "
              "dev_major=8, dev_minor=1, vma_name_size=4, build_id_size=2, vma_name_addr=\"lib\", build_id_addr=\"\\x61\\x62\"}) = 0");
}

TEST(IoctlArguments, AreNullWhereThereIsAPointerAndANumberElsewhere) {
    EXPECT_EQ(request(BLKROGET), "ioctl(3, BLKROGET, NULL)" + no_device);
    EXPECT_EQ(request(BLKRASET, 8), "ioctl(3, BLKRASET, 8)" + no_device);
    EXPECT_EQ(request(BLKFLSBUF, 8), "ioctl(3, BLKFLSBUF)" + no_device);
    EXPECT_EQ(request(LOOP_SET_FD, 7), "ioctl(3, LOOP_SET_FD, 7)" + no_device);
    EXPECT_EQ(request(0x40044599), "ioctl(3, _IOC(_IOC_WRITE, 0x45, 0x99, 0x4), NULL)" + no_device);
}

TEST(IoctlArguments, DependOnTheAbiAsTheirNumbersDo) {
    DecodedCall call("ioctl", Abi::i386);
    call.memory.put_object(place, std::array<std::uint32_t, 2>{7, 9});
    EXPECT_EQ(call.args({3, BLKGETSIZE, place}).returns(0), "ioctl(3, BLKGETSIZE, [7]) = 0");
    DecodedCall native("ioctl");
    native.memory.put_object(place, std::array<std::uint32_t, 2>{7, 9});
    EXPECT_EQ(native.args({3, BLKGETSIZE, place}).returns(0), "ioctl(3, BLKGETSIZE, [38654705671]) = 0");
}

TEST(IoctlStructures, ShowWhatWasGivenAndWhatCameOfIt) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, fiemap{.fm_start = 1, .fm_length = 2, .fm_flags = 1, .fm_mapped_extents = 0, .fm_extent_count = 5});
    EXPECT_EQ(call.args({3, FS_IOC_FIEMAP, place}).returns(0),
              "ioctl(3, FS_IOC_FIEMAP, {fm_start=1, fm_length=2, fm_flags=FIEMAP_FLAG_SYNC, fm_extent_count=5} => "
              "{fm_flags=FIEMAP_FLAG_SYNC, fm_mapped_extents=0, ...}) = 0");
    EXPECT_EQ(call.fails(25),
              "ioctl(3, FS_IOC_FIEMAP, {fm_start=1, fm_length=2, fm_flags=FIEMAP_FLAG_SYNC, fm_extent_count=5})" + no_device);
}

TEST(IoctlStructures, HaveElementsBehindTheirEnd) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, fiemap{.fm_start = 1, .fm_length = 2, .fm_mapped_extents = 1, .fm_extent_count = 1});
    call.memory.put_object(place + sizeof(fiemap), fiemap_extent{.fe_logical = 10, .fe_physical = 20, .fe_length = 30, .fe_flags = 1});
    call.qualifiers(qualifier::trace | qualifier::verbose);
    EXPECT_EQ(call.args({3, FS_IOC_FIEMAP, place}).returns(0),
              "ioctl(3, FS_IOC_FIEMAP, {fm_start=1, fm_length=2, fm_flags=0, fm_extent_count=1} => {fm_flags=0, fm_mapped_extents=1, "
              "fm_extents=[{fe_logical=10, fe_physical=20, fe_length=30, fe_flags=FIEMAP_EXTENT_LAST}]}) = 0");
    DecodedCall entropy("ioctl");
    entropy.memory.put_object(place, std::array<std::uint32_t, 2>{1, 2});
    entropy.memory.put(place + 8, "abc");
    EXPECT_EQ(entropy.args({3, RNDADDENTROPY, place}).returns(0),
              R"(ioctl(3, RNDADDENTROPY, {entropy_count=1, buf_size=2, buf="ab"}) = 0)");
}

TEST(IoctlStructures, ShowAfterAFailureWhatWasAsked) {
    DecodedCall call("ioctl");
    uffdio_api api{};
    api.api = UFFD_API;
    call.memory.put_object(place, api);
    EXPECT_EQ(call.args({3, UFFDIO_API, place}).returns(0), "ioctl(3, UFFDIO_API, {api=0xaa, features=0, ioctls=0}) = 0");
    EXPECT_EQ(call.fails(22), "ioctl(3, UFFDIO_API, {api=0xaa, features=0}) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(DecodedCall("ioctl").args({3, UFFDIO_API, 0}).fails(22), "ioctl(3, UFFDIO_API, NULL) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(DecodedCall("ioctl").args({3, UFFDIO_API, 0x9000}).fails(14), "ioctl(3, UFFDIO_API, 0x9000) = -1 EFAULT (Bad address)");
}

TEST(IoctlStructures, ShowWhatAFieldWasAndWhatItIs) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{4, 7});
    EXPECT_EQ(call.args({3, KDGETKEYCODE, place}).entry(), "ioctl(3, KDGETKEYCODE");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{4, 9});
    EXPECT_EQ(call.returns(0), "ioctl(3, KDGETKEYCODE, {scancode=0x4, keycode=0x7 => 0x9}) = 0");
    EXPECT_EQ(call.fails(25), "ioctl(3, KDGETKEYCODE, {scancode=0x4, keycode=0x7})" + no_device);
}

TEST(IoctlStructures, OfNetworkDevicesBeginWithAName) {
    DecodedCall call("ioctl");
    call.memory.put(place, std::string("lo") + std::string(14, '\0') + "\x49" + std::string(23, '\0'));
    EXPECT_EQ(call.args({3, SIOCGIFFLAGS, place}).returns(0),
              R"(ioctl(3, SIOCGIFFLAGS, {ifr_name="lo", ifr_flags=IFF_UP|IFF_LOOPBACK|IFF_RUNNING}) = 0)");
    EXPECT_EQ(call.fails(19), R"(ioctl(3, SIOCGIFFLAGS, {ifr_name="lo"}) = -1 ENODEV (No such device))");
    DecodedCall narrow("ioctl", Abi::i386);
    narrow.memory.put(place, std::string("lo") + std::string(14, '\0') + "\x49" + std::string(15, '\0'));
    EXPECT_EQ(narrow.args({3, SIOCGIFFLAGS, place}).returns(0),
              R"(ioctl(3, SIOCGIFFLAGS, {ifr_name="lo", ifr_flags=IFF_UP|IFF_LOOPBACK|IFF_RUNNING}) = 0)");
}

TEST(IoctlStructures, HaveArraysAsLongAsAnotherFieldSays) {
    DecodedCall call("ioctl");
    ptp_sys_offset offset{};
    offset.n_samples = 1;
    for (unsigned i = 0; i < 3; ++i) offset.ts[i].reserved = i + 1;
    call.memory.put_object(place, offset);
    EXPECT_EQ(call.args({3, PTP_SYS_OFFSET, place}).returns(0),
              "ioctl(3, PTP_SYS_OFFSET, {n_samples=1, ts=[{sec=0, nsec=0, reserved=0x1}, {sec=0, nsec=0, reserved=0x2}, {sec=0, nsec=0, "
              "reserved=0x3}]}) = 0");
    EXPECT_EQ(call.fails(25), "ioctl(3, PTP_SYS_OFFSET, {n_samples=1})" + no_device);
}

TEST(IoctlStructures, AreCutWhereANameInThemHasNoEnd) {
    DecodedCall call("ioctl");
    call.memory.put(place, std::string(16, 'a') + std::string(24, '\0'));
    EXPECT_EQ(call.args({3, SIOCSIFMTU, place}).returns(0), R"(ioctl(3, SIOCSIFMTU, {ifr_name="aaaaaaaaaaaaaaa"..., ifr_mtu=0}) = 0)");
}

TEST(IoctlStructures, OfHardwareAddressesAreAsLongAsTheSortOfDeviceSays) {
    DecodedCall call("ioctl");
    call.memory.put(place, std::string("lo") + std::string(14, '\0') + "\x01" + std::string(1, '\0') + "\x0a\x0b" + std::string(20, '\0'));
    EXPECT_EQ(call.args({3, SIOCGIFHWADDR, place}).returns(0),
              R"(ioctl(3, SIOCGIFHWADDR, {ifr_name="lo", ifr_hwaddr={sa_family=ARPHRD_ETHER, sa_data=0a:0b:00:00:00:00}}) = 0)");
}

TEST(IoctlStructures, OfVideoDevicesHaveTheMemberOfAUnionThatTheirTypeSays) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, std::array<std::uint32_t, 52>{11, 0, 0x56595559, 7});
    EXPECT_EQ(call.args({3, 0xc0d05604, place}).returns(0),
              "ioctl(3, VIDIOC_G_FMT, {type=V4L2_BUF_TYPE_SDR_CAPTURE, fmt.sdr={pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), "
              "buffersize=7}}) = 0");
    EXPECT_EQ(call.fails(22), "ioctl(3, VIDIOC_G_FMT, {type=V4L2_BUF_TYPE_SDR_CAPTURE}) = -1 EINVAL (Invalid argument)");
}

TEST(BitNames, AreThoseOfAsManyBytesAsTheResultSays) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, std::uint64_t{0x11003b});
    EXPECT_EQ(call.args({3, EVIOCGBIT(0, 8), place}).qualifiers(qualifier::trace | qualifier::verbose).returns(1),
              "ioctl(3, EVIOCGBIT(0, 8), [EV_SYN EV_KEY EV_ABS EV_MSC EV_SW]) = 1");
    EXPECT_EQ(call.returns(8), "ioctl(3, EVIOCGBIT(0, 8), [EV_SYN EV_KEY EV_ABS EV_MSC EV_SW 0x10 /* EV_??? */ EV_REP]) = 8");
    EXPECT_EQ(call.qualifiers(qualifier::trace | qualifier::abbrev | qualifier::verbose).returns(8),
              "ioctl(3, EVIOCGBIT(0, 8), [EV_SYN EV_KEY EV_ABS EV_MSC ...]) = 8");
    EXPECT_EQ(DecodedCall("ioctl").args({3, EVIOCGBIT(0, 8), 0x9000}).returns(8), "ioctl(3, EVIOCGBIT(0, 8), 0x9000) = 8");
}

}  // namespace
}  // namespace troupe::tests
