#include "core/tables/structs/process_controls.hpp"

#include "core/tables/flags/process_calls.hpp"
#include "core/tables/flags/quotas.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/process.hpp"
#include "core/tables/values/process_calls.hpp"

// What calls about processes and quotas take or tell (linux/sched/types.h, linux/capability.h, linux/kcmp.h, linux/quota.h).
namespace troupe {

namespace {

/// SCHED_FLAG_KEEP_POLICY and SCHED_FLAG_KEEP_PARAMS (linux/sched.h): what is kept is not looked at.
/// A policy below 0 is none, whatever is kept.
constexpr When sets_policy = when::either(when::is("sched_flags", 0, 0x18), when::has_any("sched_policy", 0x80000000)),
               sets_parameters = when::is("sched_flags", 0, 0x10);

consteval std::array<Field, 10> scheduling_of(const When& has_policy, const When& has_parameters) {
    return {Field{"size", Width::u32, kind::unsigned_int},
            shown(has_policy, Field{"sched_policy", Width::u32, kind::value(sched_policies)}),
            Field{"sched_flags", Width::u64, kind::flags(scheduling_flags)},
            shown(has_parameters, Field{"sched_nice", Width::s32, kind::signed_int}),
            shown(has_parameters, Field{"sched_priority", Width::u32, kind::unsigned_int}),
            shown(has_parameters, Field{"sched_runtime", Width::u64, kind::unsigned_64}),
            shown(has_parameters, Field{"sched_deadline", Width::u64, kind::unsigned_64}),
            shown(has_parameters, Field{"sched_period", Width::u64, kind::unsigned_64}),
            Field{"sched_util_min", Width::u32, kind::unsigned_int},
            Field{"sched_util_max", Width::u32, kind::unsigned_int}};
}
constexpr auto sched_attr_fields = scheduling_of(sets_policy, sets_parameters);
constexpr auto told_scheduling_fields = scheduling_of(when::always, when::always);

constexpr std::array capability_header_fields{Field{"version", Width::u32, kind::value(capability_versions)},
                                              Field{"pid", Width::s32, kind::pid}};
/// Descriptors of the second process that kcmp compares.
constexpr Kind compared_fd{.tag = Tag::fd, .length = length::argument(1)};
constexpr std::array polled_descriptor_fields{Field{"efd", Width::u32, compared_fd}, Field{"tfd", Width::u32, compared_fd},
                                              Field{"toff", Width::u32, kind::unsigned_int}};

constexpr Field counted(std::string_view name) { return {name, Width::u64, kind::unsigned_64}; }
constexpr Field counted_verbosely(std::string_view name) { return {name, Width::u64, kind::unsigned_64, 1, Form::plain, true}; }
constexpr Field valid(bool verbosely) { return {"dqb_valid", Width::u32, kind::flags(quota_valid), 1, Form::plain, verbosely}; }

constexpr std::array quota_fields{counted("dqb_bhardlimit"),      counted("dqb_bsoftlimit"),      counted("dqb_curspace"),
                                  counted("dqb_ihardlimit"),      counted("dqb_isoftlimit"),      counted("dqb_curinodes"),
                                  counted_verbosely("dqb_btime"), counted_verbosely("dqb_itime"), valid(true)};
constexpr std::array next_quota_fields{counted("dqb_bhardlimit"),
                                       counted("dqb_bsoftlimit"),
                                       counted("dqb_curspace"),
                                       counted("dqb_ihardlimit"),
                                       counted("dqb_isoftlimit"),
                                       counted("dqb_curinodes"),
                                       counted("dqb_btime"),
                                       counted("dqb_itime"),
                                       valid(false),
                                       Field{"dqb_id", Width::u32, kind::unsigned_int}};
constexpr std::string_view next_quota_brief[] = {"dqb_bhardlimit", "dqb_bsoftlimit", "dqb_curspace", "dqb_ihardlimit",
                                                 "dqb_isoftlimit", "dqb_curinodes",  "dqb_id"};
constexpr std::array quota_info_fields{counted("dqi_bgrace"), counted("dqi_igrace"),
                                       Field{"dqi_flags", Width::u32, kind::flags(quota_info_flags)},
                                       Field{"dqi_valid", Width::u32, kind::flags(quota_info_valid)}};

constexpr std::uint16_t sched_attr_size_0 = 48;
/// What the kernel writes where the size is none that it takes (kernel/sched/syscalls.c).
constexpr std::uint16_t too_long = 7;  // E2BIG
constexpr std::array wanted_size_fields{Field{"size", Width::u32, kind::unsigned_int}};
constexpr StructLayout wanted_size_layout = layout_of<wanted_size_fields>("sched_attr");

}  // namespace

constinit const StructLayout sched_attr_layout = answered_by(
    wanted_size_layout, layout_of<sched_attr_fields>("sched_attr", StructShape::plain, {}, {1, Tail::unread, sched_attr_size_0}), too_long);
constinit const StructLayout told_scheduling_layout =
    layout_of<told_scheduling_fields>("sched_attr", StructShape::plain, {}, {1, Tail::dots, sched_attr_size_0});
constinit const StructLayout capability_header_layout = layout_of<capability_header_fields>("__user_cap_header_struct");
constinit const StructLayout polled_descriptor_layout = layout_of<polled_descriptor_fields>("kcmp_epoll_slot");
constinit const StructLayout quota_layout = layout_of<quota_fields>("if_dqblk");
constinit const StructLayout next_quota_layout =
    layout_of<next_quota_fields>("if_nextdqblk", StructShape::plain, View{{}, next_quota_brief, {}});
constinit const StructLayout quota_info_layout = layout_of<quota_info_fields>("if_dqinfo");

}  // namespace troupe
