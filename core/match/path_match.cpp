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

namespace {

bool leads_to(const WantedPath& wanted, std::string_view path) {
    return wanted.as_given == path || (!wanted.real.empty() && wanted.real == path);
}

bool leads_to_any(std::span<const WantedPath> paths, pid_t tid, int fd) {
    const auto path = paths.empty() ? std::nullopt : procfs::fd_path(tid, fd);
    return path && !path->empty() && std::ranges::any_of(paths, [&](const WantedPath& one) { return leads_to(one, *path); });
}

}  // namespace

bool touches_path(const CallOfTask& call, std::span<const WantedPath> paths) {
    const auto is_wanted = [paths](std::string_view path) {
        return std::ranges::any_of(paths, [path](const WantedPath& one) { return one.as_given == path; });
    };
    return touches(call, {is_wanted, [&](int fd) { return leads_to_any(paths, call.tid, fd); }});
}

bool touches(const CallOfTask& call, const WantedFiles& files) {
    const auto is_wanted = [&files](std::string_view path) {
        return std::ranges::any_of(files.paths, [path](const WantedPath& one) { return leads_to(one, path); });
    };
    const auto is_wanted_descriptor = [&](int fd) {
        return (files.descriptors && files.descriptors->contains(fd)) || leads_to_any(files.paths, call.tid, fd);
    };
    return touches(call, TouchQuestions{is_wanted, is_wanted_descriptor});
}

}  // namespace troupe
