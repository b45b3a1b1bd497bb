#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lua/script_fixture.hpp"
#include "troupe/core/tape.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

template <typename T>
std::string bytes_of(const T& object) {
    return {reinterpret_cast<const char*>(&object), sizeof object};
}

std::string bytes_of(std::initializer_list<std::uint64_t> words) {
    std::string bytes;
    for (const std::uint64_t word : words) bytes += bytes_of(word);
    return bytes;
}

/// What decoders make of arguments, as tables.
class ValuesTest : public ScriptTest {
 protected:
    void hook(const std::string& call, const std::string& body, const std::string& when = "entering") {
        run_well(say + "troupe.hook('" + call + "', {when = '" + when + "'}, function(ev) " + body + " end)");
    }
};

TEST_F(ValuesTest, AStructureIsATable) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(8080);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    memory.map(0x1000, bytes_of(address));
    hook("connect", "say(ev.addr.sa_family, ev.addr.sin_port, ev.addr.sin_addr, ev.sockfd)");
    enter("connect", {3, 0x1000, sizeof address});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "AF_INET 8080 127.0.0.1 3\n");
}

TEST_F(ValuesTest, AnOutputIsThereAtTheExitAndAnAddressBefore) {
    struct stat status {};
    status.st_mode = S_IFREG | 0644;
    status.st_size = 4321;
    memory.map(0x2000, bytes_of(status));
    memory.map(0x1000, std::string("/etc/passwd\0", 12));
    hook("stat",
         "if ev.entering then say(ev.statbuf, type(ev.statbuf)) "
         "else say(ev.statbuf.st_size, ev.statbuf.st_mode, ev.statbuf.st_mode.S_IFREG, ev.statbuf.st_mode.S_IFDIR, "
         "ev.statbuf.st_mode.value) end",
         "both");
    enter("stat", {0x1000, 0x2000});
    leave("stat", 0, {0x1000, 0x2000});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "0x2000 cdata\n4321 S_IFREG|0644 true false 33188\n");
}

TEST_F(ValuesTest, ListsOfStringsAreLists) {
    memory.map(0x1000, std::string("/bin/cc\0", 8));
    memory.map(0x2000, bytes_of({0x3000, 0x3010, 0}));
    memory.map(0x3000, std::string("cc\0", 3));
    memory.map(0x3010, std::string("-c\0", 3));
    hook("execve", "say(#ev.argv, ev.argv[1], ev.argv[2], ev.pathname, ev.envp)");
    enter("execve", {0x1000, 0x2000, 0});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "2 cc -c /bin/cc nil\n");
}

TEST_F(ValuesTest, BytesAreWholeStringsHoweverManyTheTraceShows) {
    memory.map(0x10000, std::string(100'000, 'x') + "\n");
    hook("write", "say(#ev.buf, ev.buf:sub(1, 3), ev.buf:byte(-1))");
    enter("write", {1, 0x10000, 100'001});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "100001 xxx 10\n");
}

TEST_F(ValuesTest, ConstantsAreTheirNamesAndNumbersWhereThereIsNone) {
    hook("lseek,kill,fcntl", "say(ev.name, ev.args.whence or ev.args.sig or ev.args.cmd, ev.args[2], ev.args[3])");
    enter("lseek", {3, 0, SEEK_END});
    enter("lseek", {3, 0, 77});
    enter("kill", {1, 15});
    enter("fcntl", {1, F_SETFD, FD_CLOEXEC});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "lseek SEEK_END 0 2\nlseek 77 0 77\nkill SIGTERM 15 0\nfcntl F_SETFD 2 1\n");
}

TEST_F(ValuesTest, WhatAnArgumentIsMayDependOnAnother) {
    hook("fcntl", "say(ev.cmd, ev.arg)");
    enter("fcntl", {1, F_SETFD, FD_CLOEXEC});
    enter("fcntl", {1, F_DUPFD, 10});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "F_SETFD FD_CLOEXEC\nF_DUPFD 10\n");
}

TEST_F(ValuesTest, FlagsAreAListThatAnswersToNames) {
    hook("openat", "say(#ev.flags, ev.flags[1], table.concat(ev.flags, ' '), ev.flags, ev.flags.O_CREAT, ev.flags.value)");
    enter("openat", {3, 0, O_WRONLY | O_CREAT | O_TRUNC, 0644});
    enter("openat", {3, 0, 0x4000'0000, 0});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(),
              "3 O_WRONLY O_WRONLY O_CREAT O_TRUNC O_WRONLY|O_CREAT|O_TRUNC true 577\n"
              "2 O_RDONLY O_RDONLY 0x40000000 O_RDONLY|0x40000000 false 1073741824\n");
}

TEST_F(ValuesTest, AWrongFlagIsAnErrorThatNamesTheRightOnes) {
    run("troupe.hook('openat', function(ev) return ev.flags.O_CREATE end)");
    enter("openat", {3, 0, 0, 0});
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown flag 'O_CREATE': there are O_RDONLY, O_WRONLY, O_RDWR"));
}

TEST_F(ValuesTest, NullIsNilAndWhatCannotBeReadSaysSo) {
    hook("connect", "say(ev.addr == nil) say(ev.args[2])");
    enter("connect", {3, 0, 16});
    hook("connect", "say(ev.addr, ev.addr.unreadable, ev.addr.address == 0x7000, ev.addr.address + 16)");
    enter("connect", {3, 0x7000, 16});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "true\n0\n0x7000 true true 0x7010\n");
}

TEST_F(ValuesTest, AnAddressCanBeReadAndComparedAndEmitted) {
    memory.map(0x2000, std::string("\x07\0\0\0", 4));
    hook("read",
         "local a = ev.buf say(a, a == 0x2000, a < 0x3000, a + 8, (a + 8) - a, tonumber(strace.read_obj(a, 'int[1]')[0]), 'at ' .. a) "
         "troupe.emit{buf = a, flags = {1}}");
    enter("read", {3, 0x2000, 4});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "0x2000 true true 0x2008 8 7 at 0x2000\n");
    EXPECT_EQ(effects.emitted, std::vector<std::string>{R"(4711 {"buf":"0x2000","flags":[1]})"});
}

TEST_F(ValuesTest, AnAddressThatACallIsAboutIsOneToo) {
    hook("munmap", "say(ev.addr, ev.length, ev.args[1])");
    enter("munmap", {0x7f0000001000, 8192});
    EXPECT_EQ(said(), "0x7f0000001000 8192 1.3963797673165e+14\n");
}

TEST_F(ValuesTest, AllArgumentsTogetherAreOneTableAsInJson) {
    memory.map(0x1000, std::string("/x\0", 3));
    hook("openat", "troupe.emit(ev.decoded)");
    enter("openat", {0xffffff9c, 0x1000, O_RDWR | O_CREAT, 0600});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(effects.emitted, std::vector<std::string>{R"(4711 {"dirfd":-100,"flags":["O_RDWR","O_CREAT"],"mode":384,"pathname":"/x"})"});
}

TEST_F(ValuesTest, AnEmptyListIsAListInTheTraceToo) {
    memory.map(0x2000, std::string(8, '\0'));
    hook("execve", "troupe.emit(ev.decoded)");
    enter("execve", {0, 0x2000, 0});
    hook("unlinkat", "troupe.emit{flags = ev.flags}");
    enter("unlinkat", {3, 0, 0});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(effects.emitted, (std::vector<std::string>{R"(4711 {"argv":[]})", R"(4711 {"flags":[]})"}));
}

TEST_F(ValuesTest, AValueThatTheKernelChangesIsTheLastOne) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(443);
    memory.map(0x1000, bytes_of(address));
    memory.map(0x2000, std::string("\x10\0\0\0", 4));
    hook("accept", "say(ev.addr.sin_port, ev.addrlen)", "exiting");
    leave("accept", 5, {3, 0x1000, 0x2000});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "443 16\n");
}

TEST_F(ValuesTest, AnObserverSeesWhatWasDecodedForIt) {
    run_well(say + R"(
        troupe.observe('connect', {decode = true}, function(ev) say(ev.addr.sin_port, ev.sockfd) end)
    )");
    EXPECT_TRUE(hooks->observed().of(call_named("connect")).values);
    auto tape = std::make_shared<Tape>();
    tape->open(Shape::call, "connect");
    tape->field("sockfd", Named::no);
    tape->descriptor(3);
    tape->field("addr", Named::no);
    tape->open(Shape::structure, {});
    tape->field("sin_port", Named::no);
    tape->number(80, NumberForm::decimal);
    tape->close(End::whole, 0);
    const Observation observation{
        .task = task, .event = SyscallEntry{call_named("connect"), {3, 0x1000, 16}}, .texts = {}, .arguments = tape};
    stop = hooks->observe({&observation, 1}, effects);
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "80 3\n");
}

TEST_F(ValuesTest, AnObserverThatAsksForMemoryWithoutSayingSoIsToldHow) {
    run("troupe.observe('connect,kill', function(ev) if ev.name == 'kill' then return ev.sig .. '' end return ev.addr.sin_port end)");
    const Observation harmless{.task = task, .event = SyscallEntry{call_named("kill"), {1, 9}}, .texts = {}};
    stop = hooks->observe({&harmless, 1}, effects);
    EXPECT_EQ(message(), "") << "what stands in a register is there";
    const Observation observation{.task = task, .event = SyscallEntry{call_named("connect"), {3, 0x1000, 16}}, .texts = {}};
    stop = hooks->observe({&observation, 1}, effects);
    EXPECT_THAT(message(), HasSubstr("t.lua:1: addr stands in memory, and the tracee has gone on: an observer sees it with the "
                                     "option decode = true"));
}

TEST_F(ValuesTest, WhatTheEntryKeptIsThereWhereTheMemoryIsGone) {
    Tape tape;
    tape.open(Shape::call, "execve");
    tape.field("pathname", Named::no);
    tape.bytes("/bin/true", BytesForm::path, false);
    tape.field("argv", Named::no);
    tape.open(Shape::array, {});
    tape.element();
    tape.bytes("true", BytesForm::text, false);
    tape.close(End::whole, 0);
    hook("execve", "say(ev.pathname, #ev.argv, ev.argv[1], ev.result)", "exiting");
    const Arguments args{0x1000, 0x2000, 0x3000};
    const Event event = SyscallExit{call_named("execve"), args, 0, 0, false, args};
    EventView view(event, task, memory, so_far, 1, qualifiers, {.began = 1, .arguments = &tape});
    const auto decision = hooks->decide(view, effects);
    ASSERT_TRUE(decision.has_value()) << decision.error().message;
    EXPECT_EQ(said(), "/bin/true 1 true 0\n");
}

TEST_F(ValuesTest, AValueIsDecodedOnceForACallbackAndAnewForTheNext) {
    memory.map(0x1000, std::string("abc", 3));
    run_well(say + R"(
        troupe.hook('write', function(ev) say(ev.buf, rawequal(ev.decoded, ev.decoded)) strace.write_obj(0x1000, require 'ffi'.new('char[3]', 'xyz')) say(ev.buf) end)
        troupe.hook('write', function(ev) say(ev.buf) end)
    )");
    enter("write", {1, 0x1000, 3});
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "abc true\nabc\nxyz\n");
}

}  // namespace
}  // namespace troupe
