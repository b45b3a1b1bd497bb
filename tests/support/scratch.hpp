#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace troupe::tests {

/// A folder of its own for one test; it goes away with this object.
class Scratch {
 public:
    Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch();

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::string path(std::string_view name) const { return folder_ / name; }
    /// Writes a file and gives its path; folders in its name are made.
    std::string write(std::string_view name, std::string_view text, bool executable = false) const;
    [[nodiscard]] std::string read(std::string_view name) const;

 private:
    std::filesystem::path folder_;
};

}  // namespace troupe::tests
