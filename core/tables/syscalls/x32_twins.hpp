#pragma once

#include "core/tables/syscalls/families.hpp"

/// Numbers of the x32 table that the kernel has for 64-bit programs only: x32 has calls of its own (512 and up) in the place of most of
/// them. A program that makes one all the same gets the name of the 64-bit call, marked, and its registers as they are: the kernel
/// refuses it, so nothing says how it meant them.
namespace troupe::rows {

inline constexpr std::string_view x32_twin_mark = "#64";

consteval SyscallRow x32_twin(std::string_view name, std::int16_t number) {
    SyscallRow row = *row_named(name.substr(0, name.size() - x32_twin_mark.size()));
    row.name = name;
    row.numbers = {absent, absent, number};
    row.i386 = nullptr;
    for (std::size_t i = 0; i < row.signature.count; ++i) {
        row.signature.arguments[i] = in(hex, row.signature.arguments[i].name.empty() ? "unused" : row.signature.arguments[i].name);
    }
    row.i386_subcall = absent;
    return row;
}

inline constexpr auto x32_twins = std::to_array<SyscallRow>({
    x32_twin("rt_sigaction#64", 13),
    x32_twin("rt_sigreturn#64", 15),
    x32_twin("ioctl#64", 16),
    x32_twin("readv#64", 19),
    x32_twin("writev#64", 20),
    x32_twin("recvfrom#64", 45),
    x32_twin("sendmsg#64", 46),
    x32_twin("recvmsg#64", 47),
    x32_twin("setsockopt#64", 54),
    x32_twin("getsockopt#64", 55),
    x32_twin("execve#64", 59),
    x32_twin("ptrace#64", 101),
    x32_twin("rt_sigpending#64", 127),
    x32_twin("rt_sigtimedwait#64", 128),
    x32_twin("rt_sigqueueinfo#64", 129),
    x32_twin("sigaltstack#64", 131),
    x32_twin("uselib#64", 134),
    x32_twin("_sysctl#64", 156),
    x32_twin("create_module#64", 174),
    x32_twin("get_kernel_syms#64", 177),
    x32_twin("query_module#64", 178),
    x32_twin("nfsservctl#64", 180),
    x32_twin("set_thread_area#64", 205),
    x32_twin("io_setup#64", 206),
    x32_twin("io_submit#64", 209),
    x32_twin("get_thread_area#64", 211),
    x32_twin("epoll_ctl_old#64", 214),
    x32_twin("epoll_wait_old#64", 215),
    x32_twin("timer_create#64", 222),
    x32_twin("vserver#64", 236),
    x32_twin("mq_notify#64", 244),
    x32_twin("kexec_load#64", 246),
    x32_twin("waitid#64", 247),
    x32_twin("set_robust_list#64", 273),
    x32_twin("get_robust_list#64", 274),
    x32_twin("vmsplice#64", 278),
    x32_twin("move_pages#64", 279),
    x32_twin("preadv#64", 295),
    x32_twin("pwritev#64", 296),
    x32_twin("rt_tgsigqueueinfo#64", 297),
    x32_twin("recvmmsg#64", 299),
    x32_twin("sendmmsg#64", 307),
    x32_twin("process_vm_readv#64", 310),
    x32_twin("process_vm_writev#64", 311),
    x32_twin("execveat#64", 322),
    x32_twin("preadv2#64", 327),
    x32_twin("pwritev2#64", 328),
});

}  // namespace troupe::rows
