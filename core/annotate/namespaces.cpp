// The kernel translates numbers in one direction only: a task says in /proc/TID/status what it is called in its own namespace and all those
// above it. So what bears a number is searched for, and where it was found is where the next search begins.
#include "core/annotate/namespaces.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/nsfs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <vector>

#include "troupe/core/procfs.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

namespace {

const std::vector<pid_t>& numbers_of(const procfs::NamespaceIds& ids, IdOf what) {
    switch (what) {
        case IdOf::group:
            return ids.groups;
        case IdOf::session:
            return ids.sessions;
        case IdOf::task:
            break;
    }
    return ids.tasks;
}

std::string name_of_namespace(const struct stat& file) { return fmt::format("pid:[{}]", file.st_ino); }

/// Whether the namespace `up` levels above that of `task` is this one, `pid:[4026531836]`.
bool is_below(pid_t task, std::size_t up, const std::string& space) {
    UniqueFd level(::open(fmt::format("/proc/{}/ns/pid", task).c_str(), O_RDONLY | O_CLOEXEC));
    for (; level && up != 0; --up) {
        level.reset(::ioctl(level.get(), NS_GET_PARENT));
    }
    struct stat file {};
    return level && ::fstat(level.get(), &file) == 0 && name_of_namespace(file) == space;
}

}  // namespace

NamespaceNumbers::NamespaceNumbers() {
    struct stat file {};
    if (::stat("/proc/self/ns/pid", &file) == 0) {
        ours_ = name_of_namespace(file);
    }
}

pid_t NamespaceNumbers::number_of(pid_t task, const Space& space, pid_t id, IdOf what) {
    const procfs::NamespaceIds ids = procfs::namespace_ids(task);
    const std::vector<pid_t>& numbers = numbers_of(ids, what);
    const bool has_it =
        numbers.size() > space.level && numbers[space.level] == id && is_below(task, numbers.size() - 1 - space.level, space.name);
    return has_it ? numbers.front() : 0;
}

pid_t NamespaceNumbers::translated(pid_t tid, const std::string& space_name, pid_t id, IdOf what) {
    const std::size_t depth = procfs::namespace_ids(tid).tasks.size();
    if (depth == 0) {
        return 0;
    }
    const Space space{space_name, depth - 1};
    pid_t& found = found_[{space_name, id, what}];
    if (const pid_t ours = found != 0 ? number_of(found, space, id, what) : 0) {
        return ours;
    }
    found = 0;
    for (const pid_t process : procfs::processes()) {
        if (const pid_t ours = number_of(process, space, id, what)) {
            found = process;
            return ours;
        }
        for (const pid_t thread : what == IdOf::task ? procfs::threads_of(process) : std::vector<pid_t>()) {
            if (const pid_t ours = thread != process ? number_of(thread, space, id, what) : 0) {
                found = thread;
                return ours;
            }
        }
    }
    return 0;
}

}  // namespace troupe
