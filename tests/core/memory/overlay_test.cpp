#include "core/memory/overlay.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace troupe {
namespace {

Poke poke_at(std::uint64_t address, std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {address, {bytes.begin(), bytes.end()}};
}

/// What `read` at `address` looks like with the pokes on it.
std::string laid_over(const std::vector<Poke>& pokes, std::uint64_t address, std::string read) {
    lay_over(pokes, address, std::as_writable_bytes(std::span(read)));
    return read;
}

TEST(Overlay, WithoutPokesNothingChanges) { EXPECT_EQ(laid_over({}, 100, "abcdef"), "abcdef"); }

TEST(Overlay, APokeInsideReplacesItsBytesAlone) { EXPECT_EQ(laid_over({poke_at(102, "XY")}, 100, "abcdef"), "abXYef"); }

TEST(Overlay, APokeOverTheWholeReadIsAllThatIsSeen) { EXPECT_EQ(laid_over({poke_at(98, "0123456789")}, 100, "abcdef"), "234567"); }

TEST(Overlay, APokeThatBeginsBeforeShowsItsEnd) { EXPECT_EQ(laid_over({poke_at(98, "WXYZ")}, 100, "abcdef"), "YZcdef"); }

TEST(Overlay, APokeThatEndsBehindShowsItsBeginning) { EXPECT_EQ(laid_over({poke_at(104, "WXYZ")}, 100, "abcdef"), "abcdWX"); }

TEST(Overlay, APokeThatOnlyTouchesAnEdgeIsNotSeen) {
    EXPECT_EQ(laid_over({poke_at(96, "WXYZ")}, 100, "abcdef"), "abcdef");
    EXPECT_EQ(laid_over({poke_at(106, "WXYZ")}, 100, "abcdef"), "abcdef");
}

TEST(Overlay, TheLaterPokeWins) {
    EXPECT_EQ(laid_over({poke_at(101, "1111"), poke_at(103, "222")}, 100, "abcdef"), "a11222");
    EXPECT_EQ(laid_over({poke_at(103, "222"), poke_at(101, "1111")}, 100, "abcdef"), "a11112");
}

TEST(Overlay, AnEmptyPokeAndAnEmptyReadAreHarmless) {
    EXPECT_EQ(laid_over({poke_at(102, "")}, 100, "abcdef"), "abcdef");
    EXPECT_EQ(laid_over({poke_at(98, "0123456789")}, 100, ""), "");
}

}  // namespace
}  // namespace troupe
