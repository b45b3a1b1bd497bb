#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "troupe/core/path_match.hpp"
#include "troupe/core/predicate.hpp"
#include "troupe/core/view.hpp"

namespace troupe {

/// Which threads are meant: of a number, a name, or a lineage.
class ThreadPattern {
 public:
    /// fnmatch(3): of a lineage where it begins with a digit and has only digits, dots, `*` and `?` (`0.2`, `0.2.*`), else of the name
    /// that /proc/PID/comm has (`nginx`, `worker-?`).
    explicit ThreadPattern(std::string text);
    explicit ThreadPattern(pid_t tid) : tid_(tid) {}

    [[nodiscard]] bool matches(const TaskFacts& task) const;

 private:
    std::string text_;
    bool is_lineage_ = false;
    pid_t tid_ = 0;  ///< 0: the text says it
};

/// What a call has to be that no filter in the kernel can tell: asked when it has stopped, at its entry. Of each kind that is named,
/// one has to hold.
struct Circumstances {
    int asker = 0;  ///< number of the hook
    WantedFiles files{};
    std::vector<Bounds> descriptors{};
    std::vector<ThreadPattern> threads{};

    [[nodiscard]] bool hold(const CallOfTask& call, const TaskFacts& task) const;
};

/// Where a call has its descriptors.
struct DescriptorPlaces {
    std::vector<std::uint8_t> registers{};  ///< arguments that are descriptors, from 0
    bool elsewhere = false;                 ///< in memory, or where another argument says so: the registers do not tell
    [[nodiscard]] bool any() const { return elsewhere || !registers.empty(); }
};
[[nodiscard]] DescriptorPlaces descriptor_places(SyscallId call);

/// Whether it is given a path, or a descriptor.
[[nodiscard]] bool may_touch(SyscallId call);

}  // namespace troupe
