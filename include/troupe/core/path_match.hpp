#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "troupe/core/abi.hpp"
#include "troupe/core/descriptor_set.hpp"
#include "troupe/core/event.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// A call of a tracee, for questions about the files that it touches.
struct CallOfTask {
    SyscallId call;
    const Arguments& args;
    pid_t tid = 0;  ///< whose descriptors are meant
    Memory& memory;
};

/// What is asked about the paths and the descriptors that a call is given; true ends the questions.
struct TouchQuestions {
    std::function<bool(std::string_view path)> path;  ///< a path argument as it is, at most PATH_MAX bytes
    std::function<bool(int fd)> descriptor;           ///< an argument, one of poll's, or one of the first 1024 of select's
};

/// Whether a question about an argument of the call is answered with yes. False for calls that no table knows.
[[nodiscard]] bool touches(const CallOfTask& call, const TouchQuestions& questions);

/// The calls of which anything is asked: those that are given a path or a descriptor.
[[nodiscard]] SyscallSet calls_that_touch();

/// A path that is looked for, and where it leads where it is there (realpath(3)): descriptors have only the latter.
struct WantedPath {
    std::string as_given;
    std::string real;  ///< empty: it was not there
};
[[nodiscard]] WantedPath wanted_path(std::string path);

/// Paths that were looked for, so that each is resolved once; what was not there is looked for again.
class WantedPaths {
 public:
    [[nodiscard]] WantedPath find(const std::string& path);

 private:
    std::unordered_map<std::string, WantedPath> known_;
};

/// A pattern of paths (fnmatch(3)), whose `*` stands for slashes, too: `/etc/*` is everything below /etc. One that is relative is looked
/// for below our working directory where paths are absolute.
class PathPattern {
 public:
    explicit PathPattern(std::string text);
    /// Whether the text is one, and not the path of a file that is there.
    [[nodiscard]] static bool is_meant(const WantedPath& path);
    [[nodiscard]] bool matches(std::string_view path) const;

 private:
    std::string text_;
    std::string absolute_;
};

/// What -P and --trace-fds name: calls that touch any of it are meant.
struct WantedFiles {
    std::vector<WantedPath> paths{};
    std::vector<PathPattern> patterns{};
    std::optional<DescriptorSet> descriptors{};

    /// Nothing is named: every call is meant.
    [[nodiscard]] bool empty() const { return paths.empty() && patterns.empty() && !descriptors; }
};
/// Path arguments match as they are, by the path as it was given or by where it leads; descriptors by their number, and by the path that
/// the kernel has for them. Patterns are held against both.
[[nodiscard]] bool touches(const CallOfTask& call, const WantedFiles& files);

/// Whether the call touches one of `paths`: path arguments as they are, descriptors by the path that the kernel has for them.
[[nodiscard]] bool touches_path(const CallOfTask& call, std::span<const WantedPath> paths);

}  // namespace troupe
