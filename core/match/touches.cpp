// What a call touches, by the kinds of its arguments.
#include <limits.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "troupe/core/circumstances.hpp"
#include "troupe/core/path_match.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

bool asks_of_path(const CallOfTask& call, const TouchQuestions& questions, std::uint64_t address) {
    std::string text;
    if (address == 0 || call.memory.read_string(address, PATH_MAX, text) != StringEnd::terminated) return false;
    return questions.path(text);
}

bool asks_of_descriptor(const TouchQuestions& questions, std::uint64_t argument) {
    const int fd = static_cast<int>(argument);
    return fd >= 0 && questions.descriptor(fd);  // below 0: none, or AT_FDCWD
}

/// poll: `count` times struct pollfd, whose first member is the descriptor.
bool asks_of_polled(const CallOfTask& call, const TouchQuestions& questions, std::uint64_t address, std::uint64_t count) {
    constexpr std::uint64_t most = 4096;
    struct Element {
        std::int32_t fd;
        std::int16_t events, returned;
    };
    std::vector<Element> elements(std::min(count, most));
    elements.resize(call.memory.read(address, std::as_writable_bytes(std::span(elements))) / sizeof(Element));
    return std::ranges::any_of(elements, [&](const Element& one) { return one.fd >= 0 && questions.descriptor(one.fd); });
}

/// select: a bit for each descriptor below `count`.
bool asks_of_selected(const CallOfTask& call, const TouchQuestions& questions, std::uint64_t address, std::uint64_t count) {
    constexpr std::uint64_t most = 1024;
    std::array<unsigned char, most / 8> bits{};
    if (address == 0) return false;
    const std::uint64_t end = std::min(count, most);
    const std::size_t length = (end + 7) / 8;
    if (call.memory.read(address, std::as_writable_bytes(std::span(bits).first(length))) != length) return false;
    for (std::uint64_t fd = 0; fd < end; ++fd) {
        if ((bits[fd / 8] >> (fd % 8) & 1U) != 0 && questions.descriptor(static_cast<int>(fd))) return true;
    }
    return false;
}

/// Arguments that look as if the call touched what they name. Nothing is looked up by the text of a symbolic link, and the other
/// descriptor is another process's.
constexpr std::array<std::pair<std::string_view, std::size_t>, 3> not_touched = {{{"symlink", 0}, {"symlinkat", 0}, {"pidfd_getfd", 1}}};

bool is_touched(const SyscallRow& row, std::size_t index) {
    return std::ranges::find(not_touched, std::pair(row.name, index)) == not_touched.end();
}

bool asks_of(const CallOfTask& call, const TouchQuestions& questions, const Argument& argument, std::uint64_t value) {
    const Length& length = argument.kind.length;
    const std::uint64_t count = length.from == Length::From::argument && length.value < max_args ? call.args[length.value] : 0;
    switch (argument.kind.tag) {
        case Tag::path:
            return argument.phase == Phase::entry && asks_of_path(call, questions, value);
        case Tag::fd:
        case Tag::dirfd:
            return asks_of_descriptor(questions, value);
        case Tag::pollfds:
            return asks_of_polled(call, questions, value, count);
        case Tag::fd_set:
            return asks_of_selected(call, questions, value, count);
        default:
            return false;
    }
}

/// What an argument is where another one says so, as far as files are meant.
struct MeantByCommand {
    std::string_view call;
    std::uint8_t command_at;
    std::uint64_t command;
    std::uint8_t argument;
    Argument meant;
};
constexpr std::uint64_t set_path = 3, set_path_empty = 4, set_fd = 5;  // enum fsconfig_command, linux/mount.h
constexpr std::array<MeantByCommand, 5> meant_by_commands = {{{"fsconfig", 1, set_path, 3, in(kind::path, "value")},
                                                              {"fsconfig", 1, set_path, 4, in(kind::dirfd, "aux")},
                                                              {"fsconfig", 1, set_path_empty, 3, in(kind::path, "value")},
                                                              {"fsconfig", 1, set_path_empty, 4, in(kind::dirfd, "aux")},
                                                              {"fsconfig", 1, set_fd, 4, in(kind::fd, "aux")}}};

bool asks_of_meant_by_command(const CallOfTask& call, const TouchQuestions& questions, std::string_view name) {
    return std::ranges::any_of(meant_by_commands, [&](const MeantByCommand& row) {
        return row.call == name && static_cast<std::uint32_t>(call.args[row.command_at]) == row.command &&
               asks_of(call, questions, row.meant, call.args[row.argument]);
    });
}

bool is_asked_about(const Argument& argument) {
    switch (argument.kind.tag) {
        case Tag::path:
            return argument.phase == Phase::entry;
        case Tag::fd:
        case Tag::dirfd:
        case Tag::pollfds:
        case Tag::fd_set:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool may_touch(SyscallId call) {
    const SyscallRow* row = row_of(call);
    if (row == nullptr) return false;
    const Signature& signature = signature_of(*row, call.abi);
    return std::ranges::any_of(std::span(signature.arguments).first(signature.count), is_asked_about);
}

SyscallSet calls_that_touch() {
    SyscallSet calls;
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < syscall_limit(abi); ++number) {
            if (may_touch({abi, number})) calls.insert({abi, number});
        }
    }
    return calls;
}

DescriptorPlaces descriptor_places(SyscallId call) {
    DescriptorPlaces places;
    const SyscallRow* row = row_of(call);
    if (row == nullptr) return places;
    const Signature& signature = signature_of(*row, call.abi);
    for (std::size_t index = 0; index < signature.count && index < max_args; ++index) {
        const Tag tag = signature.arguments[index].kind.tag;
        if ((tag == Tag::fd || tag == Tag::dirfd) && is_touched(*row, index)) places.registers.push_back(static_cast<std::uint8_t>(index));
        places.elsewhere = places.elsewhere || tag == Tag::pollfds || tag == Tag::fd_set;
    }
    places.elsewhere =
        places.elsewhere || std::ranges::find(meant_by_commands, row->name, &MeantByCommand::call) != meant_by_commands.end();
    return places;
}

bool touches(const CallOfTask& call, const TouchQuestions& questions) {
    const SyscallRow* row = row_of(call.call);
    if (row == nullptr) return false;
    const Signature& signature = signature_of(*row, call.call.abi);
    for (std::size_t index = 0; index < signature.count && index < max_args; ++index) {
        if (is_touched(*row, index) && asks_of(call, questions, signature.arguments[index], call.args[index])) return true;
    }
    return asks_of_meant_by_command(call, questions, row->name);
}

}  // namespace troupe
