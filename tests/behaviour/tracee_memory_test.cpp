// Memory of tracees that is hard to look at: where the kernel refuses us the usual call, and pages that only the program itself can supply.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/syscall.h>

#include <cerrno>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class TraceesMemory : public testing::TestWithParam<Configuration> {
 protected:
    static Command refused(long call, int code, std::vector<std::string> arguments) {
        Command command = troupe(GetParam(), std::move(arguments));
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(call), std::to_string(code)});
        return command;
    }

    Scratch scratch_;
};

TEST_P(TraceesMemory, IsReadAnotherWayWhereTheUsualCallIsRefused) {
    for (const int code : {EPERM, ENOSYS, EINVAL, ENOMEM, EAGAIN}) {
        const Outcome outcome = run(refused(SYS_process_vm_readv, code, {"-e", "trace=uname,write", "uname"}));
        EXPECT_TRUE(contains(outcome.err, "uname({sysname=\"Linux\", ")) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "write(1, \"Linux\\n\", 6)")) << outcome.text();
    }
}

TEST_P(TraceesMemory, IsWrittenAnotherWayWhereTheUsualCallIsRefused) {
    for (const long call : {SYS_process_vm_readv, SYS_process_vm_writev}) {
        const Outcome outcome = run(refused(call, EPERM, {"-e", "none", "-l", seed("03-pretend-windows.lua"), "uname"}));
        EXPECT_EQ(outcome.out, "Windows\n") << outcome.text();
    }
}

TEST_P(TraceesMemory, OfAProgramThatSuppliesItItselfDoesNotKeepUsWaiting) {
    Started server(Command{.argv = {tracee("user_faults"), "4"}});
    ASSERT_TRUE(server.wait_for_out("ready\n") || server.wait_for_out("served\n"));
    Started tracer(troupe(GetParam(), {"-o", scratch_.path("trace"), "-p", std::to_string(server.pid())}));
    EXPECT_TRUE(tracer.wait_for_err("attached")) << tracer.err();
    server.say("enough\n");
    EXPECT_TRUE(server.finish().exited_with(0));
    EXPECT_TRUE(tracer.finish().exited_with(0));
}

TEST_P(TraceesMemory, ThatOnlyTheProgramCanSupplyIsNotThereForHooks) {
    const std::string script = scratch_.write("read.lua", R"(
        strace.hook('access', 'both', function(tcp)
            if strace.entering() then strace.read_path(tcp.u_arg[0]) strace.write_obj(tcp.u_arg[0], require('ffi').new('char[2]', 'x')) end
        end))");
    Command command = troupe(GetParam(), {"-e", "none", "-l", script, tracee("user_faults"), "4"});
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "served")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, TraceesMemory, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
