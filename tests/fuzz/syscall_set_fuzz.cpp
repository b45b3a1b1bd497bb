// Any text is a set of syscalls or an error inside the text. Sets keep their laws.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "troupe/core/check.hpp"
#include "troupe/core/syscall_set.hpp"

namespace {

/// regcomp of the C library takes time and memory without end for nested repetitions, which is its own affair.
bool repeats_in_a_pattern(std::string_view text) {
    return text.find('/') != text.npos && text.find_first_of("{*+?", text.find('/')) != text.npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (repeats_in_a_pattern(text)) return 0;
    auto set = troupe::SyscallSet::parse(text);
    if (!set) {
        TROUPE_CHECK(set.error().column <= size, "an error outside the text");
        TROUPE_CHECK(!set.error().what.empty(), "an error that says nothing");
        return 0;
    }
    const troupe::SyscallId read{troupe::Abi::x86_64, 0};
    const bool had_read = set->contains(read);
    TROUPE_CHECK(set->contains({troupe::Abi::i386, 0xffffffff}), "a set without unknown calls");
    set->invert();
    TROUPE_CHECK(set->contains(read) != had_read, "inverted, and still the same");
    return 0;
}
