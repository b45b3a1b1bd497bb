#include <array>
#include <cstddef>
#include <span>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"

/// What the kernel left on the stack when it called a handler, as it is at the return from it: by then the handler and the restorer have
/// taken the return address off, and on i386 without SA_SIGINFO the signal, too (arch/x86/include/asm/sigframe.h,
/// arch/x86/kernel/signal_64.c).
namespace troupe {

namespace {

/// Where the halves of the mask are, from the stack pointer on.
struct MaskPlace {
    std::uint16_t low = 0;
    std::uint16_t high = 0;
};

// ucontext: flags, link, stack_t, and a sigcontext of 256 bytes before the mask.
constexpr MaskPlace on_x86_64{8 + 8 + 24 + 256, 8 + 8 + 24 + 256 + 4};
// The same in words of 32 bits, with a word of padding behind the stack_t of 12 bytes.
constexpr MaskPlace on_x32{4 + 4 + 12 + 4 + 256, 4 + 4 + 12 + 4 + 256 + 4};
// Signal, two pointers and a siginfo of 128 bytes, then a ucontext with a sigcontext of 88 bytes.
constexpr MaskPlace on_i386{12 + 128 + 4 + 4 + 12 + 88, 12 + 128 + 4 + 4 + 12 + 88 + 4};
// The old frame has one word of the mask near the end of the sigcontext, the other behind the floating point state of 624 bytes.
constexpr MaskPlace old_on_i386{80, 88 + 624};

MaskPlace place_of(SyscallId call) {
    if (call.abi == Abi::i386) {
        const SyscallRow* row = row_of(call);
        return row != nullptr && row->name == "sigreturn" ? old_on_i386 : on_i386;
    }
    return call.abi == Abi::x32 ? on_x32 : on_x86_64;
}

}  // namespace

void write_signal_frame(Decoder& decoder) {
    const std::uint64_t stack = decoder.call.stack_pointer;
    if (stack == 0) {
        return;
    }
    const MaskPlace place = place_of(decoder.call.call);
    std::array<char, 8> mask;
    const auto bytes = std::as_writable_bytes(std::span(mask));
    const bool known = decoder.looks_behind() && decoder.memory().read(stack + place.low, bytes.first(4)) == 4 &&
                       decoder.memory().read(stack + place.high, bytes.last(4)) == 4;
    decoder.out.open(Shape::structure);
    decoder.out.field("mask");
    if (known) {
        write_signal_set(decoder.out, std::string_view(mask.data(), mask.size()));
    } else if (decoder.looks_behind()) {
        write_unreadable(decoder, stack + place.low);
    } else {
        write_unread(decoder, stack + place.low);
    }
    decoder.out.close();
}

}  // namespace troupe
