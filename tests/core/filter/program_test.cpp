#include <gmock/gmock.h>
#include <linux/audit.h>
#include <sched.h>
#include <signal.h>

#include <fstream>
#include <random>
#include <sstream>

#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr Interest entry{.entry = true, .exit = false};
constexpr Interest leaving{.entry = false, .exit = true};

seccomp_data call_of(SyscallId call) {
    seccomp_data data{};
    data.nr = static_cast<int>(call.abi == Abi::x32 ? call.number | x32_bit : call.number);
    data.arch = call.abi == Abi::i386 ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64;
    return data;
}

/// Every number to well past the tables, and large ones; bit 30 tells x32 from x86_64 and is in no number.
std::vector<std::uint32_t> numbers_to_try() {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < 2100; ++number) numbers.push_back(number);
    for (const std::uint32_t number : {0x0000ffffu, 0x00010000u, 0x3fffffffu, 0x80000000u, 0x80000005u, 0xbfffffffu})
        numbers.push_back(number);
    return numbers;
}

void expect_program_agrees(const Lanes& lanes) {
    const FilterProgram program = compile(lanes);
    EXPECT_LE(program.size(), std::size_t{BPF_MAXINSNS});
    for (const Abi abi : all_abis) {
        for (const std::uint32_t number : numbers_to_try()) {
            const SyscallId call{abi, number};
            ASSERT_EQ(evaluate(program, call_of(call)), lanes.answer(call)) << facts_of(abi).name << " " << number;
        }
    }
}

Lanes striped(std::uint32_t numbers_per_lane) {
    Subscription wanted;
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number <= 1024; ++number) {
            const std::uint32_t stripe = number / numbers_per_lane % 3;
            wanted.add({abi, number}, {.entry = stripe != 0, .exit = stripe == 2});
        }
    }
    return Lanes(wanted);
}

TEST(FilterProgram, AllowsWhatNobodyWants) { expect_program_agrees(Lanes{}); }

TEST(FilterProgram, AgreesWithTheLanesWhereverOneLaneEnds) {
    for (const std::uint32_t width : {1u, 2u, 3u, 5u, 7u, 64u, 199u, 200u, 201u, 342u}) {
        SCOPED_TRACE(width);
        expect_program_agrees(striped(width));
    }
}

TEST(FilterProgram, AgreesWithTheLanesOfRandomWishes) {
    std::mt19937 random(20240229);
    for (int round = 0; round < 20; ++round) {
        SCOPED_TRACE(round);
        Subscription wanted;
        const std::uint32_t wishes = random() % 600;
        for (std::uint32_t wish = 0; wish < wishes; ++wish) {
            wanted.add({all_abis[random() % abi_count], static_cast<std::uint32_t>(random() % 1100)},
                       {.entry = true, .exit = random() % 2 == 0});
        }
        if (round % 4 == 0) wanted.add_beyond(entry);
        if (round % 7 == 0) wanted.add_all(entry);
        expect_program_agrees(Lanes(wanted));
    }
}

TEST(FilterProgram, AgreesWithTheLanesOfManyErrors) {
    for (const std::uint16_t different : {1, 2, 16, 17, 300}) {
        SCOPED_TRACE(different);
        Subscription wanted;
        FixedErrors fixed;
        for (const Abi abi : all_abis) {
            for (std::uint16_t number = 0; number < 450; ++number) {
                fixed[{abi, number}] = static_cast<std::uint16_t>(1 + number % different);
                if (number % 3 == 0) wanted.add({abi, number}, {.entry = true, .exit = number % 2 == 0});
            }
        }
        expect_program_agrees(Lanes(wanted, fixed));
    }
}

TEST(FilterProgram, AllowsUnknownArchitectures) {
    Subscription wanted;
    wanted.add_all(leaving);
    const FilterProgram program = compile(Lanes(wanted));
    for (const std::uint32_t arch : {std::uint32_t{AUDIT_ARCH_AARCH64}, std::uint32_t{AUDIT_ARCH_RISCV64}, 0u}) {
        seccomp_data call = call_of({Abi::x86_64, 39});
        call.arch = arch;
        EXPECT_EQ(evaluate(program, call), SECCOMP_RET_ALLOW);
    }
}

TEST(FilterProgram, TakesMinusOneForAnX32NumberBeyondTheTables) {
    Subscription wanted;
    wanted.add({Abi::x32, 0xbfffffff}, entry);
    seccomp_data call{};
    call.nr = -1;
    call.arch = AUDIT_ARCH_X86_64;
    EXPECT_EQ(evaluate(compile(Lanes(wanted)), call), SECCOMP_RET_TRACE | 3u);
}

TEST(FilterProgram, FindsALaneInFewSteps) {
    // The way to a return is a chain of comparisons: with 1,025 ranges, eleven of them, one long jump each at most, and the start.
    const FilterProgram program = compile(striped(1));
    for (std::uint32_t number = 0; number < 1024; ++number) {
        std::size_t next = 0;
        std::size_t steps = 0;
        const std::uint32_t arch = AUDIT_ARCH_X86_64;
        std::uint32_t accumulator = 0;
        for (; program[next].code != (BPF_RET | BPF_K); ++steps) {
            const sock_filter& now = program[next++];
            if (now.code == (BPF_LD | BPF_W | BPF_ABS)) accumulator = now.k == 0 ? number : arch;
            if (now.code == (BPF_JMP | BPF_JA)) next += now.k;
            if (now.code == (BPF_JMP | BPF_JEQ | BPF_K)) next += accumulator == now.k ? now.jt : now.jf;
            if (now.code == (BPF_JMP | BPF_JGE | BPF_K)) next += accumulator >= now.k ? now.jt : now.jf;
            if (now.code == (BPF_JMP | BPF_JSET | BPF_K)) next += (accumulator & now.k) != 0 ? now.jt : now.jf;
        }
        ASSERT_LE(steps, 20u) << number;
    }
}

TEST(FilterProgram, StopsClonesOfUntracedChildrenAndNoOthers) {
    const FilterProgram program = with_stops_for_untraced_children(compile(Lanes{}));
    for (const Abi abi : all_abis) {
        seccomp_data clone = call_of({abi, *number_of("clone", abi)});
        EXPECT_EQ(evaluate(program, clone), SECCOMP_RET_ALLOW);
        clone.args[0] = CLONE_VM | SIGCHLD;
        EXPECT_EQ(evaluate(program, clone), SECCOMP_RET_ALLOW);
        clone.args[0] = CLONE_UNTRACED | SIGCHLD;
        EXPECT_EQ(evaluate(program, clone), SECCOMP_RET_TRACE | static_cast<std::uint32_t>(Lane::entry));
        EXPECT_EQ(evaluate(program, call_of({abi, *number_of("clone3", abi)})),
                  SECCOMP_RET_TRACE | static_cast<std::uint32_t>(Lane::entry));
        for (const std::uint32_t number : numbers_to_try()) {
            if (number == *number_of("clone", abi) || number == *number_of("clone3", abi)) continue;
            seccomp_data other = call_of({abi, number});
            other.args[0] = CLONE_UNTRACED;
            ASSERT_EQ(evaluate(program, other), SECCOMP_RET_ALLOW) << facts_of(abi).name << " " << number;
        }
    }
}

TEST(FilterProgram, IsTheSameBehindTheStopsForUntracedChildren) {
    const Lanes lanes = striped(3);
    const FilterProgram program = with_stops_for_untraced_children(compile(lanes));
    for (const Abi abi : all_abis) {
        for (const std::uint32_t number : numbers_to_try()) {
            if (number == *number_of("clone3", abi)) continue;
            ASSERT_EQ(evaluate(program, call_of({abi, number})), lanes.answer({abi, number})) << facts_of(abi).name << " " << number;
        }
    }
}

TEST(FilterProgramDeathTest, RefusesInstructionsThatWeNeverWrite) {
    const seccomp_data call = call_of({Abi::x86_64, 0});
    const FilterProgram alu{{BPF_ALU | BPF_ADD | BPF_K, 0, 0, 1}, {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    EXPECT_DEATH(static_cast<void>(evaluate(alu, call)), "instruction that we never write");
    const FilterProgram argument{{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args) + 8},
                                 {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    EXPECT_DEATH(static_cast<void>(evaluate(argument, call)), "loads what none of ours does");
    const FilterProgram endless{{BPF_LD | BPF_W | BPF_ABS, 0, 0, 0}};
    EXPECT_DEATH(static_cast<void>(evaluate(endless, call)), "jumps out of itself");
}

// A golden file that differs is written beside the build, to be looked at and copied.
void expect_listing(const std::string& name, const Lanes& lanes) {
    std::ifstream file(std::string(TROUPE_SOURCE_DIR "/tests/golden/filter/") + name);
    std::stringstream golden;
    golden << file.rdbuf();
    const std::string text = listing(compile(lanes));
    if (text == golden.str()) return;
    const std::string written = std::string(TROUPE_BINARY_DIR "/filter-") + name;
    std::ofstream(written) << text;
    ADD_FAILURE() << "the listing differs from tests/golden/filter/" << name << "; the new one is " << written;
}

TEST(FilterListing, OfNothing) { expect_listing("nothing.txt", Lanes{}); }

TEST(FilterListing, OfEverything) {
    Subscription wanted;
    wanted.add_all(leaving);
    expect_listing("everything.txt", Lanes(wanted));
}

TEST(FilterListing, OfGetppidAtItsEntry) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 110}, entry);
    wanted.add({Abi::i386, 64}, entry);
    wanted.add({Abi::x32, 110}, entry);
    expect_listing("getppid.txt", Lanes(wanted));
}

TEST(FilterListing, OfFixedErrors) {
    expect_listing("errors.txt", Lanes({}, {{{Abi::x86_64, 110}, 1}, {{Abi::i386, 64}, 1}, {{Abi::i386, 65}, 4095}}));
}

TEST(FilterListing, OfMixedLanesAndLargeNumbers) {
    Subscription wanted;
    for (const std::uint32_t number : {0u, 1u, 2u, 257u}) wanted.add({Abi::x86_64, number}, leaving);
    for (const std::uint32_t number : {3u, 4u, 39u}) wanted.add({Abi::x86_64, number}, entry);
    wanted.add_beyond(entry);
    expect_listing("mixed.txt", Lanes(wanted));
}

}  // namespace
}  // namespace troupe
