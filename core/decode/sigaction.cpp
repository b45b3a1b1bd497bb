#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/own.hpp"
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

/// The first sigaction of i386 has a mask of one word, before the flags (asm/signal.h: struct compat_old_sigaction).
bool read_old_action(Decoder& decoder, std::uint64_t address, Action& action) {
    std::array<std::uint32_t, 4> words{};
    if (!decoder.memory().read_object(address, words)) {
        return false;
    }
    action.handler = words[0];
    std::memcpy(action.mask.data(), &words[1], sizeof words[1]);
    action.flags = words[2];
    action.restorer = words[3];
    return true;
}

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

void write_signal_handler(Decoder& decoder, const Kind&, std::uint64_t handler) { write_handler(decoder, handler); }

void write_signal_word(Decoder& decoder, const Kind&, std::uint64_t word) {
    std::array<char, 4> set{};
    std::memcpy(set.data(), &word, set.size());
    write_signal_set(decoder.out, std::string_view(set.data(), set.size()));
}

void write_sigaction(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const bool is_old = kind.length.from == Length::From::fixed;
    const std::size_t mask_size = is_old ? kind.length.value : std::tuple_size_v<decltype(Action::mask)>;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    Action action;
    if (!(is_old ? read_old_action : read_action)(decoder, address, action)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("sa_handler");
    write_handler(decoder, action.handler);
    decoder.out.field("sa_mask");
    write_signal_set(decoder.out, std::string_view(action.mask.data(), mask_size));
    decoder.out.field("sa_flags");
    decoder.out.flags(sigaction_flags, action.flags);
    if ((action.flags & has_restorer) != 0) {
        decoder.out.field("sa_restorer");
        decoder.pointer(action.restorer);
    }
    decoder.out.close();
}

}  // namespace troupe
