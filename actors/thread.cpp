#include "actors/thread.hpp"

#include <pthread.h>

#include <csignal>
#include <system_error>
#include <utility>

namespace troupe {

Result<std::thread> start_thread(const std::string& name, std::function<void()> body) {
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    Result<std::thread> started;
    try {
        started = std::thread([name, body = std::move(body)] {
            ::pthread_setname_np(::pthread_self(), name.c_str());
            body();
        });
    } catch (const std::system_error& error) {
        started = failure("start the thread of " + name, error.code().value());
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return started;
}

}  // namespace troupe
