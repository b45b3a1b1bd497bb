#pragma once

#include <string>

#include "troupe/core/record.hpp"

namespace troupe {

/// What is remembered of a call whose end has not come.
struct OpenCall {
    CallBegan began{};  ///< text that waits for the end of the call (`-e status=`): with what its line begins with
    Timestamp start{};
    bool in_progress = false;
};

/// Puts the records of one stream together to the bytes of a file. Acts on the order in which it gets them.
class StreamFormat {
 public:
    StreamFormat() = default;
    StreamFormat(const StreamFormat&) = delete;
    StreamFormat& operator=(const StreamFormat&) = delete;
    virtual ~StreamFormat() = default;

    /// Appends what `record` makes to `out`.
    virtual void accept(Record&& record, std::string& out) = 0;
    /// The stream ends: so does what is still open.
    virtual void finish(std::string& out) = 0;

    /// Where every tracee has a stream of its own, an execve by a thread that is not the leader goes on in the leader's: ends what the
    /// thread has open here, and gives its call to `take_over` of the other stream.
    [[nodiscard]] virtual OpenCall hand_over(TaskId former, pid_t tid_from_now_on, std::string& out) = 0;
    virtual void take_over(TaskId successor, OpenCall call) = 0;
};

}  // namespace troupe
