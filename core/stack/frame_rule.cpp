#include "core/stack/frame_rule.hpp"

#include <dwarf.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <span>

namespace troupe {
namespace {

struct FreeFrame {
    void operator()(Dwarf_Frame* frame) const { std::free(frame); }
};

constexpr std::size_t most_operations = 1000;

/// The evaluation stack of expressions.
class Values {
 public:
    void push(std::uint64_t value) { values_.push_back(value); }
    [[nodiscard]] std::uint64_t pop() {
        if (values_.empty()) {
            failed_ = true;
            return 0;
        }
        const std::uint64_t value = values_.back();
        values_.pop_back();
        return value;
    }
    [[nodiscard]] std::uint64_t from_top(std::uint64_t index) {
        if (index >= values_.size()) {
            failed_ = true;
            return 0;
        }
        return values_[values_.size() - 1 - index];
    }
    [[nodiscard]] bool failed() const { return failed_; }

 private:
    std::vector<std::uint64_t> values_;
    bool failed_ = false;
};

/// Operations of two values. False: it is none of these.
bool combine(std::uint8_t code, Values& values) {
    const auto both = [&](auto operation) {
        const std::uint64_t right = values.pop();
        const std::uint64_t left = values.pop();
        values.push(operation(left, right));
        return true;
    };
    const auto compare = [&](auto operation) {
        return both([&](std::uint64_t left, std::uint64_t right) {
            return std::uint64_t{operation(static_cast<std::int64_t>(left), static_cast<std::int64_t>(right))};
        });
    };
    using Number = std::uint64_t;
    using Signed = std::int64_t;
    switch (code) {
        case DW_OP_plus:
            return both([](Number left, Number right) { return left + right; });
        case DW_OP_minus:
            return both([](Number left, Number right) { return left - right; });
        case DW_OP_mul:
            return both([](Number left, Number right) { return left * right; });
        case DW_OP_and:
            return both([](Number left, Number right) { return left & right; });
        case DW_OP_or:
            return both([](Number left, Number right) { return left | right; });
        case DW_OP_xor:
            return both([](Number left, Number right) { return left ^ right; });
        case DW_OP_shl:
            return both([](Number left, Number right) { return right < 64 ? left << right : 0; });
        case DW_OP_shr:
            return both([](Number left, Number right) { return right < 64 ? left >> right : 0; });
        case DW_OP_ge:
            return compare([](Signed left, Signed right) { return left >= right; });
        case DW_OP_gt:
            return compare([](Signed left, Signed right) { return left > right; });
        case DW_OP_le:
            return compare([](Signed left, Signed right) { return left <= right; });
        case DW_OP_lt:
            return compare([](Signed left, Signed right) { return left < right; });
        case DW_OP_eq:
            return compare([](Signed left, Signed right) { return left == right; });
        case DW_OP_ne:
            return compare([](Signed left, Signed right) { return left != right; });
        default:
            return false;
    }
}

/// The number that an operation of constants pushes.
std::optional<std::uint64_t> constant_of(std::uint8_t code, std::uint64_t operand) {
    if (code >= DW_OP_lit0 && code <= DW_OP_lit31) {
        return code - DW_OP_lit0;
    }
    switch (code) {
        case DW_OP_addr:
        case DW_OP_const1u:
        case DW_OP_const2u:
        case DW_OP_const4u:
        case DW_OP_const8u:
        case DW_OP_constu:
        case DW_OP_const1s:
        case DW_OP_const2s:
        case DW_OP_const4s:
        case DW_OP_const8s:
        case DW_OP_consts:
            return operand;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<FrameRule> FrameRule::of(Dwarf_CFI* cfi, std::uint64_t address, bool wide) {
    Dwarf_Frame* found = nullptr;
    if (cfi == nullptr || dwarf_cfi_addrframe(cfi, address, &found) != 0) {
        return std::nullopt;
    }
    const std::unique_ptr<Dwarf_Frame, FreeFrame> frame(found);
    FrameRule rule;
    Dwarf_Addr start = 0;
    Dwarf_Addr end = 0;
    rule.return_address_ = dwarf_frame_info(frame.get(), &start, &end, &rule.is_signal_frame_);
    rule.start_ = start;
    rule.end_ = end;
    const std::size_t count = wide ? UnwindRegisters::count : 9;
    Dwarf_Op* operations = nullptr;
    std::size_t length = 0;
    if (rule.return_address_ < 0 || rule.return_address_ >= static_cast<int>(count) ||
        dwarf_frame_cfa(frame.get(), &operations, &length) != 0 || length == 0) {
        return std::nullopt;
    }
    for (const Dwarf_Op& operation : std::span(operations, length)) {
        rule.frame_address_.push_back({operation.atom, operation.number, operation.number2});
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::array<Dwarf_Op, 3> own{};
        if (dwarf_frame_register(frame.get(), static_cast<int>(i), own.data(), &operations, &length) != 0) {
            return std::nullopt;
        }
        rule.registers_[i] = register_of(operations, length, operations == own.data());
    }
    return rule;
}

FrameRule::Register FrameRule::register_of(const Dwarf_Op* operations, std::size_t count, bool is_own_buffer) {
    if (count == 0) {
        return {.kind = is_own_buffer ? Kind::undefined : Kind::same};
    }
    if (operations[0].atom == DW_OP_call_frame_cfa && count == 1) {
        return {.kind = Kind::at_offset};
    }
    if (operations[0].atom == DW_OP_call_frame_cfa && count == 2 && operations[1].atom == DW_OP_plus_uconst) {
        return {.kind = Kind::at_offset, .offset = static_cast<std::int64_t>(operations[1].number)};
    }
    if (operations[0].atom >= DW_OP_reg0 && operations[0].atom <= DW_OP_reg31 && count == 1) {  // it is in another register
        const auto code = static_cast<std::uint8_t>(operations[0].atom - DW_OP_reg0 + DW_OP_breg0);
        return {.kind = Kind::expression, .operations = {{code, 0, 0}, {DW_OP_stack_value, 0, 0}}};
    }
    Register rule{.kind = Kind::expression};
    for (const Dwarf_Op& operation : std::span(operations, count)) {
        rule.operations.push_back({operation.atom, operation.number, operation.number2});
    }
    return rule;
}

std::optional<std::uint64_t> FrameRule::evaluate(const std::vector<Operation>& operations, const UnwindRegisters& registers,
                                                 std::optional<std::uint64_t> frame_address, StackMemory& memory) {
    Values values;
    if (operations.size() > most_operations) {
        return std::nullopt;
    }
    const auto add_register = [&](std::uint64_t number, std::uint64_t offset) {
        values.push(number < UnwindRegisters::count ? registers.values[number] + offset : 0);
    };
    for (const auto& [code, first, second] : operations) {
        if (code >= DW_OP_breg0 && code <= DW_OP_breg31) {
            add_register(code - DW_OP_breg0, first);
        } else if (code == DW_OP_bregx) {
            add_register(first, second);
        } else if (const auto number = constant_of(code, first)) {
            values.push(*number);
        } else if (code == DW_OP_call_frame_cfa && frame_address) {
            values.push(*frame_address);
        } else if (code == DW_OP_plus_uconst) {
            values.push(values.pop() + first);
        } else if (code == DW_OP_deref || code == DW_OP_deref_size) {
            const std::uint64_t address = values.pop();
            const auto word = code == DW_OP_deref ? memory.word(address) : memory.number(address, std::min<std::uint64_t>(first, 8));
            if (!word) {
                return std::nullopt;
            }
            values.push(*word);
        } else if (code == DW_OP_dup) {
            values.push(values.from_top(0));
        } else if (code == DW_OP_over) {
            values.push(values.from_top(1));
        } else if (code == DW_OP_drop) {
            (void)values.pop();
        } else if (code != DW_OP_nop && code != DW_OP_stack_value && !combine(code, values)) {
            return std::nullopt;
        }
    }
    const std::uint64_t result = values.pop();
    return values.failed() ? std::nullopt : std::optional(registers.wide ? result : result & 0xffffffff);
}

std::optional<std::uint64_t> FrameRule::value_of(const Register& rule, std::uint64_t now, std::uint64_t frame_address,
                                                 const UnwindRegisters& registers, StackMemory& memory) {
    switch (rule.kind) {
        case Kind::undefined:
            return std::nullopt;
        case Kind::same:
            return now;
        case Kind::at_offset:
            return memory.word(frame_address + static_cast<std::uint64_t>(rule.offset));
        case Kind::expression:
            break;
    }
    const auto result = evaluate(rule.operations, registers, frame_address, memory);
    const bool is_value = rule.operations.back().code == DW_OP_stack_value;
    return result && !is_value ? memory.word(*result) : result;
}

bool FrameRule::apply(UnwindRegisters& registers, StackMemory& memory) const {
    const auto frame_address = evaluate(frame_address_, registers, std::nullopt, memory);
    if (!frame_address) {
        return false;
    }
    UnwindRegisters caller = registers;
    caller.stack_pointer() = *frame_address;  // unless a rule says otherwise
    const std::size_t count = registers.wide ? UnwindRegisters::count : 9;
    const std::size_t stack_pointer = registers.wide ? 7 : 4;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == stack_pointer && registers_[i].kind != Kind::expression && registers_[i].kind != Kind::at_offset) {
            continue;
        }
        caller.values[i] = value_of(registers_[i], registers.values[i], *frame_address, registers, memory).value_or(0);
    }
    const auto pc = value_of(registers_[static_cast<std::size_t>(return_address_)], 0, *frame_address, registers, memory);
    if (!pc) {
        return false;
    }
    const bool stands_still = *pc == registers.program_counter() && caller.stack_pointer() == registers.stack_pointer();
    caller.program_counter() = *pc;
    registers = caller;
    return *pc != 0 && !stands_still;
}

bool step_by_frame_pointer(UnwindRegisters& registers, StackMemory& memory) {
    const std::uint64_t frame = registers.frame_pointer();
    const std::size_t size = registers.pointer_size();
    if (frame < registers.stack_pointer()) {
        return false;
    }
    const auto saved = memory.word(frame);
    const auto pc = memory.word(frame + size);
    if (!saved || !pc || *pc == 0) {
        return false;
    }
    registers.frame_pointer() = *saved;
    registers.stack_pointer() = frame + 2 * size;
    registers.program_counter() = *pc;
    return true;
}

}  // namespace troupe
