// What observers are told of: the tracee goes on, and a batch of values follows later. Strings that arguments point at are read now,
// because the tracee may change them as soon as it runs.
#include <utility>

#include "actors/worker/worker.hpp"
#include "troupe/core/argument_reading.hpp"
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

}  // namespace

void Worker::observe_entry(Tracee& tracee, const SyscallEntry& entry) {
    const Interest interest = plan_->observed.of(entry.call, entry.args);
    if (!interest.any() || stage_.executor == nullptr) {
        return;
    }
    std::vector<ArgumentText> texts = texts_of(entry, tracee.memory);
    tracee.call.for_observer = interest.exit;
    if (interest.exit) {
        tracee.call.texts = texts;
    }
    if (interest.entry) {
        ++ledger_.observed;
        has_batch_ |= stage_.executor->observe({.task = tracee.facts, .event = entry, .texts = std::move(texts)});
    }
}

void Worker::observe_exit(Tracee& tracee, std::uint32_t error) {
    ++ledger_.observed;
    has_batch_ |=
        stage_.executor->observe({.task = tracee.facts, .event = exit_of(tracee.call, error), .texts = std::move(tracee.call.texts)});
}

void Worker::tell_observers() {
    has_batch_ = false;
    recorder_.send_off();
    stage_.executor->tell();
}

}  // namespace troupe
