#include "troupe/core/decision.hpp"

#include <iterator>

namespace troupe {

Decision merge(Decision under, const Decision& over) {
    if (over.replaces_call()) {
        under.error = over.error;
        under.retval = over.retval;
    }
    if (over.signal) {
        under.signal = over.signal;
    }
    if (over.instead) {
        under.instead = over.instead;
    }
    if (over.delay) {
        under.delay = over.delay;
    }
    under.arguments.insert(under.arguments.end(), over.arguments.begin(), over.arguments.end());
    under.detach = under.detach || over.detach;
    under.wants_exit = under.wants_exit || over.wants_exit;
    under.kill = under.kill || over.kill;
    under.pokes.insert(under.pokes.end(), over.pokes.begin(), over.pokes.end());
    if (over.shown) {
        under.shown = over.shown;
    }
    under.notes.insert(under.notes.end(), over.notes.begin(), over.notes.end());
    return under;
}

std::string joined(const std::vector<std::string>& notes) {
    std::string all;
    for (const std::string& note : notes) {
        all += (all.empty() ? "" : ", ") + note;
    }
    return all;
}

}  // namespace troupe
