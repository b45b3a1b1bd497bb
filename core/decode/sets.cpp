
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
/// Of a set of CPUs: as many as the C library has room for.
constexpr std::size_t most_cpu_bytes = 128;

std::vector<std::uint32_t> members_of(std::span<const std::byte> bytes, std::uint64_t members) {
    std::vector<std::uint32_t> found;
    for (std::uint64_t i = 0; i < members; ++i) {
        if (((static_cast<unsigned>(bytes[i / 8]) >> (i % 8)) & 1u) != 0) {
            found.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return found;
}

}  // namespace

void write_sigset(Decoder& decoder, std::uint64_t address, std::uint64_t bytes, std::uint64_t wanted) {
    constexpr std::uint64_t part = 4;  // what is not a multiple of these is filled up to one
    std::array<char, 8> set{};
    if (bytes != wanted || bytes > set.size()) {
        write_unread(decoder, address);
        return;
    }
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (decoder.memory().read(address, std::as_writable_bytes(std::span(set.data(), bytes))) != bytes) {
        write_unreadable(decoder, address);
        return;
    }
    write_signal_set(decoder.out, std::string_view(set.data(), (bytes + part - 1) / part * part));
}

bool read_fd_set(Decoder& decoder, std::uint64_t address, std::uint64_t nfds, std::vector<std::uint32_t>& members) {
    const auto count = static_cast<std::uint64_t>(std::max<std::int32_t>(0, static_cast<std::int32_t>(nfds)));
    const std::uint64_t looked_at = std::min(count, most_descriptors);
    const std::size_t word = decoder.word_size();
    const std::size_t size = static_cast<std::size_t>((looked_at + 8 * word - 1) / (8 * word) * word);
    std::vector<std::byte> bytes(size);
    if (decoder.memory().read(address, bytes) != size) {
        return false;
    }
    members = members_of(bytes, looked_at);
    return true;
}

void write_members(Decoder& decoder, std::span<const std::uint32_t> members, End end) {
    decoder.out.open(Shape::set);
    for (const std::uint32_t member : members) {
        decoder.out.element();
        decoder.unsigned_number(member);
    }
    decoder.out.close(end);
}

void write_fd_set(Decoder& decoder, std::uint64_t address, std::uint64_t nfds) {
    if (static_cast<std::int32_t>(nfds) <= 0) {
        write_unread(decoder, address);
        return;
    }
    std::vector<std::uint32_t> members;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (!read_fd_set(decoder, address, nfds, members)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::set);
    for (const std::uint32_t member : members) {
        decoder.out.element();
        decoder.out.descriptor(static_cast<int>(member));
    }
    decoder.out.close();
}

void write_cpu_set(Decoder& decoder, std::uint64_t address, std::uint64_t bytes) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    std::array<std::byte, most_cpu_bytes> set;
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, set.size()));
    if (decoder.memory().read(address, std::span(set).first(size)) != size) {
        write_unreadable(decoder, address);
        return;
    }
    write_members(decoder, members_of(set, size * 8), bytes > size ? End::cut : End::whole);
}

namespace {

/// What the lower half of a status holds beside what its conditions tell.
std::uint32_t bits_beside_conditions(int status) {
    constexpr std::uint32_t lower_half = 0xffff, exit_code = 0xff00, signal_and_core = 0xff;
    const std::uint32_t told = WIFEXITED(status) ? exit_code : WIFSIGNALED(status) ? signal_and_core : lower_half;
    return static_cast<std::uint32_t>(status) & lower_half & ~told;
}

}  // namespace

void write_wait_status(Decoder& decoder, std::uint64_t address) {
    int status = 0;
    if (!read_or_write_address(decoder, address, status)) {
        return;
    }
    Writer& out = decoder.out;
    out.open(Shape::pointed);
    if (!WIFEXITED(status) && !WIFSTOPPED(status) && !WIFCONTINUED(status) && !WIFSIGNALED(status)) {
        decoder.hex_number(static_cast<std::uint32_t>(status));
        out.close();
        return;
    }
    const auto event = static_cast<std::uint32_t>(WIFCONTINUED(status) ? 0 : status) >> 16;
    const std::uint32_t rest = bits_beside_conditions(status);
    out.open(Shape::any_of);
    out.element();
    out.open(Shape::conditions);
    if (WIFEXITED(status)) {
        out.field("WIFEXITED");
        out.field("WEXITSTATUS");
        decoder.signed_number(WEXITSTATUS(status));
    } else if (WIFSTOPPED(status)) {
        out.field("WIFSTOPPED");
        out.field("WSTOPSIG");
        out.signal(WSTOPSIG(status));
    } else if (WIFCONTINUED(status)) {
        out.field("WIFCONTINUED");
    } else {
        out.field("WIFSIGNALED");
        out.field("WTERMSIG");
        out.signal(WTERMSIG(status));
        if (WCOREDUMP(status)) {
            out.field("WCOREDUMP");
        }
    }
    out.close();
    if (event != 0) {
        out.element();
        write_stop_event(out, event, decoder.call.style.form.constants);
    }
    if (rest != 0) {
        out.element();
        decoder.hex_number(rest);
    }
    out.close();
    out.close();
}

}  // namespace troupe
