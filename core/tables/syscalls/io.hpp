#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/transfers.hpp"
#include "core/tables/structs/asynchronous_io.hpp"
#include "core/tables/structs/files.hpp"
#include "core/tables/structs/io_uring.hpp"
#include "core/tables/structs/page_cache.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/elements.hpp"
#include "core/tables/syscalls/fcntl_arguments.hpp"
#include "core/tables/syscalls/ring_arguments.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/files.hpp"
#include "core/tables/values/transfers.hpp"

/// Calls that move data through open files, wait for them, or change how they are open.
namespace troupe::rows {

inline constexpr Kind io_event = structure(io_event_layout);
/// readdir gives one entry, whatever it is asked for.
inline constexpr auto entries_wanted = choose(ends_with(commands(1)), otherwise(in(unsigned_int, "count")));

inline constexpr Signature pread64_on_i386 =
    takes(in(fd, "fd"), out(bytes(length::result), "buf"), in(unsigned_long, "count"), in(signed_64, "offset"), unseen);
inline constexpr Signature pwrite64_on_i386 =
    takes(in(fd, "fd"), in(bytes(length::argument(2)), "buf"), in(unsigned_long, "count"), in(signed_64, "offset"), unseen);
inline constexpr Signature preadv_on_i386 =
    takes(in(fd, "fd"), out(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"), in(signed_64, "offset"), unseen);
inline constexpr Signature pwritev_on_i386 =
    takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"), in(signed_64, "offset"), unseen);
inline constexpr Signature fallocate_on_i386 =
    takes(in(fd, "fd"), in(flags(fallocate_modes), "mode"), in(signed_64, "offset"), unseen, in(signed_64, "len"), unseen);
inline constexpr Signature fadvise64_on_i386 =
    takes(in(fd, "fd"), in(signed_64, "offset"), unseen, in(unsigned_long, "len"), in(value(fadvise_values), "advice"));
inline constexpr Signature readahead_on_i386 = takes(in(fd, "fd"), in(signed_64, "offset"), unseen, in(unsigned_long, "count"));
inline constexpr Signature sync_file_range_on_i386 =
    takes(in(fd, "fd"), in(signed_64, "offset"), unseen, in(signed_64, "nbytes"), unseen, in(flags(sync_file_range_flags), "flags"));
inline constexpr Signature ppoll_on_i386 =
    takes(in(pollfds(length::argument(1)), "fds"), in(unsigned_int, "nfds"), in(structure(timespec32_layout), "tmo_p"),
          in(sigset(length::argument(4)), "sigmask"), in(unsigned_long, "sigsetsize"));
inline constexpr Signature old_select =
    takes(in(signed_int, "nfds"), in(fd_set(length::argument(0)), "readfds"), in(fd_set(length::argument(0)), "writefds"),
          in(fd_set(length::argument(0)), "exceptfds"), in(structure(timeval32_layout), "timeout"));
inline constexpr Signature select_on_i386 = takes(in(pointer, "arg"));
inline constexpr Signature fcntl_on_i386 =
    takes(in(fd, "fd"), in(value(fcntl_commands), "cmd"), in(selected(1, fcntl_arguments_on_i386), "arg"));
inline constexpr Signature fcntl64 = takes(in(fd, "fd"), in(value(fcntl_commands), "cmd"), in(selected(1, fcntl64_arguments), "arg"));
inline constexpr Signature pselect6_on_i386 =
    takes(in(signed_int, "nfds"), in(fd_set(length::argument(0)), "readfds"), in(fd_set(length::argument(0)), "writefds"),
          in(fd_set(length::argument(0)), "exceptfds"), in(structure(timespec32_layout), "timeout"),
          in(structure(sigset_argument_layout), "sigmask"));
inline constexpr Signature io_getevents_on_i386 =
    takes(in(pointer, "ctx_id"), in(signed_long, "min_nr"), in(signed_long, "nr"), out(array(io_event, length::result), "events"),
          in(structure(timespec32_layout), "timeout"));
inline constexpr Signature io_pgetevents_on_i386 =
    takes(in(pointer, "ctx_id"), in(signed_long, "min_nr"), in(signed_long, "nr"), out(array(io_event, length::result), "events"),
          in(structure(timespec32_layout), "timeout"), in(structure(sigset_argument_layout), "usig"));

inline constexpr auto io = std::to_array<SyscallRow>({
    call("read", {0, 3, 0}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(bytes(length::result), "buf"), in(unsigned_long, "count"))),
    call("write", {1, 4, 1}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(bytes(length::argument(2)), "buf"), in(unsigned_long, "count"))),
    call("pread64", {17, 180, 17}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(bytes(length::result), "buf"), in(unsigned_long, "count"), in(signed_64, "offset")), &pread64_on_i386),
    call("pwrite64", {18, 181, 18}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(bytes(length::argument(2)), "buf"), in(unsigned_long, "count"), in(signed_64, "offset")),
         &pwrite64_on_i386),
    call("readv", {19, 145, 515}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"))),
    call("writev", {20, 146, 516}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"))),
    call("preadv", {295, 333, 534}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"), in(signed_64, "offset")),
         &preadv_on_i386),
    call("pwritev", {296, 334, 535}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"), in(signed_64, "offset")),
         &pwritev_on_i386),
    call("preadv2", {327, 378, 546}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"), in(signed_64, "offset"), unseen,
               in(flags(read_write_flags), "flags"))),
    call("pwritev2", {328, 379, 547}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_long, "iovcnt"), in(signed_64, "offset"), unseen,
               in(flags(read_write_flags), "flags"))),
    call("lseek", {8, 19, 8}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(signed_long, "offset"), in(value(lseek_whence), "whence"))),
    call("_llseek", {absent, 140, absent}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(halves_64, "offset"), unseen, out(pointed(unsigned_64), "result"), in(value(lseek_whence), "whence"))),
    call("sendfile", {40, 187, 40}, in_class::desc | in_class::network, signed_long,
         takes(in(fd, "out_fd"), in(fd, "in_fd"), inout(pointed(unsigned_long), "offset"), in(unsigned_long, "count"))),
    call("sendfile64", {absent, 239, absent}, in_class::desc | in_class::network, signed_long,
         takes(in(fd, "out_fd"), in(fd, "in_fd"), inout(pointed(unsigned_64), "offset"), in(unsigned_long, "count"))),
    call("copy_file_range", {326, 377, 326}, in_class::desc, signed_long,
         takes(in(fd, "fd_in"), in(pointed(signed_64), "off_in"), in(fd, "fd_out"), in(pointed(signed_64), "off_out"),
               in(unsigned_long, "len"), in(unsigned_int, "flags"))),
    call("splice", {275, 313, 275}, in_class::desc, signed_long,
         takes(in(fd, "fd_in"), in(pointed(signed_64), "off_in"), in(fd, "fd_out"), in(pointed(signed_64), "off_out"),
               in(unsigned_long, "len"), in(flags(splice_flags), "flags"))),
    call("tee", {276, 315, 276}, in_class::desc, signed_long,
         takes(in(fd, "fd_in"), in(fd, "fd_out"), in(unsigned_long, "len"), in(flags(splice_flags), "flags"))),
    call("vmsplice", {278, 316, 532}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_long, "nr_segs"), in(flags(splice_flags), "flags"))),
    call("fcntl", {72, 55, 72}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(value(fcntl_commands), "cmd"), in(selected(1, fcntl_arguments), "arg")), &fcntl_on_i386),
    call("fcntl64", {absent, 221, absent}, in_class::desc, signed_long, fcntl64),
    call("ioctl", {16, 54, 514}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(ioctl_request, "request"), out(ioctl_argument, "arg"))),
    call("dup", {32, 41, 32}, in_class::desc, fd, takes(in(fd, "oldfd"))),
    call("dup2", {33, 63, 33}, in_class::desc, fd, takes(in(fd, "oldfd"), in(fd, "newfd"))),
    call("dup3", {292, 330, 292}, in_class::desc, fd, takes(in(fd, "oldfd"), in(fd, "newfd"), in(flags(dup3_flags), "flags"))),
    call("pipe", {22, 42, 22}, in_class::desc, signed_long, takes(out(array(fd, length::fixed(2)), "pipefd"))),
    call("pipe2", {293, 331, 293}, in_class::desc, signed_long,
         takes(out(array(fd, length::fixed(2)), "pipefd"), in(flags(pipe_flags), "flags"))),
    call("fsync", {74, 118, 74}, in_class::desc, signed_long, takes(in(fd, "fd"))),
    call("fdatasync", {75, 148, 75}, in_class::desc, signed_long, takes(in(fd, "fd"))),
    call("sync", {162, 36, 162}, in_class::none, signed_long, takes()),
    call("syncfs", {306, 344, 306}, in_class::desc, signed_long, takes(in(fd, "fd"))),
    call("flock", {73, 143, 73}, in_class::desc, signed_long, takes(in(fd, "fd"), in(flags(flock_operations), "operation"))),
    call("fallocate", {285, 324, 285}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(flags(fallocate_modes), "mode"), in(signed_64, "offset"), in(signed_64, "len")), &fallocate_on_i386),
    call("fadvise64", {221, 250, 221}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(signed_64, "offset"), in(unsigned_long, "len"), in(value(fadvise_values), "advice")), &fadvise64_on_i386),
    call("fadvise64_64", {absent, 272, absent}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(signed_64, "offset"), unseen, in(signed_64, "len"), unseen, in(value(fadvise_values), "advice"))),
    call("readahead", {187, 225, 187}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(signed_64, "offset"), in(unsigned_long, "count")), &readahead_on_i386),
    call("sync_file_range", {277, 314, 277}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(signed_64, "offset"), in(signed_64, "nbytes"), in(flags(sync_file_range_flags), "flags")),
         &sync_file_range_on_i386),
    call("cachestat", everywhere(451), in_class::desc, signed_long,
         takes(in(fd, "fd"), in(structure(page_cache_range_layout), "cstat_range"), out(structure(page_cache_state_layout), "cstat"),
               in(hex_int, "flags"))),
    call("getdents", {78, 141, 78}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(structure(dirent_layout), "dirp"), in(unsigned_int, "count"))),
    call("getdents64", {217, 220, 217}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(structure(dirent64_layout), "dirp"), in(unsigned_int, "count"))),
    call("readdir", {absent, 89, absent}, in_class::desc, signed_long,
         takes(in(fd, "fd"), filled(Filled::if_any, out(structure(old_dirent_layout), "dirp")), in(selected(2, entries_wanted), "count"))),
    call("poll", {7, 168, 7}, in_class::desc, signed_long,
         takes(in(pollfds(length::argument(1)), "fds"), in(unsigned_int, "nfds"), in(signed_int, "timeout"))),
    call("ppoll", {271, 309, 271}, in_class::desc, signed_long,
         takes(in(pollfds(length::argument(1)), "fds"), in(unsigned_int, "nfds"), in(structure(timespec_layout), "tmo_p"),
               in(sigset(length::argument(4)), "sigmask"), in(unsigned_long, "sigsetsize")),
         &ppoll_on_i386),
    call("ppoll_time64", {absent, 414, absent}, in_class::desc, signed_long,
         takes(in(pollfds(length::argument(1)), "fds"), in(unsigned_int, "nfds"), in(structure(timespec_layout), "tmo_p"),
               in(sigset(length::argument(4)), "sigmask"), in(unsigned_long, "sigsetsize"))),
    call("select", {23, 82, 23}, in_class::desc, signed_long,
         takes(in(signed_int, "nfds"), in(fd_set(length::argument(0)), "readfds"), in(fd_set(length::argument(0)), "writefds"),
               in(fd_set(length::argument(0)), "exceptfds"), in(structure(timeval_layout), "timeout")),
         &select_on_i386),
    call("_newselect", {absent, 142, absent}, in_class::desc, signed_long,
         takes(in(signed_int, "nfds"), in(fd_set(length::argument(0)), "readfds"), in(fd_set(length::argument(0)), "writefds"),
               in(fd_set(length::argument(0)), "exceptfds"), in(structure(timeval32_layout), "timeout"))),
    call("pselect6", {270, 308, 270}, in_class::desc, signed_long,
         takes(in(signed_int, "nfds"), in(fd_set(length::argument(0)), "readfds"), in(fd_set(length::argument(0)), "writefds"),
               in(fd_set(length::argument(0)), "exceptfds"), in(structure(timespec_layout), "timeout"),
               in(structure(sigset_argument_layout), "sigmask")),
         &pselect6_on_i386),
    call("pselect6_time64", {absent, 413, absent}, in_class::desc, signed_long,
         takes(in(signed_int, "nfds"), in(fd_set(length::argument(0)), "readfds"), in(fd_set(length::argument(0)), "writefds"),
               in(fd_set(length::argument(0)), "exceptfds"), in(structure(timespec_layout), "timeout"),
               in(structure(sigset_argument_layout), "sigmask"))),
    call("io_setup", {206, 245, 543}, in_class::memory, signed_long,
         takes(in(unsigned_int, "nr_events"), out(pointed(pointer), "ctx_idp"))),
    call("io_destroy", {207, 246, 207}, in_class::memory, signed_long, takes(in(pointer, "ctx_id"))),
    call("io_submit", {209, 248, 544}, in_class::none, signed_long,
         takes(in(pointer, "ctx_id"), in(signed_long, "nr"), in(array(io_command, length::argument(1)), "iocbpp"))),
    call("io_cancel", {210, 249, 210}, in_class::none, signed_long,
         takes(in(pointer, "ctx_id"), in(structure(bare_command_layout), "iocb"), out(structure(io_event_layout), "result"))),
    call("io_getevents", {208, 247, 208}, in_class::none, signed_long,
         takes(in(pointer, "ctx_id"), in(signed_long, "min_nr"), in(signed_long, "nr"), out(array(io_event, length::result), "events"),
               in(structure(timespec_layout), "timeout")),
         &io_getevents_on_i386),
    call("io_pgetevents", {333, 385, 333}, in_class::none, signed_long,
         takes(in(pointer, "ctx_id"), in(signed_long, "min_nr"), in(signed_long, "nr"), out(array(io_event, length::result), "events"),
               in(structure(timespec_layout), "timeout"), in(structure(sigset_argument_layout), "usig")),
         &io_pgetevents_on_i386),
    call("io_pgetevents_time64", {absent, 416, absent}, in_class::none, signed_long,
         takes(in(pointer, "ctx_id"), in(signed_long, "min_nr"), in(signed_long, "nr"), out(array(io_event, length::result), "events"),
               in(structure(timespec_layout), "timeout"), in(structure(sigset_argument_layout), "usig"))),
    call("io_uring_setup", everywhere(425), in_class::desc, fd,
         takes(in(unsigned_int, "entries"), filled(Filled::always, out(structure(io_uring_params_layout), "p")))),
    call("io_uring_enter", everywhere(426), in_class::desc | in_class::signal, signed_long,
         takes(in(fd, "fd"), in(unsigned_int, "to_submit"), in(unsigned_int, "min_complete"), in(flags(io_uring_enter_flags), "flags"),
               in(sigset(length::argument(5)), "sig"), in(unsigned_long, "sigsz"))),
    call("io_uring_register", everywhere(427), in_class::desc | in_class::memory, signed_long,
         takes(in(fd, "fd"), in(value(io_uring_registrations), "opcode"), in(selected(1, ring_registrations), "arg"),
               in(unsigned_int, "nr_args"))),
});

}  // namespace troupe::rows
