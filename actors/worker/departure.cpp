#include "actors/worker/departure.hpp"

#include <utility>

namespace troupe {

void Departure::begin() { here_.ending = true; }

bool Departure::holds(const Tracee& tracee, Stop& stop) {
    if (at_once_) {
        return false;
    }
    held_.hold(tracee.facts.id, std::move(stop), HeldTracees::Why::departure);
    look_whether_all_stopped();
    return true;
}

void Departure::look_whether_all_stopped() {
    if (here_.ending && !said_ && held_.count(HeldTracees::Why::departure) >= roster_.size()) {
        said_ = true;
        here_.stage.tell(notices::AllStopped{});
    }
}

}  // namespace troupe
