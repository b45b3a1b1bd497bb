#include "core/decode/result.hpp"

#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/printer.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

/// The kernel's own: the call is made again, or not, after a signal; the tracee never sees them.
bool is_restart(std::uint64_t error) { return error == 512 || error == 513 || error == 514 || error == 516; }

void append_error(std::string& result, std::uint64_t error) {
    const ErrnoRow* row = errno_of(static_cast<std::uint32_t>(error));
    if (row == nullptr) {
        result += "-1 (errno ";
        append_unsigned(result, error);
        result += ')';
        return;
    }
    result += is_restart(error) ? "? " : "-1 ";
    result += row->name;
    result += " (";
    result += row->text;
    result += ')';
}

/// What a command's result is, where the row cannot say it: the command is in the argument that has this set of values.
struct CommandResult {
    const ValueSet* commands;
    std::uint32_t command;
    Kind kind;
    std::string_view word;     ///< in front of the names
    bool silent_zero = false;  ///< 0 says nothing
    bool decimal = false;
};

constexpr std::uint32_t get_fd = 1, get_flags = 3, get_signal = 11, get_lease = 1025, get_seals = 1034, get_dumpable = 3,
                        get_securebits = 27;

constexpr CommandResult command_results[] = {
    {&fcntl_commands, get_fd, kind::flags(fd_flags), "flags ", true},
    {&fcntl_commands, get_flags, kind::flags(open_flags), "flags "},
    {&fcntl_commands, get_signal, kind::signal, "", true, true},
    {&fcntl_commands, get_lease, kind::value(lock_types), ""},
    {&fcntl_commands, get_seals, kind::flags(seal_flags), "seals ", true},
    {&prctl_codes, get_dumpable, kind::value(dumpable_values), "", false, true},
    {&prctl_codes, get_securebits, kind::flags(securebits), "", true},
};

const CommandResult* command_result_of(const CallView& call, const Signature& signature) {
    for (std::size_t i = 0; i < std::min<std::size_t>(signature.count, 2); ++i) {
        const ValueSet* commands = signature.arguments[i].kind.value_set;
        if (signature.arguments[i].kind.tag != Tag::value) {
            continue;
        }
        for (const CommandResult& row : command_results) {
            if (row.commands == commands && row.command == static_cast<std::uint32_t>(call.shown.args[i])) {
                return &row;
            }
        }
    }
    return nullptr;
}

std::uint64_t as_word(const CallView& call) {
    const auto value = static_cast<std::uint64_t>(call.shown.result);
    return facts_of(call.call.abi).klong_size == 4 ? value & 0xffffffff : value;
}

/// ` (names)` behind a number that stands for something.
void append_meaning(const CallView& call, const Kind& kind, std::string_view word, std::string& result) {
    result += " (";
    result += word;
    Printer printer{call, result, true};
    print_value(printer, kind, as_word(call) & 0xffffffff);
    result += ')';
}

void append_value_of_kind(const CallView& call, const Kind& kind, std::string& result) {
    switch (kind.tag) {
        case Tag::hex:
        case Tag::pointer:
            append_hex(result, as_word(call));
            return;
        case Tag::octal:
            append_permissions(result, as_word(call));
            return;
        case Tag::value:
            if (name_in(*kind.value_set, as_word(call)).empty()) {
                append_signed(result, call.shown.result);
                return;
            }
            [[fallthrough]];
        case Tag::flags:
            append_hex(result, as_word(call));
            append_meaning(call, kind, "", result);
            return;
        case Tag::uid:
        case Tag::gid:
        case Tag::unsigned_int:
            append_unsigned(result, static_cast<std::uint32_t>(call.shown.result));
            return;
        case Tag::unsigned_long:
        case Tag::unsigned_64:
            append_unsigned(result, as_word(call));
            return;
        case Tag::pid:
        case Tag::fd:
            append_signed(result, call.shown.result);
            return;
        default:  // negative only where somebody injected it
            append_unsigned(result, as_word(call));
    }
}

const Argument* find_tag(const Signature& signature, Tag tag, std::size_t& index) {
    for (; index < signature.count; ++index) {
        if (signature.arguments[index].kind.tag == tag) {
            return &signature.arguments[index];
        }
    }
    return nullptr;
}

/// `left {tv_sec=0, tv_nsec=1}`: Linux writes the rest of the time-out back.
void append_time_left(Printer& printer, const Signature& signature, std::string& text) {
    std::size_t index = 0;
    const Argument* timeout = find_tag(signature, Tag::structure, index);
    if (timeout == nullptr || printer.argument(index) == 0) {
        return;
    }
    text += text.empty() ? "left " : ", left ";
    Printer left{printer.call, text, true};
    print_structure(left, *timeout->kind.layout, printer.argument(index));
}

std::string ready_descriptors(Printer& printer, const Signature& signature) {
    static constexpr std::string_view names[] = {"in ", "out ", "except "};
    std::string text;
    std::size_t index = 0;
    for (const std::string_view name : names) {
        const Argument* argument = find_tag(signature, Tag::fd_set, index);
        if (argument == nullptr) {
            break;
        }
        std::string members;
        bool any = false;
        const std::uint64_t address = printer.argument(index);
        if (address != 0 && printer.looks_behind() &&
            append_fd_set(printer, address, length_of(printer, argument->kind.length), members, any) && any) {
            text += text.empty() ? "" : ", ";
            text += name;
            text += members;
        }
        ++index;
    }
    return text;
}

/// What became ready, for the calls that wait for descriptors.
void append_readiness(const CallView& call, const Signature& signature, std::string& result) {
    std::size_t index = 0;
    const Argument* polled = find_tag(signature, Tag::pollfds, index);
    std::size_t set_index = 0;
    const Argument* selected = find_tag(signature, Tag::fd_set, set_index);
    std::size_t messages_index = 0;
    const bool has_messages = find_tag(signature, Tag::received_messages, messages_index) != nullptr;
    if (polled == nullptr && selected == nullptr && !has_messages) {
        return;
    }
    if (call.shown.result == 0) {
        result += " (Timeout)";
        return;
    }
    std::string text;
    Printer printer{call, text, true};
    if (polled != nullptr) {
        if (!printer.looks_behind()) {
            return;
        }
        append_ready_pollfds(printer, printer.argument(index), length_of(printer, polled->kind.length), text);
    } else {
        text = ready_descriptors(printer, signature);
    }
    append_time_left(printer, signature, text);
    if (text.empty()) {
        return;
    }
    result += " (";
    result += text;
    result += ')';
}

/// Through `ipc` of i386 shmat returns 0, and writes its answer where the third argument says.
bool attached_through_ipc(const CallView& call, const SyscallRow& row, std::uint64_t& place) {
    constexpr std::size_t answer = 3;
    std::uint32_t word = 0;
    if (row.name != "shmat" || !multiplexer_of(call.call) || !call.memory.read_object(call.shown.args[answer], word)) {
        return false;
    }
    place = word;
    return true;
}

void append_success(const CallView& call, const SyscallRow* row, std::string& result) {
    if ((call.shown.qualifiers & qualifier::raw) != 0) {
        append_hex(result, as_word(call));
        return;
    }
    if (row == nullptr) {
        append_signed(result, call.shown.result);
        return;
    }
    const Signature& signature = signature_of(*row, call.call.abi);
    if (const CommandResult* command = command_result_of(call, signature)) {
        if (command->decimal) {
            append_signed(result, call.shown.result);
        } else {
            append_hex(result, as_word(call));
        }
        if (call.shown.result != 0 || !command->silent_zero) {
            append_meaning(call, command->kind, command->word, result);
        }
        return;
    }
    if (std::uint64_t place = 0; attached_through_ipc(call, *row, place)) {
        append_hex(result, place);
        return;
    }
    const Argument& first = signature.arguments[0];
    if (first.kind.tag == Tag::thread_area && first.phase == Phase::entry) {
        Printer printer{call, result, true};
        append_value_of_kind(call, row->result, result);
        append_thread_area_entry(printer, call.shown.args[0], result);
        return;
    }
    append_value_of_kind(call, row->result, result);
    append_readiness(call, signature, result);
}

}  // namespace

void append_result(const CallView& call, const SyscallRow* row, std::string& result) {
    result += "= ";
    if (call.shown.error != 0) {
        append_error(result, call.shown.error);
    } else if (row != nullptr && row->result.tag == Tag::none && !call.injected) {
        result += '?';
    } else {
        append_success(call, row, result);
    }
    if (call.arguments_injected) {
        result += call.injected ? " (INJECTED: args, retval)" : " (INJECTED: args)";
    } else if (call.injected) {
        result += " (INJECTED)";
    }
    if (call.delayed) {
        result += " (DELAYED)";
    }
}

}  // namespace troupe
