// The tables hold one row per name, with a code per ABI where they differ: a code has the size of a structure in it, and that is not the
// same where a long or a pointer is smaller. Look-ups want one list per ABI in order of codes: made when first asked for.
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "troupe/core/constants.hpp"

namespace troupe {

namespace {

struct Request {
    std::string_view symbol;
    std::array<std::uint32_t, abi_count> codes;
};

constexpr Request requests[] = {
#define TROUPE_IOCTL(symbol, code) Request{#symbol, {code, code, code}},
#define TROUPE_IOCTL_BY_ABI(symbol, x86_64, i386, x32) Request{#symbol, {x86_64, i386, x32}},
#include "core/tables/ioctls/every_table.inc"
#undef TROUPE_IOCTL
#undef TROUPE_IOCTL_BY_ABI
};

std::vector<IoctlRow> sorted_rows(Abi abi) {
    std::vector<IoctlRow> rows;
    rows.reserve(std::size(requests));
    for (const Request& request : requests) {
        // 0: on this ABI the code has another name.
        if (const std::uint32_t code = request.codes[index_of(abi)]; code != 0) {
            rows.push_back({request.symbol, code});
        }
    }
    const auto by_code = [](const IoctlRow& one, const IoctlRow& other) {
        return one.code != other.code ? one.code < other.code : one.symbol < other.symbol;
    };
    std::ranges::sort(rows, by_code);
    return rows;
}

}  // namespace

std::span<const IoctlRow> ioctl_rows(Abi abi) {
    static const std::array<std::vector<IoctlRow>, abi_count> rows{sorted_rows(Abi::x86_64), sorted_rows(Abi::i386), sorted_rows(Abi::x32)};
    return rows[index_of(abi)];
}

std::span<const IoctlRow> ioctls_of(std::uint32_t code, Abi abi) {
    const std::span<const IoctlRow> rows = ioctl_rows(abi);
    const auto first = std::ranges::lower_bound(rows, code, {}, &IoctlRow::code);
    const auto last = std::find_if(first, rows.end(), [code](const IoctlRow& row) { return row.code != code; });
    return {first, last};
}

const IoctlRow* ioctl_named(std::string_view symbol, Abi abi) {
    const std::span<const IoctlRow> rows = ioctl_rows(abi);
    const auto found = std::ranges::find(rows, symbol, &IoctlRow::symbol);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace troupe
