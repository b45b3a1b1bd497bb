#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/machine.hpp"
#include "core/tables/flags/memory.hpp"
#include "core/tables/flags/memory_calls.hpp"
#include "core/tables/flags/memory_nodes.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/process_calls.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/syscalls/prctl_arguments.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/memory.hpp"
#include "core/tables/values/prctl.hpp"
#include "core/tables/values/process_calls.hpp"

/// Mappings, and what memory they may use.
namespace troupe::rows {

inline constexpr Kind policy_told = value(memory_policies), page_state = kind::page_state;

/// MEMBARRIER_CMD_QUERY tells which commands there are.
inline constexpr auto membarrier_second = choose(returns({.kind = flags(membarrier_answers), .silent_zero = true, .told = Told::in_style},
                                                         with(commands(0), in(flags(membarrier_flags), "flags"))),
                                                 otherwise(in(flags(membarrier_flags), "flags")));

/// modify_ldt takes one descriptor, and nothing of another length.
inline constexpr auto local_descriptor = choose(with(commands(16), in(thread_area, "ptr")), otherwise(in(pointer, "ptr")));

/// Vectors of another process: their addresses mean nothing here.
inline constexpr Kind remote_vector = structure(remote_vector_layout);

inline constexpr Signature old_mmap = takes(in(pointer, "addr"), in(unsigned_long, "length"), in(flags(mmap_protection), "prot"),
                                            in(flags(mmap_flags), "flags"), in(fd, "fd"), in(hex, "offset"));
inline constexpr Signature mmap_on_i386 = takes(in(pointer, "arg"));

inline constexpr auto memory = std::to_array<SyscallRow>({
    call("brk", {12, 45, 12}, in_class::memory, hex, takes(in(pointer, "addr"))),
    call("mmap", {9, 90, 9}, in_class::desc | in_class::memory, hex,
         takes(in(pointer, "addr"), in(unsigned_long, "length"), in(flags(mmap_protection), "prot"), in(flags(mmap_flags), "flags"),
               in(fd, "fd"), in(hex, "offset")),
         &mmap_on_i386),
    call("mmap2", {absent, 192, absent}, in_class::desc | in_class::memory, hex,
         takes(in(pointer, "addr"), in(unsigned_long, "length"), in(flags(mmap_protection), "prot"), in(flags(mmap_flags), "flags"),
               in(fd, "fd"), in(pages, "pgoffset"))),
    call("munmap", {11, 91, 11}, in_class::memory, signed_long, takes(in(pointer, "addr"), in(unsigned_long, "length"))),
    call("mprotect", {10, 125, 10}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "len"), in(flags(mmap_protection), "prot"))),
    call("pkey_mprotect", {329, 380, 329}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "len"), in(flags(mmap_protection), "prot"), in(signed_int, "pkey"))),
    call("pkey_alloc", {330, 381, 330}, in_class::none, signed_long, takes(in(hex, "flags"), in(flags(pkey_rights), "access_rights"))),
    call("pkey_free", {331, 382, 331}, in_class::none, signed_long, takes(in(signed_int, "pkey"))),
    call("mremap", {25, 163, 25}, in_class::memory, hex,
         takes(in(pointer, "old_address"), in(unsigned_long, "old_size"), in(unsigned_long, "new_size"), in(flags(mremap_flags), "flags"),
               only_if_is(3, moves_to_address, moves_to_address, in(pointer, "new_address")))),
    call("madvise", {28, 219, 28}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "length"), in(value(advice_values), "advice"))),
    call("process_madvise", everywhere(440), in_class::desc, signed_long,
         takes(in(fd, "pidfd"), in(array(remote_vector, length::argument(2)), "iovec"), in(unsigned_long, "vlen"),
               in(value(advice_values), "advice"), in(hex_int, "flags"))),
    call("msync", {26, 144, 26}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "length"), in(flags(msync_flags), "flags"))),
    call("mincore", {27, 218, 27}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "length"), out(residency(length::argument(1)), "vec"))),
    call("mlock", {149, 150, 149}, in_class::memory, signed_long, takes(in(pointer, "addr"), in(unsigned_long, "len"))),
    call("mlock2", {325, 376, 325}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "len"), in(flags(mlock_flags), "flags"))),
    call("munlock", {150, 151, 150}, in_class::memory, signed_long, takes(in(pointer, "addr"), in(unsigned_long, "len"))),
    call("mlockall", {151, 152, 151}, in_class::memory, signed_long, takes(in(flags(mlockall_flags), "flags"))),
    call("munlockall", {152, 153, 152}, in_class::memory, signed_long, takes()),
    call("mseal", everywhere(462), in_class::memory, signed_long, takes(in(pointer, "addr"), in(unsigned_long, "len"), in(hex, "flags"))),
    call("map_shadow_stack", everywhere(453), in_class::memory, hex,
         takes(in(pointer, "addr"), in(unsigned_long, "size"), in(flags(shadow_stack_flags), "flags"))),
    call("remap_file_pages", {216, 257, 216}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "size"), in(flags(mmap_protection), "prot"), in(unsigned_long, "pgoff"),
               in(flags(mmap_flags), "flags"))),
    call("memfd_create", {319, 356, 319}, in_class::desc, fd, takes(in(string, "name"), in(flags(memfd_flags), "flags"))),
    call("memfd_secret", everywhere(447), in_class::desc, fd, takes(in(flags(secret_flags), "flags"))),
    call("userfaultfd", {323, 374, 323}, in_class::desc, fd, takes(in(flags(userfaultfd_flags), "flags"))),
    call("process_vm_readv", {310, 347, 539}, in_class::none, signed_long,
         takes(in(pid, "pid"), out(iovec(length::argument(2)), "local_iov"), in(unsigned_long, "liovcnt"),
               in(array(remote_vector, length::argument(4)), "remote_iov"), in(unsigned_long, "riovcnt"), in(unsigned_long, "flags"))),
    call("process_vm_writev", {311, 348, 540}, in_class::none, signed_long,
         takes(in(pid, "pid"), in(iovec(length::argument(2)), "local_iov"), in(unsigned_long, "liovcnt"),
               in(array(remote_vector, length::argument(4)), "remote_iov"), in(unsigned_long, "riovcnt"), in(unsigned_long, "flags"))),
    call("process_mrelease", everywhere(448), in_class::desc, signed_long, takes(in(fd, "pidfd"), in(hex_int, "flags"))),
    call("mbind", {237, 274, 237}, in_class::memory, signed_long,
         takes(in(pointer, "addr"), in(unsigned_long, "len"), in(flags(long_memory_policy), "mode"),
               in(node_mask(length::argument(4)), "nodemask"), in(unsigned_long, "maxnode"), in(flags(bind_flags), "flags"))),
    call("set_mempolicy", {238, 276, 238}, in_class::memory, signed_long,
         takes(in(flags(memory_policy), "mode"), in(node_mask(length::argument(2)), "nodemask"), in(unsigned_long, "maxnode"))),
    call("get_mempolicy", {239, 275, 239}, in_class::memory, signed_long,
         takes(out(pointed(policy_told), "mode"), out(node_mask(length::argument(2)), "nodemask"), in(unsigned_long, "maxnode"),
               in(pointer, "addr"), in(flags(policy_questions), "flags"))),
    call("set_mempolicy_home_node", everywhere(450), in_class::memory, signed_long,
         takes(in(pointer, "start"), in(unsigned_long, "len"), in(unsigned_long, "home_node"), in(hex, "flags"))),
    call("migrate_pages", {256, 294, 256}, in_class::memory, signed_long,
         takes(in(pid, "pid"), in(unsigned_long, "maxnode"), in(node_mask(length::argument(1)), "old_nodes"),
               in(node_mask(length::argument(1)), "new_nodes"))),
    call("move_pages", {279, 317, 533}, in_class::memory, signed_long,
         takes(in(pid, "pid"), in(unsigned_long, "count"), in(array(pointer, length::argument(1)), "pages"),
               in(array(signed_int, length::argument(1)), "nodes"), out(array(page_state, length::argument(1)), "status"),
               in(flags(move_flags), "flags"))),
    call("membarrier", {324, 375, 324}, in_class::none, signed_long,
         takes(in(value(membarrier_commands), "cmd"), in(selected(0, membarrier_second), "flags"),
               only_if(1, on_one_cpu, in(signed_int, "cpu_id")))),
    call("modify_ldt", {154, 123, 154}, in_class::none, signed_long,
         takes(in(signed_int, "func"), in(selected_by_long(2, local_descriptor), "ptr"), in(unsigned_long, "bytecount"))),
    call("set_thread_area", {205, 243, absent}, in_class::none, signed_long, takes(in(thread_area, "u_info"))),
    call("get_thread_area", {211, 244, absent}, in_class::none, signed_long, takes(out(thread_area, "u_info"))),
    call("arch_prctl", {158, 384, 158}, in_class::none, signed_long,
         takes(in(value(arch_prctl_codes), "code"), in(selected(0, arch_prctl_arguments), "addr"))),
    call("swapon", {167, 87, 167}, in_class::file, signed_long, takes(in(path, "path"), in(word_parts(swap_parts), "swapflags"))),
    call("swapoff", {168, 115, 168}, in_class::file, signed_long, takes(in(path, "path"))),
});

}  // namespace troupe::rows
