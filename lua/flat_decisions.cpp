#include <algorithm>
#include <chrono>

#include "lua/flat_call.hpp"

// What becomes of the tracee of the event (flat_call.hpp says what flat functions are).
namespace troupe::lua::abi {
extern "C" {

bool troupe_delay(kernel_ulong_t nanoseconds) {
    return flat([=](Border& here) {
        if (!here.at_syscall()) return false;
        here.decision.delay = std::chrono::nanoseconds(nanoseconds);
        return true;
    });
}

bool troupe_kill() {
    return flat([](Border& here) {
        if (here.view == nullptr) return false;
        here.decision.kill = true;
        return true;
    });
}

int troupe_detach() {
    return flat([](Border& here) {
        constexpr int done = 0, no_event = 1, is_filtered = 2;
        if (here.view == nullptr) return no_event;
        if (!here.view->call().may_be_detached) return is_filtered;
        here.decision.detach = true;
        return done;
    });
}

int troupe_set_argument(int argument, kernel_ulong_t value) {
    return flat([=](Border& here) {
        constexpr int done = 0, not_at_entry = 1, in_memory = 2, makes_child = 3;
        if (!here.at_syscall_entry()) return not_at_entry;
        if (here.view->call().registers == CallRegisters::in_memory) return in_memory;
        if (here.view->call().registers == CallRegisters::inherited) return makes_child;
        const bool is_narrow = abi_of(here.event.personality) == Abi::i386;
        const NewArgument wanted{static_cast<std::uint8_t>(argument), is_narrow ? value & 0xffffffff : value};
        auto& all = here.decision.arguments;
        const auto known = std::ranges::find(all, wanted.argument, &NewArgument::argument);
        if (known == all.end()) {
            all.push_back(wanted);
        } else {
            *known = wanted;
        }
        here.event.args[argument] = here.tcb.u_arg[argument] = wanted.value;
        return done;
    });
}

}  // extern "C"
}  // namespace troupe::lua::abi
