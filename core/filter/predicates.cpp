// Predicates as instructions. A register has 64 bits and the kernel's machine loads 32 at a time, so bounds become boxes: the upper half
// within one range and the lower half within another. Jumps out of a box are short; those over the rest of an argument, or of a test, are
// written down when it is known how far they go.
#include "core/filter/predicates.hpp"

#include <cstddef>
#include <limits>
#include <vector>

#include "core/filter/instructions.hpp"

namespace troupe {
namespace {

constexpr std::uint32_t half_bits = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t unknown_distance = half_bits;

std::uint32_t upper(std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32U); }
std::uint32_t lower(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

/// One half of a register, and where it has to lie.
struct Half {
    std::uint32_t offset = 0;
    std::uint32_t mask = half_bits;
    std::uint32_t low = 0;
    std::uint32_t high = half_bits;

    [[nodiscard]] bool always() const { return low == 0 && high >= mask; }
    [[nodiscard]] bool never() const { return low > mask; }
};

struct Box {
    Half upper;
    Half lower;
};

/// At most three: what lies between the upper halves of both bounds, and the rest at either end.
std::vector<Box> boxes_of(const ArgumentPredicate& argument) {
    const auto offset = static_cast<std::uint32_t>(offsetof(seccomp_data, args) + argument.argument * sizeof(std::uint64_t));
    std::vector<Box> boxes;
    const auto add = [&](std::uint32_t upper_low, std::uint32_t upper_high, std::uint32_t lower_low, std::uint32_t lower_high) {
        const Box box{{offset + 4, upper(argument.mask), upper_low, upper_high}, {offset, lower(argument.mask), lower_low, lower_high}};
        if (!box.upper.never() && !box.lower.never()) boxes.push_back(box);
    };
    for (const Bounds& bounds : argument.any_of) {
        if (bounds.low > bounds.high) continue;
        const std::uint32_t first = upper(bounds.low);
        const std::uint32_t last = upper(bounds.high);
        if (first == last) {
            add(first, last, lower(bounds.low), lower(bounds.high));
            continue;
        }
        const bool whole_first = lower(bounds.low) == 0;
        const bool whole_last = lower(bounds.high) == half_bits;
        if (!whole_first) add(first, first, lower(bounds.low), half_bits);
        const std::uint32_t middle_first = whole_first ? first : first + 1;
        const std::uint32_t middle_last = whole_last ? last : last - 1;
        if (middle_first <= middle_last) add(middle_first, middle_last, 0, half_bits);
        if (!whole_last) add(last, last, 0, lower(bounds.high));
    }
    return boxes;
}

/// Comparisons that jump to `FilterProgram::size()` of the whole box, one behind its own `jump_far`, where they fail.
void append_half(FilterProgram& box, const Half& half) {
    if (half.always()) return;
    box.push_back({load_word, 0, 0, half.offset});
    if (half.mask != half_bits) box.push_back({mask_bits, 0, 0, half.mask});
    if (half.low == half.high) {
        box.push_back({jump_equal, 0, 1, half.low});
        return;
    }
    if (half.low != 0) box.push_back({jump_from, 0, 1, half.low});
    if (half.high < half.mask) box.push_back({jump_above, 1, 0, half.high});
}

FilterProgram compile_box(const Box& box) {
    FilterProgram program;
    append_half(program, box.upper);
    append_half(program, box.lower);
    program.push_back({jump_far, 0, 0, unknown_distance});
    // A branch of 1 stands for "out of the box" until its size is known.
    for (std::size_t index = 0; index + 1 < program.size(); ++index) {
        const auto out = static_cast<std::uint8_t>(program.size() - index - 1);
        if (program[index].jt == 1) program[index].jt = out;
        if (program[index].jf == 1) program[index].jf = out;
    }
    return program;
}

/// Jumps whose distance was not known when they were written lead to the end.
void lead_to_the_end(FilterProgram& program) {
    for (std::size_t index = 0; index < program.size(); ++index) {
        if (program[index].code == jump_far && program[index].k == unknown_distance) {
            program[index].k = static_cast<std::uint32_t>(program.size() - index - 1);
        }
    }
}

/// Falls through where it holds, and otherwise jumps to a place that is not known yet.
FilterProgram compile_argument(const ArgumentPredicate& argument) {
    FilterProgram program;
    for (const Box& box : boxes_of(argument)) append(program, compile_box(box));
    program.push_back({jump_far, 0, 0, 1});  // none of the boxes; where it leads is not known, but where those lead that hold: behind it
    lead_to_the_end(program);
    program.back().k = unknown_distance;
    return program;
}

}  // namespace

FilterProgram compile_tests(std::span<const LaneTest> tests, std::uint32_t otherwise) {
    FilterProgram program;
    for (const LaneTest& test : tests) {
        FilterProgram one;
        for (const ArgumentPredicate& argument : test.predicate.all_of) append(one, compile_argument(argument));
        one.push_back({give_back, 0, 0, SECCOMP_RET_TRACE | static_cast<std::uint32_t>(test.lane)});
        lead_to_the_end(one);
        append(program, one);
    }
    program.push_back({give_back, 0, 0, otherwise});
    return program;
}

}  // namespace troupe
