#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <tuple>

#include "troupe/core/writer.hpp"

namespace troupe {

/// Numbers of processes in the PID namespaces of tracees, as ours knows them.
class NamespaceNumbers {
 public:
    NamespaceNumbers();

    [[nodiscard]] bool is_ours(const std::string& space) const { return space == ours_; }
    /// What the number of `what` in the namespace of `tid` is in ours; 0: nothing has it.
    [[nodiscard]] pid_t translated(pid_t tid, const std::string& space, pid_t id, IdOf what);

 private:
    /// Of a namespace: how deep below ours it is, so which of a task's numbers belongs to it.
    struct Space {
        const std::string& name;
        std::size_t level;
    };

    [[nodiscard]] static pid_t number_of(pid_t task, const Space& space, pid_t id, IdOf what);

    std::string ours_;
    std::map<std::tuple<std::string, pid_t, IdOf>, pid_t> found_;  // where it was the last time: a task to be asked first
};

}  // namespace troupe
