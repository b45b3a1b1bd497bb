// Children made with CLONE_UNTRACED would run under the filter without a tracer, and the kernel answers ENOSYS for each call that the
// filter wants to stop. So such a clone stops at its entry, where its parent's worker clears the flag. clone has its flags in a register;
// clone3 has them in memory, where no filter looks: it always stops.
#include <linux/audit.h>
#include <sched.h>

#include <cstddef>

#include "core/filter/instructions.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

std::uint32_t number(const char* name, Abi abi) {
    const auto found = number_of(name, abi);
    TROUPE_CHECK(found.has_value(), "every ABI has clone and clone3");
    return abi == Abi::x32 ? *found | x32_bit : *found;
}

}  // namespace

FilterProgram with_stops_for_untraced_children(const FilterProgram& program) {
    const std::uint32_t clone3 = number("clone3", Abi::x86_64);
    TROUPE_CHECK(clone3 == number("clone3", Abi::i386), "clone3 came after the time of numbers that differ");
    FilterProgram whole{
        {load_word, 0, 0, offsetof(seccomp_data, nr)},
        {jump_equal, 4, 0, number("clone", Abi::x86_64)},
        {jump_equal, 3, 0, number("clone", Abi::x32)},
        {jump_equal, 4, 0, number("clone", Abi::i386)},
        {jump_equal, 7, 0, clone3},
        {jump_equal, 6, 7, number("clone3", Abi::x32)},
        {load_word, 0, 0, offsetof(seccomp_data, arch)},
        {jump_equal, 2, 5, AUDIT_ARCH_X86_64},
        {load_word, 0, 0, offsetof(seccomp_data, arch)},
        {jump_equal, 0, 3, AUDIT_ARCH_I386},
        {load_word, 0, 0, offsetof(seccomp_data, args)},
        {jump_bits, 0, 1, CLONE_UNTRACED},
        {give_back, 0, 0, SECCOMP_RET_TRACE | static_cast<std::uint32_t>(Lane::entry)},
    };
    append(whole, program);
    TROUPE_CHECK(whole.size() <= BPF_MAXINSNS, "a filter that the kernel will not take");
    return whole;
}

}  // namespace troupe
