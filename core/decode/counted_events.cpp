#include "core/tables/values/counted_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/decode/constants.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/format/numbers.hpp"

/// What perf_event_open(2) counts (linux/perf_event.h).
namespace troupe {

namespace {

/// How much of the structure the tracee has given: `size` as it says, 0 of which stands for the first version.
std::uint64_t given_size(std::uint64_t size, const StructLayout& layout) { return size == 0 ? layout.sizes.first : size; }

/// Reads what is shown of it, behind which there is 0.
bool read_attributes(Decoder& decoder, std::uint64_t address, std::uint64_t given, std::span<std::byte> bytes) {
    constexpr std::uint64_t shown_in_brief = 48;  // up to the bits
    const std::uint64_t wanted = std::min<std::uint64_t>(decoder.abbreviates() ? shown_in_brief : given, bytes.size());
    std::ranges::fill(bytes, std::byte{0});
    return decoder.memory().read(address, bytes.first(static_cast<std::size_t>(wanted))) == wanted;
}

/// `name` of `value` in the style of constants.
std::string in_style(const Decoder& decoder, const ValueSet& set, std::uint64_t value) {
    return constant_text(set, value, hex_text(value), decoder.call.style.form.constants);
}

void write_shifted(Decoder& decoder, const std::string& text, std::uint64_t value, unsigned shift) {
    decoder.out.element();
    decoder.out.symbol(fmt::format("{}<<{}", text, shift), value << shift, NumberForm::none);
}

/// What stands above a part, where it is not 0: 0x2<<32
void write_rest(Decoder& decoder, std::uint64_t rest, unsigned shift) {
    if (rest != 0) {
        write_shifted(decoder, hex_text(rest), rest, shift);
    }
}

constexpr unsigned unit_shift = 32;  // which of several kinds of CPU counts (PERF_PMU_TYPE_SHIFT)

}  // namespace

void write_event_attributes(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const StructLayout& layout = *kind.layout;
    const AbiLayout& fields = layout.on(decoder.abi());
    std::uint32_t size = 0;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (!decoder.memory().read_object(address + fields.find("size")->offset, size)) {
        write_unreadable(decoder, address);
        return;
    }
    const std::uint64_t given = given_size(decoder.length_before.value_or(size), layout);
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (given < layout.sizes.least || !read_attributes(decoder, address, given, bytes)) {
        write_unreadable(decoder, address);
        return;
    }
    const auto known = static_cast<std::size_t>(std::min<std::uint64_t>(given, bytes.size()));
    const End end = write_open_structure(decoder, layout, StructureBytes(fields, bytes, known, address));
    decoder.out.close(given > fields.size ? End::cut : end);
}

void write_hardware_event(Decoder& decoder, const Kind&, std::uint64_t event) {
    const std::uint64_t unit = event >> unit_shift;
    const std::uint64_t number = event & 0xffffffff;
    if (unit == 0) {
        decoder.out.constant(hardware_events, number);
        return;
    }
    decoder.out.open(Shape::any_of);
    write_rest(decoder, unit, unit_shift);
    decoder.out.element();
    decoder.out.constant(hardware_events, number);
    decoder.out.close();
}

void write_cache_event(Decoder& decoder, const Kind&, std::uint64_t event) {
    constexpr unsigned rest_shift = 24, result_shift = 16, operation_shift = 8;
    constexpr std::uint64_t byte = 0xff;
    const std::uint64_t result = event >> result_shift & byte, operation = event >> operation_shift & byte;
    decoder.out.open(Shape::any_of);
    write_rest(decoder, event >> unit_shift, unit_shift);
    write_rest(decoder, event >> rest_shift & byte, rest_shift);
    write_shifted(decoder, in_style(decoder, cache_results, result), result, result_shift);
    write_shifted(decoder, in_style(decoder, cache_operations, operation), operation, operation_shift);
    decoder.out.element();
    decoder.out.constant(cache_events, event & byte);
    decoder.out.close();
}

void write_remarked_number(Decoder& decoder, const Kind& kind, std::uint64_t number) {
    decoder.unsigned_number(number);
    decoder.out.comment(name_in(*kind.value_set, number));
}

void write_noted_number(Decoder& decoder, const Kind& kind, std::uint64_t number) {
    const std::string_view name = name_in(*kind.value_set, number);
    decoder.unsigned_number(number);
    if (!name.empty() && shows_names(decoder)) {
        decoder.out.comment(name);
    }
}

void write_remarked_bits(Decoder& decoder, const Kind& kind, std::uint64_t bits) {
    decoder.hex_number(bits);
    decoder.out.comment(kind.value_set->unknown);
}

}  // namespace troupe
