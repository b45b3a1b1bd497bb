#include "troupe/core/json_writer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace troupe::tests {
namespace {

using namespace std::string_literals;

constexpr NamedConstant colour_rows[] = {{0, "NONE"}, {1, "RED"}, {2, "BLUE"}};
constexpr FlagSet colours{"colours", "COLOUR_???", colour_rows};
constexpr ValueSet kinds{"kinds", "KIND_???", colour_rows};

template <typename Write>
std::string json(Write write) {
    std::string out;
    JsonWriter writer(out);
    write(writer);
    return out;
}

std::string bytes(std::string_view text, BytesForm form = BytesForm::text, bool cut = false) {
    return json([&](Writer& out) { out.bytes(text, form, cut); });
}

TEST(JsonWriter, WritesNumbersAsNumbersAndPermissionsAsPeopleDo) {
    EXPECT_EQ(json([](Writer& out) { out.number(~std::uint64_t{2}, NumberForm::decimal); }), "-3");
    EXPECT_EQ(json([](Writer& out) { out.number(~std::uint64_t{0}, NumberForm::unsigned_decimal); }), "18446744073709551615");
    EXPECT_EQ(json([](Writer& out) { out.number(0x1f, NumberForm::hex); }), "31");
    EXPECT_EQ(json([](Writer& out) { out.number(8192 * 1024, NumberForm::units_of_1024); }), "8388608");
    EXPECT_EQ(json([](Writer& out) { out.number(0644, NumberForm::permissions); }), R"("0644")");
}

TEST(JsonWriter, NamesWhatHasAName) {
    EXPECT_EQ(json([](Writer& out) { out.constant(kinds, 1); }), R"("RED")");
    EXPECT_EQ(json([](Writer& out) { out.constant(kinds, 9); }), "9");
    EXPECT_EQ(json([](Writer& out) { out.signal(2); }), R"("SIGINT")");
    EXPECT_EQ(json([](Writer& out) { out.signal(99); }), "99");
}

TEST(JsonWriter, ListsFlags) {
    EXPECT_EQ(json([](Writer& out) { out.flags(colours, 3); }), R"(["RED","BLUE"])");
    EXPECT_EQ(json([](Writer& out) { out.flags(colours, 9); }), R"(["RED","0x8"])");
    EXPECT_EQ(json([](Writer& out) { out.flags(colours, 0); }), R"(["NONE"])");
}

TEST(JsonWriter, ListsPartsThatAreOredTogetherInOneList) {
    EXPECT_EQ(json([](Writer& out) {
                  out.open(Shape::any_of);
                  out.element();
                  out.flags(colours, 3);
                  out.element();
                  out.number(0600, NumberForm::permissions);
                  out.close();
              }),
              R"(["RED","BLUE","0600"])");
}

TEST(JsonWriter, WritesBytesAsTextWhereTheyAreUtf8) {
    EXPECT_EQ(bytes("a\"\n\xc3\xa4"), "\"a\\\"\\n\xc3\xa4\"");
    EXPECT_EQ(bytes("a\xff"), R"({"base64":"Yf8="})");
    EXPECT_EQ(bytes("ab", BytesForm::text, true), R"({"text":"ab","cut":true})");
    EXPECT_EQ(bytes("\xff", BytesForm::text, true), R"({"base64":"/w==","cut":true})");
    EXPECT_EQ(bytes("ab", BytesForm::hex), R"({"base64":"YWI="})");
    EXPECT_EQ(bytes("ab", BytesForm::abstract), R"("\u0000ab")");
}

TEST(JsonWriter, TellsAddressesThatCouldNotBeReadFromOthers) {
    EXPECT_EQ(json([](Writer& out) { out.address(0, Why::value); }), "null");
    EXPECT_EQ(json([](Writer& out) { out.address(0x7f, Why::unread); }), R"("0x7f")");
    EXPECT_EQ(json([](Writer& out) { out.address(0x7f, Why::unreadable); }), R"({"address":"0x7f","unreadable":true})");
}

TEST(JsonWriter, SaysWhatIsLeftOutOfStructuresAndArrays) {
    EXPECT_EQ(json([](Writer& out) {
                  out.open(Shape::structure);
                  out.field("a");
                  out.number(1, NumberForm::decimal);
                  out.close(End::cut);
              }),
              R"({"a":1,"more":true})");
    const auto array = [](End end) {
        return json([end](Writer& out) {
            out.open(Shape::array);
            out.element();
            out.number(1, NumberForm::decimal);
            out.close(end, 0x10);
        });
    };
    EXPECT_EQ(array(End::whole), "[1]");
    EXPECT_EQ(array(End::cut), R"([1,{"more":true}])");
    EXPECT_EQ(array(End::unreadable), R"([1,{"address":"0x10","unreadable":true}])");
}

TEST(JsonWriter, WritesBeforeAndAfter) {
    EXPECT_EQ(json([](Writer& out) {
                  out.open(Shape::change);
                  out.open(Shape::pointed);
                  out.number(28, NumberForm::decimal);
                  out.becomes();
                  out.number(16, NumberForm::decimal);
                  out.close();
                  out.close();
              }),
              R"({"before":28,"after":16})");
}

TEST(JsonWriter, WritesFunctionsAndConversions) {
    EXPECT_EQ(json([](Writer& out) {
                  out.open(Shape::function, "makedev");
                  out.element();
                  out.number(8, NumberForm::hex);
                  out.element();
                  out.number(1, NumberForm::hex);
                  out.close();
              }),
              R"({"makedev":[8,1]})");
    EXPECT_EQ(json([](Writer& out) {
                  out.open(Shape::structure);
                  out.field("sin_port");
                  out.open(Shape::conversion, "htons");
                  out.number(80, NumberForm::unsigned_decimal);
                  out.close();
                  out.filled_field("inet_pton(AF_INET6, ", "sin6_addr", {});
                  out.bytes("::1", BytesForm::text, false);
                  out.close();
              }),
              R"({"sin_port":80,"sin6_addr":"::1"})");
}

TEST(JsonWriter, WritesConditionsThatHold) {
    EXPECT_EQ(json([](Writer& out) {
                  out.open(Shape::conditions);
                  out.field("WIFEXITED");
                  out.field("WEXITSTATUS");
                  out.number(3, NumberForm::decimal);
                  out.field("WCOREDUMP");
                  out.close();
              }),
              R"({"WIFEXITED":true,"WEXITSTATUS":3,"WCOREDUMP":true})");
}

TEST(JsonWriter, WritesOfAResultWhatItMeans) {
    const auto result = [](auto meaning) {
        return json([&](Writer& out) {
            out.open(Shape::result);
            out.number(3, NumberForm::decimal);
            meaning(out);
            out.close();
        });
    };
    EXPECT_EQ(result([](Writer&) {}), "");
    EXPECT_EQ(result([](Writer& out) {
                  out.open(Shape::meaning, "flags ");
                  out.flags(colours, 1);
                  out.close();
              }),
              R"(,"meaning":["RED"])");
    EXPECT_EQ(result([](Writer& out) {
                  out.open(Shape::meaning, "Timeout");
                  out.close();
              }),
              R"(,"meaning":"Timeout")");
    EXPECT_EQ(result([](Writer& out) {
                  out.open(Shape::meaning);
                  out.field("entry_number");
                  out.number(12, NumberForm::decimal);
                  out.close();
              }),
              R"(,"meaning":{"entry_number":12})");
}

TEST(JsonWriter, GoesOnWhereAnotherHasBegun) {
    std::string out;
    JsonWriter entry(out);
    entry.open(Shape::call, "read");
    entry.field("fd", Named::no);
    entry.descriptor(3);
    EXPECT_EQ(entry.closing(), "}");
    JsonWriter exit(out);
    exit.reopen(Shape::call, false);
    exit.field("buf", Named::no);
    exit.bytes("x", BytesForm::text, false);
    exit.close(End::whole, 0);
    EXPECT_EQ(out, R"({"fd":3,"buf":"x"})");
}

}  // namespace
}  // namespace troupe::tests
