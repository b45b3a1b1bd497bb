#include "core/decode/clone.hpp"

#include <linux/sched.h>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"

namespace troupe {

namespace {

constexpr std::uint64_t wants_parent_tid = CLONE_PARENT_SETTID | CLONE_PIDFD;
constexpr std::uint64_t wants_child_tid = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;

void write_named_pointer(Decoder& decoder, std::string_view name, std::uint64_t value) {
    decoder.out.field(name, Named::yes);
    decoder.pointer(value);
}

}  // namespace

void write_clone_entry(Decoder& decoder) {
    write_named_pointer(decoder, "child_stack", decoder.argument(1));
    decoder.out.field("flags", Named::yes);
    write_clone_flags(decoder.out, decoder.abi() == Abi::i386 ? decoder.argument(0) & 0xffffffff : decoder.argument(0));
}

void write_clone_exit(Decoder& decoder) {
    const std::uint64_t flags = decoder.argument(0);
    // CONFIG_CLONE_BACKWARDS: i386 has the thread area before the child's tid.
    const bool backwards = decoder.abi() == Abi::i386;
    const std::uint64_t thread_area = decoder.argument(backwards ? 3 : 4);
    const std::uint64_t child_tid = decoder.argument(backwards ? 4 : 3);
    if ((flags & wants_parent_tid) != 0) {
        decoder.out.field("parent_tid", Named::yes);
        write_pointed(decoder, kind::signed_int, decoder.argument(2));
    }
    if ((flags & CLONE_SETTLS) != 0) {
        decoder.out.field("tls", Named::yes);
        if (backwards) {  // as set_thread_area takes it
            write_segment(decoder, thread_area & 0xffffffff);
        } else {
            decoder.pointer(thread_area);
        }
    }
    if ((flags & wants_child_tid) != 0) {
        write_named_pointer(decoder, "child_tidptr", child_tid);
    }
}

}  // namespace troupe
