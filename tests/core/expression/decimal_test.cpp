#include "troupe/core/decimal.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

TEST(Decimal, IsDigitsAndNothingElse) {
    EXPECT_EQ(decimal("0"), 0U);
    EXPECT_EQ(decimal("4294967295"), 4294967295U);
    for (const char* text : {"", "-1", "+1", " 1", "1 ", "0x10", "1k", "1.0", "4294967296", "99999999999999999999"}) {
        EXPECT_EQ(decimal(text), std::nullopt) << text;
    }
}

TEST(Decimal, LeadingZerosAreNotOctal) { EXPECT_EQ(decimal("0000000000017"), 17U); }

TEST(SignedDecimal, StandsBehindBlanksAndASign) {
    for (const char* text : {"7", "+7", " 7", "\t +7", "\n07"}) {
        EXPECT_EQ(signed_decimal(text), 7U) << text;
    }
    for (const char* text : {"-0", " -00", "+0"}) {
        EXPECT_EQ(signed_decimal(text), 0U) << text;
    }
    for (const char* text : {"", " ", "+", "-", "-1", "++1", "+-1", "- 1", "1 ", "1\n", "+0x1"}) {
        EXPECT_EQ(signed_decimal(text), std::nullopt) << text;
    }
    EXPECT_EQ(signed_decimal("+256", 255), std::nullopt);
}

TEST(Decimal, EndsAtTheLargest) {
    EXPECT_EQ(decimal("255", 255), 255U);
    EXPECT_EQ(decimal("256", 255), std::nullopt);
}

}  // namespace
}  // namespace troupe
