#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace troupe {

struct FlagSet;
struct WordParts;
struct ValueSet;
struct StructLayout;
struct Choice;
struct Kind;

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
    none,                  ///< as a result: the call does not return. As an argument: a slot that is not shown
};

/// When an argument can be read.
enum class Phase : std::uint8_t {
    entry,
    exit,
    both,  ///< value-result: shown as `[before => after]`
};

/// Where the length of an array or of bytes comes from.
struct Length {
    enum class From : std::uint8_t { unknown, argument, result, fixed, behind_argument, sibling, itself };
    From from = From::unknown;
    std::uint16_t value = 0;     ///< index of the argument (from 0), the fixed length, or the most that a sibling may say
    std::string_view sibling{};  ///< in a field's kind: another field of the same structure
};

namespace length {
inline constexpr Length unknown{};
inline constexpr Length result{Length::From::result};
/// Its first field says it, in 32 bits; 0 there stands for the first version.
inline constexpr Length itself{Length::From::itself};
/// `most`: with more, or with none, the kernel does not look at it; 0: any number.
constexpr Length sibling(std::string_view field, std::uint16_t most = 0) { return {Length::From::sibling, most, field}; }
constexpr Length argument(std::uint16_t index) { return {Length::From::argument, index, {}}; }
constexpr Length fixed(std::uint16_t count) { return {Length::From::fixed, count, {}}; }
/// The argument points at an int that holds the length (socklen_t *).
constexpr Length behind_argument(std::uint16_t index) { return {Length::From::behind_argument, index, {}}; }
}  // namespace length

struct Kind {
    Tag tag = Tag::hex;
    Length length{};
    std::uint8_t selector = 0;
    const FlagSet* flag_set = nullptr;
    const ValueSet* value_set = nullptr;
    const StructLayout* layout = nullptr;
    const Kind* element = nullptr;
    std::span<const Choice> choices{};
    const WordParts* parts = nullptr;
    bool by_long = false;             ///< the selector is a long: all of it decides
    std::uint8_t selector_shift = 0;  ///< what decides is above so many bits of it
};

namespace kind {
inline constexpr Kind hex{Tag::hex}, pointer{Tag::pointer}, signed_int{Tag::signed_int}, unsigned_int{Tag::unsigned_int},
    signed_long{Tag::signed_long}, unsigned_long{Tag::unsigned_long}, signed_64{Tag::signed_64}, unsigned_64{Tag::unsigned_64},
    halves_64{Tag::halves_64}, kernel_version{Tag::kernel_version}, pages{Tag::pages}, octal{Tag::octal}, file_mode{Tag::file_mode},
    fd{Tag::fd}, dirfd{Tag::dirfd}, pid{Tag::pid}, network_device{Tag::network_device}, uid{Tag::uid}, gid{Tag::gid}, signal{Tag::signal},
    device{Tag::device}, date{Tag::date}, ticks{Tag::ticks}, resource{Tag::resource}, resource_64{Tag::resource_64}, path{Tag::path},
    string{Tag::string}, string_array{Tag::string_array}, environment{Tag::environment}, wait_status{Tag::wait_status},
    sigaction{Tag::sigaction}, siginfo{Tag::siginfo}, msghdr{Tag::msghdr}, ioctl_request{Tag::ioctl_request},
    ioctl_argument{Tag::ioctl_argument}, clone_flags{Tag::clone_flags}, futex_operation{Tag::futex_operation},
    thread_area{Tag::thread_area}, futex_wake_operation{Tag::futex_wake_operation}, signal_frame{Tag::signal_frame},
    interrupted_call{Tag::interrupted_call}, signal_in_long{Tag::signal_in_long}, io_priority{Tag::io_priority},
    quota_command{Tag::quota_command}, capabilities{Tag::capabilities}, page_state{Tag::page_state}, none{Tag::none};

constexpr Kind flags(const FlagSet& set) { return {.tag = Tag::flags, .flag_set = &set}; }
constexpr Kind value(const ValueSet& set) { return {.tag = Tag::value, .value_set = &set}; }
constexpr Kind value_or_number(const ValueSet& set) { return {.tag = Tag::value_or_number, .value_set = &set}; }
constexpr Kind value_or_int(const ValueSet& set) { return {.tag = Tag::value_or_int, .value_set = &set}; }
/// A process, or what the set says instead.
constexpr Kind pid_or(const ValueSet& set) { return {.tag = Tag::pid, .value_set = &set}; }
constexpr Kind word_parts(const WordParts& word) { return {.tag = Tag::word_parts, .parts = &word}; }
constexpr Kind filter_statements(Length length) { return {.tag = Tag::filter_statements, .length = length}; }
/// What they return means something to seccomp.
constexpr Kind filter_statements(Length length, const ValueSet& returned) {
    return {.tag = Tag::filter_statements, .length = length, .value_set = &returned};
}
constexpr Kind node_mask(Length length) { return {.tag = Tag::node_mask, .length = length}; }
constexpr Kind structure(const StructLayout& layout) { return {.tag = Tag::structure, .layout = &layout}; }
/// One that says elsewhere how long it is, and may be shorter or longer than we know it: clone3.
constexpr Kind sized_structure(const StructLayout& layout, Length size) {
    return {.tag = Tag::structure, .length = size, .layout = &layout};
}
constexpr Kind file_times(const StructLayout& layout) { return {.tag = Tag::file_times, .layout = &layout}; }
constexpr Kind bytes(Length length) { return {.tag = Tag::bytes, .length = length}; }
constexpr Kind socket_bytes(Length length) { return {.tag = Tag::socket_bytes, .length = length}; }
constexpr Kind bytes_in_hex(Length length) { return {.tag = Tag::bytes_in_hex, .length = length}; }
constexpr Kind cpu_set(Length length) { return {.tag = Tag::cpu_set, .length = length}; }
constexpr Kind sigset(Length length) { return {.tag = Tag::sigset, .length = length}; }
constexpr Kind sockaddr(Length length) { return {.tag = Tag::sockaddr, .length = length}; }
constexpr Kind iovec(Length length) { return {.tag = Tag::iovec, .length = length}; }
constexpr Kind message_iovec(Length length) { return {.tag = Tag::message_iovec, .length = length}; }
constexpr Kind control_messages(Length length) { return {.tag = Tag::control_messages, .length = length}; }
constexpr Kind fd_set(Length length) { return {.tag = Tag::fd_set, .length = length}; }
constexpr Kind pollfds(Length length) { return {.tag = Tag::pollfds, .length = length}; }
constexpr Kind creation_flags(const FlagSet& set) { return {.tag = Tag::creation_flags, .flag_set = &set}; }
constexpr Kind option_int(Length length) { return {.tag = Tag::option_int, .length = length}; }
constexpr Kind option_value(Length length) { return {.tag = Tag::option_value, .length = length}; }
constexpr Kind sent_messages(Length length) { return {.tag = Tag::sent_messages, .length = length}; }
constexpr Kind received_messages(Length length) { return {.tag = Tag::received_messages, .length = length}; }
constexpr Kind queue_message(Length length) { return {.tag = Tag::queue_message, .length = length}; }
constexpr Kind residency(Length length) { return {.tag = Tag::residency, .length = length}; }
/// The element must have static storage: `inline constexpr Kind`.
constexpr Kind array(const Kind& element, Length length) { return {.tag = Tag::array, .length = length, .element = &element}; }
constexpr Kind pointed(const Kind& element) { return {.tag = Tag::pointed, .element = &element}; }
constexpr Kind selected(std::uint8_t argument, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices};
}
/// By what an int has above `shift` bits.
constexpr Kind selected_above(std::uint8_t argument, std::uint8_t shift, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices, .selector_shift = shift};
}
constexpr Kind selected_by_long(std::uint8_t argument, std::span<const Choice> choices) {
    return {.tag = Tag::selected, .selector = argument, .choices = choices, .by_long = true};
}
}  // namespace kind

}  // namespace troupe
