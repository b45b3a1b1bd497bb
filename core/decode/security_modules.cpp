#include <algorithm>

#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// What lsm_get_self_attr(2) tells and lsm_set_self_attr(2) takes (linux/lsm.h).
namespace troupe {

namespace {

/// One context whose fixed part has been read, and which may have no more than `room` bytes.
void write_context(Decoder& decoder, const StructLayout& layout, const StructureBytes& context, std::uint64_t room) {
    const std::uint64_t header = context.layout().size;
    const End end = write_open_structure(decoder, layout, context);
    decoder.out.field("ctx");
    write_bytes(decoder, context.address() + header, std::min(context.value("ctx_len"), room - std::min(room, header)));
    decoder.out.close(end);
}

}  // namespace

void write_security_contexts(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    std::uint32_t room = 0;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (!decoder.memory().read_object(decoder.argument(2), room)) {
        write_unreadable(decoder, address);
        return;
    }
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    std::uint64_t where = address, next = address;
    const std::uint64_t limit = decoder.element_limit();
    write_list(
        decoder, address, 0,
        [&](std::uint64_t number, std::uint64_t) {
            where = next;
            if (number == decoder.count_returned() || where - address >= room) {
                return Next::end;
            }
            if (decoder.memory().read(where, bytes) != bytes.size()) {
                return Next::unreadable;
            }
            next = where + std::max<std::uint64_t>(StructureBytes(fields, bytes).value("len"), fields.size);
            return number >= limit ? Next::more_than_shown : Next::element;
        },
        [&] { write_context(decoder, *kind.layout, StructureBytes(fields, bytes, bytes.size(), where), room - (where - address)); });
}

void write_security_context(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    const std::uint64_t size = decoder.count_in_argument(2);
    if (!may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (size < fields.size || decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    write_context(decoder, *kind.layout, StructureBytes(fields, bytes, bytes.size(), address), size);
}

}  // namespace troupe
