#include <array>

#include "core/tables/syscalls/every_row.hpp"
#include "core/tables/syscalls/in_memory.hpp"

/// On i386 sockets and System V IPC were once one call each, and libraries of 32 bits still make them so: the first argument says which
/// call is meant. `socketcall` has its arguments in memory, as 32-bit words; `ipc` has them behind the first.
namespace troupe {

namespace {

constexpr SyscallId socketcall_id{Abi::i386, 102}, ipc_id{Abi::i386, 117};

/// As many words as the kernel copies for each subcall (net/socket.c, from 1 on).
constexpr std::array<std::uint8_t, 21> socketcall_words{0, 3, 3, 3, 2, 3, 3, 3, 4, 4, 4, 6, 6, 2, 5, 5, 3, 3, 4, 5, 4};

using Order = std::array<std::uint8_t, max_args>;

/// Where `ipc` has the arguments of a call (ipc/syscall.c). Slots past the call's own arguments are what is left over.
struct IpcOrder {
    std::uint8_t subcall;
    Order order;
};
constexpr std::array<IpcOrder, 8> pointer_in_fourth_place{{
    {1, {1, 4, 2, 3, 5, 0}},   // semop
    {4, {1, 4, 2, 5, 3, 0}},   // semtimedop
    {11, {1, 4, 2, 3, 5, 0}},  // msgsnd
    {12, {1, 4, 2, 5, 3, 0}},  // msgrcv; without a version, what the pointer is to holds the message's place and its type
    {14, {1, 2, 4, 3, 5, 0}},  // msgctl
    {21, {1, 4, 2, 3, 5, 0}},  // shmat
    {22, {4, 1, 2, 3, 5, 0}},  // shmdt
    {24, {1, 2, 4, 3, 5, 0}},  // shmctl
}};

Order order_of(std::uint64_t subcall) {
    for (const IpcOrder& row : pointer_in_fourth_place) {
        if (row.subcall == subcall) {
            return row.order;
        }
    }
    return Subcall{}.order;
}

/// The low half is the call; the high half of ipc's first argument is a version that changes how msgrcv and shmat find their arguments.
constexpr std::uint64_t ipc_call_mask = 0xffff;

std::optional<std::uint32_t> our_number(std::int16_t base, std::uint64_t subcall, std::uint64_t end) {
    if (subcall == 0 || subcall >= end) {
        return std::nullopt;
    }
    const auto number = static_cast<std::uint32_t>(static_cast<std::uint64_t>(base) + subcall);
    return row_of({Abi::i386, number}) == nullptr ? std::nullopt : std::optional{number};
}

}  // namespace

std::optional<Subcall> subcall_of(SyscallId raw, std::uint64_t first_argument) {
    const std::uint64_t word = first_argument & 0xffffffff;
    if (raw == socketcall_id) {
        if (const auto number = our_number(rows::socketcall_base, word, socketcall_words.size())) {
            return Subcall{{Abi::i386, *number}, socketcall_words[word], {}};
        }
    }
    if (raw == ipc_id) {
        const std::uint64_t end = syscall_limit(Abi::i386) - static_cast<std::uint32_t>(rows::ipc_base);
        if (const auto number = our_number(rows::ipc_base, word & ipc_call_mask, end)) {
            return Subcall{{Abi::i386, *number}, 0, order_of(word & ipc_call_mask)};
        }
    }
    return std::nullopt;
}

const Signature* signature_in_memory(SyscallId call) {
    const SyscallRow* row = call.abi == Abi::i386 ? row_of(call) : nullptr;
    if (row == nullptr) {
        return nullptr;
    }
    if (row->i386 == &rows::select_on_i386) {
        return &rows::old_select;
    }
    return row->i386 == &rows::mmap_on_i386 ? &rows::old_mmap : nullptr;
}

const Signature* signature_of_pointer(ThroughIpc how) {
    switch (how) {
        case ThroughIpc::message_behind_pointer:
            return &rows::msgrcv_of_pointer;
        case ThroughIpc::union_behind_pointer:
            return &rows::semctl_of_pointer;
        case ThroughIpc::as_alone:
        case ThroughIpc::answer_behind_pointer:
            break;
    }
    return nullptr;
}

const Signature& signature_of_union() { return rows::semctl_through_ipc; }

bool is_in_ipc(SyscallId call) { return multiplexer_of(call) == ipc_id; }

std::array<std::uint8_t, max_args> places_in_ipc(SyscallId call) {
    return order_of(call.number - static_cast<std::uint32_t>(rows::ipc_base));
}

std::optional<SyscallId> multiplexer_of(SyscallId call) {
    if (call.abi != Abi::i386 || row_of(call) == nullptr) {
        return std::nullopt;
    }
    if (call.number >= static_cast<std::uint32_t>(rows::ipc_base)) {
        return ipc_id;
    }
    if (call.number >= static_cast<std::uint32_t>(rows::socketcall_base)) {
        return socketcall_id;
    }
    return std::nullopt;
}

}  // namespace troupe
