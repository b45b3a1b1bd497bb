#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// What requests of ioctl to network devices take (linux/if.h).
namespace troupe {

namespace {

struct AddressLength {
    std::uint16_t type;
    std::uint16_t bytes;
};

/// linux/if_arp.h. Of other types it is as long as there is room for.
constexpr AddressLength address_lengths[] = {
    {0, 7},   {1, 6},   {3, 7},   {6, 6},   {7, 1},   {15, 2},  {27, 8},  {270, 5}, {271, 5}, {290, 1},
    {768, 4}, {772, 6}, {773, 1}, {774, 6}, {776, 4}, {777, 4}, {778, 4}, {779, 4}, {780, 6}, {783, 4},
    {801, 6}, {802, 6}, {803, 6}, {804, 8}, {805, 8}, {820, 1}, {821, 1}, {822, 1}, {825, 8}, {826, 8},
};

std::uint64_t interface_size(const Decoder& decoder) { return decoder.word_size() == 8 ? 40 : 32; }

void write_interface_size(Decoder& decoder, std::uint64_t bytes) {
    const auto count = static_cast<std::int64_t>(bytes);
    const auto size = static_cast<std::int64_t>(interface_size(decoder));
    decoder.signed_number(count);
    if (count >= size && count % size == 0) {
        decoder.out.comment(fmt::format("{} * sizeof(struct ifreq)", count / size));
    }
}

}  // namespace

void write_hardware_address(Decoder& decoder, const Kind&, std::uint64_t address) {
    std::array<std::byte, 14> bytes;
    if (decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const auto row = std::ranges::find(address_lengths, decoder.structure->value("sa_family"), &AddressLength::type);
    const std::size_t length = row == std::end(address_lengths) ? bytes.size() : row->bytes;
    decoder.out.spelled(as_text(bytes));
    write_hardware_address(decoder.out, std::span(bytes).first(length));
}

/// Without a buffer the kernel only says how much it would need.
void write_interface_bytes(Decoder& decoder, const Kind&, std::uint64_t bytes) {
    const auto before =
        static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(decoder.length_before.value_or(bytes))));
    if (before == bytes || decoder.structure->value("ifc_buf") == 0) {
        write_interface_size(decoder, bytes);
        return;
    }
    decoder.out.open(Shape::change);
    write_interface_size(decoder, before);
    decoder.out.becomes();
    write_interface_size(decoder, bytes);
    decoder.out.close();
}

void write_interface_list(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const auto bytes = static_cast<std::int64_t>(decoder.structure->value("ifc_len"));
    if (address == 0 || bytes < 0 || decoder.failed()) {
        write_unread(decoder, address);
        return;
    }
    const Kind element = kind::structure(*kind.layout);
    StructureMemory memory;
    std::span<const std::byte> read;
    std::uint64_t where = 0;
    write_counted_list(
        decoder, address, static_cast<std::uint64_t>(bytes) / interface_size(decoder), interface_size(decoder),
        [&](std::uint64_t at) {
            where = at;
            return read_element(decoder, element, at, memory, read);
        },
        [&] { write_structure_value(decoder, *kind.layout, StructureBytes(kind.layout->on(decoder.abi()), read, read.size(), where)); });
}

}  // namespace troupe
