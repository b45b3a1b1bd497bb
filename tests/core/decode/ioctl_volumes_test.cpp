#include <gtest/gtest.h>
#include <linux/btrfs.h>
#include <linux/dm-ioctl.h>
#include <linux/fs.h>
#include <linux/input.h>
#include <linux/rtc.h>
#include <sys/ioctl.h>

#include <array>
#include <cstring>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What requests of ioctl to volumes, the device mapper and others take that is of another sort by what stands in it.
namespace troupe::tests {
namespace {

dm_ioctl mapper_request() {
    dm_ioctl request{};
    request.version[0] = DM_VERSION_MAJOR;
    request.version[1] = 1;
    request.data_size = sizeof(request) + 64;
    request.data_start = sizeof(request);
    request.flags = DM_READONLY_FLAG;
    std::strcpy(request.name, "disk");
    return request;
}

TEST(DeviceMapper, ShowsWhatIsBehindItsHeaderWhereNothingIsLeftOut) {
    dm_ioctl request = mapper_request();
    request.target_count = 1;
    dm_target_spec target{};
    target.sector_start = 16;
    target.length = 32;
    std::strcpy(target.target_type, "linear");
    const auto load = [&](unsigned qualifiers) {
        DecodedCall call("ioctl");
        call.memory.put_object(place + sizeof(request), target);
        call.memory.put(place + sizeof(request) + sizeof(target), std::string("par\0", 4));
        call.qualifiers(qualifiers);
        return std::string(asks(call, DM_TABLE_LOAD, request).fails(25));
    };
    EXPECT_EQ(load(qualifier::trace | qualifier::abbrev | qualifier::verbose),
              R"(ioctl(3, DM_TABLE_LOAD, [{version=[4, 1, 0], data_size=376, data_start=312, name="disk", target_count=1, )"
              R"(flags=DM_READONLY_FLAG}, ...]))" +
                  no_device);
    EXPECT_EQ(load(qualifier::trace | qualifier::verbose),
              R"(ioctl(3, DM_TABLE_LOAD, [{version=[4, 1, 0], data_size=376, data_start=312, name="disk", target_count=1, )"
              R"(flags=DM_READONLY_FLAG}, {sector_start=16, length=32, target_type="linear", string="par"}]))" +
                  no_device);
}

TEST(DeviceMapper, ShowsTheStateOfADeviceAfterwards) {
    DecodedCall call("ioctl");
    dm_ioctl request = mapper_request();
    request.open_count = 2;
    EXPECT_EQ(
        asks(call, DM_DEV_STATUS, request).returns(0),
        R"(ioctl(3, DM_DEV_STATUS, [{version=[4, 1, 0], data_size=376, name="disk", flags=DM_READONLY_FLAG}] => )"
        R"([{version=[4, 1, 0], data_size=376, name="disk", target_count=0, open_count=2, event_nr=0, flags=DM_READONLY_FLAG}]) = 0)");
}

TEST(DeviceMapper, IsNotUnderstoodInOtherVersionsNorInLessThanAHeader) {
    DecodedCall call("ioctl");
    dm_ioctl request = mapper_request();
    request.version[0] = 5;
    EXPECT_EQ(asks(call, DM_VERSION, request).fails(25),
              "ioctl(3, DM_VERSION, [{version=[5, 1, 0] /* unsupported device mapper ABI version */}])" + no_device);
    DecodedCall shorter("ioctl");
    request = mapper_request();
    request.data_size = 10;
    EXPECT_EQ(asks(shorter, DM_VERSION, request).returns(0), "ioctl(3, DM_VERSION, 0x1000) = 0");
}

TEST(DeviceMapper, SaysWhereDataCannotBe) {
    DecodedCall call("ioctl");
    dm_ioctl request = mapper_request();
    request.data_start = 2000;
    call.qualifiers(qualifier::trace | qualifier::verbose);
    EXPECT_EQ(
        asks(call, DM_LIST_DEVICES, request).returns(0),
        "ioctl(3, DM_LIST_DEVICES, [{version=[4, 1, 0], data_size=376, data_start=2000, flags=DM_READONLY_FLAG}] => "
        "[{version=[4, 1, 0], data_size=376, data_start=2000, flags=DM_READONLY_FLAG}, ??? /* misplaced struct dm_name_list */]) = 0");
}

TEST(Volumes, ShowWhatABalanceTakesAndHowItStands) {
    DecodedCall call("ioctl");
    btrfs_ioctl_balance_args balance{};
    balance.flags = 0x10;
    balance.state = 1;
    EXPECT_EQ(asks(call, BTRFS_IOC_BALANCE_V2, balance).returns(0),
              "ioctl(3, BTRFS_IOC_BALANCE_V2, {flags=BTRFS_BALANCE_RESUME} => {flags=BTRFS_BALANCE_RESUME, "
              "state=BTRFS_BALANCE_STATE_RUNNING}) = 0");
}

TEST(Volumes, ShowTheNamesOfTheirTreesAndTheLargestNumber) {
    DecodedCall call("ioctl");
    btrfs_ioctl_ino_lookup_args lookup{};
    lookup.treeid = 5;
    lookup.objectid = ~std::uint64_t{0};
    EXPECT_EQ(asks(call, BTRFS_IOC_INO_LOOKUP, lookup).fails(25),
              "ioctl(3, BTRFS_IOC_INO_LOOKUP, {treeid=BTRFS_FS_TREE_OBJECTID, objectid=UINT64_MAX})" + no_device);
}

TEST(Volumes, ShowWhatIsSearchedForInTheirTrees) {
    DecodedCall call("ioctl");
    btrfs_ioctl_search_args search{};
    search.key.tree_id = 5;
    search.key.max_offset = ~std::uint64_t{0};
    search.key.max_type = 132;
    search.key.nr_items = 2;
    EXPECT_EQ(asks(call, BTRFS_IOC_TREE_SEARCH, search).returns(0),
              "ioctl(3, BTRFS_IOC_TREE_SEARCH, {key={tree_id=BTRFS_FS_TREE_OBJECTID, min_objectid=0, max_objectid=0, min_offset=0, "
              "max_offset=UINT64_MAX, min_transid=0, max_transid=0, min_type=0, max_type=BTRFS_ROOT_ITEM_KEY, nr_items=2}} => "
              "{key={nr_items=2}, ...}) = 0");
}

TEST(Volumes, HaveFeaturesInPairs) {
    DecodedCall call("ioctl");
    EXPECT_EQ(asks(call, BTRFS_IOC_SET_FEATURES, std::array<std::uint64_t, 6>{0, 1, 0, 0, 0, 0x200}).returns(0),
              "ioctl(3, BTRFS_IOC_SET_FEATURES, [{compat_flags=0, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE, "
              "incompat_flags=0}, {compat_flags=0, compat_ro_flags=0, incompat_flags=BTRFS_FEATURE_INCOMPAT_NO_HOLES}]) = 0");
}

TEST(ClockParameters, AreOfTheSortThatTheirNumberSays) {
    const auto set = [](std::uint64_t parameter, std::uint64_t value) {
        DecodedCall call("ioctl");
        return std::string(asks(call, 0x40187014, std::array<std::uint64_t, 3>{parameter, value, 0}).returns(0));
    };
    EXPECT_EQ(set(0, 5),
              "ioctl(3, RTC_PARAM_SET, {param=RTC_PARAM_FEATURES, uvalue=1<<RTC_FEATURE_ALARM|1<<RTC_FEATURE_NEED_WEEK_DAY, "
              "index=0}) = 0");
    EXPECT_EQ(set(1, ~std::uint64_t{0}), "ioctl(3, RTC_PARAM_SET, {param=RTC_PARAM_CORRECTION, svalue=-1, index=0}) = 0");
    EXPECT_EQ(set(2, 1), "ioctl(3, RTC_PARAM_SET, {param=RTC_PARAM_BACKUP_SWITCH_MODE, uvalue=RTC_BSM_DIRECT, index=0}) = 0");
}

TEST(ForceEffects, ShowTheMemberThatTheirTypeSays) {
    DecodedCall call("ioctl");
    ff_effect effect{};
    effect.type = FF_RUMBLE;
    effect.u.rumble = {7, 9};
    call.qualifiers(qualifier::trace | qualifier::verbose);
    EXPECT_EQ(asks(call, EVIOCSFF, effect).returns(0),
              "ioctl(3, EVIOCSFF, {type=FF_RUMBLE, id=0, direction=0, trigger={button=0, interval=0}, replay={length=0, delay=0}, "
              "rumble={strong_magnitude=7, weak_magnitude=9}}) = 0");
}

TEST(InputAxes, HaveAResolutionWhereTheRequestHasRoomForIt) {
    DecodedCall call("ioctl");
    call.qualifiers(qualifier::trace | qualifier::verbose);
    const std::array<std::uint32_t, 6> axis{1, 2, 3, 4, 5, 6};
    EXPECT_EQ(asks(call, EVIOCGABS(0), axis).returns(0),
              "ioctl(3, EVIOCGABS(ABS_X), {value=1, minimum=2, maximum=3, fuzz=4, flat=5, resolution=6}) = 0");
    EXPECT_EQ(asks(call, _IOC(_IOC_READ, 'E', 0x40, 20), axis).returns(0),
              "ioctl(3, EVIOCGABS(ABS_X), {value=1, minimum=2, maximum=3, fuzz=4, flat=5}) = 0");
    EXPECT_EQ(asks(call, _IOC(_IOC_READ, 'E', 0x40, 16), axis).returns(0), "ioctl(3, EVIOCGABS(ABS_X), 0x1000) = 0");
}

TEST(DedupedRanges, AreTwoInBrief) {
    DecodedCall call("ioctl");
    std::array<std::uint64_t, 15> range{1, 2, 3};
    EXPECT_EQ(asks(call, FIDEDUPERANGE, range).fails(25),
              "ioctl(3, BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE, {src_offset=1, src_length=2, dest_count=3, info=[{dest_fd=0, "
              "dest_offset=0}, {dest_fd=0, dest_offset=0}, ...]})" +
                  no_device);
    DecodedCall none("ioctl");
    range[2] = 0;
    EXPECT_EQ(asks(none, FIDEDUPERANGE, range).returns(0),
              "ioctl(3, BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE, {src_offset=1, src_length=2, dest_count=0, info=[]}) = 0");
}

TEST(LongArrays, SayWhereTheirFirstElementThatIsNotShownCannotBeRead) {
    DecodedCall call("setgroups");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{7, 9});
    EXPECT_EQ(call.string_limit(2).args({3, place}).fails(14), "setgroups(3, [7, 9, ... /* 0x1008 */]) = -1 EFAULT (Bad address)");
    DecodedCall longer("setgroups");
    longer.memory.put_object(place, std::array<std::uint32_t, 3>{7, 9, 11});
    EXPECT_EQ(longer.string_limit(2).args({3, place}).fails(14), "setgroups(3, [7, 9, ...]) = -1 EFAULT (Bad address)");
}

}  // namespace
}  // namespace troupe::tests
