#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/decode/words.hpp"

/// Several messages in one call (sendmmsg, recvmmsg), and messages of System V queues.
namespace troupe {

namespace {

/// A message header of seven words, and an int, padded to whole words.
std::uint64_t message_size(const Decoder& decoder) { return 8 * decoder.word_size(); }
std::uint64_t transferred_offset(const Decoder& decoder) { return 7 * decoder.word_size(); }

struct Messages {
    std::uint64_t address = 0;
    std::uint64_t count = 0;
    std::uint64_t done = 0;  ///< so many of them have an answer of the kernel
    bool received = false;
};

struct Message {
    std::uint64_t address = 0;
    std::uint32_t transferred = 0;
};

bool read_message(Decoder& decoder, std::uint64_t address, Message& message) {
    std::uint64_t first_word = 0, last_word = 0;
    Words words(decoder);
    if (!words.read(address, first_word) || !words.read(address + transferred_offset(decoder), last_word)) {
        return false;
    }
    message = {address, static_cast<std::uint32_t>(last_word)};
    return true;
}

void write_message(Decoder& decoder, const Message& message, bool received, bool is_done) {
    decoder.out.open(Shape::structure);
    decoder.out.field("msg_hdr");
    write_msghdr(decoder, message.address, received ? VectorText{false, message.transferred} : VectorText{}, {});
    if (is_done) {
        decoder.out.field("msg_len");
        decoder.unsigned_number(message.transferred);
    }
    decoder.out.close();
}

void write_messages(Decoder& decoder, const Messages& messages) {
    Message message;
    std::uint64_t index = 0;
    write_counted_list(
        decoder, messages.address, messages.count, message_size(decoder),
        [&](std::uint64_t where) { return read_message(decoder, where, message); },
        [&] { write_message(decoder, message, messages.received, index++ < messages.done); });
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
        write_messages(decoder, {address, count, count, true});
    }
}

void write_queue_message(Decoder& decoder, std::uint64_t address, std::uint64_t bytes) {
    static constexpr Kind type = kind::signed_long;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> word;
    if (!read_element(decoder, type, address, memory, word)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("mtype");
    write_element(decoder, type, word);
    decoder.out.field("mtext");
    write_bytes(decoder, address + element_size(type, decoder.abi()), bytes);
    decoder.out.close();
}

}  // namespace troupe
