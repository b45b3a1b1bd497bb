#pragma once

#include <linux/filter.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "troupe/core/abi.hpp"
#include "troupe/core/filter.hpp"

/// Calls as a tracee makes them: nothing here needs the C library's state.
namespace troupe::tests {

constexpr SyscallId native(std::uint32_t number) { return {Abi::x86_64, number}; }

/// Returns what the kernel put into rax.
inline long raw_call(long number, long first = 0, long second = 0, long third = 0, long fourth = 0, long fifth = 0, long sixth = 0) {
    long result = number;
    register long r10 __asm__("r10") = fourth;
    register long r8 __asm__("r8") = fifth;
    register long r9 __asm__("r9") = sixth;
    __asm__ volatile("syscall" : "+a"(result) : "D"(first), "S"(second), "d"(third), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
    return result;
}

/// The way of 32-bit programs, which 64-bit ones have, too. Returns what the kernel put into eax.
inline std::int32_t int80_call(std::uint32_t number, std::uint32_t first = 0, std::uint32_t second = 0, std::uint32_t third = 0) {
    std::uint32_t result = number;
    __asm__ volatile("int $0x80" : "+a"(result) : "b"(first), "c"(second), "d"(third) : "r8", "r9", "r10", "r11", "memory");
    return static_cast<std::int32_t>(result);
}

/// A filter that stops one call.
inline FilterProgram filter_for(std::uint32_t number) {
    Subscription wanted;
    wanted.add(native(number), {.entry = true, .exit = false});
    return compile(Lanes(wanted));
}

inline int install(const FilterProgram& program) {
    return install_filter({static_cast<unsigned short>(program.size()), const_cast<sock_filter*>(program.data())});
}

}  // namespace troupe::tests
