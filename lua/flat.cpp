#include "lua/flat.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

#include "lua/border.hpp"
#include "lua/flat_call.hpp"
#include "lua/path_match.hpp"
#include "lua/tracee_memory.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::lua {
namespace {

constexpr int highest_errno = 4095;

bool monitor(Border& here, unsigned number, unsigned personality, Interest more) {
    if (!is_personality(personality)) return false;
    const SyscallId call{abi_of(personality), number};
    if (here.wishes.add(call, more)) changed(here);
    return true;
}

}  // namespace

namespace abi {
extern "C" {

struct tcb* troupe_tcb() {
    return flat([](Border& here) { return &here.tcb; });
}

struct troupe_now* troupe_state() {
    return flat([](Border& here) { return &here.now; });
}

const struct troupe_tables* troupe_constants() {
    return flat([](Border& here) { return &here.tables.constants(); });
}

bool troupe_monitor(unsigned number, unsigned personality, bool on_entry, bool on_exit) {
    return flat([=](Border& here) { return monitor(here, number, personality, {on_entry, on_exit}); });
}

bool troupe_monitor_hook(unsigned number, unsigned personality, bool on_entry, bool on_exit, int hook) {
    return flat([=](Border& here) {
        if (!monitor(here, number, personality, {on_entry, on_exit})) return false;
        here.first_hooks.add({abi_of(personality), number}, on_entry, on_exit, hook);
        return true;
    });
}

void troupe_monitor_all(bool on_entry, bool on_exit) {
    flat([=](Border& here) {
        here.wishes.add_all({on_entry, on_exit});
        changed(here);
        return 0;
    });
}

void troupe_want_happening(int happening) {
    flat([=](Border& here) {
        here.wishes.add(static_cast<Happening>(happening));
        changed(here);
        return 0;
    });
}

void troupe_name_hook(int hook, const char* text, std::size_t length) {
    flat([=](Border& here) {
        here.names.set(hook, {text, length});
        return 0;
    });
}

bool troupe_inject_signo(int signal) {
    return flat([=](Border& here) {
        if (!here.at_syscall_entry() || signal < 1 || signal > last_signal) return false;
        here.decision.signal = signal;
        return true;
    });
}

bool troupe_inject_error(int error) {
    return flat([=](Border& here) {
        if (!here.at_syscall_entry() || error < 1 || error > highest_errno) return false;
        here.decision.error = error;
        here.decision.retval.reset();
        return true;
    });
}

bool troupe_inject_retval(kernel_long_t value) {
    if (value < 0 && value >= -highest_errno) return troupe_inject_error(static_cast<int>(-value));
    return flat([=](Border& here) {
        if (!here.at_syscall_entry()) return false;
        here.decision.retval = value;
        here.decision.error.reset();
        return true;
    });
}

bool troupe_replace_signal(int signal) {
    return flat([=](Border& here) {
        if (here.view == nullptr || !std::holds_alternative<SignalStop>(here.view->event())) return false;
        if (signal < 0 || signal > last_signal) return false;
        here.decision.signal = signal;
        return true;
    });
}

int troupe_umove(kernel_ulong_t address, std::size_t length, void* out) {
    return flat([=](Border& here) { return move_from(here, address, length, out); });
}

int troupe_umove_str(kernel_ulong_t address, std::size_t length, void* out) {
    return flat([=](Border& here) { return move_string_from(here, address, length, out); });
}

int troupe_upoke(kernel_ulong_t address, std::size_t length, const void* bytes) {
    return flat([=](Border& here) { return move_to(here, address, length, bytes); });
}

bool troupe_path_match(const char* const* paths, std::size_t count) {
    return flat([=](Border& here) { return touches_path(here, {paths, count}); });
}

int troupe_syscall_number(const char* name, std::size_t length, unsigned personality) {
    return flat([=](Border&) {
        if (!is_personality(personality)) return -1;
        const auto number = number_of({name, length}, abi_of(personality));
        return number ? static_cast<int>(*number) : -1;
    });
}

int troupe_calls_named(const char* name, std::size_t length, unsigned personality, unsigned* numbers, int room) {
    return flat([=](Border&) {
        int count = 0;
        for (const SyscallId call : calls_named({name, length})) {
            if (index_of(call.abi) == personality && count < room) numbers[count++] = call.number;
        }
        return count;
    });
}

int troupe_signal_number(const char* name, std::size_t length) {
    return flat([=](Border&) {
        const std::string_view text(name, length);
        if (text == "SIG_0") return 0;
        const int signal = signal_named(text);
        return signal > 0 ? signal : -1;
    });
}

int troupe_errno_number(const char* name, std::size_t length) {
    return flat([=](Border&) {
        const ErrnoRow* row = errno_named({name, length});
        return row == nullptr ? -1 : static_cast<int>(row->number);
    });
}

long troupe_ioctl_code(const char* symbol, std::size_t length, unsigned personality) {
    return flat([=](Border&) -> long {
        if (!is_personality(personality)) return -1;
        const IoctlRow* row = ioctl_named({symbol, length}, abi_of(personality));
        return row == nullptr ? -1 : static_cast<long>(row->code);
    });
}

void troupe_log(int level, const char* text, std::size_t length) {
    flat([=](Border& here) {
        if (here.effects != nullptr) here.effects->log(static_cast<LogLevel>(level), {text, length});
        return 0;
    });
}

}  // extern "C"
}  // namespace abi

std::span<const void* const> flat_functions() {
    static const std::array<const void*, 70> all{
        reinterpret_cast<const void*>(&abi::troupe_tcb),
        reinterpret_cast<const void*>(&abi::troupe_state),
        reinterpret_cast<const void*>(&abi::troupe_constants),
        reinterpret_cast<const void*>(&abi::troupe_monitor),
        reinterpret_cast<const void*>(&abi::troupe_monitor_hook),
        reinterpret_cast<const void*>(&abi::troupe_monitor_all),
        reinterpret_cast<const void*>(&abi::troupe_want_happening),
        reinterpret_cast<const void*>(&abi::troupe_name_hook),
        reinterpret_cast<const void*>(&abi::troupe_inject_signo),
        reinterpret_cast<const void*>(&abi::troupe_inject_error),
        reinterpret_cast<const void*>(&abi::troupe_inject_retval),
        reinterpret_cast<const void*>(&abi::troupe_replace_signal),
        reinterpret_cast<const void*>(&abi::troupe_umove),
        reinterpret_cast<const void*>(&abi::troupe_umove_str),
        reinterpret_cast<const void*>(&abi::troupe_upoke),
        reinterpret_cast<const void*>(&abi::troupe_path_match),
        reinterpret_cast<const void*>(&abi::troupe_syscall_number),
        reinterpret_cast<const void*>(&abi::troupe_calls_named),
        reinterpret_cast<const void*>(&abi::troupe_signal_number),
        reinterpret_cast<const void*>(&abi::troupe_errno_number),
        reinterpret_cast<const void*>(&abi::troupe_ioctl_code),
        reinterpret_cast<const void*>(&abi::troupe_log),
        reinterpret_cast<const void*>(&abi::troupe_calls_of),
        reinterpret_cast<const void*>(&abi::troupe_complaint),
        reinterpret_cast<const void*>(&abi::troupe_predicate),
        reinterpret_cast<const void*>(&abi::troupe_predicate_argument),
        reinterpret_cast<const void*>(&abi::troupe_predicate_bounds),
        reinterpret_cast<const void*>(&abi::troupe_watch),
        reinterpret_cast<const void*>(&abi::troupe_unwatch),
        reinterpret_cast<const void*>(&abi::troupe_first_hooks),
        reinterpret_cast<const void*>(&abi::troupe_holds),
        reinterpret_cast<const void*>(&abi::troupe_current_event),
        reinterpret_cast<const void*>(&abi::troupe_observed_text),
        reinterpret_cast<const void*>(&abi::troupe_argument_of),
        reinterpret_cast<const void*>(&abi::troupe_constant),
        reinterpret_cast<const void*>(&abi::troupe_delay),
        reinterpret_cast<const void*>(&abi::troupe_print),
        reinterpret_cast<const void*>(&abi::troupe_emit_begin),
        reinterpret_cast<const void*>(&abi::troupe_emit_text),
        reinterpret_cast<const void*>(&abi::troupe_emit_string),
        reinterpret_cast<const void*>(&abi::troupe_emit_name),
        reinterpret_cast<const void*>(&abi::troupe_emit_number),
        reinterpret_cast<const void*>(&abi::troupe_emit_signed),
        reinterpret_cast<const void*>(&abi::troupe_emit_unsigned),
        reinterpret_cast<const void*>(&abi::troupe_emit_end),
        reinterpret_cast<const void*>(&abi::troupe_decode),
        reinterpret_cast<const void*>(&abi::troupe_flag_names),
        reinterpret_cast<const void*>(&abi::troupe_flags_known),
        reinterpret_cast<const void*>(&abi::troupe_flag_named),
        reinterpret_cast<const void*>(&abi::troupe_name_of_value),
        reinterpret_cast<const void*>(&abi::troupe_times),
        reinterpret_cast<const void*>(&abi::troupe_monotonic),
        reinterpret_cast<const void*>(&abi::troupe_realtime),
        reinterpret_cast<const void*>(&abi::troupe_set_due),
        reinterpret_cast<const void*>(&abi::troupe_descriptors),
        reinterpret_cast<const void*>(&abi::troupe_descriptor_text),
        reinterpret_cast<const void*>(&abi::troupe_task_text),
        reinterpret_cast<const void*>(&abi::troupe_process_of),
        reinterpret_cast<const void*>(&abi::troupe_show),
        reinterpret_cast<const void*>(&abi::troupe_note),
        reinterpret_cast<const void*>(&abi::troupe_kill),
        reinterpret_cast<const void*>(&abi::troupe_circumstances),
        reinterpret_cast<const void*>(&abi::troupe_circumstance_path),
        reinterpret_cast<const void*>(&abi::troupe_circumstance_descriptors),
        reinterpret_cast<const void*>(&abi::troupe_circumstance_thread),
        reinterpret_cast<const void*>(&abi::troupe_may_touch),
        reinterpret_cast<const void*>(&abi::troupe_set_argument),
        reinterpret_cast<const void*>(&abi::troupe_detach),
        reinterpret_cast<const void*>(&abi::troupe_serial),
        reinterpret_cast<const void*>(&abi::troupe_meaning),
    };
    return all;
}

}  // namespace troupe::lua
