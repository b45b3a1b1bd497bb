#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "troupe/core/filter.hpp"

namespace troupe {

namespace {

// Without the flag, kernels before 5.16 and those started with spec_store_bypass_disable=seccomp switch a mitigation on that slows all of
// the tracee down, and that it can see.
int set_filter(const sock_fprog* program) noexcept {
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, program) == 0 ? 0 : errno;
}

}  // namespace

int install_filter(const sock_fprog& program) noexcept {
    // no_new_privs would make setuid programs run without their rights, so it is set only where the kernel asks for it: with EACCES.
    const int refused = set_filter(&program);
    if (refused != EACCES) return refused;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
    return set_filter(&program);
}

bool filter_needs_no_new_privs() {
    // The program is read after the kernel has looked at rights and at its length: EFAULT says that we have them.
    const sock_fprog nowhere{1, nullptr};
    return set_filter(&nowhere) == EACCES;
}

bool filters_work() {
    // A null program is looked at last of all: EFAULT says that all that comes before is built in and allowed.
    return set_filter(nullptr) == EFAULT;
}

}  // namespace troupe
