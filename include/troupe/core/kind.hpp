#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "troupe/core/tag.hpp"

namespace troupe {

struct FlagSet;
struct WordParts;
struct ValueSet;
struct StructLayout;
struct Choice;
struct Kind;
enum class Own : std::uint8_t;

/// When an argument can be read.
enum class Phase : std::uint8_t {
    entry,
    exit,
    both,  ///< value-result: shown as `[before => after]`
};

/// Where the length of an array or of bytes comes from.
struct Length {
    enum class From : std::uint8_t { unknown, argument, result, fixed, behind_argument, sibling, itself };
    From from = From::unknown;
    /// The index of the argument (from 0), the fixed length, or the most that a sibling may say. Of what the result or the first field
    /// says: the argument with the room that there is for it; 0: no argument bounds it.
    std::uint16_t value = 0;
    std::string_view sibling{};  ///< in a field's kind: another field of the same structure
    std::uint32_t most = 0;      ///< of an argument: the kernel does not look at what is longer; 0: any
};

namespace length {
inline constexpr Length unknown{};
inline constexpr Length result{Length::From::result};
/// Its first field says it, in 32 bits; 0 there stands for the first version.
inline constexpr Length itself{Length::From::itself};
/// The same, but no more than that argument says.
constexpr Length itself_within(std::uint16_t index) { return {Length::From::itself, index, {}}; }
constexpr Length result_within(std::uint16_t index) { return {Length::From::result, index, {}}; }
/// `most`: with more, or with none, the kernel does not look at it; 0: any number.
constexpr Length sibling(std::string_view field, std::uint16_t most = 0) { return {Length::From::sibling, most, field}; }
constexpr Length argument(std::uint16_t index, std::uint32_t most = 0) { return {Length::From::argument, index, {}, most}; }
constexpr Length fixed(std::uint16_t count) { return {Length::From::fixed, count, {}}; }
/// The argument points at an int that holds the length (socklen_t *).
constexpr Length behind_argument(std::uint16_t index) { return {Length::From::behind_argument, index, {}}; }
}  // namespace length

struct Kind {
    Tag tag = Tag::hex;
    Length length{};
    std::uint8_t selector = 0;
    const FlagSet* flag_set = nullptr;
    const ValueSet* value_set = nullptr;
    const StructLayout* layout = nullptr;
    const Kind* element = nullptr;
    std::span<const Choice> choices{};
    const WordParts* parts = nullptr;
    bool by_long = false;                             ///< the selector is a long: all of it decides
    std::uint8_t selector_shift = 0;                  ///< what decides is above so many bits of it
    bool exact = false;                               ///< no other length than that of the layout
    std::uint32_t selector_mask = ~std::uint32_t{0};  ///< what decides are these bits of it
    Own own{};                                        ///< which decoder of its own
};

namespace kind {
inline constexpr Kind hex{Tag::hex}, pointer{Tag::pointer}, signed_int{Tag::signed_int}, unsigned_int{Tag::unsigned_int},
    signed_long{Tag::signed_long}, unsigned_long{Tag::unsigned_long}, signed_64{Tag::signed_64}, unsigned_64{Tag::unsigned_64},
    halves_64{Tag::halves_64}, kernel_version{Tag::kernel_version}, pages{Tag::pages}, octal{Tag::octal}, file_mode{Tag::file_mode},
    fd{Tag::fd}, dirfd{Tag::dirfd}, pid{Tag::pid}, process_group{Tag::process_group}, session{Tag::session},
    network_device{Tag::network_device}, uid{Tag::uid}, gid{Tag::gid}, signal{Tag::signal}, device{Tag::device}, date{Tag::date},
    ticks{Tag::ticks}, resource{Tag::resource}, resource_64{Tag::resource_64}, path{Tag::path}, string{Tag::string},
    string_array{Tag::string_array}, environment{Tag::environment}, wait_status{Tag::wait_status}, sigaction{Tag::sigaction},
    siginfo{Tag::siginfo}, msghdr{Tag::msghdr}, ioctl_request{Tag::ioctl_request}, ioctl_argument{Tag::ioctl_argument},
    clone_flags{Tag::clone_flags}, futex_operation{Tag::futex_operation}, thread_area{Tag::thread_area},
    futex_wake_operation{Tag::futex_wake_operation}, signal_frame{Tag::signal_frame}, interrupted_call{Tag::interrupted_call},
    signal_in_long{Tag::signal_in_long}, io_priority{Tag::io_priority}, quota_command{Tag::quota_command}, capabilities{Tag::capabilities},
    page_state{Tag::page_state}, hex_int{Tag::hex_int}, fourcc{Tag::fourcc}, file_handle{Tag::file_handle}, error_number{Tag::error_number},
    user_offset{Tag::user_offset}, io_command{Tag::io_command}, none{Tag::none};

constexpr Kind flags(const FlagSet& set) { return {.tag = Tag::flags, .flag_set = &set}; }
constexpr Kind value(const ValueSet& set) { return {.tag = Tag::value, .value_set = &set}; }
constexpr Kind value_or_number(const ValueSet& set) { return {.tag = Tag::value_or_number, .value_set = &set}; }
constexpr Kind value_or_int(const ValueSet& set) { return {.tag = Tag::value_or_int, .value_set = &set}; }
constexpr Kind numbered_value(const ValueSet& set) { return {.tag = Tag::numbered_value, .value_set = &set}; }
/// A process, or what the set says instead.
constexpr Kind pid_or(const ValueSet& set) { return {.tag = Tag::pid, .value_set = &set}; }
constexpr Kind word_parts(const WordParts& word) { return {.tag = Tag::word_parts, .parts = &word}; }
constexpr Kind filter_statements(Length length) { return {.tag = Tag::filter_statements, .length = length}; }
/// What they return means something to seccomp.
constexpr Kind filter_statements(Length length, const ValueSet& returned) {
    return {.tag = Tag::filter_statements, .length = length, .value_set = &returned};
}
constexpr Kind node_mask(Length length) { return {.tag = Tag::node_mask, .length = length}; }
constexpr Kind structure(const StructLayout& layout) { return {.tag = Tag::structure, .layout = &layout}; }
/// One that says elsewhere how long it is, and may be shorter or longer than we know it: clone3.
constexpr Kind sized_structure(const StructLayout& layout, Length size) {
    return {.tag = Tag::structure, .length = size, .layout = &layout};
}
constexpr Kind file_times(const StructLayout& layout) { return {.tag = Tag::file_times, .layout = &layout}; }
constexpr Kind bytes(Length length) { return {.tag = Tag::bytes, .length = length}; }
/// Bytes that may end with a NUL, which is not shown.
constexpr Kind ended_bytes(Length length) { return {.tag = Tag::ended_bytes, .length = length}; }
constexpr Kind socket_bytes(Length length) { return {.tag = Tag::socket_bytes, .length = length}; }
constexpr Kind bytes_in_hex(Length length) { return {.tag = Tag::bytes_in_hex, .length = length}; }
constexpr Kind cpu_set(Length length) { return {.tag = Tag::cpu_set, .length = length}; }
constexpr Kind sigset(Length length) { return {.tag = Tag::sigset, .length = length}; }
constexpr Kind sockaddr(Length length) { return {.tag = Tag::sockaddr, .length = length}; }
constexpr Kind iovec(Length length) { return {.tag = Tag::iovec, .length = length}; }
constexpr Kind message_iovec(Length length) { return {.tag = Tag::message_iovec, .length = length}; }
constexpr Kind control_messages(Length length) { return {.tag = Tag::control_messages, .length = length}; }
constexpr Kind fd_set(Length length) { return {.tag = Tag::fd_set, .length = length}; }
constexpr Kind pollfds(Length length) { return {.tag = Tag::pollfds, .length = length}; }
constexpr Kind creation_flags(const FlagSet& set) { return {.tag = Tag::creation_flags, .flag_set = &set}; }
/// `element`: what the int is; nullptr: a number. It must have static storage.
constexpr Kind option_int(Length length, const Kind* element = nullptr) {
    return {.tag = Tag::option_int, .length = length, .element = element};
}
/// `exact`: what is longer is no option.
constexpr Kind option_structure(const StructLayout& layout, Length length, bool exact = false) {
    return {.tag = Tag::option_structure, .length = length, .layout = &layout, .exact = exact};
}
constexpr Kind network_value(const ValueSet& set) { return {.tag = Tag::network_value, .value_set = &set}; }
constexpr Kind group_request(Length length) { return {.tag = Tag::group_request, .length = length}; }
constexpr Kind named_bits(const ValueSet& set, Length length) { return {.tag = Tag::named_bits, .length = length, .value_set = &set}; }
constexpr Kind option_value(Length length) { return {.tag = Tag::option_value, .length = length}; }
constexpr Kind sent_messages(Length length) { return {.tag = Tag::sent_messages, .length = length}; }
constexpr Kind received_messages(Length length) { return {.tag = Tag::received_messages, .length = length}; }
constexpr Kind queue_message(Length length) { return {.tag = Tag::queue_message, .length = length}; }
constexpr Kind residency(Length length) { return {.tag = Tag::residency, .length = length}; }
/// The element must have static storage: `inline constexpr Kind`.
constexpr Kind array(const Kind& element, Length length) { return {.tag = Tag::array, .length = length, .element = &element}; }
/// The names of at most `most` bits, of as many bytes as the result says.
constexpr Kind bit_names(const ValueSet& set, std::uint16_t most) {
    return {.tag = Tag::bit_names, .length = length::fixed(most), .value_set = &set};
}
/// What no row can say; `choices` or `layout` where the decoder wants them.
constexpr Kind own_number(Own own) { return {.tag = Tag::own_number, .own = own}; }
constexpr Kind own_memory(Own own) { return {.tag = Tag::own_memory, .own = own}; }
constexpr Kind own_memory(Own own, std::span<const Choice> choices) { return {.tag = Tag::own_memory, .choices = choices, .own = own}; }
constexpr Kind own_memory(Own own, const StructLayout& layout) { return {.tag = Tag::own_memory, .layout = &layout, .own = own}; }
constexpr Kind pointed(const Kind& element) { return {.tag = Tag::pointed, .element = &element}; }
constexpr Kind selected(std::uint8_t argument, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices};
}
/// By what an int has above `shift` bits.
constexpr Kind selected_above(std::uint8_t argument, std::uint8_t shift, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices, .selector_shift = shift};
}
/// By some bits of an int.
constexpr Kind selected_masked(std::uint8_t argument, std::uint32_t mask, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices, .selector_mask = mask};
}
constexpr Kind selected_by_long(std::uint8_t argument, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices, .by_long = true};
}
}  // namespace kind

}  // namespace troupe
