// What stands behind the numbers of descriptors and processes. The text was compared with the distribution's strace under -y, -yy, -Y, -x
// and -X.

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <map>

#include "troupe/core/json_writer.hpp"
#include "troupe/core/tape.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe {
namespace {

using Form = NotePiece::Form;

class FakeAnnotations final : public Annotations {
 public:
    std::map<int, DescriptorNote> descriptors{};
    std::map<std::pair<pid_t, IdOf>, ProcessNote> processes{};

    std::optional<DescriptorNote> descriptor(int fd) override {
        const auto known = descriptors.find(fd);
        return known == descriptors.end() ? std::nullopt : std::optional(known->second);
    }
    std::optional<DescriptorNote> working_directory() override { return DescriptorNote{{{Form::name, "/tmp"}}}; }
    ProcessNote process(pid_t id, IdOf what) override {
        const auto known = processes.find({id, what});
        return known == processes.end() ? ProcessNote{} : known->second;
    }
};

using Write = std::function<void(Writer&)>;

std::string text_of(FakeAnnotations& annotations, const Write& write, TextForm form = {}) {
    std::string text;
    TextWriter writer(text, form, &annotations);
    write(writer);
    Tape tape;
    write(tape);
    std::string again;
    TextWriter other(again, form, &annotations);
    tape.replay(other);
    EXPECT_EQ(again, text) << "through a tape";
    return text;
}

std::string json_of(FakeAnnotations& annotations, const Write& write) {
    std::string text;
    JsonWriter writer(text, &annotations);
    write(writer);
    return text;
}

Write descriptor(int fd) {
    return [fd](Writer& out) { out.descriptor(fd); };
}
Write process(int pid, IdOf what = IdOf::task) {
    return [pid, what](Writer& out) { out.process(pid, what); };
}

TEST(Annotation, NamesADescriptor) {
    FakeAnnotations annotations;
    annotations.descriptors[3] = {{{Form::name, "/etc/passwd"}}};
    annotations.descriptors[4] = {{{Form::name, "/tmp/x"}}, true};
    annotations.descriptors[5] = {{{Form::name, "/dev/null"}, {Form::plain, "<char 1:3>"}}};
    EXPECT_EQ(text_of(annotations, descriptor(3)), "3</etc/passwd>");
    EXPECT_EQ(text_of(annotations, descriptor(4)), "4</tmp/x>(deleted)");
    EXPECT_EQ(text_of(annotations, descriptor(5)), "5</dev/null<char 1:3>>");
    EXPECT_EQ(text_of(annotations, descriptor(6)), "6");
    EXPECT_EQ(text_of(annotations, descriptor(-1)), "-1");
}

TEST(Annotation, EscapesWhatWouldEndIt) {
    FakeAnnotations annotations;
    annotations.descriptors[3] = {{{Form::name, "a \"\\\n<x>\xff"}}};
    EXPECT_EQ(text_of(annotations, descriptor(3)), R"(3<a \"\\\n\74x\76\377>)");
    EXPECT_EQ(text_of(annotations, descriptor(3), {.strings = HexStrings::other_characters}), R"(3<a \"\\\n\x3cx\x3e\xff>)");
    EXPECT_EQ(text_of(annotations, descriptor(3), {.strings = HexStrings::other_strings}), R"(3<\x61\x20\x22\x5c\x0a\x3c\x78\x3e\xff>)");
}

TEST(Annotation, QuotesThePathOfASocketAsStringsAre) {
    FakeAnnotations annotations;
    annotations.descriptors[3] = {{{Form::plain, "UNIX:[1->2,"}, {Form::quoted, "a\"b"}, {Form::plain, "]"}}};
    EXPECT_EQ(text_of(annotations, descriptor(3)), R"(3<UNIX:[1->2,"a\"b"]>)");
    EXPECT_EQ(text_of(annotations, descriptor(3), {.strings = HexStrings::all}), R"(3<UNIX:[1->2,"\x61\x22\x62"]>)");
}

TEST(Annotation, NamesTheWorkingDirectoryInEachStyle) {
    FakeAnnotations annotations;
    const Write write = [](Writer& out) { out.working_directory(); };
    EXPECT_EQ(text_of(annotations, write), "AT_FDCWD</tmp>");
    EXPECT_EQ(text_of(annotations, write, {.constants = ConstantStyle::numbers}), "-100</tmp>");
    EXPECT_EQ(text_of(annotations, write, {.constants = ConstantStyle::both}), "-100 /* AT_FDCWD */</tmp>");
    std::string without;
    TextWriter writer(without);
    write(writer);
    EXPECT_EQ(without, "AT_FDCWD");
}

TEST(Annotation, NamesAProcess) {
    FakeAnnotations annotations;
    annotations.processes[{12, IdOf::task}] = {.comm = "a<b"};
    annotations.processes[{2, IdOf::task}] = {.comm = "make", .ours = 312};
    annotations.processes[{2, IdOf::group}] = {.ours = 312};
    annotations.processes[{2, IdOf::session}] = {.ours = 311};
    EXPECT_EQ(text_of(annotations, process(12)), R"(12<a\74b>)");
    EXPECT_EQ(text_of(annotations, process(2)), "2<make> /* 312 in strace's PID NS */");
    EXPECT_EQ(text_of(annotations, process(2, IdOf::group)), "2 /* 312 in strace's PID NS */");
    EXPECT_EQ(text_of(annotations, process(2, IdOf::session)), "2 /* 311 in strace's PID NS */");
    EXPECT_EQ(text_of(annotations, process(-2)), "-2 /* 312 in strace's PID NS */") << "a group";
    EXPECT_EQ(text_of(annotations, process(-1)), "-1") << "all processes";
    constexpr pid_t least = std::numeric_limits<pid_t>::min();
    annotations.processes[{least, IdOf::group}] = {.ours = 1};
    EXPECT_EQ(text_of(annotations, process(least)), "-2147483648") << "it has no group";
    EXPECT_EQ(text_of(annotations, process(0)), "0");
    EXPECT_EQ(text_of(annotations, process(99)), "99");
}

TEST(Annotation, IsAnObjectInJson) {
    FakeAnnotations annotations;
    annotations.descriptors[4] = {{{Form::name, "/tmp/x\n"}}, true};
    annotations.descriptors[5] = {{{Form::plain, "UNIX:[1,"}, {Form::quoted, "a"}, {Form::plain, "]"}}};
    annotations.processes[{2, IdOf::task}] = {.comm = "make", .ours = 312};
    EXPECT_EQ(json_of(annotations, descriptor(4)), R"({"fd":4,"name":"/tmp/x\n","deleted":true})");
    EXPECT_EQ(json_of(annotations, descriptor(5)), R"({"fd":5,"name":"UNIX:[1,\"a\"]"})");
    EXPECT_EQ(json_of(annotations, descriptor(6)), "6");
    EXPECT_EQ(json_of(annotations, [](Writer& out) { out.working_directory(); }), R"({"fd":"AT_FDCWD","name":"/tmp"})");
    EXPECT_EQ(json_of(annotations, process(2)), R"({"pid":2,"comm":"make","our_pid":312})");
    EXPECT_EQ(json_of(annotations, process(3)), "3");
}

}  // namespace
}  // namespace troupe
