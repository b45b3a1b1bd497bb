#include <cstddef>

#include "lua/hook_abi.hpp"
#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

class LookupTest : public ScriptTest {
 protected:
    std::string saying(const std::string& body) {
        effects.logged.clear();
        run(say + "local ffi = require 'ffi'\n" + body);
        return stop ? message() : said();
    }
};

TEST_F(LookupTest, ConstantsAreThoseOfTheKernel) {
    EXPECT_EQ(saying("say(strace.npersonalities, strace.max_args, strace.path_max)"), "3 6 4096\n");
}

TEST_F(LookupTest, SyscallsByNumber) {
    EXPECT_EQ(saying("say(strace.get_sc_name(0, 0), strace.get_sc_name(0, 1), strace.get_sc_name(520, 2))"),
              "read restart_syscall execve\n");
    EXPECT_EQ(saying("say(strace.get_sc_name(90000, 0), strace.get_sc_name(-1, 0), strace.get_sc_name(1.9, 0))"), "nil nil write\n");
    EXPECT_EQ(saying("say(strace.get_sc_name(ffi.new('uint64_t', 1), 0))"), "write\n");
}

TEST_F(LookupTest, SyscallsByName) {
    EXPECT_EQ(saying("say(strace.get_scno('read', 0), strace.get_scno('read', 1), strace.get_scno('execve', 2))"), "0 3 520\n");
    EXPECT_EQ(saying("say(strace.get_scno('waitpid', 0), strace.get_scno('no_such', 0))"), "nil nil\n");
    EXPECT_EQ(saying("say(strace.get_scno(ffi.new('const char *', 'write'), 0), strace.get_scno('socket', 1))"), "1 359\n");
}

TEST_F(LookupTest, EverySyscallOfEveryPersonalityComesBackFromItsName) {
    EXPECT_EQ(saying(R"(
        local wrong, count = {}, 0
        for pers = 0, 2 do
            for scno = 0, strace.C.nsysent_vec[pers] - 1 do
                local name = strace.get_sc_name(scno, pers)
                if name then
                    count = count + 1
                    local back = strace.get_scno(name, pers)
                    if back ~= scno and strace.get_sc_name(back, pers) ~= name then wrong[#wrong + 1] = name end
                end
            end
        end
        say(count > 1000, #wrong)
    )"),
              "true 0\n");
}

TEST_F(LookupTest, FlagsAreTheBitsOfClasses) {
    EXPECT_EQ(saying(R"(
        local file, desc = strace.get_class_flagbit('%file'), strace.get_class_flagbit('%desc')
        say(bit.band(strace.get_sc_flags(2, 0), file) ~= 0, bit.band(strace.get_sc_flags(0, 0), file), bit.band(strace.get_sc_flags(0, 0), desc) ~= 0)
        say(strace.get_sc_flags(90000, 0), strace.get_class_flagbit('%nothing'), type(file))
    )"),
              "true 0 true\nnil nil number\n");
}

TEST_F(LookupTest, Signals) {
    EXPECT_EQ(saying("say(strace.get_sig_name(0), strace.get_sig_name(10), strace.get_sig_name(32), strace.get_sig_name(33))"),
              "SIG_0 SIGUSR1 SIGRTMIN nil\n");
    EXPECT_EQ(saying("say(strace.get_sig_name(64), strace.get_sig_name(-1), strace.get_sig_name(2, 1))"), "nil nil SIGINT\n");
    EXPECT_EQ(
        saying("say(strace.get_signo('SIGUSR1'), strace.get_signo('USR1'), strace.get_signo('SIGRTMIN', 2), strace.get_signo('SIG_0'))"),
        "10 nil 32 0\n");
}

TEST_F(LookupTest, Errors) {
    EXPECT_EQ(saying("say(strace.get_err_name(1), strace.get_err_name(512), strace.get_err_name(0), strace.get_err_name(5000))"),
              "EPERM ERESTARTSYS nil nil\n");
    EXPECT_EQ(saying("say(strace.get_errno('ENOENT'), strace.get_errno('ENOTHING'), strace.get_errno('ERESTARTSYS', 1))"), "2 nil 512\n");
    EXPECT_EQ(saying("say(strace.get_errno('EWOULDBLOCK'), strace.get_errno('ENOTSUP'))"), "11 95\n");
}

TEST_F(LookupTest, Ioctls) {
    EXPECT_EQ(saying("say(strace.get_ioctl_code('TCGETS', 0), strace.get_ioctl_code('NOTHING', 0))"), "21505 nil\n");
    EXPECT_EQ(saying("say(strace.get_ioctl_name(strace.get_ioctl_code('TIOCGWINSZ', 0), 0), strace.get_ioctl_name(0xdeadbeef, 1))"),
              "TIOCGWINSZ nil\n");
    EXPECT_EQ(saying("say(strace.get_ioctl_name(-1, 0), strace.get_ioctl_name(2^33, 0), strace.get_ioctl_name(0x5401, 2))"),
              "nil nil TCGETS\n");
}

TEST_F(LookupTest, UnknownPersonalitiesAreErrorsWithTheScriptsLine) {
    for (const char* call :
         {"get_sc_name(0, 3)", "get_sc_flags(0, -1)", "get_sig_name(1, 3)", "get_err_name(1, 'x')", "get_ioctl_name(1, 3)",
          "get_scno('read', 3)", "get_signo('SIGINT', 9)", "get_errno('EPERM', 3)", "get_ioctl_code('TCGETS', 3)"}) {
        run(std::string("strace.") + call);
        EXPECT_THAT(message(), HasSubstr("t.lua:1: invalid personality number\n")) << call;
    }
}

TEST_F(LookupTest, NamesThatAreNoTextAreErrorsWithTheScriptsLine) {
    for (const char* call : {"get_scno(5, 0)", "get_signo(nil)", "get_errno({})", "get_ioctl_code(true, 0)", "get_class_flagbit(1)",
                             "get_scno(require'ffi'.new('int', 3), 0)", "get_scno(require'ffi'.cast('char *', 0), 0)"}) {
        run(std::string("strace.") + call);
        EXPECT_THAT(message(), HasSubstr("t.lua:1: expected either a Lua string or a cdata C string\n")) << call;
    }
}

TEST_F(LookupTest, PersonalityOfTheEventIsTheDefault) {
    run_well(say + "strace.hook_scno(3, 1, 'entering', function(tcp) say(strace.get_sc_name(tcp.scno), strace.get_scno('read')) end)");
    decide(SyscallEntry{{Abi::i386, 3}, {}, 0, 0});
    EXPECT_EQ(said(), "read 3\n");
}

TEST_F(LookupTest, TablesAreCdataFromZero) {
    EXPECT_EQ(saying(R"(
        local C = strace.C
        say(ffi.string(C.sysent_vec[0][0].sys_name), C.sysent_vec[0][0].nargs, C.sysent_vec[0][1.7].nargs, ffi.istype('struct_sysent', C.sysent_vec[1][4]))
        say(ffi.string(C.errnoent_vec[1][2]), ffi.string(C.signalent_vec[2][15]), C.errnoent_vec[0][0] == nil, C.nsignalent_vec[0])
        say(C.nerrnoent_vec[0] > 512, C.nsysent_vec[0] > 400, C.nioctlent_vec[0] > 0)
        local code, sorted = 0, true
        for i = 0, C.nioctlent_vec[0] - 1 do
            sorted = sorted and C.ioctlent_vec[0][i].code >= code
            code = C.ioctlent_vec[0][i].code
        end
        say(sorted, ffi.istype('struct_ioctlent', C.ioctlent_vec[0][0]))
        say(ffi.string(C.pers_name[0]), ffi.string(C.pers_name[1]), ffi.string(C.pers_name[2]))
        say(C.pers_wordsize[0], C.pers_wordsize[1], C.pers_wordsize[2], C.pers_klongsize[0], C.pers_klongsize[1], C.pers_klongsize[2])
        say(C.next_sc)
    )"),
              "read 3 3 true\nENOENT SIGTERM true 33\ntrue true true\ntrue true\n64 bit 32 bit x32\n8 4 4 8 4 8\nnil\n");
}

TEST_F(LookupTest, ClassesEndWithANullName) {
    EXPECT_EQ(saying(R"(
        local i, names = 0, {}
        while strace.C.syscall_classes[i].name ~= nil do
            names[ffi.string(strace.C.syscall_classes[i].name)] = strace.C.syscall_classes[i].value
            i = i + 1
        end
        say(names['%file'] == strace.get_class_flagbit('%file'), names['file'] == names['%file'], i > 10, ffi.istype('struct syscall_class', strace.C.syscall_classes[0]))
    )"),
              "true true true true\n");
}

TEST_F(LookupTest, MonitorAddsToTheSubscriptionOnly) {
    EXPECT_EQ(saying(R"(
        say(strace.C.monitor(0, 0, true, false), strace.C.monitor(0, 0, false, true), strace.C.monitor(5, 3, true, true))
        say(strace.C.monitor(7000, 1, false, true))
    )"),
              "true true false\ntrue\n");
    EXPECT_EQ(hooks->subscription().of({Abi::x86_64, 0}), (Interest{true, true}));
    EXPECT_EQ(hooks->subscription().of({Abi::i386, 7000}), (Interest{false, true}));
    EXPECT_FALSE(hooks->subscription().of({Abi::x86_64, 5}).any());
    EXPECT_FALSE(hooks->subscription().of_every_call().any());
    enter("read");
    EXPECT_FALSE(stop) << message();
}

TEST_F(LookupTest, MonitorAllWantsEverything) {
    saying("strace.C.monitor_all(true, false)");
    EXPECT_EQ(hooks->subscription().of_every_call(), (Interest{true, false}));
    EXPECT_EQ(hooks->subscription().of({Abi::x32, 12345}), (Interest{true, false}));
}

TEST_F(LookupTest, LayoutOfTcbIsThatOfC) {
    using lua::abi::tcb;
    EXPECT_EQ(saying(R"(
        local o = ffi.offsetof
        say(ffi.sizeof('struct tcb'), o('struct tcb', 'flags'), o('struct tcb', 'pid'), o('struct tcb', 'qual_flg'), o('struct tcb', 'u_error'),
            o('struct tcb', 'scno'), o('struct tcb', 'u_arg'), o('struct tcb', 'u_rval'), o('struct tcb', 'currpers'))
    )"),
              std::to_string(sizeof(tcb)) + " " + std::to_string(offsetof(tcb, flags)) + " " + std::to_string(offsetof(tcb, pid)) + " " +
                  std::to_string(offsetof(tcb, qual_flg)) + " " + std::to_string(offsetof(tcb, u_error)) + " " +
                  std::to_string(offsetof(tcb, scno)) + " " + std::to_string(offsetof(tcb, u_arg)) + " " +
                  std::to_string(offsetof(tcb, u_rval)) + " " + std::to_string(offsetof(tcb, currpers)) + "\n");
    EXPECT_EQ(saying("say(ffi.sizeof('kernel_ulong_t'), ffi.new('kernel_ulong_t', -1) > 0, ffi.new('kernel_long_t', -1) < 0)"),
              "8 true true\n");
    EXPECT_EQ(saying("say(ffi.sizeof('struct_sysent'), ffi.sizeof('struct_ioctlent'), ffi.sizeof('struct syscall_class'), "
                     "ffi.sizeof('struct troupe_tables'))"),
              "16 16 16 " + std::to_string(sizeof(lua::abi::troupe_tables)) + "\n");
}

TEST_F(LookupTest, EveryDeclaredFlatFunctionIsExported) {
    std::string text;
    for (const char* name : {"/lua/hook_abi.h", "/lua/value_abi.h"}) {
        std::ifstream header(std::string(TROUPE_SOURCE_DIR) + name);
        text += std::string{std::istreambuf_iterator<char>(header), {}};
    }
    EXPECT_EQ(saying("local count = 0 for name in ([==[" + text + R"(]==]):gmatch('(troupe_[%w_]+)%(') do
            assert(ffi.C[name] ~= nil)
            count = count + 1
        end
        say(count > 50))"),
              "true\n");
}

}  // namespace
}  // namespace troupe
