#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/transfers.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/files.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/files.hpp"

/// What fcntl's third argument is (asm-generic/fcntl.h, linux/fcntl.h). The numbers are the same on the three ABIs.
namespace troupe::rows {

// It is of 64 bits on every ABI.
inline constexpr std::array write_life_hint_fields{Field{"", Width::u64, value(write_life_hints)}};
inline constexpr StructLayout write_life_hint_layout = bare_layout<write_life_hint_fields>();
inline constexpr Kind write_life_hint = structure(write_life_hint_layout);

/// Commands of locks of 64 bits are for programs of 32, whose numbers are registers without a sign.
consteval auto fcntl_arguments_with(const Argument& asked, const Argument& set, const Argument& number) {
    return choose(
        // F_GETPIPE_SZ, and F_GETOWN
        ends_with(commands(1032)), returns({.kind = pid}, ends_with(commands(9))),
        // F_GETFD F_GETFL
        returns({.kind = flags(fd_flags), .word = "flags ", .silent_zero = true, .told = Told::in_style}, ends_with(commands(1))),
        returns({flags(open_flags), "flags "}, ends_with(commands(3))),
        // F_GETSIG F_GETLEASE
        returns({signal, "", true, true}, ends_with(commands(11))), returns({value(lock_types), ""}, ends_with(commands(1025))),
        // F_GET_SEALS
        returns({.kind = flags(seal_flags), .word = "seals ", .silent_zero = true, .told = Told::in_style}, ends_with(commands(1034))),
        // F_DUPFD F_DUPFD_CLOEXEC, and F_SETPIPE_SZ
        returns({.kind = fd}, with(commands(0, 1030), number)), with(commands(1031), number),
        // F_DUPFD_QUERY
        with(commands(1027), in(fd, "arg")),
        // F_SETFD
        with(commands(2), in(flags(fd_flags), "arg")),
        // F_SETFL
        with(commands(4), in(flags(open_flags), "arg")),
        // F_GETLK, and F_SETLK F_SETLKW
        with(commands(5), out(structure(flock_layout), "arg")), with(commands(6, 7), in(structure(flock_layout), "arg")),
        // F_GETLK64, and F_SETLK64 F_SETLKW64
        with(commands(12), asked), with(commands(13, 14), set),
        // F_OFD_GETLK, and F_OFD_SETLK F_OFD_SETLKW
        with(commands(36), out(structure(flock64_layout), "arg")), with(commands(37, 38), in(structure(flock64_layout), "arg")),
        // F_SETOWN
        with(commands(8), in(pid, "arg")),
        // F_SETOWN_EX F_GETOWN_EX
        with(commands(15), in(structure(file_owner_layout), "arg")), with(commands(16), out(structure(file_owner_layout), "arg")),
        // F_SETSIG
        with(commands(10), in(signal, "arg")),
        // F_SETLEASE
        with(commands(1024), in(value(lock_types), "arg")),
        // F_NOTIFY
        with(commands(1026), in(flags(directory_notice_flags), "arg")),
        // F_GET_RW_HINT F_GET_FILE_RW_HINT, and F_SET_RW_HINT F_SET_FILE_RW_HINT
        with(commands(1035, 1037), out(pointed(write_life_hint), "arg")), with(commands(1036, 1038), in(pointed(write_life_hint), "arg")),
        // F_ADD_SEALS
        with(commands(1033), in(flags(seal_flags), "arg")));
}
inline constexpr auto fcntl_arguments = fcntl_arguments_with(in(hex, "arg"), in(hex, "arg"), in(signed_long, "arg"));
inline constexpr auto fcntl_arguments_on_i386 = fcntl_arguments_with(in(hex, "arg"), in(hex, "arg"), in(unsigned_long, "arg"));
inline constexpr auto fcntl64_arguments =
    fcntl_arguments_with(out(structure(flock64_layout), "arg"), in(structure(flock64_layout), "arg"), in(unsigned_long, "arg"));

}  // namespace troupe::rows
