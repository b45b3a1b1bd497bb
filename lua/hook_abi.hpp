#pragma once

#include <cstddef>
#include <cstdint>

#include "troupe/core/abi.hpp"
#include "troupe/core/per_call.hpp"

namespace troupe::lua::abi {
extern "C" {
#include "lua/hook_abi.h"
#include "lua/value_abi.h"
}

static_assert(sizeof(kernel_ulong_t) == 8 && sizeof(kernel_long_t) == 8);
static_assert(sizeof(tcb) == 96);
static_assert(offsetof(tcb, flags) == 0 && offsetof(tcb, pid) == 4 && offsetof(tcb, qual_flg) == 8 && offsetof(tcb, u_error) == 16);
static_assert(offsetof(tcb, scno) == 24 && offsetof(tcb, u_arg) == 32 && offsetof(tcb, u_rval) == 80 && offsetof(tcb, currpers) == 88);
static_assert(sizeof(tcb::u_arg) / sizeof(kernel_ulong_t) == max_args);
static_assert(troupe_call_numbers == call_numbers);
static_assert(sizeof(troupe_now) == 16);
static_assert(sizeof(troupe_event) == 96 && offsetof(troupe_event, error) == 64 && offsetof(troupe_event, entering) == 88);
static_assert(sizeof(troupe_argument) == 40 && offsetof(troupe_argument, flag_set) == 32);
static_assert(sizeof(troupe_value) == 40 && offsetof(troupe_value, name) == 8 && offsetof(troupe_value, number) == 24);

/// `troupe_now::phase`.
enum Phase : int { no_event = 0, entry = 1, exit = 2, other = 3 };

}  // namespace troupe::lua::abi
