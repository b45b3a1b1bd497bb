#include <linux/audit.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>

#include "core/decode/constants.hpp"
#include "core/decode/numbers.hpp"
#include "core/decode/siginfo_memory.hpp"
#include "core/decode/times.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

struct CodeRow {
    int signal;  ///< 0: any
    int code;
    std::string_view name;
};

// asm-generic/siginfo.h
constexpr CodeRow codes[] = {{0, 0, "SI_USER"},
                             {0, 0x80, "SI_KERNEL"},
                             {0, -1, "SI_QUEUE"},
                             {0, -2, "SI_TIMER"},
                             {0, -3, "SI_MESGQ"},
                             {0, -4, "SI_ASYNCIO"},
                             {0, -5, "SI_SIGIO"},
                             {0, -6, "SI_TKILL"},
                             {0, -7, "SI_DETHREAD"},
                             {0, -60, "SI_ASYNCNL"},
                             {SIGCHLD, 1, "CLD_EXITED"},
                             {SIGCHLD, 2, "CLD_KILLED"},
                             {SIGCHLD, 3, "CLD_DUMPED"},
                             {SIGCHLD, 4, "CLD_TRAPPED"},
                             {SIGCHLD, 5, "CLD_STOPPED"},
                             {SIGCHLD, 6, "CLD_CONTINUED"},
                             {SIGSEGV, 1, "SEGV_MAPERR"},
                             {SIGSEGV, 2, "SEGV_ACCERR"},
                             {SIGSEGV, 3, "SEGV_BNDERR"},
                             {SIGSEGV, 4, "SEGV_PKUERR"},
                             {SIGSEGV, 5, "SEGV_ACCADI"},
                             {SIGSEGV, 6, "SEGV_ADIDERR"},
                             {SIGSEGV, 7, "SEGV_ADIPERR"},
                             {SIGSEGV, 8, "SEGV_MTEAERR"},
                             {SIGSEGV, 9, "SEGV_MTESERR"},
                             {SIGSEGV, 10, "SEGV_CPERR"},
                             {SIGILL, 1, "ILL_ILLOPC"},
                             {SIGILL, 2, "ILL_ILLOPN"},
                             {SIGILL, 3, "ILL_ILLADR"},
                             {SIGILL, 4, "ILL_ILLTRP"},
                             {SIGILL, 5, "ILL_PRVOPC"},
                             {SIGILL, 6, "ILL_PRVREG"},
                             {SIGILL, 7, "ILL_COPROC"},
                             {SIGILL, 8, "ILL_BADSTK"},
                             {SIGILL, 9, "ILL_BADIADDR"},
                             {SIGFPE, 1, "FPE_INTDIV"},
                             {SIGFPE, 2, "FPE_INTOVF"},
                             {SIGFPE, 3, "FPE_FLTDIV"},
                             {SIGFPE, 4, "FPE_FLTOVF"},
                             {SIGFPE, 5, "FPE_FLTUND"},
                             {SIGFPE, 6, "FPE_FLTRES"},
                             {SIGFPE, 7, "FPE_FLTINV"},
                             {SIGFPE, 8, "FPE_FLTSUB"},
                             {SIGFPE, 14, "FPE_FLTUNK"},
                             {SIGFPE, 15, "FPE_CONDTRAP"},
                             {SIGBUS, 1, "BUS_ADRALN"},
                             {SIGBUS, 2, "BUS_ADRERR"},
                             {SIGBUS, 3, "BUS_OBJERR"},
                             {SIGBUS, 4, "BUS_MCEERR_AR"},
                             {SIGBUS, 5, "BUS_MCEERR_AO"},
                             {SIGTRAP, 1, "TRAP_BRKPT"},
                             {SIGTRAP, 2, "TRAP_TRACE"},
                             {SIGTRAP, 3, "TRAP_BRANCH"},
                             {SIGTRAP, 4, "TRAP_HWBKPT"},
                             {SIGTRAP, 5, "TRAP_UNK"},
                             {SIGTRAP, 6, "TRAP_PERF"},
                             {SIGIO, 1, "POLL_IN"},
                             {SIGIO, 2, "POLL_OUT"},
                             {SIGIO, 3, "POLL_MSG"},
                             {SIGIO, 4, "POLL_ERR"},
                             {SIGIO, 5, "POLL_PRI"},
                             {SIGIO, 6, "POLL_HUP"},
                             {SIGSYS, 1, "SYS_SECCOMP"},
                             {SIGSYS, 2, "SYS_USER_DISPATCH"}};

std::string_view name_of_code(const siginfo_t& info) {
    for (const CodeRow& row : codes) {
        if (row.code == info.si_code && (row.signal == 0 || row.signal == info.si_signo)) {
            return row.name;
        }
    }
    return {};
}

void append_sender(std::string& out, const siginfo_t& info) {
    out += ", si_pid=";
    append_signed(out, info.si_pid);
    out += ", si_uid=";
    append_signed(out, static_cast<std::int32_t>(info.si_uid));
}

void append_payload(std::string& out, const siginfo_t& info) {
    if (info.si_ptr == nullptr) {
        return;
    }
    out += ", si_int=";
    append_signed(out, info.si_int);
    out += ", si_ptr=";
    append_hex(out, reinterpret_cast<std::uintptr_t>(info.si_ptr));
}

void append_child(std::string& out, const siginfo_t& info) {
    append_sender(out, info);
    out += ", si_status=";
    if (info.si_code == CLD_EXITED) {
        append_signed(out, info.si_status);
    } else {
        append_signal(out, static_cast<std::uint32_t>(info.si_status));
    }
    out += ", si_utime=";
    append_ticks(out, info.si_utime);
    out += ", si_stime=";
    append_ticks(out, info.si_stime);
}

void append_fault(std::string& out, const siginfo_t& info) {
    constexpr int bounds = 3, protection_key = 4;
    out += ", si_addr=";
    append_address(out, reinterpret_cast<std::uintptr_t>(info.si_addr));
    if (info.si_signo == SIGBUS && (info.si_code == BUS_MCEERR_AR || info.si_code == BUS_MCEERR_AO)) {
        out += ", si_addr_lsb=";
        append_unsigned(out, static_cast<std::uint16_t>(info.si_addr_lsb));
    } else if (info.si_signo == SIGSEGV && info.si_code == bounds) {
        out += ", si_lower=";
        append_address(out, reinterpret_cast<std::uintptr_t>(info.si_lower));
        out += ", si_upper=";
        append_address(out, reinterpret_cast<std::uintptr_t>(info.si_upper));
    } else if (info.si_signo == SIGSEGV && info.si_code == protection_key) {
        out += ", si_pkey=";
        append_unsigned(out, info.si_pkey);
    }
}

void append_band(std::string& out, const siginfo_t& info) {
    out += ", si_band=";
    append_signed(out, info.si_band);
    out += ", si_fd=";
    append_signed(out, info.si_fd);
}

/// Which call of which ABI a filter refused.
void append_call(std::string& out, const siginfo_t& info) {
    constexpr std::uint32_t x86_64_audit = AUDIT_ARCH_X86_64, i386_audit = AUDIT_ARCH_I386;
    const auto number = static_cast<std::uint32_t>(info.si_syscall);
    out += ", si_call_addr=";
    append_address(out, reinterpret_cast<std::uintptr_t>(info.si_call_addr));
    out += ", si_syscall=";
    SyscallId call{Abi::x86_64, number};
    if (info.si_arch == i386_audit) {
        call = {Abi::i386, number};
    } else if ((number & x32_bit) != 0) {
        call = {Abi::x32, number & ~x32_bit};
    }
    if (row_of(call) != nullptr) {
        out += "__NR_";
        out += name_of(call);
    } else {
        append_unsigned(out, number);
    }
    out += ", si_arch=";
    if (info.si_arch == x86_64_audit) {
        out += "AUDIT_ARCH_X86_64";
    } else if (info.si_arch == i386_audit) {
        out += "AUDIT_ARCH_I386";
    } else {
        append_hex(out, info.si_arch);
        out += " /* AUDIT_ARCH_??? */";
    }
}

bool is_fault(int signal) { return signal == SIGILL || signal == SIGFPE || signal == SIGSEGV || signal == SIGBUS || signal == SIGTRAP; }

void append_timer(std::string& out, const siginfo_t& info) {
    out += ", si_timerid=";
    append_hex(out, static_cast<std::uint32_t>(info.si_timerid));
    out += ", si_overrun=";
    append_signed(out, info.si_overrun);
    out += ", si_int=";
    append_signed(out, info.si_int);
    out += ", si_ptr=";
    append_address(out, reinterpret_cast<std::uintptr_t>(info.si_ptr));
}

/// What only processes send: positive codes and SI_KERNEL come from the kernel and have the fields of the signal.
void append_from_process(std::string& out, const siginfo_t& info) {
    switch (info.si_code) {
        case SI_USER:
        case SI_TKILL:
            append_sender(out, info);
            return;
        case SI_TIMER:
            append_timer(out, info);
            return;
        case SI_SIGIO:
            append_band(out, info);
            return;
        default:
            append_sender(out, info);
            append_payload(out, info);
    }
}

void append_from_kernel(std::string& out, const siginfo_t& info) {
    if (is_fault(info.si_signo)) {
        append_fault(out, info);
    } else if (info.si_signo == SIGCHLD && info.si_code != SI_KERNEL) {
        append_child(out, info);
    } else if (info.si_signo == SIGIO && info.si_code != SI_KERNEL) {
        append_band(out, info);
    } else if (info.si_signo == SIGSYS && info.si_code != SI_KERNEL) {
        append_call(out, info);
    } else if (info.si_code != SI_KERNEL) {
        append_sender(out, info);
        append_payload(out, info);
    }
}

/// The 32-bit siginfo of i386 and x32: the union begins at 12 instead of 16, and pointers and longs are words.
siginfo_t from_compat(std::span<const std::byte> bytes, bool wide_ticks) {
    const auto word = [&bytes](std::size_t index) {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes.data() + 4 * index, sizeof(value));
        return value;
    };
    const auto pointer = [&word](std::size_t index) { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(word(index))); };
    siginfo_t info{};
    info.si_signo = static_cast<int>(word(0));
    info.si_errno = static_cast<int>(word(1));
    info.si_code = static_cast<int>(word(2));
    if (info.si_code == SI_SIGIO || (info.si_signo == SIGIO && info.si_code > 0)) {
        info.si_band = static_cast<std::int32_t>(word(3));
        info.si_fd = static_cast<int>(word(4));
    } else if (info.si_code > 0 && is_fault(info.si_signo)) {
        info.si_addr = pointer(3);
    } else if (info.si_code > 0 && info.si_signo == SIGSYS) {
        info.si_call_addr = pointer(3);
        info.si_syscall = static_cast<int>(word(4));
        info.si_arch = word(5);
    } else if (info.si_code > 0 && info.si_signo == SIGCHLD) {
        info.si_pid = static_cast<pid_t>(word(3));
        info.si_uid = word(4);
        info.si_status = static_cast<int>(word(5));
        info.si_utime = static_cast<std::int32_t>(word(6));
        info.si_stime = static_cast<std::int32_t>(word(wide_ticks ? 8 : 7));
    } else {
        info.si_pid = static_cast<pid_t>(word(3));
        info.si_uid = word(4);
        info.si_ptr = pointer(5);
    }
    return info;
}

}  // namespace

void decode_siginfo(const siginfo_t& info, std::string& out) {
    if (info.si_signo == 0) {
        out += "{}";  // waitid found nobody
        return;
    }
    out += "{si_signo=";
    append_signal(out, static_cast<std::uint32_t>(info.si_signo));
    out += ", si_code=";
    const std::string_view name = name_of_code(info);
    if (name.empty()) {
        append_hex(out, static_cast<std::uint32_t>(info.si_code));
    } else {
        out += name;
    }
    if (info.si_errno != 0) {
        out += ", si_errno=";
        const ErrnoRow* error = errno_of(static_cast<std::uint32_t>(info.si_errno));
        if (error != nullptr) {
            out += error->name;
        } else {
            append_signed(out, info.si_errno);
        }
    }
    if (info.si_code <= 0) {
        append_from_process(out, info);
    } else {
        append_from_kernel(out, info);
    }
    out += '}';
}

void print_siginfo(Printer& printer, std::uint64_t address) {
    siginfo_t info{};
    if (printer.word_size() == sizeof(void*)) {
        if (read_or_print_address(printer, address, info)) {
            decode_siginfo(info, printer.out);
        }
        return;
    }
    std::array<std::byte, 128> bytes;
    if (read_or_print_address(printer, address, bytes)) {
        decode_siginfo(from_compat(bytes, printer.abi() == Abi::x32), printer.out);
    }
}

}  // namespace troupe
