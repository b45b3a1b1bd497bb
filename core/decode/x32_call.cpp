#include "core/decode/x32_call.hpp"

#include <algorithm>
#include <array>

namespace troupe {

namespace {

constexpr std::uint64_t half = 32;

/// From 512 on, arch/x86/entry/syscalls/syscall_64.tbl has those of x32 alone; preadv, pwritev, preadv2 and pwritev2 among them have an
/// offset of 64 bits.
bool takes_halves(std::uint32_t number) {
    constexpr std::uint32_t first = 512;
    constexpr std::array<std::uint32_t, 4> with_offset{534, 535, 546, 547};
    return number >= first && std::ranges::find(with_offset, number) == with_offset.end();
}

Shown shown_of(const CallView& call) {
    Shown shown = call.shown;
    if (takes_halves(call.call.number)) {
        std::ranges::for_each(shown.args, [](std::uint64_t& argument) { argument &= 0xffffffff; });
    }
    return shown;
}

}  // namespace

std::size_t LowMemory::read(std::uint64_t address, std::span<std::byte> out) { return address >> half != 0 ? 0 : all_.read(address, out); }

StringEnd LowMemory::read_string(std::uint64_t address, std::size_t limit, std::string& out) {
    if (address >> half != 0) {
        out.clear();
        return StringEnd::fault;
    }
    return all_.read_string(address, limit, out);
}

Written LowMemory::write(std::uint64_t address, std::span<const std::byte> bytes) { return all_.write(address, bytes); }

X32Call::X32Call(const CallView& call) : memory_(call.memory), shown_(shown_of(call)), view_(call.with(shown_, memory_)) {}

}  // namespace troupe
