#include <gtest/gtest.h>
#include <linux/audit.h>

#include <cstddef>
#include <random>

#include "core/filter/instructions.hpp"
#include "troupe/core/other_filters.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::uint32_t errno_1 = SECCOMP_RET_ERRNO | 1;

CallNumbers number(std::uint32_t nr, std::uint32_t arch = AUDIT_ARCH_X86_64) { return {arch, nr, nr}; }

sock_filter load(std::uint32_t offset) { return {load_word, 0, 0, offset}; }
sock_filter load_number() { return load(offsetof(seccomp_data, nr)); }
sock_filter load_argument() { return load(offsetof(seccomp_data, args)); }
sock_filter returns(std::uint32_t answer) { return {give_back, 0, 0, answer}; }

/// Refuses call 7 of x86_64, whatever its architecture is called.
FilterProgram refusing_seven() { return {load_number(), {jump_equal, 0, 1, 7}, returns(errno_1), returns(SECCOMP_RET_ALLOW)}; }

/// Tables of calls for lanes, without a script.
Lanes wanting(std::initializer_list<SyscallId> calls) {
    Subscription wanted;
    for (const SyscallId call : calls) {
        wanted.add(call, {.entry = true, .exit = true});
    }
    return Lanes(wanted);
}

TEST(SeverestAnswer, TellsNumbersApart) {
    EXPECT_EQ(severest_answer(refusing_seven(), number(7)), errno_1);
    EXPECT_EQ(severest_answer(refusing_seven(), number(6)), SECCOMP_RET_ALLOW);
    EXPECT_EQ(severest_answer(refusing_seven(), {AUDIT_ARCH_X86_64, 8, 0x3fff'ffff}), SECCOMP_RET_ALLOW);
    EXPECT_EQ(severest_answer(refusing_seven(), {AUDIT_ARCH_X86_64, 0, 8}), errno_1);
}

TEST(SeverestAnswer, TellsArchitecturesApart) {
    const FilterProgram program{load(offsetof(seccomp_data, arch)),
                                {jump_equal, 1, 0, AUDIT_ARCH_X86_64},
                                returns(SECCOMP_RET_KILL_PROCESS),
                                returns(SECCOMP_RET_ALLOW)};
    EXPECT_EQ(severest_answer(program, number(1)), SECCOMP_RET_ALLOW);
    EXPECT_EQ(severest_answer(program, number(1, AUDIT_ARCH_I386)), SECCOMP_RET_KILL_PROCESS);
}

TEST(SeverestAnswer, GoesBothWaysWhereArgumentsAreAsked) {
    const FilterProgram program{load_number(),
                                {jump_equal, 0, 3, 7},
                                load_argument(),
                                {jump_equal, 0, 1, 4711},
                                returns(SECCOMP_RET_TRAP),
                                returns(SECCOMP_RET_ALLOW)};
    EXPECT_EQ(severest_answer(program, number(7)), SECCOMP_RET_TRAP);
    EXPECT_EQ(severest_answer(program, number(8)), SECCOMP_RET_ALLOW);
}

TEST(SeverestAnswer, OrdersAnswersAsTheKernelDoes) {
    // Each is more severe than the one before.
    const std::uint32_t answers[] = {SECCOMP_RET_ALLOW, SECCOMP_RET_LOG,  SECCOMP_RET_TRACE,       SECCOMP_RET_USER_NOTIF,
                                     errno_1,           SECCOMP_RET_TRAP, SECCOMP_RET_KILL_THREAD, SECCOMP_RET_KILL_PROCESS};
    for (std::size_t i = 1; i < std::size(answers); ++i) {
        const FilterProgram program{load_argument(), {jump_equal, 0, 1, 1}, returns(answers[i - 1]), returns(answers[i])};
        EXPECT_EQ(severest_answer(program, number(1)), answers[i]);
    }
}

TEST(SeverestAnswer, KnowsWhatIsComputedFromTheNumber) {
    const FilterProgram program{load_number(),
                                {BPF_ALU | BPF_SUB | BPF_K, 0, 0, 100},
                                {BPF_MISC | BPF_TAX, 0, 0, 0},
                                {BPF_LD | BPF_IMM, 0, 0, 5},
                                {BPF_JMP | BPF_JEQ | BPF_X, 0, 1, 0},
                                returns(errno_1),
                                returns(SECCOMP_RET_ALLOW)};
    EXPECT_EQ(severest_answer(program, number(105)), errno_1);
    EXPECT_EQ(severest_answer(program, number(104)), SECCOMP_RET_ALLOW);
}

TEST(SeverestAnswer, TakesTheWorstForWhatIsNotKnown) {
    EXPECT_EQ(severest_answer({load_argument(), {BPF_RET | BPF_A, 0, 0, 0}}, number(1)), SECCOMP_RET_KILL_PROCESS);
    EXPECT_EQ(severest_answer({{BPF_LD | BPF_IMM, 0, 0, errno_1}, {BPF_RET | BPF_A, 0, 0, 0}}, number(1)), errno_1);
    const FilterProgram divides{{BPF_LDX | BPF_IMM, 0, 0, 0}, {BPF_ALU | BPF_DIV | BPF_X, 0, 0, 0}, returns(SECCOMP_RET_ALLOW)};
    EXPECT_EQ(severest_answer(divides, number(1)), SECCOMP_RET_KILL_THREAD);
    const FilterProgram remembers{load_number(), {BPF_ST, 0, 0, 3}, {BPF_LD | BPF_MEM, 0, 0, 3}, {BPF_RET | BPF_A, 0, 0, 0}};
    EXPECT_EQ(severest_answer(remembers, number(1)), SECCOMP_RET_KILL_PROCESS);
}

TEST(SeverestAnswer, IsNeverMilderThanWhatTheProgramAnswers) {
    std::mt19937 random(1);
    const auto below = [&random](std::uint32_t end) { return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(random); };
    const std::uint32_t answers[] = {SECCOMP_RET_ALLOW, errno_1, SECCOMP_RET_TRAP, SECCOMP_RET_KILL_PROCESS, SECCOMP_RET_TRACE};
    for (int round = 0; round < 2000; ++round) {
        FilterProgram program{load_number()};
        constexpr std::uint32_t size = 24;
        for (std::uint32_t i = 1; i < size; ++i) {
            const std::uint32_t room = size - i;
            const auto to = [&] { return static_cast<std::uint8_t>(below(room)); };
            const std::uint16_t comparisons[] = {jump_equal, jump_from, jump_above, jump_bits};
            switch (below(6)) {
                case 0:
                    program.push_back(below(2) == 0 ? load_number() : load(offsetof(seccomp_data, args) + 4 * below(12)));
                    break;
                case 1:
                    program.push_back({mask_bits, 0, 0, below(64)});
                    break;
                default:
                    program.push_back({comparisons[below(4)], to(), to(), below(32)});
                    break;
            }
        }
        program.push_back(returns(answers[below(5)]));
        for (std::uint32_t i = 8; i < size; i += 4) {
            program[i] = returns(answers[below(5)]);
        }
        for (int call = 0; call < 8; ++call) {
            seccomp_data data{};
            data.arch = AUDIT_ARCH_X86_64;
            data.nr = static_cast<int>(below(32));
            for (auto& argument : data.args) {
                argument = below(32);
            }
            const auto real = static_cast<std::int32_t>(evaluate(program, data) & SECCOMP_RET_ACTION_FULL);
            const std::uint32_t nr = static_cast<std::uint32_t>(data.nr);
            for (const CallNumbers& numbers : {number(nr), CallNumbers{AUDIT_ARCH_X86_64, nr / 2, nr + below(8)}}) {
                EXPECT_LE(static_cast<std::int32_t>(severest_answer(program, numbers) & SECCOMP_RET_ACTION_FULL), real);
            }
        }
    }
}

TEST(MayAnswerFirst, OnlyWhereACallIsWanted) {
    EXPECT_TRUE(may_answer_first(refusing_seven(), wanting({{Abi::x86_64, 7}})));
    EXPECT_TRUE(may_answer_first(refusing_seven(), wanting({{Abi::i386, 7}}))) << "it does not look at the architecture";
    EXPECT_FALSE(may_answer_first(refusing_seven(), wanting({{Abi::x86_64, 8}, {Abi::x32, 7}})));
    EXPECT_FALSE(may_answer_first(refusing_seven(), Lanes{}));
}

TEST(MayAnswerFirst, AlsoWhereOnlySomeArgumentsAreWanted) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 7}, {.entry = true, .exit = false}, {{{0, ~0ULL, {{5, 5}}}}});
    EXPECT_TRUE(may_answer_first(refusing_seven(), Lanes(wanted)));
}

TEST(MayAnswerFirst, AlsoWhereItFailsByOurFilter) {
    EXPECT_TRUE(may_answer_first(refusing_seven(), Lanes({}, {{{Abi::x86_64, 7}, 2}})));
    EXPECT_FALSE(may_answer_first(refusing_seven(), Lanes({}, {{{Abi::x86_64, 8}, 2}})));
}

TEST(MayAnswerFirst, LooksAtNumbersBeyondTheTables) {
    Subscription wanted;
    wanted.add_beyond({.entry = true, .exit = true});
    EXPECT_FALSE(may_answer_first(refusing_seven(), Lanes(wanted)));
    const FilterProgram allowing_seven{load_number(), {jump_equal, 0, 1, 7}, returns(SECCOMP_RET_ALLOW), returns(errno_1)};
    EXPECT_TRUE(may_answer_first(allowing_seven, Lanes(wanted)));
    EXPECT_FALSE(may_answer_first(allowing_seven, wanting({{Abi::x86_64, 7}})));
}

TEST(MayAnswerFirst, NotWhatOnlyStopsToo) {
    const FilterProgram tracing{load_number(), {jump_equal, 0, 1, 7}, returns(SECCOMP_RET_TRACE), returns(SECCOMP_RET_LOG)};
    EXPECT_FALSE(may_answer_first(tracing, wanting({{Abi::x86_64, 7}, {Abi::x86_64, 8}})));
}

}  // namespace
}  // namespace troupe
