#pragma once

#include <algorithm>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "troupe/core/memory.hpp"

namespace troupe::tests {

/// The memory of a tracee that there is not: blocks of bytes, and nothing between them.
class FakeMemory final : public Memory {
 public:
    std::size_t read(std::uint64_t address, std::span<std::byte> out) override {
        std::size_t done = 0;
        while (done < out.size()) {
            const std::byte* at = find(address + done);
            if (at == nullptr) {
                break;
            }
            out[done++] = *at;
        }
        return done;
    }

    StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) override {
        out.clear();
        while (out.size() < limit) {
            const std::byte* at = find(address + out.size());
            if (at == nullptr) {
                return StringEnd::fault;
            }
            if (*at == std::byte{0}) {
                return StringEnd::terminated;
            }
            out += static_cast<char>(*at);
        }
        return StringEnd::limit;
    }

    Written write(std::uint64_t, std::span<const std::byte>) override { return Written::fault; }

    /// Maps these bytes at `address`; what was there before is replaced.
    std::uint64_t put(std::uint64_t address, std::string_view bytes) {
        const std::span<const std::byte> given = std::as_bytes(std::span(bytes));
        blocks_[address].assign(given.begin(), given.end());
        return address;
    }

    template <typename T>
    std::uint64_t put_object(std::uint64_t address, const T& object) {
        return put(address, std::string_view(reinterpret_cast<const char*>(&object), sizeof(object)));
    }

 private:
    [[nodiscard]] const std::byte* find(std::uint64_t address) const {
        auto after = blocks_.upper_bound(address);
        if (after == blocks_.begin()) {
            return nullptr;
        }
        const auto& [start, bytes] = *std::prev(after);
        return address - start < bytes.size() ? &bytes[address - start] : nullptr;
    }

    std::map<std::uint64_t, std::vector<std::byte>> blocks_;
};

}  // namespace troupe::tests
