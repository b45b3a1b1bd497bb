#include "core/tables/sets.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"

/// Sets in memory: of signals, descriptors and CPUs.
namespace troupe {

namespace {

/// The most descriptors of a select that are looked at: the kernel looks at no more than the process may have.
constexpr std::uint64_t most_descriptors = 1u << 20;
constexpr std::size_t most_cpu_bytes = 1024;

void append_members(std::string& text, std::span<const std::byte> bytes, std::uint64_t members, bool& any) {
    text += '[';
    for (std::uint64_t i = 0; i < members; ++i) {
        if (((static_cast<unsigned>(bytes[i / 8]) >> (i % 8)) & 1u) == 0) {
            continue;
        }
        if (text.back() != '[') {
            text += ' ';
        }
        append_unsigned(text, i);
        any = true;
    }
    text += ']';
}

}  // namespace

void print_sigset(Printer& printer, std::uint64_t address, std::uint64_t bytes, std::uint64_t wanted) {
    if (address == 0) {
        printer.out += "NULL";
        return;
    }
    std::array<char, 8> set;
    if (bytes != wanted || bytes > set.size()) {
        print_address(printer, address);
        return;
    }
    if (!may_look_behind(printer, address)) {
        return;
    }
    if (printer.memory().read(address, std::as_writable_bytes(std::span(set.data(), bytes))) != bytes) {
        print_address(printer, address);
        return;
    }
    append_signal_set(printer.out, std::string_view(set.data(), bytes));
}

bool append_fd_set(Printer& printer, std::uint64_t address, std::uint64_t nfds, std::string& text, bool& any) {
    const auto count = static_cast<std::uint64_t>(std::max<std::int32_t>(0, static_cast<std::int32_t>(nfds)));
    const std::uint64_t members = std::min(count, most_descriptors);
    const std::size_t word = facts_of(printer.abi()).klong_size;
    const std::size_t size = static_cast<std::size_t>((members + 8 * word - 1) / (8 * word) * word);
    std::vector<std::byte> bytes(size);
    if (printer.memory().read(address, bytes) != size) {
        return false;
    }
    append_members(text, bytes, members, any);
    return true;
}

void print_fd_set(Printer& printer, std::uint64_t address, std::uint64_t nfds) {
    bool any = false;
    if (static_cast<std::int32_t>(nfds) < 0 && address != 0) {
        print_address(printer, address);
        return;
    }
    if (may_look_behind(printer, address) && !append_fd_set(printer, address, nfds, printer.out, any)) {
        print_address(printer, address);
    }
}

void print_cpu_set(Printer& printer, std::uint64_t address, std::uint64_t bytes) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    std::array<std::byte, most_cpu_bytes> set;
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, set.size()));
    if (printer.memory().read(address, std::span(set).first(size)) != size) {
        print_address(printer, address);
        return;
    }
    bool any = false;
    append_members(printer.out, set, size * 8, any);
}

void print_wait_status(Printer& printer, std::uint64_t address) {
    int status = 0;
    if (!read_or_print_address(printer, address, status)) {
        return;
    }
    std::string& out = printer.out;
    out += "[{";
    if (WIFEXITED(status)) {
        out += "WIFEXITED(s) && WEXITSTATUS(s) == ";
        append_signed(out, WEXITSTATUS(status));
        status &= ~0xff00;
    } else if (WIFSTOPPED(status)) {
        out += "WIFSTOPPED(s) && WSTOPSIG(s) == ";
        append_signal(out, static_cast<std::uint64_t>(WSTOPSIG(status)));
        status &= ~0xff7f;
    } else if (WIFCONTINUED(status)) {
        out += "WIFCONTINUED(s)";
        status = 0;
    } else {
        out += "WIFSIGNALED(s) && WTERMSIG(s) == ";
        append_signal(out, static_cast<std::uint64_t>(WTERMSIG(status)));
        out += WCOREDUMP(status) ? " && WCOREDUMP(s)" : "";
        status &= ~0xff;
    }
    const int event = status >> 16;
    if (event != 0) {
        out += "} | ";
        append_hex(out, static_cast<std::uint64_t>(event) << 16);
        out += ']';
        return;
    }
    out += "}]";
}

}  // namespace troupe
