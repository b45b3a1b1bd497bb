#include <fmt/format.h>
#include <linux/audit.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>

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

void field_signed(Writer& out, std::string_view name, std::int64_t value) {
    out.field(name);
    out.number(static_cast<std::uint64_t>(value), NumberForm::decimal);
}

void field_pointer(Writer& out, std::string_view name, const void* value) {
    out.field(name);
    out.address(reinterpret_cast<std::uintptr_t>(value), Why::value);
}

void write_sender(Writer& out, const siginfo_t& info) {
    out.field("si_pid");
    out.process(info.si_pid);
    out.field("si_uid");
    if (info.si_uid == ~uid_t{0}) {
        out.number(~std::uint64_t{0}, NumberForm::decimal);
    } else {
        out.number(info.si_uid, NumberForm::unsigned_decimal);
    }
}

void write_payload(Writer& out, const siginfo_t& info) {
    if (info.si_ptr == nullptr) {
        return;
    }
    field_signed(out, "si_int", info.si_int);
    field_pointer(out, "si_ptr", info.si_ptr);
}

void write_child(Writer& out, const siginfo_t& info) {
    write_sender(out, info);
    out.field("si_status");
    if (info.si_code == CLD_EXITED) {
        out.number(static_cast<std::uint64_t>(static_cast<std::int64_t>(info.si_status)), NumberForm::decimal);
    } else {
        out.signal(info.si_status);
    }
    out.field("si_utime");
    write_ticks(out, static_cast<std::uint64_t>(info.si_utime));
    out.field("si_stime");
    write_ticks(out, static_cast<std::uint64_t>(info.si_stime));
}

constexpr int bounds = 3, protection_key = 4;  // SEGV_BNDERR, SEGV_PKUERR

void write_fault(Writer& out, const siginfo_t& info) {
    field_pointer(out, "si_addr", info.si_addr);
    if (info.si_signo == SIGBUS && (info.si_code == BUS_MCEERR_AR || info.si_code == BUS_MCEERR_AO)) {
        out.field("si_addr_lsb");
        out.number(static_cast<std::uint16_t>(info.si_addr_lsb), NumberForm::hex);
    } else if (info.si_signo == SIGSEGV && info.si_code == bounds) {
        field_pointer(out, "si_lower", info.si_lower);
        field_pointer(out, "si_upper", info.si_upper);
    } else if (info.si_signo == SIGSEGV && info.si_code == protection_key) {
        field_signed(out, "si_pkey", info.si_pkey);
    }
}

void write_band(Writer& out, const siginfo_t& info) {
    field_signed(out, "si_band", info.si_band);
    out.field("si_fd");
    out.descriptor(info.si_fd);
}

/// Which call of which ABI a filter refused.
void write_call(Writer& out, const siginfo_t& info) {
    static constexpr NamedConstant architecture_rows[] = {{AUDIT_ARCH_X86_64, "AUDIT_ARCH_X86_64"}, {AUDIT_ARCH_I386, "AUDIT_ARCH_I386"}};
    static constexpr ValueSet architectures{"audit_architectures", "AUDIT_ARCH_???", architecture_rows};
    const auto number = static_cast<std::uint32_t>(info.si_syscall);
    field_pointer(out, "si_call_addr", info.si_call_addr);
    out.field("si_syscall");
    SyscallId call{Abi::x86_64, number};
    if (info.si_arch == std::uint32_t{AUDIT_ARCH_I386}) {
        call = {Abi::i386, number};
    } else if ((number & x32_bit) != 0) {
        call = {Abi::x32, number & ~x32_bit};
    }
    const bool is_ours = info.si_arch == std::uint32_t{AUDIT_ARCH_X86_64} || info.si_arch == std::uint32_t{AUDIT_ARCH_I386};
    if (is_ours && row_of(call) != nullptr) {
        out.symbol(fmt::format("__NR_{}", name_of(call)), number, NumberForm::decimal);
    } else {
        out.number(number, NumberForm::unsigned_decimal);
    }
    out.field("si_arch");
    out.constant(architectures, info.si_arch);
}

bool is_fault(int signal) { return signal == SIGILL || signal == SIGFPE || signal == SIGSEGV || signal == SIGBUS || signal == SIGTRAP; }

void write_timer(Writer& out, const siginfo_t& info) {
    out.field("si_timerid");
    out.number(static_cast<std::uint32_t>(info.si_timerid), NumberForm::hex);
    field_signed(out, "si_overrun", info.si_overrun);
    field_signed(out, "si_int", info.si_int);
    field_pointer(out, "si_ptr", info.si_ptr);
}

/// What only processes send: positive codes and SI_KERNEL come from the kernel and have the fields of the signal.
void write_from_process(Writer& out, const siginfo_t& info) {
    switch (info.si_code) {
        case SI_USER:
        case SI_TKILL:
            write_sender(out, info);
            return;
        case SI_TIMER:
            write_timer(out, info);
            return;
        case SI_SIGIO:
            write_band(out, info);
            return;
        default:
            write_sender(out, info);
            write_payload(out, info);
    }
}

void write_from_kernel(Writer& out, const siginfo_t& info) {
    if (is_fault(info.si_signo)) {
        write_fault(out, info);
    } else if (info.si_signo == SIGCHLD) {
        write_child(out, info);
    } else if (info.si_signo == SIGIO) {
        if (info.si_code <= POLL_HUP) {
            write_band(out, info);
        }
    } else if (info.si_signo == SIGSYS) {
        write_call(out, info);
    } else {
        if (info.si_pid != 0 || info.si_uid != 0) {
            write_sender(out, info);
        }
        write_payload(out, info);
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
        if (info.si_signo == SIGBUS) {
            info.si_addr_lsb = static_cast<short>(word(4));
        } else if (info.si_signo == SIGSEGV && info.si_code == bounds) {
            info.si_lower = pointer(5);
            info.si_upper = pointer(6);
        } else if (info.si_signo == SIGSEGV && info.si_code == protection_key) {
            info.si_pkey = word(5);
        }
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

void decode_siginfo(const siginfo_t& info, Writer& out) {
    out.open(Shape::structure);
    if (info.si_signo == 0) {
        out.close();  // waitid found no child
        return;
    }
    out.field("si_signo");
    out.signal(info.si_signo);
    out.field("si_code");
    if (const std::string_view name = name_of_code(info); name.empty()) {
        out.number(static_cast<std::uint32_t>(info.si_code), NumberForm::hex);
    } else {
        out.symbol(name, static_cast<std::uint32_t>(info.si_code));
    }
    if (info.si_errno != 0) {
        out.field("si_errno");
        if (const ErrnoRow* error = errno_of(static_cast<std::uint32_t>(info.si_errno))) {
            out.symbol(error->name, error->number, NumberForm::decimal);
        } else {
            out.number(static_cast<std::uint32_t>(info.si_errno), NumberForm::unsigned_decimal);
        }
    }
    if (info.si_code <= 0) {
        write_from_process(out, info);
    } else {
        write_from_kernel(out, info);
    }
    out.close();
}

void write_siginfo(Decoder& decoder, std::uint64_t address) {
    siginfo_t info{};
    if (decoder.word_size() == sizeof(void*)) {
        if (read_or_write_address(decoder, address, info)) {
            decode_siginfo(info, decoder.out);
        }
        return;
    }
    std::array<std::byte, 128> bytes;
    if (read_or_write_address(decoder, address, bytes)) {
        decode_siginfo(from_compat(bytes, decoder.abi() == Abi::x32), decoder.out);
    }
}

}  // namespace troupe
