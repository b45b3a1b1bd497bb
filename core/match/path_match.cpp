#include "troupe/core/path_match.hpp"

#include <stdlib.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "troupe/core/procfs.hpp"

namespace troupe {

WantedPath wanted_path(std::string path) {
    const std::unique_ptr<char, decltype(&::free)> real(::realpath(path.c_str(), nullptr), &::free);
    return {std::move(path), real ? real.get() : ""};
}

WantedPath WantedPaths::find(const std::string& path) {
    constexpr std::size_t most = 4096;  // a script may make up paths for ever
    const auto known = known_.find(path);
    if (known != known_.end()) return known->second;
    WantedPath wanted = wanted_path(path);
    if (wanted.real.empty()) return wanted;
    if (known_.size() >= most) known_.clear();
    return known_.emplace(path, std::move(wanted)).first->second;
}

bool touches_path(const CallOfTask& call, std::span<const WantedPath> paths) {
    const auto is_wanted = [paths](std::string_view path) {
        return std::ranges::any_of(paths, [path](const WantedPath& one) { return one.as_given == path; });
    };
    const auto leads_to_wanted = [&](int fd) {
        const auto path = procfs::fd_path(call.tid, fd);
        return path && !path->empty() &&
               std::ranges::any_of(paths, [&](const WantedPath& one) { return one.as_given == *path || one.real == *path; });
    };
    return touches(call, {is_wanted, leads_to_wanted});
}

}  // namespace troupe
