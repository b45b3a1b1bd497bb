#include "troupe/core/signals.hpp"

#include <cerrno>

namespace troupe {

AllSignalsBlocked::AllSignalsBlocked() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
}

AllSignalsBlocked::~AllSignalsBlocked() {
    if (kept_) {
        return;
    }
    const int code = errno;
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    errno = code;
}

// Not kill(getpid(), signal): where a filter refuses getpid, that is kill(-1, signal), and the end of every process there is.
void die_of(int signal) {
    std::signal(signal, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    std::raise(signal);
}

bool is_there(pid_t pid) { return ::kill(pid, 0) == 0 || errno != ESRCH; }

}  // namespace troupe
