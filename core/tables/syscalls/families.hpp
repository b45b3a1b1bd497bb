#pragma once

#include <algorithm>
#include <cstddef>

#include "core/tables/syscalls/events.hpp"
#include "core/tables/syscalls/files.hpp"
#include "core/tables/syscalls/identity.hpp"
#include "core/tables/syscalls/io.hpp"
#include "core/tables/syscalls/ipc.hpp"
#include "core/tables/syscalls/memory.hpp"
#include "core/tables/syscalls/mounts.hpp"
#include "core/tables/syscalls/process.hpp"
#include "core/tables/syscalls/security.hpp"
#include "core/tables/syscalls/signals.hpp"
#include "core/tables/syscalls/sockets.hpp"
#include "core/tables/syscalls/system.hpp"
#include "core/tables/syscalls/time.hpp"

/// Every row that some kernel's header names.
namespace troupe::rows {

template <std::size_t... Sizes>
consteval auto pointers_to(const std::array<SyscallRow, Sizes>&... families) {
    std::array<const SyscallRow*, (Sizes + ...)> pointers{};
    auto* next = pointers.data();
    const auto append = [&next](const auto& family) {
        for (const SyscallRow& row : family) {
            *next++ = &row;
        }
    };
    (append(families), ...);
    return pointers;
}

inline constexpr auto named_by_headers =
    pointers_to(files, io, memory, process, signals, time, ipc, sockets, identity, mounts, events, security, system);

constexpr const SyscallRow* row_named(std::string_view name) {
    const auto* found =
        std::find_if(named_by_headers.begin(), named_by_headers.end(), [name](const SyscallRow* row) { return row->name == name; });
    return found == named_by_headers.end() ? nullptr : *found;
}

}  // namespace troupe::rows
