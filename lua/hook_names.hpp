#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

#include "troupe/core/per_call.hpp"

namespace troupe::lua {

/// Where each hook was defined, by its number (from 1), for those who ask from another thread which one is stuck.
class HookNames {
 public:
    void set(int hook, std::string_view name) {
        if (hook < 1) return;
        count_ = hook > count_ ? hook : count_;
        const std::lock_guard lock(mutex_);
        if (names_.size() < static_cast<std::size_t>(hook)) names_.resize(static_cast<std::size_t>(hook));
        names_[static_cast<std::size_t>(hook) - 1] = name;
    }
    /// How many there are; the numbers run on.
    [[nodiscard]] int count() const { return count_; }
    /// Empty: no such hook.
    [[nodiscard]] std::string of(int hook) const {
        const std::lock_guard lock(mutex_);
        if (hook < 1 || names_.size() < static_cast<std::size_t>(hook)) return {};
        return names_[static_cast<std::size_t>(hook) - 1];
    }

 private:
    mutable std::mutex mutex_;
    std::deque<std::string> names_;
    int count_ = 0;  // read and written by the holder of the baton alone
};

/// The first hook on each moment of a syscall, so that entering Lua need not begin with writing down who runs: the FFI is slow where
/// it is interpreted. Numbers beyond the tables have none; there Lua says it.
class FirstHooks {
 public:
    void add(SyscallId call, bool on_entry, bool on_exit, int hook) {
        if (!has_small_number(call)) return;
        Moments& moments = hooks_[call];
        if (on_entry && moments.entry == 0) moments.entry = hook;
        if (on_exit && moments.exit == 0) moments.exit = hook;
    }
    /// Some were removed: these are the first now, 0 none.
    void set(SyscallId call, int on_entry, int on_exit) {
        if (has_small_number(call)) hooks_[call] = {on_entry, on_exit};
    }
    /// 0: none known.
    [[nodiscard]] int of(SyscallId call, bool entry) const {
        if (!has_small_number(call)) return 0;
        const Moments& moments = hooks_[call];
        return entry ? moments.entry : moments.exit;
    }

 private:
    struct Moments {
        int entry = 0;
        int exit = 0;
    };
    PerCall<Moments> hooks_;
};

}  // namespace troupe::lua
