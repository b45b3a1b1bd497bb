#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Calls of x32: how much of a register they take, and what is narrower in memory.
namespace troupe::tests {
namespace {

using namespace std::string_literals;

constexpr std::uint64_t above = 0x100000000;

DecodedCall on_x32(std::string_view name) { return DecodedCall(name, Abi::x32); }

TEST(AddressesOfX32, AreNotLookedBehindWhereTheyHaveMoreThan32Bits) {
    DecodedCall opens = on_x32("open");
    opens.memory.put(place, "f\0"s);
    opens.memory.put(above, "f\0"s);
    EXPECT_EQ(opens.args({place, 0}).fails(38), "open(\"f\", O_RDONLY) = -1 ENOSYS (Function not implemented)");
    EXPECT_EQ(on_x32("open").args({above, 0}).fails(38), "open(0x100000000, O_RDONLY) = -1 ENOSYS (Function not implemented)");
    DecodedCall reads = on_x32("read");
    reads.memory.put(above, "xy");
    EXPECT_EQ(reads.args({3, above, 2}).returns(2), "read(3, 0x100000000, 2) = 2");
}

TEST(CallsOfX32Alone, TakeTheLowerHalvesOfRegisters) {
    DecodedCall call = on_x32("vmsplice");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{0, 0});
    EXPECT_EQ(call.args({1, above + place, above + 1, 1}).returns(0), "vmsplice(1, [{iov_base=NULL, iov_len=0}], 1, SPLICE_F_MOVE) = 0");
    EXPECT_EQ(on_x32("ioctl").args({1, above + 1, above + place}).returns(0), "ioctl(1, FIBMAP, 0x1000) = 0");
    DecodedCall raw = on_x32("readv");
    raw.qualifiers(qualifier::trace | qualifier::raw);
    EXPECT_EQ(raw.args({1, above + 2, above + 3}).returns(0), "readv(0x1, 0x2, 0x3) = 0");
    EXPECT_EQ(on_x32("munmap").args({above, above + 1}).returns(0), "munmap(0x100000000, 4294967297) = 0");
}

TEST(TransfersAtAnOffset, HaveTheirFlagsBehindItOnX32) {
    EXPECT_EQ(on_x32("preadv2").args({1, 0, above + 2, ~std::uint64_t{0}, 1, 2}).returns(0), "preadv2(1, NULL, 2, -1, RWF_HIPRI) = 0");
    EXPECT_EQ(on_x32("pwritev").args({1, above, 1, above}).returns(0), "pwritev(1, 0x100000000, 1, 4294967296) = 0");
}

TEST(ListsOfRobustFutexes, AreAsLongAsAWordSaysOnX32) {
    DecodedCall call = on_x32("get_robust_list");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{0x5000, 12});
    EXPECT_EQ(call.args({0, place, place + 4}).returns(0), "get_robust_list(0, [0x5000], [12]) = 0");
}

TEST(CountsOfAsynchronousTransfers, AreIntsOnX32) {
    EXPECT_EQ(on_x32("io_getevents").args({1, above + 1, 0xffffffff, 0, 0}).returns(0), "io_getevents(0x1, 1, -1, NULL, NULL) = 0");
    DecodedCall call = on_x32("io_submit");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{});
    EXPECT_EQ(call.args({1, 0xffffffff, place}).fails(22), "io_submit(0x1, -1, 0x1000) = -1 EINVAL (Invalid argument)");
}

TEST(StatisticsOfFileSystems, AreWordsOnX32) {
    DecodedCall call = on_x32("fstatfs");
    call.memory.put_object(place, std::array<std::uint32_t, 16>{0xef53, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    EXPECT_EQ(call.args({3, place}).returns(0),
              "fstatfs(3, {f_type=EXT2_SUPER_MAGIC, f_bsize=1, f_blocks=2, f_bfree=3, f_bavail=4, f_files=5, f_ffree=6, "
              "f_fsid={val=[0x7, 0x8]}, f_namelen=9, f_frsize=10}) = 0");
}

TEST(Segments, SayOnX32WhetherTheyAreLong) {
    DecodedCall call = on_x32("modify_ldt");
    call.memory.put_object(place, std::array<std::uint32_t, 4>{1, 0, 2, 0x80});
    EXPECT_EQ(call.args({1, place, 16}).returns(0),
              "modify_ldt(1, {entry_number=1, base_addr=00000000, limit=0x000002, seg_32bit=0, contents=0, read_exec_only=0, "
              "limit_in_pages=0, seg_not_present=0, useable=0, lm=1}, 16) = 0");
}

}  // namespace
}  // namespace troupe::tests
