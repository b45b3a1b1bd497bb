#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// statmount(2), listmount(2) and what security modules tell of a process.
namespace troupe::tests {
namespace {

TEST(MountQueries, AreAsLongAsTheySay) {
    DecodedCall call("statmount");
    call.memory.put_object(place, std::array<std::uint64_t, 4>{24, 0x10, 3, 7});
    EXPECT_EQ(call.args({place, other_place, 512, 0}).fails(2),
              "statmount({size=MNT_ID_REQ_SIZE_VER0, mnt_id=0x10, param=STATMOUNT_SB_BASIC|STATMOUNT_MNT_BASIC}, 0x2000, 512, 0) = -1 "
              "ENOENT (No such file or directory)");
    DecodedCall longer("listmount");
    longer.memory.put_object(place, std::array<std::uint64_t, 4>{32, minus_one, 3, 7});
    longer.memory.put_object(other_place, std::array<std::uint64_t, 2>{0x10, 0x11});
    EXPECT_EQ(longer.args({place, other_place, 8, 1}).returns(2),
              "listmount({size=MNT_ID_REQ_SIZE_VER1, mnt_id=LSMT_ROOT, param=0x3, mnt_ns_id=0x7}, [0x10, 0x11], 8, LISTMOUNT_REVERSE) = 2");
}

TEST(MountQueries, TellOfAMountWhatTheirMaskSays) {
    DecodedCall call("statmount");
    call.memory.put_object(place, std::array<std::uint64_t, 3>{24, 0x10, 0x439});
    std::array<std::uint8_t, 560> status{};
    const auto put = [&status](std::size_t offset, std::uint64_t value) {
        std::copy_n(reinterpret_cast<const std::uint8_t*>(&value), 4, status.begin() + static_cast<std::ptrdiff_t>(offset));
    };
    put(0, 560);
    put(8, 0x439);
    put(16, 8);
    put(24, 0xef53);
    put(32, 1);
    put(36, 0);
    put(104, 5);
    put(108, 5);
    put(128, 2);
    put(132, 7);
    const std::string_view strings("ext4\0/\0a=1\0b", 13);
    std::copy(strings.begin(), strings.end(), status.begin() + 512);
    call.memory.put_object(other_place, status);
    EXPECT_EQ(call.args({place, other_place, 560, 0}).returns(0),
              "statmount({size=MNT_ID_REQ_SIZE_VER0, mnt_id=0x10, param=STATMOUNT_SB_BASIC|STATMOUNT_MNT_ROOT|STATMOUNT_MNT_POINT|"
              "STATMOUNT_FS_TYPE|STATMOUNT_OPT_ARRAY}, {size=560, mask=STATMOUNT_SB_BASIC|STATMOUNT_MNT_ROOT|STATMOUNT_MNT_POINT|"
              "STATMOUNT_FS_TYPE|STATMOUNT_OPT_ARRAY, sb_dev_major=8, sb_dev_minor=0, sb_magic=EXT2_SUPER_MAGIC, sb_flags=MS_RDONLY, "
              "fs_type=\"ext4\", mnt_root=\"/\", mnt_point=\"/\", opt_num=2, opt_array=[\"a=1\", \"b\"]}, 560, 0) = 0");
}

/// Two contexts, of 40 and of 32 bytes.
std::array<std::uint64_t, 9> contexts() { return {101, 0, 40, 3, 0x636261, 104, 1, 32, 0}; }

TEST(SecurityModules, TellTheContextsOfAProcess) {
    DecodedCall call("lsm_get_self_attr");
    call.memory.put_object(other_place, contexts());
    call.memory.put_object(third_place, std::uint32_t{72});
    EXPECT_EQ(call.args({100, other_place, third_place, 1}).returns(2),
              "lsm_get_self_attr(LSM_ATTR_CURRENT, [{id=LSM_ID_SELINUX, flags=0, len=40, ctx_len=3, ctx=\"abc\"}, {id=LSM_ID_APPARMOR, "
              "flags=0x1, len=32, ctx_len=0, ctx=\"\"}], [72], LSM_FLAG_SINGLE) = 2");
    EXPECT_EQ(DecodedCall("lsm_get_self_attr").args({7, other_place, 0, 0}).fails(22),
              "lsm_get_self_attr(0x7 /* LSM_ATTR_??? */, 0x2000, NULL, 0) = -1 EINVAL (Invalid argument)");
}

TEST(SecurityModules, TakeOneContext) {
    DecodedCall call("lsm_set_self_attr");
    call.memory.put_object(other_place, contexts());
    EXPECT_EQ(call.args({101, other_place, 40, 0}).fails(95),
              "lsm_set_self_attr(LSM_ATTR_EXEC, {id=LSM_ID_SELINUX, flags=0, len=40, ctx_len=3, ctx=\"abc\"}, 40, 0) = -1 EOPNOTSUPP "
              "(Operation not supported)");
    DecodedCall shorter("lsm_set_self_attr");
    shorter.memory.put_object(other_place, contexts());
    EXPECT_EQ(shorter.args({101, other_place, 31, 0}).fails(22),
              "lsm_set_self_attr(LSM_ATTR_EXEC, 0x2000, 31, 0) = -1 EINVAL (Invalid argument)");
}

TEST(SecurityModules, AreListed) {
    DecodedCall call("lsm_list_modules");
    call.memory.put_object(other_place, std::array<std::uint64_t, 2>{100, 7});
    call.memory.put_object(third_place, std::uint32_t{16});
    EXPECT_EQ(call.args({other_place, third_place, 0}).returns(2),
              "lsm_list_modules([LSM_ID_CAPABILITY, 0x7 /* LSM_ID_??? */], [16], 0) = 2");
}

}  // namespace
}  // namespace troupe::tests
