#pragma once

#include <array>
#include <cstdint>

#include "troupe/core/keyword_set.hpp"

namespace troupe {

/// How a call ended, as far as a tracer can tell (`-e status=`).
enum class CallStatus : std::uint8_t {
    successful,   ///< it returned, without an error
    failed,       ///< it returned an error, or one of the kernel's own by which it is made again (`? ERESTARTSYS`)
    unfinished,   ///< it did not return: exit, death, an execve of another thread
    unavailable,  ///< it returned, and what is not known
    detached,     ///< the tracee was detached before
};

template <>
struct KeywordsOf<CallStatus> {
    static constexpr std::string_view kind = "status";
    static constexpr std::array<Keyword, 5> words = {{{"successful", member(CallStatus::successful)},
                                                      {"failed", member(CallStatus::failed)},
                                                      {"unfinished", member(CallStatus::unfinished)},
                                                      {"unavailable", member(CallStatus::unavailable)},
                                                      {"detached", member(CallStatus::detached)}}};
};

}  // namespace troupe
