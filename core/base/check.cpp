#include "troupe/core/check.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace troupe {

void check_failed(std::string_view condition, std::string_view what, const char* file, int line) {
    fmt::print(stderr, "troupe: this is a bug of ours: {}: {} ({}:{})\n", what, condition, file, line);
    std::abort();
}

}  // namespace troupe
