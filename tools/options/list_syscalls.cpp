#include <algorithm>
#include <string>

#include "tools/options/option.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::options {
namespace {

/// What it stands for is not known: its value is printed.
bool is_bare(const Argument& argument) { return argument.kind.tag == Tag::hex || argument.kind.tag == Tag::pointer; }

const Signature& shown_signature(const SyscallRow& row) {
    const bool only_i386 = row.numbers[index_of(Abi::x86_64)] == absent && row.numbers[index_of(Abi::x32)] == absent;
    return signature_of(row, only_i386 ? Abi::i386 : Abi::x86_64);
}

std::string arguments_of(const Signature& signature) {
    std::string text;
    for (std::size_t i = 0; i < signature.count; ++i) {
        const Argument& argument = signature.arguments[i];
        if (argument.kind.tag == Tag::none) {
            continue;
        }
        const std::string name(argument.name);
        text += (text.empty() ? "" : ", ") + (is_bare(argument) ? "[" + name + "]" : name);
    }
    return text;
}

}  // namespace

std::string syscall_list() {
    std::string out =
        "# call(arguments) and its numbers for 64-bit, 32-bit and x32 programs. What [an argument] stands for is not known: its value is "
        "printed.\n";
    for (const SyscallRow* row : syscall_rows()) {
        std::string line = std::string(row->name) + "(" + arguments_of(shown_signature(*row)) + ")";
        constexpr std::size_t column = 60;
        line.append(line.size() < column ? column - line.size() : 1, ' ');
        for (const Abi abi : all_abis) {
            const std::int16_t number = row->numbers[index_of(abi)];
            const std::string text = number == absent ? "-" : std::to_string(number);
            line.append(4 - std::min<std::size_t>(4, text.size()), ' ').append(text);
        }
        out += line + "\n";
    }
    return out;
}

}  // namespace troupe::options
