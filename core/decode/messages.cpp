#include <algorithm>
#include <array>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/tables/structs/sockets.hpp"

/// Several messages in one call (sendmmsg, recvmmsg), and messages of System V queues.
namespace troupe {

namespace {

struct Messages {
    std::uint64_t address = 0;
    std::uint64_t count = 0;
    std::uint64_t done = 0;  ///< so many of them have an answer of the kernel
    bool received = false;
    std::uint64_t asked = count;  ///< no more than these are shown
};

void write_message(Decoder& decoder, const StructureBytes& message, bool received, bool is_done) {
    Decoder one = decoder;
    if (received) {
        one.received = message.value("msg_len");
    }
    one.out.open(Shape::structure);
    write_field_named(one, "msg_hdr", message);
    if (is_done) {
        write_field_named(one, "msg_len", message);
    }
    one.out.close();
}

void write_messages(Decoder& decoder, const Messages& messages) {
    static constexpr Kind element = kind::structure(mmsghdr_layout);
    StructureMemory memory;
    std::span<const std::byte> bytes;
    std::uint64_t index = 0;
    const AbiLayout& layout = mmsghdr_layout.on(decoder.abi());
    constexpr std::uint64_t most_taken = 1024;  // UIO_MAXIOV: the kernel looks at no more (net/socket.c)
    const std::uint64_t limit = std::min({decoder.element_limit(), most_taken, messages.asked});
    write_limited_list(
        decoder, messages.address, messages.count, limit, layout.size,
        [&](std::uint64_t where) { return read_element(decoder, element, where, memory, bytes); },
        [&] { write_message(decoder, StructureBytes(layout, bytes), messages.received, index++ < messages.done); });
}

}  // namespace

void write_sent_messages(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    // What was to be sent is as good after a failure as before.
    Decoder sent{decoder.call, decoder.out, false};
    if (may_look_behind(sent, address)) {
        write_messages(sent, {address, count, decoder.at_exit ? decoder.count_returned() : 0, false});
    }
}

void write_received_messages(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    if (may_look_behind(decoder, address)) {
        // A result that was injected may be more than there is room for.
        write_messages(decoder, {address, count, count, true, static_cast<std::uint32_t>(decoder.argument(2))});
    }
}

void write_queue_message(Decoder& decoder, std::uint64_t address, std::uint64_t bytes) {
    static constexpr Kind type = kind::signed_long;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    // struct msgbuf (linux/msg.h) is two words long, whatever the text in it is.
    std::array<std::byte, 2 * sizeof(std::uint64_t)> header;
    const std::size_t size = element_size(type, decoder.abi());
    if (decoder.memory().read(address, std::span(header).first(2 * size)) != 2 * size) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("mtype");
    write_element(decoder, type, std::span(header).first(size));
    decoder.out.field("mtext");
    write_bytes(decoder, address + size, bytes);
    decoder.out.close();
}

}  // namespace troupe
