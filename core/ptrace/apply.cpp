#include "troupe/core/apply.hpp"

#include <algorithm>
#include <csignal>
#include <span>

namespace troupe {
namespace {

std::int64_t result_of(const Decision& decision) { return decision.error ? -static_cast<std::int64_t>(*decision.error) : *decision.retval; }

/// How many of the bytes there is memory for, from the first on; those are written.
std::size_t write_what_fits(TraceeMemory& memory, const Poke& poke) {
    const std::span<const std::byte> bytes(poke.bytes);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const std::uint64_t here = poke.address + done;
        const auto part = bytes.subspan(done, std::min(bytes.size() - done, bytes_to_page_end(here)));
        if (memory.write(here, part) == Written::fault) {
            break;
        }
        done += part.size();
    }
    return done;
}

/// Bytes go the way that works on any thread first; what only the owner can write follows, in the order in which it was asked for.
Result<void> write(Kernel& kernel, const Stopped& stopped, TraceeMemory& memory, const std::vector<Poke>& pokes, Applied& applied) {
    for (const Poke& bytes : pokes) {
        const std::size_t written = write_what_fits(memory, bytes);
        if (written < bytes.bytes.size()) {
            applied.unwritten.push_back(
                {bytes.address + written, {bytes.bytes.begin() + static_cast<std::ptrdiff_t>(written), bytes.bytes.end()}});
        }
        applied.wrote = applied.wrote || written > 0;
    }
    for (Poke& bytes : memory.take_pokes()) {
        auto done = kernel.poke(stopped, bytes.address, bytes.bytes);
        if (!done && is_gone(done.error())) {
            return done;
        }
        if (!done) {
            applied.unwritten.push_back(std::move(bytes));
        }
    }
    return {};
}

Result<void> change_call(Kernel& kernel, const Stopped& stopped, const Decision& decision, Moment moment, Applied& applied) {
    const std::int64_t result = result_of(decision);
    if (moment.at == Moment::At::exit) {
        return kernel.set_result(stopped, result);
    }
    if (decision.instead) {
        auto done = kernel.call_instead(stopped, {moment.abi, *decision.instead});
        if (done) {
            applied.replaced_call = true;
            applied.result_at_exit = result;
        }
        return done;
    }
    auto done = kernel.replace_call(stopped, result);
    applied.replaced_call = done.has_value();
    return done;
}

/// What stood there is told where the call has yet to be made.
Result<void> set_arguments(Kernel& kernel, const Stopped& stopped, const Decision& decision, Moment moment, Applied& applied) {
    for (const NewArgument& one : decision.arguments) {
        if (moment.at == Moment::At::entry) {
            const auto own = kernel.argument(stopped, moment.abi, one.argument);
            if (!own) {
                return tl::unexpected(own.error());
            }
            applied.own_arguments.push_back({one.argument, *own});
        }
        if (auto done = kernel.set_argument(stopped, moment.abi, one.argument, one.value); !done) {
            return done;
        }
    }
    return {};
}

/// A request that did not do it. True: the tracee is gone.
bool is_gone_after(const Result<void>& done, Applied& applied) {
    if (!done && !is_gone(done.error())) {
        applied.refused = done.error();
    }
    return !done && is_gone(done.error());
}

}  // namespace

Result<Applied> apply(Kernel& kernel, const Stopped& stopped, TraceeMemory& memory, const Decision& decision, Moment moment) {
    Applied applied{.delay = decision.delay};
    if (decision.kill) {
        kernel.send_signal(stopped.tid(), SIGKILL, SignalTo::process);
    }
    if (auto done = write(kernel, stopped, memory, decision.pokes, applied); !done) {
        return tl::unexpected(done.error());
    }
    if (const auto done = set_arguments(kernel, stopped, decision, moment, applied); is_gone_after(done, applied)) {
        return tl::unexpected(done.error());
    }
    if (decision.replaces_call()) {
        if (const auto done = change_call(kernel, stopped, decision, moment, applied); is_gone_after(done, applied)) {
            return tl::unexpected(done.error());
        }
    }
    if (moment.at == Moment::At::signal) {
        applied.deliver = decision.signal.value_or(0);
    } else if (decision.signal) {
        // At a filter's stop the kernel does not take a signal with the resumption, so it is sent.
        kernel.send_signal(stopped.tid(), *decision.signal, SignalTo::thread);
        applied.sent = decision.signal;
    }
    return applied;
}

}  // namespace troupe
