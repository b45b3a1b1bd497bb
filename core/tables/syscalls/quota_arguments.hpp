#pragma once

#include "core/tables/flags/quotas.hpp"
#include "core/tables/structs/process_controls.hpp"
#include "core/tables/structs/quotas.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/quotas.hpp"

/// What quotactl takes beside its command, which stands above eight bits that say whose quotas are meant (linux/quota.h).
namespace troupe::rows {

inline constexpr std::uint8_t quota_shift = 8;
inline constexpr Kind quota_format = value(quota_formats), switched_quotas = flags(switched_quota_bits),
                      removed_quotas = flags(removed_quota_bits);

inline constexpr auto quota_third = choose(
    // Q_SYNC Q_QUOTAOFF Q_XQUOTASYNC
    ends_with(commands(0x800001, 0x800003, 0x5807)),
    // Q_QUOTAON
    with(commands(0x800002), in(quota_format, "id")),
    // Q_GETFMT Q_GETINFO Q_SETINFO
    with(commands(0x800004, 0x800005, 0x800006), unseen),
    // Q_XQUOTAON Q_XQUOTAOFF Q_XGETQSTAT Q_XQUOTARM Q_XGETQSTATV
    with(commands(0x5801, 0x5802, 0x5805, 0x5806, 0x5808), unseen), otherwise(in(uid, "id")));

inline constexpr auto quota_fourth = choose(
    // Q_QUOTAON Q_GETFMT
    with(commands(0x800002), in(path, "addr")), with(commands(0x800004), out(pointed(quota_format), "addr")),
    // Q_GETINFO Q_SETINFO
    with(commands(0x800005), out(structure(quota_info_layout), "addr")), with(commands(0x800006), in(structure(quota_info_layout), "addr")),
    // Q_GETQUOTA Q_SETQUOTA Q_GETNEXTQUOTA
    with(commands(0x800007), out(structure(quota_layout), "addr")), with(commands(0x800008), in(structure(quota_layout), "addr")),
    with(commands(0x800009), out(structure(next_quota_layout), "addr")),
    // Q_XQUOTAON Q_XQUOTAOFF, Q_XQUOTARM
    with(commands(0x5801, 0x5802), in(pointed(switched_quotas), "addr")), with(commands(0x5806), in(pointed(removed_quotas), "addr")),
    // Q_XGETQUOTA Q_XGETNEXTQUOTA, Q_XSETQLIM
    with(commands(0x5803, 0x5809), out(structure(disk_quota_layout), "addr")),
    with(commands(0x5804), in(structure(disk_quota_layout), "addr")),
    // Q_XGETQSTAT, Q_XGETQSTATV
    with(commands(0x5805), out(structure(quota_state_layout), "addr")),
    with(commands(0x5808), out(structure(quota_state_v_layout), "addr")), otherwise(in(pointer, "addr")));

}  // namespace troupe::rows
