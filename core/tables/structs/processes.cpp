#include "core/tables/structs/processes.hpp"

#include "core/tables/structs/process_fields.hpp"
#include "core/tables/structs/terminal_fields.hpp"

namespace troupe {

using namespace structs;

constinit const StructLayout rlimit_layout = layout_of<rlimit_fields>("rlimit");
constinit const StructLayout rlimit64_layout = layout_of<rlimit64_fields>("rlimit64");
constinit const StructLayout rusage_layout = layout_of<rusage_fields>("rusage");
constinit const StructLayout sysinfo_layout = layout_of_two<sysinfo_fields, i386_sysinfo_fields>("sysinfo");
constinit const StructLayout utsname_layout = layout_of<utsname_fields>("new_utsname");
constinit const StructLayout sched_param_layout = layout_of<sched_param_fields>("sched_param");
constinit const StructLayout stack_layout = layout_of<stack_fields>("sigaltstack");
constinit const StructLayout clone_args_layout = layout_of<clone_args_fields>("clone_args", StructShape::plain, {}, {CLONE_ARGS_SIZE_VER0});
constinit const StructLayout robust_list_head_layout = layout_of<robust_list_head_fields>("robust_list_head");
constinit const StructLayout rseq_layout = layout_of<rseq_fields>("rseq");
constinit const StructLayout sigset_argument_layout = layout_of<sigset_argument_fields>("__aux_sigset");
constinit const StructLayout pollfd_layout = layout_of<pollfd_fields>("pollfd");
constinit const StructLayout epoll_event_layout = layout_of<epoll_event_fields, true>("epoll_event");
constinit const StructLayout termios_layout = layout_of<termios_fields>("termios");
constinit const StructLayout termios2_layout = layout_of<termios2_fields>("termios2");
constinit const StructLayout termio_layout = layout_of<termio_fields>("termio");
constinit const StructLayout short_id_layout = bare_layout<short_id_fields>();
constinit const StructLayout winsize_layout = layout_of<winsize_fields>("winsize");

}  // namespace troupe
