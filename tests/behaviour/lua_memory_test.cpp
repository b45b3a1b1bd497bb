// Memory of tracees in and out of scripts: at entry and exit, on pages that may not be written, and where there is nothing.

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class LuaMemory : public ScriptTest {};

TEST_P(LuaMemory, WhatIsWrittenAtEntryIsWhatTheCallUses) {
    for (const char* program : {"call_results", "call_results_32"}) {
        const Outcome outcome = run_script(R"(
            local ffi = require 'ffi'
            assert(strace.hook('access', 'entering', function(tcp)
                if strace.read_path(tcp.u_arg[0]) == '/dev/null' then
                    assert(strace.write_obj(tcp.u_arg[0], ffi.new('char[10]', '/dev/nulx')))
                    assert(strace.read_path(tcp.u_arg[0]) == '/dev/nulx')
                end
            end))
        )",
                                           {tracee(program)}, to_file());
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_TRUE(contains(outcome.out, "access: -1 errno 2\n")) << outcome.text();
        EXPECT_EQ(lines_matching(trace(), "access\\(\"/dev/nulx\", R_OK\\) += -1 ENOENT \\(No such file or directory\\)$").size(), 1U)
            << trace();
    }
}

TEST_P(LuaMemory, WhatIsWrittenAtExitIsWhatTheProgramReads) {
    for (const char* program : {"call_results", "call_results_32"}) {
        const Outcome outcome = run_script(R"(
            local ffi = require 'ffi'
            ffi.cdef 'struct names { char sysname[65]; char nodename[65]; char release[65]; char version[65]; char machine[65]; char domainname[65]; };'
            assert(strace.hook('uname', 'exiting', function(tcp)
                local names = assert(strace.read_obj(tcp.u_arg[0], 'struct names'))
                assert(ffi.string(names.sysname) == 'Linux')
                ffi.copy(names.sysname, 'Windows')
                assert(strace.write_obj(tcp.u_arg[0], names))
            end))
        )",
                                           {tracee(program)});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_TRUE(contains(outcome.out, "system: Windows\n")) << outcome.text();
    }
}

TEST_P(LuaMemory, PagesThatTheTraceeMayNotWriteAreWritten) {
    for (const char* program : {"read_only_page", "read_only_page_32"}) {
        for (const char* when : {"entering", "exiting"}) {
            const Outcome outcome = run_script(std::string(R"(
                local ffi = require 'ffi'
                local before = '/written/before'
                assert(strace.hook('access', ')") + when +
                                                   R"(', function(tcp)
                    if strace.read_path(tcp.u_arg[0]) ~= before then return end
                    assert(strace.write_obj(tcp.u_arg[0], ffi.new('char[16]', '/dev/null')))
                    assert(strace.read_path(tcp.u_arg[0]) == '/dev/null')
                end))
            )",
                                               {tracee(program)});
            EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
            const std::string result = std::string(when) == "entering" ? "access: 0 errno 0" : "access: -1 errno 2";
            EXPECT_TRUE(contains(outcome.out, "anonymous: /dev/null, " + result + "\n")) << outcome.text();
            EXPECT_TRUE(contains(outcome.out, "file: /dev/null, " + result + "\n")) << outcome.text();
            EXPECT_TRUE(contains(outcome.out, "the file itself: /written/before\n")) << outcome.text();
        }
    }
}

TEST_P(LuaMemory, WhatCannotBeReadIsNilAndWhatCannotBeWrittenIsFalse) {
    const Outcome outcome = run_script(R"(
        local ffi = require 'ffi'
        local done = false
        assert(strace.hook('getpriority', 'both', function(tcp)
            for _, bad in ipairs{0, 8, -8ULL, 0xffff800000000000ULL} do
                assert(strace.read_obj(bad, 'int') == nil)
                assert(strace.read_obj(bad, 'int[?]', 1000) == nil)
                local text, why = strace.read_str(bad)
                assert(text == nil and why == 'read error')
                assert(strace.read_path(bad) == nil)
                assert(strace.write_obj(bad, ffi.new('int', 1)) == false)
                assert(strace.C.umove(bad, 4, ffi.new('int[1]')) == -1)
                assert(strace.C.upoke(bad, 4, 'abcd') == -1)
            end
            done = true
        end))
        strace.at_exit(function() print('done', done) end)
    )",
                                       {tracee("call_results")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "done\ttrue\n")) << outcome.text();
}

TEST_P(LuaMemory, StringsObjectsAndArraysOfExecve) {
    const Outcome outcome = run_script(R"(
        local ffi = require 'ffi'
        assert(strace.hook('execve', 'entering', function(tcp)
            local pointers = assert(strace.read_obj(tcp.u_arg[1], 'uint64_t[?]', 4))
            print(strace.read_path(tcp.u_arg[0]), strace.read_str(pointers[1]), strace.read_str(pointers[2], 100, 3), tostring(pointers[3]))
            print(strace.read_str(pointers[2], 5))
        end))
    )",
                                       {"/bin/echo", "first", "the second argument"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "/bin/echo\tfirst\tthe second argument\t0ULL\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "nil\tstring is too long\n")) << outcome.text();
}

TEST_P(LuaMemory, ThatChangesUnderUsDoesNotHarmUs) {
    for (const char* program : {"changing_memory", "changing_memory_32"}) {
        const Outcome outcome = run_script(R"(
            local strings, failures = 0, 0
            assert(strace.hook({'open', 'openat', 'access', 'faccessat', 'faccessat2'}, 'both', function(tcp)
                for i = 0, 1 do
                    local text, why = strace.read_str(tcp.u_arg[i], 8192, 64)
                    if text then strings = strings + 1 else failures = failures + 1 end
                end
            end))
            strace.at_exit(function() print('strings:', strings, 'failures:', failures) end)
        )",
                                           {tracee(program), "300"}, to_file());
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_TRUE(contains(outcome.out, "changing memory survived")) << outcome.text();
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaMemory, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
