#pragma once

#include <chrono>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/expression/set_text.hpp"
#include "troupe/core/rules.hpp"
#include "troupe/core/syscalls.hpp"

/// What may stand behind the `=` of each part of an injection. Columns are those of the whole expression.
namespace troupe {

using Verdict = tl::expected<void, ParseError>;
template <typename Value>
using Meant = tl::expected<Value, ParseError>;

/// A name in any case, or 1…4095.
[[nodiscard]] Meant<int> errno_meant(Element value);
/// What strtoull(3) understands, in any base.
[[nodiscard]] Meant<std::int64_t> retval_meant(Element value);
/// A name with or without SIG in any case, or 1…64.
[[nodiscard]] Meant<int> injected_signal_meant(Element value);
/// A call that has no arguments, changes nothing, and exists on every ABI.
[[nodiscard]] Meant<const SyscallRow*> pure_call_meant(Element value);
[[nodiscard]] Meant<std::chrono::nanoseconds> delay_meant(Element value);
/// `@arg1=HEX,@arg2=HEX`
[[nodiscard]] Meant<std::vector<ArgumentPoke>> pokes_meant(Element value);
/// `FIRST[..LAST][+[STEP]]`
[[nodiscard]] Meant<When> when_meant(Element value);

/// Appends what a return value is to a program that may not expect it.
void warn_of_retval(std::uint64_t value, std::vector<std::string>& warnings);

}  // namespace troupe
