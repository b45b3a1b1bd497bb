#include "core/tables/structs/times.hpp"

#include "core/tables/structs/time_fields.hpp"

namespace troupe {

using namespace structs;

constinit const StructLayout timespec_layout = timespec;
constinit const StructLayout timespec32_layout = timespec32;
constinit const StructLayout timeval_layout = layout_of<timeval_fields>("timeval");
constinit const StructLayout timeval32_layout = layout_of<timeval32_fields>("old_timeval32");
constinit const StructLayout old_timeval_layout = old_timeval;
constinit const StructLayout old_timespec_layout = old_timespec;
constinit const StructLayout timezone_layout = layout_of<timezone_fields>("timezone");
constinit const StructLayout itimerval_layout = layout_of<itimerval_fields>("itimerval");
constinit const StructLayout itimerspec_layout = layout_of<itimerspec_fields>("itimerspec");
constinit const StructLayout itimerspec32_layout = layout_of<itimerspec32_fields>("old_itimerspec32");
constinit const StructLayout tms_layout = layout_of<tms_fields>("tms");
constinit const StructLayout utimbuf_layout = layout_of<utimbuf_fields>("utimbuf");

}  // namespace troupe
