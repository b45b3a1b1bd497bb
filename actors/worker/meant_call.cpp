#include "actors/worker/meant_call.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "troupe/core/syscalls.hpp"

namespace troupe {

SyscallEntry meant_call(const SyscallInfo& info, Memory& memory) {
    SyscallEntry entry{
        .call = info.call, .args = info.args, .instruction_pointer = info.instruction_pointer, .stack_pointer = info.stack_pointer};
    const auto subcall = subcall_of(info.call, info.args[0]);
    if (!subcall) {
        return entry;
    }
    if (subcall->arguments_in_memory == 0) {
        entry.call = subcall->call;
        std::transform(subcall->order.begin(), subcall->order.end(), entry.args.begin(),
                       [&info](std::uint8_t place) { return info.args[place]; });
        return entry;
    }
    std::array<std::uint32_t, max_args> words{};
    const auto bytes = std::as_writable_bytes(std::span(words)).first(subcall->arguments_in_memory * sizeof(std::uint32_t));
    if (memory.read(info.args[1], bytes) != bytes.size()) {
        return entry;  // what is meant cannot be known
    }
    entry.call = subcall->call;
    entry.args = {};
    std::copy(words.begin(), words.end(), entry.args.begin());
    return entry;
}

}  // namespace troupe
