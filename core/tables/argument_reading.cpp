#include "troupe/core/argument_reading.hpp"

#include <algorithm>
#include <span>

#include "core/tables/sets.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {
namespace {

Reading reading_of(Tag tag, bool two_registers) {
    switch (tag) {
        case Tag::signed_int:
        case Tag::fd:
        case Tag::dirfd:
        case Tag::pid:
        case Tag::signal:
            return Reading::signed_32;
        case Tag::unsigned_int:
        case Tag::octal:
        case Tag::file_mode:
        case Tag::uid:
        case Tag::gid:
        case Tag::value:
        case Tag::ioctl_request:
        case Tag::futex_operation:
            return Reading::unsigned_32;
        case Tag::signed_long:
            return Reading::signed_word;
        case Tag::signed_64:
            return two_registers ? Reading::signed_low_high : Reading::signed_word;
        case Tag::unsigned_64:
            return two_registers ? Reading::low_high : Reading::word;
        case Tag::halves_64:
            return two_registers ? Reading::high_low : Reading::signed_word;
        case Tag::path:
        case Tag::string:
            return Reading::text;
        case Tag::flags:
        case Tag::clone_flags:
        case Tag::creation_flags:
            return Reading::flags;
        default:
            return Reading::word;
    }
}

std::optional<std::uint64_t> value_named(std::span<const NamedConstant> rows, std::string_view name) {
    const auto row = std::ranges::find(rows, name, &NamedConstant::name);
    return row == rows.end() ? std::nullopt : std::optional(row->value);
}

const FlagSet* flag_set_of(const Kind& kind) { return kind.tag == Tag::clone_flags ? &clone_flag_bits : kind.flag_set; }

}  // namespace

Reading reading_of(const Argument& argument, Abi abi) {
    const Reading reading = reading_of(argument.kind.tag, abi == Abi::i386);
    // The bytes behind an address that the kernel has yet to write are no text.
    return reading == Reading::text && argument.phase != Phase::entry ? Reading::word : reading;
}

std::optional<ConstantBits> constant_named(const Kind& kind, std::string_view name) {
    if (const FlagSet* flags = flag_set_of(kind)) {
        if (const auto bits = value_named(flags->rows, name)) return ConstantBits{*bits, *bits};
        if (flags->values == nullptr) return std::nullopt;
        const auto value = value_named(flags->values->rows, name);
        return value ? std::optional(ConstantBits{*value, flags->value_mask}) : std::nullopt;
    }
    constexpr std::uint64_t whole = 0xffff'ffff;
    if (kind.value_set != nullptr) {
        const auto value = value_named(kind.value_set->rows, name);
        return value ? std::optional(ConstantBits{*value, whole}) : std::nullopt;
    }
    if (kind.tag == Tag::signal) {
        const int signal = signal_named(name);
        return signal > 0 ? std::optional(ConstantBits{static_cast<std::uint64_t>(signal), whole}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace troupe
