#pragma once

#include <string_view>

namespace troupe {

/// Says what we got wrong, where, and aborts. Stays on in release.
[[noreturn]] void check_failed(std::string_view condition, std::string_view what, const char* file, int line);

}  // namespace troupe

/// For what can only be false if we are wrong. Never for what a tracee, a user or the kernel may do.
#define TROUPE_CHECK(condition, what)                                     \
    do {                                                                  \
        if (!(condition)) [[unlikely]] {                                  \
            ::troupe::check_failed(#condition, what, __FILE__, __LINE__); \
        }                                                                 \
    } while (false)
