// Strings that arguments point at are read at once, because the tracee may change them as soon as it runs.
#include "actors/worker/observers.hpp"

#include <memory>
#include <utility>

#include "actors/call_view.hpp"
#include "actors/worker/seen_arguments.hpp"
#include "troupe/core/argument_reading.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::size_t longest_text = 4096;  // PATH_MAX

std::vector<ArgumentText> texts_of(const SyscallEntry& entry, Memory& memory) {
    std::vector<ArgumentText> texts;
    const SyscallRow* row = row_of(entry.call);
    if (row == nullptr) {
        return texts;
    }
    const Signature& signature = signature_of(*row, entry.call.abi);
    for (std::uint8_t i = 0; i < signature.count; ++i) {
        if (reading_of(signature.arguments[i], entry.call.abi) != Reading::text || entry.args[i] == 0) {
            continue;
        }
        std::string text;
        if (memory.read_string(entry.args[i], longest_text, text) != StringEnd::fault) {
            texts.push_back({i, std::move(text)});
        }
    }
    return texts;
}

std::vector<int> holding_of(const CallInProgress& call) { return call.extras != nullptr ? call.extras->holding : std::vector<int>{}; }

}  // namespace

bool Observers::entry(Tracee& tracee, const SyscallEntry& entry) {
    const Interest interest = here_.interest_in(tracee, entry, here_.plan().observed);
    if (!interest.any()) {
        return false;
    }
    std::vector<ArgumentText> texts = texts_of(entry, tracee.memory);
    tracee.call.began = monotonic_ns();
    if (interest.values) {
        tracee.call.more().seen = seen_arguments(tracee);
    }
    if (interest.exit) {
        tracee.call.more().texts = texts;
    }
    if (interest.entry) {
        ++here_.ledger.observed;
        Observation observation{.task = tracee.facts, .event = entry, .texts = std::move(texts), .began = tracee.call.began};
        observation.holding = holding_of(tracee.call);
        if (interest.values) {
            const auto& seen = tracee.call.extras->seen;
            observation.arguments = {seen, &seen->tape};
        }
        has_batch_ |= here_.stage.executor->observe(std::move(observation));
    }
    return interest.exit;
}

void Observers::exit(Tracee& tracee, std::uint32_t error) {
    ++here_.ledger.observed;
    CallInProgress& call = tracee.call;
    Observation observation{.task = tracee.facts,
                            .event = exit_of(call, error),
                            .texts = std::move(call.more().texts),
                            .began = call.began,
                            .ended = monotonic_ns(),
                            .holding = holding_of(call)};
    if (const auto& seen = call.extras->seen) {
        auto whole = std::make_shared<Tape>(seen->tape);
        const Shown shown = everything_of(call);
        decode_exit(view_of(tracee, script_style).with(shown), seen->half, *whole);
        observation.arguments = std::move(whole);
    }
    has_batch_ |= here_.stage.executor->observe(std::move(observation));
}

void Observers::tell() {
    has_batch_ = false;
    here_.recorder.send_off();
    here_.stage.executor->tell();
}

}  // namespace troupe
