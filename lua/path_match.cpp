#include "lua/path_match.hpp"

#include <limits.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "troupe/core/procfs.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::lua {
namespace {

const Arguments& arguments_of(const Event& event) {
    if (const auto* entry = std::get_if<SyscallEntry>(&event)) return entry->args;
    return std::get<SyscallExit>(event).args;
}

/// A path that was asked for, and where it leads if it is a symbolic link: descriptors have only the latter.
struct Wanted {
    std::string_view as_given;
    std::string real;
};

std::vector<Wanted> wanted_paths(std::span<const char* const> paths) {
    std::vector<Wanted> result;
    for (const char* path : paths) {
        if (path == nullptr) continue;
        const std::unique_ptr<char, decltype(&::free)> real(::realpath(path, nullptr), &::free);
        result.push_back({path, real ? real.get() : ""});
    }
    return result;
}

/// Asks the question for each argument of one call.
class Matcher {
 public:
    Matcher(Border& border, std::span<const char* const> paths) : border_(border), wanted_(wanted_paths(paths)) {}

    bool path(std::uint64_t address) const {
        std::string text;
        if (address == 0 || border_.view->memory().read_string(address, PATH_MAX, text) != StringEnd::terminated) return false;
        return std::any_of(wanted_.begin(), wanted_.end(), [&](const Wanted& one) { return one.as_given == text; });
    }

    bool descriptor(std::uint64_t argument) const {
        const int fd = static_cast<int>(argument);
        if (fd < 0) return false;  // none, or AT_FDCWD
        const auto text = procfs::fd_path(border_.view->task().id.tid, fd);
        if (!text || text->empty()) return false;
        return std::any_of(wanted_.begin(), wanted_.end(), [&](const Wanted& one) { return one.as_given == *text || one.real == *text; });
    }

    /// poll: `count` times struct pollfd, whose first member is the descriptor.
    bool polled(std::uint64_t address, std::uint64_t count) const {
        constexpr std::uint64_t most = 4096;
        struct Element {
            std::int32_t fd;
            std::int16_t events, returned;
        };
        std::vector<Element> elements(std::min(count, most));
        const auto bytes = std::as_writable_bytes(std::span(elements));
        elements.resize(border_.view->memory().read(address, bytes) / sizeof(Element));
        return std::any_of(elements.begin(), elements.end(),
                           [&](const Element& one) { return one.fd >= 0 && descriptor(static_cast<std::uint64_t>(one.fd)); });
    }

    /// select: a bit for each descriptor below `count`.
    bool selected(std::uint64_t address, std::uint64_t count) const {
        constexpr std::uint64_t most = 1024;
        std::array<unsigned char, most / 8> bits{};
        if (address == 0) return false;
        const std::size_t length = (std::min(count, most) + 7) / 8;
        if (border_.view->memory().read(address, std::as_writable_bytes(std::span(bits).first(length))) != length) return false;
        for (std::uint64_t fd = 0; fd < std::min(count, most); ++fd) {
            if ((bits[fd / 8] >> (fd % 8) & 1U) != 0 && descriptor(fd)) return true;
        }
        return false;
    }

 private:
    Border& border_;
    std::vector<Wanted> wanted_;
};

}  // namespace

bool touches_path(Border& border, std::span<const char* const> paths) {
    if (!border.at_syscall()) return false;
    const SyscallId call = border.call();
    const SyscallRow* row = row_of(call);
    if (row == nullptr) return false;
    const Signature& signature = signature_of(*row, call.abi);
    const Arguments& values = arguments_of(border.view->event());
    const Matcher matcher(border, paths);
    const auto touches = [&](std::size_t index) {
        const Argument& argument = signature.arguments[index];
        const std::uint64_t value = values[index];
        const Length& length = argument.kind.length;
        const std::uint64_t count = length.from == Length::From::argument && length.value < max_args ? values[length.value] : 0;
        switch (argument.kind.tag) {
            case Tag::path:
                return argument.phase == Phase::entry && matcher.path(value);
            case Tag::fd:
            case Tag::dirfd:
                return matcher.descriptor(value);
            case Tag::pollfds:
                return matcher.polled(value, count);
            case Tag::fd_set:
                return matcher.selected(value, count);
            default:
                return false;
        }
    };
    for (std::size_t index = 0; index < signature.count && index < max_args; ++index) {
        if (touches(index)) return true;
    }
    return false;
}

}  // namespace troupe::lua
