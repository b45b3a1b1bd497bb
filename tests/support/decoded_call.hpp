#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "tests/support/every_format.hpp"
#include "tests/support/fake_memory.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::tests {

/// A call whose two halves are decoded one after the other, with what the kernel writes between them.
class DecodedCall {
 public:
    explicit DecodedCall(std::string_view name, Abi abi = Abi::x86_64) : call_{abi, number_of(name, abi).value_or(no_number)} {
        shown_.qualifiers = qualifier::trace | qualifier::abbrev | qualifier::verbose;
    }
    DecodedCall(std::uint32_t number, Abi abi) : call_{abi, number} {
        shown_.qualifiers = qualifier::trace | qualifier::abbrev | qualifier::verbose;
    }

    FakeMemory memory;

    DecodedCall& args(std::initializer_list<std::uint64_t> values) {
        std::copy(values.begin(), values.end(), shown_.args.begin());
        return *this;
    }
    DecodedCall& qualifiers(unsigned bits) {
        shown_.qualifiers = bits;
        return *this;
    }
    DecodedCall& string_limit(std::size_t limit) {
        style_.string_limit = limit;
        return *this;
    }
    /// How decoders that spell constants themselves do so; the writers still write names.
    DecodedCall& constants(ConstantStyle style) {
        style_.form.constants = style;
        return *this;
    }
    DecodedCall& strings_in_hex(HexStrings which) {
        style_.form.strings = which;
        return *this;
    }
    /// Where the stack ends at the entry.
    DecodedCall& stack(std::uint64_t pointer) {
        stack_pointer_ = pointer;
        return *this;
    }
    /// The name of the call that this one resumes.
    DecodedCall& resumes(std::string_view name) {
        interrupted_ = name;
        return *this;
    }
    DecodedCall& injected() {
        injected_ = true;
        return *this;
    }
    DecodedCall& poked() {
        poked_ = true;
        return *this;
    }
    DecodedCall& delayed() {
        delayed_ = true;
        return *this;
    }
    /// What its descriptors are.
    DecodedCall& sockets(const TraceeSockets& sockets) {
        sockets_ = &sockets;
        return *this;
    }
    /// Decodes the entry half, and answers what it wrote.
    std::string entry() {
        formats_.entry(view());
        has_entered_ = true;
        return formats_.begun();
    }
    std::string returns(std::int64_t result) { return finish(result, 0); }
    std::string fails(std::uint64_t error) { return finish(-1, error); }

 private:
    static constexpr std::uint32_t no_number = 0x3fffffff;

    CallView view() { return {call_, shown_, memory, style_, injected_, 1, interrupted_, stack_pointer_, poked_, delayed_, sockets_}; }

    std::string finish(std::int64_t result, std::uint64_t error) {
        if (!has_entered_) {
            entry();
        }
        shown_.result = result;
        shown_.error = error;
        formats_.exit(view());
        return formats_.ended();
    }

    SyscallId call_;
    Shown shown_{};
    TextStyle style_{};
    bool injected_ = false;
    bool poked_ = false;
    bool delayed_ = false;
    std::string_view interrupted_{};
    std::uint64_t stack_pointer_ = 0;
    const TraceeSockets* sockets_ = nullptr;
    bool has_entered_ = false;
    EveryFormat formats_{};
};

}  // namespace troupe::tests
