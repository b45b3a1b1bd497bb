#pragma once

#include "core/tables/flags/machine.hpp"
#include "core/tables/flags/security_calls.hpp"
#include "core/tables/structs/machine.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/syscalls/quota_arguments.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/machine.hpp"
#include "core/tables/values/security_calls.hpp"

/// The whole system, quotas, modules, and calls that the kernel has not or no longer.
namespace troupe::rows {

/// Each action takes something else, and most take nothing.
inline constexpr auto syslog_second = choose(with(commands(2, 3, 4), out(bytes(length::result), "bufp")),
                                             ends_with(commands(0, 1, 5, 6, 7, 9, 10)), otherwise(in(pointer, "bufp")));
inline constexpr auto syslog_third = choose(with(commands(8), in(numbered_value(log_levels), "len")), otherwise(in(signed_int, "len")));

/// Only LINUX_REBOOT_CMD_RESTART2 takes a command for what starts the machine.
inline constexpr auto reboot_fourth = choose(with(commands(0xa1b2c3d4), in(string, "arg")), ends_otherwise);

inline constexpr Kind kexec_segment = structure(kexec_segment_layout);
/// __NEW_UTS_LEN (linux/utsname.h), KEXEC_SEGMENT_MAX (linux/kexec.h)
inline constexpr std::uint32_t longest_name = 64, most_segments = 16;

inline constexpr auto system = std::to_array<SyscallRow>({
    call("uname", {63, 122, 63}, in_class::none, signed_long, takes(out(structure(utsname_layout), "buf"))),
    call("olduname", {absent, 109, absent}, in_class::none, signed_long, takes(in(hex, "buf"))),
    call("oldolduname", {absent, 59, absent}, in_class::none, signed_long, takes(in(hex, "buf"))),
    call("sethostname", {170, 74, 170}, in_class::none, signed_long,
         takes(in(bytes(length::argument(1, longest_name)), "name"), in(unsigned_int, "len"))),
    call("setdomainname", {171, 121, 171}, in_class::none, signed_long,
         takes(in(bytes(length::argument(1, longest_name)), "name"), in(unsigned_int, "len"))),
    call("sysinfo", {99, 116, 99}, in_class::none, signed_long, takes(out(structure(sysinfo_layout), "info"))),
    call("syslog", everywhere(103), in_class::none, signed_long,
         takes(in(numbered_value(syslog_actions), "type"), in(selected(0, syslog_second), "bufp"), in(selected(0, syslog_third), "len"))),
    call("_sysctl", {156, 149, absent}, in_class::none, signed_long, takes(in(structure(sysctl_layout), "args"))),
    call("sysfs", {139, 135, 139}, in_class::none, signed_long, takes(in(hex, "option"), in(hex, "arg1"), in(hex, "arg2"))),
    call("reboot", {169, 88, 169}, in_class::none, signed_long,
         takes(in(value(reboot_magic), "magic"), in(value(second_reboot_magic), "magic2"), in(value(reboot_commands), "cmd"),
               in(selected(2, reboot_fourth), "arg"))),
    call("kexec_load", {246, 283, 528}, in_class::none, signed_long,
         takes(in(pointer, "entry"), in(unsigned_long, "nr_segments"),
               in(array(kexec_segment, length::argument(1, most_segments)), "segments"), in(word_parts(kexec_parts), "flags"))),
    call("kexec_file_load", {320, absent, 320}, in_class::desc, signed_long,
         takes(in(fd, "kernel_fd"), in(fd, "initrd_fd"), in(unsigned_long, "cmdline_len"), in(bytes(length::argument(2)), "cmdline"),
               in(flags(kexec_file_flags), "flags"))),
    call("init_module", {175, 128, 175}, in_class::none, signed_long,
         takes(in(pointer, "module_image"), in(unsigned_long, "len"), in(string, "param_values"))),
    call("finit_module", {313, 350, 313}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(string, "param_values"), in(flags(module_flags), "flags"))),
    call("delete_module", {176, 129, 176}, in_class::none, signed_long,
         takes(in(string, "name"), in(flags(module_removal_flags), "flags"))),
    call("create_module", {174, 127, absent}, in_class::none, signed_long, takes(in(hex, "name"), in(hex, "size"))),
    call("get_kernel_syms", {177, 130, absent}, in_class::none, signed_long, takes(in(hex, "table"))),
    call("query_module", {178, 167, absent}, in_class::none, signed_long,
         takes(in(hex, "name"), in(hex, "which"), in(hex, "buf"), in(hex, "bufsize"), in(hex, "ret"))),
    call("nfsservctl", {180, 169, absent}, in_class::none, signed_long, takes(in(hex, "cmd"), in(hex, "argp"), in(hex, "resp"))),
    call("quotactl", {179, 131, 179}, in_class::file, signed_long,
         takes(in(quota_command, "cmd"), in(path, "special"), in(selected_above(0, quota_shift, quota_third), "id"),
               in(selected_above(0, quota_shift, quota_fourth), "addr"))),
    call("quotactl_fd", everywhere(443), in_class::desc, signed_long,
         takes(in(fd, "fd"), in(quota_command, "cmd"), in(selected_above(1, quota_shift, quota_third), "id"),
               in(selected_above(1, quota_shift, quota_fourth), "addr"))),
    call("acct", {163, 51, 163}, in_class::file, signed_long, takes(in(path, "filename"))),
    call("vhangup", {153, 111, 153}, in_class::none, signed_long, takes()),
    call("afs_syscall", {183, 137, 183}, in_class::none, signed_long,
         takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"), in(hex, "arg4"), in(hex, "arg5"))),
    call("tuxcall", {184, absent, 184}, in_class::none, signed_long, takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"))),
    call("security", {185, absent, 185}, in_class::none, signed_long, takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"))),
    call("vserver", {236, 273, absent}, in_class::none, signed_long,
         takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"), in(hex, "arg4"), in(hex, "arg5"))),
    call("getpmsg", {181, 188, 181}, in_class::network, signed_long,
         takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"), in(hex, "arg4"), in(hex, "arg5"))),
    call("putpmsg", {182, 189, 182}, in_class::network, signed_long,
         takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"), in(hex, "arg4"), in(hex, "arg5"))),
    call("bdflush", {absent, 134, absent}, in_class::none, signed_long, takes(in(hex, "func"), in(hex, "data"))),
    call("break", {absent, 17, absent}, in_class::memory, signed_long, takes()),
    call("stty", {absent, 31, absent}, in_class::none, signed_long, takes(in(hex, "arg1"), in(hex, "arg2"))),
    call("gtty", {absent, 32, absent}, in_class::none, signed_long, takes(in(hex, "arg1"), in(hex, "arg2"))),
    call("ftime", {absent, 35, absent}, in_class::none, signed_long, takes()),
    call("prof", {absent, 44, absent}, in_class::none, signed_long, takes()),
    call("profil", {absent, 98, absent}, in_class::none, signed_long,
         takes(in(hex, "arg1"), in(hex, "arg2"), in(hex, "arg3"), in(hex, "arg4"))),
    call("lock", {absent, 53, absent}, in_class::none, signed_long, takes()),
    call("mpx", {absent, 56, absent}, in_class::none, signed_long, takes()),
    call("ulimit", {absent, 58, absent}, in_class::none, signed_long, takes(in(hex, "arg1"), in(hex, "arg2"))),
    call("idle", {absent, 112, absent}, in_class::none, signed_long, takes()),
});

}  // namespace troupe::rows
