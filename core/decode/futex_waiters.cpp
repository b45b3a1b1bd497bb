#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/tables/structs/requests.hpp"

namespace troupe {

/// What futex_waitv(2) waits for (linux/futex.h).
void write_futex_waiters(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t most = 128;  // FUTEX_WAITV_MAX
    static constexpr Kind waiter = kind::structure(futex_waiter_layout);
    const std::uint64_t count = decoder.count_in_argument(1);
    const bool is_empty = count == 0 && address != 0 && !decoder.failed();
    if (!is_empty && !may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_limited_list(
        decoder, address, count, std::min(most, decoder.element_limit()), element_size(waiter, decoder.abi()),
        [&](std::uint64_t where) { return read_element(decoder, waiter, where, memory, bytes); },
        [&] { write_element(decoder, waiter, bytes); });
}

}  // namespace troupe
