#include "troupe/core/path_match.hpp"

#include <fnmatch.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "troupe/core/procfs.hpp"

namespace troupe {

WantedPath wanted_path(std::string path) {
    const std::unique_ptr<char, decltype(&::free)> real(::realpath(path.c_str(), nullptr), &::free);
    return {std::move(path), real ? real.get() : ""};
}

PathPattern::PathPattern(std::string text) : text_(std::move(text)) {
    std::error_code failed;
    if (!text_.starts_with('/')) absolute_ = (std::filesystem::current_path(failed) / text_).string();
}

bool PathPattern::is_meant(const WantedPath& path) { return path.real.empty() && path.as_given.find_first_of("*?[") != std::string::npos; }

bool PathPattern::matches(std::string_view path) const {
    const std::string terminated(path);
    return ::fnmatch(text_.c_str(), terminated.c_str(), 0) == 0 ||
           (!absolute_.empty() && ::fnmatch(absolute_.c_str(), terminated.c_str(), 0) == 0);
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

bool leads_to_any(std::span<const WantedPath> paths, std::string_view path) {
    return std::ranges::any_of(paths, [path](const WantedPath& one) { return leads_to(one, path); });
}

}  // namespace

bool touches_path(const CallOfTask& call, std::span<const WantedPath> paths) {
    const auto is_wanted = [paths](std::string_view path) {
        return std::ranges::any_of(paths, [path](const WantedPath& one) { return one.as_given == path; });
    };
    const auto leads_to_wanted = [&](int fd) {
        const auto path = procfs::fd_path(call.tid, fd);
        return path && !path->empty() && leads_to_any(paths, *path);
    };
    return touches(call, TouchQuestions{is_wanted, leads_to_wanted});
}

bool touches(const CallOfTask& call, const WantedFiles& files) {
    const auto is_wanted = [&files](std::string_view path) {
        return leads_to_any(files.paths, path) ||
               std::ranges::any_of(files.patterns, [path](const PathPattern& one) { return one.matches(path); });
    };
    const auto is_wanted_descriptor = [&](int fd) {
        if (files.descriptors && files.descriptors->contains(fd)) return true;
        if (files.paths.empty() && files.patterns.empty()) return false;
        const auto path = procfs::fd_path(call.tid, fd);
        return path && !path->empty() && is_wanted(*path);
    };
    return touches(call, TouchQuestions{is_wanted, is_wanted_descriptor});
}

}  // namespace troupe
