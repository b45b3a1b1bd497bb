#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "troupe/core/constants.hpp"

/// Requests that are macros with parameters: a size, a number, or one of a set stands in their code.
namespace troupe {

enum class RequestParameter : std::uint8_t { size, number, value, value_and_size };

struct SizedRequest {
    std::string_view name;
    std::uint8_t direction = 0;
    std::uint8_t type = 0;
    std::uint8_t first = 0;
    std::uint8_t last = 0;
    RequestParameter parameter = RequestParameter::size;
    const ValueSet* values = nullptr;
    bool named_argument = false;  ///< what it takes depends on the value: its rows are called by that
};

/// nullptr where it is none.
[[nodiscard]] const SizedRequest* sized_request(std::uint32_t code);
/// `EVIOCGNAME(32)`, `EVIOCGBIT(EV_KEY, 96)`. `with_comments`: what has no name is `0x3f /* ABS_??? */`, else the number.
[[nodiscard]] std::string spelling_of(const SizedRequest& request, std::uint32_t code, bool with_comments);
/// The name that a row with its argument has.
[[nodiscard]] std::string_view argument_name_of(const SizedRequest& request, std::uint32_t code);

}  // namespace troupe
