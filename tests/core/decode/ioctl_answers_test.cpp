#include <asm/kvm.h>
#include <gtest/gtest.h>
#include <linux/btrfs.h>
#include <linux/gpio.h>
#include <linux/input.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>

#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What volumes, virtual machines and devices answer whose answers have lengths or members of their own.
namespace troupe::tests {
namespace {

// In C++ the header's structure has no size of its own.
constexpr std::uint64_t set_leaves = 0x4008ae90, get_leaves = 0xc008ae05;  // KVM_SET_CPUID2, KVM_GET_SUPPORTED_CPUID

template <typename T>
std::string answered(std::uint64_t code, const T& object, unsigned qualifiers = in_full | qualifier::abbrev) {
    DecodedCall call("ioctl");
    return asks(call.qualifiers(qualifiers), code, object).returns(0);
}

TEST(Registers, AreInBriefThoseThatSayWhereAProcessorIs) {
    kvm_regs registers{};
    registers.rax = 1;
    registers.rsp = 0x20;
    registers.rip = 0x300;
    DecodedCall call("ioctl");
    EXPECT_EQ(asks(call, KVM_SET_REGS, registers).fails(25),
              "ioctl(3, KVM_SET_REGS, {rax=0x1, ..., rsp=0x20, rbp=0, ..., rip=0x300, rflags=0})" + no_device);
    EXPECT_EQ(
        answered(KVM_GET_REGS, registers, in_full),
        "ioctl(3, KVM_GET_REGS, {rax=0x1, rbx=0, rcx=0, rdx=0, rsi=0, rdi=0, rsp=0x20, rbp=0, r8=0, r9=0, r10=0, r11=0, r12=0, r13=0, "
        "r14=0, r15=0, rip=0x300, rflags=0}) = 0");
}

TEST(SegmentRegisters, AreInBriefThatOfTheCode) {
    kvm_sregs registers{};
    registers.cs.base = 0x10000;
    registers.cs.limit = 65535;
    registers.cs.present = 1;
    EXPECT_EQ(answered(KVM_GET_SREGS, registers),
              "ioctl(3, KVM_GET_SREGS, {cs={base=0x10000, limit=65535, selector=0, type=0, present=1, dpl=0, db=0, s=0, l=0, g=0, avl=0}, "
              "...}) = 0");
    registers.gdt.limit = 7;
    registers.cr0 = 16;
    registers.interrupt_bitmap[1] = 16;
    const std::string all = answered(KVM_SET_SREGS, registers, in_full);
    EXPECT_NE(all.find("gdt={base=0, limit=7}, idt={base=0, limit=0}, cr0=16, cr2=0, cr3=0, cr4=0, cr8=0, efer=0, apic_base=0, "
                       "interrupt_bitmap=[0, 0x10, 0, 0]}) = 0"),
              std::string::npos)
        << all;
}

TEST(LeavesOfAProcessor, AreDotsInBrief) {
    // How many there are, a gap, and two of kvm_cpuid_entry2: function, index, flags, eax, ebx, ecx, edx, and three words of padding.
    std::array<std::uint32_t, 22> identity{};
    EXPECT_EQ(answered(set_leaves, identity), "ioctl(3, KVM_SET_CPUID2, {nent=0, entries=[]}) = 0");
    identity[0] = 2;
    identity[2] = 2;
    identity[4] = KVM_CPUID_FLAG_STATEFUL_FUNC;
    identity[15] = 5;
    EXPECT_EQ(answered(set_leaves, identity), "ioctl(3, KVM_SET_CPUID2, {nent=2, entries=[...]}) = 0");
    EXPECT_EQ(
        answered(get_leaves, identity, in_full),
        "ioctl(3, KVM_GET_SUPPORTED_CPUID, {nent=2, entries=[{function=0x2, index=0, flags=KVM_CPUID_FLAG_STATEFUL_FUNC, eax=0, ebx=0, "
        "ecx=0, edx=0}, {function=0, index=0, flags=0, eax=0x5, ebx=0, ecx=0, edx=0}]}) = 0");
}

TEST(SpacesOfAVolume, AreToldOnlyWhereThereIsRoom) {
    const std::array<std::uint64_t, 8> spaces{4, 2, 1, 2, 3, 4, 5, 6};
    EXPECT_EQ(answered(BTRFS_IOC_SPACE_INFO, spaces), "ioctl(3, BTRFS_IOC_SPACE_INFO, {space_slots=4} => {total_spaces=2, ...}) = 0");
    EXPECT_EQ(answered(BTRFS_IOC_SPACE_INFO, spaces, in_full),
              "ioctl(3, BTRFS_IOC_SPACE_INFO, {space_slots=4} => {total_spaces=2, spaces=[{flags=BTRFS_BLOCK_GROUP_DATA, total_bytes=2, "
              "used_bytes=3}, {flags=BTRFS_BLOCK_GROUP_METADATA, total_bytes=5, used_bytes=6}]}) = 0");
    EXPECT_EQ(answered(BTRFS_IOC_SPACE_INFO, std::array<std::uint64_t, 2>{0, 3}),
              "ioctl(3, BTRFS_IOC_SPACE_INFO, {space_slots=0} => {total_spaces=3}) = 0");
    EXPECT_EQ(answered(BTRFS_IOC_SPACE_INFO, std::array<std::uint64_t, 2>{2, 3}, in_full),
              "ioctl(3, BTRFS_IOC_SPACE_INFO, {space_slots=2} => {total_spaces=3, spaces=0x1010}) = 0");
}

TEST(PathsInAVolume, StandAtOffsetsBehindTheirCount) {
    btrfs_ioctl_ino_path_args paths{};
    paths.inum = 257;
    paths.size = 4096;
    paths.fspath = other_place;
    DecodedCall call("ioctl");
    call.memory.put_object(other_place, std::array<std::uint32_t, 8>{5, 0, 2, 0, 16, 0, 18, 0});
    call.memory.put(other_place + 32, std::string("a\0bc\0", 5));
    EXPECT_EQ(
        asks(call.qualifiers(in_full), BTRFS_IOC_INO_PATHS, paths).returns(0),
        R"(ioctl(3, BTRFS_IOC_INO_PATHS, {inum=257, size=4096, fspath=0x2000} => {fspath={bytes_left=5, bytes_missing=0, elem_cnt=2, )"
        R"(elem_missed=0, val=["a", "bc"]}}) = 0)");
    DecodedCall brief("ioctl");
    brief.memory.put_object(other_place, std::array<std::uint32_t, 8>{5, 0, 2, 0, 16, 0, 18, 0});
    EXPECT_EQ(asks(brief, BTRFS_IOC_INO_PATHS, paths).returns(0),
              "ioctl(3, BTRFS_IOC_INO_PATHS, {inum=257, size=4096, fspath=0x2000} => {fspath={bytes_left=5, bytes_missing=0, elem_cnt=2, "
              "elem_missed=0, ...}}) = 0");
}

TEST(PlacesInAVolume, AreThreeWordsEach) {
    btrfs_ioctl_logical_ino_args places{};
    places.logical = 8;
    places.size = 100;
    places.reserved[1] = 1;
    places.flags = 3;
    places.inodes = other_place;
    DecodedCall call("ioctl");
    call.memory.put_object(other_place, std::array<std::uint32_t, 4>{0, 0, 5, 1});
    call.memory.put_object(other_place + 16, std::array<std::uint64_t, 3>{257, 4096, 5});
    EXPECT_EQ(asks(call.qualifiers(in_full), BTRFS_IOC_LOGICAL_INO, places).returns(0),
              "ioctl(3, BTRFS_IOC_LOGICAL_INO, {logical=8, size=100, reserved=[0, 0x1, 0], "
              "flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x2, inodes=0x2000} => {inodes={bytes_left=0, bytes_missing=0, elem_cnt=5, "
              "elem_missed=1, val=[{inum=257, offset=4096, root=5}]}}) = 0");
}

TEST(ErrorsOfADevice, AreThoseThatHaveNames) {
    btrfs_ioctl_get_dev_stats errors{};
    errors.devid = 1;
    errors.nr_items = 1;
    errors.flags = 1;
    errors.values[0] = 7;
    EXPECT_EQ(answered(BTRFS_IOC_GET_DEV_STATS, errors),
              "ioctl(3, BTRFS_IOC_GET_DEV_STATS, {devid=makedev(0, 0x1), nr_items=1, flags=BTRFS_DEV_STATS_RESET} => {nr_items=1, "
              "flags=BTRFS_DEV_STATS_RESET, [[BTRFS_DEV_STAT_WRITE_ERRS]=7]}) = 0");
    errors.nr_items = 6;
    const std::string all = answered(BTRFS_IOC_GET_DEV_STATS, errors);
    EXPECT_NE(all.find("[BTRFS_DEV_STAT_GENERATION_ERRS]=0, ...]}) = 0"), std::string::npos) << all;
}

TEST(FeaturesOfAVolume, SayWhatEachSetIsFor) {
    const std::array<std::uint64_t, 9> features{0, 1, 0, 0, 0, 0x200, 0, 0, 0};
    EXPECT_EQ(answered(BTRFS_IOC_GET_SUPPORTED_FEATURES, features),
              "ioctl(3, BTRFS_IOC_GET_SUPPORTED_FEATURES, [{compat_flags=0, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE, "
              "incompat_flags=0} /* supported */, {compat_flags=0, compat_ro_flags=0, incompat_flags=BTRFS_FEATURE_INCOMPAT_NO_HOLES} /* "
              "safe to set */, {compat_flags=0, compat_ro_flags=0, incompat_flags=0} /* safe to clear */]) = 0");
}

/// Headers with `len` bytes behind each.
std::string searched(std::uint64_t room, std::uint32_t count, std::uint32_t length) {
    DecodedCall call("ioctl");
    btrfs_ioctl_search_args_v2 search{};
    search.key.min_objectid = 256;
    search.key.nr_items = count;
    search.buf_size = room;
    for (std::uint64_t i = 0; i < 2; ++i) {
        btrfs_ioctl_search_header item{};
        item.objectid = 256 + i;
        item.type = 1;
        item.len = length;
        call.memory.put_object(place + sizeof(search) + i * (sizeof(item) + length), item);
    }
    const std::string line = asks(call.qualifiers(in_full), BTRFS_IOC_TREE_SEARCH_V2, search).returns(0);
    return line.substr(line.find("buf=["));
}

TEST(ItemsOfAVolume, AreAsManyAsThereIsRoomFor) {
    const std::string one = "{transid=0, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=0, type=BTRFS_INODE_ITEM_KEY, len=";
    const std::string two = "{transid=0, objectid=257, offset=0, type=BTRFS_INODE_ITEM_KEY, len=";
    EXPECT_EQ(searched(100, 0, 0), "buf=[]}) = 0");
    EXPECT_EQ(searched(31, 1, 0), "buf=[...]}) = 0");
    EXPECT_EQ(searched(100, 2, 4), "buf=[" + one + "4}, " + two + "4}]}) = 0");
    EXPECT_EQ(searched(60, 2, 4), "buf=[" + one + "4}, ...]}) = 0");
    EXPECT_EQ(searched(1000, 3, 4), "buf=[" + one + "4}, " + two + "4}, ... /* 0x10b8 */]}) = 0");
}

TEST(AttributesOfLines, AreTheMemberThatTheirNumberMeans) {
    const auto set = [](std::uint32_t id, std::uint32_t padding) {
        gpio_v2_line_config config{};
        config.num_attrs = 1;
        config.attrs[0].attr.id = id;
        config.attrs[0].attr.padding = padding;
        config.attrs[0].attr.values = 5;
        config.attrs[0].mask = 7;
        const std::string line = answered(GPIO_V2_LINE_SET_CONFIG_IOCTL, config);
        return line.substr(line.find(" attrs=") + 1);
    };
    EXPECT_EQ(set(1, 0), "attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x7}]}) = 0");
    EXPECT_EQ(set(2, 0), "attrs=[{values=0x5, mask=0x7}]}) = 0");
    EXPECT_EQ(set(3, 0), "attrs=[{debounce_period_us=5, mask=0x7}]}) = 0");
    EXPECT_EQ(set(3, 1), "attrs=[{attr={id=3, padding=0x1, data=0x5}, mask=0x7}]}) = 0");
    EXPECT_EQ(set(4, 0), "attrs=[{attr={id=4, data=0x5}, mask=0x7}]}) = 0");
    gpio_v2_line_info info{};
    info.num_attrs = 1;
    info.attrs[0].id = 2;
    info.attrs[0].values = 5;
    EXPECT_EQ(
        answered(GPIO_V2_GET_LINEINFO_IOCTL, info),
        R"(ioctl(3, GPIO_V2_GET_LINEINFO_IOCTL, {offset=0} => {name="", consumer="", flags=0, num_attrs=1, attrs=[{values=0x5}]}) = 0)");
}

TEST(InputAxes, AreLongerThanWhatIsKnownOfThemWhateverStandsThere) {
    EXPECT_EQ(answered(_IOC(_IOC_READ, 'E', 0x40, 32), std::array<std::uint32_t, 8>{}, in_full),
              "ioctl(3, EVIOCGABS(ABS_X), {value=0, minimum=0, maximum=0, fuzz=0, flat=0, resolution=0, ...}) = 0");
}

TEST(NumbersOfRequests, AreTakenInTheWidthThatTheKernelTakesThemIn) {
    const auto takes = [](std::uint64_t code, std::uint64_t value) { return DecodedCall("ioctl").args({3, code, value}).fails(25); };
    EXPECT_EQ(takes(EVIOCGRAB, 0x123456789abcdef), "ioctl(3, EVIOCGRAB, 81985529216486895)" + no_device);
    EXPECT_EQ(takes(0x4b3a, 0x1234567800000001), "ioctl(3, KDSETMODE, KD_GRAPHICS)" + no_device);
    EXPECT_EQ(takes(BTRFS_IOC_BALANCE_CTL, ~std::uint64_t{0}),
              "ioctl(3, BTRFS_IOC_BALANCE_CTL, 0xffffffff /* BTRFS_BALANCE_CTL_??? */)" + no_device);
}

TEST(Bytes, OfWhichMoreAreThereThanShownEndWhereTheNextOneCannotBeRead) {
    DecodedCall call("write");
    call.string_limit(4);
    call.memory.put(place, std::string("abcd"));
    EXPECT_EQ(call.args({1, place, 4}).returns(4), R"(write(1, "abcd", 4) = 4)");
    DecodedCall longer("write");
    longer.string_limit(4);
    longer.memory.put(place, std::string("abcd"));
    EXPECT_EQ(longer.args({1, place, 5}).fails(14), "write(1, 0x1000, 5) = -1 EFAULT (Bad address)");
}

}  // namespace
}  // namespace troupe::tests
