#include "troupe/core/syscall_set.hpp"

#include "core/expression/set_text.hpp"
#include "core/expression/syscall_element.hpp"
#include "troupe/core/syscalls.hpp"

// The bits are those of calls that the tables know. Every other number is in every set, so there is nothing to keep about it.

namespace troupe {

SyscallSet SyscallSet::all() {
    SyscallSet set;
    set.invert();
    return set;
}

tl::expected<SyscallSet, ParseError> SyscallSet::parse(std::string_view text) {
    const SetText parts = split_set(text);
    if (parts.elements.empty()) return tl::unexpected(invalid_syscall({text, 0}));
    SyscallSet set;
    if (parts.body.text != "none") {
        for (const Element element : parts.elements) {
            const auto calls = calls_meant(element);
            if (!calls) return tl::unexpected(calls.error());
            for (const SyscallId call : *calls) set.insert(call);
        }
    }
    if (parts.inverted) set.invert();
    return set;
}

bool SyscallSet::contains(SyscallId call) const { return !has_small_number(call) || known_[call] || row_of(call) == nullptr; }

bool SyscallSet::empty() const { return known_ == PerCall<bool>{}; }

void SyscallSet::insert(SyscallId call) {
    if (has_small_number(call) && row_of(call) != nullptr) known_[call] = true;
}

void SyscallSet::invert() {
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < syscall_limit(abi); ++number) {
            if (row_of({abi, number}) != nullptr) known_.of(abi).flip(number);
        }
    }
}

void SyscallSet::keep(const SyscallSet& other) {
    for (const Abi abi : all_abis) known_.of(abi) &= other.known_.of(abi);
}

void SyscallSet::add_to(Subscription& subscription) const {
    constexpr Interest both{.entry = true, .exit = true};
    if (is_all()) {
        subscription.add_all(both);
        return;
    }
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < call_numbers; ++number) {
            if (contains({abi, number})) subscription.add({abi, number}, both);
        }
    }
    subscription.add_beyond(both);
}

bool SyscallSet::is_all() const { return known_ == all().known_; }

}  // namespace troupe
