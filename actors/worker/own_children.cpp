#include "actors/worker/own_children.hpp"

#include <unistd.h>

#include <variant>

namespace troupe {

void OwnChildren::note(Tasks& tasks, pid_t child) {
    const auto status = tasks.status_of(child);
    if (status && status->process == child && status->parent == ::getpid()) {
        living_.insert(child);
    }
}

void OwnChildren::reap(Kernel& kernel) {
    std::erase_if(living_, [&](pid_t child) { return !std::holds_alternative<NothingYet>(kernel.wait(child, Wait::look_for_end)); });
}

}  // namespace troupe
