#pragma once

#include <optional>

#include "actors/tracee.hpp"
#include "troupe/core/call_notes.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/tracee_sockets.hpp"

namespace troupe {

/// The call that a tracee is in, for the decoders.
[[nodiscard]] inline CallView view_of(Tracee& tracee, const TextStyle& style) {
    return {.call = tracee.call.call,
            .shown = tracee.call.shown,
            .memory = tracee.memory,
            .style = style,
            .injected = tracee.call.injected,
            .pid = tracee.facts.id.tid,
            .interrupted = tracee.call.interrupted,
            .stack_pointer = tracee.call.stack_pointer,
            .arguments_injected = tracee.call.arguments_injected,
            .delayed = tracee.call.delayed,
            .sockets = &procfs::sockets_of_tracees()};
}

/// The call, where it has succeeded and the kernel was asked for it.
[[nodiscard]] inline std::optional<SucceededCall> succeeded_call(Tracee& tracee) {
    const CallInProgress& call = tracee.call;
    if (call.shown.error != 0 || call.injected) {
        return std::nullopt;
    }
    return SucceededCall{
        .call = call.call, .args = call.args, .result = call.shown.result, .tid = tracee.facts.id.tid, .memory = tracee.memory};
}

}  // namespace troupe
