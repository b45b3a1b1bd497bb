#include "core/tables/flags/netlink.hpp"

#include <linux/netlink.h>

#include <array>

#include "core/tables/named_constant.hpp"

// linux/netlink.h
namespace troupe {

namespace {

constexpr std::array any{TROUPE_NAMED(NLM_F_REQUEST), TROUPE_NAMED(NLM_F_MULTI),     TROUPE_NAMED(NLM_F_ACK),
                         TROUPE_NAMED(NLM_F_ECHO),    TROUPE_NAMED(NLM_F_DUMP_INTR), TROUPE_NAMED(NLM_F_DUMP_FILTERED)};

template <std::size_t Count>
consteval auto with(const std::array<NamedConstant, Count>& more) {
    std::array<NamedConstant, any.size() + Count> rows{};
    std::copy(more.begin(), more.end(), std::copy(any.begin(), any.end(), rows.begin()));
    return rows;
}

constexpr auto get_rows =
    with(std::array{TROUPE_NAMED(NLM_F_DUMP), TROUPE_NAMED(NLM_F_ROOT), TROUPE_NAMED(NLM_F_MATCH), TROUPE_NAMED(NLM_F_ATOMIC)});
constexpr auto new_rows =
    with(std::array{TROUPE_NAMED(NLM_F_REPLACE), TROUPE_NAMED(NLM_F_EXCL), TROUPE_NAMED(NLM_F_CREATE), TROUPE_NAMED(NLM_F_APPEND)});
constexpr auto delete_rows = with(std::array{TROUPE_NAMED(NLM_F_NONREC), TROUPE_NAMED(NLM_F_BULK)});
constexpr auto answer_rows = with(std::array{TROUPE_NAMED(NLM_F_CAPPED), TROUPE_NAMED(NLM_F_ACK_TLVS)});

}  // namespace

constinit const FlagSet netlink_flags{"netlink_flags", "NLM_F_???", any};
constinit const FlagSet netlink_get_flags{"netlink_get_flags", "NLM_F_???", get_rows};
constinit const FlagSet netlink_new_flags{"netlink_new_flags", "NLM_F_???", new_rows};
constinit const FlagSet netlink_delete_flags{"netlink_delete_flags", "NLM_F_???", delete_rows};
constinit const FlagSet netlink_answer_flags{"netlink_answer_flags", "NLM_F_???", answer_rows};

}  // namespace troupe
