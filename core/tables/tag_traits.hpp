#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/tables/width.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/kind.hpp"
#include "troupe/core/writer.hpp"

/// What the code has to know of each tag beside its decoder. Each fact stands here once; what it means for an argument, an element of an
/// array or a script derives from it.
namespace troupe {

/// What a value of the tag is to a reader.
enum class Holds : std::uint8_t {
    number,   ///< the value says all; nothing stands behind it
    bits,     ///< likewise, with names for bits
    text,     ///< the address of bytes up to a NUL
    memory,   ///< the address of something else
    nothing,  ///< no value at all
};

/// Which registers of i386 hold an argument of 64 bits; on other ABIs it is one.
enum class Registers : std::uint8_t { one, low_high, high_low };

struct TagTraits {
    Tag tag;
    Holds holds = Holds::memory;
    /// How much of a register counts, and how much an element of an array takes. `nested`: all of it, and no element is of this tag.
    Width width = Width::nested;
    Registers registers = Registers::one;
    NumberForm form = NumberForm::unsigned_decimal;  ///< of a number that has no other decoder
    bool has_own_failure = false;                    ///< an output that says itself what is left to show of it after a failure
    bool as_exit_finds_it = false;                   ///< an input that is not kept from the entry, though it stands in memory
};

namespace tags {

constexpr TagTraits number(Tag tag, Width width, NumberForm form = NumberForm::unsigned_decimal) {
    return {.tag = tag, .holds = Holds::number, .width = width, .form = form};
}
constexpr TagTraits pair(Tag tag, Width width, Registers registers, NumberForm form = NumberForm::unsigned_decimal) {
    return {.tag = tag, .holds = Holds::number, .width = width, .registers = registers, .form = form};
}
constexpr TagTraits bits(Tag tag) { return {.tag = tag, .holds = Holds::bits, .width = Width::u32}; }
constexpr TagTraits text(Tag tag) { return {.tag = tag, .holds = Holds::text, .width = Width::pointer}; }
constexpr TagTraits memory(Tag tag) { return {.tag = tag}; }

}  // namespace tags

inline constexpr std::array tag_traits{
    tags::number(Tag::hex, Width::ulong_, NumberForm::hex),
    tags::number(Tag::pointer, Width::pointer),
    tags::number(Tag::signed_int, Width::s32, NumberForm::decimal),
    tags::number(Tag::unsigned_int, Width::u32),
    tags::number(Tag::signed_long, Width::slong, NumberForm::decimal),
    tags::number(Tag::unsigned_long, Width::ulong_),
    tags::pair(Tag::signed_64, Width::s64, Registers::low_high, NumberForm::decimal),
    tags::pair(Tag::unsigned_64, Width::u64, Registers::low_high),
    tags::pair(Tag::halves_64, Width::s64, Registers::high_low, NumberForm::decimal),
    tags::number(Tag::kernel_version, Width::u32),
    tags::number(Tag::pages, Width::ulong_),
    // Modes are 16 bits in the kernel (umode_t).
    tags::number(Tag::octal, Width::u16, NumberForm::permissions),
    tags::number(Tag::file_mode, Width::u16),
    tags::number(Tag::fd, Width::s32),
    tags::number(Tag::dirfd, Width::s32),
    tags::number(Tag::pid, Width::s32),
    tags::number(Tag::process_group, Width::s32),
    tags::number(Tag::session, Width::s32),
    tags::number(Tag::network_device, Width::u32),
    tags::number(Tag::uid, Width::u32),
    tags::number(Tag::gid, Width::u32),
    tags::number(Tag::signal, Width::s32),
    tags::number(Tag::device, Width::u32),
    tags::number(Tag::date, Width::slong),
    tags::number(Tag::ticks, Width::slong),
    tags::number(Tag::resource, Width::ulong_),
    tags::number(Tag::resource_64, Width::u64),
    tags::bits(Tag::flags),
    tags::number(Tag::value, Width::u32),
    tags::number(Tag::value_or_number, Width::u32),
    tags::text(Tag::path),
    tags::text(Tag::string),
    tags::memory(Tag::bytes),
    tags::memory(Tag::socket_bytes),
    tags::memory(Tag::bytes_in_hex),
    tags::memory(Tag::string_array),
    tags::memory(Tag::environment),
    tags::memory(Tag::structure),
    tags::memory(Tag::array),
    tags::memory(Tag::pointed),
    tags::memory(Tag::file_times),
    tags::memory(Tag::wait_status),
    // One behind an output is shown as the exit finds it: epoll_pwait.
    TagTraits{.tag = Tag::sigset, .as_exit_finds_it = true},
    tags::memory(Tag::cpu_set),
    tags::memory(Tag::sigaction),
    tags::memory(Tag::siginfo),
    tags::memory(Tag::sockaddr),
    TagTraits{.tag = Tag::msghdr, .has_own_failure = true},
    tags::memory(Tag::control_messages),
    TagTraits{.tag = Tag::iovec, .has_own_failure = true},
    TagTraits{.tag = Tag::message_iovec, .has_own_failure = true},
    tags::memory(Tag::fd_set),
    tags::memory(Tag::pollfds),
    tags::number(Tag::ioctl_request, Width::u32),
    tags::number(Tag::ioctl_argument, Width::ulong_, NumberForm::hex),
    TagTraits{.tag = Tag::clone_flags, .holds = Holds::bits, .width = Width::ulong_},
    tags::number(Tag::futex_operation, Width::u32),
    tags::number(Tag::selected, Width::ulong_, NumberForm::hex),
    tags::number(Tag::futex_wake_operation, Width::u32),
    tags::bits(Tag::creation_flags),
    tags::memory(Tag::option_int),
    tags::memory(Tag::option_value),
    TagTraits{.tag = Tag::sent_messages, .has_own_failure = true},
    tags::memory(Tag::received_messages),
    tags::memory(Tag::queue_message),
    tags::memory(Tag::residency),
    TagTraits{.tag = Tag::thread_area, .has_own_failure = true},
    tags::memory(Tag::signal_frame),
    tags::memory(Tag::interrupted_call),
    tags::number(Tag::value_or_int, Width::s32, NumberForm::decimal),
    tags::number(Tag::signal_in_long, Width::ulong_),
    tags::number(Tag::word_parts, Width::ulong_),
    tags::number(Tag::io_priority, Width::s32),
    tags::number(Tag::quota_command, Width::u32),
    tags::memory(Tag::capabilities),
    tags::memory(Tag::filter_statements),
    tags::memory(Tag::node_mask),
    tags::number(Tag::page_state, Width::s32),
    tags::number(Tag::hex_int, Width::u32, NumberForm::hex),
    tags::number(Tag::fourcc, Width::u32),
    tags::memory(Tag::bit_names),
    TagTraits{.tag = Tag::io_command, .width = Width::pointer},
    TagTraits{.tag = Tag::file_handle, .has_own_failure = true},
    tags::number(Tag::numbered_value, Width::s32, NumberForm::decimal),
    tags::memory(Tag::option_structure),
    tags::memory(Tag::group_request),
    tags::memory(Tag::named_bits),
    tags::number(Tag::network_value, Width::u16),
    tags::number(Tag::error_number, Width::s32, NumberForm::decimal),
    tags::memory(Tag::ended_bytes),
    tags::number(Tag::user_offset, Width::ulong_, NumberForm::hex),
    tags::number(Tag::own_number, Width::ulong_),
    tags::memory(Tag::own_memory),
    TagTraits{.tag = Tag::none, .holds = Holds::nothing},
};

static_assert(
    [] {
        for (std::size_t i = 0; i < tag_traits.size(); ++i) {
            if (static_cast<std::size_t>(tag_traits[i].tag) != i) {
                return false;
            }
        }
        return tag_traits.size() == static_cast<std::size_t>(Tag::none) + 1;
    }(),
    "a row per tag, in their order");

[[nodiscard]] constexpr const TagTraits& traits_of(Tag tag) { return tag_traits[static_cast<std::size_t>(tag)]; }

[[nodiscard]] constexpr bool is_number(Tag tag) { return traits_of(tag).holds == Holds::number || traits_of(tag).holds == Holds::bits; }

/// How much of a register a value of this kind takes: sets of bits say it themselves.
[[nodiscard]] constexpr Width width_of(const Kind& kind) {
    if (kind.tag == Tag::flags && (kind.flag_set->is_long || kind.flag_set->long_as_number)) {
        return Width::u64;
    }
    return kind.tag == Tag::value && kind.value_set->is_long ? Width::ulong_ : traits_of(kind.tag).width;
}

/// The value that the lower bytes of `raw` have in the width of a kind; all of it where the kind has no width.
[[nodiscard]] constexpr std::uint64_t in_width(Width width, Abi abi, std::uint64_t raw) {
    return width == Width::nested ? raw : extended(raw, bytes_of(width, abi), is_signed(width));
}

}  // namespace troupe
