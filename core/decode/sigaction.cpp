#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/tables/flags/signals.hpp"

namespace troupe {

namespace {

constexpr std::uint64_t has_restorer = 0x4000000;

/// The kernel's own sigaction: handler, flags, restorer, and a mask of 64 bits at the end. Compat tasks have words of 32 bits.
struct Action {
    std::uint64_t handler = 0;
    std::uint64_t flags = 0;
    std::uint64_t restorer = 0;
    std::array<char, 8> mask{};
};

bool read_action(Decoder& decoder, std::uint64_t address, Action& action) {
    const std::size_t word = decoder.word_size();
    std::array<std::byte, 32> buffer{};
    const std::size_t size = 3 * word + action.mask.size();
    if (decoder.memory().read(address, std::span(buffer).first(size)) != size) {
        return false;
    }
    std::memcpy(&action.handler, buffer.data(), word);
    std::memcpy(&action.flags, buffer.data() + word, word);
    std::memcpy(&action.restorer, buffer.data() + 2 * word, word);
    std::memcpy(action.mask.data(), buffer.data() + 3 * word, action.mask.size());
    return true;
}

void write_handler(Decoder& decoder, std::uint64_t handler) {
    const std::uint64_t error = ~std::uint64_t{0};
    if (handler == 0) {
        decoder.out.symbol("SIG_DFL", handler);
    } else if (handler == 1) {
        decoder.out.symbol("SIG_IGN", handler);
    } else if (handler == error) {
        decoder.out.symbol("SIG_ERR", handler);
    } else {
        decoder.pointer(handler);
    }
}

}  // namespace

void write_sigaction(Decoder& decoder, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    Action action;
    if (!read_action(decoder, address, action)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("sa_handler");
    write_handler(decoder, action.handler);
    decoder.out.field("sa_mask");
    write_signal_set(decoder.out, std::string_view(action.mask.data(), action.mask.size()));
    decoder.out.field("sa_flags");
    decoder.out.flags(sigaction_flags, action.flags);
    if ((action.flags & has_restorer) != 0) {
        decoder.out.field("sa_restorer");
        decoder.pointer(action.restorer);
    }
    decoder.out.close();
}

}  // namespace troupe
