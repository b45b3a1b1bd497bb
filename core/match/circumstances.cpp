#include "troupe/core/circumstances.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <utility>

#include "troupe/core/procfs.hpp"

namespace troupe {

namespace {

bool is_within(const std::vector<Bounds>& wanted, int fd) {
    const auto number = static_cast<std::uint64_t>(fd);
    return std::ranges::any_of(wanted, [number](const Bounds& one) { return one.low <= number && number <= one.high; });
}

}  // namespace

ThreadPattern::ThreadPattern(std::string text)
    : text_(std::move(text)),
      is_lineage_(!text_.empty() && text_[0] >= '0' && text_[0] <= '9' && text_.find_first_not_of("0123456789.*?") == std::string::npos) {}

bool ThreadPattern::matches(const TaskFacts& task) const {
    if (tid_ != 0) return task.id.tid == tid_;
    if (is_lineage_) return task.lineage.is_known() && ::fnmatch(text_.c_str(), std::string(task.lineage.text()).c_str(), 0) == 0;
    return ::fnmatch(text_.c_str(), procfs::comm_of(task.id.tid).c_str(), 0) == 0;
}

bool Circumstances::hold(const CallOfTask& call, const TaskFacts& task) const {
    if (!threads.empty() && std::ranges::none_of(threads, [&task](const ThreadPattern& one) { return one.matches(task); })) return false;
    const TouchQuestions about_descriptors{.path = [](std::string_view) { return false; },
                                           .descriptor = [this](int fd) { return is_within(descriptors, fd); }};
    if (!descriptors.empty() && !touches(call, about_descriptors)) return false;
    return files.empty() || touches(call, files);
}

}  // namespace troupe
