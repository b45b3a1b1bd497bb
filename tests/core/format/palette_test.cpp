#include "troupe/core/palette.hpp"

#include <gtest/gtest.h>

#include "tests/support/without_colors.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe {
namespace {

using Parts = std::vector<std::string>;

TEST(Palette, TakesWhatTheEnvironmentSays) {
    Palette palette;
    EXPECT_EQ(palette.set("syscall=1;34:error=31"), Parts{});
    EXPECT_EQ(palette.of(Ink::syscall), "\033[1;34m");
    EXPECT_EQ(palette.of(Ink::error), "\033[31m");
    EXPECT_EQ(palette.set("argname=4, argval=5\tcall=6:const=7:comment=8:punct=9:retval=10"), Parts{});
    EXPECT_EQ(palette.of(Ink::argname), "\033[4m");
    EXPECT_EQ(palette.of(Ink::argval), "\033[5m");
    EXPECT_EQ(palette.of(Ink::call), "\033[6m");
    EXPECT_EQ(palette.of(Ink::constant), "\033[7m");
    EXPECT_EQ(palette.of(Ink::comment), "\033[8m");
    EXPECT_EQ(palette.of(Ink::punct), "\033[9m");
    EXPECT_EQ(palette.of(Ink::retval), "\033[10m");
}

TEST(Palette, NothingBehindAKeyIsNoColour) {
    Palette palette;
    EXPECT_EQ(palette.set("error="), Parts{});
    EXPECT_EQ(palette.of(Ink::error), "");
}

TEST(Palette, GivesBackWhatMakesNoSense) {
    Palette palette;
    EXPECT_EQ(palette.set("colour=1:error:syscall=red::error=2"), (Parts{"colour=1", "error", "syscall=red"}));
    EXPECT_EQ(palette.of(Ink::error), "\033[2m");
    EXPECT_EQ(palette.of(Ink::syscall), Palette().of(Ink::syscall));
}

TEST(VisibleWidth, IsWithoutSequences) {
    EXPECT_EQ(visible_width(""), 0U);
    EXPECT_EQ(visible_width("abc"), 3U);
    EXPECT_EQ(visible_width("\033[1;34mabc\033[0m(\033[2m3\033[0m"), 5U);
    EXPECT_EQ(visible_width("abc\033[1"), 3U);
}

constexpr NamedConstant inked_rows[] = {{1, "BIT_A"}, {2, "BIT_B"}};
constexpr FlagSet inked_bits{.name = "bits", .unknown = "BIT_???", .rows = inked_rows};
constexpr ValueSet inked_kinds{"kinds", "KIND_???", inked_rows};

void write_call(Writer& out) {
    out.open(Shape::call, "openat");
    out.field("dfd");
    out.working_directory();
    out.field("path");
    out.bytes("a\n", BytesForm::path, true);
    out.field("flags", Named::yes);
    out.flags(inked_bits, 7);
    out.field("kind");
    out.constant(inked_kinds, 9);
    out.field("what");
    out.open(Shape::structure);
    out.field("device");
    out.spelled(0x103, NumberForm::hex);
    out.open(Shape::function, "makedev");
    out.element();
    out.number(1, NumberForm::hex);
    out.element();
    out.signal(9);
    out.close();
    out.filled_field("inet_addr", "address", "\1\2");
    out.bytes("1.2", BytesForm::text, false);
    out.close(End::unreadable, 0x1000);
    out.close();
    out.comment("all");
    out.open(Shape::result);
    out.error(2);
    out.close();
}

std::string written(TextForm form) {
    std::string text;
    TextWriter writer(text, form);
    write_call(writer);
    return text;
}

TEST(Colours, ChangeNothingElseOfTheText) {
    const Palette palette;
    for (const ConstantStyle style : {ConstantStyle::names, ConstantStyle::numbers, ConstantStyle::both}) {
        const std::string plain = written({.constants = style});
        const std::string colored = written({.constants = style, .palette = &palette});
        EXPECT_NE(colored, plain);
        EXPECT_EQ(tests::without_colors(colored), plain);
        EXPECT_EQ(visible_width(colored), plain.size());
    }
}

TEST(Colours, AreOfTheKindOfText) {
    Palette palette;
    ASSERT_TRUE(palette.set("syscall=1:argname=2:argval=3:call=4:const=5:comment=6:punct=7:retval=8:error=9").empty());
    std::string text;
    TextWriter text_writer(text, {.argument_names = true, .palette = &palette});
    Writer& writer = text_writer;
    const auto in = [](const char* number, const std::string& piece) { return std::string("\033[") + number + "m" + piece + "\033[0m"; };
    writer.open(Shape::call, "dup");
    writer.field("fd");
    writer.number(3, NumberForm::decimal);
    writer.comment("x");
    writer.field("flags");
    writer.flags(inked_bits, 1);
    writer.close();
    EXPECT_EQ(text, in("1", "dup") + in("7", "(") + in("2", "fd") + in("7", "=") + in("3", "3") + in("6", " /* x */") + in("7", ", ") +
                        in("2", "flags") + in("7", "=") + in("5", "BIT_A") + in("7", ")"));
    text.clear();
    writer.open(Shape::result);
    writer.number(4, NumberForm::decimal);
    writer.close();
    writer.open(Shape::result);
    writer.error(2);
    writer.close();
    EXPECT_EQ(text, in("7", "= ") + in("8", "4") + in("7", "= ") + in("9", "-1 ENOENT (No such file or directory)"));
}

}  // namespace
}  // namespace troupe
