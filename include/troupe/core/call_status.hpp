#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

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

/// Of which calls there are lines, by how they end.
struct WantedEndings {
    KeywordSet<CallStatus> statuses = KeywordSet<CallStatus>::all();
    std::vector<std::uint32_t> errors{};  ///< of calls that fail those with one of these as well

    /// `[!…]failed,detached,ENOENT`
    [[nodiscard]] static tl::expected<WantedEndings, ParseError> parse(std::string_view text);
    /// `error` is the errno of a call that failed.
    [[nodiscard]] bool contain(CallStatus status, std::uint32_t error = 0) const {
        return statuses.contains(status) || (status == CallStatus::failed && std::ranges::find(errors, error) != errors.end());
    }
    [[nodiscard]] bool are_all() const { return statuses == KeywordSet<CallStatus>::all(); }
    friend bool operator==(const WantedEndings&, const WantedEndings&) = default;
};

}  // namespace troupe
