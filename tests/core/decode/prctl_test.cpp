#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// prctl and arch_prctl: how many arguments a code has, what they are, and what its result stands for.
namespace troupe::tests {
namespace {

constexpr std::uint64_t wide = 0xbadc0ded00000000;

struct Row {
    std::vector<std::uint64_t> arguments;
    std::string text;
};

std::string shown(const Row& row, Abi abi = Abi::x86_64) {
    DecodedCall call("prctl", abi);
    std::array<std::uint64_t, 5> values{};
    std::copy(row.arguments.begin(), row.arguments.end(), values.begin());
    call.args({values[0], values[1], values[2], values[3], values[4]});
    return call.fails(invalid);
}

TEST(Prctl, HasTheArgumentsOfItsCode) {
    const Row rows[] = {
        {{0, 1, 2, 3, 4}, "0 /* PR_??? */, 0x1, 0x2, 0x3, 0x4"},
        {{1, 15}, "PR_SET_PDEATHSIG, SIGTERM"},
        {{1, 129}, "PR_SET_PDEATHSIG, 129"},
        {{1, wide + 1}, "PR_SET_PDEATHSIG, 13464652297489350657"},
        {{4, 1}, "PR_SET_DUMPABLE, SUID_DUMP_USER"},
        {{4, wide + 1}, "PR_SET_DUMPABLE, 0xbadc0ded00000001 /* SUID_DUMP_??? */"},
        {{5, 0}, "PR_GET_UNALIGN, NULL"},
        {{6, wide + 7}, "PR_SET_UNALIGN, PR_UNALIGN_NOPRINT|PR_UNALIGN_SIGBUS|0x4"},
        {{8, 1}, "PR_SET_KEEPCAPS, 1"},
        {{12, 128}, "PR_SET_FPEXC, 128"},
        {{23, 40}, "PR_CAPBSET_READ, CAP_CHECKPOINT_RESTORE"},
        {{24, 41}, "PR_CAPBSET_DROP, 0x29 /* CAP_??? */"},
        {{26, 1}, "PR_SET_TSC, PR_TSC_ENABLE"},
        {{28, 3}, "PR_SET_SECUREBITS, SECBIT_NOROOT|SECBIT_NOROOT_LOCKED"},
        {{29, ~std::uint64_t{0}}, "PR_SET_TIMERSLACK, -1"},
        {{33, 0, 1, 2, 3}, "PR_MCE_KILL, PR_MCE_KILL_CLEAR, 0x1, 0x2, 0x3"},
        {{33, 1, 1, 0, 0}, "PR_MCE_KILL, PR_MCE_KILL_SET, PR_MCE_KILL_EARLY, 0, 0"},
        {{33, wide + 1, 1, 0, 0}, "PR_MCE_KILL, 0xbadc0ded00000001 /* PR_MCE_KILL_??? */, 0x1, 0, 0"},
        {{35, 8, 9, 0, 0}, "PR_SET_MM, PR_SET_MM_ARG_START, 0x9, 0, 0"},
        {{36, 1}, "PR_SET_CHILD_SUBREAPER, 1"},
        {{38, 1, 0, 0, 0}, "PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0"},
        {{39, 1, 0, 0, 0}, "PR_GET_NO_NEW_PRIVS, 0x1, 0, 0, 0"},
        {{45, 3}, "PR_SET_FP_MODE, PR_FP_MODE_FR|PR_FP_MODE_FRE"},
        {{47, 2, 21, 0, 0}, "PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0"},
        {{47, 4, 1, 0, 0}, "PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0x1, 0, 0"},
        {{50, 0x60010}, "PR_SVE_SET_VL, PR_SVE_SET_VL_ONEXEC|PR_SVE_VL_INHERIT|0x10"},
        {{50, 0}, "PR_SVE_SET_VL, 0"},
        {{63, wide + 3}, "PR_SME_SET_VL, 0xbadc0ded00000000|0x3"},
        {{53, 1, 2}, "PR_SET_SPECULATION_CTRL, PR_SPEC_INDIRECT_BRANCH, PR_SPEC_ENABLE"},
        {{53, 7, 6}, "PR_SET_SPECULATION_CTRL, 0x7 /* PR_SPEC_??? */, 0x6"},
        {{53, 0, 6}, "PR_SET_SPECULATION_CTRL, PR_SPEC_STORE_BYPASS, 0x6 /* PR_SPEC_??? */"},
        {{54, 3, 0, 0, 0}, "PR_PAC_RESET_KEYS, PR_PAC_APIAKEY|PR_PAC_APIBKEY, 0, 0, 0"},
        {{55, 0, 0, 0, 0}, "PR_SET_TAGGED_ADDR_CTRL, !PR_TAGGED_ADDR_ENABLE|PR_MTE_TCF_NONE, 0, 0, 0"},
        {{55, 0x9fff3, 0, 0, 0},
         "PR_SET_TAGGED_ADDR_CTRL, PR_TAGGED_ADDR_ENABLE|PR_MTE_TCF_SYNC|0x3ffe<<PR_MTE_TAG_SHIFT|0x80000, 0, 0, 0"},
        {{57, 1, 0, 0, 0}, "PR_SET_IO_FLUSHER, 1, 0, 0, 0"},
        {{59, 1, 2, 3, 0}, "PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, 0x2, 0x3, NULL"},
        {{60, 15, 5, 0, 0},
         "PR_PAC_SET_ENABLED_KEYS, PR_PAC_APIAKEY|PR_PAC_APIBKEY|PR_PAC_APDAKEY|PR_PAC_APDBKEY, PR_PAC_APIAKEY|PR_PAC_APDAKEY, 0, 0"},
        {{62, 1, 7, 1, 0}, "PR_SCHED_CORE, PR_SCHED_CORE_CREATE, 7, 0x1 /* PIDTYPE_TGID */, NULL"},
        {{74, 1, 0, 0, 0}, "PR_GET_SHADOW_STACK_STATUS, 0x1, 0, 0, 0"},
        {{78, 2, 0, 0, 0}, "PR_FUTEX_HASH, 0x2, 0, 0, 0"},
        {{81, 0, 0, 0, 0}, "PR_SET_CFI, 0, 0, 0, 0"},
        {{82, 0, 0, 0, 0}, "0x52 /* PR_??? */, 0, 0, 0, 0"},
        {{0x53564d41, 0, 0, 8, 0}, "PR_SET_VMA, PR_SET_VMA_ANON_NAME, NULL, 8, NULL"},
        {{0x53564d41, 1, 0, 8, 9}, "PR_SET_VMA, 0x1 /* PR_SET_VMA_??? */, 0, 0x8, 0x9"},
        {{0x59616d61, ~std::uint64_t{0}}, "PR_SET_PTRACER, PR_SET_PTRACER_ANY"},
        {{0x59616d61, 77}, "PR_SET_PTRACER, 77"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(shown(row), "prctl(" + row.text + ") = -1 EINVAL (Invalid argument)");
    }
}

TEST(Prctl, TakesWordsOf32BitsOnI386) {
    EXPECT_EQ(shown({{4, 0xffffffff}, ""}, Abi::i386),
              "prctl(PR_SET_DUMPABLE, 0xffffffff /* SUID_DUMP_??? */) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(shown({{0x59616d61, 0xffffffff}, ""}, Abi::i386), "prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(shown({{29, 0xfffffffd}, ""}, Abi::i386), "prctl(PR_SET_TIMERSLACK, 4294967293) = -1 EINVAL (Invalid argument)");
}

TEST(Prctl, TellsWhatItsResultStandsFor) {
    EXPECT_EQ(DecodedCall("prctl").args({3}).returns(1), "prctl(PR_GET_DUMPABLE) = 1 (SUID_DUMP_USER)");
    EXPECT_EQ(DecodedCall("prctl").args({3}).returns(3), "prctl(PR_GET_DUMPABLE) = 3");
    EXPECT_EQ(DecodedCall("prctl").args({27}).returns(3), "prctl(PR_GET_SECUREBITS) = 0x3 (SECBIT_NOROOT|SECBIT_NOROOT_LOCKED)");
    EXPECT_EQ(DecodedCall("prctl").args({27}).returns(0), "prctl(PR_GET_SECUREBITS) = 0");
    EXPECT_EQ(DecodedCall("prctl").args({34}).returns(2), "prctl(PR_MCE_KILL_GET, 0, 0, 0, 0) = 2 (PR_MCE_KILL_DEFAULT)");
    EXPECT_EQ(DecodedCall("prctl").args({52, 0}).returns(0),
              "prctl(PR_GET_SPECULATION_CTRL, PR_SPEC_STORE_BYPASS) = 0 (PR_SPEC_NOT_AFFECTED)");
    EXPECT_EQ(DecodedCall("prctl").args({52, 0}).returns(3),
              "prctl(PR_GET_SPECULATION_CTRL, PR_SPEC_STORE_BYPASS) = 0x3 (PR_SPEC_PRCTL|PR_SPEC_ENABLE)");
    EXPECT_EQ(DecodedCall("prctl").args({46}).returns(3), "prctl(PR_GET_FP_MODE) = 0x3 (PR_FP_MODE_FR|PR_FP_MODE_FRE)");
    EXPECT_EQ(DecodedCall("prctl").args({51}).returns(22), "prctl(PR_SVE_GET_VL) = 0x16");
    EXPECT_EQ(DecodedCall("prctl").args({63, 22}).returns(22), "prctl(PR_SME_SET_VL, 0x16) = 0x16");
    EXPECT_EQ(DecodedCall("prctl").args({61}).returns(22),
              "prctl(PR_PAC_GET_ENABLED_KEYS, 0, 0, 0, 0) = 0x16 (PR_PAC_APIBKEY|PR_PAC_APDAKEY|0x10)");
    EXPECT_EQ(DecodedCall("prctl").args({56}).returns(0),
              "prctl(PR_GET_TAGGED_ADDR_CTRL, 0, 0, 0, 0) = 0 (!PR_TAGGED_ADDR_ENABLE|PR_MTE_TCF_NONE)");
    EXPECT_EQ(DecodedCall("arch_prctl").args({0x1023, 2}).returns(4),
              "arch_prctl(ARCH_REQ_XCOMP_PERM, 0x2 /* XFEATURE_YMM */) = 0x4 (XFEATURE_MASK_YMM)");
    EXPECT_EQ(DecodedCall("prctl").args({52, 0}).returns(32), "prctl(PR_GET_SPECULATION_CTRL, PR_SPEC_STORE_BYPASS) = 0x20");
}

TEST(Prctl, ShowsWhatTheKernelWrote) {
    DecodedCall call("prctl");
    call.memory.put_object(0x1000, std::int32_t{15});
    EXPECT_EQ(again(call, {2, 0x1000}).returns(0), "prctl(PR_GET_PDEATHSIG, [SIGTERM]) = 0");
    call.memory.put_object(0x1000, std::int32_t{1});
    EXPECT_EQ(again(call, {25, 0x1000}).returns(0), "prctl(PR_GET_TSC, [PR_TSC_ENABLE]) = 0");
    EXPECT_EQ(again(call, {25, 0x1000}).fails(fault), "prctl(PR_GET_TSC, 0x1000) = -1 EFAULT (Bad address)");
}

TEST(Prctl, CutsANameAsTheKernelDoes) {
    DecodedCall call("prctl");
    call.memory.put(0x1000, std::string_view("0123456789abcdefgh", 19));
    EXPECT_EQ(again(call, {15, 0x1000}).returns(0), R"(prctl(PR_SET_NAME, "0123456789abcde"...) = 0)");
    call.string_limit(3);
    EXPECT_EQ(again(call, {15, 0x1000}).returns(0), R"(prctl(PR_SET_NAME, "012"...) = 0)");
}

TEST(Prctl, OnlyAFilterHasAProgram) {
    DecodedCall call("prctl");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{1, 0x2000});
    call.memory.put_object(0x2000, std::array<std::uint64_t, 1>{0x7fff000000000006});
    EXPECT_EQ(again(call, {22, 2, 0x1000, 7, 8}).returns(0), "prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=1, filter=0x2000}) = 0");
    EXPECT_EQ(again(call, {22, 1, 0x1000, 7, 8}).returns(0), "prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) = 0");
    EXPECT_EQ(again(call, {22, wide + 2, 0x1000, 7, 8}).fails(invalid),
              "prctl(PR_SET_SECCOMP, 0xbadc0ded00000002 /* SECCOMP_MODE_??? */, 0x1000, 0x7, 0x8) = -1 EINVAL (Invalid argument)");
}

TEST(ArchPrctl, HasTheArgumentOfItsCode) {
    DecodedCall call("arch_prctl");
    call.memory.put_object(0x1000, std::uint64_t{0xe7});
    EXPECT_EQ(again(call, {0x1002, 0}).returns(0), "arch_prctl(ARCH_SET_FS, 0) = 0");
    EXPECT_EQ(again(call, {0x1003, 0x1000}).returns(0), "arch_prctl(ARCH_GET_FS, [0xe7]) = 0");
    EXPECT_EQ(again(call, {0x1003, 0}).fails(fault), "arch_prctl(ARCH_GET_FS, NULL) = -1 EFAULT (Bad address)");
    EXPECT_EQ(again(call, {0x1011, 5}).returns(1), "arch_prctl(ARCH_GET_CPUID) = 1");
    EXPECT_EQ(again(call, {0x1021, 0x1000}).returns(0),
              "arch_prctl(ARCH_GET_XCOMP_SUPP, [0xe7 /* XFEATURE_MASK_FPSSE|XFEATURE_MASK_YMM|XFEATURE_MASK_AVX512 */]) = 0");
    EXPECT_EQ(again(call, {0x1023, 18}).returns(0), "arch_prctl(ARCH_REQ_XCOMP_PERM, 0x12 /* XFEATURE_XTILE_DATA */) = 0");
    EXPECT_EQ(again(call, {0x11, 1}).fails(invalid), "arch_prctl(0x11 /* ARCH_??? */, 0x1) = -1 EINVAL (Invalid argument)");
}

}  // namespace
}  // namespace troupe::tests
