#include <gtest/gtest.h>
#include <linux/dm-ioctl.h>
#include <linux/fs.h>
#include <linux/kd.h>
#include <linux/kvm.h>
#include <linux/loop.h>
#include <linux/nsfs.h>
#include <linux/ptp_clock.h>
#include <linux/videodev2.h>
#include <net/if.h>
#include <sys/ioctl.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/whole_call.hpp"

/// What is shown of structures that are not to be looked at (-e verbose=none), and of lists and strings that are cut short (-s).
namespace troupe::tests {
namespace {

constexpr unsigned unread = qualifier::trace | qualifier::abbrev;
const std::string bad_descriptor = " = -1 EBADF (Bad file descriptor)";

struct Unread : DecodedCall {
    explicit Unread(std::string_view name) : DecodedCall(name) { qualifiers(unread); }
};

TEST(StructuresThatAreNotLookedAt, LeaveTheDescriptorsThatBecameReady) {
    Unread call("select");
    call.memory.put_object(place, std::uint64_t{1} << 3);
    call.memory.put_object(other_place, std::uint64_t{1} << 4);
    EXPECT_EQ(whole(call, {5, place, other_place, 0, third_place}, 2),
              "select(5, 0x1000, 0x2000, NULL, 0x3000) = 2 (in [3], out [4], left 0x3000)");
    EXPECT_EQ(whole(call, {5, place, 0, 0, 0}, 1), "select(5, 0x1000, NULL, NULL, NULL) = 1 (in [3])");
}

TEST(StructuresThatAreNotLookedAt, LeaveNoTimeOfPolls) {
    Unread poll("ppoll");
    EXPECT_EQ(whole(poll, {place, 1, other_place, 0, 8}, 1), "ppoll(0x1000, 1, 0x2000, NULL, 8) = 1");
    Unread messages("recvmmsg");
    EXPECT_EQ(whole(messages, {3, place, 1, 0, other_place}, 1), "recvmmsg(3, 0x1000, 1, 0, 0x2000) = 1");
}

TEST(StructuresThatAreNotLookedAt, OfClocksAndVideoDevicesMayBeAnyNumber) {
    Unread call("ioctl");
    EXPECT_EQ(whole(call, {3, PTP_CLOCK_GETCAPS, 0}, 0), "ioctl(3, PTP_CLOCK_GETCAPS, 0) = 0");
    EXPECT_EQ(whole(call, {3, VIDIOC_QUERYCAP, 0}, 0), "ioctl(3, VIDIOC_QUERYCAP, 0) = 0");
    EXPECT_EQ(whole(call, {3, VIDIOC_QUERYCAP, place}, 0), "ioctl(3, VIDIOC_QUERYCAP, 0x1000) = 0");
    EXPECT_EQ(whole(call, {3, BLKGETSIZE64, 0}, 0), "ioctl(3, BLKGETSIZE64, NULL) = 0");
    call.qualifiers(in_full);
    EXPECT_EQ(whole(call, {3, PTP_CLOCK_GETCAPS, 0}, 0), "ioctl(3, PTP_CLOCK_GETCAPS, NULL) = 0");
}

TEST(StructuresThatAreNotLookedAt, AreSomeThatAreAllTheSame) {
    Unread call("ioctl");
    ifconf list{};
    list.ifc_len = 2 * sizeof(ifreq);
    call.memory.put_object(place, list);
    EXPECT_EQ(failing(call, {3, SIOCGIFCONF, place}, 9),
              "ioctl(3, SIOCGIFCONF, {ifc_len=80 /* 2 * sizeof(struct ifreq) */, ifc_buf=NULL})" + bad_descriptor);
    call.memory.put_object(place, kbentry{.kb_table = K_SHIFTTAB, .kb_index = 2, .kb_value = 3});
    EXPECT_EQ(failing(call, {3, KDGKBENT, place}, 9), "ioctl(3, KDGKBENT, {kb_table=K_SHIFTTAB, kb_index=2})" + bad_descriptor);
    EXPECT_EQ(failing(call, {3, KDSKBENT, place}, 9),
              "ioctl(3, KDSKBENT, {kb_table=K_SHIFTTAB, kb_index=2, kb_value=0x3 /* K(KT_LATIN, '\\x03') */})" + bad_descriptor);
    EXPECT_EQ(failing(call, {3, KDSKBENT, nowhere}, 9), "ioctl(3, KDSKBENT, 0x999000)" + bad_descriptor);
    dm_ioctl volume{};
    volume.version[0] = 4;
    volume.data_size = sizeof(volume);
    call.memory.put_object(place, volume);
    EXPECT_EQ(failing(call, {3, DM_REMOVE_ALL, place}, 9),
              "ioctl(3, DM_REMOVE_ALL, [{version=[4, 0, 0], data_size=312, flags=0}])" + bad_descriptor);
}

TEST(StructuresThatAreNotLookedAt, AreAListWithoutElementsWhereThereAreNone) {
    Unread call("futex_waitv");
    EXPECT_EQ(failing(call, {place, 0, 0, 0, 0}, 22), "futex_waitv([], 0, 0, NULL, CLOCK_REALTIME) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(failing(call, {place, 1, 0, 0, 0}, 22), "futex_waitv(0x1000, 1, 0, NULL, CLOCK_REALTIME) = -1 EINVAL (Invalid argument)");
}

TEST(FewBytes, DoNotCutPairsThatAreAllThereIs) {
    DecodedCall call("ioctl");
    call.string_limit(0);
    const std::array<std::uint64_t, 2> span{1, 2};
    EXPECT_EQ(asks(call, BLKDISCARD, span).returns(0), "ioctl(3, BLKDISCARD, [1, 2]) = 0");
}

TEST(FewBytes, CutListsInStructuresButNotThoseOfAFixedForm) {
    DecodedCall call("ioctl");
    call.string_limit(1);
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_SLICED_VBI_CAPTURE;
    format.fmt.sliced.service_lines[1][23] = 5;
    const std::string lines = asks(call, VIDIOC_S_FMT, format).fails(9);
    EXPECT_NE(lines.find("0, 0x5]], io_size=0"), std::string::npos) << lines;
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
    format.fmt.pix_mp.num_planes = 2;
    DecodedCall other("ioctl");
    const std::string planes = asks(other.string_limit(1), VIDIOC_S_FMT, format).fails(9);
    EXPECT_NE(planes.find("plane_fmt=[{sizeimage=0, bytesperline=0}, ...], num_planes=2"), std::string::npos) << planes;
}

TEST(FewBytes, DoNotCutTheKeyOfALoopDevice) {
    DecodedCall call("ioctl");
    loop_info64 info{};
    info.lo_encrypt_type = LO_CRYPT_IDEA;
    info.lo_encrypt_key_size = 4;
    std::memcpy(info.lo_encrypt_key, "abcd", 4);
    EXPECT_NE(asks(call.string_limit(2), LOOP_SET_STATUS64, info).returns(0).find("lo_encrypt_key=\"abcd\""), std::string::npos);
}

TEST(FewBytes, ShowWhetherMasksOfNodesCanBeRead) {
    DecodedCall call("set_mempolicy");
    call.string_limit(0);
    call.memory.put_object(place, std::uint64_t{1});
    EXPECT_EQ(whole(call, {0, place, 5}, 0), "set_mempolicy(MPOL_DEFAULT, [...], 5) = 0");
    EXPECT_EQ(whole(call, {0, nowhere, 5}, 0), "set_mempolicy(MPOL_DEFAULT, 0x999000, 5) = 0");
}

TEST(FewBytes, CutTheTimesOfAFile) {
    DecodedCall call("utimensat");
    const std::array<std::int64_t, 4> times{0, (1 << 30) - 1, 0, (1 << 30) - 2};
    call.memory.put_object(place, times);
    EXPECT_EQ(whole(call, {minus_one, 0, place, 0}, 0), "utimensat(-1, NULL, [UTIME_NOW, UTIME_OMIT], 0) = 0");
    EXPECT_EQ(whole(call.string_limit(1), {minus_one, 0, place, 0}, 0), "utimensat(-1, NULL, [UTIME_NOW, ...], 0) = 0");
    EXPECT_EQ(whole(call.string_limit(0), {minus_one, 0, place, 0}, 0), "utimensat(-1, NULL, [...], 0) = 0");
}

TEST(RequestsThatOpen, AnswerWithADescriptor) {
    // Marked as one, it gets a name with -y.
    DecodedCall call("ioctl");
    for (const auto& [code, text] : {std::pair<std::uint64_t, std::string>{NS_GET_USERNS, "ioctl(3, NS_GET_USERNS) = 5"},
                                     {NS_GET_PARENT, "ioctl(3, NS_GET_PARENT) = 5"},
                                     {KVM_CREATE_VM, "ioctl(3, KVM_CREATE_VM, 0) = 5"},
                                     {KVM_CREATE_VCPU, "ioctl(3, KVM_CREATE_VCPU, 0) = 5"}}) {
        EXPECT_EQ(whole(call, {3, code, 0}, 5), text);
    }
}

}  // namespace
}  // namespace troupe::tests
