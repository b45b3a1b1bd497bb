#include "core/tables/control_messages.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/list.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
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
    const std::size_t count = data.size() / size;
    const bool has_fixed_number = known.count > 1;  // -s does not cut those
    write_numbered_list(decoder, count, has_fixed_number ? count : decoder.element_limit(),
                        [&](std::uint64_t i) { write_element(decoder, known.element, data.subspan(i * size, size)); });
}

/// Data that is known, and whole; of the rest only the length is shown.
void write_control_data(Decoder& decoder, const ControlData& known, std::span<const std::byte> data, std::uint64_t address) {
    if (known.element.tag == Tag::bytes) {
        decoder.out.field("cmsg_data");
        decoder.out.bytes(as_text(data), BytesForm::text, false);
        return;
    }
    const bool is_address = known.element.tag == Tag::sockaddr;
    const std::size_t size = is_address ? known.element.length.value : element_size(known, decoder.abi());
    if (data.size() < size * std::max<std::size_t>(known.count, 1) + known.behind) {
        if (known.says_if_short) {
            decoder.out.field("cmsg_data");
            write_missing(decoder.out);
        }
        return;
    }
    decoder.out.field("cmsg_data");
    if (known.is_list) {
        write_elements(decoder, known, known.count == 0 ? data : data.first(size * known.count));
    } else if (is_address) {
        write_sockaddr(decoder, address, size);
    } else if (known.element.tag == Tag::structure) {
        const StructLayout& layout = *known.element.layout;
        write_structure_value(decoder, layout, StructureBytes(layout.on(decoder.abi()), data.first(size), size, address));
    } else {
        write_element(decoder, known.element, data.first(size));
    }
}

/// One behind the other, each as long as it says, with a gap up to the next word.
class ControlMessages {
 public:
    ControlMessages(const AbiLayout& header, std::uint64_t address, std::span<const std::byte> bytes, std::size_t word)
        : header_(header), address_(address), rest_(bytes), word_(word) {}

    /// To the next message. Unreadable: something stands behind the last one that is no message, or behind one that cannot be right.
    [[nodiscard]] Next next() {
        rest_ = rest_.subspan(step_);
        address_ += step_;
        if (rest_.empty()) {
            return Next::end;
        }
        if (rest_.size() < header_.size || is_wrong_) {
            return Next::unreadable;
        }
        const std::uint64_t said = header().value("cmsg_len");
        const std::uint64_t size = std::clamp<std::uint64_t>(said, header_.size, rest_.size());
        is_wrong_ = said < header_.size;
        step_ = std::min(static_cast<std::size_t>((size + word_ - 1) / word_ * word_), rest_.size());
        return Next::element;
    }

    [[nodiscard]] StructureBytes header() const { return {header_, rest_.first(header_.size)}; }
    [[nodiscard]] std::uint64_t address() const { return address_; }
    /// What stands behind the header.
    [[nodiscard]] std::span<const std::byte> data() const {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(header().value("cmsg_len"), rest_.size()));
        return size > header_.size ? rest_.subspan(header_.size, size - header_.size) : std::span<const std::byte>();
    }
    [[nodiscard]] std::uint64_t data_address() const { return address_ + header_.size; }

 private:
    const AbiLayout& header_;
    std::uint64_t address_;
    std::span<const std::byte> rest_;
    std::size_t word_;
    std::size_t step_ = 0;
    bool is_wrong_ = false;
};

void write_control_message(Decoder& decoder, const ControlMessages& messages) {
    const StructureBytes header = messages.header();
    const End whole = write_open_structure(decoder, control_message_layout, header);
    const ControlData* known = control_data_of(header.value("cmsg_level"), header.value("cmsg_type"));
    if (known != nullptr && !messages.data().empty()) {
        write_control_data(decoder, *known, messages.data(), messages.data_address());
    }
    decoder.out.close(whole);
}

}  // namespace

bool read_name_length(Decoder& decoder, std::uint64_t address, std::uint32_t& length) {
    return decoder.memory().read_object(address + msghdr_layout.on(decoder.abi()).find("msg_namelen")->offset, length);
}

void write_control_messages(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    const AbiLayout& header = control_message_layout.on(decoder.abi());
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
    ControlMessages messages(header, address, bytes, decoder.word_size());
    write_list(
        decoder, address, 0,
        [&](std::uint64_t, std::uint64_t& where) {
            const Next found = messages.next();
            where = messages.address();
            return found;
        },
        [&] { write_control_message(decoder, messages); });
}

}  // namespace troupe
