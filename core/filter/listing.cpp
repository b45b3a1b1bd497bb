#include <fmt/format.h>
#include <linux/audit.h>

#include <cstddef>
#include <iterator>

#include "troupe/core/check.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/park.hpp"

namespace troupe {

namespace {

std::string operand_of(const sock_filter& comparison) {
    if (comparison.k == AUDIT_ARCH_X86_64) return "AUDIT_ARCH_X86_64";
    if (comparison.k == AUDIT_ARCH_I386) return "AUDIT_ARCH_I386";
    if (comparison.k == x32_bit) return "X32";
    if (comparison.k == parking_cookie) return "PARKED";
    if ((comparison.k & x32_bit) != 0) return fmt::format("X32|{}", comparison.k & ~x32_bit);
    return fmt::format("{}", comparison.k);
}

std::string answer_text(std::uint32_t answer) {
    if (answer == SECCOMP_RET_ALLOW) return "allow";
    if (answer == (SECCOMP_RET_TRACE | static_cast<std::uint32_t>(Lane::entry))) return "trace entry";
    if (answer == (SECCOMP_RET_TRACE | static_cast<std::uint32_t>(Lane::exit))) return "trace exit";
    if ((answer & SECCOMP_RET_ACTION) == SECCOMP_RET_ERRNO) {
        const ErrnoRow* row = errno_of(answer & SECCOMP_RET_DATA);
        return row == nullptr ? fmt::format("fail {}", answer & SECCOMP_RET_DATA) : fmt::format("fail {}", row->name);
    }
    return fmt::format("{:#x}", answer);
}

std::string name_of_field(std::uint32_t offset) {
    if (offset == offsetof(seccomp_data, nr)) return "load number";
    if (offset == offsetof(seccomp_data, arch)) return "load architecture";
    const std::uint32_t place = offset - static_cast<std::uint32_t>(offsetof(seccomp_data, args));
    return fmt::format("load argument {}{}", place / 8, place % 8 == 0 ? "" : " upper half");
}

/// Jumps are written with the number of the line that they lead to.
std::string text_of(const sock_filter& instruction, std::size_t next) {
    const auto branch = [&](const char* verb) {
        return fmt::format("{:<10} {:<18} {} : {}", verb, operand_of(instruction), next + instruction.jt, next + instruction.jf);
    };
    switch (instruction.code) {
        case BPF_LD | BPF_W | BPF_ABS:
            return name_of_field(instruction.k);
        case BPF_JMP | BPF_JEQ | BPF_K:
            return branch("is");
        case BPF_JMP | BPF_JGE | BPF_K:
            return branch("at least");
        case BPF_JMP | BPF_JGT | BPF_K:
            return branch("above");
        case BPF_JMP | BPF_JSET | BPF_K:
            return branch("has bit");
        case BPF_ALU | BPF_AND | BPF_K:
            return fmt::format("keep bits {:#x}", instruction.k);
        case BPF_JMP | BPF_JA:
            return fmt::format("go to {}", next + instruction.k);
        case BPF_RET | BPF_K:
            return answer_text(instruction.k);
        default:
            check_failed("known instruction", "a filter with an instruction that we never write", __FILE__, __LINE__);
    }
}

}  // namespace

std::string listing(const FilterProgram& program) {
    std::string text;
    for (std::size_t index = 0; index < program.size(); ++index) {
        fmt::format_to(std::back_inserter(text), "{:4}  {}\n", index, text_of(program[index], index + 1));
    }
    return text;
}

}  // namespace troupe
