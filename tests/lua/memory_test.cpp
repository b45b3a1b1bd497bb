#include <fcntl.h>

#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

class ScriptMemoryTest : public ScriptTest {
 protected:
    void in_hook(const std::string& body, Arguments args = {}, std::string_view call = "read") {
        effects.logged.clear();
        run_well(say + "local ffi = require 'ffi'\nstrace.hook('" + std::string(call) + "', 'entering', function(tcp)\n" + body + "\nend)");
        enter(call, args);
        ASSERT_FALSE(stop) << message();
    }
};

TEST_F(ScriptMemoryTest, ScalarsAreReadAndStayBoxed) {
    memory.map(0x1000, std::string("\x2a\0\0\0\xff\xff\xff\xff\1", 9));
    in_hook(R"(
        local n = strace.read_obj(0x1000, 'int')
        say(type(n), ffi.istype('int', n), tonumber(n))
        say(tonumber(strace.read_obj(0x1004ULL, ffi.typeof('int'))), tonumber(strace.read_obj(0x1004, 'unsigned char')))
        say(ffi.istype('bool', strace.read_obj(0x1008, 'bool')), strace.read_obj(0x1000, 'int64_t'), strace.read_obj(0x1000, ffi.new('short', 9)) == 42)
    )");
    EXPECT_EQ(said(), "cdata true 42\n-1 255\ntrue -4294967254LL true\n");
}

TEST_F(ScriptMemoryTest, UnreadableMemoryIsNil) {
    memory.map(0x1000, "abc");
    in_hook("say(strace.read_obj(0x2000, 'int'), strace.read_obj(0x1000, 'int'), strace.read_obj(0, 'struct { int a; }'))");
    EXPECT_EQ(said(), "nil nil nil\n");
}

TEST_F(ScriptMemoryTest, StructuresArraysAndPointersAreRead) {
    memory.map(0x1000, std::string("\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0", 16));
    in_hook(R"(
        local pair = ffi.typeof('struct { int a, b; }')
        local s = strace.read_obj(0x1000, pair)
        say(s.a, s.b, ffi.istype(pair, s))
        local a = strace.read_obj(0x1000, 'int[4]')
        say(a[0], a[3], ffi.sizeof(a))
        local p = strace.read_obj(0x1000, 'char *')
        say(ffi.istype('char *', p), ffi.cast('uint64_t', p))
        local q = strace.read_obj(0x1000, 'int (*)[4]')
        say(ffi.sizeof(q), ffi.cast('uint64_t', q))
        local f = strace.read_obj(0x1000, 'int (*)(void)')
        say(ffi.cast('uint64_t', f))
        local t = strace.read_obj(0x1004, ffi.new(pair))
        say(t.a, t.b)
        local g = strace.read_obj(0x1000, 'int (*[2])(void)')
        say(ffi.sizeof(g), ffi.cast('uint64_t', g[0]))
        say(pcall(strace.read_obj, 0x1000, 'int[?]'))
    )");
    EXPECT_EQ(said(),
              "1 2 true\n1 4 16\ntrue 8589934593ULL\n8 8589934593ULL\n8589934593ULL\n2 3\n16 8589934593ULL\nfalse the number of elements "
              "is missing\n");
}

TEST_F(ScriptMemoryTest, VariableLengthArraysTakeTheNumberOfElements) {
    memory.map(0x1000, std::string("\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0", 16));
    in_hook(R"(
        local a = strace.read_obj(0x1000, 'int[?]', 3)
        say(ffi.sizeof(a), a[2])
        local b = strace.read_obj(0x1000, 'short[?]', tcp.u_arg[0])
        say(ffi.sizeof(b))
        local c = strace.read_obj(0x1000, ffi.new('int[?]', 2))
        say(ffi.sizeof(c), c[1])
        local d = strace.read_obj(0x1000, 'struct { int n; int more[?]; }', 2)
        say(d.n, d.more[1])
        say(strace.read_obj(0x1000, 'int[?]', 5))
    )",
            {2});
    EXPECT_EQ(said(), "12 3\n4\n8 2\n1 3\nnil\n");
}

TEST_F(ScriptMemoryTest, ObjectsAreWritten) {
    memory.map(0x1000, std::string(24, '.'));
    in_hook(R"(
        say(strace.write_obj(0x1000, ffi.new('int', 0x41424344)))
        say(strace.write_obj(0x1004, ffi.new('struct { char a, b; }', {120, 121})))
        say(strace.write_obj(0x1006, ffi.new('char[3]', 'zw')))
        say(strace.write_obj(0x1009, ffi.cast('void *', 0x4847464544434241ULL)))
        say(strace.write_obj(0x1011, 0x3736353433323130LL))
        say(strace.write_obj(0x1019, ffi.new('int', 1)), strace.write_obj(0, ffi.new('int', 1)))
    )");
    EXPECT_EQ(said(), "true\ntrue\ntrue\ntrue\nfalse\nfalse false\n");
    EXPECT_EQ(memory.bytes(0x1000).substr(0, 17), std::string("DCBAxyzw\0ABCDEFGH", 17));
}

TEST_F(ScriptMemoryTest, WhatIsWrittenWhenTheTraceeGoesOnCountsAsWritten) {
    memory.map(0x1000, "....");
    memory.answer = Written::when_resumed;
    in_hook("say(strace.write_obj(0x1000, ffi.new('int', 1)), strace.C.upoke(0x1000, 2, 'ab'))");
    EXPECT_EQ(said(), "true 0\n");
}

TEST_F(ScriptMemoryTest, WritingWhatIsNoCdataIsAnError) {
    run_well("strace.hook('read', 'entering', function() strace.write_obj(0x1000, 5) end)");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: "));
}

TEST_F(ScriptMemoryTest, StringsAreReadUpToTheNul) {
    memory.map(0x1000, std::string("hello\0world", 11));
    memory.map(0x8000, std::string(5000, 'x') + std::string(1, '\0'));
    in_hook(R"(
        say(strace.read_str(0x1000), strace.read_str(0x1006))
        say(#strace.read_str(0x8000), #strace.read_str(0x8000, 5000), #strace.read_str(0x8000, 6000, 7), strace.read_str(0x1000, 5, 2))
        say(strace.read_str(0x1005) == '')
    )");
    EXPECT_EQ(said(), "hello nil read error\n5000 5000 5000 hello\ntrue\n");
}

TEST_F(ScriptMemoryTest, StringThatEndsNowhereIsAReadError) {
    memory.map(0x1000, "abc");
    in_hook("say(strace.read_str(0x1000)) say(strace.read_str(0)) say(strace.read_path(0x1000))");
    EXPECT_EQ(said(), "nil read error\nnil read error\nnil read error\n");
}

TEST_F(ScriptMemoryTest, LongerStringsAreTooLong) {
    memory.map(0x8000, std::string(5000, 'x') + std::string(1, '\0'));
    in_hook("say(strace.read_str(0x8000, 4999)) say(strace.read_str(0x8000, 10, 4)) say(strace.read_path(0x8000))");
    EXPECT_EQ(said(), "nil string is too long\nnil string is too long\nnil string is too long\n");
}

TEST_F(ScriptMemoryTest, LongestPathIsRead) {
    memory.map(0x8000, std::string(4095, 'p') + std::string(1, '\0'));
    in_hook("say(#strace.read_path(0x8000))");
    EXPECT_EQ(said(), "4095\n");
}

TEST_F(ScriptMemoryTest, LowLevelFunctionsMoveBytes) {
    memory.map(0x1000, std::string("ab\0cd", 5));
    in_hook(R"(
        local b = ffi.new('char[8]')
        say(strace.C.umove(0x1000, 5, b), ffi.string(b, 5) == 'ab\0cd', strace.C.umove(0x1000, 6, b), strace.C.umove(0, 0, b))
        say(strace.C.umove_str(0x1000, 5, b) > 0, strace.C.umove_str(0x1000, 2, b), strace.C.umove_str(0x1003, 4, b) < 0)
        say(strace.C.upoke(0x1000, 2, 'XY'), strace.C.upoke(0x1004, 2, 'XY'), strace.C.upoke(0, 0, 'XY'))
    )");
    EXPECT_EQ(said(), "0 true -1 0\ntrue 0 true\n0 -1 0\n");
    EXPECT_EQ(memory.bytes(0x1000), std::string("XY\0cd", 5));
    effects.logged.clear();
    run_well(say + R"(
        local b = require 'ffi'.new('char[8]')
        say(strace.C.umove(0x1000, 5, b), strace.C.umove_str(0x1000, 5, b) < 0, strace.C.upoke(0x1000, 2, 'XY'), strace.C.path_match(nil, 0))
    )");
    EXPECT_EQ(said(), "-1 true -1 false\n");
}

TEST_F(ScriptMemoryTest, PointersBecomeNumbers) {
    run_well(say + R"(
        local ffi = require 'ffi'
        local p = ffi.cast('char *', 0x123456789abcULL)
        say(strace.ptr_to_kulong(p), ffi.istype('kernel_ulong_t', strace.ptr_to_kulong(p)), strace.ptr_to_kulong(nil))
    )");
    EXPECT_EQ(said(), "20015998343868ULL true 0ULL\n");
}

TEST_F(ScriptMemoryTest, PathArgumentsMatchAsTheyAre) {
    memory.map(0x1000, std::string("/etc/passwd\0", 12));
    in_hook(R"(
        say(strace.path_match('/etc/passwd'), strace.path_match({'/x', '/etc/passwd'}), strace.path_match('/etc'), strace.path_match({}))
        local set = ffi.new('const char *[2]', {'/x', '/etc/passwd'})
        say(strace.C.path_match(set, 2), strace.C.path_match(set, 1))
    )",
            {static_cast<std::uint64_t>(AT_FDCWD), 0x1000}, "openat");
    EXPECT_EQ(said(), "true true false false\ntrue false\n");
}

TEST_F(ScriptMemoryTest, DescriptorsMatchByTheirRealPath) {
    task.id.tid = ::getpid();
    const std::string real = std::filesystem::canonical(file("target", "x"));
    const std::string link = directory_ + "/link";
    std::filesystem::create_symlink(real, link);
    const int fd = ::open(real.c_str(), O_RDONLY | O_CLOEXEC);
    ASSERT_GE(fd, 0);
    in_hook("say(strace.path_match('" + real + "'), strace.path_match('" + link + "'), strace.path_match('/nowhere'))",
            {static_cast<std::uint64_t>(fd)});
    EXPECT_EQ(said(), "true true false\n");
    in_hook("say(strace.path_match('" + real + "'))", {999});
    EXPECT_EQ(said(), "false\n");
    ::close(fd);
}

TEST_F(ScriptMemoryTest, PathMatchRefusesWhatIsNoText) {
    run_well("strace.hook('read', 'entering', function() strace.path_match({1}) end)");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected either a Lua string or a cdata C string"));
}

}  // namespace
}  // namespace troupe
