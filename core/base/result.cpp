#include "troupe/core/result.hpp"

#include <fmt/format.h>

#include <cstring>

namespace troupe {

std::string Error::text() const {
    std::string out = verb;
    if (task.tid != 0) {
        out += fmt::format(": {}#{}", task.tid, task.serial);
    }
    if (code != 0) {
        out += fmt::format(": {}", ::strerrordesc_np(code) != nullptr ? ::strerrordesc_np(code) : "unknown error");
    }
    return out;
}

}  // namespace troupe
