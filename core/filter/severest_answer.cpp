// A program of classic BPF has no loops: all jumps lead forward (kernel/seccomp.c: seccomp_check_filter, net/core/filter.c:
// bpf_check_classic). So one pass over its instructions is enough, with the ranges that both registers may lie in at each; where several
// ways meet, the range that holds them all.
#include <linux/audit.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "core/filter/instructions.hpp"
#include "troupe/core/abi.hpp"
#include "troupe/core/other_filters.hpp"

namespace troupe {
namespace {

constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();

/// The kernel compares answers as signed numbers: SECCOMP_RET_KILL_PROCESS is the smallest.
bool is_more_severe(std::uint32_t left, std::uint32_t right) {
    return static_cast<std::int32_t>(left & SECCOMP_RET_ACTION_FULL) < static_cast<std::int32_t>(right & SECCOMP_RET_ACTION_FULL);
}

struct Values {
    std::uint32_t low = 0;
    std::uint32_t high = most;

    [[nodiscard]] static Values only(std::uint32_t value) { return {value, value}; }
    [[nodiscard]] bool is_one() const { return low == high; }
    [[nodiscard]] Values with(const Values& other) const { return {std::min(low, other.low), std::max(high, other.high)}; }
};

struct Registers {
    Values a = Values::only(0);
    Values x = Values::only(0);
    [[nodiscard]] Registers with(const Registers& other) const { return {a.with(other.a), x.with(other.x)}; }
};

/// Which ways a comparison may go.
struct Ways {
    bool yes = true;
    bool no = true;
};

Ways has_bits(const Values& value, const Values& bits) {
    if (!bits.is_one()) {
        return {};
    }
    // What all numbers of the range begin with.
    const std::uint32_t differs = value.low ^ value.high;
    const std::uint32_t same = differs == 0 ? most : ~(most >> static_cast<unsigned>(std::countl_zero(differs)));
    if ((value.low & same & bits.low) != 0) {
        return {.yes = true, .no = false};
    }
    return {.yes = (bits.low & ~same) != 0, .no = true};
}

Ways compare(std::uint32_t how, const Values& left, const Values& right) {
    switch (how) {
        case BPF_JEQ: {
            const bool apart = left.high < right.low || right.high < left.low;
            return {.yes = !apart, .no = !(left.is_one() && right.is_one() && left.low == right.low)};
        }
        case BPF_JGT:
            return {.yes = left.high > right.low, .no = left.low <= right.high};
        case BPF_JGE:
            return {.yes = left.high >= right.low, .no = left.low < right.high};
        case BPF_JSET:
            return has_bits(left, right);
        default:
            return {};
    }
}

std::optional<std::uint32_t> computed(std::uint32_t how, std::uint32_t left, std::uint32_t right) {
    const bool shifts = right < 32;
    switch (how) {
        case BPF_ADD:
            return left + right;
        case BPF_SUB:
            return left - right;
        case BPF_MUL:
            return left * right;
        case BPF_DIV:
            return right == 0 ? std::nullopt : std::optional(left / right);
        case BPF_AND:
            return left & right;
        case BPF_OR:
            return left | right;
        case BPF_XOR:
            return left ^ right;
        case BPF_LSH:
            return shifts ? std::optional(left << right) : std::nullopt;
        case BPF_RSH:
            return shifts ? std::optional(left >> right) : std::nullopt;
        case BPF_NEG:
            return 0U - left;
        default:
            return std::nullopt;
    }
}

Values compute(std::uint32_t how, const Values& left, const Values& right) {
    if (left.is_one() && (right.is_one() || how == BPF_NEG)) {
        const auto value = computed(how, left.low, right.low);
        return value ? Values::only(*value) : Values{};
    }
    return how == BPF_AND ? Values{0, std::min(left.high, right.high)} : Values{};
}

class Pass {
 public:
    Pass(const FilterProgram& program, const CallNumbers& numbers) : program_(program), numbers_(numbers), at_(program.size()) {}

    [[nodiscard]] std::uint32_t severest() {
        arrive(0, {});
        for (std::size_t here = 0; here < program_.size(); ++here) {
            if (at_[here]) {
                step(here, *at_[here]);
            }
        }
        return severest_;
    }

 private:
    void step(std::size_t here, Registers now) {
        const sock_filter& instruction = program_[here];
        const Values operand = BPF_SRC(instruction.code) == BPF_X ? now.x : Values::only(instruction.k);
        switch (BPF_CLASS(instruction.code)) {
            case BPF_LD:
                now.a = loaded(instruction);
                break;
            case BPF_LDX:
                now.x = loaded(instruction);
                break;
            case BPF_ST:
            case BPF_STX:  // what is loaded from there is not known
                break;
            case BPF_ALU:
                if (BPF_OP(instruction.code) == BPF_DIV && operand.low == 0) {
                    answers(SECCOMP_RET_KILL_THREAD);  // a program that divides by zero answers 0
                }
                now.a = compute(BPF_OP(instruction.code), now.a, operand);
                break;
            case BPF_JMP:
                jump(here, now, operand);
                return;
            case BPF_RET:
                answer(instruction, now);
                return;
            default:
                (BPF_MISCOP(instruction.code) == BPF_TAX ? now.x : now.a) = BPF_MISCOP(instruction.code) == BPF_TAX ? now.a : now.x;
                break;
        }
        arrive(here + 1, now);
    }

    void jump(std::size_t here, const Registers& now, const Values& operand) {
        const sock_filter& instruction = program_[here];
        const std::size_t next = here + 1;
        if (BPF_OP(instruction.code) == BPF_JA) {
            arrive(next + instruction.k, now);
            return;
        }
        const Ways ways = compare(BPF_OP(instruction.code), now.a, operand);
        if (ways.yes) {
            arrive(next + instruction.jt, now);
        }
        if (ways.no) {
            arrive(next + instruction.jf, now);
        }
    }

    void arrive(std::size_t there, const Registers& now) {
        if (there >= program_.size()) {
            answers(SECCOMP_RET_KILL_PROCESS);  // no program of the kernel's
            return;
        }
        at_[there] = at_[there] ? at_[there]->with(now) : now;
    }

    [[nodiscard]] Values loaded(const sock_filter& instruction) const {
        switch (BPF_MODE(instruction.code)) {
            case BPF_IMM:
                return Values::only(instruction.k);
            case BPF_LEN:
                return Values::only(sizeof(seccomp_data));
            case BPF_ABS:
                if (instruction.k == offsetof(seccomp_data, nr)) {
                    return {numbers_.first, numbers_.last};
                }
                return instruction.k == offsetof(seccomp_data, arch) ? Values::only(numbers_.arch) : Values{};
            default:
                return {};
        }
    }

    void answer(const sock_filter& instruction, const Registers& now) {
        if (BPF_RVAL(instruction.code) == BPF_K) {
            answers(instruction.k);
        } else {
            answers(now.a.is_one() ? now.a.low : SECCOMP_RET_KILL_PROCESS);
        }
    }

    void answers(std::uint32_t value) {
        if (is_more_severe(value, severest_)) {
            severest_ = value;
        }
    }

    const FilterProgram& program_;
    CallNumbers numbers_;
    std::vector<std::optional<Registers>> at_;
    std::uint32_t severest_ = SECCOMP_RET_ALLOW;
};

/// A number as the kernel has it.
CallNumbers numbers_of(SyscallId call) {
    const std::uint32_t number = call.abi == Abi::x32 ? call.number | x32_bit : call.number;
    return {call.abi == Abi::i386 ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64, number, number};
}

/// The numbers beyond the tables. Negative ones are no x32 calls (core/ptrace/requests.cpp).
struct Beyond {
    Abi abi;
    CallNumbers numbers;
};
constexpr Beyond beyond[] = {
    {Abi::x86_64, {AUDIT_ARCH_X86_64, call_numbers, x32_bit - 1}},
    {Abi::x86_64, {AUDIT_ARCH_X86_64, 0x8000'0000U, most}},
    {Abi::x32, {AUDIT_ARCH_X86_64, x32_bit | call_numbers, 0x7fff'ffffU}},
    {Abi::i386, {AUDIT_ARCH_I386, call_numbers, most}},
};

bool is_wanted(const Lanes& wanted, SyscallId call) { return wanted.of(call) != Lane::none || !wanted.tests_of(call).empty(); }

}  // namespace

std::uint32_t severest_answer(const FilterProgram& program, const CallNumbers& numbers) { return Pass(program, numbers).severest(); }

bool may_answer_first(const FilterProgram& program, const Lanes& wanted) {
    const auto answers_first = [&](const CallNumbers& numbers) {
        return is_more_severe(severest_answer(program, numbers), SECCOMP_RET_TRACE);
    };
    for (const Beyond& one : beyond) {
        if (is_wanted(wanted, {one.abi, call_numbers}) && answers_first(one.numbers)) {
            return true;
        }
    }
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < call_numbers; ++number) {
            const SyscallId call{abi, number};
            if (is_wanted(wanted, call) && answers_first(numbers_of(call))) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace troupe
