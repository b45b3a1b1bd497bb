#include "troupe/core/requests.hpp"

#include <linux/audit.h>
#include <sys/ptrace.h>
#include <sys/user.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace troupe {
namespace {

template <typename Address, typename Data>
long request(int what, pid_t tid, Address address, Data data) {
    return ::ptrace(static_cast<__ptrace_request>(what), tid, address, data);
}

tl::unexpected<Error> failed(const char* verb, pid_t tid) { return failure(verb, errno, TaskId{tid, 0}); }

SyscallId call_from(std::uint32_t arch, std::uint64_t number) {
    const auto nr = static_cast<std::uint32_t>(number);
    if (arch == AUDIT_ARCH_I386) {
        return {Abi::i386, nr};
    }
    // -1 carries the x32 bit like any other; no call has it.
    if ((nr & x32_bit) != 0 && static_cast<std::int32_t>(nr) > 0) {
        return {Abi::x32, nr & ~x32_bit};
    }
    return {Abi::x86_64, nr};
}

template <typename Source>
void fill_entry(SyscallInfo& info, std::uint32_t arch, const Source& source) {
    info.call = call_from(arch, source.nr);
    for (std::size_t i = 0; i < max_args; ++i) {
        info.args[i] = source.args[i];
    }
}

/// The token is given up unless the kernel refuses.
Result<void> give_up(Stopped&& tracee, const char* verb, int what, int signal) {
    const pid_t tid = tracee.tid();
    const bool done = request(what, tid, nullptr, static_cast<long>(signal)) == 0;
    const int code = errno;
    if (done || code == ESRCH) {
        tracee.gone();
    }
    return done ? Result<void>{} : failure(verb, code, TaskId{tid, 0});
}

}  // namespace

Result<SyscallInfo> syscall_info(const Stopped& tracee) {
    struct __ptrace_syscall_info raw;
    std::memset(&raw, 0, sizeof raw);
    if (request(PTRACE_GET_SYSCALL_INFO, tracee.tid(), sizeof raw, &raw) < 0) {
        return failed("look at a call", tracee.tid());
    }
    SyscallInfo info;
    info.instruction_pointer = raw.instruction_pointer;
    info.stack_pointer = raw.stack_pointer;
    switch (raw.op) {
        case PTRACE_SYSCALL_INFO_ENTRY:
            info.at = SyscallInfo::At::entry;
            fill_entry(info, raw.arch, raw.entry);
            break;
        case PTRACE_SYSCALL_INFO_SECCOMP:
            info.at = SyscallInfo::At::seccomp;
            fill_entry(info, raw.arch, raw.seccomp);
            break;
        case PTRACE_SYSCALL_INFO_EXIT:
            info.at = SyscallInfo::At::exit;
            info.result = raw.exit.is_error != 0 ? -1 : raw.exit.rval;
            info.error = raw.exit.is_error != 0 ? static_cast<std::uint32_t>(-raw.exit.rval) : 0;
            break;
        default:
            break;
    }
    return info;
}

Result<std::uint64_t> event_message(const Stopped& tracee) {
    unsigned long message = 0;
    if (request(PTRACE_GETEVENTMSG, tracee.tid(), nullptr, &message) < 0) {
        return failed("ask what an event brought", tracee.tid());
    }
    return message;
}

Result<siginfo_t> signal_info(const Stopped& tracee) {
    siginfo_t info{};
    if (request(PTRACE_GETSIGINFO, tracee.tid(), nullptr, &info) < 0) {
        return failed("ask for a signal's origin", tracee.tid());
    }
    return info;
}

Result<void> set_signal_info(const Stopped& tracee, const siginfo_t& info) {
    if (request(PTRACE_SETSIGINFO, tracee.tid(), nullptr, &info) < 0) {
        return failed("set a signal's origin", tracee.tid());
    }
    return {};
}

// With orig_rax at -1 the kernel makes no call and leaves rax as it is, at a syscall-entry stop and at a seccomp stop alike
// (arch/x86/entry/syscall_64.c: "nr != -1"; kernel/seccomp.c: "skip"), and no signal restarts anything.
// rax goes first: if we are killed in between, the call is made after all, and gives its own result. The other way round it would give the
// -ENOSYS that the kernel keeps there.
Result<void> replace_call(const Stopped& tracee, std::int64_t value) {
    if (request(PTRACE_POKEUSER, tracee.tid(), offsetof(user, regs.rax), value) < 0 ||
        request(PTRACE_POKEUSER, tracee.tid(), offsetof(user, regs.orig_rax), -1L) < 0) {
        return failed("replace a call", tracee.tid());
    }
    return {};
}

Result<void> call_instead(const Stopped& tracee, SyscallId call) {
    const long number = static_cast<long>(call.abi == Abi::x32 ? call.number | x32_bit : call.number);
    if (request(PTRACE_POKEUSER, tracee.tid(), offsetof(user, regs.orig_rax), number) < 0) {
        return failed("make another call", tracee.tid());
    }
    return {};
}

Result<void> set_result(const Stopped& tracee, std::int64_t value) {
    if (request(PTRACE_POKEUSER, tracee.tid(), offsetof(user, regs.rax), value) < 0) {
        return failed("set a result", tracee.tid());
    }
    return {};
}

Result<void> poke(const Stopped& tracee, std::uint64_t address, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const std::uint64_t word_address = address & ~std::uint64_t{7};
        const std::size_t offset = address - word_address;
        const std::size_t count = std::min(sizeof(long) - offset, bytes.size());
        errno = 0;
        long word = request(PTRACE_PEEKDATA, tracee.tid(), word_address, nullptr);
        if (errno != 0) {
            return failed("read memory", tracee.tid());
        }
        std::memcpy(reinterpret_cast<std::byte*>(&word) + offset, bytes.data(), count);
        if (request(PTRACE_POKEDATA, tracee.tid(), word_address, word) < 0) {
            return failed("write memory", tracee.tid());
        }
        address += count;
        bytes = bytes.subspan(count);
    }
    return {};
}

Result<std::vector<sock_filter>> filter_of(const Stopped& tracee, unsigned index) {
    const long size = request(PTRACE_SECCOMP_GET_FILTER, tracee.tid(), static_cast<unsigned long>(index), nullptr);
    if (size < 0) {
        return failed("read a filter", tracee.tid());
    }
    std::vector<sock_filter> program(static_cast<std::size_t>(size));
    if (request(PTRACE_SECCOMP_GET_FILTER, tracee.tid(), static_cast<unsigned long>(index), program.data()) != size) {
        return failed("read a filter", tracee.tid());
    }
    return program;
}

Result<void> resume(Stopped&& tracee, Resume how, int signal) {
    const int what = how == Resume::freely ? PTRACE_CONT : how == Resume::to_next_call ? PTRACE_SYSCALL : PTRACE_LISTEN;
    return give_up(std::move(tracee), "resume", what, signal);
}

Result<void> detach(Stopped&& tracee, int signal) { return give_up(std::move(tracee), "detach", PTRACE_DETACH, signal); }

Result<void> seize(pid_t tid, const SeizeOptions& options) {
    long flags = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC;
    if (options.filter_stops) {
        flags |= PTRACE_O_TRACESECCOMP;
    }
    if (options.follow) {
        flags |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE;
    }
    if (options.kill_on_exit) {
        flags |= PTRACE_O_EXITKILL;
    }
    if (request(PTRACE_SEIZE, tid, nullptr, flags) < 0) {
        return failed("seize", tid);
    }
    return {};
}

Result<void> interrupt(pid_t tid) {
    if (request(PTRACE_INTERRUPT, tid, nullptr, nullptr) < 0) {
        return failed("interrupt", tid);
    }
    return {};
}

}  // namespace troupe
