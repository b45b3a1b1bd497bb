#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;
using testing::Not;

class FfiexTest : public ScriptTest {
 protected:
    /// What `expressions`, macros defined to be these, are as Lua values.
    std::string value_of(const std::string& body) {
        effects.logged.clear();
        run(say + "local x = require 'ffiex'\nx.cdef[[\n#define X " + body + "\n]]\nlocal v = x.defs.X\nsay(type(v), v)");
        return stop ? message() : said();
    }
};

TEST_F(FfiexTest, ModuleIsTheFfiTableItself) {
    run_well(say + R"(
        local x = require 'ffiex'
        say(x == require 'ffi', x.new('int', 3) == 3, x.sizeof('int'), x.typeof('int') == x.typeof('int'), x.C ~= nil)
    )");
    EXPECT_EQ(said(), "true true 4 true true\n");
}

TEST_F(FfiexTest, IntegerExpressionsAreNumbers) {
    EXPECT_EQ(value_of("1"), "number 1\n");
    EXPECT_EQ(value_of("0x7f"), "number 127\n");
    EXPECT_EQ(value_of("0755"), "number 493\n");
    EXPECT_EQ(value_of("(1 + 2 * 3 - 4 / 2 % 3)"), "number 5\n");
    EXPECT_EQ(value_of("-7 / 2"), "number -3\n");
    EXPECT_EQ(value_of("~0"), "number -1\n");
    EXPECT_EQ(value_of("~0u"), "number 4294967295\n");
    EXPECT_EQ(value_of("1UL<<40"), "number 1099511627776\n");
    EXPECT_EQ(value_of("(1U << 31)"), "number 2147483648\n");
    EXPECT_EQ(value_of("0xffffffff + 1"), "number 0\n");
    EXPECT_EQ(value_of("0x100000000 >> 4 | 3 ^ 1 & 7"), "number 268435458\n");
    EXPECT_EQ(value_of("'a'"), "number 97\n");
    EXPECT_EQ(value_of("'\\n' + '\\x41' + '\\101'"), "number 140\n");
    EXPECT_EQ(value_of("sizeof(long) * 8"), "number 64\n");
    EXPECT_EQ(value_of("sizeof \"abc\""), "number 4\n");
    EXPECT_EQ(value_of("1 ? 2 : 1 / 0"), "number 2\n");
    EXPECT_EQ(value_of("(1, 2)"), "number 2\n");
}

TEST_F(FfiexTest, NumbersThatADoubleCannotHoldAreCdata) {
    EXPECT_EQ(value_of("0xffffffffffffffffULL"), "cdata 18446744073709551615ULL\n");
    EXPECT_EQ(value_of("9223372036854775807"), "cdata 9223372036854775807LL\n");
    EXPECT_EQ(value_of("~0UL"), "cdata 18446744073709551615ULL\n");
}

TEST_F(FfiexTest, FloatsAndStringsAreThemselves) {
    EXPECT_EQ(value_of("1.5e3"), "number 1500\n");
    EXPECT_EQ(value_of("2.5f"), "number 2.5\n");
    EXPECT_EQ(value_of("\"a\\tb\" \"c\""), "string a\tbc\n");
    EXPECT_EQ(value_of("\"\\\\0\""), "string \\0\n");
}

TEST_F(FfiexTest, ComparisonsAreBooleans) {
    EXPECT_EQ(value_of("(1 < 2)"), "boolean true\n");
    EXPECT_EQ(value_of("1 == 2"), "boolean false\n");
    EXPECT_EQ(value_of("-1 > 0u"), "boolean true\n");
    EXPECT_EQ(value_of("1 && 0 || !0"), "boolean true\n");
    EXPECT_EQ(value_of("(1 < 2) + 1"), "number 2\n");
}

TEST_F(FfiexTest, EmptyMacroIsTrueAndUndefinedIsNil) {
    EXPECT_EQ(value_of(""), "boolean true\n");
    run_well(say + "say(require'ffiex'.defs.NOT_THERE)");
    EXPECT_THAT(said(), HasSubstr("nil\n"));
}

TEST_F(FfiexTest, CastsAreCdata) {
    EXPECT_THAT(value_of("((unsigned char)300)"), HasSubstr("cdata cdata<unsigned char>"));
    run_well(say + "local x = require 'ffiex' x.cdef '#define X ((unsigned char)300)' say('x', x.defs.X == 44)");
    EXPECT_THAT(said(), HasSubstr("x true"));
    EXPECT_EQ(value_of("((void *)0)"), "cdata cdata<void *>: NULL\n");
    EXPECT_EQ(value_of("(long)1 + 1"), "number 2\n");
}

TEST_F(FfiexTest, WhatIsNoExpressionIsItsText) { EXPECT_EQ(value_of("unsigned int"), "string unsigned int\n"); }

TEST_F(FfiexTest, FunctionLikeMacrosAreFunctions) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.cdef[[
        #define ADD(a, b) ((a) + (b))
        #define TWICE(a) ADD(a, a)
        #define NAME(a) #a
        #define GLUE(a, b) a ## b
        #define FIRST(a, ...) a
        #define REST(...) ADD(__VA_ARGS__)
        #define NONE() 5
        struct pair { int a, b; };
        #define SUM(p) ((p)->a + (p)->b)
        #define MEMBER_OFFSET offsetof(struct pair, b)
        #define offsetof(t, m) __builtin_offsetof(t, m)
        ]]
        say(x.defs.ADD(1, 2), x.defs.TWICE(4), x.defs.NAME('q'), x.defs.GLUE(1, 2), x.defs.FIRST(7, 8), x.defs.REST(3, 4), x.defs.NONE())
        say(x.defs.SUM(x.new('struct pair[1]', {{3, 4}})), x.defs.MEMBER_OFFSET)
        say(x.defs.ADD(x.new('int', 5), 1ULL), pcall(x.defs.ADD, 1), pcall(x.defs.ADD, 'a', 1))
        say(pcall(x.defs.ADD, 1))
    )");
    EXPECT_EQ(said(),
              "3 8 q 12 7 7 5\n7 4\n6 false false macro ADD: a number is needed in a C expression\n"
              "false macro ADD: ADD takes 2 arguments\n");
}

TEST_F(FfiexTest, MacrosOfWaitStatusWork) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.cdef '#include <sys/wait.h>'
        local d = x.defs
        say(d.WIFEXITED(0x700), d.WEXITSTATUS(0x700), d.WIFSIGNALED(9), d.WTERMSIG(9), d.WCOREDUMP(0x89), d.WIFSTOPPED(0x137f), d.WSTOPSIG(0x137f))
        say(d.WNOHANG, d.WIFEXITED(x.new('int', 9)), x.C.P_PGID, x.sizeof('siginfo_t'))
    )");
    EXPECT_EQ(said(), "true 7 true 9 128 true 19\n1 false 2 128\n");
}

TEST_F(FfiexTest, HeadersOfTodaysLibraryAreUnderstood) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.cdef[[
        #define _GNU_SOURCE
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <math.h>
        #include <pthread.h>
        #include <fcntl.h>
        #include <unistd.h>
        #include <errno.h>
        #include <signal.h>
        #include <sys/stat.h>
        #include <sys/socket.h>
        #include <sys/epoll.h>
        #include <netinet/in.h>
        #include <arpa/inet.h>
        #include <linux/bpf.h>
        #include <linux/perf_event.h>
        ]]
        say(x.defs.EAGAIN, x.defs.O_CLOEXEC, x.defs.AF_INET6, x.defs.EPOLLIN, x.defs.S_IFMT, x.defs.BUFSIZ)
        say(x.sizeof('struct stat'), x.sizeof('struct sockaddr_in6'), x.sizeof('struct epoll_event'), x.sizeof('pthread_mutex_t'))
        say(x.C.atoi('42'), x.C.sqrt(16), x.string(x.C.strerror(2)), x.C.BPF_PROG_LOAD, x.defs.S_ISDIR(0x41ed))
        say(x.defs.SIG_ERR ~= nil, x.C.getpid ~= nil, x.defs.INADDR_LOOPBACK == 0x7f000001, x.C.ntohs(x.C.htons(80)))
    )");
    EXPECT_EQ(said(), "11 524288 10 1 61440 8192\n144 28 12 40\n42 4 No such file or directory 5 true\ntrue true true 80\n");
}

TEST_F(FfiexTest, RepeatingAHeaderOrAStructIsHarmless) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.cdef '#include <sys/utsname.h>'
        x.cdef '#include <sys/utsname.h>'
        x.cdef 'struct mine { int a; };'
        x.cdef 'struct mine { int a; }; typedef struct mine { int a; } mine_t;'
        x.newstate():cdef '#include <sys/utsname.h>'
        say(x.sizeof('struct utsname'), x.sizeof('mine_t'))
    )");
    EXPECT_EQ(said(), "390 4\n");
}

TEST_F(FfiexTest, MissingHeaderIsAnErrorThatNamesIt) {
    run("require 'ffiex'.cdef '#include <not/there.h>'");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: "));
    EXPECT_THAT(message(), HasSubstr("not/there.h: No such file or directory"));
}

TEST_F(FfiexTest, MistakeInTheScriptsOwnDeclarationsIsAnError) {
    run("require 'ffiex'.cdef 'int f(nonsense x);'");
    EXPECT_THAT(message(), HasSubstr("nonsense"));
}

TEST_F(FfiexTest, MacrosOfAnEarlierCdefAreKnownInALaterOne) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.cdef '#define N 4'
        x.cdef 'struct n { int a[N]; };'
        x.define{M = 3, 'FLAG'}
        x.cdef 'struct m { int a[M]; };'
        say(x.sizeof('struct n'), x.sizeof('struct m'), x.defs.FLAG, x.defs.M)
        x.undef{'M'}
        say(x.defs.M)
    )");
    EXPECT_EQ(said(), "16 12 true 3\nnil\n");
}

TEST_F(FfiexTest, PathsAreSearchedForHeaders) {
    std::filesystem::create_directories(directory_ + "/deep/er");
    file("deep/er/mine.h", "#define MINE 77\n");
    run_well(say + R"(
        local x = require 'ffiex'
        say(pcall(x.cdef, '#include <mine.h>') == false)
        local found = x.search(')" +
             directory_ + R"(', 'mine.h', true)
        say(found:match('deep/er/mine.h$'), x.search(')" +
             directory_ + R"(', 'other.h'))
        x.cdef '#include <mine.h>'
        say(x.defs.MINE)
        x.clear_paths()
        x.undef{'MINE'}
        say(pcall(x.cdef, '#include <mine.h>') == false)
        x.path(')" +
             directory_ + R"(/deep/er', true)
        x.clear_paths()
        x.cdef '#include <mine.h>'
        x.clear_paths(true)
        say(x.defs.MINE, pcall(x.cdef, '#include <mine.h>') == false)
    )");
    EXPECT_EQ(said(), "true\ndeep/er/mine.h nil\n77\ntrue\n77 true\n");
}

TEST_F(FfiexTest, StatesHaveMacrosOfTheirOwn) {
    run_well(say + R"(
        local x = require 'ffiex'
        local state = x.newstate()
        state:cdef '#define FOO(x) (x + 1)'
        say(state.defs.FOO(1), x.defs.FOO)
        x.cdef '#define FOO(x) (x + 10)'
        say(state.defs.FOO(1), x.defs.FOO(1))
    )");
    EXPECT_EQ(said(), "2 nil\n2 11\n");
}

TEST_F(FfiexTest, ImportTakesWhatIsAskedForAndWhatThatNeeds) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.import{'wanted', 'third'}:from[[
            struct needed { int a; };
            typedef struct needed needed_t;
            struct unrelated { int b; };
            int wanted(needed_t *n);
            int other(int);
            enum { first = 1, second, third };
            #define MACRO 6
        ]]
        say(x.sizeof('needed_t'), x.C.third, pcall(x.typeof, 'struct unrelated') and pcall(x.new, 'struct unrelated'), x.defs.MACRO)
        x.import{'sprintf'}:from '#include <stdio.h>'
        local text = x.new('char[64]')
        x.C.sprintf(text, '%d:%d', x.new('int', 100), x.new('int', 200))
        say(x.string(text), pcall(function() return x.C.fscanf end))
        x.cdef '#include <stdio.h>'
        say(x.C.fscanf ~= nil)
    )");
    EXPECT_THAT(said(), HasSubstr("4 3 false 6\n100:200 false"));
    EXPECT_THAT(said(), HasSubstr("\ntrue\n"));
}

TEST_F(FfiexTest, SourceIsCompiledDeclaredAndLoaded) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.copt{define = {STEP = 5}}
        local lib = assert(x.csrc('test', [[
            #include <stdio.h>
            #define MYID (101)
            extern void hello(int id, char *buffer) { sprintf(buffer, "id:%d", id); }
            int step(int n) { return n + STEP; }
            static inline void hidden(int id) { }
        ]]))
        local text = x.new('char[32]')
        lib.hello(x.defs.MYID, text)
        say(x.string(text), lib.step(1), pcall(function() return lib.hidden end) == false)
        local none, why = x.csrc('broken', 'int f(void) { return nothing; }')
        say(none, why:match('broken:1:.-error') ~= nil)
        x.clear_copt()
        say(x.defs.STEP)
        local other = assert(x.csrc('more', 'int with_option(void) { return ANSWER; }', {extra = {'-DANSWER=42'}}))
        say(other.with_option())
    )");
    EXPECT_EQ(said(), "id:101 6 true\nnil true\nnil\n42\n");
}

TEST_F(FfiexTest, SourceCanBeAFile) {
    const std::string path = file("foo.c", "int from_file(int n) { return n * 2; }\n");
    run_well(say + "local lib = assert(require'ffiex'.csrc('" + path + "'))\nsay(lib.from_file(21))");
    EXPECT_EQ(said(), "42\n");
}

TEST_F(FfiexTest, PlainDeclarationsStillTakeParameters) {
    run_well(say + R"(
        local x = require 'ffiex'
        x.cdef('typedef struct { $ a; } with_parameter;', x.typeof('int64_t'))
        say(x.sizeof('with_parameter'))
    )");
    EXPECT_EQ(said(), "8\n");
}

TEST_F(FfiexTest, IncludeMakesAHeaderKnown) {
    run_well(say + R"(
        local ffi = require 'ffi'
        local wait = troupe.include '<sys/wait.h>'
        say(wait.WNOHANG, ffi.C.WNOHANG, wait.WEXITSTATUS(0x300), wait.P_ALL, ffi.sizeof('siginfo_t'))
        troupe.include 'sys/epoll.h'
        say(ffi.C.EPOLL_CTL_ADD, ffi.sizeof('struct epoll_event'), wait.EPOLL_CTL_MOD)
        say(pcall(troupe.include, '<no/such.h>') == false)
    )");
    EXPECT_EQ(said(), "1 1 3 0 128\n1 12 3\ntrue\n");
}

}  // namespace
}  // namespace troupe
