#include "core/decode/ioctl.hpp"

#include <asm/ioctls.h>
#include <asm/sockios.h>
#include <linux/fs.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/tables/structs/processes.hpp"

namespace troupe {

namespace {

inline constexpr Kind signed_element = kind::signed_int, unsigned_element = kind::unsigned_int, pid_element = kind::process_group,
                      flag_element = kind::hex;

// ioctl_tty(2)
constexpr NamedConstant flushed_queue_rows[] = {{0, "TCIFLUSH"}, {1, "TCOFLUSH"}, {2, "TCIOFLUSH"}};
constexpr NamedConstant flow_rows[] = {{0, "TCOOFF"}, {1, "TCOON"}, {2, "TCIOFF"}, {3, "TCION"}};
constexpr ValueSet flushed_queues{"flushed_queues", "TC?FLUSH", flushed_queue_rows}, flows{"flows", "TC???", flow_rows};

struct Row {
    std::uint32_t request;
    Argument argument;
    bool absent = false;
};

constexpr Row without(std::uint32_t request) { return {request, {}, true}; }
constexpr Row takes(std::uint32_t request, const Kind& kind) { return {request, in(kind, "arg")}; }
constexpr Row answers(std::uint32_t request, const Kind& kind) { return {request, out(kind, "arg")}; }

// The requests whose argument is worth more than its address (ioctl_tty(2), linux/fs.h).
constexpr Row rows[] = {
    answers(TCGETS, kind::structure(termios_layout)),
    takes(TCSETS, kind::structure(termios_layout)),
    takes(TCSETSW, kind::structure(termios_layout)),
    takes(TCSETSF, kind::structure(termios_layout)),
    answers(TIOCGWINSZ, kind::structure(winsize_layout)),
    takes(TIOCSWINSZ, kind::structure(winsize_layout)),
    answers(FIONREAD, kind::pointed(signed_element)),
    takes(FIONBIO, kind::pointed(signed_element)),
    takes(FIOASYNC, kind::pointed(signed_element)),
    answers(TIOCGPGRP, kind::pointed(pid_element)),
    takes(TIOCSPGRP, kind::pointed(pid_element)),
    answers(TIOCGSID, kind::pointed(pid_element)),
    answers(SIOCGPGRP, kind::pointed(pid_element)),
    takes(SIOCSPGRP, kind::pointed(pid_element)),
    answers(FIOGETOWN, kind::pointed(pid_element)),
    takes(FIOSETOWN, kind::pointed(pid_element)),
    answers(SIOCATMARK, kind::pointed(signed_element)),
    answers(TIOCOUTQ, kind::pointed(signed_element)),
    answers(TIOCGPTN, kind::pointed(unsigned_element)),
    takes(TIOCSPTLCK, kind::pointed(signed_element)),
    answers(TIOCGPTLCK, kind::pointed(signed_element)),
    answers(TIOCGETD, kind::pointed(signed_element)),
    takes(TIOCSCTTY, kind::signed_int),
    takes(TCSBRK, kind::signed_int),
    takes(TCSBRKP, kind::signed_int),
    takes(TCFLSH, kind::value(flushed_queues)),
    takes(TCXONC, kind::value(flows)),
    takes(FS_IOC_SETFLAGS, kind::pointed(flag_element)),
    answers(FS_IOC_GETFLAGS, kind::pointed(flag_element)),
    answers(BLKGETSIZE64, kind::pointed(kind::unsigned_64)),
    answers(BLKSSZGET, kind::pointed(signed_element)),
    answers(FIGETBSZ, kind::pointed(signed_element)),
    takes(FICLONE, kind::fd),
    without(FIFREEZE),
    without(FITHAW),
    without(FIOCLEX),
    without(FIONCLEX),
    without(TIOCNOTTY),
    without(TIOCEXCL),
    without(TIOCNXCL),
    without(TIOCCBRK),
    without(TIOCSBRK),
};

const Row* find(std::uint64_t request) {
    const auto* found = std::find_if(std::begin(rows), std::end(rows), [request](const Row& row) { return row.request == request; });
    return found == std::end(rows) ? nullptr : found;
}

std::string_view direction_of(std::uint32_t direction) {
    static constexpr std::string_view names[] = {"_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE"};
    return names[direction & (_IOC_READ | _IOC_WRITE)];
}

}  // namespace

void write_ioctl_request(Writer& out, std::uint64_t request, Abi abi) {
    const auto code = static_cast<std::uint32_t>(request);
    std::string names;
    for (const IoctlRow& row : ioctls_of(code, abi)) {
        names += names.empty() ? "" : " or ";
        names += row.symbol;
    }
    if (!names.empty()) {
        out.symbol(names, code);
        return;
    }
    out.spelled(code, NumberForm::hex);
    out.open(Shape::function, "_IOC");
    out.element();
    out.symbol(direction_of(_IOC_DIR(code)), _IOC_DIR(code));
    for (const std::uint32_t part : {_IOC_TYPE(code), _IOC_NR(code), _IOC_SIZE(code)}) {
        out.element();
        out.number(part, NumberForm::hex);
    }
    out.close();
}

const Argument* ioctl_argument_of(std::uint64_t request) {
    const Row* row = find(request & 0xffffffff);
    return row == nullptr || row->absent ? nullptr : &row->argument;
}

bool ioctl_has_argument(std::uint64_t request) {
    const Row* row = find(request & 0xffffffff);
    return row == nullptr || !row->absent;
}

}  // namespace troupe
