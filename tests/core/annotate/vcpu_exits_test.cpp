#include "core/annotate/vcpu_exits.hpp"

#include <gtest/gtest.h>
#include <linux/kvm.h>

#include <string>

#include "tests/support/fake_memory.hpp"

/// What is said of a virtual CPU that has left its guest.
namespace troupe::tests {
namespace {

constexpr std::uint64_t at = 0x1000;

std::string details(const kvm_run& run, const std::string& behind = {}) {
    FakeMemory memory;
    memory.put_object(at, run);
    memory.put(at + sizeof(run), behind);
    return vcpu_exit_details(memory, at, run.exit_reason);
}

TEST(VcpuExits, HaveNamesAlsoWhereTheyAreNotKnown) {
    EXPECT_EQ(vcpu_exit_name(KVM_EXIT_HLT), "KVM_EXIT_HLT");
    EXPECT_EQ(vcpu_exit_name(KVM_EXIT_NOTIFY), "KVM_EXIT_NOTIFY");
    EXPECT_EQ(vcpu_exit_name(99), "99 /* KVM_EXIT_??? */");
}

TEST(VcpuExits, SayWhatWasWrittenToAPort) {
    kvm_run run{};
    run.exit_reason = KVM_EXIT_IO;
    run.io.direction = KVM_EXIT_IO_OUT;
    run.io.size = 1;
    run.io.port = 0x3f8;
    run.io.count = 2;
    run.io.data_offset = sizeof(run);
    EXPECT_EQ(details(run, "AB"), R"({direction=KVM_EXIT_IO_OUT, size=1, port=0x3f8, count=2, data="\x41\x42"})");
    run.io.direction = KVM_EXIT_IO_IN;
    run.io.count = 33;
    const std::string long_one = details(run, std::string(33, 'a'));
    EXPECT_EQ(long_one.substr(0, 53), "{direction=KVM_EXIT_IO_IN, size=1, port=0x3f8, count=");
    EXPECT_EQ(long_one.substr(long_one.size() - 9), R"(\x61"...})");
    EXPECT_EQ(details(run), "{direction=KVM_EXIT_IO_IN, size=1, port=0x3f8, count=33, data=0x1930}");
}

TEST(VcpuExits, SayWhatMemoryThatIsNoneWasAskedOf) {
    kvm_run run{};
    run.exit_reason = KVM_EXIT_MMIO;
    run.mmio.phys_addr = 0xfee00000;
    run.mmio.data[0] = 1;
    run.mmio.len = 2;
    run.mmio.is_write = 1;
    EXPECT_EQ(details(run), R"({phys_addr=0xfee00000, data="\x01\x00", len=2, is_write=1})");
    run.mmio.len = 100;
    EXPECT_EQ(details(run), R"({phys_addr=0xfee00000, data="\x01\x00\x00\x00\x00\x00\x00\x00", len=100, is_write=1})");
}

TEST(VcpuExits, SayWhatHasFailed) {
    kvm_run run{};
    run.exit_reason = KVM_EXIT_FAIL_ENTRY;
    run.fail_entry.hardware_entry_failure_reason = 0x80000021;
    run.fail_entry.cpu = 3;
    EXPECT_EQ(details(run), "{hardware_entry_failure_reason=0x80000021, cpu=3}");
    run = {};
    run.exit_reason = KVM_EXIT_INTERNAL_ERROR;
    run.internal.suberror = 1;
    run.internal.ndata = 2;
    run.internal.data[1] = 16;
    EXPECT_EQ(details(run), "{suberror=1, ndata=2, data=[0x0, 0x10]}");
    run = {};
    run.exit_reason = KVM_EXIT_X86_WRMSR;
    run.msr.reason = KVM_MSR_EXIT_REASON_FILTER;
    run.msr.index = 0x10;
    run.msr.data = 7;
    EXPECT_EQ(details(run), "{error=0, reason=0x4, index=0x10, data=0x7}");
    run = {};
    run.exit_reason = KVM_EXIT_HYPERCALL;
    run.hypercall.nr = 12;
    run.hypercall.args[0] = 4096;
    EXPECT_EQ(details(run), "{nr=12, args=[0x1000, 0x0, 0x0, 0x0, 0x0, 0x0], ret=0, flags=0}");
}

TEST(VcpuExits, HaveNothingBesideTheirReasonWhereThereIsNothing) {
    kvm_run run{};
    run.exit_reason = KVM_EXIT_HLT;
    EXPECT_EQ(details(run), "");
    FakeMemory none;
    EXPECT_EQ(vcpu_exit_details(none, at, KVM_EXIT_IO), "");
}

}  // namespace
}  // namespace troupe::tests
