#include <sys/socket.h>

#include <algorithm>

#include "core/decode/socket_address.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/structs/socket_addresses.hpp"
#include "core/tables/values/sockets.hpp"

namespace troupe {

/// What is missing of a short one is 0.
End write_address_fields(Decoder& decoder, const StructLayout& layout, const SocketAddress& address) {
    const AbiLayout& fields = layout.on(decoder.abi());
    const auto bytes = std::span(address.room).first(fields.size);
    const StructureBytes structure(fields, bytes, std::min<std::size_t>(address.size, fields.size));
    const auto write = [&](const PlacedField& placed) {
        if (placed.field->form != Form::hidden && structure.has(placed)) {
            write_field(decoder, placed, structure);
        }
    };
    for (const std::string_view name : layout.view.whole) {
        write(*fields.find(name));
    }
    if (layout.view.whole.empty()) {
        std::ranges::for_each(fields.fields, write);
    }
    // What is never shown but brief is cut.
    return layout.view.whole.empty() || layout.view.whole.data() != layout.view.brief.data() ? End::whole : End::cut;
}

namespace {

/// What stands behind the family.
End write_address(Decoder& decoder, const SocketAddress& address) {
    if (const AddressWriter write = address_writer_of(address.family(), address.size)) {
        return write(decoder, address);
    }
    if (const StructLayout* layout = address_layout_of(address.family(), address.size)) {
        return write_address_fields(decoder, *layout, address);
    }
    if (address.size > sizeof(sa_family_t)) {
        decoder.out.field("sa_data");
        decoder.out.bytes(as_text(address.from(sizeof(sa_family_t))), BytesForm::text, false);
    }
    return End::whole;
}

}  // namespace

void write_sockaddr(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const auto signed_length = static_cast<std::int32_t>(length);
    SocketAddress where;
    where.size = std::min<std::size_t>(signed_length < 0 ? 0 : static_cast<std::size_t>(signed_length), where.room.size());
    if (where.size < sizeof(sa_family_t)) {
        write_unread(decoder, address);
        return;
    }
    if (decoder.memory().read(address, std::span(where.room).first(where.size)) != where.size) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("sa_family");
    decoder.out.constant(socket_domains, where.family());
    decoder.out.close(write_address(decoder, where));
}

}  // namespace troupe
