#pragma once

#include <cstdint>

namespace troupe {

/// What an argument, a result, a field or an element *is*. One decoder each; never one per syscall.
enum class Tag : std::uint8_t {
    hex,           ///< 0x1f; 0 prints as 0. The kind of everything we know nothing better of
    pointer,       ///< NULL or 0x7ffd…
    signed_int,    ///< 32 bits
    unsigned_int,  ///< 32 bits
    signed_long,   ///< word of the ABI's kernel long
    unsigned_long,
    signed_64,  ///< 64 bits, on i386 in two registers, low first: takes two argument slots there
    unsigned_64,
    halves_64,       ///< signed, on i386 in two registers, high first: _llseek
    kernel_version,  ///< KERNEL_VERSION(6, 1, 2)
    pages,           ///< an offset in pages of 4096 bytes, shown in bytes: mmap2
    octal,           ///< 0644
    file_mode,       ///< S_IFREG|0644
    fd,              ///< 3, with -1 as it is
    dirfd,           ///< AT_FDCWD or an fd
    pid,
    process_group,   ///< the number of one
    session,         ///< likewise
    network_device,  ///< if_nametoindex("lo"): the number of one
    uid,             ///< 0 … 4294967294, -1
    gid,
    signal,           ///< SIGINT
    device,           ///< makedev(0x8, 0x1)
    date,             ///< seconds since 1970, the ABI's kernel long, with the date as a comment
    ticks,            ///< 6 /* 0.06 s */
    resource,         ///< 8192*1024, RLIM_INFINITY: a limit, in the ABI's kernel long
    resource_64,      ///< the same in 64 bits, RLIM64_INFINITY
    flags,            ///< `flag_set`
    value,            ///< `value_set`: one of
    value_or_number,  ///< `value_set`, but most values are numbers and have no name
    path,             ///< NUL-terminated, never abbreviated
    string,           ///< NUL-terminated, at most -s bytes shown
    bytes,            ///< `length` bytes, at most -s shown
    socket_bytes,     ///< the same, through the socket of the first argument: messages where that is one of netlink
    bytes_in_hex,     ///< `length` bytes, each as \x1f whatever it is: random ones
    string_array,     ///< argv: ["a", "b"]
    environment,      ///< envp: 0x7ffd… /* 23 vars */ unless -v
    structure,        ///< `layout`, behind a pointer
    array,            ///< `length` times `element`, behind a pointer
    pointed,          ///< one `element` behind a pointer: [7]
    file_times,       ///< two times of `layout` behind a pointer, with dates, UTIME_NOW and UTIME_OMIT
    wait_status,      ///< [{WIFEXITED(s) && WEXITSTATUS(s) == 0}]
    sigset,           ///< [INT CHLD]; `length` gives the size in bytes
    cpu_set,          ///< [0 1]; `length` gives the size in bytes
    sigaction,        ///< {sa_handler=…, sa_mask=[…], sa_flags=…}, layout by ABI
    siginfo,
    sockaddr,  ///< `length` bytes
    msghdr,
    control_messages,  ///< what a message carries beside its data, `length` bytes
    iovec,             ///< `length` elements; bytes shown up to the result where it is an output
    message_iovec,     ///< the same in the header of a message: messages where its address is one of netlink
    fd_set,            ///< select: `length` is the argument that gives nfds
    pollfds,
    ioctl_request,
    ioctl_argument,
    clone_flags,  ///< CLONE_VM|…|SIGCHLD
    futex_operation,
    selected,              ///< `choices` by the value of argument `selector`, which may lead to `selected` again; hex where none fits
    futex_wake_operation,  ///< FUTEX_OP_SET<<28|0x1<<12|FUTEX_OP_CMP_EQ<<24|0
    creation_flags,        ///< IPC_CREAT|0600: `flag_set` above the permissions
    option_int,            ///< an int behind a pointer, if `length` says that there is room for one
    option_value,          ///< what is not known better: an int if `length` says so, else bytes
    sent_messages,         ///< sendmmsg: `length` times a message header and how much of it was sent
    received_messages,     ///< recvmmsg: as many as the result says
    queue_message,         ///< {mtype=1, mtext="…"} of `length` bytes
    residency,             ///< mincore: a byte for each page of `length` bytes
    thread_area,           ///< a descriptor of i386: {entry_number=12, …}
    signal_frame,          ///< no argument: {mask=[]}, behind the stack pointer
    interrupted_call,      ///< no argument: <... resuming interrupted poll ...>
    value_or_int,          ///< `value_set`, but most values are signed numbers and have no name
    signal_in_long,        ///< SIGTERM; what no signal can be is a number of the ABI's kernel long
    word_parts,            ///< PR_TAGGED_ADDR_ENABLE|PR_MTE_TCF_SYNC: `parts`
    io_priority,           ///< IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4)
    quota_command,         ///< QCMD(Q_GETQUOTA, USRQUOTA)
    capabilities,          ///< {effective=…, permitted=…, inheritable=…}, as wide as the version says that argument 0 points at
    filter_statements,     ///< [BPF_STMT(BPF_RET|BPF_K, 0)]: `length` of them; what they return may be of `value_set`
    node_mask,             ///< [0x00000000000001], `length` bits and one
    page_state,            ///< a node, or -EFAULT
    hex_int,               ///< 32 bits: 0x1f
    fourcc,                ///< v4l2_fourcc('Y', 'U', 'Y', 'V'), v4l2_fourcc_be(…)
    bit_names,             ///< [EV_SYN EV_KEY]: names of the bits that are set, of the bytes that the result counts
    io_command,            ///< as an element: the address of what io_submit is to do, which is shown
    file_handle,           ///< {handle_bytes=8, handle_type=1, f_handle="\x01…"}: as many bytes as its first field says
    numbered_value,        ///< 9 /* IOCB_CMD_??? */: `value_set`, its numbers in decimal, and unknown ones with a comment
    option_structure,      ///< {l_onoff=1, l_linger=5}: as much of `layout` as `length`, an int, says
    group_request,         ///< {gr_interface=if_nametoindex("lo"), gr_group={…}} of `length` bytes
    named_bits,            ///< [ICMP_ECHO ICMP_REDIRECT]: bits of a word of `length` bytes, which are numbers of `value_set`
    network_value,         ///< htons(ETH_P_IP): 16 bits in the byte order of the network, of `value_set`
    error_number,          ///< EPERM, 0
    ended_bytes,           ///< `length` bytes, at most -s shown, without a NUL at the end of them
    user_offset,           ///< 8*RAX: a place in struct user
    own_number,            ///< a number that a decoder of its own writes: 4<<16|9 /* 132 Hz, 4 ms */
    own_memory,            ///< an address of something that a decoder of its own writes
    none,                  ///< as a result: the call does not return. As an argument: a slot that is not shown
};

}  // namespace troupe
