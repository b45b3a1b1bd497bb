#pragma once

#include "core/tables/structs/process_controls.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/syscalls/elements.hpp"
#include "core/tables/syscalls/row.hpp"

/// Who a process is: ids, groups, sessions, capabilities.
namespace troupe::rows {

/// NGROUPS_MAX (linux/limits.h)
inline constexpr std::uint32_t most_groups = 65536;

inline constexpr Signature setuid_on_i386 = takes(in(short_id, "uid")), setgid_on_i386 = takes(in(short_id, "gid"));
inline constexpr Signature setfsuid_on_i386 = takes(in(short_id, "fsuid")), setfsgid_on_i386 = takes(in(short_id, "fsgid"));
inline constexpr Signature setreuid_on_i386 = takes(in(short_id, "ruid"), in(short_id, "euid"));
inline constexpr Signature setregid_on_i386 = takes(in(short_id, "rgid"), in(short_id, "egid"));
inline constexpr Signature setresuid_on_i386 = takes(in(short_id, "ruid"), in(short_id, "euid"), in(short_id, "suid"));
inline constexpr Signature setresgid_on_i386 = takes(in(short_id, "rgid"), in(short_id, "egid"), in(short_id, "sgid"));
inline constexpr Signature getresuid_on_i386 =
    takes(out(pointed(short_id_in_memory), "ruid"), out(pointed(short_id_in_memory), "euid"), out(pointed(short_id_in_memory), "suid"));
inline constexpr Signature getresgid_on_i386 =
    takes(out(pointed(short_id_in_memory), "rgid"), out(pointed(short_id_in_memory), "egid"), out(pointed(short_id_in_memory), "sgid"));
inline constexpr Signature getgroups_on_i386 = takes(in(signed_int, "size"), out(array(short_id_in_memory, length::result), "list"));
inline constexpr Signature setgroups_on_i386 =
    takes(in(signed_int, "size"), in(array(short_id_in_memory, length::argument(0, most_groups)), "list"));

inline constexpr auto identity = std::to_array<SyscallRow>({
    call("getpid", {39, 20, 39}, in_class::pure, pid, takes()),
    call("gettid", {186, 224, 186}, in_class::pure, pid, takes()),
    call("getppid", {110, 64, 110}, in_class::pure, pid, takes()),
    call("getpgid", {121, 132, 121}, in_class::none, process_group, takes(in(pid, "pid"))),
    call("setpgid", {109, 57, 109}, in_class::none, signed_long, takes(in(pid, "pid"), in(process_group, "pgid"))),
    call("getpgrp", {111, 65, 111}, in_class::pure, process_group, takes()),
    call("getsid", {124, 147, 124}, in_class::none, session, takes(in(pid, "pid"))),
    call("setsid", {112, 66, 112}, in_class::none, signed_long, takes()),
    call("getuid", {102, 24, 102}, in_class::creds | in_class::pure, uid, takes()),
    call("geteuid", {107, 49, 107}, in_class::creds | in_class::pure, uid, takes()),
    call("getgid", {104, 47, 104}, in_class::creds | in_class::pure, gid, takes()),
    call("getegid", {108, 50, 108}, in_class::creds | in_class::pure, gid, takes()),
    call("setuid", {105, 23, 105}, in_class::creds, signed_long, takes(in(uid, "uid")), &setuid_on_i386),
    call("setgid", {106, 46, 106}, in_class::creds, signed_long, takes(in(gid, "gid")), &setgid_on_i386),
    call("setreuid", {113, 70, 113}, in_class::creds, signed_long, takes(in(uid, "ruid"), in(uid, "euid")), &setreuid_on_i386),
    call("setregid", {114, 71, 114}, in_class::creds, signed_long, takes(in(gid, "rgid"), in(gid, "egid")), &setregid_on_i386),
    call("setresuid", {117, 164, 117}, in_class::creds, signed_long, takes(in(uid, "ruid"), in(uid, "euid"), in(uid, "suid")),
         &setresuid_on_i386),
    call("setresgid", {119, 170, 119}, in_class::creds, signed_long, takes(in(gid, "rgid"), in(gid, "egid"), in(gid, "sgid")),
         &setresgid_on_i386),
    call("getresuid", {118, 165, 118}, in_class::creds, signed_long,
         takes(out(pointed(uid), "ruid"), out(pointed(uid), "euid"), out(pointed(uid), "suid")), &getresuid_on_i386),
    call("getresgid", {120, 171, 120}, in_class::creds, signed_long,
         takes(out(pointed(gid), "rgid"), out(pointed(gid), "egid"), out(pointed(gid), "sgid")), &getresgid_on_i386),
    call("setfsuid", {122, 138, 122}, in_class::creds, uid, takes(in(uid, "fsuid")), &setfsuid_on_i386),
    call("setfsgid", {123, 139, 123}, in_class::creds, gid, takes(in(gid, "fsgid")), &setfsgid_on_i386),
    call("getgroups", {115, 80, 115}, in_class::creds, signed_long, takes(in(signed_int, "size"), out(array(gid, length::result), "list")),
         &getgroups_on_i386),
    call("setgroups", {116, 81, 116}, in_class::creds, signed_long,
         takes(in(signed_int, "size"), in(array(gid, length::argument(0, most_groups)), "list")), &setgroups_on_i386),
    call("getuid32", {absent, 199, absent}, in_class::creds | in_class::pure, uid, takes()),
    call("geteuid32", {absent, 201, absent}, in_class::creds | in_class::pure, uid, takes()),
    call("getgid32", {absent, 200, absent}, in_class::creds | in_class::pure, gid, takes()),
    call("getegid32", {absent, 202, absent}, in_class::creds | in_class::pure, gid, takes()),
    call("setuid32", {absent, 213, absent}, in_class::creds, signed_long, takes(in(uid, "uid"))),
    call("setgid32", {absent, 214, absent}, in_class::creds, signed_long, takes(in(gid, "gid"))),
    call("setreuid32", {absent, 203, absent}, in_class::creds, signed_long, takes(in(uid, "ruid"), in(uid, "euid"))),
    call("setregid32", {absent, 204, absent}, in_class::creds, signed_long, takes(in(gid, "rgid"), in(gid, "egid"))),
    call("setresuid32", {absent, 208, absent}, in_class::creds, signed_long, takes(in(uid, "ruid"), in(uid, "euid"), in(uid, "suid"))),
    call("setresgid32", {absent, 210, absent}, in_class::creds, signed_long, takes(in(gid, "rgid"), in(gid, "egid"), in(gid, "sgid"))),
    call("getresuid32", {absent, 209, absent}, in_class::creds, signed_long,
         takes(out(pointed(uid), "ruid"), out(pointed(uid), "euid"), out(pointed(uid), "suid"))),
    call("getresgid32", {absent, 211, absent}, in_class::creds, signed_long,
         takes(out(pointed(gid), "rgid"), out(pointed(gid), "egid"), out(pointed(gid), "sgid"))),
    call("setfsuid32", {absent, 215, absent}, in_class::creds, uid, takes(in(uid, "fsuid"))),
    call("setfsgid32", {absent, 216, absent}, in_class::creds, gid, takes(in(gid, "fsgid"))),
    call("getgroups32", {absent, 205, absent}, in_class::creds, signed_long,
         takes(in(signed_int, "size"), out(array(gid, length::result), "list"))),
    call("setgroups32", {absent, 206, absent}, in_class::creds, signed_long,
         takes(in(signed_int, "size"), in(array(gid, length::argument(0, most_groups)), "list"))),
    call("capget", {125, 184, 125}, in_class::creds, signed_long,
         takes(in(structure(capability_header_layout), "hdrp"), out(capabilities, "datap"))),
    call("capset", {126, 185, 126}, in_class::creds, signed_long,
         takes(in(structure(capability_header_layout), "hdrp"), in(capabilities, "datap"))),
});

}  // namespace troupe::rows
