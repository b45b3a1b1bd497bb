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

constexpr Interest at_entry{.entry = true, .exit = false};
constexpr Interest at_exit{.entry = false, .exit = true};

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

void data_of_other_calls_pass(const FilterProgram& program, SyscallId call) {
    for (const SyscallId other : {SyscallId{call.abi, call.number - 1}, SyscallId{call.abi, call.number + 1}}) {
        ASSERT_EQ(evaluate(program, call_of(other)), SECCOMP_RET_ALLOW);
    }
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

/// Numbers around which bounds are tight, in both halves of a register.
std::uint64_t striking(std::mt19937& random) {
    constexpr std::uint64_t half = 0xffff'ffff;
    const std::uint64_t around[] = {0,         1,     2,       3, 7, half - 1, half, half + 1, half + 2, 5ULL << 32U, (5ULL << 32U) + 3,
                                    ~0ULL - 1, ~0ULL, random()};
    return around[random() % std::size(around)];
}

Predicate some_predicate(std::mt19937& random) {
    Predicate predicate;
    const std::size_t arguments = 1 + random() % 3;
    for (std::size_t i = 0; i < arguments; ++i) {
        const std::uint64_t masks[] = {~0ULL, 0xffff'ffff, 3, 0xff00'0000'0000, striking(random)};
        ArgumentPredicate one{static_cast<std::uint8_t>(random() % max_args), masks[random() % std::size(masks)], {}};
        const std::size_t bounds = random() % 4;
        for (std::size_t j = 0; j < bounds; ++j) {
            const std::uint64_t low = striking(random) & one.mask;
            one.any_of.push_back({low, random() % 2 == 0 ? low : striking(random) & one.mask});
        }
        predicate.all_of.push_back(one);
    }
    return predicate;
}

TEST(FilterProgram, AgreesWithPredicatesWhateverTheArguments) {
    std::mt19937 random(20261126);
    unsigned held = 0;
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        Subscription wanted;
        const SyscallId call{all_abis[random() % abi_count], 39};
        const std::size_t several = 1 + random() % 3;
        for (std::size_t i = 0; i < several; ++i) {
            wanted.add(call, random() % 2 == 0 ? at_entry : at_exit, narrowed(some_predicate(random), call.abi));
        }
        if (random() % 4 == 0) wanted.add(call, at_entry);
        const Lanes lanes(wanted);
        const FilterProgram program = compile(lanes);
        for (int tries = 0; tries < 200; ++tries) {
            seccomp_data data = call_of(call);
            Arguments args;
            for (std::size_t i = 0; i < max_args; ++i) {
                args[i] = striking(random) & (call.abi == Abi::i386 ? 0xffff'ffff : ~0ULL);
                data.args[i] = args[i];
            }
            const Interest interest = wanted.of(call, args);
            held += interest.any() ? 1 : 0;
            const Lane lane = interest.exit ? Lane::exit : interest.entry ? Lane::entry : Lane::none;
            const std::uint32_t answer = lane == Lane::none ? SECCOMP_RET_ALLOW : SECCOMP_RET_TRACE | static_cast<std::uint32_t>(lane);
            ASSERT_EQ(evaluate(program, data), answer) << listing(program);
        }
        data_of_other_calls_pass(program, call);
    }
    EXPECT_GT(held, 1000U) << "the predicates hold too seldom to show anything";
}

TEST(FilterProgram, HasNoRoomForEveryPredicateAndThenStopsAllSuchCalls) {
    Subscription wanted;
    std::mt19937 random(3);
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 1; number <= 1023; number += 2) wanted.add({abi, number}, at_entry);
        for (std::uint32_t number = 40; number <= 200; number += 2) wanted.add({abi, number}, at_entry, some_predicate(random));
    }
    const Lanes lanes(wanted);
    const FilterProgram program = compile(lanes);
    EXPECT_LE(with_stops_for_untraced_children(program).size(), std::size_t{BPF_MAXINSNS});
    EXPECT_FALSE(lanes.tests_of({Abi::x86_64, 40}).empty());
    EXPECT_EQ(lanes.of({Abi::x86_64, 40}), Lane::none);
    EXPECT_EQ(lanes.of({Abi::x32, 200}), Lane::entry);
    EXPECT_TRUE(lanes.tests_of({Abi::x32, 200}).empty());
}

TEST(FilterProgram, AFixedErrorIsTheAnswerWhereNoPredicateHolds) {
    Subscription wanted;
    const SyscallId call{Abi::x86_64, 110};
    wanted.add(call, at_entry, {{{0, ~0ULL, {{5, 5}}}}});
    const FilterProgram program = compile(Lanes(wanted, {{call, 5}}));
    seccomp_data data = call_of(call);
    EXPECT_EQ(evaluate(program, data), SECCOMP_RET_ERRNO | 5U);
    data.args[0] = 5;
    EXPECT_EQ(evaluate(program, data), SECCOMP_RET_TRACE | static_cast<std::uint32_t>(Lane::entry));
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
        if (round % 4 == 0) wanted.add_beyond(at_entry);
        if (round % 7 == 0) wanted.add_all(at_entry);
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
    wanted.add_all(at_exit);
    const FilterProgram program = compile(Lanes(wanted));
    for (const std::uint32_t arch : {std::uint32_t{AUDIT_ARCH_AARCH64}, std::uint32_t{AUDIT_ARCH_RISCV64}, 0u}) {
        seccomp_data call = call_of({Abi::x86_64, 39});
        call.arch = arch;
        EXPECT_EQ(evaluate(program, call), SECCOMP_RET_ALLOW);
    }
}

TEST(FilterProgram, TakesMinusOneForAnX32NumberBeyondTheTables) {
    Subscription wanted;
    wanted.add({Abi::x32, 0xbfffffff}, at_entry);
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
    const FilterProgram argument{{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, instruction_pointer)},
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
    wanted.add_all(at_exit);
    expect_listing("everything.txt", Lanes(wanted));
}

TEST(FilterListing, OfGetppidAtItsEntry) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 110}, at_entry);
    wanted.add({Abi::i386, 64}, at_entry);
    wanted.add({Abi::x32, 110}, at_entry);
    expect_listing("getppid.txt", Lanes(wanted));
}

TEST(FilterListing, OfFixedErrors) {
    expect_listing("errors.txt", Lanes({}, {{{Abi::x86_64, 110}, 1}, {{Abi::i386, 64}, 1}, {{Abi::i386, 65}, 4095}}));
}

TEST(FilterListing, OfMixedLanesAndLargeNumbers) {
    Subscription wanted;
    for (const std::uint32_t number : {0u, 1u, 2u, 257u}) wanted.add({Abi::x86_64, number}, at_exit);
    for (const std::uint32_t number : {3u, 4u, 39u}) wanted.add({Abi::x86_64, number}, at_entry);
    wanted.add_beyond(at_entry);
    expect_listing("mixed.txt", Lanes(wanted));
}

}  // namespace
}  // namespace troupe
