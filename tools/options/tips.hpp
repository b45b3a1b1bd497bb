#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace troupe::options {

/// --tips: which one is printed at the end, and how.
struct TipChoice {
    enum class Form : std::uint8_t { none, compact, full };
    std::optional<unsigned> number{};  ///< nothing: any
    Form form = Form::compact;
};

/// Lines, each with its newline; none in the form `none`.
[[nodiscard]] std::string tip_text(const TipChoice& choice);

}  // namespace troupe::options
