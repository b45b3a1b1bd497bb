#include "core/decode/text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>

#include "core/format/quoting.hpp"
#include "tests/support/decoded_call.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe::tests {
namespace {

using namespace std::string_literals;

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

TEST(Text, OctalEscapesAreAsShortAsTheNextCharacterAllows) {
    EXPECT_EQ(escaped("\0\0011\033\t\n\v\f\r\"\\\177\377z"s), R"(\0\0011\33\t\n\v\f\r\"\\\177\377z)");
    EXPECT_EQ(escaped("\0"s + "1"), R"(\0001)");
    EXPECT_EQ(escaped("\0"s + "8"), R"(\08)");
    EXPECT_EQ(escaped("\0379"), R"(\379)");
    EXPECT_EQ(escaped("\0378"), R"(\378)");
}

TEST(Text, WrittenBytesAreCutAtTheLimitAndTellIt) {
    DecodedCall call("write");
    const auto buffer = call.memory.put(0x1000, std::string(100, 'a'));
    EXPECT_EQ(call.args({1, buffer, 32}).returns(32), "write(1, \"" + std::string(32, 'a') + "\", 32) = 32");
    DecodedCall longer("write");
    longer.memory.put(0x1000, std::string(100, 'a'));
    EXPECT_EQ(longer.args({1, 0x1000, 33}).returns(33), "write(1, \"" + std::string(32, 'a') + "\"..., 33) = 33");
}

TEST(Text, BytesThatAreNotAllThereAreAnAddress) {
    DecodedCall call("write");
    call.memory.put(0x1ffc, "abcd");
    EXPECT_EQ(call.args({3, 0x1ffc, 8}).returns(4), "write(3, 0x1ffc, 8) = 4");
}

TEST(Text, BytesOfWhichNoneAreShownAreLookedAtAllTheSame) {
    DecodedCall call("write");
    call.memory.put(0x1000, "abc");
    EXPECT_EQ(call.string_limit(0).args({3, 0x1000, 3}).returns(3), "write(3, \"\"..., 3) = 3");
    DecodedCall unmapped("write");
    EXPECT_EQ(unmapped.string_limit(0).args({3, 0x1000, 5}).fails(14), "write(3, 0x1000, 5) = -1 EFAULT (Bad address)");
    DecodedCall none("write");
    EXPECT_EQ(none.args({3, 0x1000, 0}).returns(0), "write(3, \"\", 0) = 0") << "as many as were asked for could be read";
}

TEST(Text, TheFirstByteThatIsNotShownIsLookedAt) {
    const auto written = [](std::size_t limit, std::uint64_t bytes) {
        DecodedCall call("write");
        call.memory.put(0x1000, "abcd");
        return call.string_limit(limit).args({3, 0x1000, bytes}).returns(4);
    };
    EXPECT_EQ(written(4, 4), R"(write(3, "abcd", 4) = 4)");
    EXPECT_EQ(written(3, 4), R"(write(3, "abc"..., 4) = 4)");
    EXPECT_EQ(written(4, 9), "write(3, 0x1000, 9) = 4");
}

TEST(Text, ReadShowsAsManyBytesAsWereRead) {
    DecodedCall call("read");
    call.args({3, 0x1000, 4000});
    EXPECT_EQ(call.entry(), "read(3");
    call.memory.put(0x1000, "hello, world");
    EXPECT_EQ(call.returns(5), R"(read(3, "hello", 4000) = 5)");
}

TEST(Text, AFailedReadShowsTheAddress) {
    DecodedCall call("read");
    EXPECT_EQ(call.args({0xffffffff, 0x1000, 10}).fails(9), "read(-1, 0x1000, 10) = -1 EBADF (Bad file descriptor)");
}

TEST(Text, PathsAreNeverCutByTheStringLimit) {
    DecodedCall call("chdir");
    call.memory.put(0x1000, std::string(200, 'p') + '\0');
    EXPECT_EQ(call.args({0x1000}).returns(0), "chdir(\"" + std::string(200, 'p') + "\") = 0");
}

TEST(Text, APathWithoutEndIsCutWhereTheKernelStops) {
    DecodedCall call("chdir");
    call.memory.put(0x1000, std::string(5000, 'p'));
    EXPECT_EQ(call.args({0x1000}).fails(36), "chdir(\"" + std::string(4095, 'p') + "\"...) = -1 ENAMETOOLONG (File name too long)");
}

TEST(Text, PathsThatCannotBeReadAreAddresses) {
    EXPECT_EQ(DecodedCall("chdir").args({0}).fails(14), "chdir(NULL) = -1 EFAULT (Bad address)");
    EXPECT_EQ(DecodedCall("chdir").args({0xdeadbeef}).fails(14), "chdir(0xdeadbeef) = -1 EFAULT (Bad address)");
}

class Execve : public ::testing::Test {
 protected:
    /// Pointers to "ab", with a NULL behind them.
    void put_words(std::size_t count) {
        std::string words;
        for (std::size_t i = 0; i <= count; ++i) {
            const std::uint64_t word = i < count ? 0x9000 : 0;
            words.append(reinterpret_cast<const char*>(&word), sizeof(word));
        }
        call_.memory.put(0x1000, "/q\0"s);
        call_.memory.put(0x9000, "ab\0"s);
        call_.memory.put(0x2000, words);
    }
    DecodedCall call_{"execve"};
};

TEST_F(Execve, ShowsArgumentsAndCountsVariables) {
    put_words(2);
    EXPECT_EQ(call_.args({0x1000, 0x2000, 0x2000}).fails(2),
              R"(execve("/q", ["ab", "ab"], 0x2000 /* 2 vars */) = -1 ENOENT (No such file or directory))");
}

TEST_F(Execve, CountsOneVariableInTheSingular) {
    put_words(1);
    EXPECT_EQ(call_.args({0x1000, 0x2000, 0x2000}).returns(0), R"(execve("/q", ["ab"], 0x2000 /* 1 var */) = 0)");
}

TEST_F(Execve, CountsVariablesOfSeveralPages) {
    put_words(700);
    EXPECT_EQ(call_.args({0x1000, 0, 0x2000}).returns(0), R"(execve("/q", NULL, 0x2000 /* 700 vars */) = 0)");
}

TEST_F(Execve, CountsVariablesAcrossTheEndOfAPage) {
    const std::uint64_t variables[] = {0x9000, 0x9000, 0x9000, 0};
    call_.memory.put(0x1000, "/q\0"s);
    call_.memory.put(0x6ff4, std::string(reinterpret_cast<const char*>(variables), sizeof(variables)));
    EXPECT_EQ(call_.args({0x1000, 0, 0x6ff4}).returns(0), R"(execve("/q", NULL, 0x6ff4 /* 3 vars */) = 0)");
}

TEST_F(Execve, LeavesOutArgumentsBehindTheThirtySecond) {
    put_words(33);
    const std::string text = call_.args({0x1000, 0x2000, 0}).returns(0);
    EXPECT_TRUE(text.ends_with("\"ab\", ...], NULL) = 0")) << text;
}

TEST_F(Execve, ShowsAHundredThousandArgumentsWhereNothingIsAbbreviated) {
    constexpr std::size_t count = 100'000;
    put_words(0);
    std::string words;
    std::string expected;
    for (std::size_t i = 0; i < count; ++i) {
        words += "\0\x90\0\0\0\0\0\0"s;
        expected += i == 0 ? "\"ab\"" : ", \"ab\"";
    }
    call_.memory.put(0x100000, words + std::string(8, '\0'));
    const std::string text = call_.qualifiers(qualifier::trace | qualifier::verbose).args({0x1000, 0x100000, 0}).returns(0);
    EXPECT_TRUE(text == "execve(\"/q\", [" + expected + "], NULL) = 0") << text.size() << ": " << text.substr(text.size() - 100);
}

TEST_F(Execve, ShowsAllArgumentsWhereNothingIsAbbreviated) {
    put_words(33);
    const std::string text = call_.qualifiers(qualifier::trace | qualifier::verbose).args({0x1000, 0x2000, 0x2000}).returns(0);
    EXPECT_EQ(text.find("..."), std::string::npos);
    EXPECT_EQ(text.find("vars"), std::string::npos);
}

TEST_F(Execve, SaysWhereAnArrayCouldNotBeReadOn) {
    call_.memory.put(0x1000, "/q\0"s);
    call_.memory.put_object(0x2ff8, std::uint64_t{0x9000});
    call_.memory.put(0x9000, "ab\0"s);
    EXPECT_EQ(call_.args({0x1000, 0x2ff8, 0x2ff8}).returns(0),
              R"(execve("/q", ["ab", ... /* 0x3000 */], 0x2ff8 /* 1 var, unterminated */) = 0)");
}

TEST_F(Execve, ShowsAddressesWhereNobodyLooksBehindPointers) {
    put_words(1);
    call_.qualifiers(qualifier::trace | qualifier::abbrev);
    EXPECT_EQ(call_.args({0x1000, 0x2000, 0x2000}).returns(0), R"(execve("/q", 0x2000, 0x2000) = 0)");
}

TEST(ListOfAttributes, IsAnAddressWhereThereIsNoRoom) {
    const auto listed = [](std::uint64_t size, long result) {
        DecodedCall call("flistxattr");
        call.memory.put(0x1000, "user.a\0"s);
        return call.args({3, 0x1000, size}).returns(result);
    };
    EXPECT_EQ(listed(0, 7), "flistxattr(3, 0x1000, 0) = 7");
    EXPECT_EQ(listed(100, 7), R"(flistxattr(3, "user.a\0", 100) = 7)");
    EXPECT_EQ(listed(100, 0), R"(flistxattr(3, "", 100) = 0)");
}

TEST(HardwareAddresses, AreBytesWhereNumbersAreWanted) {
    constexpr std::array address{std::byte{0x02}, std::byte{0xfc}};
    const auto in = [&](ConstantStyle style) {
        std::string text;
        TextWriter writer(text, {.constants = style});
        write_hardware_address(writer, address);
        return text;
    };
    EXPECT_EQ(in(ConstantStyle::names), "02:fc");
    EXPECT_EQ(in(ConstantStyle::numbers), R"("\x02\xfc")");
    EXPECT_EQ(in(ConstantStyle::both), R"("\x02\xfc" /* 02:fc */)");
}

}  // namespace
}  // namespace troupe::tests
