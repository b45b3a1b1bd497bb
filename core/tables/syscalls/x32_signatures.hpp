#pragma once

#include <algorithm>

#include "core/tables/structs/asynchronous_io.hpp"
#include "core/tables/syscalls/io.hpp"

/// How x32 passes calls that x86-64 passes otherwise. Where i386 has a long in memory, and where a count is one, x32 has 32 bits; flags
/// behind an offset are in the next register.
namespace troupe::rows {

struct X32Signature {
    std::int16_t number;
    Signature signature;
};

inline constexpr std::array x32_signatures{
    X32Signature{208, takes(in(pointer, "ctx_id"), in(signed_int, "min_nr"), in(signed_int, "nr"),
                            out(array(io_event, length::result), "events"), in(structure(timespec_layout), "timeout"))},
    X32Signature{
        333, takes(in(pointer, "ctx_id"), in(signed_int, "min_nr"), in(signed_int, "nr"), out(array(io_event, length::result), "events"),
                   in(structure(timespec_layout), "timeout"), in(structure(sigset_argument_layout), "usig"))},
    X32Signature{531, takes(in(pid, "pid"), out(pointed(pointer), "head_ptr"), out(pointed(unsigned_int), "len_ptr"))},
    X32Signature{534, takes(in(fd, "fd"), out(iovec(length::argument(2)), "iov"), in(unsigned_int, "iovcnt"), in(signed_64, "offset"))},
    X32Signature{535, takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_int, "iovcnt"), in(signed_64, "offset"))},
    X32Signature{544, takes(in(pointer, "ctx_id"), in(signed_int, "nr"), in(array(io_command, length::argument(1)), "iocbpp"))},
    X32Signature{546, takes(in(fd, "fd"), out(iovec(length::argument(2)), "iov"), in(unsigned_int, "iovcnt"), in(signed_64, "offset"),
                            in(flags(read_write_flags), "flags"))},
    X32Signature{547, takes(in(fd, "fd"), in(iovec(length::argument(2)), "iov"), in(unsigned_int, "iovcnt"), in(signed_64, "offset"),
                            in(flags(read_write_flags), "flags"))},
};

/// nullptr: as x86-64 does.
inline const Signature* signature_on_x32(const SyscallRow& row) {
    const auto found = std::ranges::find(x32_signatures, row.numbers[index_of(Abi::x32)], &X32Signature::number);
    return found == x32_signatures.end() ? nullptr : &found->signature;
}

}  // namespace troupe::rows
