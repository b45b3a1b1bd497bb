#include "actors/worker/seen_arguments.hpp"

#include "actors/call_view.hpp"

namespace troupe {

Shown everything_of(const CallInProgress& call) {
    Shown shown = call.shown;
    shown.qualifiers = qualifier::trace | qualifier::verbose;
    return shown;
}

std::shared_ptr<const SeenArguments> seen_arguments(Tracee& tracee) {
    auto seen = std::make_shared<SeenArguments>();
    const Shown shown = everything_of(tracee.call);
    decode_entry(view_of(tracee, script_style).with(shown), seen->tape, seen->half);
    return seen;
}

}  // namespace troupe
