#include "actors/thread.hpp"

#include <pthread.h>

#include <csignal>
#include <utility>

namespace troupe {

std::thread start_thread(const std::string& name, std::function<void()> body) {
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread thread([name, body = std::move(body)] {
        ::pthread_setname_np(::pthread_self(), name.c_str());
        body();
    });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return thread;
}

}  // namespace troupe
