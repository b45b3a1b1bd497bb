#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "troupe/core/memory.hpp"

/// Stacks of tracees (-k): which functions were being called when a tracee stopped.
namespace troupe {

/// What is wanted of stacks.
struct StackChoice {
    bool wanted = false;            ///< -k
    bool with_source = false;       ///< -kk: files and lines as well
    std::size_t frame_limit = 256;  ///< --stack-trace-frame-limit
};

/// What unwinding starts from. In the numbers that DWARF gives them (System V ABI, AMD64 supplement 3.6.2, Intel386 2.4.2); the instruction
/// pointer is 16 and 8.
struct UnwindRegisters {
    static constexpr std::size_t count = 17;
    std::array<std::uint64_t, count> values{};
    bool wide = true;  ///< of 64 bits

    [[nodiscard]] std::size_t pointer_size() const { return wide ? 8 : 4; }
    [[nodiscard]] std::uint64_t& program_counter() { return values[wide ? 16 : 8]; }
    [[nodiscard]] std::uint64_t& stack_pointer() { return values[wide ? 7 : 4]; }
    [[nodiscard]] std::uint64_t& frame_pointer() { return values[wide ? 6 : 5]; }
};

/// A place in the code of a binary.
struct CodePlace {
    std::string binary;               ///< its path, or `[vdso]`
    std::optional<std::string> name;  ///< of the function that begins before it, demangled
    std::uint64_t name_offset = 0;    ///< from where that begins
    std::uint64_t offset = 0;         ///< in the file
    std::string source{};             ///< -kk: its file, as the compiler knew it; empty: not known
    int line = 0;
};

struct StackFrame {
    std::uint64_t address = 0;
    std::shared_ptr<const CodePlace> place{};  ///< nullptr: no file is mapped there; such a frame is the last
};

/// From the innermost function on.
struct Stack {
    std::vector<StackFrame> frames{};
    bool cut = false;  ///< there were more than the limit
};

/// Reads stacks of tracees that are stopped, from outside: their memory, their maps and the files in these. Keeps symbols and rules of
/// files that it has seen. One thread at a time.
class StackReader {
 public:
    explicit StackReader(const StackChoice& choice);
    StackReader(const StackReader&) = delete;
    StackReader& operator=(const StackReader&) = delete;
    ~StackReader();

    /// What cannot be read ends the stack.
    [[nodiscard]] Stack read(int tid, const UnwindRegisters& registers, Memory& memory);

 private:
    class Binaries;
    const StackChoice choice_;
    const std::unique_ptr<Binaries> binaries_;
};

/// Lines ` > FILE(FUNCTION+0x10) [0xf8350]`, each with its newline.
void append_stack(const Stack& stack, std::string& out);

}  // namespace troupe
