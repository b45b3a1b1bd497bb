#pragma once

#include "tools/options/reading.hpp"

/// What each option does to what has been read. Named like the options.
namespace troupe::options::apply {

Verdict script(Reading&, const Given&);
Verdict jit(Reading&, const Given&);

Verdict attach(Reading&, const Given&);
Verdict user(Reading&, const Given&);
Verdict environment(Reading&, const Given&);
Verdict argv0(Reading&, const Given&);

Verdict follow_forks(Reading&, const Given&);
Verdict old_follow_forks(Reading&, const Given&);
Verdict output_separately(Reading&, const Given&);
Verdict seccomp_bpf(Reading&, const Given&);
Verdict interruptible(Reading&, const Given&);
Verdict kill_on_exit(Reading&, const Given&);
Verdict detach_on(Reading&, const Given&);
Verdict daemonize(Reading&, const Given&);
Verdict syscall_limit(Reading&, const Given&);
Verdict stop_after(Reading&, const Given&);
Verdict rotate(Reading&, const Given&);
Verdict workers(Reading&, const Given&);
Verdict placement(Reading&, const Given&);
Verdict affinity(Reading&, const Given&);
Verdict engine_stats(Reading&, const Given&);

Verdict expression(Reading&, const Given&);
Verdict traced(Reading&, const Given&);
Verdict signals(Reading&, const Given&);
Verdict secontext(Reading&, const Given&);
Verdict trace_fds(Reading&, const Given&);
Verdict trace_path(Reading&, const Given&);
Verdict status(Reading&, const Given&);
Verdict successful_only(Reading&, const Given&);
Verdict failed_only(Reading&, const Given&);
Verdict inject(Reading&, const Given&);
Verdict fault(Reading&, const Given&);

Verdict output(Reading&, const Given&);
Verdict append(Reading&, const Given&);
Verdict output_format(Reading&, const Given&);
Verdict string_limit(Reading&, const Given&);
Verdict color(Reading&, const Given&);
Verdict whole_calls(Reading&, const Given&);
Verdict columns(Reading&, const Given&);
Verdict absolute_timestamps(Reading&, const Given&);
Verdict relative_timestamps(Reading&, const Given&);
Verdict syscall_times(Reading&, const Given&);
Verdict instruction_pointer(Reading&, const Given&);
Verdict syscall_number(Reading&, const Given&);
Verdict always_show_pid(Reading&, const Given&);
Verdict decode_fds(Reading&, const Given&);
Verdict decode_pids(Reading&, const Given&);
Verdict pidns_translation(Reading&, const Given&);
Verdict kvm(Reading&, const Given&);
Verdict namespaces(Reading&, const Given&);
Verdict stack_trace(Reading&, const Given&);
Verdict stack_trace_frame_limit(Reading&, const Given&);
Verdict argument_names(Reading&, const Given&);
Verdict strings_in_hex(Reading&, const Given&);
Verdict constant_style(Reading&, const Given&);
Verdict no_abbrev(Reading&, const Given&);
Verdict abbreviated(Reading&, const Given&);
Verdict verbose(Reading&, const Given&);
Verdict raw(Reading&, const Given&);
Verdict dump_read(Reading&, const Given&);
Verdict dump_written(Reading&, const Given&);
Verdict quiet(Reading&, const Given&);

Verdict summary_only(Reading&, const Given&);
Verdict summary(Reading&, const Given&);
Verdict summary_wall_clock(Reading&, const Given&);
Verdict summary_sort_by(Reading&, const Given&);
Verdict summary_columns(Reading&, const Given&);
Verdict summary_syscall_overhead(Reading&, const Given&);
Verdict summary_every(Reading&, const Given&);

Verdict debug(Reading&, const Given&);
Verdict log_level(Reading&, const Given&);
Verdict tips(Reading&, const Given&);
Verdict list_syscalls(Reading&, const Given&);
Verdict help(Reading&, const Given&);
Verdict version(Reading&, const Given&);

}  // namespace troupe::options::apply
