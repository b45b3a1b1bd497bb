#include <algorithm>
#include <string>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// What volumes of btrfs answer that no row can say (linux/btrfs.h).
namespace troupe {

namespace {

constexpr std::string_view container_count = "elem_cnt";

/// How many bytes there are for what was found.
std::uint64_t room_for_items(const StructureBytes& answer) {
    constexpr std::uint64_t in_first_version = 3992;  // of struct btrfs_ioctl_search_args
    return answer.layout().find("buf_size") == nullptr ? in_first_version : answer.value("buf_size");
}

/// `nr_items` of the key, which the answer begins with.
std::uint64_t found_items(const Decoder& decoder) {
    constexpr std::uint64_t count_offset = 64;
    std::uint32_t count = 0;
    return decoder.memory().read_object(decoder.structure->address() + count_offset, count) ? count : 0;
}

/// [BTRFS_DEV_STAT_WRITE_ERRS]=
std::string error_name(const Decoder& decoder, const ValueSet& names, std::uint64_t number) {
    return constant_text(names, number, std::to_string(number), decoder.call.style.form.constants);
}

}  // namespace

/// struct btrfs_data_container: offsets from where they begin.
void write_volume_paths(Decoder& decoder, const Kind&, std::uint64_t address) {
    std::uint64_t offset = 0;
    write_counted_list(
        decoder, address, decoder.structure->value(container_count), sizeof(offset),
        [&](std::uint64_t where) { return decoder.memory().read_object(where, offset); }, [&] { write_string(decoder, address + offset); });
}

void write_volume_places(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint64_t words_each = 3;
    const Kind place = kind::structure(*kind.layout);
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_counted_list(
        decoder, address, decoder.structure->value(container_count) / words_each, kind.layout->on(decoder.abi()).size,
        [&](std::uint64_t where) { return read_element(decoder, place, where, memory, bytes); },
        [&] { write_element(decoder, place, bytes); });
}

/// Headers, each with `len` bytes behind it that are not shown.
void write_volume_items(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const AbiLayout& header = kind.layout->on(decoder.abi());
    const std::uint64_t room = room_for_items(*decoder.structure), count = found_items(decoder);
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(header.size);
    std::uint64_t place = 0;
    const auto next = [&](std::uint64_t number, std::uint64_t& where) {
        where = address + place;
        if (number == count) {
            return Next::end;
        }
        if (place > room || room - place < header.size || number > decoder.string_limit()) {
            return Next::more_than_shown;
        }
        if (decoder.memory().read(where, bytes) != bytes.size()) {
            return Next::unreadable;
        }
        place += header.size + StructureBytes(header, bytes).value("len");
        return Next::element;
    };
    write_list(decoder, address, 0, next, [&] { write_structure_value(decoder, *kind.layout, StructureBytes(header, bytes)); });
}

/// struct btrfs_ioctl_get_dev_stats: counts, of which those with names are shown.
void write_volume_errors(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    std::uint64_t number = 0, errors = 0;
    write_limited_list(
        decoder, address, decoder.structure->value("nr_items"), kind.value_set->rows.size(), sizeof(errors),
        [&](std::uint64_t where) { return decoder.memory().read_object(where, errors); },
        [&] {
            decoder.out.field(error_name(decoder, *kind.value_set, number++));
            decoder.unsigned_number(errors);
        },
        Shape::indexed);
}

void write_feature_sets(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::string_view what_for[] = {"supported", "safe to set", "safe to clear"};
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(std::size(what_for) * fields.size);
    if (decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    write_numbered_list(decoder, std::size(what_for), std::size(what_for), [&](std::uint64_t number) {
        write_structure_value(decoder, *kind.layout, StructureBytes(fields, bytes.subspan(number * fields.size, fields.size)));
        decoder.out.comment(what_for[number]);
    });
}

}  // namespace troupe
