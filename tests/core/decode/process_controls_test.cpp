#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Capabilities, priorities, comparisons of processes, quotas, nodes of memory, filters of seccomp.
namespace troupe::tests {
namespace {

constexpr std::uint64_t missing_device = 19;

TEST(Capabilities, AreAsWideAsTheVersionSays) {
    DecodedCall call("capset");
    call.memory.put_object(0x1000, std::array<std::uint32_t, 2>{0x20080522, 0});
    call.memory.put_object(0x2000, std::array<std::uint32_t, 6>{3, 0, 0, 1, 7, 0xffffff00});
    EXPECT_EQ(again(call, {0x1000, 0x2000}).fails(not_permitted),
              "capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=1<<CAP_CHOWN|1<<CAP_DAC_OVERRIDE|1<<CAP_MAC_OVERRIDE, "
              "permitted=1<<CAP_MAC_OVERRIDE|1<<CAP_MAC_ADMIN|1<<CAP_SYSLOG, inheritable=1<<CAP_CHECKPOINT_RESTORE|0xfffffe00}) = -1 "
              "EPERM (Operation not permitted)");
    call.memory.put_object(0x1000, std::array<std::uint32_t, 2>{0x19980330, 7});
    EXPECT_EQ(again(call, {0x1000, 0x2000}).fails(not_permitted),
              "capset({version=_LINUX_CAPABILITY_VERSION_1, pid=7}, {effective=1<<CAP_CHOWN|1<<CAP_DAC_OVERRIDE, permitted=0, "
              "inheritable=0}) = -1 EPERM (Operation not permitted)");
}

TEST(Capabilities, AreAnAddressWhereNothingIsKnownOfThem) {
    DecodedCall call("capget");
    call.memory.put_object(0x1000, std::array<std::uint32_t, 2>{0x1234, 7});
    EXPECT_EQ(again(call, {0x1000, 0x2000}).fails(invalid),
              "capget({version=0x1234 /* _LINUX_CAPABILITY_VERSION_??? */, pid=7}, 0x2000) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(again(call, {0x1000, 0}).returns(0), "capget({version=0x1234 /* _LINUX_CAPABILITY_VERSION_??? */, pid=7}, NULL) = 0");
    EXPECT_EQ(DecodedCall("capget").args({0, 0x2000}).fails(fault), "capget(NULL, 0x2000) = -1 EFAULT (Bad address)");
}

TEST(Priorities, OfInputAndOutputAreAClassAndALevel) {
    EXPECT_EQ(DecodedCall("ioprio_set").args({1, 0, 0x4004}).returns(0),
              "ioprio_set(IOPRIO_WHO_PROCESS, 0, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4)) = 0");
    EXPECT_EQ(DecodedCall("ioprio_set").args({2, 123, 0xffffffff}).fails(invalid),
              "ioprio_set(IOPRIO_WHO_PGRP, 123, IOPRIO_PRIO_VALUE(0x7ffff /* IOPRIO_CLASS_??? */, 8191)) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(DecodedCall("ioprio_get").args({1, 0}).returns(16388),
              "ioprio_get(IOPRIO_WHO_PROCESS, 0) = 16388 (IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4))");
}

TEST(Comparisons, HaveTheArgumentsOfTheirType) {
    DecodedCall call("kcmp");
    call.memory.put_object(0x1000, std::array<std::uint32_t, 3>{1, 2, 3});
    EXPECT_EQ(again(call, {5, 6, 0, 1, 2}).returns(2), "kcmp(5, 6, KCMP_FILE, 1, 2) = 2");
    EXPECT_EQ(again(call, {5, 6, 1, 1, 2}).returns(0), "kcmp(5, 6, KCMP_VM) = 0");
    EXPECT_EQ(again(call, {5, 6, 7, 1, 0x1000}).returns(0), "kcmp(5, 6, KCMP_EPOLL_TFD, 1, {efd=1, tfd=2, toff=3}) = 0");
    EXPECT_EQ(again(call, {5, 6, 8, 1, 0x1000}).fails(invalid),
              "kcmp(5, 6, 0x8 /* KCMP_??? */, 0x1, 0x1000) = -1 EINVAL (Invalid argument)");
}

struct Attributes {
    std::uint32_t size, policy;
    std::uint64_t flags;
    std::int32_t nice;
    std::uint32_t priority;
    std::uint64_t runtime, deadline, period;
    std::uint32_t least, most;
    std::array<std::uint64_t, 2> unknown;
};

TEST(Scheduling, AttributesAreAsLongAsTheySay) {
    DecodedCall call("sched_setattr");
    Attributes attributes{56, 3, 0, 5, 0, 1, 2, 3, 4, 5, {7, 0}};
    const auto with_size = [&](std::uint32_t size) {
        attributes.size = size;
        call.memory.put_object(0x1000, attributes);
        return again(call, {0, 0x1000, 0}).returns(0);
    };
    const std::string known =
        "sched_policy=SCHED_BATCH, sched_flags=0, sched_nice=5, sched_priority=0, sched_runtime=1, sched_deadline=2, sched_period=3";
    EXPECT_EQ(with_size(56), "sched_setattr(0, {size=56, " + known + ", sched_util_min=4, sched_util_max=5}, 0) = 0");
    EXPECT_EQ(with_size(48), "sched_setattr(0, {size=48, " + known + "}, 0) = 0");
    EXPECT_EQ(with_size(0), "sched_setattr(0, {size=0, " + known + "}, 0) = 0");
    EXPECT_EQ(with_size(47), "sched_setattr(0, {size=47}, 0) = 0");
    EXPECT_EQ(with_size(64), "sched_setattr(0, {size=64, " + known + ", sched_util_min=4, sched_util_max=5, ...}, 0) = 0");
    attributes.unknown = {};
    EXPECT_EQ(with_size(64), "sched_setattr(0, {size=64, " + known + ", sched_util_min=4, sched_util_max=5, ...}, 0) = 0");
}

TEST(Scheduling, TheSizeThatTheKernelWantsIsShownWhereItTakesNoOther) {
    constexpr int too_long = 7;  // E2BIG
    DecodedCall call("sched_setattr");
    std::uint32_t size = 47;
    call.memory.put_object(0x1000, size);
    call.args({0, 0x1000, 0}).entry();
    size = 56;
    call.memory.put_object(0x1000, size);
    EXPECT_EQ(call.fails(too_long), "sched_setattr(0, {size=47} => {size=56}, 0) = -1 E2BIG (Argument list too long)");
}

TEST(Scheduling, WhatIsKeptIsNotShown) {
    DecodedCall call("sched_setattr");
    call.memory.put_object(0x1000, Attributes{56, 3, 0x18, 5, 0, 1, 2, 3, 4, 5, {}});
    EXPECT_EQ(again(call, {0, 0x1000, 0}).returns(0),
              "sched_setattr(0, {size=56, sched_flags=SCHED_FLAG_KEEP_POLICY|SCHED_FLAG_KEEP_PARAMS, sched_util_min=4, "
              "sched_util_max=5}, 0) = 0");
}

TEST(Scheduling, APolicyThatIsReturnedIsDecimal) {
    EXPECT_EQ(DecodedCall("sched_getscheduler").args({0}).returns(3), "sched_getscheduler(0) = 3 (SCHED_BATCH)");
    EXPECT_EQ(DecodedCall("sched_getscheduler").args({0}).returns(0x40000003), "sched_getscheduler(0) = 1073741827");
}

TEST(Quotas, HaveTheArgumentsOfTheirCommand) {
    DecodedCall call("quotactl");
    call.memory.put(0x1000, std::string_view("/dev/sda", 9));
    call.memory.put_object(0x2000, std::array<std::uint64_t, 9>{1, 2, 3, 4, 5, 6, 7, 8, 3});
    call.memory.put_object(0x3000, std::uint32_t{3});
    EXPECT_EQ(again(call, {0x80000100, 0x1000, 5, 6}).returns(0), R"(quotactl(QCMD(Q_SYNC, USRQUOTA), "/dev/sda") = 0)");
    EXPECT_EQ(again(call, {0x80000201, 0x1000, 2, 0x1000}).returns(0),
              R"(quotactl(QCMD(Q_QUOTAON, GRPQUOTA), "/dev/sda", QFMT_VFS_V0, "/dev/sda") = 0)");
    EXPECT_EQ(again(call, {0x80000402, 0x1000, 9, 0x3000}).returns(0),
              R"(quotactl(QCMD(Q_GETFMT, PRJQUOTA), "/dev/sda", [QFMT_OCFS2]) = 0)");
    EXPECT_EQ(again(call, {0x80000801, 0x1000, 7, 0x2000}).returns(0),
              R"(quotactl(QCMD(Q_SETQUOTA, GRPQUOTA), "/dev/sda", 7, {dqb_bhardlimit=1, dqb_bsoftlimit=2, dqb_curspace=3, )"
              "dqb_ihardlimit=4, dqb_isoftlimit=5, dqb_curinodes=6, ...}) = 0");
    EXPECT_EQ(again(call, {0x580103, 0x1000, 7, 0x3000}).returns(0),
              R"(quotactl(QCMD(Q_XQUOTAON, 0x3 /* ???QUOTA */), "/dev/sda", [FS_QUOTA_UDQ_ACCT|FS_QUOTA_UDQ_ENFD]) = 0)");
    EXPECT_EQ(again(call, {0x580700, 0x1000, 7, 0x3000}).returns(0), R"(quotactl(QCMD(Q_XQUOTASYNC, USRQUOTA), "/dev/sda") = 0)");
    EXPECT_EQ(again(call, {0x5ee, 0x1000, 7, 0x3000}).fails(invalid),
              R"(quotactl(QCMD(0x5 /* Q_??? */, 0xee /* ???QUOTA */), "/dev/sda", 7, 0x3000) = -1 EINVAL (Invalid argument))");
}

TEST(MemoryNodes, AreWordsOfALongAndOneBitLess) {
    DecodedCall call("mbind");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{1, 2});
    const auto with_bits = [&](std::uint64_t bits) { return again(call, {0x10000, 4096, 0x8002, 0x1000, bits, 1}).returns(0); };
    const auto expected = [](std::string_view mask) {
        return "mbind(0x10000, 4096, MPOL_BIND|MPOL_F_STATIC_NODES, " + std::string(mask) + ", MPOL_MF_STRICT) = 0";
    };
    EXPECT_EQ(with_bits(64), expected("[0x00000000000001], 64"));
    EXPECT_EQ(with_bits(65), expected("[0x00000000000001], 65"));
    EXPECT_EQ(with_bits(66), expected("[0x00000000000001, 0x00000000000002], 66"));
    EXPECT_EQ(with_bits(1), expected("0x1000, 1"));
    EXPECT_EQ(with_bits(0), expected("[], 0"));
    EXPECT_EQ(again(call, {0x10000, 4096, 0xbadc0ded00004003, 0, 0, 0}).fails(invalid),
              "mbind(0x10000, 4096, MPOL_F_RELATIVE_NODES|0xbadc0ded00000003, NULL, 0, 0) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(again(call, {0x10000, 4096, 9, 0, 0, 0}).fails(invalid),
              "mbind(0x10000, 4096, 0x9 /* MPOL_??? */, NULL, 0, 0) = -1 EINVAL (Invalid argument)");
    DecodedCall on_i386("set_mempolicy", Abi::i386);
    on_i386.memory.put_object(0x1000, std::array<std::uint32_t, 2>{1, 0});
    EXPECT_EQ(on_i386.args({3, 0x1000, 34}).returns(0), "set_mempolicy(MPOL_INTERLEAVE, [0x000001, 00000000], 34) = 0");
}

TEST(MemoryNodes, PagesHaveOneOrAnError) {
    DecodedCall call("move_pages");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{0x5000, 0});
    call.memory.put_object(0x2000, std::array<std::int32_t, 2>{0, -1});
    call.memory.put_object(0x3000, std::array<std::int32_t, 2>{1, -14});
    EXPECT_EQ(again(call, {0, 2, 0x1000, 0x2000, 0x3000, 2}).returns(0),
              "move_pages(0, 2, [0x5000, NULL], [0, -1], [1, -EFAULT], MPOL_MF_MOVE) = 0");
    EXPECT_EQ(again(call, {0, 2, 0x1000, 0, 0x3000, 0}).fails(missing_device),
              "move_pages(0, 2, [0x5000, NULL], NULL, 0x3000, 0) = -1 ENODEV (No such device)");
}

TEST(Barriers, TellWhichCommandsThereAre) {
    EXPECT_EQ(DecodedCall("membarrier").args({0, 0}).returns(3),
              "membarrier(MEMBARRIER_CMD_QUERY, 0) = 0x3 (MEMBARRIER_CMD_GLOBAL|MEMBARRIER_CMD_GLOBAL_EXPEDITED)");
    EXPECT_EQ(DecodedCall("membarrier").args({1, 1, 3}).fails(invalid),
              "membarrier(MEMBARRIER_CMD_GLOBAL, MEMBARRIER_CMD_FLAG_CPU, 3) = -1 EINVAL (Invalid argument)");
}

struct Statement {
    std::uint16_t code;
    std::uint8_t if_true, if_false;
    std::uint32_t k;
};

std::string filtered(const Statement& statement, std::string_view name, std::initializer_list<std::uint64_t> args) {
    DecodedCall call(name);
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{1, 0x2000});
    call.memory.put_object(0x2000, statement);
    return call.qualifiers(in_full).args(args).fails(invalid);
}

TEST(Keys, HaveTheArgumentsOfTheirOperation) {
    DecodedCall call("keyctl");
    const std::uint64_t session = 0xfffffffd;
    EXPECT_EQ(again(call, {3, session, 1, 2, 3}).returns(0), "keyctl(KEYCTL_REVOKE, KEY_SPEC_SESSION_KEYRING) = 0");
    EXPECT_EQ(again(call, {5, 7, 0x3f3f0001}).returns(0),
              "keyctl(KEYCTL_SETPERM, 7, KEY_POS_VIEW|KEY_POS_READ|KEY_POS_WRITE|KEY_POS_SEARCH|KEY_POS_LINK|KEY_POS_SETATTR|KEY_USR_VIEW|"
              "KEY_USR_READ|KEY_USR_WRITE|KEY_USR_SEARCH|KEY_USR_LINK|KEY_USR_SETATTR|KEY_OTH_VIEW) = 0");
    EXPECT_EQ(again(call, {14, ~std::uint64_t{0}}).returns(1), "keyctl(KEYCTL_SET_REQKEY_KEYRING, KEY_REQKEY_DEFL_NO_CHANGE) = 1");
    EXPECT_EQ(again(call, {14, 99}).fails(invalid),
              "keyctl(KEYCTL_SET_REQKEY_KEYRING, 99 /* KEY_REQKEY_DEFL_??? */) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(again(call, {19, 7, 8, 128, 9}).returns(0), "keyctl(KEYCTL_REJECT, 7, 8, EKEYREVOKED, 9) = 0");
    EXPECT_EQ(again(call, {30, 7, 8, 9, 3}).returns(0), "keyctl(KEYCTL_MOVE, 7, 8, 9, KEYCTL_MOVE_EXCL|0x2) = 0");
    EXPECT_EQ(again(call, {22, 0xffffffff, session}).returns(5), "keyctl(KEYCTL_GET_PERSISTENT, -1, KEY_SPEC_SESSION_KEYRING) = 5");
    EXPECT_EQ(again(call, {33, 1, 2, 3, 4}).fails(invalid),
              "keyctl(0x21 /* KEYCTL_??? */, 0x1, 0x2, 0x3, 0x4) = -1 EINVAL (Invalid argument)");
}

TEST(Filters, AreStatementsWhereNothingIsAbbreviated) {
    const auto seccomp = [](const Statement& statement) { return filtered(statement, "seccomp", {1, 0, 0x1000}); };
    const auto expected = [](std::string_view statement) {
        return "seccomp(SECCOMP_SET_MODE_FILTER, 0, {len=1, filter=[" + std::string(statement) + "]}) = -1 EINVAL (Invalid argument)";
    };
    EXPECT_EQ(seccomp({0x20, 0, 0, 4}), expected("BPF_STMT(BPF_LD|BPF_W|BPF_ABS, 0x4)"));
    EXPECT_EQ(seccomp({0x15, 1, 0, 0xc000003e}), expected("BPF_JUMP(BPF_JMP|BPF_K|BPF_JEQ, 0xc000003e, 0x1, 0)"));
    EXPECT_EQ(seccomp({6, 0, 0, 0x50005}), expected("BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_ERRNO|0x5)"));
    EXPECT_EQ(seccomp({0x87, 0, 0, 0}), expected("BPF_STMT(BPF_MISC|BPF_TXA, 0)"));
    EXPECT_EQ(seccomp({2, 0, 0, 3}), expected("BPF_STMT(BPF_ST, 0x3)"));
    EXPECT_EQ(seccomp({0xf4, 1, 2, 3}), expected("BPF_JUMP(BPF_ALU|BPF_K|0xf0 /* BPF_??? */, 0x3, 0x1, 0x2)"));
}

}  // namespace
}  // namespace troupe::tests
