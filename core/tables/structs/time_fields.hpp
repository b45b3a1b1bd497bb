#pragma once

#include "core/tables/struct_layout.hpp"

/// Times (linux/time_types.h, linux/time.h, linux/times.h, linux/utime.h).
namespace troupe::structs {

// The kernel's long is 64 bits on x32 and 32 bits on i386; the 64-bit times of newer i386 calls have layouts of their own.
inline constexpr std::array timespec_fields{Field{"tv_sec", Width::s64, kind::signed_64}, Field{"tv_nsec", Width::s64, kind::unsigned_64}};
inline constexpr std::array timespec32_fields{Field{"tv_sec", Width::s32, kind::signed_64},
                                              Field{"tv_nsec", Width::u32, kind::unsigned_64}};
inline constexpr std::array timeval_fields{Field{"tv_sec", Width::s64, kind::signed_64}, Field{"tv_usec", Width::s64, kind::unsigned_64}};
inline constexpr std::array timeval32_fields{Field{"tv_sec", Width::s32, kind::signed_64}, Field{"tv_usec", Width::u32, kind::unsigned_64}};
/// What the ABI's old calls take: 32-bit members on i386.
inline constexpr std::array old_timeval_fields{Field{"tv_sec", Width::slong, kind::signed_64},
                                               Field{"tv_usec", Width::ulong_, kind::unsigned_64}};
inline constexpr std::array timezone_fields{Field{"tz_minuteswest", Width::s32, kind::signed_int},
                                            Field{"tz_dsttime", Width::s32, kind::signed_int}};
inline constexpr std::array tms_fields{Field{"tms_utime", Width::slong, kind::ticks}, Field{"tms_stime", Width::slong, kind::ticks},
                                       Field{"tms_cutime", Width::slong, kind::ticks}, Field{"tms_cstime", Width::slong, kind::ticks}};
inline constexpr std::array utimbuf_fields{Field{"actime", Width::slong, kind::date}, Field{"modtime", Width::slong, kind::date}};

inline constexpr StructLayout timespec = layout_of<timespec_fields>("timespec");
inline constexpr StructLayout timespec32 = layout_of<timespec32_fields>("old_timespec32");
/// Likewise.
inline constexpr std::array old_timespec_fields{Field{"tv_sec", Width::slong, kind::signed_64},
                                                Field{"tv_nsec", Width::ulong_, kind::unsigned_64}};
inline constexpr StructLayout old_timespec = layout_of<old_timespec_fields>("timespec");
inline constexpr StructLayout old_timeval = layout_of<old_timeval_fields>("timeval");

inline constexpr std::array itimerval_fields{Field{"it_interval", Width::nested, kind::structure(old_timeval)},
                                             Field{"it_value", Width::nested, kind::structure(old_timeval)}};
inline constexpr std::array itimerspec_fields{Field{"it_interval", Width::nested, kind::structure(timespec)},
                                              Field{"it_value", Width::nested, kind::structure(timespec)}};
inline constexpr std::array itimerspec32_fields{Field{"it_interval", Width::nested, kind::structure(timespec32)},
                                                Field{"it_value", Width::nested, kind::structure(timespec32)}};

}  // namespace troupe::structs
