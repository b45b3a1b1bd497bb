#include "troupe/core/syscalls.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace troupe {
namespace {

std::optional<std::uint32_t> number(std::uint32_t value) { return value; }

TEST(SyscallTable, FindsANumberByNameOnEachAbi) {
    EXPECT_EQ(number_of("openat", Abi::x86_64), number(257));
    EXPECT_EQ(number_of("openat", Abi::i386), number(295));
    EXPECT_EQ(number_of("openat", Abi::x32), number(257));
    EXPECT_EQ(number_of("readv", Abi::x32), number(515));
    EXPECT_EQ(number_of("file_setattr", Abi::i386), number(469));
}

TEST(SyscallTable, HasNoNumberWhereTheAbiHasNotThatCall) {
    EXPECT_EQ(number_of("waitpid", Abi::x86_64), std::nullopt);
    EXPECT_EQ(number_of("arch_prctl", Abi::i386), number(384));
    EXPECT_EQ(number_of("newfstatat", Abi::i386), std::nullopt);
    EXPECT_EQ(number_of("no_such_call", Abi::x86_64), std::nullopt);
}

TEST(SyscallTable, KnowsTheCallsThatScriptsAskFor) {
    for (const char* name : {"wait4", "fcntl", "uname", "clone", "fork", "vfork", "execve", "clone3"}) {
        EXPECT_TRUE(number_of(name, Abi::x86_64)) << name;
        EXPECT_TRUE(number_of(name, Abi::i386)) << name;
    }
    EXPECT_EQ(number_of("waitpid", Abi::i386), number(7));
    EXPECT_EQ(number_of("fcntl64", Abi::i386), number(221));
    EXPECT_EQ(number_of("setuid32", Abi::i386), number(213));
}

TEST(SyscallTable, NamesWhatItDoesNotKnowByItsNumber) {
    EXPECT_EQ(name_of({Abi::x86_64, 500}), "syscall_0x1f4");
    EXPECT_EQ(name_of({Abi::x86_64, 0xffffffff}), "syscall_0xffffffff");
    EXPECT_EQ(name_of({Abi::x32, 511}), "syscall_0x400001ff");
    EXPECT_EQ(row_of({Abi::x86_64, 337}), nullptr);
    EXPECT_EQ(name_of({Abi::i386, 4}), "write");
}

TEST(SyscallTable, MarksTheNumbersThatX32SharesWithoutHavingThem) {
    EXPECT_EQ(name_of({Abi::x32, 19}), "readv#64");
    EXPECT_EQ(name_of({Abi::x32, 515}), "readv");
    EXPECT_EQ(calls_named("readv#64"), (std::vector<SyscallId>{{Abi::x32, 19}}));
    EXPECT_EQ(row_of({Abi::x32, 19})->signature.count, row_of({Abi::x86_64, 19})->signature.count);
}

TEST(SyscallTable, EveryRowIsFoundUnderEachOfItsNumbers) {
    for (const SyscallRow* row : syscall_rows()) {
        for (const SyscallId& call : calls_named(row->name)) {
            EXPECT_EQ(row_of(call), row) << row->name;
            EXPECT_LT(call.number, syscall_limit(call.abi)) << row->name;
        }
        EXPECT_FALSE(calls_named(row->name).empty()) << row->name;
    }
}

TEST(SyscallTable, RowsComeInOrderOfTheirNamesAndEachNameOnce) {
    const auto rows = syscall_rows();
    const auto before = [](const SyscallRow* left, const SyscallRow* right) { return left->name < right->name; };
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), before));
    EXPECT_EQ(std::adjacent_find(rows.begin(), rows.end(), [](const auto* left, const auto* right) { return left->name == right->name; }),
              rows.end());
}

TEST(SyscallTable, HoldsAsManyCallsAsTheKernelHas) {
    std::array<std::size_t, abi_count> counts{};
    for (const Abi abi : all_abis) {
        for (std::uint32_t i = 0; i < syscall_limit(abi); ++i) {
            counts[index_of(abi)] += row_of({abi, i}) != nullptr ? 1 : 0;
        }
    }
    EXPECT_EQ(counts, (std::array<std::size_t, abi_count>{385, 493, 419}));
    EXPECT_EQ(syscall_limit(Abi::x86_64), 472u);
    EXPECT_EQ(syscall_limit(Abi::i386), 665u);
    EXPECT_EQ(syscall_limit(Abi::x32), 548u);
}

TEST(SyscallTable, NoNumberIsClaimedTwice) {
    for (const Abi abi : all_abis) {
        std::set<std::int16_t> taken;
        for (const SyscallRow* row : syscall_rows()) {
            if (const std::int16_t direct = row->numbers[index_of(abi)]; direct != absent) {
                EXPECT_TRUE(taken.insert(direct).second) << row->name << ' ' << direct;
            }
            if (abi == Abi::i386 && row->i386_subcall != absent) {
                EXPECT_TRUE(taken.insert(row->i386_subcall).second) << row->name;
            }
        }
    }
}

TEST(SyscallTable, OffersTheNameThatWasProbablyMeant) {
    EXPECT_EQ(nearest_syscall("opnat"), "openat");
    EXPECT_EQ(nearest_syscall("wriet"), "write");
    EXPECT_EQ(nearest_syscall("get_pid"), "getpid");
    EXPECT_EQ(nearest_syscall("clock_getime"), "clock_gettime");
    EXPECT_EQ(nearest_syscall("completely_different"), "");
    EXPECT_EQ(nearest_syscall(""), "");
}

TEST(SyscallSignatures, OpensModeIsThereOnlyForFilesThatAreMade) {
    const Signature& open = row_of({Abi::x86_64, 2})->signature;
    ASSERT_EQ(open.count, 3);
    EXPECT_EQ(open.arguments[2].condition.argument, 1);
    EXPECT_EQ(open.arguments[2].condition.mask, 020000100u);
    EXPECT_EQ(open.arguments[2].condition.mask & 0200000, 0u) << "O_DIRECTORY alone makes nothing";
}

TEST(SyscallSignatures, I386TakesOffsetsInTwoSlotsWithTheSecondUnseen) {
    const SyscallRow* row = row_of({Abi::i386, 180});
    ASSERT_EQ(row->name, "pread64");
    const Signature& i386 = signature_of(*row, Abi::i386);
    EXPECT_EQ(i386.count, 5);
    EXPECT_EQ(i386.arguments[3].kind.tag, Tag::signed_64);
    EXPECT_EQ(i386.arguments[4].kind.tag, Tag::none);
    EXPECT_EQ(signature_of(*row, Abi::x86_64).count, 4);
    EXPECT_EQ(&signature_of(*row, Abi::x32), &row->signature);
}

TEST(SyscallSignatures, EveryWideArgumentOfI386IsFollowedByItsHighHalf) {
    for (const SyscallRow* row : syscall_rows()) {
        if (row->numbers[index_of(Abi::i386)] == absent) {
            continue;
        }
        const Signature& signature = signature_of(*row, Abi::i386);
        for (std::size_t i = 0; i < signature.count; ++i) {
            const Tag tag = signature.arguments[i].kind.tag;
            if (tag == Tag::signed_64 || tag == Tag::unsigned_64 || tag == Tag::halves_64) {
                ASSERT_LT(i + 1, signature.count) << row->name;
                EXPECT_EQ(signature.arguments[i + 1].kind.tag, Tag::none) << row->name;
            }
        }
    }
}

TEST(SyscallSignatures, LengthsAndSelectorsPointAtArgumentsThatExist) {
    for (const SyscallRow* row : syscall_rows()) {
        for (const Abi abi : {Abi::x86_64, Abi::i386}) {
            const Signature& signature = signature_of(*row, abi);
            for (std::size_t i = 0; i < signature.count; ++i) {
                const Argument& argument = signature.arguments[i];
                const Length length = argument.kind.length;
                if (length.from == Length::From::argument || length.from == Length::From::behind_argument) {
                    EXPECT_LT(length.value, signature.count) << row->name;
                }
                EXPECT_LT(argument.kind.selector, signature.count) << row->name;
                EXPECT_LT(argument.condition.argument, signature.count) << row->name;
                EXPECT_EQ(argument.name.empty(), argument.kind.tag == Tag::none) << row->name;
            }
        }
    }
}

}  // namespace
}  // namespace troupe
