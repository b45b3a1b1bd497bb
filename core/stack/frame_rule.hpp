#pragma once

#include <elfutils/libdw.h>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/stack/stack_memory.hpp"
#include "troupe/core/stack.hpp"

namespace troupe {

/// How to come from the registers in a function to those of its caller, in a range of its addresses: a row of call frame information (DWARF
/// 5, 6.4), read once.
class FrameRule {
 public:
    /// nothing: the caller cannot be told. Addresses are those of the file.
    [[nodiscard]] static std::optional<FrameRule> of(Dwarf_CFI* cfi, std::uint64_t address, bool wide);

    /// The registers of the caller; false: there is none, or it cannot be read.
    [[nodiscard]] bool apply(UnwindRegisters& registers, StackMemory& memory) const;

    [[nodiscard]] bool covers(std::uint64_t address) const { return start_ <= address && address < end_; }
    [[nodiscard]] std::uint64_t start() const { return start_; }
    [[nodiscard]] std::uint64_t end() const { return end_; }
    /// Its "caller" was interrupted: the address is that of the instruction, not behind a call.
    [[nodiscard]] bool is_signal_frame() const { return is_signal_frame_; }

 private:
    struct Operation {
        std::uint8_t code;
        std::uint64_t first;
        std::uint64_t second;
    };
    enum class Kind : std::uint8_t { undefined, same, at_offset, expression };
    struct Register {
        Kind kind = Kind::same;
        std::int64_t offset = 0;              // at_offset: from the frame's address, where the value was saved
        std::vector<Operation> operations{};  // expression: of the place, or, ending with DW_OP_stack_value, of the value
    };

    [[nodiscard]] static Register register_of(const Dwarf_Op* operations, std::size_t count, bool is_own_buffer);
    [[nodiscard]] static std::optional<std::uint64_t> evaluate(const std::vector<Operation>& operations, const UnwindRegisters& registers,
                                                               std::optional<std::uint64_t> frame_address, StackMemory& memory);
    [[nodiscard]] static std::optional<std::uint64_t> value_of(const Register& rule, std::uint64_t now, std::uint64_t frame_address,
                                                               const UnwindRegisters& registers, StackMemory& memory);

    std::uint64_t start_ = 0;
    std::uint64_t end_ = 0;
    bool is_signal_frame_ = false;
    int return_address_ = 0;
    std::vector<Operation> frame_address_{};
    std::array<Register, UnwindRegisters::count> registers_{};
};

/// Where there are no rules: by the frame pointer, as functions that keep one leave it.
[[nodiscard]] bool step_by_frame_pointer(UnwindRegisters& registers, StackMemory& memory);

}  // namespace troupe
