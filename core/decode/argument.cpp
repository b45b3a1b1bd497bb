#include "core/decode/argument.hpp"

#include <algorithm>
#include <charconv>

#include "core/decode/array.hpp"
#include "core/decode/ioctl.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/layouts.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

bool is_number(Tag tag) { return tag <= Tag::value || tag == Tag::ioctl_request || tag == Tag::clone_flags || tag == Tag::futex_operation; }

/// Sets whose argument is a long: all others are an int to the kernel, whatever the upper half of the register holds.
bool is_long(const FlagSet* set) {
    return set == &mmap_protection || set == &mount_flags || set == &mremap_flags || set == &namespace_flags || set == &sigaction_flags;
}

const Choice* choice_of(const CallView& call, const Kind& kind) {
    const auto command = static_cast<std::uint32_t>(call.shown.args[kind.selector]);
    const Choice* otherwise = nullptr;
    for (const Choice& choice : kind.choices) {
        if (choice.otherwise) {
            otherwise = &choice;
        } else if (static_cast<std::uint32_t>(choice.command) == command) {
            return &choice;
        }
    }
    return otherwise;
}

bool is_time(const StructLayout* layout) { return layout == &timespec_layout || layout == &timespec32_layout; }

/// The time that was left of a sleep: the kernel writes it only where a signal ended the sleep.
bool is_remaining_time(const Signature& signature, std::size_t index, const Argument& argument) {
    if (argument.phase != Phase::exit || argument.kind.tag != Tag::structure || !is_time(argument.kind.layout)) {
        return false;
    }
    return std::any_of(signature.arguments.begin(), signature.arguments.begin() + static_cast<std::ptrdiff_t>(index),
                       [](const Argument& earlier) {
                           return earlier.phase == Phase::entry && earlier.kind.tag == Tag::structure && is_time(earlier.kind.layout);
                       });
}

void print_remaining_time(Printer& printer, const Argument& argument, std::uint64_t value) {
    constexpr std::uint64_t interrupted = 4, restart_block = 516;
    const std::uint64_t error = printer.call.shown.error;
    if (error != interrupted && error != restart_block) {
        print_address(printer, value);
        return;
    }
    Shown succeeded = printer.call.shown;
    succeeded.error = 0;
    const CallView call{printer.call.call, succeeded, printer.call.memory, printer.call.style, printer.call.injected, printer.call.pid};
    Printer without_error{call, printer.out, true};
    print_value(without_error, argument.kind, value);
}

/// wait4 with WNOHANG that found nobody returns 0 and writes nothing.
bool nothing_was_written(Printer& printer, const Signature& signature) {
    return printer.call.shown.error == 0 && printer.call.shown.result == 0 &&
           std::any_of(signature.arguments.begin(), signature.arguments.end(),
                       [](const Argument& argument) { return argument.kind.tag == Tag::wait_status; });
}

}  // namespace

Slot slot_of(const CallView& call, const Signature& signature, std::size_t index) {
    Argument argument = signature.arguments[index];
    // A selected argument may lead to another one, but never round in a circle: the rows are data, so bound it all the same.
    for (int depth = 0; depth < 4; ++depth) {
        if (argument.condition.mask != 0 && (call.shown.args[argument.condition.argument] & argument.condition.mask) == 0) {
            return {argument, false, false};
        }
        if (argument.kind.tag == Tag::ioctl_argument) {
            const std::uint64_t request = index == 0 ? 0 : call.shown.args[index - 1];
            if (!ioctl_has_argument(request)) {
                return {argument, false, true};
            }
            const Argument* known = ioctl_argument_of(request);
            return {known != nullptr ? *known : in(kind::hex, argument.name), true, false};
        }
        if (argument.kind.tag != Tag::selected) {
            break;
        }
        const Choice* choice = choice_of(call, argument.kind);
        if (choice == nullptr) {
            return {in(kind::hex, argument.name), true, false};
        }
        if (choice->absent) {
            return {argument, false, true};
        }
        argument = choice->argument;
    }
    return {argument, argument.kind.tag != Tag::none, false};
}

std::uint64_t slot_value(const CallView& call, const Argument& argument, std::size_t index) {
    const std::uint64_t value = call.shown.args[index];
    const Tag tag = argument.kind.tag;
    if (call.call.abi == Abi::i386 && (tag == Tag::signed_64 || tag == Tag::unsigned_64) && index + 1 < max_args) {
        return (value & 0xffffffff) | (call.shown.args[index + 1] << 32);
    }
    if (call.call.abi == Abi::i386 && tag == Tag::halves_64 && index + 1 < max_args) {
        return (value << 32) | (call.shown.args[index + 1] & 0xffffffff);
    }
    const bool narrow = tag == Tag::value || tag == Tag::device || (tag == Tag::flags && !is_long(argument.kind.flag_set));
    return narrow ? value & 0xffffffff : value;
}

void print_argument(Printer& printer, const Signature& signature, std::size_t index, const Argument& argument) {
    const std::uint64_t value = slot_value(printer.call, argument, index);
    const Tag tag = argument.kind.tag;
    if (argument.phase == Phase::exit && printer.at_exit && !is_number(tag)) {
        if (is_remaining_time(signature, index, argument)) {
            print_remaining_time(printer, argument, value);
            return;
        }
        const bool has_own_failure = tag == Tag::iovec || tag == Tag::msghdr || tag == Tag::sent_messages;
        if ((printer.failed() && !has_own_failure) || nothing_was_written(printer, signature)) {
            print_address(printer, value);
            return;
        }
    }
    print_value(printer, argument.kind, value);
}

bool leaves_text(const Argument& argument) {
    const Tag tag = argument.kind.tag;
    switch (argument.phase) {
        case Phase::both:
            return true;
        case Phase::entry:
            // A set of signals behind an output is shown as the exit finds it: epoll_pwait.
            return !is_number(tag) && tag != Tag::sigset && tag != Tag::none;
        case Phase::exit:
            return tag == Tag::msghdr || (tag == Tag::sockaddr && argument.kind.length.from == Length::From::behind_argument);
    }
    return false;
}

void keep_text(Printer& printer, const Signature& signature, std::size_t index, const Argument& argument) {
    const std::uint64_t value = slot_value(printer.call, argument, index);
    if (argument.phase == Phase::both) {
        print_before(printer, argument, value);
        return;
    }
    if (argument.phase == Phase::entry) {
        print_argument(printer, signature, index, argument);
        return;
    }
    if (argument.kind.tag == Tag::msghdr) {
        std::uint32_t length = 0;
        if (value != 0 && read_name_length(printer, value, length)) {
            append_signed(printer.out, static_cast<std::int32_t>(length));
        }
        return;
    }
    append_unsigned(printer.out, length_of(printer, argument.kind.length));
}

void print_with_text(Printer& printer, const Signature& signature, std::size_t index, const Argument& argument, std::string_view text) {
    const std::uint64_t value = slot_value(printer.call, argument, index);
    if (argument.phase == Phase::both) {
        printer.out += text;
        print_after(printer, argument, value, text);
        return;
    }
    if (argument.phase == Phase::entry) {
        printer.out += text;
        return;
    }
    if (argument.kind.tag == Tag::msghdr) {
        const auto read = static_cast<std::uint64_t>(std::max<std::int64_t>(printer.call.shown.result, 0));
        print_msghdr(printer, value, {false, read}, text);
        return;
    }
    if (printer.failed()) {
        print_argument(printer, signature, index, argument);
        return;
    }
    // The kernel writes no more of an address than there was room for, but tells how long it is.
    std::uint64_t room = 0;
    std::from_chars(text.data(), text.data() + text.size(), room);
    print_sockaddr(printer, value, std::min(room, length_of(printer, argument.kind.length)));
}

void print_before(Printer& printer, const Argument& argument, std::uint64_t value) {
    if (argument.kind.tag != Tag::pointed) {
        print_value(printer, argument.kind, value);
        return;
    }
    const std::size_t start = printer.out.size();
    print_value(printer, argument.kind, value);
    if (printer.out.size() > start && printer.out[start] == '[') {
        printer.out.pop_back();
    }
}

void print_after(Printer& printer, const Argument& argument, std::uint64_t value, std::string_view before) {
    if (argument.kind.tag == Tag::structure && argument.kind.layout == &clone_args_layout) {
        print_clone_answer(printer, *argument.kind.layout, value);
        return;
    }
    const bool opened = argument.kind.tag == Tag::pointed && before.starts_with('[');
    if (argument.kind.tag == Tag::pointed && !opened) {
        return;
    }
    std::string after;
    if (!printer.failed()) {
        Printer second{printer.call, after, true};
        print_before(second, argument, value);
    }
    const bool changed = !after.empty() && after != before && (!opened || after.starts_with('['));
    if (changed) {
        printer.out += " => ";
        printer.out.append(after, opened ? 1 : 0);
    }
    if (opened) {
        printer.out += ']';
    }
}

}  // namespace troupe
