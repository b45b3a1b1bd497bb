#include "troupe/core/argument_reading.hpp"

#include <algorithm>
#include <span>

#include "core/tables/flags/process.hpp"
#include "core/tables/tag_traits.hpp"

namespace troupe {
namespace {

Reading reading_of_number(const TagTraits& traits, Width width, bool two_registers) {
    if (two_registers && traits.registers == Registers::high_low) {
        return Reading::high_low;
    }
    if (two_registers && traits.registers == Registers::low_high) {
        return is_signed(width) ? Reading::signed_low_high : Reading::low_high;
    }
    // A kernel long is a word of its ABI; what is narrower has four bytes at most.
    const bool is_half = bytes_of(width, Abi::x86_64) < 8;
    if (is_signed(width)) {
        return is_half ? Reading::signed_32 : Reading::signed_word;
    }
    return is_half ? Reading::unsigned_32 : Reading::word;
}

std::optional<std::uint64_t> value_named(std::span<const NamedConstant> rows, std::string_view name) {
    const auto row = std::ranges::find(rows, name, &NamedConstant::name);
    return row == rows.end() ? std::nullopt : std::optional(row->value);
}

/// Of a number whose meaning another argument decides: how it is read in every case, where all cases agree.
std::optional<Reading> reading_of_choices(const Kind& kind, Abi abi) {
    std::optional<Reading> agreed;
    bool is_always_known = false;
    for (const Choice& choice : kind.choices) {
        const Reading reading = choice.absent ? Reading::word : reading_of(choice.argument, abi);
        if (agreed.value_or(reading) != reading) {
            return std::nullopt;
        }
        agreed = reading;
        is_always_known = is_always_known || choice.otherwise;
    }
    const bool is_number = agreed && *agreed != Reading::flags && *agreed != Reading::text;
    return is_always_known && is_number ? agreed : std::nullopt;
}

constexpr Tag plain_tags[] = {
    Tag::hex,           Tag::pointer,     Tag::signed_int,     Tag::unsigned_int, Tag::signed_long, Tag::unsigned_long, Tag::signed_64,
    Tag::unsigned_64,   Tag::halves_64,   Tag::pages,          Tag::octal,        Tag::fd,          Tag::dirfd,         Tag::pid,
    Tag::process_group, Tag::session,     Tag::network_device, Tag::uid,          Tag::gid,         Tag::date,          Tag::ticks,
    Tag::resource,      Tag::resource_64, Tag::value,          Tag::hex_int,      Tag::path,        Tag::string};

}  // namespace

bool stands_for_itself(const Argument& argument) {
    const Kind& kind = argument.kind;
    if (traits_of(kind.tag).holds == Holds::bits) {
        return flag_set_of(kind) != nullptr;
    }
    if (traits_of(kind.tag).holds == Holds::text && argument.phase != Phase::entry) {
        return false;
    }
    return std::ranges::find(plain_tags, kind.tag) != std::end(plain_tags);
}

bool points_at_memory(const Argument& argument) {
    const Holds holds = traits_of(argument.kind.tag).holds;
    return argument.kind.tag == Tag::pointer || holds == Holds::memory || (holds == Holds::text && argument.phase != Phase::entry);
}

const FlagSet* flag_set_of(const Kind& kind) { return kind.tag == Tag::clone_flags ? &clone_flag_bits : kind.flag_set; }

Reading reading_of(const Argument& argument, Abi abi) {
    if (argument.kind.tag == Tag::selected) {
        if (const auto agreed = reading_of_choices(argument.kind, abi)) {
            return *agreed;
        }
    }
    const TagTraits& traits = traits_of(argument.kind.tag);
    switch (traits.holds) {
        case Holds::number:
            if (argument.kind.tag == Tag::value && !argument.kind.value_set->is_unsigned) {
                return Reading::signed_32;
            }
            return reading_of_number(traits, width_of(argument.kind), abi == Abi::i386);
        case Holds::bits:
            return Reading::flags;
        case Holds::text:
            // The bytes behind an address that the kernel has yet to write are no text.
            return argument.phase == Phase::entry ? Reading::text : Reading::word;
        case Holds::memory:
        case Holds::nothing:
            return Reading::word;
    }
    return Reading::word;
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
