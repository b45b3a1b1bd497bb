#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

template <typename T>
void append_bytes(std::string& bytes, T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

std::string record64(std::uint64_t inode, std::int64_t offset, std::uint16_t length, unsigned char type, const char* name) {
    std::string bytes;
    append_bytes(bytes, inode);
    append_bytes(bytes, offset);
    append_bytes(bytes, length);
    append_bytes(bytes, type);
    bytes += name;
    bytes.resize(length);
    return bytes;
}

TEST(Directories, AreCountedWhereTheyAreAbbreviated) {
    DecodedCall call("getdents64");
    call.memory.put(0x1000, record64(1, 2, 24, 4, ".") + record64(3, 4, 24, 8, "file"));
    EXPECT_EQ(call.args({3, 0x1000, 4096}).returns(48), "getdents64(3, 0x1000 /* 2 entries */, 4096) = 48");
    DecodedCall one("getdents64");
    one.memory.put(0x1000, record64(1, 2, 24, 4, "."));
    EXPECT_EQ(one.args({3, 0x1000, 4096}).returns(24), "getdents64(3, 0x1000 /* 1 entry */, 4096) = 24");
    EXPECT_EQ(DecodedCall("getdents64").args({3, 0x1000, 4096}).returns(0), "getdents64(3, 0x1000 /* 0 entries */, 4096) = 0");
}

TEST(Directories, ShowEveryEntryWhereNothingIsAbbreviated) {
    DecodedCall call("getdents64");
    call.memory.put(0x1000, record64(1, 2, 24, 4, ".") + record64(3, 9223372036854775807, 24, 99, "a\"b"));
    EXPECT_EQ(call.qualifiers(in_full).args({3, 0x1000, 4096}).returns(48),
              R"(getdents64(3, [{d_ino=1, d_off=2, d_reclen=24, d_type=DT_DIR, d_name="."}, )"
              R"({d_ino=3, d_off=9223372036854775807, d_reclen=24, d_type=0x63 /* DT_??? */, d_name="a\"b"}], 4096) = 48)");
    EXPECT_EQ(DecodedCall("getdents64").qualifiers(in_full).args({3, 0x1000, 4096}).returns(0), "getdents64(3, [], 4096) = 0");
}

TEST(Directories, OfOldHaveTheTypeBehindTheName) {
    std::string bytes;
    append_bytes(bytes, std::uint32_t{7});
    append_bytes(bytes, std::uint32_t{2147483647});
    append_bytes(bytes, std::uint16_t{16});
    bytes += "a.o";
    bytes.resize(16);
    bytes.back() = 8;
    DecodedCall call("getdents", Abi::i386);
    call.memory.put(0x1000, bytes);
    EXPECT_EQ(call.qualifiers(in_full).args({3, 0x1000, 4096}).returns(16),
              R"(getdents(3, [{d_ino=7, d_off=2147483647, d_reclen=16, d_name="a.o", d_type=DT_REG}], 4096) = 16)");
}

TEST(Directories, EndWhereARecordCannotBeRight) {
    for (const std::uint16_t length : {std::uint16_t{0}, std::uint16_t{19}, std::uint16_t{4096}}) {
        std::string bad = record64(1, 2, 24, 4, ".");
        std::memcpy(bad.data() + 16, &length, sizeof(length));
        DecodedCall call("getdents64");
        call.memory.put(0x1000, record64(1, 2, 24, 4, ".") + bad);
        EXPECT_EQ(call.args({3, 0x1000, 4096}).returns(48), "getdents64(3, 0x1000 /* 1 entry */, 4096) = 48") << length;
    }
}

}  // namespace
}  // namespace troupe::tests
