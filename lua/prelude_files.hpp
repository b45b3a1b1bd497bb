#pragma once

#include <string_view>

namespace troupe::lua {

/// A file of lua/prelude, hook_abi.h or value_abi.h, as it was when the binary was built.
struct PreludeFile {
    std::string_view name;
    std::string_view text;
};

/// Empty: there is none of that name.
[[nodiscard]] std::string_view prelude_file(std::string_view name);

}  // namespace troupe::lua
