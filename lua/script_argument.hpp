#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace troupe::lua {

/// What stood after `-l`, taken apart.
struct ScriptArgument {
    std::string file;
    /// `KEY=VALUE` in order; the second is empty and `flag` true for a bare `KEY`.
    struct Setting {
        std::string key;
        std::string value;
        bool flag = false;
    };
    std::vector<Setting> settings;
};

/// The longest beginning that ends at a comma, or at the end, and is an existing file is the file; the rest are settings.
/// Where no file exists, the file is what stands before the first comma.
[[nodiscard]] ScriptArgument take_apart(std::string_view argument);

}  // namespace troupe::lua
