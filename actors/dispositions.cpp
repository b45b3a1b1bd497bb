#include "actors/dispositions.hpp"

#include <array>
#include <csignal>
#include <cstddef>

namespace troupe {
namespace {

// All that would end a process and are sent from outside, but for those that the supervisor hears. Real-time signals as well.
constexpr std::array survived{SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGSTKFLT, SIGXCPU, SIGXFSZ};

void do_nothing(int) {}

void survive(int signal, const Inheritance& inheritance) {
    if (inheritance.ignored[static_cast<std::size_t>(signal)]) {
        return;
    }
    struct sigaction action {};
    action.sa_handler = do_nothing;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

}  // namespace

void take_dispositions(const Inheritance& inheritance, bool survive_stop_key) {
    if (survive_stop_key) {
        survive(SIGTSTP, inheritance);
    }
    for (const int signal : survived) {
        survive(signal, inheritance);
    }
    for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal) {
        survive(signal, inheritance);
    }
    // Each ptrace stop would send us a SIGCHLD, and wake this thread from its sleep: on another CPU, a third of a stop's cost.
    struct sigaction action {};
    action.sa_handler = SIG_DFL;
    action.sa_flags = SA_NOCLDSTOP;
    ::sigaction(SIGCHLD, &action, nullptr);
}

}  // namespace troupe
