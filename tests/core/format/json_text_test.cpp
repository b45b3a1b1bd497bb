#include "troupe/core/json_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace troupe::json {
namespace {

std::string string_of(std::string_view text) {
    std::string out;
    append_string(text, out);
    return out;
}

std::string bytes_of(std::string_view bytes) {
    std::string out;
    append_bytes(bytes, out);
    return out;
}

std::string base64_of(std::string_view bytes) {
    std::string out;
    append_base64(bytes, out);
    return out;
}

std::string real_of(double value) {
    std::string out;
    append_real(value, out);
    return out;
}

TEST(JsonText, PlainTextStandsForItself) { EXPECT_EQ(string_of("/etc/ld.so.cache"), R"("/etc/ld.so.cache")"); }

TEST(JsonText, WhatJsonHasAnEscapeForIsEscaped) {
    EXPECT_EQ(string_of("a\"b\\c\b\f\n\r\td"), R"("a\"b\\c\b\f\n\r\td")");
    EXPECT_EQ(string_of({"\0\x01\x1f", 3}), R"("\u0000\u0001\u001f")");
    EXPECT_EQ(string_of("\x7f/"), "\"\x7f/\"");
}

TEST(JsonText, EveryControlCharacterIsEscapedAndNothingElse) {
    for (int character = 0; character < 0x80; ++character) {
        const std::string text(1, static_cast<char>(character));
        const bool plain = character >= 0x20 && character != '"' && character != '\\';
        EXPECT_EQ(string_of(text) == '"' + text + '"', plain) << character;
    }
}

TEST(JsonText, BytesThatAreUtf8AreText) {
    EXPECT_EQ(bytes_of("Grüße, 世界 \xf0\x9f\x8e\xad"), "\"Grüße, 世界 \xf0\x9f\x8e\xad\"");
    EXPECT_EQ(bytes_of(""), R"("")");
    EXPECT_EQ(bytes_of({"a\0b", 3}), R"("a\u0000b")");
}

TEST(JsonText, OtherBytesAreBase64) { EXPECT_EQ(bytes_of("\xff\xfe"), R"({"base64":"//4="})"); }

TEST(JsonText, FirstAndLastCharacterOfEveryLengthAreUtf8) {
    for (const char* text :
         {"\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        EXPECT_TRUE(is_utf8(text)) << string_of(text);
    }
}

TEST(JsonText, OverlongFormsSurrogatesAndWhatLiesBeyondUnicodeAreNot) {
    for (const char* text : {"\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80",
                             "\xf5\x80\x80\x80", "\xff", "\xfe", "\x80", "\xbf"}) {
        EXPECT_FALSE(is_utf8(text)) << base64_of(text);
    }
}

TEST(JsonText, CharactersThatAreCutAreNotUtf8WhereverTheyStand) {
    const std::string whole = "\xf0\x9f\x8e\xad";
    for (std::size_t length = 1; length < whole.size(); ++length) {
        EXPECT_FALSE(is_utf8(whole.substr(0, length)));
        EXPECT_FALSE(is_utf8(whole.substr(0, length) + "long plain text"));
        EXPECT_FALSE(is_utf8("long plain text" + whole.substr(0, length)));
        EXPECT_FALSE(is_utf8("long plain text" + whole.substr(0, length) + whole));
    }
    EXPECT_TRUE(is_utf8("long plain text" + whole + "and more of it" + whole));
}

TEST(JsonText, ACutCharacterIsNotReadBeyondItsBytes) {
    const std::string cut("\xf0\x9f\x8e\xad");
    EXPECT_FALSE(is_utf8(std::string_view(cut).substr(0, 3)));
}

TEST(JsonText, Base64IsThatOfTheStandard) {  // RFC 4648, section 10
    EXPECT_EQ(base64_of(""), "");
    EXPECT_EQ(base64_of("f"), "Zg==");
    EXPECT_EQ(base64_of("fo"), "Zm8=");
    EXPECT_EQ(base64_of("foo"), "Zm9v");
    EXPECT_EQ(base64_of("foob"), "Zm9vYg==");
    EXPECT_EQ(base64_of("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64_of("\xfb\xef\xff"), "++//");
}

TEST(JsonText, NumbersOfAllSizesAreWritten) {
    std::string out;
    append_number(std::numeric_limits<std::int64_t>::min(), out);
    out += ' ';
    append_number(std::numeric_limits<std::uint64_t>::max(), out);
    out += ' ';
    append_hexadecimal(std::numeric_limits<std::uint64_t>::max(), out);
    out += ' ';
    append_hexadecimal(0, out);
    EXPECT_EQ(out, R"(-9223372036854775808 18446744073709551615 "0xffffffffffffffff" "0x0")");
}

TEST(JsonText, RealNumbersReadBackAsTheyWereAndInfinitiesAreNull) {
    EXPECT_EQ(real_of(3), "3");
    EXPECT_EQ(real_of(0.1), "0.1");
    EXPECT_EQ(std::stod(real_of(1.0 / 3)), 1.0 / 3);
    EXPECT_EQ(std::stod(real_of(-1.7976931348623157e308)), -1.7976931348623157e308);
    EXPECT_EQ(real_of(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(real_of(std::numeric_limits<double>::quiet_NaN()), "null");
}

TEST(JsonText, KeysAreStringsWithAColon) {
    std::string out = "{";
    append_key("si_signo", out);
    EXPECT_EQ(out, R"({"si_signo":)");
}

}  // namespace
}  // namespace troupe::json
