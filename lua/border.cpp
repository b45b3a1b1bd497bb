#include "lua/border.hpp"

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

SyscallId Border::call() const {
    if (const auto* at_entry = std::get_if<SyscallEntry>(&view->event())) return at_entry->call;
    return std::get<SyscallExit>(view->event()).call;
}

}  // namespace troupe::lua
