#include <algorithm>
#include <array>
#include <cerrno>

#include "core/tables/nearest_name.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

namespace {

#define TROUPE_ERRNO(number, name, text) static_assert((number) == (name), "errno " #name " is another number");
#include "core/tables/errno_rows.inc"
#undef TROUPE_ERRNO

constexpr std::array rows{
#define TROUPE_ERRNO(number, name, text) ErrnoRow{number, #name, text},
#define TROUPE_KERNEL_ERRNO(number, name, text) ErrnoRow{number, #name, text},
#include "core/tables/errno_rows.inc"
// The kernel's own numbers start where these end.
#include "core/tables/errno_kernel_rows.inc"
#undef TROUPE_ERRNO
#undef TROUPE_KERNEL_ERRNO
};

struct Alias {
    std::string_view name;
    std::uint32_t number;
};

constexpr std::array<Alias, 3> aliases{{{"EWOULDBLOCK", EWOULDBLOCK}, {"EDEADLOCK", EDEADLOCK}, {"ENOTSUP", ENOTSUP}}};

constexpr bool in_order() {
    return std::ranges::adjacent_find(rows, [](const ErrnoRow& one, const ErrnoRow& next) { return one.number >= next.number; }) ==
           rows.end();
}
static_assert(in_order(), "look-ups by number bisect");

}  // namespace

std::span<const ErrnoRow> errno_rows() { return rows; }

const ErrnoRow* errno_of(std::uint32_t number) {
    const auto found = std::ranges::lower_bound(rows, number, {}, &ErrnoRow::number);
    return found == rows.end() || found->number != number ? nullptr : &*found;
}

const ErrnoRow* errno_named(std::string_view name) {
    const auto found = std::ranges::find(rows, name, &ErrnoRow::name);
    if (found != rows.end()) return &*found;
    const auto alias = std::ranges::find(aliases, name, &Alias::name);
    return alias == aliases.end() ? nullptr : errno_of(alias->number);
}

std::string_view nearest_errno(std::string_view name) {
    NearestName search(name);
    for (const ErrnoRow& row : rows) search.offer(row.name);
    for (const Alias& alias : aliases) search.offer(alias.name);
    return search.best();
}

}  // namespace troupe
