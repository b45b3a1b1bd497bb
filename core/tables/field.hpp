#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/tables/width.hpp"
#include "troupe/core/kind.hpp"

/// The words that structures are written in: a row a field, in the order of the memory.
namespace troupe {

/// Forms of a value that no argument has.
enum class Form : std::uint8_t {
    plain,             ///< as the kind says
    hidden,            ///< padding: never shown
    text,              ///< `count` bytes with a NUL-terminated string
    numbers,           ///< [1, 2, 3], `count` of the kind
    all_numbers,       ///< the same, however few -s allows
    indexed,           ///< [[VINTR]=0x3, …], `count` of the kind; those behind the last of `names` have their numbers
    answered,          ///< only in what the kernel has written
    dated,             ///< with a date behind it: of a nested time, or of seconds whose `fraction` a sibling has in nanoseconds
    ipv4,              ///< inet_addr("127.0.0.1"): four bytes in the order of the network
    ipv6,              ///< inet_pton(AF_INET6, "::1", &name): sixteen bytes
    network_order,     ///< htons(80): a number in the byte order of the network
    was_and_is,        ///< a length that the kernel changes: 28 => 16
    hardware_address,  ///< 61:62:63:64:65:66, of as many bytes as the kind's length says, all of them where that is 0
    elements,          ///< [{a=1}, {a=2}]: `count` of the nested structure
    all_elements,      ///< the same, however few -s allows
    characters,        ///< `count` bytes as a string, NULs and all
    all_characters,    ///< the same, however few -s allows
    raw_characters,    ///< as \x1f each
    uuid,              ///< sixteen bytes: 01020304-0506-0708-090a-0b0c0d0e0f10
    fraction,          ///< 1/25: of a nested structure of two
    behind,            ///< [{…}, …] behind the end of the structure: as many of the kind as `counter` says
    becomes,           ///< 4 => 2: what the kernel has made of it, also where that is the same
    becomes_anyhow,    ///< the same, whatever became of the call
    leftover,          ///< behind the field before it, without a name: /* bytes 110..111: 0x8 */
    in_parts,          ///< NL0|CR0|OPOST: `parts` of the word, also where they are 0, and then the bits that are left, if any
};

/// Some bits of a word that are one value.
struct ValuePart {
    std::uint64_t mask = 0;
    const ValueSet* values = nullptr;
    std::uint8_t shift = 0;         ///< its values are shown as those of the lowest bits, and it not at all where it is 0:
    std::string_view shift_name{};  ///< B50<<IBSHIFT
};

/// A question about another field of the same structure: whether it has these bits (of `mask`) as `expected`, or has not. All elements of a
/// field that is an array are or-ed together.
struct Question {
    std::string_view sibling{};
    std::uint64_t mask = 0;
    std::uint64_t expected = 0;
    bool opposite = false;
};

/// When a field is there: where one of the questions is answered with yes. None: always.
struct When {
    Question one{};
    Question other{};
};

/// The words that rows ask in.
namespace when {
inline constexpr When always{};
constexpr When has_any(std::string_view sibling, std::uint64_t bits) { return {Question{sibling, bits, 0, true}, {}}; }
constexpr When is(std::string_view sibling, std::uint64_t value, std::uint64_t mask = ~std::uint64_t{0}) {
    return {Question{sibling, mask, value}, {}};
}
constexpr When is_not(std::string_view sibling, std::uint64_t value, std::uint64_t mask = ~std::uint64_t{0}) {
    return {Question{sibling, mask, value, true}, {}};
}
constexpr When is_set(std::string_view sibling) { return is_not(sibling, 0); }
constexpr When either(const When& one, const When& other) { return {one.one, other.one}; }
}  // namespace when

/// What a field is where a sibling has this value.
struct FieldChoice {
    std::uint64_t value = 0;
    Kind kind{};
};
struct FieldChoices {
    std::string_view sibling{};
    std::span<const FieldChoice> rows{};
    std::uint64_t mask = ~std::uint64_t{0};  ///< these bits of it decide
};

struct Field {
    std::string_view name;
    Width width = Width::s32;
    Kind kind{};
    std::uint16_t count = 1;
    Form form = Form::plain;
    bool verbose_only = false;         ///< abbreviated: left out, and the rest of the structure is `...`
    When when{};                       ///< it is shown
    FieldChoices choices{};            ///< its kind by a sibling; `kind` where no row has the value
    std::string_view fraction{};       ///< the sibling with the nanoseconds of a dated field
    const Kind* answer = nullptr;      ///< a pointer: what the kernel writes behind it, shown after `=>`
    bool comes_with_previous = false;  ///< in a structure that is cut short: given, as 0, wherever the field before it is
    std::span<const ValuePart> parts{};
    std::span<const std::string_view> names{};      ///< of the elements
    std::uint16_t per_count = 1, beside_count = 0;  ///< elements for each that is counted, and more
    std::string_view counter{};                     ///< the sibling that says how many elements there are; `count` at most
    bool united = false;                            ///< it begins where the field before it does
    std::uint8_t first_bit = 0, bits = 0;           ///< it is so many bits of its word from that one on; 0: all
};

/// The same field, but shown only then.
constexpr Field shown(const When& condition, Field field) {
    field.when = condition;
    return field;
}
constexpr Field with_date(std::string_view fraction, Field field) {
    field.form = Form::dated;
    field.fraction = fraction;
    return field;
}
constexpr Field answering(const Kind& answer, Field field) {
    field.answer = &answer;
    return field;
}
/// In a union with the field before it, which is the larger one.
constexpr Field united(Field field) {
    field.united = true;
    return field;
}
/// Some bits of its word; the others are fields united with it.
constexpr Field of_bits(std::uint8_t first, std::uint8_t count, Field field) {
    field.first_bit = first;
    field.bits = count;
    return field;
}
constexpr Field joined(Field field) {
    field.comes_with_previous = true;
    return field;
}
/// A word of flags, of which some bits are values.
constexpr Field in_parts(std::span<const ValuePart> parts, Field field) {
    field.form = Form::in_parts;
    field.parts = parts;
    return field;
}
constexpr Field indexed(std::span<const std::string_view> names, Field field) {
    field.form = Form::indexed;
    field.names = names;
    return field;
}
/// As many elements as a sibling says.
constexpr Field counted(std::string_view counter, Field field) {
    field.counter = counter;
    return field;
}
/// The same, and more: `each` for one, and `more` beside them.
constexpr Field counted(std::string_view counter, std::uint16_t each, std::uint16_t more, Field field) {
    field.counter = counter;
    field.per_count = each;
    field.beside_count = more;
    return field;
}
constexpr Field in_form(Form form, Field field) {
    field.form = form;
    return field;
}
constexpr Field if_verbose(Field field) {
    field.verbose_only = true;
    return field;
}
constexpr Field chosen(std::string_view sibling, std::span<const FieldChoice> rows, Field field) {
    field.choices = {sibling, rows};
    return field;
}
constexpr Field chosen_by_bits(std::string_view sibling, std::uint64_t mask, std::span<const FieldChoice> rows, Field field) {
    field.choices = {sibling, rows, mask};
    return field;
}

}  // namespace troupe
