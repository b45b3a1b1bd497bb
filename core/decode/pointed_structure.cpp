#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/decode/constants.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// Structures behind a pointer, also those that say how long they are: newer programs than we know have longer ones, older ones shorter.
namespace troupe {

namespace {

/// How long it is, as the tracee says.
std::uint64_t size_of(Decoder& decoder, const Kind& kind) {
    return kind.length.from == Length::From::unknown ? kind.layout->on(decoder.abi()).size : length_of(decoder, kind.length);
}

/// The same of one behind `address` that says it itself; what is as short as its first field is shown as far as that.
std::uint64_t size_at(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    if (kind.length.from != Length::From::itself) {
        return size_of(decoder, kind);
    }
    std::uint32_t size = 0;
    if (!decoder.memory().read_object(address, size)) {
        return sizeof(size);
    }
    const std::uint64_t first_version = kind.layout->sizes.first;
    return size == 0 ? first_version : size < first_version ? sizeof(size) : size;
}

/// Reads as much as there is of what we know; the rest is 0.
bool read_known(Decoder& decoder, std::uint64_t address, std::uint64_t size, std::span<std::byte> bytes) {
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size()));
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(wanted), bytes.end(), std::byte{0});
    return decoder.memory().read(address, bytes.first(wanted)) == wanted;
}

/// The kernel tells as much as there was room for, and its first field how much that was. What has less than the first version of the
/// structure is shown as far as that.
void write_told_within(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const StructLayout& layout = *kind.layout;
    const AbiLayout& fields = layout.on(decoder.abi());
    const std::uint64_t room = decoder.count_in_argument(kind.length.value);
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (room == 0) {
        write_unread(decoder, address);
    } else if (!read_known(decoder, address, room, bytes)) {
        write_unreadable(decoder, address);
    } else {
        const std::uint64_t told = StructureBytes(fields, bytes).value(fields.fields.front());
        const std::uint64_t given = told < layout.sizes.first ? sizeof(std::uint32_t) : std::min<std::uint64_t>(told, bytes.size());
        write_structure_value(decoder, layout, StructureBytes(fields, bytes, static_cast<std::size_t>(given), address));
    }
}

bool may_look_at(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const View& view = kind.layout->view;
    const bool has_something = !decoder.failed() || !view.failed.empty();
    if (address != 0 && has_something && (decoder.looks_behind() || view.even_unread)) {
        return true;
    }
    return may_look_behind(decoder, address);
}

constexpr std::uint64_t page = 4096;

enum class Behind : std::uint8_t { nothing, more, unreadable };

/// What stands behind what we know: anything but 0? The kernel refuses what is longer than a page.
Behind look_behind(Decoder& decoder, std::uint64_t address, std::uint64_t known, std::uint64_t size) {
    if (size <= known) {
        return Behind::nothing;
    }
    std::array<std::byte, page> room;
    const std::span<std::byte> tail = std::span(room).first(static_cast<std::size_t>(std::min(size, page) - std::min(known, page)));
    if (decoder.memory().read(address + known, tail) != tail.size()) {
        return Behind::unreadable;
    }
    return std::ranges::any_of(tail, [](std::byte byte) { return byte != std::byte{0}; }) ? Behind::more : Behind::nothing;
}

/// `/* bytes 88..95 */ "\x01…"` behind the fields that are known, or ??? where they cannot be read.
void write_tail(Decoder& decoder, std::uint64_t address, std::uint64_t known, std::uint64_t size, Behind behind) {
    if (behind == Behind::unreadable) {
        decoder.out.unnamed_field({});
        write_missing(decoder.out);
        return;
    }
    decoder.out.unnamed_field(fmt::format("bytes {}..{}", known, std::min(size, page) - 1));
    write_bytes(decoder, address + known, std::min(size, page) - known, BytesForm::hex);
}

void write_known(Decoder& decoder, const Kind& kind, std::uint64_t address, std::uint64_t size, const StructureBytes& structure) {
    const StructLayout& layout = *kind.layout;
    const std::uint64_t known = structure.layout().size;
    const bool is_unread = layout.sizes.tail == Tail::unread && size > known;
    const Behind behind = is_unread ? Behind::more : look_behind(decoder, address, known, size);
    if (behind == Behind::nothing) {
        write_structure_value(decoder, layout, structure);
        return;
    }
    if (behind == Behind::unreadable && layout.sizes.tail == Tail::readable_dots) {
        write_unreadable(decoder, address);
        return;
    }
    const End end = write_open_structure(decoder, layout, structure);
    if (layout.sizes.tail != Tail::bytes) {
        decoder.out.close(End::cut);
        return;
    }
    write_tail(decoder, address, known, size, behind);
    decoder.out.close(end);
}

}  // namespace

void write_structure(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const StructLayout& layout = *kind.layout;
    const bool has_entries = layout.shape == StructShape::dirents && !decoder.failed() && decoder.looks_behind();
    if (!has_entries && !may_look_at(decoder, kind, address)) {
        return;
    }
    if (has_entries) {
        write_directory_entries(decoder, layout, address);
        return;
    }
    if (kind.length.from == Length::From::itself && kind.length.value != 0) {
        write_told_within(decoder, kind, address);
        return;
    }
    const AbiLayout& fields = layout.on(decoder.abi());
    const std::uint64_t size = size_at(decoder, kind, address);
    const bool is_too_long = kind.length.most != 0 && size > kind.length.most;
    if (size < layout.sizes.least || is_too_long) {
        write_unread(decoder, address);
        return;
    }
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (!read_known(decoder, address, size, bytes)) {
        write_unreadable(decoder, address);
        return;
    }
    const auto given = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size()));
    write_known(decoder, kind, address, size, StructureBytes(fields, bytes, given, address));
}

namespace {

/// What the kernel has put in the place of what it was given.
bool write_changed_structure(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    const StructLayout& answer = *layout.answer;
    if (address == 0 || decoder.call.shown.error != layout.answering_error || !decoder.looks_behind()) {
        return false;
    }
    const AbiLayout& fields = answer.on(decoder.abi());
    StructureMemory memory;
    // All of it has to be there, but where the kernel refused it as too long.
    const std::size_t size = layout.answering_error == 0 ? std::max(fields.size, layout.on(decoder.abi()).size) : fields.size;
    const std::span<std::byte> bytes = memory.of(size);
    if (!read_known(decoder, address, bytes.size(), bytes)) {
        return false;
    }
    const StructureBytes structure(fields, bytes, bytes.size(), address);
    if (!shows_any_field(decoder, answer, structure)) {
        return false;
    }
    write_structure_value(decoder, answer, structure);
    return true;
}

}  // namespace

bool has_answers(const Kind& kind) {
    if (kind.tag == Tag::own_memory) {
        return has_own_answer(kind);
    }
    const auto has_answer = [](const PlacedField& placed) { return placed.field->answer != nullptr; };
    return kind.tag == Tag::structure &&
           (kind.layout->answer != nullptr || std::ranges::any_of(kind.layout->on(Abi::x86_64).fields, has_answer));
}

bool write_answers(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    if (kind.tag == Tag::own_memory) {
        return write_own_answer(decoder, kind, address);
    }
    if (kind.layout->answer != nullptr) {
        return write_changed_structure(decoder, *kind.layout, address);
    }
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    const std::uint64_t size = size_of(decoder, kind);
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (address == 0 || decoder.failed() || !decoder.looks_behind() || size < kind.layout->sizes.least ||
        !read_known(decoder, address, size, bytes)) {
        return false;
    }
    const StructureBytes structure(fields, bytes, static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size())));
    bool is_open = false;
    const auto open = [&] {
        if (!is_open) {
            decoder.out.open(Shape::structure);
        }
        is_open = true;
    };
    for (const PlacedField& placed : fields.fields) {
        if (placed.field->answer == nullptr || !structure.has(placed)) {
            continue;
        }
        open();
        decoder.out.field(placed.field->name);
        write_value(decoder, *placed.field->answer, structure.value(placed));
    }
    if (const Behind behind = look_behind(decoder, address, fields.size, size); behind != Behind::nothing) {
        open();
        write_tail(decoder, address, fields.size, size, behind);
    }
    if (is_open) {
        decoder.out.close();
    }
    return is_open;
}

}  // namespace troupe
