#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace troupe {

/// How a read of a NUL-terminated string ended.
enum class StringEnd : std::uint8_t {
    terminated,  ///< the NUL was seen (it is not in the string)
    limit,       ///< `limit` bytes without a NUL
    fault,       ///< unreadable memory came first; what was read before it is in the string
};

enum class Written : std::uint8_t {
    now,           ///< it is there
    when_resumed,  ///< only the owner may do it: it is done before the tracee goes on; reads through this object see it already
    fault,         ///< nothing was written: the range is not mapped
};

/// How many bytes from here on are in the same page. A read that goes on behind them touches a page that the tracee need not have.
[[nodiscard]] constexpr std::size_t bytes_to_page_end(std::uint64_t address) {
    constexpr std::uint64_t page_size = 4096;
    return page_size - address % page_size;
}

/// A tracee's memory, addressed by anybody on any thread of ours; no ptrace request is ever made.
/// A tracee may unmap or change its memory under us: every read can come back short, none can harm us.
class Memory {
 public:
    Memory() = default;
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    virtual ~Memory() = default;

    /// Reads up to `out.size()` bytes from `address`; returns how many could be read before the first unreadable one.
    [[nodiscard]] virtual std::size_t read(std::uint64_t address, std::span<std::byte> out) = 0;

    /// Replaces `out` by the string at `address`, of at most `limit` bytes.
    virtual StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) = 0;

    /// All or nothing, where the kernel lets us know in time. Works on read-only pages, too.
    [[nodiscard]] virtual Written write(std::uint64_t address, std::span<const std::byte> bytes) = 0;

    /// A whole object, or false.
    template <typename T>
    [[nodiscard]] bool read_object(std::uint64_t address, T& object) {
        return read(address, std::as_writable_bytes(std::span(&object, 1))) == sizeof(T);
    }
};

}  // namespace troupe
