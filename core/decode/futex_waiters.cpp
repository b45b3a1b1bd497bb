#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/tables/structs/requests.hpp"

namespace troupe {

/// What futex_waitv(2) waits for (linux/futex.h).
void write_futex_waiters(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t most = 128;  // FUTEX_WAITV_MAX
    static constexpr Kind waiter = kind::structure(futex_waiter_layout);
    if (!may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_limited_list(
        decoder, address, decoder.count_in_argument(1), std::min(most, decoder.element_limit()), element_size(waiter, decoder.abi()),
        [&](std::uint64_t where) { return read_element(decoder, waiter, where, memory, bytes); },
        [&] { write_element(decoder, waiter, bytes); });
}

}  // namespace troupe
