#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <utility>

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
    EXPECT_EQ(one.args({3, 0x1000, 4096}).returns(24), "getdents64(3, 0x1000 /* 1 entries */, 4096) = 24");
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

std::string with_length(std::string record, std::uint16_t length) {
    std::memcpy(record.data() + 16, &length, sizeof(length));
    return record;
}

struct Told {
    std::string brief;
    std::string all;
};

/// Of 48 bytes, or so many, the second record of which says that it is `length` bytes long.
Told told(std::uint16_t length, std::int64_t result = 48) {
    Told text;
    for (const bool is_whole : {false, true}) {
        DecodedCall call("getdents64");
        call.memory.put(0x1000, record64(1, 2, 24, 4, ".") + with_length(record64(3, 4, 24, 8, "abcd"), length));
        (is_whole ? text.all : text.brief) = (is_whole ? call.qualifiers(in_full) : call).args({3, 0x1000, 4096}).returns(result);
    }
    return text;
}

const std::string first = R"(getdents64(3, [{d_ino=1, d_off=2, d_reclen=24, d_type=DT_DIR, d_name="."}, )";

TEST(Directories, SayByHowMuchARecordIsTooShort) {
    const Told none = told(0);
    EXPECT_EQ(none.brief, "getdents64(3, 0x1000 /* d_reclen 19 bytes underflow */ /* 2+ entries */, 4096) = 48");
    EXPECT_EQ(none.all, first + "{d_ino=3, d_off=4, d_reclen=0 /* 19 bytes underflow */, d_type=DT_REG}], 4096) = 48");
    EXPECT_EQ(told(18, 43).brief, "getdents64(3, 0x1000 /* d_reclen 1 bytes underflow */ /* 2 entries */, 4096) = 43");
}

TEST(Directories, SayByHowMuchARecordIsTooLong) {
    const Told page = told(4096);
    EXPECT_EQ(page.brief, "getdents64(3, 0x1000 /* d_reclen 4072 bytes overflow */ /* 2 entries */, 4096) = 48");
    EXPECT_EQ(page.all,
              first + R"({d_ino=3, d_off=4, d_reclen=4096 /* 4072 bytes overflow */, d_type=DT_REG, d_name="abcd"}], 4096) = 48)");
}

TEST(Directories, CutNamesWithoutAnEnd) {
    EXPECT_EQ(told(24, 46).all,
              first + R"({d_ino=3, d_off=4, d_reclen=24 /* 2 bytes overflow */, d_type=DT_REG, d_name="ab"...}], 4096) = 46)");
    EXPECT_EQ(told(19, 43).all, first + "{d_ino=3, d_off=4, d_reclen=19, d_type=DT_REG}], 4096) = 43");
}

TEST(Directories, ShowWhatIsTooShortForARecordAsBytes) {
    const Told rest = told(24, 26);
    EXPECT_EQ(rest.brief, "getdents64(3, 0x1000 /* 1+ entries */, 4096) = 26");
    EXPECT_EQ(rest.all, first + R"("\x03\x00"], 4096) = 26)");
    EXPECT_EQ(told(24, 2).all, R"(getdents64(3, "\x01\x00", 4096) = 2)");
}

TEST(Directories, SayWhereTheyCannotBeRead) {
    DecodedCall header("getdents64");
    header.memory.put(0x1000, record64(1, 2, 24, 4, "."));
    EXPECT_EQ(header.qualifiers(in_full).args({3, 0x1000, 4096}).returns(48), first + "... /* 0x1018 */], 4096) = 48");
    DecodedCall name("getdents64");
    name.memory.put(0x1000, record64(1, 2, 24, 4, ".") + record64(3, 4, 24, 8, "abcd").substr(0, 21));
    EXPECT_EQ(name.qualifiers(in_full).args({3, 0x1000, 4096}).returns(48),
              first + "{d_ino=3, d_off=4, d_reclen=24, d_type=DT_REG, d_name=0x102b}, ...], 4096) = 48");
}

TEST(Directories, OfOldHaveNoTypeWhereTheyAreTooShort) {
    std::string bytes;
    append_bytes(bytes, std::uint32_t{7});
    append_bytes(bytes, std::uint32_t{8});
    append_bytes(bytes, std::uint16_t{12});
    bytes += "a";
    for (const auto& [size, shown] : {std::pair{10, "{d_ino=7, d_off=8, d_reclen=12 /* 2 bytes overflow */}"},
                                      std::pair{11, "{d_ino=7, d_off=8, d_reclen=12 /* 1 bytes overflow */, d_type=0x61 /* DT_??? */}"}}) {
        DecodedCall call("getdents", Abi::i386);
        call.memory.put(0x1000, bytes);
        EXPECT_EQ(call.qualifiers(in_full).args({3, 0x1000, 4096}).returns(size),
                  "getdents(3, [" + std::string(shown) + "], 4096) = " + std::to_string(size));
    }
}

}  // namespace
}  // namespace troupe::tests
