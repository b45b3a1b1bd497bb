#pragma once

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace troupe::tests {

inline constexpr std::size_t page = 4096;

inline std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

/// Pages of our own; TraceeMemory of our own pid reads them as it would a tracee's, because it makes no ptrace request.
class Pages {
 public:
    explicit Pages(std::size_t count, int sharing = MAP_PRIVATE | MAP_ANONYMOUS, int fd = -1, int protection = PROT_READ | PROT_WRITE)
        : size_(count * page), start_(::mmap(nullptr, size_, protection, sharing, fd, 0)) {
        EXPECT_NE(start_, MAP_FAILED);
    }
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;
    ~Pages() { ::munmap(start_, size_); }

    [[nodiscard]] char* at(std::size_t offset) const { return static_cast<char*>(start_) + offset; }
    [[nodiscard]] std::uint64_t address(std::size_t offset) const { return reinterpret_cast<std::uint64_t>(at(offset)); }
    [[nodiscard]] std::string_view text(std::size_t offset, std::size_t size) const { return {at(offset), size}; }
    void put(std::size_t offset, std::string_view text) const { std::memcpy(at(offset), text.data(), text.size()); }

    void unmap(std::size_t number) const { ASSERT_EQ(::munmap(at(number * page), page), 0); }
    void protect(std::size_t number, int protection) const { ASSERT_EQ(::mprotect(at(number * page), page, protection), 0); }

 private:
    std::size_t size_;
    void* start_;
};

}  // namespace troupe::tests
