#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace troupe::procfs {

[[nodiscard]] std::optional<std::string> link_target(const std::string& path);
/// Nothing when there is no such file, or when its task goes away while it is read (read fails with ESRCH then).
[[nodiscard]] std::optional<std::string> text_of(const std::string& path);
/// Takes the first line off `text`.
std::string_view next_line(std::string_view& text);
/// The names in a folder of /proc that are numbers.
[[nodiscard]] std::vector<int> numbers_in(const std::string& path);

}  // namespace troupe::procfs
