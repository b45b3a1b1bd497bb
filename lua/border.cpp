#include "lua/border.hpp"

#include <algorithm>
#include <variant>

#include "troupe/core/check.hpp"

namespace troupe::lua {
namespace {

thread_local Border* current = nullptr;

}  // namespace

Border& border() {
    TROUPE_CHECK(current != nullptr, "a flat function ran outside a call of Hooks");
    return *current;
}

BorderInUse::BorderInUse(Border& border) {
    TROUPE_CHECK(current == nullptr, "two calls of Hooks on one thread");
    current = &border;
}

BorderInUse::~BorderInUse() { current = nullptr; }

AnnotationChoice every_detail() {
    AnnotationChoice choice;
    choice.descriptors = KeywordSet<DescriptorDetail>::all();
    return choice;
}

const TaskFacts* Border::task() const {
    if (view != nullptr) return &view->task();
    return observation != nullptr ? &observation->task : nullptr;
}

SyscallId Border::call() const {
    if (const auto* at_entry = std::get_if<SyscallEntry>(&view->event())) return at_entry->call;
    return std::get<SyscallExit>(view->event()).call;
}

void Border::show(const Event& shown, const TaskFacts& task, std::uint64_t sequence) {
    event = {};
    const auto call = [this](SyscallId id, const Arguments& args) {
        event.number = id.number;
        event.personality = static_cast<unsigned>(index_of(id.abi));
        std::copy(args.begin(), args.end(), event.args);
    };
    if (const auto* entry = std::get_if<SyscallEntry>(&shown)) {
        call(entry->call, entry->args);
        event.entering = true;
    } else {
        const auto& exit = std::get<SyscallExit>(shown);
        call(exit.call, exit.made_with);
        event.result = exit.error != 0 ? -1 : exit.result;
        event.error = exit.error;
        event.injected = exit.injected;
    }
    event.tid = task.id.tid;
    event.tgid = task.process;
    event.parent = task.parent;
    event.sequence = sequence;
}

}  // namespace troupe::lua
