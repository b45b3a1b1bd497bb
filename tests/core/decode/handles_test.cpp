#include <gtest/gtest.h>

#include <cstdint>

#include "tests/support/decoded_call.hpp"

/// Handles of files.
namespace troupe::tests {
namespace {

using namespace std::string_literals;

struct Handle {
    std::uint32_t bytes;
    std::int32_t type;
};

TEST(Handles, AreAsLongAsTheySay) {
    DecodedCall call("open_by_handle_at");
    call.memory.put_object(0x1000, Handle{3, -1});
    call.memory.put(0x1008, "\1ab"s);
    EXPECT_EQ(call.args({3, 0x1000, 0}).returns(4),
              R"(open_by_handle_at(3, {handle_bytes=3, handle_type=-1, f_handle="\x01\x61\x62"}, O_RDONLY) = 4)");
}

TEST(Handles, TellHowLongTheyBecame) {
    DecodedCall call("name_to_handle_at");
    call.memory.put(0x3000, "f\0"s);
    call.memory.put_object(0x1000, Handle{128, 0});
    call.args({4, 0x3000, 0x1000, 0x2000, 0x1000}).entry();
    call.memory.put_object(0x1000, Handle{2, 1});
    call.memory.put(0x1008, "\1\2");
    call.memory.put_object(0x2000, std::int32_t{27});
    EXPECT_EQ(call.returns(0),
              R"(name_to_handle_at(4, "f", {handle_bytes=128 => 2, handle_type=1, f_handle="\x01\x02"}, [27], AT_EMPTY_PATH) = 0)");
}

TEST(Handles, AreAskedForALengthWhereThereIsNoRoom) {
    constexpr std::uint64_t overflow = 75;
    DecodedCall call("name_to_handle_at");
    call.memory.put(0x3000, "f\0"s);
    call.memory.put_object(0x1000, Handle{0, 0});
    call.args({4, 0x3000, 0x1000, 0x2000, 0}).entry();
    call.memory.put_object(0x1000, Handle{8, 0});
    EXPECT_EQ(call.fails(overflow),
              "name_to_handle_at(4, \"f\", {handle_bytes=0 => 8}, 0x2000, 0) = -1 EOVERFLOW (Value too large for defined data type)");
}

}  // namespace
}  // namespace troupe::tests
