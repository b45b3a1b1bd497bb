#include "core/tables/control_messages.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "core/decode/array.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/structs/sockets.hpp"

/// What a message carries beside its data: descriptors, credentials, times.
namespace troupe {

namespace {

/// A message carries no more than this many descriptors (SCM_MAX_FD); ten times that bounds what we look at.
constexpr std::uint64_t most_control_bytes = 16384;

std::size_t element_size(const ControlData& known, Abi abi) {
    return known.width == Width::nested ? element_size(known.element, abi) : bytes_of(known.width, abi);
}

void write_elements(Decoder& decoder, const ControlData& known, std::span<const std::byte> data) {
    const std::size_t size = element_size(known, decoder.abi());
    std::uint64_t left = decoder.element_limit();
    decoder.out.open(Shape::array);
    for (; data.size() >= size; data = data.subspan(size), --left) {
        if (left == 0) {
            decoder.out.close(End::cut);
            return;
        }
        decoder.out.element();
        write_element(decoder, known.element, data.first(size));
    }
    decoder.out.close();
}

/// Data that is known, and whole; of the rest only the length is shown.
void write_control_data(Decoder& decoder, const ControlData& known, std::span<const std::byte> data) {
    if (known.element.tag == Tag::bytes) {
        decoder.out.field("cmsg_data");
        decoder.out.bytes({reinterpret_cast<const char*>(data.data()), data.size()}, BytesForm::text, false);
        return;
    }
    const std::size_t size = element_size(known, decoder.abi());
    if (data.size() < size) {
        return;
    }
    decoder.out.field("cmsg_data");
    if (known.is_list) {
        write_elements(decoder, known, data);
    } else {
        write_element(decoder, known.element, data.first(size));
    }
}

}  // namespace

bool read_name_length(Decoder& decoder, std::uint64_t address, std::uint32_t& length) {
    return decoder.memory().read_object(address + msghdr_layout.on(decoder.abi()).find("msg_namelen")->offset, length);
}

void write_control_messages(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    const AbiLayout& header = control_message_layout.on(decoder.abi());
    const std::size_t word = decoder.word_size();
    const std::uint64_t end = std::min(length, most_control_bytes);
    if (end < header.size) {
        write_unread(decoder, address);
        return;
    }
    std::vector<std::byte> bytes(end);
    if (decoder.memory().read(address, bytes) != end) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::array);
    for (std::uint64_t at = 0; at + header.size <= end;) {
        const StructureBytes message(header, std::span(bytes).subspan(at, header.size));
        const std::uint64_t size = message.value("cmsg_len");
        decoder.out.element();
        const End whole = write_open_structure(decoder, control_message_layout, message);
        const ControlData* known = control_data_of(message.value("cmsg_level"), message.value("cmsg_type"));
        if (const std::uint64_t shown = std::min(size, end - at); known != nullptr && shown > header.size) {
            write_control_data(decoder, *known, std::span(bytes).subspan(at + header.size, shown - header.size));
        }
        decoder.out.close(whole);
        if (size < header.size || size >= end - at) {
            break;
        }
        at += (size + word - 1) / word * word;
    }
    decoder.out.close();
}

}  // namespace troupe
