#include "troupe/core/tape.hpp"

#include <gtest/gtest.h>

#include <string>

#include "troupe/core/text_writer.hpp"

namespace troupe::tests {
namespace {

constexpr NamedConstant taped_rows[] = {{1, "RED"}, {2, "BLUE"}};
constexpr FlagSet taped_colours{"colours", "COLOUR_???", taped_rows};
constexpr ValueSet taped_kinds{"kinds", "KIND_???", taped_rows};

/// Every verb that there is.
void write_everything(Writer& out) {
    out.open(Shape::call, "call");
    out.field("number", Named::yes);
    out.number(~std::uint64_t{0}, NumberForm::decimal);
    out.field("set");
    out.open(Shape::array);
    out.element();
    out.constant(taped_kinds, 1);
    out.element();
    out.flags(taped_colours, 7);
    out.element();
    out.symbol("AT_FDCWD", 5, NumberForm::decimal);
    out.element();
    out.spelled(33188, NumberForm::permissions);
    out.number(2, NumberForm::decimal);
    out.element();
    out.spelled("bytes");
    out.number(3, NumberForm::decimal);
    out.element();
    out.signal(2);
    out.element();
    out.descriptor(-1);
    out.element();
    out.process(12);
    out.element();
    out.process(13, IdOf::group);
    out.element();
    out.working_directory();
    out.close(End::unreadable, 0x10);
    out.field("bytes");
    out.open(Shape::structure);
    out.field("cut");
    out.bytes(std::string_view("a\0b", 3), BytesForm::hex, true);
    out.filled_field("inet_pton(AF_INET6, ", "sin6_addr", "0123");
    out.bytes("::1", BytesForm::text, false);
    out.unnamed_field("bytes 8..9");
    out.address(0x10, Why::unreadable);
    out.comment("2 vars");
    out.close(End::cut);
    out.field("change");
    out.open(Shape::change);
    out.number(1, NumberForm::hex);
    out.becomes();
    out.address(0, Why::value);
    out.close();
    out.close();
    out.unknown();
    out.error(2);
    out.reopen(Shape::call, true);
    out.close();
}

std::string text_of(const Tape& tape) {
    std::string text;
    TextWriter writer(text);
    tape.replay(writer);
    return text;
}

TEST(Tape, WritesAgainWhatWasWrittenToIt) {
    std::string text;
    TextWriter writer(text);
    write_everything(writer);
    Tape tape;
    write_everything(tape);
    EXPECT_EQ(text_of(tape), text);
    EXPECT_NE(text.find("RED|BLUE|0x4"), std::string::npos) << text;
}

TEST(Tape, CopiesToAnotherTape) {
    Tape tape;
    write_everything(tape);
    Tape copy;
    tape.replay(copy);
    EXPECT_EQ(tape, copy);
    copy.element();
    EXPECT_FALSE(tape == copy);
}

TEST(Tape, WritesSlices) {
    Tape tape;
    tape.number(1, NumberForm::decimal);
    const std::uint32_t begin = tape.position();
    tape.number(2, NumberForm::decimal);
    const Tape::Slice two = tape.since(begin);
    tape.number(3, NumberForm::decimal);
    std::string text;
    TextWriter writer(text);
    tape.replay(writer, two);
    EXPECT_EQ(text, "2");
    EXPECT_TRUE(tape.since(tape.position()).empty());
}

TEST(Tape, TellsWhetherSlicesAreTheSame) {
    Tape before, after;
    before.bytes("abc", BytesForm::text, false);
    after.bytes("abc", BytesForm::text, false);
    EXPECT_TRUE(before.same(before.since(0), after, after.since(0)));
    after.bytes("d", BytesForm::text, false);
    EXPECT_FALSE(before.same(before.since(0), after, after.since(0)));
    Tape cut;
    cut.bytes("abc", BytesForm::text, true);
    EXPECT_FALSE(before.same(before.since(0), cut, cut.since(0)));
}

}  // namespace
}  // namespace troupe::tests
