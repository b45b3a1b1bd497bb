// Lanes as a program for the kernel.
//
// A jump that depends on a comparison reaches at most 255 instructions, and a program has at most BPF_MAXINSNS (4096) of them. With a
// return per range, two instructions a range, lanes that change at every number would not fit; and jumps over half a table would not reach.
// So ranges go into blocks of at most 200. A block is a tree of comparisons, one less than there are ranges, followed by the few leaves
// (mostly one return each) that they lead to: every jump in it is short. Blocks are told apart by comparisons with a long jump each.
//
// Where a call is wanted for some arguments only, its leaf is a jump to the comparisons of these, behind the block (predicates.cpp).
//
// Beside these one call looks at an argument: `pause` with the cookie of a parked tracee (troupe/core/park.hpp) passes whatever is wanted
// of `pause`, because it is not traced at that moment. Where `pause` is not wanted there is nothing to compare.
//
// Only the number and the architecture are loaded otherwise, and only by instructions that the kernel's own interpreter for its action
// cache knows (kernel/seccomp.c: seccomp_is_const_allow): so a call that is not wanted costs a bit test, not a run of this program.
#include <linux/audit.h>

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/filter/instructions.hpp"
#include "core/filter/predicates.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/park.hpp"

namespace troupe {

namespace {

sock_filter instruction(std::uint32_t code, std::uint32_t operand, std::size_t if_true = 0, std::size_t if_false = 0) {
    TROUPE_CHECK(if_true <= 255 && if_false <= 255, "a conditional jump that is too long");
    return {static_cast<std::uint16_t>(code), static_cast<std::uint8_t>(if_true), static_cast<std::uint8_t>(if_false), operand};
}

/// What a call comes to: an answer (SECCOMP_RET_), unless it is a parked tracee's, or its arguments say otherwise.
struct Leaf {
    std::uint32_t answer = SECCOMP_RET_ALLOW;
    bool may_be_parked = false;
    std::span<const LaneTest> tests{};  // of one call of the lanes

    friend bool operator==(const Leaf& left, const Leaf& right) {
        return left.answer == right.answer && left.may_be_parked == right.may_be_parked && left.tests.data() == right.tests.data();
    }
    [[nodiscard]] std::size_t size() const { return may_be_parked ? 4 : 1; }
    void append_to(FilterProgram& program) const {
        if (may_be_parked) {
            program.push_back(instruction(load_word, offsetof(seccomp_data, args)));
            program.push_back(instruction(jump_equal, parking_cookie, 0, 1));
            program.push_back(instruction(give_back, SECCOMP_RET_ALLOW));
        }
        program.push_back(tests.empty() ? instruction(give_back, answer) : instruction(jump_far, 0));
    }
};

/// Numbers from `first` up to the next range.
struct Range {
    std::uint32_t first;
    Leaf leaf;
};

/// A tree of comparisons, and the leaves that it leads to.
class Block {
 public:
    static constexpr std::size_t most_ranges = 200;

    explicit Block(std::span<const Range> ranges) : comparisons_(ranges.size() - 1) {
        for (const Range& range : ranges) {
            if (std::ranges::find(leaves_, range.leaf) == leaves_.end()) leaves_.push_back(range.leaf);
        }
        grow(ranges);
        for (const Leaf& leaf : leaves_) leaf.append_to(program_);
        // What arguments are asked for is too long for the short jumps, and goes behind them all.
        for (const Leaf& leaf : leaves_) {
            if (leaf.tests.empty()) continue;
            const std::size_t place = start_of(leaf);
            program_[place].k = static_cast<std::uint32_t>(program_.size() - place - 1);
            append(program_, compile_tests(leaf.tests, leaf.answer));
        }
    }

    [[nodiscard]] const FilterProgram& program() const { return program_; }

 private:
    void grow(std::span<const Range> ranges) {
        if (ranges.size() == 1) return;
        const std::span<const Range> low = ranges.first(ranges.size() / 2);
        const std::span<const Range> high = ranges.subspan(low.size());
        const std::size_t here = program_.size();
        const std::size_t low_start = here + 1;
        const std::size_t high_start = low_start + low.size() - 1;
        const std::size_t if_high = high.size() == 1 ? start_of(high.front().leaf) : high_start;
        const std::size_t if_low = low.size() == 1 ? start_of(low.front().leaf) : low_start;
        program_.push_back(instruction(jump_from, high.front().first, if_high - low_start, if_low - low_start));
        grow(low);
        grow(high);
    }

    [[nodiscard]] std::size_t start_of(const Leaf& wanted) const {
        std::size_t start = comparisons_;
        for (auto leaf = leaves_.begin(); *leaf != wanted; ++leaf) start += leaf->size();
        return start;
    }

    std::size_t comparisons_;
    std::vector<Leaf> leaves_;
    FilterProgram program_;
};

/// Expects the number in the accumulator.
FilterProgram choose(std::span<const Range> ranges) {
    if (ranges.size() <= Block::most_ranges) return Block(ranges).program();
    const std::span<const Range> low = ranges.first(ranges.size() / 2);
    const std::span<const Range> high = ranges.subspan(low.size());
    const FilterProgram low_program = choose(low);
    FilterProgram program{
        instruction(jump_from, high.front().first, 0, 1),
        instruction(jump_far, static_cast<std::uint32_t>(low_program.size())),
    };
    append(program, low_program);
    append(program, choose(high));
    return program;
}

}  // namespace

class FilterCompiler {
 public:
    explicit FilterCompiler(const Lanes& lanes) : lanes_(lanes) {}

    [[nodiscard]] FilterProgram program() const {
        const FilterProgram x86_64 = choose(ranges(Abi::x86_64, 0));
        const FilterProgram x32 = choose(ranges(Abi::x32, x32_bit));
        const FilterProgram i386 = choose(ranges(Abi::i386, 0));
        const auto sizes = static_cast<std::uint32_t>(x86_64.size() + x32.size());
        FilterProgram whole{
            instruction(load_word, offsetof(seccomp_data, arch)),
            instruction(jump_equal, AUDIT_ARCH_X86_64, 3, 0),
            instruction(jump_equal, AUDIT_ARCH_I386, 1, 0),
            instruction(give_back, SECCOMP_RET_ALLOW),
            instruction(jump_far, 3 + sizes),
            instruction(load_word, offsetof(seccomp_data, nr)),
            instruction(jump_bits, x32_bit, 0, 1),
            instruction(jump_far, static_cast<std::uint32_t>(x86_64.size())),
        };
        append(whole, x86_64);
        append(whole, x32);
        whole.push_back(instruction(load_word, offsetof(seccomp_data, nr)));
        append(whole, i386);
        TROUPE_CHECK(whole.size() <= BPF_MAXINSNS, "a filter that the kernel will not take");
        return whole;
    }

 private:
    /// `bit` is what the kernel's number has beside ours: it goes into the numbers that are compared, so that none needs masking.
    [[nodiscard]] std::vector<Range> ranges(Abi abi, std::uint32_t bit) const {
        const std::uint32_t pause = parking_call(abi);
        std::vector<Range> found{{0, {lanes_.answer({abi, 0}), false, lanes_.tests_of({abi, 0})}}};
        for (std::uint32_t number = 1; number <= call_numbers; ++number) {
            const std::uint32_t answer = lanes_.answer({abi, number});
            const Leaf leaf{answer, number == pause && abi != Abi::x32 && answer != SECCOMP_RET_ALLOW, lanes_.tests_of({abi, number})};
            if (leaf != found.back().leaf) found.push_back({number | bit, leaf});
        }
        return found;
    }

    const Lanes& lanes_;
};

FilterProgram compile(const Lanes& lanes) { return FilterCompiler(lanes).program(); }

}  // namespace troupe
