#include "lua/decoding.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include "lua/tracee_memory.hpp"
#include "troupe/core/tape.hpp"
#include "troupe/core/tracee_sockets.hpp"

namespace troupe::lua {
namespace {

/// Structures whole, and what stands behind every pointer: a script sees what it asks for, however the line is printed.
constexpr unsigned everything = qualifier::trace | qualifier::verbose;

void decode_in_memory(Border& border, const Event& event, Memory& memory, std::size_t string_limit) {
    const auto* entry = std::get_if<SyscallEntry>(&event);
    const auto* exit = std::get_if<SyscallExit>(&event);
    Arguments args = entry != nullptr ? entry->args : exit->args;
    // What hooks have set since this one began.
    if (entry != nullptr) std::copy(std::begin(border.event.args), std::end(border.event.args), args.begin());
    const Shown shown{
        .args = args, .result = exit != nullptr ? exit->result : 0, .error = exit != nullptr ? exit->error : 0, .qualifiers = everything};
    const TextStyle style{.string_limit = string_limit};
    const CallView call{.call = {static_cast<Abi>(border.event.personality), border.event.number},
                        .shown = shown,
                        .memory = memory,
                        .style = style,
                        .pid = border.event.tid,
                        .stack_pointer = entry != nullptr ? entry->stack_pointer : 0,
                        .sockets = &procfs::sockets_of_tracees()};
    decode_entry(call, border.values, border.half);
    if (exit != nullptr) decode_exit(call, border.half, border.values);
}

const Tape* kept_arguments(const Border& border) {
    if (border.observation != nullptr) return border.observation->arguments.get();
    return border.view != nullptr ? border.view->call().arguments : nullptr;
}

}  // namespace

bool decode_arguments(Border& border, std::size_t string_limit) {
    border.values.clear();
    if (const Tape* kept = kept_arguments(border); kept != nullptr) {
        kept->replay(border.values);
    } else if (border.at_syscall()) {
        decode_in_memory(border, border.view->event(), border.view->memory(), string_limit);
    } else if (border.observation != nullptr) {
        NoMemory none;
        decode_in_memory(border, border.observation->event, none, string_limit);
    } else {
        return false;
    }
    border.values.finish();
    return true;
}

}  // namespace troupe::lua
