#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/bpf.h>
#include <linux/io_uring.h>
#include <linux/openat2.h>
#include <linux/sched.h>
#include <sys/stat.h>

#include <array>
#include <cstring>

#include "core/tables/struct_layout.hpp"
#include "core/tables/structs/files.hpp"
#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Structures whose fields depend on each other, and those that say how long they are.
namespace troupe::tests {
namespace {

std::string clone3(const clone_args& arguments, std::uint64_t size) {
    DecodedCall call("clone3");
    call.memory.put_object(0x1000, arguments);
    return call.args({0x1000, size}).fails(22);
}

TEST(SizedStructures, EndWhereTheTraceeEndsThem) {
    clone_args arguments{};
    arguments.flags = CLONE_INTO_CGROUP | CLONE_SETTLS;
    arguments.cgroup = 99;
    arguments.tls = 5;
    arguments.set_tid = 0x2000;
    const std::string begin = "clone3({flags=CLONE_SETTLS|CLONE_INTO_CGROUP, exit_signal=0, stack=NULL, stack_size=0, tls=0x5";
    const std::string end = ") = -1 EINVAL (Invalid argument)";
    EXPECT_EQ(clone3(arguments, 64), begin + "}, 64" + end) << "a cgroup that was not given is not 0";
    EXPECT_EQ(clone3(arguments, 72), begin + ", set_tid=0x2000, set_tid_size=0}, 72" + end) << "the kernel takes what is missing for 0";
    EXPECT_EQ(clone3(arguments, 88), begin + ", set_tid=0x2000, set_tid_size=0, cgroup=99}, 88" + end);
}

TEST(SizedStructures, TakeTheLengthOfAnArrayFromASibling) {
    DecodedCall call("clone3");
    clone_args arguments{};
    arguments.set_tid = 0x2000;
    arguments.set_tid_size = 2;
    call.memory.put_object(0x1000, arguments);
    call.memory.put_object(0x2000, std::array<std::int32_t, 3>{7, 8, 9});
    EXPECT_EQ(call.args({0x1000, sizeof(arguments)}).fails(1),
              "clone3({flags=0, exit_signal=0, stack=NULL, stack_size=0, set_tid=[7, 8], set_tid_size=2}, 88) = -1 EPERM (Operation not "
              "permitted)");
}

TEST(SizedStructures, DoNotLookAtAnArrayThatTheKernelWouldNotTake) {
    clone_args arguments{};
    arguments.set_tid = 0x2000;
    arguments.set_tid_size = 33;
    EXPECT_EQ(
        clone3(arguments, 88),
        "clone3({flags=0, exit_signal=0, stack=NULL, stack_size=0, set_tid=0x2000, set_tid_size=33}, 88) = -1 EINVAL (Invalid argument)");
}

TEST(SizedStructures, ShowBytesThatHaveNoNameUnlessTheyAreZero) {
    DecodedCall call("openat2");
    call.memory.put_object(0x1000, open_how{O_CREAT, 0600, 0});
    call.memory.put_object(0x1000 + sizeof(open_how), std::array<char, 4>{0, 1, 0, 0});
    call.memory.put(0x2000, std::string("f\0", 2));
    EXPECT_EQ(call.args({3, 0x2000, 0x1000, 28}).fails(7),
              R"(openat2(3, "f", {flags=O_RDONLY|O_CREAT, mode=0600, resolve=0, /* bytes 24..27 */ "\x00\x01\x00\x00"}, 28))"
              " = -1 E2BIG (Argument list too long)");
    DecodedCall zeros("openat2");
    zeros.memory.put_object(0x1000, std::array<char, 28>{});
    EXPECT_EQ(zeros.args({3, 0, 0x1000, 28}).fails(14), "openat2(3, NULL, {flags=O_RDONLY, resolve=0}, 28) = -1 EFAULT (Bad address)");
}

TEST(SizedStructures, OfI386HaveThe64BitsOfEveryAbi) {
    DecodedCall call("clone3", Abi::i386);
    clone_args arguments{};
    arguments.flags = CLONE_SETTLS;
    arguments.tls = 0x1'0000'0005;
    arguments.stack = 0x2'0000'0000;
    call.memory.put_object(0x1000, arguments);
    EXPECT_EQ(call.args({0x1000, sizeof(arguments)}).returns(5),
              "clone3({flags=CLONE_SETTLS, exit_signal=0, stack=0x200000000, stack_size=0, tls=0x100000005}, 88) = 5");
}

TEST(Clone3, ShowsEveryAnswerOfTheKernel) {
    DecodedCall call("clone3");
    clone_args arguments{};
    arguments.flags = CLONE_PARENT_SETTID | CLONE_PIDFD;
    arguments.pidfd = 0x2000;
    arguments.parent_tid = 0x3000;
    call.memory.put_object(0x1000, arguments);
    call.args({0x1000, sizeof(arguments)});
    const std::string begin = call.entry();
    EXPECT_EQ(begin,
              "clone3({flags=CLONE_PIDFD|CLONE_PARENT_SETTID, pidfd=0x2000, parent_tid=0x3000, exit_signal=0, stack=NULL, stack_size=0}");
    call.memory.put_object(0x2000, std::int32_t{4});
    EXPECT_EQ(call.returns(123), begin + " => {pidfd=[4], parent_tid=0x3000}, 88) = 123");
}

TEST(Statx, ShowsWhatItsMaskSays) {
    DecodedCall call("statx");
    struct statx file {};
    file.stx_mask = STATX_SIZE | STATX_BTIME;
    file.stx_size = 7;
    file.stx_mnt_id = 9;
    call.memory.put_object(0x1000, file);
    EXPECT_EQ(
        call.args({3, 0, 0, STATX_BTIME, 0x1000}).returns(0),
        "statx(3, NULL, AT_STATX_SYNC_AS_STAT, STATX_BTIME, {stx_mask=STATX_SIZE|STATX_BTIME, stx_attributes=0, stx_size=7, ...}) = 0");
    EXPECT_EQ(call.qualifiers(in_full).returns(0),
              "statx(3, NULL, AT_STATX_SYNC_AS_STAT, STATX_BTIME, {stx_mask=STATX_SIZE|STATX_BTIME, stx_blksize=0, stx_attributes=0, "
              "stx_size=7, stx_attributes_mask=0, stx_btime={tv_sec=0, tv_nsec=0}, stx_rdev_major=0, stx_rdev_minor=0, stx_dev_major=0, "
              "stx_dev_minor=0}) = 0");
}

/// Attributes of bpf, of which `size` bytes are given.
std::string bpf(int command, const bpf_attr& attributes, std::uint64_t size, Abi abi = Abi::x86_64) {
    DecodedCall call("bpf", abi);
    call.memory.put_object(0x1000, attributes);
    call.memory.put_object(0x1000 + sizeof(attributes), std::array<char, 64>{});
    call.memory.put(0x2000, std::string("GPL\0", 4));
    const std::string text = call.args({static_cast<std::uint64_t>(command), 0x1000, size}).fails(22);
    constexpr std::string_view end = ") = -1 EINVAL (Invalid argument)";
    EXPECT_TRUE(text.ends_with(end)) << text;
    return text.substr(0, text.size() - end.size());
}

bpf_attr nothing() {
    bpf_attr attributes;
    std::memset(&attributes, 0, sizeof(attributes));
    return attributes;
}

TEST(BpfMapCreate, HasAsManyFieldsAsAreGiven) {
    bpf_attr attributes = nothing();
    attributes.map_type = BPF_MAP_TYPE_ARRAY;
    attributes.key_size = 4;
    attributes.value_size = 8;
    attributes.max_entries = 256;
    std::strcpy(attributes.map_name, "hello");
    attributes.btf_fd = 7;
    const std::string begin = "bpf(BPF_MAP_CREATE, {map_type=BPF_MAP_TYPE_ARRAY, key_size=4, value_size=8, max_entries=256";
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 0), "bpf(BPF_MAP_CREATE, 0x1000, 0");
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 4),
              "bpf(BPF_MAP_CREATE, {map_type=BPF_MAP_TYPE_ARRAY, key_size=0, value_size=0, max_entries=0}, 4");
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 16), begin + "}, 16");
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 20), begin + ", map_flags=0}, 20");
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 44), begin + R"(, map_flags=0, inner_map_fd=0, map_name="hello"}, 44)");
    const std::string to_btf =
        begin + R"(, map_flags=0, inner_map_fd=0, map_name="hello", map_ifindex=0, btf_fd=7, btf_key_type_id=0, btf_value_type_id=0)";
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 52), to_btf + "}, 52");
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 72), to_btf + ", btf_vmlinux_value_type_id=0, map_extra=0}, 72");
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 100), to_btf + ", btf_vmlinux_value_type_id=0, map_extra=0}, 100") << "zeros say nothing";
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 72, Abi::i386), bpf(BPF_MAP_CREATE, attributes, 72)) << "one layout for every ABI";
    reinterpret_cast<char*>(&attributes)[90] = 1;
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 100), to_btf + ", btf_vmlinux_value_type_id=0, map_extra=0, ...}, 100");
}

TEST(BpfMapCreate, HasANodeWhereTheFlagsSaySo) {
    bpf_attr attributes = nothing();
    attributes.map_flags = BPF_F_NUMA_NODE;
    attributes.numa_node = 9;
    EXPECT_EQ(bpf(BPF_MAP_CREATE, attributes, 28),
              "bpf(BPF_MAP_CREATE, {map_type=BPF_MAP_TYPE_UNSPEC, key_size=0, value_size=0, max_entries=0, map_flags=BPF_F_NUMA_NODE, "
              "inner_map_fd=0, numa_node=9}, 28");
}

TEST(BpfElements, HaveTheFieldsOfTheirCommand) {
    bpf_attr attributes = nothing();
    attributes.map_fd = 3;
    attributes.key = 0x10;
    attributes.value = 0x20;
    attributes.flags = BPF_NOEXIST;
    EXPECT_EQ(bpf(BPF_MAP_LOOKUP_ELEM, attributes, 24), "bpf(BPF_MAP_LOOKUP_ELEM, {map_fd=3, key=0x10, value=0x20}, 24");
    EXPECT_EQ(bpf(BPF_MAP_UPDATE_ELEM, attributes, 32, Abi::i386),
              "bpf(BPF_MAP_UPDATE_ELEM, {map_fd=3, key=0x10, value=0x20, flags=BPF_NOEXIST}, 32");
    EXPECT_EQ(bpf(BPF_MAP_UPDATE_ELEM, attributes, 12), "bpf(BPF_MAP_UPDATE_ELEM, {map_fd=3, key=0x10, value=NULL, flags=BPF_ANY}, 12");
    EXPECT_EQ(bpf(BPF_MAP_DELETE_ELEM, attributes, 16), "bpf(BPF_MAP_DELETE_ELEM, {map_fd=3, key=0x10}, 16");
    EXPECT_EQ(bpf(BPF_MAP_DELETE_ELEM, attributes, 24), "bpf(BPF_MAP_DELETE_ELEM, {map_fd=3, key=0x10, ...}, 24");
    EXPECT_EQ(bpf(BPF_MAP_GET_NEXT_KEY, attributes, 24), "bpf(BPF_MAP_GET_NEXT_KEY, {map_fd=3, key=0x10, next_key=0x20}, 24");
    EXPECT_EQ(bpf(BPF_LINK_DETACH, attributes, 4), "bpf(BPF_LINK_DETACH, 0x1000, 4") << "a command without rows";
}

TEST(BpfProgramLoad, ShowsTheLogThatTheKernelWrote) {
    DecodedCall call("bpf");
    bpf_attr attributes = nothing();
    attributes.prog_type = BPF_PROG_TYPE_XDP;
    attributes.insn_cnt = 2;
    attributes.insns = 0x30;
    attributes.license = 0x2000;
    attributes.log_level = 1;
    attributes.log_size = 64;
    attributes.log_buf = 0x3000;
    attributes.kern_version = 0x60102;
    call.memory.put_object(0x1000, attributes);
    call.memory.put(0x2000, std::string("GPL\0", 4));
    call.memory.put(0x3000, std::string("\0", 1));
    call.args({BPF_PROG_LOAD, 0x1000, 48});
    EXPECT_EQ(call.entry(), "bpf(BPF_PROG_LOAD");
    call.memory.put(0x3000, std::string("no exit\0", 8));
    EXPECT_EQ(call.fails(22),
              R"(bpf(BPF_PROG_LOAD, {prog_type=BPF_PROG_TYPE_XDP, insn_cnt=2, insns=0x30, license="GPL", log_level=1, log_size=64, )"
              R"(log_buf="no exit", kern_version=KERNEL_VERSION(6, 1, 2), prog_flags=0}, 48) = -1 EINVAL (Invalid argument))");
}

TEST(BpfObjects, HaveAPathAndAttachedOnesAType) {
    bpf_attr attributes = nothing();
    attributes.pathname = 0x2000;
    attributes.bpf_fd = 4;
    EXPECT_EQ(bpf(BPF_OBJ_PIN, attributes, 16), R"(bpf(BPF_OBJ_PIN, {pathname="GPL", bpf_fd=4, file_flags=0}, 16)");
    EXPECT_EQ(bpf(BPF_OBJ_GET, attributes, 12), R"(bpf(BPF_OBJ_GET, {pathname="GPL", bpf_fd=4}, 12)");
    attributes = nothing();
    attributes.target_fd = 3;
    attributes.attach_bpf_fd = 4;
    attributes.attach_type = BPF_XDP;
    attributes.attach_flags = BPF_F_REPLACE;
    EXPECT_EQ(bpf(BPF_PROG_ATTACH, attributes, 20),
              "bpf(BPF_PROG_ATTACH, {target_fd=3, attach_bpf_fd=4, attach_type=BPF_XDP, attach_flags=BPF_F_REPLACE, replace_bpf_fd=0}, 20");
    EXPECT_EQ(bpf(BPF_PROG_DETACH, attributes, 20), "bpf(BPF_PROG_DETACH, {target_fd=3, attach_type=BPF_XDP, ...}, 20");
}

TEST(IoUringSetup, ShowsWhatWasAskedForAndThenTheAnswer) {
    DecodedCall call("io_uring_setup");
    io_uring_params params{};
    params.flags = IORING_SETUP_ATTACH_WQ | IORING_SETUP_SQPOLL;
    params.sq_thread_idle = 7;
    params.wq_fd = 3;
    call.memory.put_object(0x1000, params);
    call.args({4, 0x1000});
    EXPECT_EQ(call.entry(), "io_uring_setup(4");
    const std::string asked =
        "io_uring_setup(4, {flags=IORING_SETUP_SQPOLL|IORING_SETUP_ATTACH_WQ, sq_thread_cpu=0, sq_thread_idle=7, wq_fd=3";
    EXPECT_EQ(call.fails(6), asked + "}) = -1 ENXIO (No such device or address)");
    params.sq_entries = 4;
    params.cq_entries = 8;
    params.features = IORING_FEAT_NODROP | 0x2000000;
    params.sq_off.tail = 4;
    params.cq_off.cqes = 64;
    call.memory.put_object(0x1000, params);
    EXPECT_EQ(call.returns(5), asked +
                                   ", sq_entries=4, cq_entries=8, features=IORING_FEAT_NODROP|0x2000000, sq_off={head=0, tail=4, "
                                   "ring_mask=0, ring_entries=0, flags=0, dropped=0, array=0}, cq_off={head=0, tail=0, ring_mask=0, "
                                   "ring_entries=0, overflow=0, cqes=64, flags=0}}) = 5");
}

TEST(IoUringSetup, ShowsReservedWordsThatAreNotZero) {
    DecodedCall call("io_uring_setup");
    io_uring_params params{};
    params.resv[1] = 5;
    call.memory.put_object(0x1000, params);
    EXPECT_EQ(call.args({4, 0x1000}).fails(22),
              "io_uring_setup(4, {flags=0, sq_thread_cpu=0, sq_thread_idle=0, resv=[0, 0x5, 0]}) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(DecodedCall("io_uring_setup").args({4, 0}).fails(14), "io_uring_setup(4, NULL) = -1 EFAULT (Bad address)");
}

}  // namespace
}  // namespace troupe::tests
