#include "actors/thread.hpp"

#include <pthread.h>

#include <system_error>
#include <utility>

#include "troupe/core/signals.hpp"

namespace troupe {

Result<std::thread> start_thread(const std::string& name, std::function<void()> body) {
    const AllSignalsBlocked blocked;
    try {
        return std::thread([name, body = std::move(body)] {
            ::pthread_setname_np(::pthread_self(), name.c_str());
            body();
        });
    } catch (const std::system_error& error) {
        return failure("start the thread of " + name, error.code().value());
    }
}

}  // namespace troupe
