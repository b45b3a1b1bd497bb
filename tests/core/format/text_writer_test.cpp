// The same values in each way of spelling them. What is expected was compared with the distribution's strace under -X and -x.

#include "troupe/core/text_writer.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "troupe/core/tape.hpp"

namespace troupe {
namespace {

constexpr NamedConstant kind_rows[] = {{0, "NO_KIND"}, {2, "SOME_KIND"}};
constexpr ValueSet kinds{"kinds", "KIND_???", kind_rows};
constexpr NamedConstant bit_rows[] = {{0x10, "BIT_A"}, {0x20, "BIT_B"}};
constexpr FlagSet bits{.name = "bits", .unknown = "BIT_???", .rows = bit_rows};
constexpr FlagSet whole{.name = "whole", .unknown = "BIT_???", .rows = bit_rows, .value_mask = 0xf, .values = &kinds};
constexpr FlagSet apart{.name = "apart", .unknown = "BIT_???", .rows = bit_rows, .value_mask = 0xf, .values = &kinds, .values_apart = true};
constexpr FlagSet said_apart{.name = "said_apart",
                             .unknown = "BIT_???",
                             .rows = bit_rows,
                             .value_mask = 0xf,
                             .values = &kinds,
                             .values_apart = true,
                             .value_apart_in_names = true};
constexpr ValueSet some_kinds{"some_kinds", "", kind_rows};
constexpr FlagSet of_some_values{
    .name = "of_some_values", .unknown = "BIT_???", .rows = bit_rows, .value_mask = 0xf, .values = &some_kinds, .values_apart = true};
constexpr ShiftedSize size{~std::uint64_t{0}, 0xf00, 8, "BIT_SHIFT"};
constexpr FlagSet sized{.name = "sized", .unknown = "BIT_???", .rows = bit_rows, .size = &size};
constexpr FlagSet sized_part{.name = "sized_part", .unknown = "", .rows = bit_rows, .size = &size};

using Write = std::function<void(Writer&)>;

std::string written(const Write& write, TextForm form) {
    std::string text;
    TextWriter writer(text, form);
    write(writer);
    Tape tape;
    write(tape);
    std::string again;
    TextWriter other(again, form);
    tape.replay(other);
    EXPECT_EQ(again, text) << "through a tape";
    return text;
}

struct Styles {
    std::string names;
    std::string numbers;
    std::string both;
    friend bool operator==(const Styles&, const Styles&) = default;
    friend void PrintTo(const Styles& styles, std::ostream* out) { *out << styles.names << "\n" << styles.numbers << "\n" << styles.both; }
};

Styles in_each_style(const Write& write) {
    const auto in = [&](ConstantStyle style) { return written(write, {.constants = style}); };
    return {in(ConstantStyle::names), in(ConstantStyle::numbers), in(ConstantStyle::both)};
}

TEST(ConstantStyle, OfValues) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.constant(kinds, 2); }), (Styles{"SOME_KIND", "0x2", "0x2 /* SOME_KIND */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.constant(kinds, 0); }), (Styles{"NO_KIND", "0", "0 /* NO_KIND */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.constant(kinds, 77); }), (Styles{"0x4d /* KIND_??? */", "0x4d", "0x4d /* KIND_??? */"}));
}

TEST(ConstantStyle, OfFlags) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(bits, 0x31); }), (Styles{"BIT_A|BIT_B|0x1", "0x31", "0x31 /* BIT_A|BIT_B|0x1 */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(bits, 0); }), (Styles{"0", "0", "0"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(bits, 0x40); }), (Styles{"0x40 /* BIT_??? */", "0x40", "0x40 /* BIT_??? */"}));
}

TEST(ConstantStyle, OfFlagsWithAValueInThem) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(whole, 0x12); }),
              (Styles{"SOME_KIND|BIT_A", "0x12", "0x12 /* SOME_KIND|BIT_A */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(whole, 0x17); }),
              (Styles{"0x7 /* KIND_??? */|BIT_A", "0x17", "0x17 /* 0x7|BIT_A */"}))
        << "a value without a name before bits that have some";
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(apart, 0x12); }),
              (Styles{"SOME_KIND|BIT_A", "0x2|0x10", "0x2 /* SOME_KIND */|0x10 /* BIT_A */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(apart, 0); }), (Styles{"NO_KIND", "0", "0 /* NO_KIND */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(apart, 0x47); }),
              (Styles{"0x7 /* KIND_??? */|0x40", "0x7|0x40", "0x7 /* KIND_??? */|0x40"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(said_apart, 0x42); }),
              (Styles{"SOME_KIND|0x40 /* BIT_??? */", "0x2|0x40", "0x2 /* SOME_KIND */|0x40 /* BIT_??? */"}));
}

TEST(ConstantStyle, OfAValueThatIsNoneOfItsOwnIsPartOfTheFlags) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(of_some_values, 0x17); }), (Styles{"BIT_A|0x7", "0x17", "0x17 /* BIT_A|0x7 */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(of_some_values, 0x12); }),
              (Styles{"SOME_KIND|BIT_A", "0x2|0x10", "0x2 /* SOME_KIND */|0x10 /* BIT_A */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(of_some_values, 0x10); }),
              (Styles{"NO_KIND|BIT_A", "|0x10", "0 /* NO_KIND */|0x10 /* BIT_A */"}))
        << "0 of values that all have names goes without saying";
}

TEST(ConstantStyle, OfFlagsWithASize) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(sized, 0x310); }),
              (Styles{"BIT_A|3<<BIT_SHIFT", "0x310", "0x310 /* BIT_A|3<<BIT_SHIFT */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(sized, 0x40); }),
              (Styles{"0x40 /* BIT_??? */", "0x40", "0x40 /* 0x40 /* BIT_??? */ */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(sized, 0); }), (Styles{"0", "0", "0"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(sized_part, 0x310); }),
              (Styles{"BIT_A|3<<BIT_SHIFT", "0x10|3<<8", "0x10 /* BIT_A */|3<<8 /* BIT_SHIFT */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.flags(sized_part, 0x300); }), (Styles{"3<<BIT_SHIFT", "3<<8", "3<<8 /* BIT_SHIFT */"}));
}

TEST(ConstantStyle, OfSymbolsIsInTheFormOfTheirNumbers) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.symbol("AT_FDCWD", static_cast<std::uint64_t>(-100), NumberForm::decimal); }),
              (Styles{"AT_FDCWD", "-100", "-100 /* AT_FDCWD */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.symbol("8*R15", 0, NumberForm::address); }),
              (Styles{"8*R15", "NULL", "NULL /* 8*R15 */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.symbol("8*R14", 8, NumberForm::address); }), (Styles{"8*R14", "0x8", "0x8 /* 8*R14 */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.symbol("SIG_IGN", 1); }), (Styles{"SIG_IGN", "0x1", "0x1 /* SIG_IGN */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.symbol("00:11:22", 0, NumberForm::none); }),
              (Styles{"00:11:22", "00:11:22", "00:11:22"}));
}

TEST(ConstantStyle, OfSignalsIsDecimal) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.signal(10); }), (Styles{"SIGUSR1", "10", "10 /* SIGUSR1 */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.signal(0); }), (Styles{"0", "0", "0"}));
    const auto set = [](Writer& out) {
        out.open(Shape::set);
        out.element();
        out.signal(2);
        out.element();
        out.signal(12);
        out.close();
    };
    EXPECT_EQ(in_each_style(set), (Styles{"[INT USR2]", "[2 12]", "[2 /* INT */ 12 /* USR2 */]"}));
}

TEST(ConstantStyle, OfTheSignalThatEndedAChildIsItsName) {
    const auto status = [](Writer& out) {
        out.open(Shape::conditions);
        out.field("WIFSIGNALED");
        out.field("WTERMSIG");
        out.signal(6);
        out.close();
    };
    const std::string text = "{WIFSIGNALED(s) && WTERMSIG(s) == SIGABRT}";
    EXPECT_EQ(in_each_style(status), (Styles{text, text, text}));
}

TEST(ConstantStyle, OfWhatAResultMeansIsItsName) {
    const auto meaning = [](Writer& out) {
        out.open(Shape::meaning, "kind ");
        out.constant(kinds, 2);
        out.close();
    };
    EXPECT_EQ(in_each_style(meaning).numbers, in_each_style(meaning).names);
}

TEST(ConstantStyle, OfWhatSpellsANumber) {
    const auto device = [](Writer& out) {
        out.open(Shape::structure);
        out.field("device");
        out.spelled(0x103, NumberForm::hex);
        out.open(Shape::function, "makedev");
        out.element();
        out.number(1, NumberForm::hex);
        out.element();
        out.constant(kinds, 2);
        out.close();
        out.field("next");
        out.constant(kinds, 2);
        out.close();
    };
    EXPECT_EQ(in_each_style(device), (Styles{"{device=makedev(0x1, SOME_KIND), next=SOME_KIND}", "{device=0x103, next=0x2}",
                                             "{device=0x103 /* makedev(0x1, SOME_KIND) */, next=0x2 /* SOME_KIND */}"}));
}

TEST(EndedBytes, EndWithTheNulThatIsTheLastUnlessStringsAreInHexadecimalAsAWhole) {
    const auto in = [](std::string_view bytes, bool cut, HexStrings strings) {
        return written([&](Writer& out) { out.bytes(bytes, BytesForm::ended, cut); }, {.strings = strings});
    };
    using namespace std::string_view_literals;
    EXPECT_EQ(in("ab\0"sv, false, HexStrings::none), R"("ab")");
    EXPECT_EQ(in("ab\0"sv, true, HexStrings::none), R"("ab")") << "nothing is said of what is behind it";
    EXPECT_EQ(in("ab\0\0"sv, false, HexStrings::none), R"("ab\0")");
    EXPECT_EQ(in("ab"sv, true, HexStrings::none), R"("ab"...)");
    EXPECT_EQ(in("ab\0"sv, false, HexStrings::other_characters), R"("ab")");
    EXPECT_EQ(in("ab\0\0"sv, false, HexStrings::other_characters), R"("ab\x00")");
    EXPECT_EQ(in("ab\0"sv, false, HexStrings::other_strings), R"("\x61\x62\x00")");
    EXPECT_EQ(in("ab\0"sv, true, HexStrings::other_strings), R"("\x61\x62\x00"...)");
    EXPECT_EQ(in("ab"sv, false, HexStrings::other_strings), R"("ab")");
    EXPECT_EQ(in("ab\0"sv, true, HexStrings::all), R"("\x61\x62\x00"...)");
}

TEST(Results, OfCallsInNumbersSayOfErrorsOnlyThatTheyAreSome) {
    const auto in = [](Shape shape, std::uint32_t error) {
        return written(
            [&](Writer& out) {
                out.open(shape);
                out.error(error);
                out.close();
            },
            {});
    };
    EXPECT_EQ(in(Shape::result, 512), "= ? ERESTARTSYS (To be restarted if SA_RESTART is set)");
    EXPECT_EQ(in(Shape::raw_result, 512), "= -1 ERESTARTSYS (Unknown error 512)");
    EXPECT_EQ(in(Shape::raw_result, 2), "= -1 ENOENT (No such file or directory)");
    EXPECT_EQ(in(Shape::raw_result, 600), "= -1 (errno 600)");
}

TEST(ConstantStyle, OfWhatSpellsBytes) {
    const auto port = [](Writer& out) {
        out.spelled(std::string_view("\0P", 2));
        out.open(Shape::conversion, "htons");
        out.number(80, NumberForm::unsigned_decimal);
        out.close();
    };
    EXPECT_EQ(in_each_style(port), (Styles{"htons(80)", R"("\x00\x50")", R"("\x00\x50" /* htons(80) */)"}));
    const auto address = [](Writer& out) {
        out.open(Shape::structure);
        out.filled_field("inet_pton(AF_INET6, ", "sin6_addr", std::string_view("\0\1", 2));
        out.bytes("::1", BytesForm::text, false);
        out.close();
    };
    EXPECT_EQ(in_each_style(address), (Styles{R"({inet_pton(AF_INET6, "::1", &sin6_addr)})", R"({sin6_addr="\x00\x01"})",
                                              R"({sin6_addr="\x00\x01" /* inet_pton(AF_INET6, "::1") */})"}));
}

TEST(ConstantStyle, OfNumbersWithUnits) {
    EXPECT_EQ(in_each_style([](Writer& out) { out.number(8192 * 1024, NumberForm::units_of_1024); }),
              (Styles{"8192*1024", "8388608", "8388608 /* 8192*1024 */"}));
    EXPECT_EQ(in_each_style([](Writer& out) { out.number(1000, NumberForm::units_of_1024); }), (Styles{"1000", "1000", "1000"}));
}

TEST(HexStrings, AreOctalEscapesUnlessOtherwiseWanted) {
    const auto in = [](std::string_view bytes, HexStrings strings) {
        return written([&](Writer& out) { out.bytes(bytes, BytesForm::text, false); }, {.strings = strings});
    };
    EXPECT_EQ(in("ab\1\n", HexStrings::none), R"("ab\1\n")");
    EXPECT_EQ(in("ab\1\n", HexStrings::other_characters), R"("ab\x01\n")");
    EXPECT_EQ(in("ab\1\n", HexStrings::other_strings), R"("\x61\x62\x01\x0a")");
    EXPECT_EQ(in("ab\t\v\f\r\n", HexStrings::other_strings), R"("ab\t\v\f\r\n")") << "white space is ordinary";
    EXPECT_EQ(in("ab", HexStrings::all), R"("\x61\x62")");
}

TEST(ArgumentNames, StandBeforeEachArgumentWhereTheyAreWanted) {
    const auto call = [](Writer& out) {
        out.open(Shape::call, "close");
        out.field("fd");
        out.number(3, NumberForm::decimal);
        out.close();
    };
    EXPECT_EQ(written(call, {}), "close(3)");
    EXPECT_EQ(written(call, {.argument_names = true}), "close(fd=3)");
}

}  // namespace
}  // namespace troupe
