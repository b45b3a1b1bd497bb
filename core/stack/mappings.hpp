#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "troupe/core/unique_fd.hpp"

namespace troupe {

struct Mapping {
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    std::uint64_t offset = 0;  ///< in the file
    std::string name{};        ///< as in /proc/PID/maps

    [[nodiscard]] bool contains(std::uint64_t address) const { return start <= address && address < end; }
    [[nodiscard]] bool has_file() const { return name.starts_with('/'); }
    [[nodiscard]] bool is_vdso() const { return name == "[vdso]"; }
};

/// What is mapped where in one tracee, at one stop of it: asked of the kernel for each stack, as other threads may map and unmap at any
/// time, with calls that need not be traced.
class Mappings {
 public:
    explicit Mappings(int tid);

    /// nullptr: nothing is. Stays valid.
    [[nodiscard]] const Mapping* at(std::uint64_t address);

 private:
    [[nodiscard]] std::optional<Mapping> ask(std::uint64_t address);
    void read_all();

    const UniqueFd maps_;
    bool has_all_ = false;
    std::vector<std::unique_ptr<const Mapping>> seen_;
};

}  // namespace troupe
