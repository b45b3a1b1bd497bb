#include <cstddef>

#include "troupe/core/check.hpp"
#include "troupe/core/filter.hpp"

namespace troupe {

namespace {

std::uint32_t load(const seccomp_data& call, std::uint32_t offset) {
    if (offset == offsetof(seccomp_data, nr)) return static_cast<std::uint32_t>(call.nr);
    if (offset >= offsetof(seccomp_data, args) && offset < sizeof(seccomp_data) && offset % 4 == 0) {
        const std::uint64_t argument = call.args[(offset - offsetof(seccomp_data, args)) / sizeof(std::uint64_t)];
        return static_cast<std::uint32_t>(offset % sizeof(std::uint64_t) == 0 ? argument : argument >> 32U);
    }
    TROUPE_CHECK(offset == offsetof(seccomp_data, arch), "a filter that loads what none of ours does");
    return call.arch;
}

bool holds(const sock_filter& comparison, std::uint32_t accumulator) {
    switch (comparison.code) {
        case BPF_JMP | BPF_JEQ | BPF_K:
            return accumulator == comparison.k;
        case BPF_JMP | BPF_JGE | BPF_K:
            return accumulator >= comparison.k;
        case BPF_JMP | BPF_JGT | BPF_K:
            return accumulator > comparison.k;
        case BPF_JMP | BPF_JSET | BPF_K:
            return (accumulator & comparison.k) != 0;
        default:
            check_failed("known instruction", "a filter with an instruction that we never write", __FILE__, __LINE__);
    }
}

}  // namespace

std::uint32_t evaluate(const FilterProgram& program, const seccomp_data& call) {
    std::uint32_t accumulator = 0;
    std::size_t next = 0;
    while (true) {
        TROUPE_CHECK(next < program.size(), "a filter that jumps out of itself");
        const sock_filter& now = program[next++];
        if (now.code == (BPF_RET | BPF_K)) return now.k;
        if (now.code == (BPF_LD | BPF_W | BPF_ABS)) {
            accumulator = load(call, now.k);
        } else if (now.code == (BPF_ALU | BPF_AND | BPF_K)) {
            accumulator &= now.k;
        } else if (now.code == (BPF_JMP | BPF_JA)) {
            next += now.k;
        } else {
            next += holds(now, accumulator) ? now.jt : now.jf;
        }
    }
}

}  // namespace troupe
